//! The county's own wording of its papers: which messages there are, and wording one.

use countyline_core::casefile::CaseFile;
use countyline_core::values;
use countyline_core::wordings::{self, WordingForm, WordingView};

use crate::arguments::{Common, Worded, Wording};
use crate::asking;
use crate::casework::tell_saved;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn wording(
    wanted: Wording,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let language = wanted.of;
    let saved = match wanted.what {
        Worded::List { all } => {
            let mut listed = wordings::list(&file, &language)?;
            listed.retain(|message| all || message.own_text.is_some());
            for message in &listed {
                let holds = message.own_text.as_deref();
                let row = values! {
                    message = message.message,
                    text = holds.unwrap_or(&message.program_text),
                };
                telling.say("cli-wording-row", row)?;
                if message.not_used {
                    telling.say("cli-wording-not-used", values! {})?;
                }
            }
            if listed.is_empty() {
                telling.say("cli-wording-none", values! {})?;
            }
            telling.answer(&listed)?;
            return Ok(Ending::Done);
        }
        Worded::Show { message } => {
            let shown = shown(&file, &language, &message)?;
            show(&shown, telling)?;
            telling.answer(&shown)?;
            return Ok(Ending::Done);
        }
        Worded::Set {
            message,
            text,
            from,
        } => {
            let text = match (text, from) {
                (Some(text), _) => text,
                (None, Some(path)) => asking::read_text(&path)?,
                (None, None) => String::new(),
            };
            let seen = seen(&file, &language, &message)?;
            let form = WordingForm {
                language,
                message,
                text,
            };
            wordings::set(&mut file, &form, &seen)?
        }
        Worded::Reset { message } => {
            let seen = seen(&file, &language, &message)?;
            wordings::reset(&mut file, &language, &message, &seen)?
        }
    };
    tell_saved(&saved, telling)
}

/// What stands of a message, if there is one of this name.
fn found(file: &CaseFile, language: &str, message: &str) -> Result<Option<WordingView>, Stop> {
    let mut all = wordings::list(file, language)?.into_iter();
    Ok(all.find(|view| view.message == message))
}

fn shown(file: &CaseFile, language: &str, message: &str) -> Result<WordingView, Stop> {
    let found = found(file, language, message)?;
    found.ok_or_else(|| Stop::refused("not-found"))
}

/// What a change replaces; the core says so where there is no such message.
fn seen(file: &CaseFile, language: &str, message: &str) -> Result<String, Stop> {
    let found = found(file, language, message)?;
    Ok(found.map_or_else(String::new, |view| view.seen))
}

fn show(view: &WordingView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let program = values! { text = view.program_text };
    telling.say("cli-wording-program", program)?;
    if let Some(own) = &view.own_text {
        telling.say("cli-wording-own", values! { text = own })?;
    }
    if view.not_used {
        telling.say("cli-wording-not-used", values! {})?;
    }
    let names = view.values.iter().map(|name| format!("${name}"));
    let names = names.collect::<Vec<_>>().join(", ");
    if !names.is_empty() {
        telling.say("cli-wording-values", values! { values = names })?;
    }
    if view.discreet {
        telling.say("cli-wording-discreet", values! {})?;
    }
    Ok(())
}
