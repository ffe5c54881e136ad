//! What a run through the window leaves in a folder: pictures, letters, bundles and a summary.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::page::Window;

/// What a run left behind.
pub struct Journey {
    /// Letters, as PDF.
    pub letters: Vec<PathBuf>,
    /// Bundles on the stick.
    pub bundles: Vec<PathBuf>,
    /// Pictures of every screen, each language, day and night.
    pub pictures: Vec<PathBuf>,
    /// Barriers axe found, each with its screen.
    pub barriers: Vec<String>,
    /// What happened, in sentences.
    pub told: String,
}

/// What is kept while a run goes on.
pub(super) struct Keepsakes {
    out: PathBuf,
    pub(super) letters: PathBuf,
    journey: Journey,
}

impl Keepsakes {
    pub(super) fn new(out: &Path) -> Self {
        for folder in ["letters", "screens", "bundles"] {
            let folder = out.join(folder);
            if folder.exists() {
                std::fs::remove_dir_all(&folder).expect("what the last run left can be removed");
            }
            std::fs::create_dir_all(&folder).expect("a folder for what the run leaves");
        }
        let journey = Journey {
            letters: Vec::new(),
            bundles: Vec::new(),
            pictures: Vec::new(),
            barriers: Vec::new(),
            told: String::new(),
        };
        Self {
            letters: out.join("letters"),
            out: out.to_owned(),
            journey,
        }
    }

    pub(super) fn tell(&mut self, what: &str) {
        writeln!(self.journey.told, "{what}").expect("a string takes text");
    }

    /// Takes a picture of what is shown and looks for barriers.
    pub(super) async fn look(&mut self, window: &Window, name: &str) {
        let picture = self.out.join("screens").join(format!("{name}.png"));
        window.picture(&picture).await;
        self.journey.pictures.push(picture);
        let barriers = window.barriers().await;
        self.journey.barriers.extend(
            barriers
                .into_iter()
                .map(|barrier| format!("{name}: {barrier}")),
        );
    }

    pub(super) fn end(mut self, stick: &Path) -> Journey {
        for bundle in files_in(stick) {
            let kept = self.out.join("bundles").join(name_of(&bundle));
            std::fs::copy(&bundle, &kept).expect("a bundle can be copied");
            self.journey.bundles.push(kept);
        }
        self.journey.letters = files_in(&self.letters);
        let counts = format!(
            "{} letters, {} bundles, {} pictures of screens, {} barriers.",
            self.journey.letters.len(),
            self.journey.bundles.len(),
            self.journey.pictures.len(),
            self.journey.barriers.len(),
        );
        self.tell(&counts);
        std::fs::write(self.out.join("summary.txt"), &self.journey.told)
            .expect("a summary can be written");
        self.journey
    }
}

/// The program writes a file whole or not at all, so a file that is there is finished.
pub(super) async fn until_a_file_in(folder: &Path) -> PathBuf {
    for _ in 0..200 {
        if let Some(file) = files_in(folder)
            .into_iter()
            .find(|file| file.extension().is_some_and(|end| end == "pdf"))
        {
            return file;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no file came into {}", folder.display())
}

pub(super) fn only_file(folder: &Path) -> PathBuf {
    let files = files_in(folder);
    assert_eq!(files.len(), 1, "{files:?}");
    files.into_iter().next().expect("there is one")
}

pub(super) fn newest_file(folder: &Path) -> PathBuf {
    let made = |file: &PathBuf| file.metadata().and_then(|about| about.modified()).ok();
    files_in(folder)
        .into_iter()
        .max_by_key(made)
        .expect("there is a file")
}

/// The files of a folder, by name.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

pub(super) fn name_of(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
