//! A request to join as capital letters and digits: what a code on paper says, and a code reader types.
//!
//! The bytes are those of the file, so what is read from paper is checked and compared like what came on a stick.
//! Five bits a letter (RFC 4648, base 32, without padding): these letters take the least room in a code.

/// What it begins with.
const BEGINNING: &str = "COUNTYLINE:";
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The bytes of a request, spelled.
pub(super) fn spell(request: &[u8]) -> String {
    let mut spelled = BEGINNING.to_owned();
    for five in request.chunks(5) {
        let mut block = [0; 8];
        block[3..3 + five.len()].copy_from_slice(five);
        let bits = u64::from_be_bytes(block);
        let letters = (five.len() * 8).div_ceil(5);
        let letter = |at: usize| char::from(LETTERS[(bits >> (35 - 5 * at)) as usize & 31]);
        spelled.extend((0..letters).map(letter));
    }
    spelled
}

/// The bytes that a file spells; none, if it spells none. White space and small letters are as good.
pub(super) fn unspelled(file: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(file).ok()?;
    let text: String = text
        .trim_start_matches('\u{feff}')
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for letter in text.strip_prefix(BEGINNING)?.bytes() {
        let five = LETTERS.iter().position(|known| *known == letter)?;
        bits = (bits << 5) | u32::try_from(five).ok()?;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held).ok()?);
            bits &= (1 << held) - 1;
        }
    }
    // What is left over is no byte and says nothing.
    (held < 5 && bits == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelled_is_read_back_whatever_its_length() {
        for length in 0..=300 {
            let bytes: Vec<u8> = (0..length).map(|at| (at * 37 % 256) as u8).collect();
            let spelled = spell(&bytes);
            assert_eq!(unspelled(spelled.as_bytes()), Some(bytes), "{length}");
        }
        let typed = "\u{feff}countyline: mzxw\r\n6ytb oi\n";
        assert_eq!(unspelled(typed.as_bytes()), Some(b"foobar".to_vec()));
    }

    #[test]
    fn what_spells_nothing_is_nothing() {
        for text in [
            "",
            "MZXW6",
            "COUNTYLINE:MZXW1",
            "COUNTYLINE:A",
            "COUNTYLINE:MZ\u{ff}",
        ] {
            assert_eq!(unspelled(text.as_bytes()), None, "{text}");
        }
        assert_eq!(unspelled(&[0xff, 0xfe]), None);
    }
}
