//! When to get help after pressure on the neck: a sheet for anybody, about nobody, in words of our own.
//!
//! Strangulation shows few injuries and can kill later; practice is to give the signs in writing, with an emergency
//! room within 72 hours if one of them comes (NSVRC, *SART Toolkit* 5.8). The signs are those of the checklists in
//! use: breathing, swallowing, voice, neck, face and limbs, sight, petechiae, consciousness, memory, incontinence,
//! pregnancy. No clinician has checked our words; a county has them read by one and changes them where needed.

use countyline_documents::Block;

use super::content::{Content, section};
use crate::letters::numbered;
use crate::words::Words;

pub(super) fn compose(words: &Words) -> Content {
    let bullets = |heading: &str, prefix: &str| {
        section(
            words,
            heading,
            vec![Block::Bullets(numbered(words, prefix))],
        )
    };
    let blocks = vec![
        Block::paragraph(words.say("signs-introduction")),
        bullets("signs-heading-now", "signs-now"),
        bullets("signs-heading-care", "signs-care"),
        Block::paragraph(words.say("signs-limits")),
    ];
    Content::new(words.say("signs-title"), "signs", blocks)
}
