//! A referral letter as a file.
//!
//! Paper needs her answer that it is safe to carry: it is asked for, never assumed.

use countyline_core::casefile::CaseFile;
use countyline_core::letters::{self, Destination, LetterRequest};
use countyline_core::{values, victims};
use serde_json::json;

use crate::arguments::{Common, Letter, YesNo};
use crate::asking;
use crate::casework::victim_id;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn letter(
    wanted: Letter,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let victim = victim_id(&file, &wanted.victim)?;
    let is_run = wanted.form == "agency" && wanted.referral.len() > 1;
    let request = LetterRequest {
        referral_ids: referrals_named(&file, &victim, wanted.referral)?,
        victim_id: victim,
        form: wanted.form,
        language: wanted.language,
        page: wanted.page,
        large_print: wanted.large_print,
        both_sides: wanted.both_sides,
        safe_to_carry: match wanted.held {
            true => "not_asked".to_owned(),
            false => safe_to_carry(wanted.safe_to_carry, telling),
        },
        release_id: wanted.release.first().cloned(),
        exclusions_read: wanted.exclusions_read,
        held: wanted.held,
    };
    let fonts = places.fonts()?;
    let run = match is_run {
        true => letters_to_agencies(&file, &request, &wanted.release)?,
        false => Vec::new(),
    };
    let preview = match is_run {
        true => letters::preview_run(&file, &run, &fonts)?,
        false => letters::preview(&file, &request, &fonts)?,
    };
    for check in preview.checks.iter().filter(|check| !check.passed) {
        telling.say(&format!("cli-{}", check.code), check.values.clone())?;
    }
    let password = asking::password(wanted.password_file.as_deref())?;
    let to = Destination::from(&wanted.to)
        .protected_by(password.as_ref().map(|password| password.as_str()));
    let saved = match is_run {
        true => letters::save_run(&mut file, &run, &fonts, to)?,
        false => letters::save(&mut file, &request, &fonts, to)?,
    };
    let passed = preview.checks.iter().filter(|check| check.passed).count();
    telling.say("cli-letter-saved", values! { path = saved.path })?;
    let counted = values! { passed = passed, total = preview.checks.len() };
    telling.say("cli-letter-checked", counted)?;
    telling.say("cli-letter-delete-file", values! {})?;
    telling.answer(&json!({
        "path": saved.path,
        "sha256": saved.sha256,
        "checks": preview.checks,
    }))?;
    Ok(Ending::Done)
}

/// One letter for each of the referrals, under that of the releases which is for its agency.
fn letters_to_agencies(
    file: &CaseFile,
    asked: &LetterRequest,
    releases: &[String],
) -> Result<Vec<LetterRequest>, Stop> {
    let page = victims::page(file, &asked.victim_id)?;
    let release_of = |referral: &String| {
        let referral = page.referrals.iter().find(|row| row.id == *referral)?;
        let mut named = page
            .releases
            .iter()
            .filter(|one| releases.contains(&one.id));
        let release = named.find(|one| one.recipient_id == referral.partner_id)?;
        Some(release.id.clone())
    };
    let letters = asked.referral_ids.iter().map(|referral| LetterRequest {
        referral_ids: vec![referral.clone()],
        release_id: release_of(referral),
        ..asked.clone()
    });
    Ok(letters.collect())
}

/// The referrals that were named, else every one of hers that is still open.
fn referrals_named(file: &CaseFile, victim: &str, named: Vec<String>) -> Result<Vec<String>, Stop> {
    if !named.is_empty() {
        return Ok(named);
    }
    let referrals = victims::page(file, victim)?.referrals;
    let open = referrals
        .into_iter()
        .filter(|referral| !referral.next_statuses.is_empty());
    Ok(open.map(|referral| referral.id).collect())
}

/// Her answer, asked for where the command does not bring it.
pub(crate) fn safe_to_carry(said: Option<YesNo>, telling: &Telling<'_>) -> String {
    said_or_asked(said, "cli-ask-safe-to-carry", telling)
}

/// An answer, asked for where the command does not bring it.
pub(crate) fn said_or_asked(said: Option<YesNo>, question: &str, telling: &Telling<'_>) -> String {
    let asked = || asking::yes(telling, question);
    match (said, said.is_none().then(asked).flatten()) {
        (Some(answer), _) => answer.code(),
        (None, Some(true)) => "yes",
        (None, Some(false)) => "no",
        (None, None) => "not_asked",
    }
    .to_owned()
}
