use countyline_documents::{DocumentError, protected, visible_and_hidden_text};

use super::{letter, pdf_of, tools};

const WORD: &str = "Carta de referencia";

fn poppler(pdf: &[u8], password: &str) -> tools::Answer {
    tools::ask("pdftotext", &["-upw", password, "{}", "-"], pdf)
}

fn mupdf(pdf: &[u8], password: &str) -> tools::Answer {
    tools::ask(
        "mutool",
        &["draw", "-q", "-F", "txt", "-p", password, "{}"],
        pdf,
    )
}

fn qpdf(pdf: &[u8], password: &str) -> tools::Answer {
    let password = format!("--password={password}");
    tools::ask("qpdf", &[&password, "--check", "{}"], pdf)
}

#[test]
fn a_protected_file_opens_with_its_password_in_every_reader() {
    for password in ["correct horse 7", "contraseña ñandú", &"x".repeat(127)] {
        let pdf = protected(&pdf_of(&letter()), password).unwrap();

        let mut answers = vec![mupdf(&pdf, password)];
        // pdftotext takes no more than 32 bytes from its command line.
        if password.len() <= 32 {
            answers.push(poppler(&pdf, password));
        }
        for answer in answers {
            assert!(
                answer.is_content && answer.says.contains(WORD),
                "{}",
                answer.says
            );
        }
        let answer = qpdf(&pdf, password);
        assert!(answer.is_content, "{}", answer.says);
        assert!(answer.says.contains("R = 6"), "{}", answer.says);
        assert!(
            answer.says.contains("file encryption method: AESv3"),
            "{}",
            answer.says
        );
    }
}

#[test]
fn a_protected_file_opens_with_no_other_password() {
    let pdf = protected(&pdf_of(&letter()), "correct horse 7").unwrap();
    for wrong in ["correct horse 8", "Correct horse 7", ""] {
        for answer in [poppler(&pdf, wrong), mupdf(&pdf, wrong), qpdf(&pdf, wrong)] {
            assert!(!answer.says.contains(WORD));
            assert!(!answer.is_content, "{wrong:?}: {}", answer.says);
        }
    }
}

#[test]
fn no_word_of_a_protected_file_is_in_its_bytes() {
    let plain = pdf_of(&letter());
    let pdf = protected(&plain, "correct horse 7").unwrap();
    let contains = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    // The title as it stands in the metadata.
    assert!(contains(&plain, b"Carta</rdf:li>"));
    assert!(!contains(&pdf, b"Carta</rdf:li>"));
    assert!(!contains(&pdf, b"correct horse"));
    assert!(matches!(
        visible_and_hidden_text(&pdf),
        Err(DocumentError::Pdf { .. })
    ));
}

#[test]
fn a_password_is_the_same_however_its_accents_were_typed() {
    let pdf = protected(&pdf_of(&letter()), "cafe\u{301} uno").unwrap();
    let answer = poppler(&pdf, "caf\u{e9} uno");
    assert!(answer.is_content, "{}", answer.says);
}

#[test]
fn a_password_that_readers_refuse_is_refused() {
    let pdf = pdf_of(&letter());
    for password in ["", "\u{ad}", "a\u{7}b", &"x".repeat(128), &"ñ".repeat(64)] {
        let refusal = protected(&pdf, password);
        assert!(
            matches!(refusal, Err(DocumentError::PasswordUnusable)),
            "{password:?}"
        );
    }
}

#[test]
fn only_a_pdf_without_a_password_is_given_one() {
    let once = protected(&pdf_of(&letter()), "correct horse 7").unwrap();
    for pdf in [b"not a PDF".to_vec(), once] {
        assert!(matches!(
            protected(&pdf, "another one"),
            Err(DocumentError::Pdf { .. })
        ));
    }
}
