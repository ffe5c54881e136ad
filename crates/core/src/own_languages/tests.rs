use super::*;
use crate::letters::test_office::{fonts, refer, unmarked};
use crate::letters::{LetterPreview, LetterRequest};
use crate::paper_kinds::{self, PaperRequest};
use crate::papers;
use crate::partners::PartnerForm;
use crate::testing::{World, partner};

/// A language in which everything is said as in English with a mark behind it, so that it is seen where it is not.
fn add(file: &CaseFile, tag: &str) -> PathBuf {
    let folder = begin(file, tag).unwrap();
    let path = folder.join(MESSAGES);
    let english = fs::read_to_string(&path).unwrap();
    let lines = english.lines().map(|line| match line.split_once(" = ") {
        Some((id, text)) if !id.ends_with("-file-name") && !text.contains('{') => {
            format!("{id} = {text} ôi\n")
        }
        _ => format!("{line}\n"),
    });
    fs::write(&path, lines.collect::<String>()).unwrap();
    fs::write(folder.join(DENY_LIST), "# Words\ncảnh sát\nnạn nhân\n").unwrap();
    folder
}

fn in_language(request: &LetterRequest, form: &str) -> LetterRequest {
    LetterRequest {
        form: form.to_owned(),
        language: "vi".to_owned(),
        ..request.clone()
    }
}

fn letter(file: &CaseFile, request: &LetterRequest) -> Result<LetterPreview> {
    letters::preview(file, request, &fonts())
}

/// Why the language is not used: the code of the flaw, and what it is about.
fn flaw(file: &CaseFile, request: &LetterRequest) -> (String, String) {
    let failure = letter(file, request).unwrap_err().failure();
    assert_eq!(failure.code, "language-refused");
    let listed = list(file).unwrap();
    let own = listed.iter().find(|language| language.own).unwrap();
    assert!(!own.usable && own.failure.as_ref() == Some(&failure));
    (
        failure.values["flaw"].clone(),
        failure.values["what"].clone(),
    )
}

#[test]
fn a_language_added_by_files_is_spoken_by_her_papers_without_a_new_program() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let request = refer(&mut file, "Ana", &[partner("Valley Legal Aid")]);
    let refused = letter(&file, &in_language(&request, "full"));
    assert!(matches!(
        refused,
        Err(Error::UnknownCode { field: "language" })
    ));
    add(&file, "vi");
    let tags: Vec<(String, bool)> = list(&file)
        .unwrap()
        .into_iter()
        .map(|language| (language.tag, language.usable))
        .collect();
    assert_eq!(
        tags,
        [("en", true), ("es", true), ("vi", true)].map(|(tag, usable)| (tag.to_owned(), usable))
    );
    for form in ["full", "plain", "discreet", "pocket_card"] {
        let made = letter(&file, &in_language(&request, form)).unwrap();
        assert!(made.ready, "{form}: {:?}", made.checks);
        assert!(made.text.contains("ôi"), "{form}: {}", made.text);
        assert!(made.file_name.ends_with("-vi.pdf"), "{}", made.file_name);
    }
    let text = unmarked(&letter(&file, &in_language(&request, "full")).unwrap().text);
    assert!(text.contains("Monday ôi to ôi Friday ôi 9–5"), "{text}");
    let printed = letters::record_printed(&mut file, &in_language(&request, "full"), &fonts());
    printed.unwrap();
    let out = crate::papers::out(&file).unwrap().remove(0);
    assert_eq!(out.language, "vi");
    let program = format!("{}+", env!("CARGO_PKG_VERSION"));
    assert!(out.template_version.starts_with(&program));
}

#[test]
fn numbers_are_told_by_voice_in_a_language_that_the_office_added() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let request = refer(&mut file, "Ana", &[partner("Valley Legal Aid")]);
    let tell = |file: &mut CaseFile| {
        papers::told_by_voice(file, &request.victim_id, &request.referral_ids, "mnk")
    };
    assert!(matches!(
        tell(&mut file),
        Err(Error::UnknownCode { field: "language" })
    ));
    let folder = add(&file, "mnk");
    tell(&mut file).unwrap();
    // Its files may be broken meanwhile: nothing of them is needed for that.
    fs::remove_file(folder.join(MESSAGES)).unwrap();
    tell(&mut file).unwrap();
}

#[test]
fn a_paper_that_stays_in_the_office_speaks_the_programs_languages_alone() {
    let world = World::new();
    let file = world.county("Rivertown");
    add(&file, "vi");
    let (mut own, mut programs) = (0, 0);
    for kind in paper_kinds::kinds() {
        let request = PaperRequest {
            kind: kind.code.clone(),
            about_id: None,
            needs: Vec::new(),
            language: "vi".to_owned(),
            page: "us_letter".to_owned(),
            large_print: false,
            both_sides: false,
            goes_with_her: false,
            safe_to_carry: "not_asked".to_owned(),
        };
        match paper_kinds::preview(&file, &request, &fonts()) {
            Ok(made) => {
                assert!(made.text.contains("ôi"), "{}", kind.code);
                own += 1;
            }
            Err(Error::UnknownCode { field: "language" }) => programs += 1,
            // One about somebody is not made about nobody.
            Err(refused) => assert!(matches!(refused, Error::InvalidInput { field: "about" })),
        }
    }
    assert_eq!((own, programs), (3, 6));
}

#[test]
fn a_language_that_is_not_whole_is_refused_with_the_name_of_what_is_wrong() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let request = refer(&mut file, "Ana", &[partner("Valley Legal Aid")]);
    let request = in_language(&request, "full");
    let folder = add(&file, "vi");
    let path = folder.join(MESSAGES);
    let whole = fs::read_to_string(&path).unwrap();
    for (from, to, code, what) in [
        (
            "plain-title = ",
            "plain-titles = ",
            "missing",
            "plain-title",
        ),
        (
            "letter-closing = ",
            "letter-closing = { $office } ",
            "values",
            "letter-closing",
        ),
        (
            "letter-closing = ",
            "letter-closing = { letter-title } ",
            "wording",
            "letter-closing",
        ),
        (
            "discreet-title = ",
            "discreet-title = Cảnh Sát ",
            "denied_word",
            "discreet-title",
        ),
        (
            "discreet-title = ",
            "discreet-title = Sheriff ",
            "denied_word",
            "discreet-title",
        ),
        (
            "plain-greeting = ",
            "plain-greeting = víctima ",
            "denied_word",
            "plain-greeting",
        ),
        (
            "letter-file-name = letter",
            "letter-file-name = la thư",
            "file_name",
            "letter-file-name",
        ),
        ("letter-closing = ", "{ ", "not_fluent", MESSAGES),
    ] {
        let line = format!("\n{from}");
        assert!(whole.contains(&line), "{from}");
        fs::write(&path, whole.replacen(&line, &format!("\n{to}"), 1)).unwrap();
        assert_eq!(flaw(&file, &request), (code.to_owned(), what.to_owned()));
    }
    fs::write(&path, &whole).unwrap();
    for (list, code) in [
        ("", "deny_list"),
        ("# none\n", "deny_list"),
        ("a\n", "deny_list"),
    ] {
        fs::write(folder.join(DENY_LIST), list).unwrap();
        assert_eq!(flaw(&file, &request).0, code);
    }
    fs::remove_file(folder.join(DENY_LIST)).unwrap();
    assert_eq!(
        flaw(&file, &request),
        ("file".to_owned(), DENY_LIST.to_owned())
    );
    assert!(matches!(begin(&file, "vi"), Err(Error::FileExists)));
    for tag in ["en", "../vi", "", "VI", "vi-", "vietnamese"] {
        let refused = begin(&file, tag);
        assert!(matches!(refused, Err(Error::UnknownCode { .. })), "{tag}");
    }
}

/// A letter is scanned for the words of every language, also for those that an office added.
#[test]
fn the_denied_words_of_an_added_language_count_in_every_language() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let agencies = [PartnerForm {
        hours: "gọi Cảnh Sát".to_owned(),
        ..partner("Nhà của nạn nhân")
    }];
    let mut request = refer(&mut file, "Ana", &agencies);
    request.form = "discreet".to_owned();
    let name = |file: &CaseFile, request: &LetterRequest| {
        let text = unmarked(&letter(file, request).unwrap().text);
        text.contains("nạn nhân") || text.contains("Cảnh Sát")
    };
    assert!(name(&file, &request), "no word of this program's lists");
    add(&file, "vi");
    for language in ["en", "es", "vi"] {
        language.clone_into(&mut request.language);
        assert!(!name(&file, &request), "{language}");
    }
}

/// What could not be compared is not called clean.
#[test]
fn a_language_whose_denied_words_cannot_be_read_is_named_by_every_letter_that_may_be_found() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let request = refer(&mut file, "Ana", &[partner("Valley Legal Aid")]);
    let folder = add(&file, "vi");
    let unread = |file: &CaseFile, form: &str| {
        let request = LetterRequest {
            form: form.to_owned(),
            language: "en".to_owned(),
            ..request.clone()
        };
        let shown = letters::preview(file, &request, &fonts()).unwrap();
        let mut checks = shown.checks.into_iter();
        let unread = checks.find(|check| check.code == "check-denied-words-unread");
        unread.map(|check| check.values["languages"].clone())
    };
    assert_eq!(unread(&file, "discreet"), None);
    fs::remove_file(folder.join(DENY_LIST)).unwrap();
    assert_eq!(unread(&file, "discreet").as_deref(), Some("vi"));
    assert_eq!(unread(&file, "full"), None);
}
