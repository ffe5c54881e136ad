//! Papers that are no letters, as files.
//!
//! One that a victim takes along needs her answer that it is safe: it is asked for, never assumed.

use countyline_core::casefile::CaseFile;
use countyline_core::letters::Destination;
use countyline_core::paper_kinds::{self, PaperRequest};
use countyline_core::values;
use serde_json::json;

use crate::arguments::MakePaper;
use crate::asking;
use crate::casework::victim_id;
use crate::letter::safe_to_carry;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

/// Which papers there are.
pub(super) fn kinds(telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let kinds = paper_kinds::kinds();
    for kind in &kinds {
        let name = telling.words().code("paper_kind", &kind.code);
        let row = values! { kind = kind.code, name = name };
        let sentence = match kind.may_go_with_her {
            true => "cli-paper-kind-carried",
            false => "cli-paper-kind",
        };
        telling.say(sentence, row)?;
    }
    telling.answer(&kinds)?;
    Ok(Ending::Done)
}

/// Makes one.
pub(super) fn make(
    file: &mut CaseFile,
    wanted: MakePaper,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut kinds = paper_kinds::kinds().into_iter();
    let is_about_victim = kinds.any(|kind| kind.code == wanted.kind && kind.about == "victim");
    let about_id = match wanted.about {
        Some(victim) if is_about_victim => Some(victim_id(file, &victim)?),
        about => about,
    };
    let request = PaperRequest {
        kind: wanted.kind,
        about_id,
        needs: wanted.needs,
        language: wanted.language,
        page: wanted.page,
        large_print: wanted.large_print,
        both_sides: wanted.both_sides,
        goes_with_her: wanted.goes_with_her,
        safe_to_carry: match wanted.goes_with_her {
            true => safe_to_carry(wanted.safe_to_carry, telling),
            false => "not_asked".to_owned(),
        },
    };
    let fonts = places.fonts()?;
    let preview = paper_kinds::preview(file, &request, &fonts)?;
    for check in preview.checks.iter().filter(|check| !check.passed) {
        telling.say(&format!("cli-{}", check.code), check.values.clone())?;
    }
    let password = asking::password(wanted.password_file.as_deref())?;
    let to = Destination::from(&wanted.to)
        .protected_by(password.as_ref().map(|password| password.as_str()));
    let saved = paper_kinds::save(file, &request, &fonts, to)?;
    telling.say("cli-paper-saved", values! { path = saved.path })?;
    telling.say("cli-letter-delete-file", values! {})?;
    telling.answer(&json!({
        "path": saved.path,
        "sha256": saved.sha256,
        "checks": preview.checks,
    }))?;
    Ok(Ending::Done)
}
