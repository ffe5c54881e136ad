//! What can be wrong with a week, each flaw by its name.

use countyline_bundle::SigningKey;
use countyline_ledger::Op;
use minicbor::{Decoder, Encoder};

use super::week::{Counted, Salts, Week, parts, written};

/// What a flaw is refused with, by the names of `docs/bundle-format.md`.
const BLOCK: &str = "block malformed";
const COMMIT: &str = "commit malformed";
const SEQUENCE: &str = "out of sequence";
const HEAD: &str = "another head";
const VOUCHED: &str = "log not vouched for";
const CODE: &str = "one-time code malformed";

pub(super) type Change = Box<dyn Fn(&mut Week)>;

/// Every flaw: its name, what it is refused with, and how it is made.
pub(super) fn flaws() -> Vec<(&'static str, &'static str, Change)> {
    let mut flaws = block_flaws();
    flaws.extend(chain_flaws());
    flaws.extend(commit_flaws());
    flaws.extend(operation_flaws());
    flaws.extend(vouching_flaws());
    flaws.extend(code_flaws());
    flaws
}

fn flaw(
    name: &'static str,
    refusal: &'static str,
    change: impl Fn(&mut Week) + 'static,
) -> (&'static str, &'static str, Change) {
    (name, refusal, Box::new(change))
}

fn block_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("block-no-cbor", BLOCK, |week| {
            week.plain = Some(vec![0xff; 40]);
        }),
        flaw("block-with-bytes-behind", BLOCK, |week| {
            week.plain = Some([week.block(), vec![0]].concat());
        }),
        flaw("block-cut-short", BLOCK, |week| {
            let mut plain = week.block();
            plain.pop();
            week.plain = Some(plain);
        }),
        flaw("block-of-a-range-there-is-not", BLOCK, |week| {
            week.range = 1
        }),
        flaw("block-range-not-shortest", BLOCK, |week| {
            let mut plain = week.block();
            plain.splice(1..2, [0x18, 0]);
            week.plain = Some(plain);
        }),
        flaw("block-of-unstated-length", BLOCK, |week| {
            let mut plain = week.block();
            plain[0] = 0x9f;
            plain.push(0xff);
            week.plain = Some(plain);
        }),
        flaw("block-of-four-parts", BLOCK, |week| {
            let mut plain = week.block();
            plain[0] = 0x84;
            plain.push(0);
            week.plain = Some(plain);
        }),
        flaw("block-without-commits", BLOCK, |week| week.commits.clear()),
        flaw("seed-cut-short", BLOCK, |week| {
            let Salts::Seed(seed) = &mut week.salts else {
                unreachable!("the good week has a seed");
            };
            seed.pop();
        }),
        flaw("salts-of-a-commit-missing", BLOCK, |week| {
            week.list_salts().pop();
        }),
        flaw("salts-of-a-commit-too-many", BLOCK, |week| {
            week.list_salts().push(Vec::new());
        }),
        flaw("salt-cut-short", BLOCK, |week| {
            week.list_salts()[0].pop();
        }),
        flaw("salt-of-an-operation-missing", BLOCK, |week| {
            let listed = &mut week.list_salts()[0];
            listed.truncate(listed.len() - 16);
        }),
        flaw("salt-of-an-operation-too-many", BLOCK, |week| {
            week.list_salts()[0].extend([0; 16]);
        }),
    ]
}

fn chain_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("commit-left-out", SEQUENCE, |week| {
            week.commits.remove(1);
        }),
        flaw("commit-twice", SEQUENCE, |week| {
            let again = week.commits[0].clone();
            week.commits.insert(0, again);
        }),
        flaw("commits-swapped", SEQUENCE, |week| week.commits.swap(0, 1)),
        flaw("first-commit-missing", SEQUENCE, |week| {
            week.commits.remove(0);
        }),
        flaw("last-commit-missing", SEQUENCE, |week| {
            week.commits.pop();
        }),
        flaw("commits-beyond-the-range", SEQUENCE, |week| {
            week.cover.logs[0].to -= 1;
        }),
        flaw("seed-of-another-block", HEAD, |week| {
            week.salts = Salts::Seed(vec![9; 32]);
        }),
        flaw("salt-altered", HEAD, |week| {
            week.list_salts()[1][0] ^= 1;
        }),
        flaw("head-altered", HEAD, |week| {
            week.cover.logs[0].head_hash[0] ^= 1;
        }),
        flaw("time-altered", HEAD, |week| {
            week.change_second(|header, _| {
                let place = header.windows(2).position(|pair| pair == [0x1b, 0]);
                header[place.expect("the time is written in nine bytes") + 8] ^= 1;
            });
        }),
        flaw("operation-added", HEAD, |week| {
            week.change_second(|_, ops| ops.push(vec![0x84, 7, 1, 0xf6, 0xf6]));
        }),
        flaw("operation-left-out", HEAD, |week| {
            week.change_second(|_, ops| {
                ops.pop();
            });
        }),
        flaw("digest-of-another-operation", HEAD, |week| {
            let withheld = [&[0x82, 0, 0x58, 32][..], &[7; 32]].concat();
            let (header, ops) = parts(&week.commits[1]);
            let mut writer = Encoder::new(Vec::new());
            written(writer.array(2).and_then(|w| w.bytes(&header)));
            written(writer.array(ops.len() as u64));
            ops[1..].iter().for_each(|op| written(writer.bytes(op)));
            let mut bytes = writer.into_writer();
            bytes.extend(withheld);
            week.commits[1] = bytes;
        }),
    ]
}

fn commit_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("commit-no-cbor", COMMIT, |week| week.commits[1].fill(0xff)),
        flaw("commit-cut-short", COMMIT, |week| {
            week.commits[1].pop();
        }),
        flaw("commit-with-bytes-behind", COMMIT, |week| {
            week.commits[1].push(0)
        }),
        flaw("commit-without-operations-list", COMMIT, |week| {
            let (header, _) = parts(&week.commits[1]);
            let mut writer = Encoder::new(Vec::new());
            written(writer.array(1).and_then(|w| w.bytes(&header)));
            week.commits[1] = writer.into_writer();
        }),
        flaw("header-of-five-items", COMMIT, |week| {
            week.change_second(|header, _| {
                header[0] = 0x85;
                header.pop();
            });
        }),
        flaw("header-with-an-empty-list-of-anchors", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x87, 2, 2, 0, 0x50][..], &[1; 16], &[1, 0, 0x80]].concat();
            });
        }),
        flaw("header-with-an-anchor-twice", COMMIT, |week| {
            week.change_second(|header, _| {
                let anchor = [&[0x83, 0x50][..], &[1; 16], &[3, 0x58, 32], &[2; 32]].concat();
                let start = [&[0x87, 2, 2, 0, 0x50][..], &[1; 16], &[1, 0, 0x82]].concat();
                *header = [start, anchor.clone(), anchor].concat();
            });
        }),
        flaw("header-of-commit-0", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 0, 2, 0, 0x50][..], &[1; 16], &[1, 0]].concat();
            });
        }),
        flaw("header-number-not-shortest", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 0x18, 2, 2, 0, 0x50][..], &[1; 16], &[1, 0]].concat();
            });
        }),
        flaw("header-of-a-commit-below-0", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 0x20, 2, 0, 0x50][..], &[1; 16], &[1, 0]].concat();
            });
        }),
        flaw("header-with-a-short-actor", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 2, 2, 0, 0x4f][..], &[1; 15], &[1, 0]].concat();
            });
        }),
        flaw("withheld-with-a-short-digest", COMMIT, |week| {
            week.with_item(&[&[0x82, 0, 0x58, 31][..], &[7; 31]].concat());
        }),
        flaw("erased-without-an-order", COMMIT, |week| {
            week.with_item(&[&[0x82, 1, 0x58, 32][..], &[7; 32]].concat());
        }),
        flaw("left-of-an-operation-in-an-unknown-way", COMMIT, |week| {
            week.with_item(&[&[0x82, 2, 0x58, 32][..], &[7; 32]].concat());
        }),
    ]
}

fn operation_flaws() -> Vec<(&'static str, &'static str, Change)> {
    let entity = |rest: &[u8]| [&[0x50][..], &[9; 16], rest].concat();
    let set = |rest: &[u8]| [&[0x85, 1, 1][..], &entity(rest)].concat();
    let add = |rest: &[u8]| [&[0x85, 2, 1][..], &entity(rest)].concat();
    let audit = |detail: &[u8]| [&[0x84, 7, 1, 0xf6][..], detail].concat();
    let erase = |rest: &[u8]| [&[0x84, 6][..], &entity(rest)].concat();
    let deep = [vec![0x81; 9], vec![0]].concat();
    let operation =
        |name, bytes: Vec<u8>| flaw(name, COMMIT, move |week| week.with_operation(&bytes));
    // What these are made from is good.
    for good in [
        set(&[0x80, 0xa1, 1, 0]),
        add(&[7, 0x82, 1, 2]),
        audit(&[0]),
        erase(&[
            0x61, b'x', 0x81, 0x83, 1, 0x50, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0x80,
        ]),
    ] {
        Op::decode(&good).expect("the good operation is read");
    }
    vec![
        operation("operation-no-cbor", vec![0xff; 9]),
        operation("operation-with-bytes-behind", audit(&[0, 0])),
        operation(
            "operation-of-unstated-length",
            [&[0x9f, 7, 1, 0xf6, 0, 0xff][..]].concat(),
        ),
        operation("operation-of-too-few-items", vec![0x83, 7, 1, 0xf6]),
        operation("fields-out-of-order", set(&[0x80, 0xa2, 2, 0, 1, 0])),
        operation("field-twice", set(&[0x80, 0xa2, 1, 0, 1, 0])),
        operation(
            "field-that-is-never-written",
            set(&[0x80, 0xa1, 0x19, 0xff, 0xff, 0]),
        ),
        operation("field-number-not-shortest", set(&[0x80, 0xa1, 0x18, 1, 0])),
        operation("elements-out-of-order", add(&[7, 0x82, 2, 1])),
        operation("element-twice", add(&[7, 0x82, 1, 1])),
        operation("parents-out-of-order", set(&[0x82, 2, 1, 0xa0])),
        operation("parent-twice", set(&[0x82, 1, 1, 0xa0])),
        operation(
            "parent-by-an-anchor-there-is-not",
            set(&[0x81, 0x38, 99, 0xa0]),
        ),
        operation("value-a-fraction", audit(&[0xf9, 0x3c, 0])),
        operation("value-a-tag", audit(&[0xc1, 0])),
        operation("value-undefined", audit(&[0xf7])),
        operation(
            "value-beyond-64-bits",
            audit(&[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
        ),
        operation("value-text-no-utf-8", audit(&[0x61, 0xff])),
        operation("value-too-deep", audit(&deep)),
        operation("value-members-out-of-order", audit(&[0xa2, 2, 0, 1, 0])),
        operation("order-without-records", erase(&[0x61, b'x', 0x80])),
    ]
}

fn vouching_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("log-without-attestation", VOUCHED, |week| {
            week.vouched = false;
            week.cover.logs[0].attestation = None;
        }),
        flaw("log-attested-by-a-stranger", VOUCHED, |week| {
            week.vouched = false;
            week.vouch(&SigningKey::generate(&mut Counted(500)));
        }),
        flaw("attestation-of-another-commit", VOUCHED, |week| {
            week.vouched = false;
            // The laptop's word is for the last commit; here the range ends before it.
            week.cover.logs[0].to -= 1;
            week.commits.pop();
        }),
        flaw("attestation-altered", VOUCHED, |week| {
            week.vouched = false;
            let word = week.cover.logs[0].attestation.as_mut();
            word.expect("the good week has one").signature[5] ^= 1;
        }),
    ]
}

fn code_flaws() -> Vec<(&'static str, &'static str, Change)> {
    let altered = |name, change: fn(&mut Vec<u8>)| {
        flaw(name, CODE, move |week| change(&mut week.blocks[0].plain))
    };
    let reworded = |name, change: fn(&str) -> String| {
        flaw(name, CODE, move |week| {
            let [form, number, words @ ..] = &week.blocks[0].plain[1..] else {
                panic!("the good week brings a code");
            };
            let mut reader = Decoder::new(words);
            let words = change(reader.str().expect("the code is a text"));
            let mut writer = Encoder::new(vec![0x83, *form, *number]);
            written(writer.str(&words));
            week.blocks[0].plain = writer.into_writer();
        })
    };
    vec![
        altered("one-time-code-number-not-shortest", |plain| {
            plain.insert(2, 0x18);
        }),
        altered("one-time-code-form-not-shortest", |plain| {
            plain.insert(1, 0x18);
        }),
        altered("one-time-code-of-unstated-length", |plain| {
            plain[0] = 0x9f;
            plain.push(0xff);
        }),
        altered("one-time-code-of-four-parts", |plain| {
            plain[0] = 0x84;
            plain.push(0);
        }),
        altered("one-time-code-with-bytes-behind", |plain| plain.push(0)),
        altered("one-time-code-cut-short", |plain| {
            plain.pop();
        }),
        reworded("one-time-code-of-seven-words", |words| {
            let (seven, _) = words.rsplit_once(' ').expect("eight words");
            seven.to_owned()
        }),
        reworded("one-time-code-in-capitals", str::to_uppercase),
        reworded("one-time-code-with-two-spaces", |words| {
            words.replacen(' ', "  ", 1)
        }),
        reworded("one-time-code-of-a-word-there-is-not", |words| {
            let (seven, _) = words.rsplit_once(' ').expect("eight words");
            format!("{seven} countyline")
        }),
        flaw("one-time-code-twice", CODE, |week| {
            let again = week.blocks[0].clone();
            week.blocks.push(again);
        }),
        flaw("one-time-code-behind-the-commits", CODE, |week| {
            week.blocks.rotate_left(1);
            week.place = week.blocks.len() - 2;
        }),
    ]
}
