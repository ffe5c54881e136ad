//! A large county's office: what a person waits for at every key, and on every screen, by the wall clock.
//!
//! Beside finding runs what programs do that keep no index: `LIKE '%…%'` over the same tables of the same file.

use std::path::Path;

use countyline_core::casefile::CaseFile;
use countyline_core::outside::testing::outside;
use countyline_core::testing::{PASSPHRASE, World, inside};
use countyline_core::{inbox, outreach, victims};

use crate::Outcome;
use crate::exchange::{Expected, merge};
use crate::laptop::{FIRST, Laptop};
use crate::table::{Table, Target};
use crate::timing::{in_turns, measured, median};
use crate::year::{Contact, Size, Victim, Year};

const LARGE: &str = "office of a large county";
const SMALL: &str = "office of a small county";

/// What people type, letter by letter: a name, two names, one misspelled, case numbers, the end of a phone.
const TYPED: [&str; 7] = [
    "maribel",
    "rosa tolvesa",
    "brandeso",
    "karnimo",
    "b7-0042",
    "31217",
    "0117",
];

/// Measures all of it.
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let stick = world.stick("offices' stick");
    let year = build(world, LARGE, &stick, size.office)?;
    build(world, SMALL, &stick, size.office / 50)?;
    let office = world.unlock(LARGE);
    keystrokes(&office, size, table)?;
    screens(&office, &year, size, table)?;
    drop(office);
    opening(world, size, table)?;
    for name in [LARGE, SMALL] {
        std::fs::remove_dir_all(world.path(name))?;
    }
    Ok(())
}

/// An office with so many victims and ten contacts with each.
fn build(world: &World, name: &str, stick: &Path, victims: usize) -> Outcome<Year> {
    let mut county = world.county(name);
    let mut laptop = Laptop::enrolled(&mut county, stick, FIRST)?;
    let mut year = Year::new(victims, victims * 10);
    year.victims.iter_mut().enumerate().for_each(name_her);
    let recorded = laptop.send(&stick.join("victims.clb"), year.recordings())?;
    merge(&mut county, &recorded, Expected::New)?;
    let contacted = laptop.send(
        &stick.join("contacts.clb"),
        year.contacts.iter().map(Contact::ops),
    )?;
    merge(&mut county, &contacted, Expected::New)?;
    Ok(year)
}

/// Gives a victim one of some thousand names, a few of them frequent, as names are.
fn name_her((number, victim): (usize, &mut Victim)) {
    const GIVEN: [&str; 16] = [
        "Maribel", "Rosa", "María", "Iris", "June", "Hazel", "Wren", "Ada", "Lupe", "Nell", "Vera",
        "Olive", "Fern", "Ines", "Carmen", "Dolores",
    ];
    const BEGINNINGS: [&str; 20] = [
        "Tol", "Bran", "Kar", "Sel", "Mon", "Fal", "Ger", "Hol", "Jan", "Lin", "Nor", "Pel",
        "Quin", "Ram", "Sti", "Ul", "Var", "Wes", "Yar", "Zel",
    ];
    const MIDDLES: [&str; 10] = ["ve", "de", "ni", "lo", "ma", "ri", "ta", "so", "be", "cu"];
    const ENDS: [&str; 10] = [
        "sa", "so", "mo", "ner", "zán", "les", "rra", "ton", "der", "ñez",
    ];
    // The square of an evenly spread number falls on the first ones most often.
    let spread = |step: usize, among: usize| {
        let even = (number * step) % 9_973;
        even * even * among / (9_973 * 9_973)
    };
    let family = |step| {
        let which = spread(step, BEGINNINGS.len() * MIDDLES.len() * ENDS.len());
        let (middle, rest) = (which % MIDDLES.len(), which / MIDDLES.len());
        let (end, beginning) = (rest % ENDS.len(), rest / ENDS.len());
        format!("{}{}{}", BEGINNINGS[beginning], MIDDLES[middle], ENDS[end])
    };
    victim.given_name = GIVEN[spread(31, GIVEN.len())].to_owned();
    victim.family_name = match number % 3 {
        0 => format!("{} {}", family(7), family(11)),
        _ => family(7),
    };
}

/// Every key of what is typed: the whole answer as the screen gets it, beside `LIKE` over the same file.
fn keystrokes(office: &CaseFile, size: Size, table: &mut Table) -> Outcome<()> {
    let keys: Vec<&str> = TYPED
        .iter()
        .flat_map(|typed| (1..=typed.len()).map(|letters| &typed[..letters]))
        .filter(|letters| !letters.ends_with([' ', '-']))
        .collect();
    let rounds = in_turns(
        keys.len() * size.rounds.min(3),
        |round| {
            let (found, spent) = measured(|| victims::find(office, keys[round % keys.len()]));
            found?;
            Ok(spent.wall)
        },
        |round| {
            let typed = keys[round % keys.len()];
            let (found, spent) = measured(|| inside::find_by_like(office, typed));
            found?;
            Ok(spent.wall)
        },
    )?;
    for (typed, wanted) in [("maribel", 1), ("brandeso", 1)] {
        if victims::find(office, typed)?.len() < wanted && size.office > 1_000 {
            return Err(format!("nobody was found by {typed}").into());
        }
    }
    let mut each: Vec<f64> = rounds.iter().map(|(ours, _)| ours * 1000.0).collect();
    each.sort_by(f64::total_cmp);
    let slowest = each[each.len() * 99 / 100];
    table.add(
        "a key of finding, of 50,000 victims",
        median(each),
        "ms",
        Target::AtMost(10.0),
    );
    table.add(
        "the slowest key in a hundred",
        slowest,
        "ms",
        Target::AtMost(30.0),
    );
    table.add(
        "LIKE '%…%' over the same file ÷ finding",
        median(rounds.iter().map(|(ours, like)| like / ours)),
        "times its time",
        Target::AtLeast(20.0),
    );
    Ok(())
}

/// The screens people look at all day.
fn screens(office: &CaseFile, year: &Year, size: Size, table: &mut Table) -> Outcome<()> {
    let ids: Vec<String> = year
        .victims
        .iter()
        .step_by(year.victims.len() / size.repeats.min(year.victims.len()))
        .map(|victim| uuid::Uuid::from_bytes(victim.id).to_string())
        .collect();
    let mut add =
        |name: &str, mut screen: Box<dyn FnMut(usize) -> Outcome<()> + '_>| -> Outcome<()> {
            let mut spent = Vec::new();
            for round in 0..=size.rounds * size.repeats {
                let (shown, took) = measured(|| screen(round));
                shown?;
                spent.push(took.wall * 1000.0);
            }
            table.add(
                name,
                median(spent.into_iter().skip(1)),
                "ms",
                Target::AtMost(5.0),
            );
            Ok(())
        };
    add(
        "a victim's page with its timeline",
        Box::new(|round| {
            victims::page(office, &ids[round % ids.len()])?;
            Ok(())
        }),
    )?;
    add(
        "Today, of 50,000 victims",
        Box::new(|_| {
            outreach::today(office)?;
            Ok(())
        }),
    )?;
    add(
        "the inbox, of 50,000 victims",
        Box::new(|_| {
            inbox::first(office)?;
            Ok(())
        }),
    )
}

/// Opening, which must not depend on what is in the file.
fn opening(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let open = |name: &str| -> Outcome<f64> {
        let place = outside(&world.clock, 5);
        let (opened, spent) = measured(|| CaseFile::unlock(&world.path(name), PASSPHRASE, place));
        drop(opened?);
        Ok(spent.wall)
    };
    let rounds = in_turns(size.rounds, |_| open(LARGE), |_| open(SMALL))?;
    table.add(
        "opening 500,000 contacts ÷ opening 10,000",
        median(rounds.iter().map(|(large, small)| large / small)),
        "times its time",
        Target::AtMost(1.5),
    );
    Ok(())
}
