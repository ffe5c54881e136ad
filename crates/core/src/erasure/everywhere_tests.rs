//! What an order erased is in no byte of any file of any place: not in the case file, in backups made
//! afterwards, in bundles written afterwards, nor in sealed files that wait.

use std::path::Path;

use super::markers::*;
use super::*;
use crate::testing::travel::record;
use crate::testing::{World, partner};
use crate::{exchange, outreach, partners, victims};

fn whole_record(victim_id: &str) -> EraseForm {
    EraseForm {
        victim_id: victim_id.to_owned(),
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    }
}

#[test]
fn what_an_order_erased_is_in_no_byte_of_any_file_of_any_place() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let agency = partners::create(&mut county, &partner("Legal Aid"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    let ana = type_everything(&mut laptop, &agency);
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, std::slice::from_ref(&week)).unwrap();
    disagree(&mut county, &ana, "Othermarker");
    disagree(&mut laptop, &ana, "Latermarker");
    outreach::record_contact(&mut laptop, &contact(&ana, "Deletedmarker")).unwrap();
    let second = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, std::slice::from_ref(&second)).unwrap();
    assert_eq!(crate::inbox::conflicts(&county).unwrap().len(), 1);
    for file in [&county, &laptop] {
        file.back_up().unwrap();
    }

    // The search finds every marker before.
    let all: BTreeSet<&str> = MARKERS.iter().map(String::as_str).collect();
    assert_eq!(found_in(&county.pages_on_disk()), all);
    let mut on_laptop = all.clone();
    on_laptop.remove("Othermarker");
    assert_eq!(found_in(&laptop.pages_on_disk()), on_laptop);
    assert_eq!(found_in(&blocks_of(&county, &laptop, &second)), on_laptop);

    order(&mut county, &whole_record(&ana)).unwrap();
    // Written and sent without knowing of the order.
    outreach::record_contact(&mut laptop, &contact(&ana, "Latermarker")).unwrap();
    let unheard = exchange::send_week(&mut laptop, &stick).unwrap().path;
    let request = exchange::write_enrolment(&mut laptop, &stick).unwrap().path;
    let welcome = exchange::enrol_laptop(&mut county, Path::new(&request), &stick).unwrap();
    exchange::accept_welcome(&mut laptop, Path::new(&welcome.path)).unwrap();
    // The first stick, found again, brings nothing back.
    for late in [&week, &second, &unheard] {
        exchange::merge(&mut county, std::slice::from_ref(late)).unwrap();
    }
    let third = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, std::slice::from_ref(&third)).unwrap();

    let nothing = BTreeSet::new();
    for file in [&county, &laptop] {
        ensure_nothing_found(&world, file);
    }
    // No sealed file that holds her is kept in the office either.
    for path in files_of(county.folder()) {
        if path.extension().is_some_and(|extension| extension == "clb") {
            let sealed = blocks_of(&county, &laptop, path.to_str().unwrap());
            assert_eq!(found_in(&sealed), nothing, "{}", path.display());
        }
    }
    assert_eq!(found_in(&blocks_of(&county, &laptop, &third)), nothing);
    let welcomed = blocks_of(&laptop, &county, &welcome.path);
    assert_eq!(found_in(&welcomed), nothing);
    // What is about others is still found.
    assert_eq!(partners::list(&laptop, "").unwrap().len(), 1);
}

/// Rivertown with an agency, a laptop that wrote everything about Ana, one that only has it, and one that was
/// lost and whose later work, about her and about Zoe, waits at the county.
struct Lost {
    world: World,
    county: CaseFile,
    writer: CaseFile,
    reader: CaseFile,
    lost: CaseFile,
    ana: String,
    /// The week that waits, as it came.
    later: String,
}

impl Lost {
    fn new() -> Lost {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let agency = partners::create(&mut county, &partner("Legal Aid")).unwrap();
        let [mut writer, mut reader, mut lost] = [
            ("Laptop 07", "Dana Deputy"),
            ("Laptop 08", "Lee Deputy"),
            ("Laptop 09", "Kim Deputy"),
        ]
        .map(|(name, person)| world.joined_laptop(&mut county, name, person));
        let ana = type_everything(&mut writer, &agency.id);
        world.week(&mut writer, &mut county);
        let paths = world.returns(&mut county, "before");
        for laptop in [&mut writer, &mut reader, &mut lost] {
            exchange::receive(laptop, &paths).unwrap();
        }
        disagree(&mut county, &ana, "Othermarker");
        disagree(&mut lost, &ana, "Latermarker");
        world.week(&mut lost, &mut county);
        let paths = world.returns(&mut county, "apart");
        exchange::receive(&mut reader, &paths).unwrap();
        exchange::revoke_laptop(&mut county, "Laptop 09").unwrap();
        outreach::record_contact(&mut lost, &contact(&ana, "Deletedmarker")).unwrap();
        record(&mut lost, "Zoe");
        let later = world.sent(&mut lost);
        let merged = exchange::merge(&mut county, std::slice::from_ref(&later)).unwrap();
        assert_eq!(merged.files[0].state, "parked");
        Lost {
            world,
            county,
            writer,
            reader,
            lost,
            ana,
            later,
        }
    }

    fn kept_copy(&self) -> String {
        let waiting = exchange::parked(&self.county).unwrap().remove(0);
        let folder = self.county.folder().join("parked");
        folder
            .join(format!("{}.clb", waiting.id))
            .display()
            .to_string()
    }
}

#[test]
fn an_order_that_comes_with_a_return_erases_everywhere_also_in_files_that_wait() {
    let mut office = Lost::new();
    let kept = office.kept_copy();
    for file in [&office.county, &office.writer, &office.reader] {
        file.back_up().unwrap();
        assert!(
            found_in(&file.pages_on_disk()).len() > 8,
            "the search finds them"
        );
    }
    let waiting = found_in(&blocks_of(&office.county, &office.lost, &kept));
    assert!(waiting.contains("Deletedmarker"), "{waiting:?}");

    order(&mut office.county, &whole_record(&office.ana)).unwrap();
    // Written without knowing of the order.
    outreach::record_contact(&mut office.writer, &contact(&office.ana, "Notemarker")).unwrap();
    let paths = office.world.returns(&mut office.county, "the order");
    for laptop in [&mut office.writer, &mut office.reader] {
        exchange::receive(laptop, &paths).unwrap();
    }
    for file in [&office.county, &office.writer, &office.reader] {
        ensure_nothing_found(&office.world, file);
    }
    let nothing = BTreeSet::new();
    // The copy that waits is signed by this office now, and says the same without her.
    let reduced = exchange::testing::opened(&office.county, &office.county, &kept);
    assert_eq!(found_in(&blocks_in(&reduced)), nothing);
    for own in exchange::testing::sealed_for(&office.reader, &paths) {
        let handed = blocks_of(&office.reader, &office.county, &own);
        assert_eq!(found_in(&handed), nothing, "what is handed back");
    }
    for laptop in [&mut office.writer, &mut office.reader] {
        let week = office.world.sent(laptop);
        let sealed = blocks_of(&office.county, laptop, &week);
        assert_eq!(found_in(&sealed), nothing, "a week written afterwards");
        exchange::merge(&mut office.county, &[week]).unwrap();
    }
    let told = orders(&office.county).unwrap().orders.remove(0);
    assert_eq!(told.outstanding, 1, "the lost laptop never will");

    // A supervisor takes the work that waits in: the rest of it is there, she is not.
    let taken = exchange::take_in_revoked_work(&mut office.county, Path::new(&kept)).unwrap();
    assert!(taken.new_changes > 0, "{taken:?}");
    assert!(exchange::parked(&office.county).unwrap().is_empty());
    let found = victims::find(&office.county, "").unwrap();
    let names: Vec<_> = found.iter().map(|victim| &victim.name).collect();
    assert_eq!(names, ["Zoe Marker"]);
    ensure_nothing_found(&office.world, &office.county);
    // The stick itself, found again, brings nothing more.
    exchange::merge(&mut office.county, std::slice::from_ref(&office.later)).unwrap();
    ensure_nothing_found(&office.world, &office.county);
}

#[test]
fn what_comes_after_the_order_and_must_wait_is_kept_without_what_was_erased() {
    let mut office = Lost::new();
    let kept = office.kept_copy();
    let waiting = exchange::parked(&office.county).unwrap().remove(0);
    exchange::forget_parked(&mut office.county, &waiting.id).unwrap();
    order(&mut office.county, &whole_record(&office.ana)).unwrap();
    let again = exchange::merge(&mut office.county, std::slice::from_ref(&office.later)).unwrap();
    assert_eq!(again.files[0].state, "parked");
    let reduced = exchange::testing::opened(&office.county, &office.county, &kept);
    assert_eq!(found_in(&blocks_in(&reduced)), BTreeSet::new());
    assert_eq!(exchange::parked(&office.county).unwrap()[0].id, waiting.id);
}
