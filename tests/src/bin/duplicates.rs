//! How well doubles are found in made-up counties, beside the exact rule of name and date of birth.
//!
//! `cargo run --release -p system-tests --bin duplicates -- [RECORDS [SEED …]]`; the same seed is the same county.
//! A pair is right if both records are about one made-up person.

use countyline_core::duplicates::generated::{County, Score};

fn main() {
    let mut numbers = std::env::args().skip(1).map(|text| {
        text.parse::<u64>()
            .unwrap_or_else(|_| panic!("{text} is no number"))
    });
    let records = usize::try_from(numbers.next().unwrap_or(5_000)).expect("a number of records");
    let mut seeds: Vec<u64> = numbers.collect();
    if seeds.is_empty() {
        seeds = vec![11, 12, 13];
    }
    println!("| seed | records | pairs | way | precision | recall | F1 | found | wrong |");
    println!("|---:|---:|---:|---|---:|---:|---:|---:|---:|");
    for seed in seeds {
        let county = County::new(records, seed);
        let scores = county.scores();
        for (way, score) in [
            ("exact name and date of birth", scores.exact),
            ("probable", scores.probable),
            ("all suggested", scores.all),
        ] {
            tell(seed, &county, way, score);
        }
    }
}

fn tell(seed: u64, county: &County, way: &str, score: Score) {
    println!(
        "| {seed} | {} | {} | {way} | {:.4} | {:.4} | {:.4} | {} | {} |",
        county.persons.len(),
        county.pairs(),
        score.precision,
        score.recall,
        score.f1(),
        score.found,
        score.wrong
    );
}
