//! Partner agencies: the directory, what fits, the relationship, and directories of other programs.

use countyline_core::casefile::CaseFile;
use countyline_core::hsds::{self, Refused};
use countyline_core::outreach;
use countyline_core::partners::directory::{
    self, PartnerDetails, PartnerLocationForm, PartnerPersonForm, PartnerServiceForm,
};
use countyline_core::partners::{self, Fit, FitQuestion, PartnerForm, TrustHistory};
use countyline_core::values;
use serde_json::{Value, json};

use crate::arguments::{
    Common, ExportDirectory, Fits, ForPartner, ImportDirectory, PartOf, Partner,
};
use crate::asking;
use crate::casework::{partner_called, partner_contact_form, partner_form, tell_saved};
use crate::forms;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn partner(
    partner: Partner,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match partner {
        Partner::Add(new) => {
            let form = partner_form(new);
            forms::ensure_no_history([&*form.hours], telling)?;
            partners::create(&mut file, &form)?
        }
        Partner::Contact(new) => {
            let form = partner_contact_form(&file, new)?;
            let texts = [&form.person, &form.response_given, &form.commitment];
            forms::ensure_no_history(texts.map(String::as_str), telling)?;
            outreach::record_partner_contact(&mut file, &form)?
        }
        Partner::Outreach(told) => {
            let id = partner_called(&file, &told.partner)?.id;
            let mut form: Value = forms::read(&told.from, &[], telling)?;
            form["contact"]["partnerId"] = json!(id);
            outreach::record_outreach(&mut file, &forms::from_value(form)?)?
        }
        Partner::Fits(wanted) => return fits(&file, wanted, telling),
        Partner::Show { partner } => {
            let entry = directory::entry(&file, &partner_called(&file, &partner)?.id)?;
            tell_entry(&entry, telling)?;
            return Ok(Ending::Done);
        }
        Partner::Trust { partner } => {
            let trust = partners::trust(&file, &partner_called(&file, &partner)?.id)?;
            tell_trust(&trust, telling)?;
            return Ok(Ending::Done);
        }
        Partner::Edit(told) => edit(&mut file, &told, telling)?,
        Partner::Describe(told) => {
            let entry = directory::entry(&file, &partner_called(&file, &told.partner)?.id)?;
            let details: PartnerDetails = forms::read(&told.from, &[], telling)?;
            directory::describe(&mut file, &entry.partner.id, &details, &entry.seen)?
        }
        Partner::Service(part) => service(&mut file, &part, telling)?,
        Partner::Location(part) => location(&mut file, &part, telling)?,
        Partner::Person(part) => person(&mut file, &part, telling)?,
        Partner::Assure { service } => directory::assure_service(&mut file, &service)?,
        Partner::Commitment {
            partner,
            contact,
            state,
        } => {
            let trust = partners::trust(&file, &partner_called(&file, &partner)?.id)?;
            let made = trust
                .commitments
                .iter()
                .find(|made| made.contact_id == contact);
            let made = made.ok_or_else(|| Stop::refused("not-found"))?;
            partners::settle_commitment(&mut file, &contact, &state, &made.seen)?
        }
        Partner::Done { contact, on } => partners::next_step_done(&mut file, &contact, &on)?,
        Partner::Import(wanted) => return import(&mut file, &wanted, telling),
        Partner::Export(wanted) => return export(&file, &wanted, telling),
    };
    tell_saved(&saved, telling)
}

fn edit(
    file: &mut CaseFile,
    told: &ForPartner,
    telling: &mut Telling<'_>,
) -> Result<countyline_core::start::Saved, Stop> {
    let entry = directory::entry(file, &partner_called(file, &told.partner)?.id)?;
    let form: PartnerForm = forms::read(&told.from, &[], telling)?;
    Ok(partners::edit(file, &entry.partner.id, &form, &entry.seen)?)
}

fn service(
    file: &mut CaseFile,
    part: &PartOf,
    telling: &mut Telling<'_>,
) -> Result<countyline_core::start::Saved, Stop> {
    let entry = directory::entry(file, &partner_called(file, &part.partner)?.id)?;
    let form: PartnerServiceForm = forms::read(
        &part.from,
        &[("partnerId", json!(entry.partner.id))],
        telling,
    )?;
    let Some(id) = &part.edit else {
        return Ok(directory::create_service(file, &form)?);
    };
    let shown = entry.services.iter().find(|service| service.id == *id);
    let shown = shown.ok_or_else(|| Stop::refused("not-found"))?;
    Ok(directory::edit_service(file, id, &form, &shown.seen)?)
}

fn location(
    file: &mut CaseFile,
    part: &PartOf,
    telling: &mut Telling<'_>,
) -> Result<countyline_core::start::Saved, Stop> {
    let entry = directory::entry(file, &partner_called(file, &part.partner)?.id)?;
    let form: PartnerLocationForm = forms::read(
        &part.from,
        &[("partnerId", json!(entry.partner.id))],
        telling,
    )?;
    let Some(id) = &part.edit else {
        return Ok(directory::create_location(file, &form)?);
    };
    let shown = entry.locations.iter().find(|location| location.id == *id);
    let shown = shown.ok_or_else(|| Stop::refused("not-found"))?;
    Ok(directory::edit_location(file, id, &form, &shown.seen)?)
}

fn person(
    file: &mut CaseFile,
    part: &PartOf,
    telling: &mut Telling<'_>,
) -> Result<countyline_core::start::Saved, Stop> {
    let entry = directory::entry(file, &partner_called(file, &part.partner)?.id)?;
    let form: PartnerPersonForm = forms::read(
        &part.from,
        &[("partnerId", json!(entry.partner.id))],
        telling,
    )?;
    let Some(id) = &part.edit else {
        return Ok(directory::create_person(file, &form)?);
    };
    let shown = entry.people.iter().find(|person| person.id == *id);
    let shown = shown.ok_or_else(|| Stop::refused("not-found"))?;
    Ok(directory::edit_person(file, id, &form, &shown.seen)?)
}

fn fits(file: &CaseFile, wanted: Fits, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let question = FitQuestion {
        need: wanted.need,
        zone: wanted.zone,
        language: wanted.speaks,
        age: wanted.age,
        at: wanted.at,
        now: wanted.now,
    };
    let found = partners::fits(file, &question)?;
    if found.is_empty() {
        telling.say("cli-fits-none", values! {})?;
    }
    for fit in &found {
        tell_fit(fit, telling)?;
    }
    telling.answer(&found)?;
    Ok(Ending::Done)
}

fn tell_fit(fit: &Fit, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let called = [&fit.partner_name, &fit.name];
    let called: Vec<&str> = called
        .into_iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    telling.line(&format!(
        "{:>4}  {}  {}",
        fit.points,
        called.join(": "),
        fit.phone
    ))?;
    if !fit.alert.is_empty() {
        telling.line(&format!("      ! {}", fit.alert))?;
    }
    for reason in &fit.reasons {
        let said = telling.words().code("fit_reason", &reason.code);
        let value = reason
            .value
            .as_deref()
            .map_or_else(String::new, |value| format!(" ({value})"));
        telling.line(&format!("      {:+}  {said}{value}", reason.points))?;
    }
    Ok(())
}

fn tell_entry(entry: &directory::DirectoryEntry, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let form = &entry.partner.form;
    telling.line(&format!("{}  {}  {}", form.name, form.zone, form.phone))?;
    for service in &entry.services {
        let words = telling.words();
        let row = [
            service.form.name.clone(),
            words.code("service_status", &service.form.status),
            service.form.needs.join(", "),
            service
                .form
                .assured_on
                .clone()
                .unwrap_or_else(|| "—".to_owned()),
        ];
        telling.line(&format!("  {}  {}", row.join("  "), service.id))?;
    }
    for location in &entry.locations {
        let kind = telling
            .words()
            .code("location_type", &location.form.location_type);
        telling.line(&format!(
            "  {}  {kind}  {}",
            location.form.name, location.id
        ))?;
    }
    for person in &entry.people {
        let form = &person.form;
        telling.line(&format!(
            "  {}  {}  {}  {}",
            form.name, form.title, form.phone, person.id
        ))?;
    }
    telling.answer(entry)?;
    Ok(())
}

fn tell_trust(trust: &TrustHistory, telling: &mut Telling<'_>) -> Result<(), Stop> {
    for stage in &trust.stages {
        let said = telling.words().code("relationship_stage", &stage.stage);
        telling.line(&format!("{}  {said}", stage.on))?;
    }
    for concern in &trust.concerns {
        let words = telling.words();
        let said: Vec<String> = concern
            .concerns
            .iter()
            .map(|code| words.code("concern", code))
            .collect();
        telling.line(&format!(
            "{}  {}: {}",
            concern.on,
            said.join(", "),
            concern.answer
        ))?;
    }
    for made in &trust.commitments {
        let state = telling.words().code("commitment_state", &made.state);
        telling.line(&format!(
            "{}  {state}: {}  {}",
            made.on, made.commitment, made.contact_id
        ))?;
    }
    for agreement in trust.agreements.iter().filter(|agreement| agreement.due) {
        let said = values! { title = agreement.form.title, on = agreement.form.review_on };
        telling.say("cli-agreement-due", said)?;
    }
    for (status, count) in &trust.referrals {
        let said = telling.words().code("referral_status", status);
        telling.line(&format!("{count:>4}  {said}"))?;
    }
    telling.answer(trust)?;
    Ok(())
}

fn import(
    file: &mut CaseFile,
    wanted: &ImportDirectory,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let refused = wanted
        .rejects
        .as_deref()
        .map_or(Refused::Told, Refused::Into);
    let told = hsds::import(file, &wanted.directory, wanted.dry_run, refused)?;
    for issue in &told.issues {
        let problem = telling.words().code("hsds_problem", &issue.problem);
        telling.line(&format!(
            "{}:{}  {}  {problem}",
            issue.file, issue.row, issue.column
        ))?;
    }
    for name in &told.left_out {
        telling.say("cli-import-left-out", values! { name = name })?;
    }
    let said = values! {
        new = told.new, changed = told.changed, same = told.same, refused = told.refused,
    };
    let id = if told.dry_run {
        "cli-import-would"
    } else {
        "cli-import-did"
    };
    telling.say(id, said)?;
    telling.answer(&told)?;
    Ok(if told.refused > 0 || !told.issues.is_empty() {
        Ending::WaitsForAPerson
    } else {
        Ending::Done
    })
}

fn export(
    file: &CaseFile,
    wanted: &ExportDirectory,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let is_json = wanted.to.extension().is_some_and(|ending| ending == "json");
    let told = if is_json {
        hsds::export_json(file, &wanted.to)?
    } else {
        hsds::export_package(file, &wanted.to)?
    };
    let said = values! {
        path = told.path, organizations = told.organizations, services = told.services,
        hidden = told.without_location,
    };
    telling.say("cli-directory-exported", said)?;
    telling.answer(&told)?;
    Ok(Ending::Done)
}
