use super::*;
use crate::proof::later;
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
    shell.hide(Moment::now());
    shell.show();
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

/// A machine that is awake for so long, with nobody at it; what the last look led to.
fn awake(shell: &Shell, from: Moment, seconds: u64) -> (Moment, Looked) {
    let mut now = from;
    let mut looked = Looked::Here;
    for _ in 0..seconds / 2 {
        now = later(now, 2, 2);
        looked = shell.lock_if_left(now);
    }
    (now, looked)
}

fn is_open(shell: &Shell) -> bool {
    shell.desk.lock().unwrap().file.is_some()
}

#[test]
fn a_machine_that_slept_wakes_up_locked_and_the_page_may_keep_what_was_typed_first() {
    // The steady clock stands still in one that sleeps, and runs on in another.
    for (steady_s, wall_s) in [(2, 3600), (3600, 3600)] {
        let (shell, _folder) = open_shell();
        let (now, looked) = awake(&shell, Moment::now(), 60);
        assert_eq!(looked, Looked::Here);
        let woken = later(now, steady_s, wall_s);
        assert_eq!(shell.lock_if_left(woken), Looked::Lock);
        assert!(is_open(&shell), "what was typed can be kept");
        let (now, looked) = awake(&shell, woken, 2);
        assert_eq!(looked, Looked::Closed, "whatever the page did");
        assert_eq!(code(shell.with_file(|_| Ok(()))), "locked");
        assert_eq!(shell.lock_if_left(later(now, 2, 2)), Looked::Here);
    }
}

#[test]
fn using_a_machine_that_slept_does_not_make_up_for_the_sleep() {
    let (shell, _folder) = open_shell();
    let woken = later(Moment::now(), 0, 3600);
    assert_eq!(shell.lock_if_left(woken), Looked::Lock);
    shell.with_file(|_| Ok(())).unwrap();
    assert_eq!(shell.lock_if_left(later(woken, 2, 2)), Looked::Closed);
}

#[test]
fn five_minutes_of_nothing_lock_and_each_question_begins_them_anew() {
    let (shell, _folder) = open_shell();
    let begun = Moment::now();
    let (now, looked) = awake(&shell, begun, IDLE.as_secs() - 4);
    assert_eq!(looked, Looked::Here);
    shell.desk.lock().unwrap().last_used = now.steady;
    let (now, looked) = awake(&shell, now, IDLE.as_secs() - 2);
    assert_eq!(looked, Looked::Here);
    let (now, looked) = awake(&shell, now, 2);
    assert_eq!(looked, Looked::Lock);
    // Somebody is there after all.
    shell.desk.lock().unwrap().last_used = now.steady;
    let (now, looked) = awake(&shell, now, IDLE.as_secs());
    assert_eq!(looked, Looked::Lock);
    assert_eq!(awake(&shell, now, 2).1, Looked::Closed);
    assert!(!is_open(&shell));
}

#[test]
fn a_hidden_window_locks_after_a_minute_and_one_that_is_seen_again_does_not() {
    let (shell, _folder) = open_shell();
    let begun = Moment::now();
    shell.hide(begun);
    let (now, looked) = awake(&shell, begun, HIDDEN.as_secs() - 2);
    assert_eq!(looked, Looked::Here);
    shell.show();
    let (now, looked) = awake(&shell, now, HIDDEN.as_secs());
    assert_eq!(looked, Looked::Here);
    shell.hide(now);
    let (now, looked) = awake(&shell, now, HIDDEN.as_secs());
    assert_eq!(looked, Looked::Lock);
    assert_eq!(awake(&shell, now, 2).1, Looked::Closed);
    assert!(!is_open(&shell));
}

#[test]
fn long_work_is_not_cut_off_but_the_page_is_told_once_that_nobody_is_there() {
    let (shell, _folder) = open_shell();
    let begun = Moment::now();
    let work = shell.desk.lock().unwrap();
    let (now, looked) = awake(&shell, begun, IDLE.as_secs() * 2);
    assert_eq!(looked, Looked::Here, "idle is who asks for nothing");
    let woken = later(now, 2, 3600);
    assert_eq!(shell.lock_if_left(woken), Looked::Lock);
    assert_eq!(shell.lock_if_left(later(woken, 2, 2)), Looked::Here);
    drop(work);
    assert_eq!(shell.lock_if_left(later(woken, 4, 4)), Looked::Closed);
}
