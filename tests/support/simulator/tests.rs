//! The simulator itself: sound rules stay clean, and every broken one is noticed.

use super::{BREAKS, Break, Counts, Rules, run};

const SEEDS: u64 = 500;

#[test]
fn sound_rules_keep_every_invariant() {
    for seed in 0..60 {
        if let Err(failure) = run(seed, Rules::default()) {
            panic!("seed {seed}: {failure}");
        }
    }
}

#[test]
fn every_broken_rule_is_noticed() {
    for (name, rule) in BREAKS {
        assert!(first_seed_that_notices(*rule).is_some(), "{name}");
    }
}

#[test]
fn a_seed_replays_the_same_run() {
    let once = run(7, Rules::default()).map(described);
    assert_eq!(once, run(7, Rules::default()).map(described));
    let seed = first_seed_that_notices(Break::LastWriterWins);
    let seed = seed.expect("every broken rule is noticed");
    let rules = Rules {
        broken: Some(Break::LastWriterWins),
    };
    assert_eq!(
        run(seed, rules).map(described),
        run(seed, rules).map(described)
    );
}

#[test]
fn runs_hold_what_makes_merging_hard() {
    let mut conflicts = 0;
    let mut lost = 0;
    let mut saved_late = 0;
    for seed in 0..20 {
        let counts = run(seed, Rules::default()).expect("sound rules keep every invariant");
        conflicts += counts.conflicts;
        lost += counts.sticks_lost;
        saved_late += counts.forms_saved_late;
    }
    assert!(conflicts > 20 && lost > 20 && saved_late > 20);
}

fn first_seed_that_notices(rule: Break) -> Option<u64> {
    let rules = Rules { broken: Some(rule) };
    (0..SEEDS).find(|seed| run(*seed, rules).is_err())
}

fn described(counts: Counts) -> String {
    format!("{counts:?}")
}
