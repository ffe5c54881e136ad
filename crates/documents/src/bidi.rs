//! The marks that keep a phone number in order inside right-to-left text, and that never print.

/// Wraps `text` so that its own order is kept whatever the language around it: the one that its first letter is written
/// in. A text without letters, such as a number, runs from left to right.
///
/// Without it a phone number after Arabic words prints as `0142-555` (Unicode Annex 9, rules W2
/// and W4), and an Arabic date after an English word with its year before its month. Wrap every number, name and date
/// that is put into a sentence.
pub fn isolate(text: &str) -> String {
    let opening = match begins_on_the_right(text) {
        true => '\u{2067}',
        false => '\u{2066}',
    };
    format!("{opening}{text}\u{2069}")
}

/// Whether the first letter is of a script that is written from right to left.
fn begins_on_the_right(text: &str) -> bool {
    let first = text.chars().find(|character| character.is_alphabetic());
    first.is_some_and(|letter| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_in_the_order_of_its_first_letter() {
        for (text, opening) in [
            ("555-0142", '\u{2066}'),
            ("(307) 555-0142", '\u{2066}'),
            ("Oak Flat", '\u{2066}'),
            ("Oak مارس", '\u{2066}'),
            ("", '\u{2066}'),
            ("2 مارس 2026", '\u{2067}'),
            ("עזרה (2)", '\u{2067}'),
        ] {
            assert_eq!(isolate(text), format!("{opening}{text}\u{2069}"));
        }
    }
}
