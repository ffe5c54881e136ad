//! Where the office, the person's private folder and the fonts lie on this machine: the places the window
//! looks in too, so that both programs open the same office.

use std::env;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::error::Error;
use countyline_core::letters::{self, Fonts};
use countyline_core::outside::Outside;
use countyline_core::start;

use crate::arguments::Common;

/// The folders this run works with.
pub(crate) struct Places {
    /// Holds the case file, its key file and the backups.
    pub(crate) office: PathBuf,
    /// Holds this machine's secret.
    pub(crate) profile: PathBuf,
    fonts: PathBuf,
}

impl Places {
    pub(crate) fn find(common: &Common) -> Places {
        let usual_office = || data_folder().join("countyline").join("office");
        let usual_profile = || config_folder().join("countyline");
        Places {
            office: common.office.clone().unwrap_or_else(usual_office),
            profile: common.profile.clone().unwrap_or_else(usual_profile),
            fonts: match &common.assets {
                Some(assets) => assets.join("fonts"),
                None => installed_assets().join("fonts"),
            },
        }
    }

    /// The language chosen for this office's screens.
    pub(crate) fn language(&self) -> String {
        start::preferences(&self.office).language
    }

    /// The real machine with the person's secret.
    pub(crate) fn outside(&self) -> Outside {
        Outside::of_this_machine(&self.profile)
    }

    /// The fonts of letters, and those that the office has added.
    pub(crate) fn fonts(&self) -> Result<Fonts, Error> {
        let packs = letters::font_packs(&self.office);
        Ok(Fonts::load_with_packs(&self.fonts, &packs)?)
    }

    /// Opens the office.
    pub(crate) fn unlock(&self, passphrase: &str) -> Result<CaseFile, Error> {
        CaseFile::unlock(&self.office, passphrase, self.outside())
    }
}

/// Beside the program, else where packages put it, else in the workspace it was built in.
fn installed_assets() -> PathBuf {
    let beside = env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.parent()?.join("assets")));
    let packaged = PathBuf::from("/usr/share/countyline/assets");
    [beside, Some(packaged)]
        .into_iter()
        .flatten()
        .find(|assets| assets.join("fonts").is_dir())
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets"))
}

fn data_folder() -> PathBuf {
    if cfg!(windows) {
        return folder_of("APPDATA").unwrap_or_default();
    }
    if cfg!(target_os = "macos") {
        return home().join("Library/Application Support");
    }
    folder_of("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local/share"))
}

fn config_folder() -> PathBuf {
    if cfg!(any(windows, target_os = "macos")) {
        return data_folder();
    }
    folder_of("XDG_CONFIG_HOME").unwrap_or_else(|| home().join(".config"))
}

fn home() -> PathBuf {
    folder_of("HOME").unwrap_or_default()
}

fn folder_of(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
}
