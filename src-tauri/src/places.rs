//! Where the office, the person's private folder and the fonts lie on this machine.
//!
//! The command line looks in the same places, so that both programs open the same office.

use std::path::{Path, PathBuf};

use tauri::path::PathResolver;

/// The three folders the program works with.
pub struct Places {
    /// The office: its case file and its key file.
    pub office: PathBuf,
    /// A private folder of the person who is logged in; holds this machine's secret, apart from the office.
    pub profile: PathBuf,
    /// The fonts letters are set in.
    pub fonts: PathBuf,
}

impl Places {
    /// The office that was asked for, else `COUNTYLINE_OFFICE`, else the usual one of this person.
    pub fn find(
        asked_for: Option<PathBuf>,
        paths: &PathResolver<tauri::Wry>,
    ) -> tauri::Result<Self> {
        let office = match asked_for.or_else(|| from_environment("COUNTYLINE_OFFICE")) {
            Some(named) => named,
            None => paths.data_dir()?.join("countyline").join("office"),
        };
        let profile = match from_environment("COUNTYLINE_PROFILE") {
            Some(named) => named,
            None => paths.config_dir()?.join("countyline"),
        };
        Ok(Self {
            office,
            profile,
            fonts: fonts(paths)?,
        })
    }
}

/// In the workspace while developing, else beside the installed program.
fn fonts(paths: &PathResolver<tauri::Wry>) -> tauri::Result<PathBuf> {
    let in_workspace = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/fonts"));
    if cfg!(debug_assertions) && in_workspace.is_dir() {
        return Ok(in_workspace.to_owned());
    }
    Ok(paths.resource_dir()?.join("fonts"))
}

fn from_environment(name: &str) -> Option<PathBuf> {
    std::env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
