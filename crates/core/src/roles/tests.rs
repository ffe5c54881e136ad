use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countyline_ledger::Value;

use super::*;
use crate::contacts::ContactMethodForm;
use crate::incidents::{self, IncidentForm, PartForm};
use crate::outreach::ContactForm;
use crate::partners::FitQuestion;
use crate::referrals::ReferralForm;
use crate::testing::{World, become_one, partner, phone, victim};
use crate::{
    contacts, counts, disclosures, drafts, duplicates, erasure, exchange, followups, inbox,
    letters, need_to_know, outreach, own_lists, paper_kinds, papers, partners, referrals, releases,
    retention, risk_screens, services, staff, victims,
};

/// A county with a victim about whom everything there is was written, with a conflict, and what it is called.
struct Office {
    file: CaseFile,
    victim: String,
    case_number: String,
    partner: String,
    way: String,
    letter: letters::LetterRequest,
}

fn office(world: &World) -> Office {
    let mut file = world.county("Rivertown");
    let mut form = victim("Maria", "Marker");
    form.follow_up_on = Some("2026-03-03".to_owned());
    let victim = victims::create(&mut file, &form).unwrap().id;
    let partner = partners::create(&mut file, &partner("Legal Aid"))
        .unwrap()
        .id;
    let referral = ReferralForm {
        victim_id: victim.clone(),
        partner_ids: vec![partner.clone()],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let made = referrals::refer_victim(&mut file, &referral).unwrap();
    let page = victims::page(&file, &victim).unwrap();
    let method = &page.contact_methods[0];
    for number in ["555-0199", "555-0133"] {
        contacts::edit(&mut file, &method.id, &phone(number, "no"), &method.seen).unwrap();
    }
    assert_eq!(inbox::conflicts(&file).unwrap().len(), 1);
    let referral_ids = made.into_iter().map(|referral| referral.id).collect();
    let letter = letters::test_office::full_letter(victim.clone(), referral_ids);
    Office {
        way: method.id.clone(),
        case_number: page.summary.case_number,
        file,
        victim,
        partner,
        letter,
    }
}

type Ask = fn(&Office) -> Result<()>;

/// Every public function that reads cases, called.
const READS_CASES: &[(&str, Ask)] = &[
    ("contacts/open", |office| {
        contacts::open(&office.file, &office.way).map(drop)
    }),
    ("victims/find", |office| {
        victims::find(&office.file, "").map(drop)
    }),
    ("victims/page", |office| {
        victims::page(&office.file, &office.victim).map(drop)
    }),
    ("outreach/more_due", |office| {
        outreach::more_due(&office.file, "late", 0).map(drop)
    }),
    ("outreach/today", |office| {
        outreach::today(&office.file).map(drop)
    }),
    ("inbox/items", |office| inbox::items(&office.file).map(drop)),
    ("inbox/first", |office| inbox::first(&office.file).map(drop)),
    ("inbox/item", |office| {
        inbox::item(&office.file, "any").map(drop)
    }),
    ("inbox/suggestions", |office| {
        inbox::suggestions(&office.file).map(drop)
    }),
    ("inbox/conflicts", |office| {
        inbox::conflicts(&office.file).map(drop)
    }),
    ("drafts/all", |office| drafts::all(&office.file).map(drop)),
    ("duplicates/candidates", |office| {
        duplicates::candidates(&office.file).map(drop)
    }),
    ("duplicates/first_candidates", |office| {
        duplicates::first_candidates(&office.file).map(drop)
    }),
    ("duplicates/candidates_with", |office| {
        duplicates::candidates_with(&office.file, std::slice::from_ref(&office.victim)).map(drop)
    }),
    ("duplicates/with_case_number", |office| {
        duplicates::with_case_number(&office.file, &office.case_number).map(drop)
    }),
    ("erasure/rehearse", |office| {
        let form = erasure::EraseForm {
            victim_id: office.victim.clone(),
            record: None,
            fields: Vec::new(),
            basis: "court_order".to_owned(),
        };
        erasure::rehearse(&office.file, &form).map(drop)
    }),
    ("erasure/erasable", |office| {
        erasure::erasable(&office.file, &office.victim).map(drop)
    }),
    ("erasure/orders", |office| {
        erasure::orders(&office.file).map(drop)
    }),
    ("erasure/show", |office| {
        erasure::show(&office.file, "a").map(drop)
    }),
    ("letters/preview", |office| {
        let fonts = letters::test_office::fonts();
        letters::preview(&office.file, &office.letter, &fonts).map(drop)
    }),
    ("letters/preview_run", |office| {
        let fonts = letters::test_office::fonts();
        let request = letters::LetterRequest {
            form: "agency".to_owned(),
            ..office.letter.clone()
        };
        letters::preview_run(&office.file, &[request], &fonts).map(drop)
    }),
    ("paper_kinds/preview", |office| {
        let fonts = letters::test_office::fonts();
        let request = paper_kinds::PaperRequest {
            kind: "disclosure_log".to_owned(),
            about_id: Some(office.victim.clone()),
            needs: Vec::new(),
            language: "en".to_owned(),
            page: "us_letter".to_owned(),
            large_print: false,
            both_sides: false,
            goes_with_her: false,
            safe_to_carry: String::new(),
        };
        paper_kinds::preview(&office.file, &request, &fonts).map(drop)
    }),
    ("exchange/read_bundles", |office| {
        exchange::read_bundles(&office.file, &[]).map(drop)
    }),
    ("exchange/rehearse_merge", |office| {
        exchange::rehearse_merge(&office.file, &[]).map(drop)
    }),
    ("exchange/read_revoked_work", |office| {
        exchange::read_revoked_work(&office.file, Path::new("none.clb")).map(drop)
    }),
    ("followups/queue", |office| {
        followups::queue(&office.file).map(drop)
    }),
    ("followups/next_steps", |office| {
        followups::next_steps(&office.file, &office.victim).map(drop)
    }),
    ("referrals/details", |office| {
        referrals::details(&office.file, &office.letter.referral_ids[0]).map(drop)
    }),
    ("referrals/waiting", |office| {
        referrals::waiting(&office.file, 0).map(drop)
    }),
    ("risk_screens/of_victim", |office| {
        risk_screens::of_victim(&office.file, &office.victim).map(drop)
    }),
    ("services/anonymous_contacts", |office| {
        services::anonymous_contacts(&office.file, "2026-01-01", "2026-12-31").map(drop)
    }),
    ("services/of_victim", |office| {
        services::of_victim(&office.file, &office.victim).map(drop)
    }),
    ("victims/history", |office| {
        victims::history(&office.file, &office.victim).map(drop)
    }),
    ("victims/record", |office| {
        victims::record(&office.file, &office.victim).map(drop)
    }),
    ("victims/what_exists", |office| {
        victims::what_exists(&office.file, &office.victim).map(drop)
    }),
    ("contacts/gate", |office| {
        contacts::gate(&office.file, &office.victim).map(drop)
    }),
    ("disclosures/log", |office| {
        disclosures::log(&office.file).map(drop)
    }),
    ("own_lists/other_zones", |office| {
        own_lists::other_zones(&office.file).map(drop)
    }),
    ("papers/out", |office| papers::out(&office.file).map(drop)),
    ("papers/to_recall", |office| {
        papers::to_recall(&office.file).map(drop)
    }),
    ("releases/share_list", |office| {
        let items = ["name".to_owned()];
        releases::share_list(&office.file, &office.partner, &items, None).map(drop)
    }),
    ("retention/due", |office| {
        retention::due(&office.file).map(drop)
    }),
    ("hsds/export_package", |office| {
        crate::hsds::export_package(&office.file, Path::new("none")).map(drop)
    }),
];

/// Every other public function that reads a case file, and why it tells nothing of a victim.
const TELLS_NO_CASE: &[(&str, &str)] = &[
    ("agreements/list", "agencies"),
    ("casefile/back_up", "a copy under the same key"),
    ("casefile/ensure_passphrase", "yes or no"),
    ("casefile/folder", "where the office is"),
    ("casefile/long_work", "how far work is, in numbers"),
    ("casefile/verify", "names of tables that differ"),
    ("community/events", "never about a victim"),
    ("community/materials", "never to whom"),
    (
        "counts/count",
        "numbers; case numbers only to whom cases are shown",
    ),
    ("counts/year", "numbers"),
    ("exchange/days_without_return", "a number of days"),
    ("exchange/files_taken_back", "names of files"),
    ("exchange/keys", "epochs and words"),
    ("exchange/laptops", "laptops and counts"),
    ("exchange/merge_to_undo", "counts"),
    ("counts/differences", "figures; asks who may see them"),
    ("counts/handed_in", "figures; asks who may see them"),
    ("exchange/my_enrolment", "this laptop"),
    ("exchange/notices", "histories"),
    ("exchange/parked", "files"),
    ("exchange/read_enrolment", "a laptop"),
    ("exchange/read_welcome", "the county's words"),
    ("exchange/send_state", "counts and files"),
    ("exchange/standing", "whether this laptop is enrolled"),
    ("groups/list", "groups"),
    ("groups/page", "never about a victim"),
    (
        "hsds/export_json",
        "the directory; asks as export_package does",
    ),
    ("need_to_know/staff", "people who work here"),
    ("partners/entry", "the directory"),
    ("partners/fits", "the directory"),
    ("partners/list", "the directory"),
    ("partners/page", "the directory, and a number through count"),
    (
        "partners/trust",
        "the relationship, and numbers through count",
    ),
    (
        "looks/looks",
        "who looked, by id; case numbers only to whom cases are shown",
    ),
    ("logo/logo", "a picture of the office"),
    ("own_languages/begin", "sentences of papers"),
    ("own_languages/list", "languages"),
    ("on_call/on_call", "people who work here"),
    ("on_call/shift", "people who work here"),
    ("on_call/shifts", "people who work here"),
    ("outreach/changes_waiting", "a number"),
    ("own_lists/lists", "the office's own services and times"),
    ("policy/policy", "what the county decided for every place"),
    ("policy/state_packs", "rules of states"),
    ("recovery/made_at", "a day"),
    ("staff/call_outs", "never to whom"),
    ("staff/list", "people who work here"),
    ("staff/page", "people who work here"),
    ("risk_screens/instruments", "what a screen asks"),
    ("start/look", "the unlock screen"),
    ("surveys/assessments", "without identity"),
    ("surveys/list", "without identity"),
    ("trainings/list", "people who work here"),
    ("undo/offered", "a kind of record, and for how long"),
    ("unlock_code/known", "laptops"),
    ("wordings/list", "sentences of papers"),
    ("wordings/rehearse", "sentences of papers"),
];

/// Public functions of this crate that read a case file: `module/function`, the module being the first below the
/// crate. What changes one goes through [`CaseFile::change`], whose action is asked for in [`deed`].
fn readers(folder: &Path, module: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if name.contains("test") || name == "generated" {
            continue;
        }
        let module = if module.is_empty() { &name } else { module };
        if path.is_dir() {
            readers(&path, module, found);
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let of_file = source.contains("impl CaseFile");
        for part in source.split("pub fn ").skip(1) {
            let Some((name, rest)) = part.split_once('(') else {
                continue;
            };
            let (arguments, _) = rest.split_once(')').unwrap();
            let reads = (arguments.contains("&CaseFile")
                || (of_file && arguments.contains("&self")))
                && !arguments.contains("FnOnce");
            if reads {
                let name = name.split('<').next().unwrap();
                found.insert(format!("{module}/{name}"));
            }
        }
    }
}

/// A function that is added to the core stands in one of the two lists, or this fails.
#[test]
fn every_public_function_that_reads_cases_is_refused_to_who_sees_none() {
    let mut found = BTreeSet::new();
    readers(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        "",
        &mut found,
    );
    assert!(found.len() > 45, "the sources were not read");
    // A change being written and its view of now are no doors.
    found.retain(|name| !matches!(name.as_str(), "casefile/now" | "casefile/staff"));
    let reads = READS_CASES.iter().map(|(name, _)| *name);
    let listed: BTreeSet<String> = reads
        .chain(TELLS_NO_CASE.iter().map(|(name, _)| *name))
        .map(str::to_owned)
        .collect();
    let missing: Vec<&String> = found.difference(&listed).collect();
    assert!(missing.is_empty(), "who may call these? {missing:?}");

    let world = World::new();
    let mut office = office(&world);
    for role in ["it_admin", "grant_viewer", "a role of a newer program"] {
        become_one(&mut office.file, role);
        for (name, ask) in READS_CASES {
            let refused = ask(&office);
            let is_refused = matches!(
                refused,
                Err(Error::CasesNotShown | Error::RoleMayNot { .. })
            );
            assert!(is_refused, "{role}: {name}: {refused:?}");
        }
    }
}

#[test]
fn every_record_that_belongs_to_a_victim_is_hidden_from_who_sees_none() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    become_one(&mut file, "it_admin");
    let tables: Vec<&str> = tables_of_cases().collect();
    for known in [
        "victim",
        "contact_method",
        "contact",
        "referral",
        "letter",
        "follow_up",
    ] {
        assert!(tables.contains(&known), "{known}");
    }
    for table in tables {
        for sql in [
            format!("SELECT * FROM {table}"),
            format!("SELECT count(*) FROM {table}"),
            format!("SELECT 1 FROM staff WHERE EXISTS (SELECT 1 FROM main.{table})"),
        ] {
            let refused = file.conn().prepare(&sql).map(drop);
            let refused = refused.map_err(|source| Error::database("read", source));
            assert!(
                matches!(refused, Err(Error::CasesNotShown)),
                "{sql}: {refused:?}"
            );
        }
    }
    assert!(file.conn().prepare("SELECT name FROM partner").is_ok());
}

#[test]
fn what_the_program_prepared_for_itself_is_not_there_for_the_person() {
    let world = World::new();
    let mut office = office(&world);
    become_one(&mut office.file, "it_admin");
    let sql = "SELECT count(*) FROM victim";
    let count = |conn: &Connection| {
        conn.prepare_cached(sql)
            .and_then(|mut statement| statement.query_row([], |row| row.get::<_, i32>(0)))
            .map_err(|source| Error::database("count", source))
    };
    assert_eq!(office.file.unseen(count).unwrap(), 1);
    assert!(matches!(
        count(office.file.conn()),
        Err(Error::CasesNotShown)
    ));
    assert!(office.file.verify().unwrap().ok);
    assert!(matches!(
        count(office.file.conn()),
        Err(Error::CasesNotShown)
    ));
}

/// A role that does nothing in the table is refused each action of that column, and writes nothing.
#[test]
fn the_table_of_roles_is_what_the_doors_ask() {
    let text = include_str!("mod.rs");
    let mut rows = text
        .lines()
        .filter_map(|line| line.strip_prefix("//! | "))
        .map(|line| {
            line.trim_end_matches('|')
                .split('|')
                .map(str::trim)
                .collect::<Vec<_>>()
        });
    let header = rows.next().unwrap();
    let deeds = [
        ("directory", Deed::Directory),
        ("own work", Deed::OwnWork),
        ("people", Deed::People),
        ("weeks", Deed::Weeks),
        ("deciding", Deed::Deciding),
        ("erasing", Deed::Erasing),
        ("keys", Deed::Keys),
        ("telling", Deed::Telling),
    ];
    let mut seen = 0;
    for row in rows {
        let Some(role) = Role::from_code(row[0].trim_matches('`')) else {
            continue;
        };
        seen += 1;
        let cell = |name: &str| row[header.iter().position(|column| *column == name).unwrap()];
        for (name, deed) in deeds {
            assert_eq!(role.may(deed), cell(name) == "yes", "{role:?}: {name}");
        }
        let sight = match cell("cases") {
            "all" => Sight::All,
            "own" => Sight::Own,
            _ => Sight::None,
        };
        assert_eq!(role.sight(), sight);
        assert_eq!(role.may(Deed::Cases), sight != Sight::None);
        assert_eq!(role.counts(), cell("counts") == "yes", "{role:?}");
    }
    assert_eq!(seen, ROLES.len());
    let codes: Vec<&str> = crate::codes::list("role")
        .iter()
        .map(String::as_str)
        .collect();
    assert_eq!(codes, ROLES.map(Role::code));
}

#[test]
fn who_may_not_write_writes_nothing() {
    let world = World::new();
    let mut office = office(&world);
    for role in ["it_admin", "grant_viewer"] {
        become_one(&mut office.file, role);
        let commits = office.file.verify().unwrap().commits;
        let refused = victims::create(&mut office.file, &victim("Ana", "Other"));
        assert!(matches!(
            refused,
            Err(Error::RoleMayNot { .. } | Error::CasesNotShown)
        ));
        let refused = partners::create(&mut office.file, &partner("Clinic"));
        assert!(matches!(refused, Err(Error::RoleMayNot { .. })));
        let refused = need_to_know::restrict(&mut office.file, &office.victim, true, "");
        assert!(matches!(refused, Err(Error::RoleMayNot { .. })));
        let me = crate::ids::text(office.file.place().staff);
        let refused = staff::end_access(&mut office.file, &me, None, "");
        assert!(matches!(refused, Err(Error::OwnRole)));
        assert_eq!(office.file.verify().unwrap().commits, commits);
    }
}

#[test]
fn a_grant_viewer_gets_numbers_and_an_it_admin_none() {
    let world = World::new();
    let mut office = office(&world);
    become_one(&mut office.file, "grant_viewer");
    let page = partners::page(&office.file, &office.partner).unwrap();
    assert_eq!(page.referrals_sent, 1);
    let trust = partners::trust(&office.file, &office.partner).unwrap();
    assert_eq!(trust.referrals["offered"], 1);
    become_one(&mut office.file, "it_admin");
    let refused = partners::trust(&office.file, &office.partner);
    assert!(matches!(refused, Err(Error::CasesNotShown)));
    let question = FitQuestion {
        need: "legal".to_owned(),
        zone: None,
        language: None,
        age: None,
        at: None,
        now: false,
    };
    assert_eq!(partners::fits(&office.file, &question).unwrap().len(), 1);
}

fn talk(victim: &str) -> ContactForm {
    ContactForm {
        victim_id: victim.to_owned(),
        channel: "in_person".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    }
}

#[test]
fn a_volunteer_sees_and_writes_her_own_cases_and_no_others() {
    let world = World::new();
    let mut office = office(&world);
    let mut own = victim("Olga", "Own");
    own.follow_up_on = Some("2026-03-02".to_owned());
    let own = victims::create(&mut office.file, &own).unwrap().id;
    for (victim, number) in [(&office.victim, "26-00117"), (&own, "26-00244")] {
        let incident = IncidentForm {
            agency_case_number: number.to_owned(),
            part: PartForm {
                role: "primary".to_owned(),
                ..PartForm::default()
            },
            ..IncidentForm::default()
        };
        incidents::record(&mut office.file, victim, &incident).unwrap();
    }
    let me = crate::ids::text(office.file.place().staff);
    need_to_know::name_for(&mut office.file, &own, &me).unwrap();
    become_one(&mut office.file, "volunteer");
    let file = &mut office.file;

    let names = |file: &CaseFile| -> Vec<String> {
        let found = victims::find(file, "").unwrap();
        found.into_iter().map(|victim| victim.name).collect()
    };
    assert_eq!(names(file), ["Olga Own"]);
    assert!(victims::find(file, "Marker").unwrap().is_empty());
    let refused = victims::page(file, &office.victim);
    assert!(matches!(refused, Err(Error::NotFound { .. })));
    let today = outreach::today(file).unwrap();
    assert_eq!((today.today.all, today.upcoming.all), (1, 0));
    assert_eq!(today.week_new_victims, 1);
    assert!(matches!(inbox::items(file), Err(Error::RoleMayNot { .. })));
    let by_number = |number: &str| -> Vec<String> {
        let found = victims::find(file, number).unwrap();
        found.into_iter().map(|victim| victim.name).collect()
    };
    assert!(by_number("26-00117").is_empty());
    assert_eq!(by_number("26-00244"), ["Olga Own"]);

    outreach::record_contact(file, &talk(&own)).unwrap();
    let refused = outreach::record_contact(file, &talk(&office.victim));
    assert!(matches!(refused, Err(Error::NotFound { .. })));
    let way = ContactMethodForm {
        value: "555-0100".to_owned(),
        ..phone("555-0100", "yes")
    };
    assert!(contacts::add(file, &office.victim, &way).is_err());
    let new = victims::create(file, &victim("Nina", "New")).unwrap().id;
    assert_eq!(victims::page(file, &new).unwrap().summary.name, "Nina New");
    assert_eq!(names(file).len(), 2);
    assert!(file.verify().unwrap().ok);

    // Who sees no case looks for agencies, and the words of cases are none of them.
    become_one(file, "it_admin");
    assert!(partners::list(file, "26-00244").unwrap().is_empty());
    assert_eq!(partners::list(file, "legal").unwrap().len(), 1);

    become_one(file, "deputy");
    assert_eq!(names(file).len(), 3);
    let shown = victims::record(file, &own).unwrap();
    assert_eq!(shown.named[0].staff_id, me);
    need_to_know::no_longer_name_for(file, &own, &me, &shown.seen).unwrap();
    assert!(victims::record(file, &own).unwrap().named.is_empty());
    become_one(file, "volunteer");
    assert_eq!(names(file), ["Nina New"], "no longer hers");
    assert!(file.verify().unwrap().ok);
}

/// What protects her is not lost because a volunteer may not see where it stands.
#[test]
fn a_mark_on_a_record_a_volunteer_does_not_see_holds_for_her_too() {
    let world = World::new();
    let mut office = office(&world);
    let file = &mut office.file;
    let me = crate::ids::text(file.place().staff);
    // A link stands in the record whose id is smaller: hers or the one not seen, as it comes.
    let mut pairs = Vec::new();
    for place in 0..6 {
        let [own, other] = ["Maria", "Mary"].map(|name| {
            let form = victim(name, &format!("Marker{place}"));
            victims::create(file, &form).unwrap().id
        });
        need_to_know::name_for(file, &own, &me).unwrap();
        duplicates::link(file, &own, &other).unwrap();
        let seen = victims::page(file, &other).unwrap().seen;
        victims::forbid_contact(file, &other, "She asked us not to", &seen).unwrap();
        pairs.push((own, other));
    }
    let orders: BTreeSet<bool> = pairs.iter().map(|(own, other)| own < other).collect();
    assert_eq!(orders.len(), 2, "both orders of ids");
    become_one(file, "volunteer");
    assert_eq!(victims::find(file, "").unwrap().len(), pairs.len());
    for (own, _) in pairs {
        let call = ContactForm {
            channel: "phone".to_owned(),
            ..talk(&own)
        };
        let refused = outreach::record_contact(file, &call);
        assert!(matches!(refused, Err(Error::DoNotContact)), "{refused:?}");
    }
}

#[test]
fn whose_access_ended_opens_nothing_from_that_day_on() {
    let world = World::new();
    let mut office = office(&world);
    let me = office.file.place().staff;
    let ends = |day: &str| Value::text(day);
    office
        .file
        .change(Action::SetUp, |change| {
            change.edit_current(&STAFF, me, [("disabled_on", ends("2026-03-03"))])
        })
        .unwrap();
    assert!(victims::find(&office.file, "").is_ok());
    drop(office.file);
    world.clock.set("2026-03-03T07:00:00-06:00");
    let mut file = world.unlock("Rivertown");
    assert!(matches!(
        victims::find(&file, ""),
        Err(Error::CasesNotShown)
    ));
    let refused = victims::create(&mut file, &victim("Ana", "Other"));
    assert!(matches!(
        refused,
        Err(Error::AccessEnded | Error::CasesNotShown)
    ));
    let refused = partners::create(&mut file, &partner("Clinic"));
    assert!(matches!(refused, Err(Error::AccessEnded)));
    assert!(file.verify().unwrap().ok);
}

/// The county gives the role, and the laptop keeps to it once it hears.
#[test]
fn a_role_given_at_the_county_holds_on_the_laptop() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    victims::create(&mut laptop, &victim("Maria", "Marker")).unwrap();
    let stick = world.stick("stick");
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    let dana = staff::list(&county).unwrap();
    let dana = dana
        .into_iter()
        .find(|person| person.form.name == "Dana Deputy")
        .unwrap();
    let form = staff::StaffForm {
        role: "grant_viewer".to_owned(),
        ..dana.form
    };
    staff::edit(&mut county, &dana.id, &form, &dana.seen).unwrap();
    let dana_id = dana.id;
    let back = exchange::hand_back(&mut county, &stick).unwrap();
    assert_eq!(victims::find(&laptop, "").unwrap().len(), 1);
    exchange::receive(&mut laptop, &back[0].paths).unwrap();
    assert!(matches!(
        victims::find(&laptop, ""),
        Err(Error::CasesNotShown)
    ));
    let refused = victims::create(&mut laptop, &victim("Ana", "Other"));
    assert!(refused.is_err());
    assert!(laptop.verify().unwrap().ok);
    // Her work still goes out, and the next role still comes in.
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    let dana = staff::page(&county, &dana_id).unwrap().person;
    let form = staff::StaffForm {
        role: "deputy".to_owned(),
        ..dana.form
    };
    staff::edit(&mut county, &dana_id, &form, &dana.seen).unwrap();
    let back = exchange::hand_back(&mut county, &stick).unwrap();
    exchange::receive(&mut laptop, &back[0].paths).unwrap();
    assert_eq!(victims::find(&laptop, "").unwrap().len(), 1);
    assert_eq!(victims::find(&county, "").unwrap().len(), 1);
}

#[test]
fn who_looks_at_figures_for_a_grant_sees_them_and_no_case_number() {
    let world = World::new();
    let mut office = office(&world);
    let service = services::ServiceForm {
        victim_id: Some(office.victim.clone()),
        item: "A1".to_owned(),
        mode: "phone".to_owned(),
        funding_source: Some("voca".to_owned()),
        outcome: "accepted".to_owned(),
        ..services::ServiceForm::default()
    };
    services::record(&mut office.file, &service).unwrap();
    let settings = counts::CountSettings::usual("2026-01-01", "2026-12-31");
    let mut counted = counts::count(&office.file, &settings).unwrap();
    assert!(!counted.figures[0].case_numbers.is_empty());
    assert!(!counted.missing_answers.is_empty());
    become_one(&mut office.file, "grant_viewer");
    let seen = counts::count(&office.file, &settings).unwrap();
    counted.missing_answers.clear();
    for figure in &mut counted.figures {
        figure.case_numbers.clear();
    }
    assert_eq!(seen, counted);
    become_one(&mut office.file, "it_admin");
    let refused = counts::count(&office.file, &settings);
    assert!(matches!(refused, Err(Error::CasesNotShown)), "{refused:?}");
}
