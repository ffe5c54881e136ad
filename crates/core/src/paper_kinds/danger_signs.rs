//! When to get help after pressure on the neck: a sheet for anybody, about nobody, in words of our own.
//!
//! Strangulation shows few injuries and can kill later; practice is to give the signs in writing, with an emergency
//! room within 72 hours if one of them comes (NSVRC, *SART Toolkit* 5.8). The signs are those of the checklists in
//! use: breathing, swallowing, voice, neck, face and limbs, sight, petechiae, consciousness, memory, incontinence,
//! pregnancy. No clinician has checked our words; a county has them read by one and changes them where needed.

use countyline_documents::Block;

use super::content::{Content, list};
use crate::words::Words;

pub(super) fn compose(words: &Words) -> Content {
    let mut blocks = vec![Block::paragraph(words.say("signs-introduction"))];
    // In large print the list is longer than what is left of the first page, and begins there all the same.
    blocks.extend(list(words, "signs-heading-now", "signs-now"));
    blocks.extend(list(words, "signs-heading-care", "signs-care"));
    blocks.push(Block::paragraph(words.say("signs-limits")));
    Content::new(words.say("signs-title"), "signs", blocks)
}
