//! Weeks whose commits are not what they should be, sealed and signed by a laptop that is enrolled.
//!
//! They are made from a good week and stored in `tests/vectors/histories`, each named after its flaw, for
//! the county of the old files of this version. Each must be refused, and nothing of it merged.

mod flaws;
mod week;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use countyline_core::exchange::testing::Keys;

use crate::old_files::write_keys;

use flaws::flaws;
use week::{Counted, Week};

/// Writes a bundle for each flaw, how each must be refused, and the county's keys.
pub fn write(week: &Path, county: &Keys, laptop: &Keys, folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder for the flaws");
    write_keys(folder, county);
    let good = Week::read(week, county, laptop);
    let mut random = Counted(0);
    let mut refusals = BTreeMap::new();
    for (name, refusal, change) in flaws() {
        let mut flawed = good.clone();
        change(&mut flawed);
        let bytes = flawed.seal(county, laptop, &mut random);
        fs::write(folder.join(format!("{name}.clb")), bytes).expect("a flaw is written");
        let twice = refusals.insert(name, refusal);
        assert!(twice.is_none(), "{name}");
    }
    fs::copy(week, folder.join("good.clb")).expect("the week is copied");
    let listed: String = refusals
        .iter()
        .map(|(name, refusal)| format!("{name}.clb: {refusal}\n"))
        .collect();
    fs::write(folder.join("refused.txt"), listed).expect("the list is written");
}
