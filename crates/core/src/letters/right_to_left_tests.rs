//! A language that is written from right to left, added to an office by files: every paper of hers that can be in it.
//!
//! The texts are the sample of `tests/languages/ar`, the letters those of Debian's fonts-noto-core.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use countyline_documents::testing::{Role, TagId, tags};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};

use super::every_template_tests::krilla_oracle;
use super::test_office::{full_letter, letters_of, release, seen, unmarked};
use super::*;
use crate::paper_kinds::{self, PaperRequest};
use crate::partners::directory::{PartnerServiceForm, create_service};
use crate::partners::{self, PartnerForm};
use crate::referrals::{ReferralDetails, ReferralForm};
use crate::releases::{ReleaseDetails, ReleaseForm};
use crate::testing::{World, partner, service, victim};
use crate::victims;

/// Its tag.
const ARABIC: &str = "ar";
/// What every title of the sample begins with: that it is one.
const SAMPLE: &str = "نموذج";
/// The numbers of the agencies and of the service, and hers.
const NUMBERS: [&str; 3] = ["555-0115", "555-0161", "555-0101"];
/// Prints: the page, and whether in large print.
const PRINTS: [(&str, bool); 2] = [("us_letter", false), ("a4", true)];

struct Office {
    file: CaseFile,
    fonts: Fonts,
    victim: String,
    referrals: Vec<String>,
    release: String,
}

/// A paper in a language.
struct Made {
    name: String,
    layout: Layout,
    shown: LetterPreview,
}

impl Office {
    /// A county that added the language, with a victim who was referred to an agency and to a service of another.
    fn new(world: &World) -> Office {
        let mut file = world.county("Rivertown");
        let fonts = add_language(&file);
        let victim = victims::create(&mut file, &victim("مريم", "Marker"));
        let victim = victim.unwrap().id;
        let agencies = ["Valley Legal Aid", "عيادة الوادي"]
            .map(|name| partners::create(&mut file, &partner(name)).unwrap().id);
        let number = [("number", "555-0161"), ("extension", "12")];
        let number = number.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let hours = [
            ("byday", "MO,TU,WE"),
            ("opens_at", "09:00"),
            ("closes_at", "12:30"),
        ];
        let hours = hours.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let form = PartnerServiceForm {
            phones: vec![number.into()],
            schedules: vec![hours.into()],
            languages: vec!["ar".to_owned()],
            ..service(&agencies[0], "Evictions")
        };
        let meant = create_service(&mut file, &form).unwrap().id;
        let form = ReferralForm {
            victim_id: victim.clone(),
            partner_ids: agencies.to_vec(),
            need: "legal".to_owned(),
            kind: "cold_info".to_owned(),
            release_id: None,
        };
        let details = ReferralDetails {
            service_ids: vec![meant],
            ..ReferralDetails::default()
        };
        let mut made = referrals::refer_in_detail(&mut file, &form, &details).unwrap();
        // The one to the service first: it is what a letter to its agency is for.
        made.sort_by_key(|row| row.service_name.is_empty());
        let items = ["name", "need", "safe_contact", "access_needs"];
        let form = ReleaseForm {
            purpose: "محام".to_owned(),
            ..release(
                &victim,
                &agencies[0],
                &items,
                Some(ReleaseDetails::default()),
            )
        };
        let release = releases::sign(&mut file, &form).unwrap().id;
        Office {
            referrals: made.into_iter().map(|row| row.id).collect(),
            file,
            fonts,
            victim,
            release,
        }
    }

    fn letter(&self, form: &str, language: &str, (page, large): (&str, bool)) -> LetterRequest {
        let of_agency = form == "agency";
        let count = if of_agency { 1 } else { self.referrals.len() };
        LetterRequest {
            form: form.to_owned(),
            language: language.to_owned(),
            page: page.to_owned(),
            large_print: large,
            release_id: of_agency.then(|| self.release.clone()),
            exclusions_read: true,
            ..full_letter(self.victim.clone(), self.referrals[..count].to_vec())
        }
    }

    fn paper(&self, kind: &str, language: &str, (page, large): (&str, bool)) -> PaperRequest {
        PaperRequest {
            kind: kind.to_owned(),
            about_id: None,
            needs: Vec::new(),
            language: language.to_owned(),
            page: page.to_owned(),
            large_print: large,
            both_sides: false,
            goes_with_her: false,
            safe_to_carry: "yes".to_owned(),
        }
    }

    /// Every paper that speaks added languages, in a language and a print.
    fn all(&self, language: &str, print: (&str, bool)) -> Vec<Made> {
        let mut all = Vec::new();
        for form in ["full", "plain", "discreet", "pocket_card", "agency"] {
            let request = self.letter(form, language, print);
            let made = make(&self.file, &request, &self.fonts).unwrap();
            all.push(Made {
                name: form.to_owned(),
                layout: made.layout,
                shown: preview(&self.file, &request, &self.fonts).unwrap(),
            });
        }
        for kind in paper_kinds::kinds() {
            if !kind.speaks_added_languages {
                continue;
            }
            let plain = self.paper(&kind.code, language, print);
            let about_id = match &*kind.about {
                "victim" => Some(self.victim.clone()),
                "release" => Some(self.release.clone()),
                _ => None,
            };
            let mut wanted = vec![(
                kind.code.clone(),
                PaperRequest {
                    about_id,
                    ..plain.clone()
                },
            )];
            if kind.code == "release_form" {
                wanted.push(("release_form, blank".to_owned(), plain.clone()));
            }
            if kind.code == "resource_list" {
                let goes_with_her = true;
                let carried = PaperRequest {
                    goes_with_her,
                    ..plain
                };
                wanted.push(("resource_list, carried".to_owned(), carried));
            }
            for (name, request) in wanted {
                all.push(Made {
                    name,
                    layout: paper_kinds::laid_out(&self.file, &request, &self.fonts).unwrap(),
                    shown: paper_kinds::preview(&self.file, &request, &self.fonts).unwrap(),
                });
            }
        }
        all
    }
}

/// Puts the files of the sample into the folder of an office, as a county does; the fonts, with one for its letters.
fn add_language(file: &CaseFile) -> Fonts {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let language = file.folder().join("languages").join(ARABIC);
    fs::create_dir_all(&language).unwrap();
    for name in ["papers.ftl", "deny.txt"] {
        let sample = root.join("tests/languages").join(ARABIC).join(name);
        fs::copy(sample, language.join(name)).unwrap();
    }
    let packs = font_packs(file.folder());
    fs::create_dir_all(&packs).unwrap();
    for name in ["NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"] {
        let font = Path::new("/usr/share/fonts/truetype/noto").join(name);
        fs::copy(font, packs.join(name)).expect("scripts/setup.sh installs fonts-noto-core");
    }
    Fonts::load_with_packs(&root.join("assets/fonts"), &packs).unwrap()
}

/// How far from the left the first letter of each tag stands, and the last.
fn reach(layout: &Layout) -> BTreeMap<TagId, (f32, f32)> {
    let mut reach: BTreeMap<TagId, (f32, f32)> = BTreeMap::new();
    for (x, _, tag, _) in letters_of(layout).into_iter().flatten() {
        if let Some(tag) = tag {
            let (first, last) = reach.entry(tag).or_insert((x, x));
            *first = first.min(x);
            *last = last.max(x);
        }
    }
    reach
}

/// Of every two that stand beside each other (cells of a row, a point and its text), whether the first stands left.
fn first_stands_left(layout: &Layout) -> Vec<bool> {
    let (tags, reach) = (tags(layout), reach(layout));
    let mut found = Vec::new();
    for (id, tag) in tags.iter().enumerate() {
        if !matches!(tag.role, Role::Row | Role::ListItem) {
            continue;
        }
        let parts = (id + 1..tags.len()).filter(|part| tags[*part].parent == Some(id));
        let parts: Vec<(f32, f32)> = parts.filter_map(|part| reach.get(&part)).copied().collect();
        found.extend(parts.windows(2).map(|pair| {
            let (one, other) = (pair[0], pair[1]);
            assert!(one.1 < other.0 || other.1 < one.0, "they overlap");
            one.0 < other.0
        }));
    }
    found
}

#[test]
fn a_language_written_from_right_to_left_is_added_by_files_and_every_paper_of_hers_speaks_it() {
    let world = World::new();
    let office = Office::new(&world);
    let (mut made, mut with_numbers, mut with_dates) = (0, 0, 0);
    for print in PRINTS {
        for paper in office.all(ARABIC, print) {
            let name = &paper.name;
            assert!(paper.shown.ready, "{name}: {:?}", paper.shown.checks);
            assert!(
                paper.shown.text.contains(SAMPLE),
                "{name}: {}",
                paper.shown.text
            );
            let pdf = to_pdf(&paper.layout).unwrap();
            let pdf = lopdf::Document::load_mem(&pdf).unwrap();
            let catalog = pdf.catalog().unwrap();
            assert_eq!(
                catalog.get(b"Lang").unwrap().as_str().unwrap(),
                b"ar",
                "{name}"
            );
            let preferences = catalog.get(b"ViewerPreferences").unwrap();
            let direction = preferences.as_dict().unwrap().get(b"Direction").unwrap();
            assert_eq!(direction.as_name().unwrap(), b"R2L", "{name}");
            let marks = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
            assert!(marks.get(b"Marked").unwrap().as_bool().unwrap(), "{name}");
            assert!(catalog.has(b"StructTreeRoot"), "{name}");
            // Whatever is read, in this order.
            let headings = tags(&paper.layout).iter();
            let mut headings = headings.filter(|tag| matches!(tag.role, Role::Heading(_)));
            assert!(headings.next().unwrap().text.contains(SAMPLE), "{name}");
            with_numbers += usize::from(numbers_stand(&paper));
            with_dates += usize::from(date_stands(&paper));
            made += 1;
        }
    }
    // Five letters, five kinds, a blank form and a list that goes with her.
    assert_eq!(made, PRINTS.len() * 12);
    assert_eq!(with_numbers, PRINTS.len() * 8);
    assert!(with_dates > 15, "{with_dates}");
}

/// Each number of a paper that is written with its direction kept apart stands in its order; whether there is one.
fn numbers_stand(paper: &Made) -> bool {
    let lines = seen(&paper.layout);
    let mut any = false;
    for number in NUMBERS {
        let times = paper.shown.text.matches(number).count();
        let backwards: String = number.split('-').rev().collect::<Vec<_>>().join("-");
        assert!(
            !lines.iter().any(|line| line.contains(&backwards)),
            "{}",
            paper.name
        );
        let right = lines.iter().map(|line| line.matches(number).count());
        assert_eq!(
            right.sum::<usize>(),
            times,
            "{}: {number} in {lines:#?}",
            paper.name
        );
        any |= times > 0;
    }
    any
}

/// A date stands from right to left, its day first; whether there is one.
fn date_stands(paper: &Made) -> bool {
    let month: String = "مارس".chars().rev().collect();
    let lines = seen(&paper.layout);
    for line in &lines {
        for year_first in ["2 2026", "20 2026"] {
            assert!(!line.contains(year_first), "{}: {line}", paper.name);
        }
    }
    // In large print it may run over to the next line.
    let begins = format!("{month} 2");
    lines.iter().any(|line| line.contains(&begins))
}

/// What a person sees who looks for a number that was not kept apart: this test would find it.
#[test]
fn a_number_that_is_not_kept_apart_is_seen_backwards() {
    let world = World::new();
    let office = Office::new(&world);
    let said = |text: String| {
        let mut paper = countyline_documents::Paper::new(SAMPLE, ARABIC);
        paper.direction = countyline_documents::Direction::of(ARABIC);
        paper.blocks = vec![countyline_documents::Block::paragraph(text)];
        seen(&countyline_documents::lay_out(&paper, &office.fonts).unwrap()).concat()
    };
    let isolated = countyline_documents::isolate("555-0115");
    assert!(said(format!("الهاتف {isolated} مساء")).contains("555-0115"));
    assert!(said("الهاتف 555-0115 مساء".to_owned()).contains("0115-555"));
}

#[test]
fn tables_and_lists_are_mirrored() {
    let world = World::new();
    let office = Office::new(&world);
    for print in PRINTS {
        let english = office.all("en", print);
        for (arabic, english) in office.all(ARABIC, print).into_iter().zip(english) {
            let mirrored = first_stands_left(&arabic.layout);
            assert!(mirrored.iter().all(|left| !left), "{}", arabic.name);
            let usual = first_stands_left(&english.layout);
            assert!(usual.iter().all(|left| *left), "{}", english.name);
            assert_eq!(mirrored.len(), usual.len(), "{}", arabic.name);
            assert!(!mirrored.is_empty(), "{}", arabic.name);
        }
    }
}

/// krilla draws every paper with its validators for PDF/UA-1 and PDF/A-2a on: it refuses what they forbid.
#[test]
fn another_writer_accepts_every_paper_in_it() {
    let world = World::new();
    let office = Office::new(&world);
    let mut known = krilla_oracle::Fonts::new();
    for print in PRINTS {
        for paper in office.all(ARABIC, print) {
            let both = ConfigurationBuilder::new()
                .with_accessibility_validator(Accessibility::UA1)
                .with_archival_validator(Archival::A2_A)
                .finish()
                .unwrap();
            let drawn = krilla_oracle::drawn(&paper.layout, &mut known, both);
            drawn.unwrap_or_else(|complaint| panic!("{}: {complaint}", paper.name));
        }
    }
}

/// What a state wrote is in the program's languages alone.
#[test]
fn the_rights_of_a_state_and_the_papers_of_the_office_do_not_speak_it() {
    let world = World::new();
    let office = Office::new(&world);
    for kind in paper_kinds::kinds() {
        if kind.speaks_added_languages {
            continue;
        }
        let request = office.paper(&kind.code, ARABIC, PRINTS[0]);
        let refused = paper_kinds::preview(&office.file, &request, &office.fonts);
        let is_refused = matches!(refused, Err(Error::UnknownCode { field: "language" }));
        assert!(is_refused, "{}", kind.code);
    }
}

/// The words that the language denies are looked for in it, and in every other language.
#[test]
fn an_agency_whose_name_or_hours_tell_something_in_it_appears_by_its_number_alone() {
    let world = World::new();
    let mut office = Office::new(&world);
    let agency = PartnerForm {
        // With and without the mark over the alef, as it is typed.
        name: "ماوى النساء".to_owned(),
        hours: "اتصلي بالشُّرطة ليلا".to_owned(),
        phone: "555-0177".to_owned(),
        ..partner("")
    };
    let agency = partners::create(&mut office.file, &agency).unwrap().id;
    let form = ReferralForm {
        victim_id: office.victim.clone(),
        partner_ids: vec![agency],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let made = referrals::refer_victim(&mut office.file, &form).unwrap();
    office.referrals.push(made[0].id.clone());
    for language in [ARABIC, "en"] {
        for paper in office.all(language, PRINTS[0]) {
            let text = unmarked(&paper.shown.text);
            let tells = text.contains("ماوى") || text.contains("شُّرطة");
            match &*paper.name {
                "discreet" | "pocket_card" | "resource_list, carried" => {
                    assert!(text.contains("555-0177"), "{}: {text}", paper.name);
                    assert!(!tells, "{}: {text}", paper.name);
                    assert!(text.contains("عيادة الوادي"), "{}: {text}", paper.name);
                    let mut checks = paper.shown.checks.iter();
                    let looked = checks.any(|check| check.code == "check-no-denied-word");
                    assert!(looked && paper.shown.ready, "{}", paper.name);
                }
                "full" => assert!(tells, "{text}"),
                _ => {}
            }
        }
    }
    let victim = ids::parse(&VICTIM, &office.victim).unwrap();
    let private = Private::of(&office.file, victim).unwrap();
    assert!(private.denied_word_stands_in("في المحكمة غدا"));
    assert!(private.names_stand_in("إلى مريم"));
}
