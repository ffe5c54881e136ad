//! What a person waits for at the screen, by the wall clock: opening, finding, the day's list, saving.
//! And what encryption costs.

use countyline_core::casefile::CaseFile;
use countyline_core::outreach::{self, ContactForm};
use countyline_core::outside::testing::outside;
use countyline_core::outside::{KeyCost, Outside};
use countyline_core::start::{self, NewOffice};
use countyline_core::testing::{PASSPHRASE, World};
use countyline_core::victims;

use crate::Outcome;
use crate::baseline::{Floor, Kept};
use crate::exchange::WHOLE_YEAR;
use crate::laptop::{FIRST, Log};
use crate::table::{Table, Target};
use crate::timing::{Spent, in_turns, measured, median};
use crate::year::{Size, Year};

/// Measures the county with the whole year.
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let year = Year::new(size.victims, size.victims * size.contacts_each);
    finding(world, size, table)?;
    saving(world, size, &year, table)?;
    unlocking(world, size, table)?;
    encryption(world, size, &year, table)
}

fn finding(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let county = world.unlock(WHOLE_YEAR);
    let queries = ["nunez", "iris exam", "B7-0042", "5550117", "wren"];
    let rounds = in_turns(
        size.rounds * size.repeats,
        |round| {
            let query = queries[round % queries.len()];
            let (found, spent) = measured(|| victims::find(&county, query));
            if found?.is_empty() && size.victims > 1_000 {
                return Err(format!("nobody was found by {query}").into());
            }
            Ok(spent)
        },
        |_| {
            let (today, spent) = measured(|| outreach::today(&county));
            today?;
            Ok(spent)
        },
    )?;
    table.add(
        "find a victim",
        milliseconds(rounds.iter().map(|(find, _)| *find)),
        "ms",
        Target::AtMost(50.0),
    );
    table.add(
        "today's list",
        milliseconds(rounds.iter().map(|(_, today)| *today)),
        "ms",
        Target::None,
    );
    Ok(())
}

fn saving(world: &World, size: Size, year: &Year, table: &mut Table) -> Outcome<()> {
    let mut county = world.unlock(WHOLE_YEAR);
    let her = victims::find(&county, "")?;
    let form = ContactForm {
        victim_id: her.first().ok_or("the county knows nobody")?.id.clone(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: Some(10),
        note: "Talked about court on the next date; she will bring the papers.".to_owned(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    let floor = Floor::new(&world.path("saves floor"), Kept::Encrypted)?;
    let rounds = in_turns(
        size.rounds * size.repeats,
        |_| {
            let (saved, spent) = measured(|| outreach::record_contact(&mut county, &form));
            saved?;
            Ok(spent)
        },
        |round| {
            let contact = &year.contacts[0];
            let (saved, spent) = measured(|| floor.save_one(contact, round));
            saved.map(|()| spent)
        },
    )?;
    table.add(
        "save a contact, on disk",
        milliseconds(rounds.iter().map(|(ours, _)| *ours)),
        "ms",
        Target::None,
    );
    table.add(
        "save a contact ÷ one bare INSERT, both on disk",
        median(rounds.iter().map(|(ours, floor)| ours.wall / floor.wall)),
        "times its time",
        Target::AtMost(2.0),
    );
    Ok(())
}

fn unlocking(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let name = "office with the usual key cost";
    let form = NewOffice {
        office_name: "Cedar County".to_owned(),
        place_name: "County desk".to_owned(),
        person_name: "Pat Coordinator".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        language: "en".to_owned(),
    };
    let usual = Outside {
        key_cost: KeyCost::STANDARD,
        ..outside(&world.clock, 3)
    };
    drop(start::create_office(&world.path(name), &form, usual)?);
    let open = |name: &str| -> Outcome<Spent> {
        let place = outside(&world.clock, 5);
        let (opened, spent) = measured(|| CaseFile::unlock(&world.path(name), PASSPHRASE, place));
        drop(opened?);
        Ok(spent)
    };
    let rounds = in_turns(size.rounds, |_| open(name), |_| open(WHOLE_YEAR))?;
    table.add(
        "unlock with the usual key cost",
        milliseconds(rounds.iter().map(|(usual, _)| *usual)) / 1000.0,
        "s",
        Target::AtMost(2.0),
    );
    table.add(
        "unlock without it, whole year",
        milliseconds(rounds.iter().map(|(_, cheap)| *cheap)),
        "ms",
        Target::None,
    );
    Ok(())
}

/// The same rows into SQLCipher and into plain SQLite.
fn encryption(world: &World, size: Size, year: &Year, table: &mut Table) -> Outcome<()> {
    let mut log = Log::empty(FIRST);
    let contacts = year.contacts.iter();
    let commits = contacts
        .map(|contact| log.append(contact.ops()))
        .collect::<Outcome<Vec<_>>>()?;
    let insert = |kept: Kept, round: usize| -> Outcome<Spent> {
        let path = world.path(&format!("{kept:?} {round}"));
        let mut floor = Floor::new(&path, kept)?;
        let (done, spent) = measured(|| floor.insert_contacts(&year.contacts, &commits));
        done.map(|()| spent)
    };
    let rounds = in_turns(
        size.rounds,
        |round| insert(Kept::Encrypted, round),
        |round| insert(Kept::Plain, round),
    )?;
    table.add(
        "encrypted ÷ plain file, bulk insert",
        median(
            rounds
                .iter()
                .map(|(ours, plain)| ours.processor / plain.processor),
        ),
        "times its CPU time",
        Target::None,
    );
    Ok(())
}

fn milliseconds(spent: impl Iterator<Item = Spent>) -> f64 {
    median(spent.map(|spent| spent.wall)) * 1000.0
}
