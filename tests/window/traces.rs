//! What a day at the window leaves on the machine, outside of the case file and of what was saved on purpose: nothing
//! of anybody it was about.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use system_tests::window::{Machine, Window};

/// What is typed in that day and is nowhere else.
const HERS: [&str; 5] = [
    "Traceabella",
    "Unmistakable",
    "555-0173",
    "Heliotrope",
    "Quixotically",
];

/// How much the page keeps in the places a browser has for it.
const KEPT_BY_THE_PAGE: &str = "
    const done = arguments[arguments.length - 1];
    const lists = [
        globalThis.indexedDB?.databases?.() ?? [],
        globalThis.caches?.keys() ?? [],
    ];
    Promise.all(lists.map((list) => Promise.resolve(list).catch(() => [])))
        .then((found) => done([localStorage.length, sessionStorage.length, document.cookie.length, ...found.map((one) => one.length)]));";

#[tokio::test(flavor = "multi_thread")]
async fn a_day_leaves_nothing_of_anybody_outside_of_the_case_file() {
    let machine = Machine::new();
    let (office, letters) = (machine.folder("office"), machine.folder("letters"));
    let window = machine.open(&office).await;
    window
        .create_office("Cedar County", "Pat Coordinator")
        .await;
    window.add_partner("Valley Legal Aid").await;
    a_day_about_her(&window, &letters).await;
    let kept = window.run_until_done(KEPT_BY_THE_PAGE, vec![]).await;
    assert_eq!(kept, json!([0, 0, 0, 0, 0]));
    window.close().await;
    assert_eq!(traces(&machine.folder("."), &letters), Vec::<String>::new());

    // The same where the power fails with a form open.
    let window = machine.open(&office).await;
    window.unlock().await;
    window.open_victim(HERS[1]).await;
    window.click("#log-contact").await;
    window.on_screen("log-contact").await;
    window.fill("#note", HERS[4]).await;
    window.until_text("main", "Kept").await;
    window.cut_off();
    assert_eq!(traces(&machine.folder("."), &letters), Vec::<String>::new());

    // What is looked for would be found, in the spellings programs write texts in.
    let file = machine.folder("home").join("recent");
    for spelled in [HERS[0].as_bytes().to_vec(), wide(HERS[0])] {
        fs::write(&file, spelled).unwrap();
        assert_eq!(traces(&machine.folder("."), &letters).len(), 1);
    }
}

async fn a_day_about_her(window: &Window, letters: &Path) {
    let [given, family, phone, note, _] = HERS;
    window.add_victim(given, family, phone).await;
    window.log_contact(note).await;
    window.refer_and_save_letter(letters).await;
    window.until_text("#status", ".pdf").await;
    window.open_victim(family).await;
}

/// Files that hold, or are called by, what was typed that day; saved letters lie where somebody wanted them.
fn traces(root: &Path, letters: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()) {
            let kind = fs::symlink_metadata(&path).unwrap().file_type();
            if kind.is_dir() && path.canonicalize().unwrap() != letters.canonicalize().unwrap() {
                folders.push(path);
            } else if kind.is_file() {
                found.extend(traces_in(path));
            }
        }
    }
    found
}

fn traces_in(path: PathBuf) -> Option<String> {
    let mut bytes = fs::read(&path).unwrap_or_default();
    bytes.extend(path.to_string_lossy().bytes());
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|seen| seen == word);
    let held: Vec<&str> = HERS
        .into_iter()
        .filter(|word| holds(word.as_bytes()) || holds(&wide(word)))
        .collect();
    (!held.is_empty()).then(|| format!("{}: {held:?}", path.display()))
}

/// As UTF-16 writes it.
fn wide(word: &str) -> Vec<u8> {
    word.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
