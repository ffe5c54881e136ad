//! Victims, contacts, partner agencies, referrals and releases: options become the core's forms.

use countyline_core::casefile::CaseFile;
use countyline_core::contacts::ContactMethodForm;
use countyline_core::need_to_know;
use countyline_core::outreach::{self, AttemptDetails, ContactForm, PartnerContactForm};
use countyline_core::partners::{self, PartnerForm, PartnerView};
use countyline_core::referrals::{self, ReferralDetails, ReferralForm};
use countyline_core::releases::{self, ReleaseDetails, ReleaseForm};
use countyline_core::start::Saved;
use countyline_core::values;
use countyline_core::victims::{self, VictimAbout, VictimForm};

use crate::arguments::{
    Common, Contact, Correction, NewContact, NewPartner, NewPartnerContact, NewRelease, NewVictim,
    Refer, Release, Victim, YesNo,
};
use crate::asking;
use crate::forms;
use crate::outcome::{Ending, Stop};
use crate::people;
use crate::places::Places;
use crate::program::staff_id;
use crate::telling::Telling;

pub(crate) fn victim(
    victim: Victim,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match victim {
        Victim::Add(new) => {
            let form = victim_form(*new, telling)?;
            let saved = victims::create(&mut file, &form)?;
            let summary = victims::page(&file, &saved.id)?.summary;
            telling.say(
                "cli-victim-created",
                values! { caseNumber = summary.case_number },
            )?;
            saved
        }
        Victim::Correct(correction) => {
            let victim = victim_id(&file, &correction.victim)?;
            let page = victims::page(&file, &victim)?;
            let about = corrected(page.about, *correction, telling)?;
            victims::correct(&mut file, &victim, &about, &page.seen)?
        }
        Victim::DoNotContact {
            victim,
            answer,
            reason_text,
        } => {
            let victim = victim_id(&file, &victim)?;
            let seen = victims::page(&file, &victim)?.seen;
            forms::ensure_no_history([&*reason_text], telling)?;
            match answer {
                YesNo::Yes => victims::forbid_contact(&mut file, &victim, &reason_text, &seen)?,
                YesNo::No => victims::allow_contact(&mut file, &victim, &seen)?,
            }
        }
        Victim::Restrict {
            victim,
            answer,
            person,
            no_longer,
        } => {
            let victim = victim_id(&file, &victim)?;
            let people = [&*person, &*no_longer];
            restrict(&mut file, &victim, matches!(answer, YesNo::Yes), people)?
        }
        Victim::InFull(wanted) => return people::victim(wanted, &mut file, telling),
    };
    tell_saved(&saved, telling)
}

/// What stands of a victim, with what was given in its place.
fn corrected(
    stands: VictimAbout,
    given: Correction,
    telling: &mut Telling<'_>,
) -> Result<VictimAbout, Stop> {
    if let Some(path) = &given.from {
        return forms::read(path, &[], telling);
    }
    Ok(VictimAbout {
        given_name: given.given.unwrap_or(stands.given_name),
        family_name: given.family.unwrap_or(stands.family_name),
        birth_year: given.birth_year.or(stands.birth_year),
        language: given.language.unwrap_or(stands.language),
        zone: given.zone.unwrap_or(stands.zone),
        needs: given.need.unwrap_or(stands.needs),
    })
}

/// Restricts a victim's record, or opens it, names people for her, and takes names off it.
fn restrict(
    file: &mut CaseFile,
    victim: &str,
    on: bool,
    [named, no_longer]: [&[String]; 2],
) -> Result<Saved, Stop> {
    let staff = need_to_know::staff(file)?;
    let id_of = |person: &String| {
        let mut found = staff.iter().filter(|(_, name)| name == person);
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Ok(id.clone()),
            _ => Err(Stop::refused("not-found")),
        }
    };
    let ids = |people: &[String]| {
        let ids = people.iter().map(id_of);
        ids.collect::<Result<Vec<String>, Stop>>()
    };
    let (named, no_longer) = (ids(named)?, ids(no_longer)?);
    let seen = victims::page(file, victim)?.seen;
    let mut saved = need_to_know::restrict(file, victim, on, &seen)?;
    for staff in named {
        saved = need_to_know::name_for(file, victim, &staff)?;
    }
    for staff in no_longer {
        saved = need_to_know::no_longer_name_for(file, victim, &staff, &seen)?;
    }
    Ok(saved)
}

pub(crate) fn contact(
    Contact::Add(new): Contact,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let details = AttemptDetails {
        contact_method_id: new.way.clone(),
        safe_check_reasked: new.asked_again.clone(),
        next_at: new.next_at.clone(),
        staff_id: staff_id(&file, new.by.as_deref())?,
    };
    let form = contact_form(&file, new)?;
    forms::ensure_no_history([&*form.note], telling)?;
    let made = outreach::record_attempt(&mut file, &form, &details)?;
    let follow_up = form.next_follow_up_on.as_deref().unwrap_or("none");
    telling.say("cli-contact-saved", values! { followUp = follow_up })?;
    if made.offers_do_not_contact {
        telling.say("cli-contact-offers-do-not-contact", values! {})?;
    }
    tell_saved(&made.saved, telling)
}

pub(crate) fn refer(
    refer: Box<Refer>,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let mut partner_ids = Vec::new();
    for partner in &refer.partner {
        partner_ids.push(partner_called(&file, partner)?.id);
    }
    let form = ReferralForm {
        victim_id: victim_id(&file, &refer.victim)?,
        partner_ids,
        need: refer.need,
        kind: refer.kind,
        release_id: refer.release,
    };
    let details = ReferralDetails {
        urgency: refer.urgency,
        status: refer.status,
        legal_basis: refer.basis,
        legal_basis_note: refer.basis_note,
        sent_method: refer.sent_by,
        re_referred_from: refer.instead_of,
        funding_source: refer.paid_by,
        adults: refer.adults,
        children: refer.children,
        exclusions_read: refer.exclusions_read,
        service_ids: refer.service,
    };
    let made = referrals::refer_in_detail(&mut file, &form, &details)?;
    for referral in &made {
        let said = values! { partner = referral.partner_name, need = referral.need };
        telling.say("cli-referral-saved", said)?;
    }
    telling.answer(&made)?;
    Ok(Ending::Done)
}

pub(crate) fn release(
    release: Release,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match release {
        Release::Sign(new) => {
            let form = release_form(&file, new)?;
            let excluded = form.details.iter().map(|told| &*told.excluded_items);
            forms::ensure_no_history(excluded.chain([&*form.purpose]), telling)?;
            releases::sign(&mut file, &form)?
        }
        Release::Show { victim } => {
            let page = victims::page(&file, &victim_id(&file, &victim)?)?;
            people::tell_releases(&page.releases, telling)?;
            telling.answer(&page.releases)?;
            return Ok(Ending::Done);
        }
        Release::Revoke { victim, release } => {
            let page = victims::page(&file, &victim_id(&file, &victim)?)?;
            let signed = page.releases.iter().find(|signed| {
                signed.id == release || signed.recipient_name.eq_ignore_ascii_case(&release)
            });
            let signed = signed.ok_or_else(|| Stop::refused("not-found"))?;
            releases::revoke(&mut file, &signed.id, &signed.seen)?
        }
    };
    tell_saved(&saved, telling)
}

/// The victim with this id or case number, or the only one who is found.
pub(crate) fn victim_id(file: &CaseFile, asked: &str) -> Result<String, Stop> {
    if is_id(asked) {
        return Ok(asked.to_owned());
    }
    let found = victims::find(file, asked)?;
    let has_number = |victim: &victims::VictimSummary| {
        let mut numbers = [&victim.case_number]
            .into_iter()
            .chain(&victim.other_numbers);
        numbers.any(|number| number.eq_ignore_ascii_case(asked))
    };
    Ok(the_one_meant(found, has_number)?.id)
}

/// The partner agency with this id or name, or the only one that is found.
pub(crate) fn partner_called(file: &CaseFile, asked: &str) -> Result<PartnerView, Stop> {
    if is_id(asked) {
        return Ok(partners::page(file, asked)?.partner);
    }
    let found = partners::list(file, asked)?;
    let has_name = |partner: &PartnerView| partner.form.name.eq_ignore_ascii_case(asked);
    the_one_meant(found, has_name)
}

/// The only one found, or the only one among them that is exactly what was asked for. Two laptops may give
/// one number to two people; then nobody is meant until the id is given.
fn the_one_meant<T>(found: Vec<T>, is_exact: impl Fn(&T) -> bool) -> Result<T, Stop> {
    let (mut exact, mut others): (Vec<T>, Vec<T>) = found.into_iter().partition(is_exact);
    match (exact.len(), others.len()) {
        (1, _) => Ok(exact.swap_remove(0)),
        (0, 1) => Ok(others.swap_remove(0)),
        (0, 0) => Err(Stop::refused("not-found")),
        _ => Err(Stop::refused("more-than-one")),
    }
}

/// Whether this has the form of an id: letters and digits in five groups.
pub(crate) fn is_id(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

fn victim_form(new: NewVictim, telling: &mut Telling<'_>) -> Result<VictimForm, Stop> {
    if let Some(path) = &new.from {
        return forms::read(path, &[], telling);
    }
    let contact_method = new.phone.map(|number| ContactMethodForm {
        channel: "phone".to_owned(),
        value: number,
        safe: new.safe,
        voicemail: new.voicemail,
        hours: String::new(),
        cover_name: String::new(),
        mark_reason: String::new(),
    });
    Ok(VictimForm {
        given_name: new.given,
        family_name: new.family,
        birth_year: new.birth_year,
        language: new.language,
        needs: new.need,
        zone: new.zone,
        contact_method,
        follow_up_on: new.follow_up,
        facts: None,
    })
}

fn contact_form(file: &CaseFile, new: NewContact) -> Result<ContactForm, Stop> {
    Ok(ContactForm {
        victim_id: victim_id(file, &new.victim)?,
        channel: new.channel,
        outcome: new.outcome,
        at: new.at,
        minutes: new.minutes,
        note: match &new.note_file {
            Some(path) => asking::read_text(path)?,
            None => String::new(),
        },
        follow_up_id: new.answers,
        next_follow_up_on: new.next,
    })
}

pub(crate) fn partner_form(new: NewPartner) -> PartnerForm {
    PartnerForm {
        name: new.name,
        kind: new.kind,
        needs: new.need,
        languages: new.speaks,
        phone: new.phone,
        hours: new.hours,
        address: new.address,
        zone: new.zone,
        confidential_location: new
            .confidential_location
            .map(|answer| matches!(answer, YesNo::Yes)),
        victim_service_program: new.victim_service_program,
    }
}

pub(crate) fn partner_contact_form(
    file: &CaseFile,
    new: NewPartnerContact,
) -> Result<PartnerContactForm, Stop> {
    Ok(PartnerContactForm {
        partner_id: partner_called(file, &new.partner)?.id,
        on: new.on,
        person: new.person,
        kind: new.kind,
        concerns: new.concern,
        response_given: new.answered,
        commitment: new.promised,
        relationship_stage: new.stage,
    })
}

fn release_form(file: &CaseFile, new: NewRelease) -> Result<ReleaseForm, Stop> {
    Ok(ReleaseForm {
        victim_id: victim_id(file, &new.victim)?,
        recipient_id: partner_called(file, &new.partner)?.id,
        items: new.item,
        purpose: new.purpose,
        expires_on: new.expires,
        signature: new.signature,
        signer_is_not_the_abuser: new.signer_is_not_the_abuser,
        details: Some(ReleaseDetails {
            methods: new.told_by,
            excluded_items: match &new.excluded_file {
                Some(path) => asking::read_text(path)?,
                None => String::new(),
            },
            ..ReleaseDetails::default()
        }),
    })
}

/// Says that a change is on disk.
pub(crate) fn tell_saved(saved: &Saved, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    telling.say("cli-saved", values! { time = saved.saved_at })?;
    telling.answer(saved)?;
    Ok(Ending::Done)
}
