//! The fuzzers' seeds, run through the fuzzers' own functions.

use std::fs;
use std::path::Path;

use system_tests::fuzz_targets::TARGETS;

#[test]
fn every_fuzz_target_takes_its_seeds() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds");
    for target in TARGETS {
        let folder = seeds.join(target.name);
        let mut taken = 0;
        for seed in fs::read_dir(&folder).unwrap_or_else(|_| panic!("seeds of {}", target.name)) {
            (target.run)(&fs::read(seed.unwrap().path()).unwrap());
            taken += 1;
        }
        assert!(taken > 0, "seeds of {}", target.name);
    }
}
