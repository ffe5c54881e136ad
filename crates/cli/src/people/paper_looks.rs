//! What papers look like and speak: the county's logo, and languages an office adds by files.

use std::path::Path;

use countyline_core::casefile::CaseFile;
use countyline_core::start::Saved;
use countyline_core::{logo, own_languages, values};
use serde_json::json;

use crate::outcome::{Ending, Stop};
use crate::telling::Telling;

/// Which logo there is.
pub(super) fn show_logo(file: &CaseFile, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let logo = logo::logo(file)?;
    match &logo.shows {
        Some(shows) => telling.say("cli-logo-shows", values! { shows = shows })?,
        None => telling.say("cli-logo-none", values! {})?,
    }
    telling.answer(&json!({ "shows": logo.shows }))?;
    Ok(Ending::Done)
}

/// Sets it from a picture, or takes it away without one.
pub(super) fn set_logo(file: &mut CaseFile, picture: Option<(&Path, &str)>) -> Result<Saved, Stop> {
    let seen = logo::logo(file)?.seen;
    Ok(match picture {
        Some((path, shows)) => logo::set(file, path, shows, &seen)?,
        None => logo::remove(file, &seen)?,
    })
}

/// Which languages papers speak, and what is wrong with one that was added.
pub(super) fn languages(file: &CaseFile, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let languages = own_languages::list(file)?;
    for language in &languages {
        let tag = values! { language = language.tag };
        match &language.failure {
            Some(failure) => {
                let (what, _) = telling.words().failure(failure);
                telling.say(
                    "cli-language-refused",
                    values! { language = language.tag, why = what },
                )?;
            }
            None if language.own => telling.say("cli-language-own", tag)?,
            None => telling.say("cli-language", tag)?,
        }
    }
    telling.answer(&languages)?;
    Ok(Ending::Done)
}

/// Begins one.
pub(super) fn begin_language(
    file: &CaseFile,
    tag: &str,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let folder = own_languages::begin(file, tag)?.display().to_string();
    telling.say("cli-language-begun", values! { folder = folder })?;
    telling.answer(&json!({ "folder": folder }))?;
    Ok(Ending::Done)
}
