//! The marks that keep a phone number in order inside right-to-left text, and that never print.

/// Wraps `text` so that its own order is kept whatever the language around it.
///
/// Without it a phone number after Arabic words prints as `0142-555` (Unicode Annex 9, rules W2
/// and W4). Wrap every number and every Latin name that is put into a sentence.
pub fn isolate(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Whether the character steers the text and has no shape of its own.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\n' | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// `text` without the characters that only steer it; line breaks stay.
pub(crate) fn readable(text: &str) -> String {
    text.chars()
        .filter(|&character| character == '\n' || !is_invisible(character))
        .collect()
}

/// Line ends as `\n`, tabs as spaces: the only control characters a paper may hold.
pub(crate) fn tidied(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\t', " ")
}
