use super::*;
use countyline_core::start::NewOffice;

const PASSPHRASE: &str = "made up words here";

/// An office that was just made, and the folder it lies in.
fn open_shell() -> (Shell, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(Places {
        office: folder.path().join("office"),
        profile: folder.path().join("profile"),
        fonts: folder.path().join("fonts"),
    });
    let form = NewOffice {
        office_name: "Rivertown".to_owned(),
        place_name: "County desk".to_owned(),
        person_name: "Pat Coordinator".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        language: "en".to_owned(),
    };
    shell
        .open(|folder, outside| start::create_office(folder, &form, outside))
        .unwrap();
    (shell, folder)
}

fn code(answer: Result<(), Failure>) -> String {
    answer.unwrap_err().code
}

#[test]
fn what_sends_erases_or_uncovers_asks_for_the_passphrase_and_goes_on_once_it_was_typed() {
    let (shell, _folder) = open_shell();
    shell.ensure_proved("send_week").unwrap();
    shell.forget_proof();
    for command in [
        "send_week",
        "hand_back",
        "export_table",
        "export_directory",
        "order_erasure",
        "purge_victim",
        "reveal_code_word",
        "edit_staff",
        "enrol_laptop",
    ] {
        let refused = shell.ensure_proved(command).unwrap_err();
        assert_eq!(refused.code, "passphrase-needed", "{command}");
        assert_eq!(refused.values["minutes"], "2");
    }
    for command in ["record_contact", "save_letter", "forbid_contact", "victim"] {
        shell.ensure_proved(command).unwrap();
    }
    assert_eq!(code(shell.prove("four other words")), "wrong-passphrase");
    assert_eq!(code(shell.ensure_proved("send_week")), "passphrase-needed");
    shell.prove(PASSPHRASE).unwrap();
    shell.ensure_proved("send_week").unwrap();
    shell.lock().unwrap();
    assert_eq!(code(shell.ensure_proved("send_week")), "passphrase-needed");
    assert_eq!(code(shell.prove(PASSPHRASE)), "locked");
}

#[test]
fn the_fifth_wrong_passphrase_shuts_the_door_and_keeps_it_shut() {
    let (shell, _folder) = open_shell();
    for _ in 0..4 {
        assert_eq!(code(shell.prove("four other words")), "wrong-passphrase");
    }
    let changed = shell.with_file(|file| file.change_passphrase("four other words", "x"));
    assert_eq!(
        code(changed),
        "locked-for-now",
        "in whatever form it is typed"
    );
    assert_eq!(code(shell.with_file(|_| Ok(()))), "locked");
    let opened = shell.open(|folder, outside| CaseFile::unlock(folder, PASSPHRASE, outside));
    assert_eq!(opened.unwrap_err().code, "locked-for-now");
}
