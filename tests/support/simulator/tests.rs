//! The simulator itself: sound rules stay clean, and every broken one is noticed.

use countyline_core::testing::{BROKEN, Broken};

use super::run;

const SEEDS: u64 = 500;

#[test]
fn sound_rules_keep_every_invariant() {
    for seed in 0..12 {
        if let Err(failure) = run(seed, None) {
            panic!("seed {seed}: {failure}");
        }
    }
}

#[test]
fn every_broken_rule_is_noticed() {
    for (name, rule) in BROKEN {
        assert!(first_seed_that_notices(*rule).is_some(), "{name}");
    }
}

#[test]
fn a_seed_replays_the_same_run() {
    for seed in [7, 8] {
        assert_eq!(run(seed, None), run(seed, None));
    }
}

fn first_seed_that_notices(rule: Broken) -> Option<u64> {
    (0..SEEDS).find(|seed| run(*seed, Some(rule)).is_err())
}
