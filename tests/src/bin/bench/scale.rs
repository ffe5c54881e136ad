//! What must not depend on size: what a merge costs in a large file, and how much memory a large bundle takes.
//! And how long the large things take: a county's week, a new laptop's beginning.

use std::path::Path;
use std::process::Command;

use countyline_core::casefile::CaseFile;
use countyline_core::exchange;
use countyline_core::outside::testing::{SetClock, outside};
use countyline_core::testing::{MONDAY, PASSPHRASE, World};

use crate::Outcome;
use crate::exchange::{Expected, WHOLE_YEAR, copy, merge};
use crate::laptop::{FIRST, Laptop, Sent};
use crate::table::{Table, Target};
use crate::timing::{measured, median};
use crate::year::{Contact, Size, Year};

const LAPTOPS: u8 = 12;
const CHANGES_A_WEEK: usize = 100;

/// Measures all of it.
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    week(world, table)?;
    histories(world, size, table)?;
    bootstrap(world, size, table)?;
    // The largest bundle is merged by this program as a process of its own, which a test is not.
    if !cfg!(test) && Path::new("/proc/self/status").exists() {
        memory(world, size, table)?;
    }
    Ok(())
}

/// The week of a whole county.
fn week(world: &World, table: &mut Table) -> Outcome<()> {
    let stick = world.stick("week's stick");
    let mut county = copy(world, WHOLE_YEAR, "county before the week")?;
    let mut paths = Vec::new();
    for number in 1..=LAPTOPS {
        let mut laptop = Laptop::enrolled(&mut county, &stick, number)?;
        let first = usize::from(number) * CHANGES_A_WEEK;
        let contacts = (first..first + CHANGES_A_WEEK).map(|at| Contact::with_noise(at, 60).ops());
        let sent = laptop.send(&stick.join(format!("week {number}.clb")), contacts)?;
        paths.push(sent.path.display().to_string());
    }
    let (summary, spent) = measured(|| exchange::merge(&mut county, &paths));
    let new: i32 = summary?.files.iter().map(|file| file.new_changes).sum();
    if new != i32::from(LAPTOPS) * i32::try_from(CHANGES_A_WEEK)? {
        return Err(format!("the week brought {new} commits").into());
    }
    table.add(
        "a week of twelve laptops, merged",
        spent.processor,
        "CPU seconds",
        Target::AtMost(1.0),
    );
    Ok(())
}

/// The same number of changes into case files that hold more and more, dated as they were written. Were
/// they dated in no order, each would find its place in two indexes on pages that are not in memory.
fn histories(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let mut each = Vec::new();
    for history in size.histories {
        let name = format!("county with {history}");
        let stick = world.stick("histories' stick");
        let (mut county, mut laptop) = county_with(world, &name, &stick, history)?;
        let portions = (size.rounds + 1) * size.portion;
        let year = Year::of_contacts_in_order(history + portions);
        let mut spent = Vec::new();
        for contacts in year.contacts[history..].chunks(size.portion) {
            let path = stick.join("portion.clb");
            let sent = laptop.send(&path, contacts.iter().map(Contact::ops))?;
            spent.push(merge(&mut county, &sent, Expected::New)?.processor);
        }
        // As everywhere, the first warms up.
        let seconds = median(spent.into_iter().skip(1));
        table.add(
            format!("a change merged into {history} commits"),
            seconds / size.portion as f64 * 1e6,
            "CPU microseconds",
            Target::None,
        );
        each.push(seconds);
        drop(county);
        std::fs::remove_dir_all(world.path(&name))?;
    }
    if let (Some(least), Some(most)) = (each.first(), each.last()) {
        table.add(
            "the same into the largest file ÷ into the smallest",
            most / least,
            "times its CPU time",
            Target::None,
        );
    }
    Ok(())
}

/// A new laptop's first bundle: everything the county has.
fn bootstrap(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let stick = world.stick("bootstrap stick");
    let (mut county, _) = county_with(world, "county to begin from", &stick, size.bootstrap)?;
    let (mut laptop, request) = world.laptop("new laptop", "Kim Deputy", &stick);
    let welcome = exchange::enrol_laptop(&mut county, Path::new(&request), &stick)?;
    let (joined, spent) =
        measured(|| exchange::accept_welcome(&mut laptop, Path::new(&welcome.path)));
    joined?;
    table.add(
        format!("a new laptop begins with {} commits", size.bootstrap),
        spent.processor,
        "CPU seconds",
        Target::AtMost(10.0),
    );
    drop((county, laptop));
    std::fs::remove_dir_all(world.path("county to begin from"))?;
    std::fs::remove_dir_all(world.path("new laptop"))?;
    Ok(())
}

/// The largest bundle there may be, merged by a process of its own.
fn memory(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    /// So much of a note that the largest number of commits fills the largest file.
    const NOISE_BYTES: usize = 250;
    let stick = world.stick("large stick");
    let name = "county for the largest bundle";
    let mut county = world.county(name);
    let mut laptop = Laptop::enrolled(&mut county, &stick, FIRST)?;
    drop(county);
    let contacts = (0..size.largest).map(|at| Contact::with_noise(at, NOISE_BYTES).ops());
    let sent = laptop.send(&stick.join("largest.clb"), contacts)?;
    let merging = Command::new(std::env::current_exe()?)
        .arg("--merge")
        .args([world.path(name), sent.path.clone()])
        .output()?;
    if !merging.status.success() {
        return Err(String::from_utf8_lossy(&merging.stderr).into_owned().into());
    }
    let said = String::from_utf8(merging.stdout)?;
    table.add(
        "the largest bundle",
        sent.size_bytes as f64 / f64::from(1 << 20),
        "MiB",
        Target::None,
    );
    table.add(
        "memory while it is merged, above that of an open office",
        said.trim().parse()?,
        "MiB",
        Target::AtMost(64.0),
    );
    std::fs::remove_dir_all(world.path(name))?;
    Ok(())
}

/// Merges one bundle, and says how much memory that took at most, in MiB, beyond what an open office takes.
pub fn merge_one(folder: &Path, bundle: &Path) -> Outcome<()> {
    let clock = SetClock::at(MONDAY);
    let mut county = CaseFile::unlock(folder, PASSPHRASE, outside(&clock, 11))?;
    let before = memory_kib("VmRSS")?;
    let merged = exchange::merge(&mut county, &[bundle.display().to_string()])?;
    if merged.files.iter().any(|file| file.state == "refused") {
        return Err("the bundle was refused".into());
    }
    println!("{}", (memory_kib("VmHWM")? - before) / 1024.0);
    Ok(())
}

pub fn memory_kib(what: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with(what));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(number.ok_or("the system does not say")?.parse()?)
}

/// A county that holds so many contacts, and the laptop that wrote them.
fn county_with(
    world: &World,
    name: &str,
    stick: &Path,
    history: usize,
) -> Outcome<(CaseFile, Laptop)> {
    let mut county = world.county(name);
    let mut laptop = Laptop::enrolled(&mut county, stick, FIRST)?;
    let year = Year::of_contacts_in_order(history);
    let sent: Sent = laptop.send(&stick.join("history.clb"), year.contacting())?;
    merge(&mut county, &sent, Expected::New)?;
    Ok((county, laptop))
}
