//! What was told about victims, what may be told, and the papers that are out.

use countyline_core::casefile::CaseFile;
use countyline_core::disclosures::{self, DisclosureView, UnderOrderForm};
use countyline_core::papers::{self, BeforeGiving, PaperView};
use countyline_core::releases::{self, ReleaseView};
use countyline_core::{values, victims};

use super::{made_papers, paper_looks};
use crate::arguments::{Common, Paper, Told};
use crate::asking;
use crate::casework::{partner_called, tell_saved, victim_id};
use crate::letter;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn told(
    wanted: Told,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Told::Log => {
            let log = disclosures::log(&file)?;
            tell_disclosures(&log, telling)?;
            telling.answer(&log)?;
            return Ok(Ending::Done);
        }
        Told::Share {
            partner,
            item,
            told_by,
        } => return share(&file, &partner, &item, told_by.as_deref(), telling),
        Told::AnnounceOrder { victim, order } => {
            let id = victim_id(&file, &victim)?;
            disclosures::announce_order(&mut file, &id, &order)?
        }
        Told::UnderOrder {
            victim,
            partner,
            item,
            order,
        } => {
            let id = victim_id(&file, &victim)?;
            let form = UnderOrderForm {
                recipient_id: partner_called(&file, &partner)?.id,
                items: item,
                order,
            };
            disclosures::tell_under_order(&mut file, &id, &form)?
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn paper(
    wanted: Paper,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Paper::Kinds => return made_papers::kinds(telling),
        Paper::Make(wanted) => return made_papers::make(&mut file, wanted, places, telling),
        Paper::Logo => return paper_looks::show_logo(&file, telling),
        Paper::Languages => return paper_looks::languages(&file, telling),
        Paper::BeginLanguage { tag } => {
            return paper_looks::begin_language(&file, &tag, telling);
        }
        Paper::SetLogo { picture, shows } => {
            paper_looks::set_logo(&mut file, Some((&picture, &shows)))?
        }
        Paper::RemoveLogo => paper_looks::set_logo(&mut file, None)?,
        Paper::Out => {
            let out = papers::out(&file)?;
            tell_papers(&out, telling)?;
            telling.answer(&out)?;
            return Ok(Ending::Done);
        }
        Paper::Move {
            letter_id,
            paper_state,
            safe_to_carry,
            name_as_released,
        } => {
            let out = papers::out(&file)?;
            let shown = out.into_iter().find(|paper| paper.id == letter_id);
            let shown = shown.ok_or_else(|| Stop::refused("not-found"))?;
            let safe = match paper_state.as_str() {
                "given" => letter::safe_to_carry(safe_to_carry, telling),
                _ => String::new(),
            };
            let name = match (paper_state.as_str(), shown.form.as_str()) {
                ("given", "release_form") => {
                    letter::said_or_asked(name_as_released, "cli-ask-name-as-released", telling)
                }
                _ => String::new(),
            };
            let asked = BeforeGiving {
                safe_to_carry: &safe,
                name_as_released: &name,
            };
            papers::move_on(&mut file, &shown.id, &paper_state, asked, &shown.seen)?
        }
        Paper::Printed { letter_id, answer } => {
            papers::came_out(&mut file, &[letter_id], answer.code())?
        }
        Paper::Voice {
            victim,
            referral,
            language,
        } => {
            let id = victim_id(&file, &victim)?;
            papers::told_by_voice(&mut file, &id, &referral, &language)?
        }
    };
    tell_saved(&saved, telling)
}

/// What exists about a victim, by kind and number.
pub(super) fn exists(
    file: &CaseFile,
    victim: &str,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let exists = victims::what_exists(file, &victim_id(file, victim)?)?;
    telling.say(
        "cli-exists-heading",
        values! { caseNumber = exists.case_number, openedOn = exists.opened_on },
    )?;
    for kind in &exists.records {
        let row = values! { record = kind.record, count = kind.count };
        telling.say("cli-exists-row", row)?;
    }
    if exists.legal_hold {
        telling.say("cli-exists-hold", values! {})?;
    }
    tell_disclosures(&exists.disclosures, telling)?;
    telling.answer(&exists)?;
    Ok(Ending::Done)
}

pub(super) fn tell_disclosures(
    told: &[DisclosureView],
    telling: &mut Telling<'_>,
) -> Result<(), Stop> {
    if told.is_empty() {
        telling.say("cli-told-none", values! {})?;
    }
    for entry in told {
        let words = telling.words();
        let items = entry.items.iter();
        let items: Vec<String> = items.map(|item| words.code("release_item", item)).collect();
        let row = values! {
            at = entry.at, caseNumber = entry.case_number, recipient = entry.recipient,
            items = items.join(", "), basis = words.code("disclosure_basis", &entry.basis),
            form = words.code("disclosure_form", &entry.form), by = entry.by,
        };
        telling.say("cli-told-row", row)?;
        if entry.not_made {
            telling.say("cli-told-not-made", values! {})?;
        }
        if !entry.order.is_empty() {
            telling.say("cli-told-order", values! { order = entry.order })?;
        }
    }
    Ok(())
}

pub(super) fn tell_papers(papers: &[PaperView], telling: &mut Telling<'_>) -> Result<(), Stop> {
    if papers.is_empty() {
        telling.say("cli-papers-none", values! {})?;
    }
    for paper in papers {
        let words = telling.words();
        let row = values! {
            at = paper.made_at, caseNumber = paper.case_number,
            kind = words.code("letter_kind", &paper.kind),
            state = words.code("paper_state", &paper.state),
            partners = paper.partners.join(", "), id = paper.id,
        };
        let printed = values! {
            form = words.code("letter_form", &paper.form), page = words.code("page", &paper.page),
            language = words.code("language", &paper.language), version = paper.template_version,
            size = if paper.large_print { "large" } else { "other" },
        };
        telling.say("cli-paper-row", row)?;
        if !paper.page.is_empty() {
            telling.say("cli-paper-printed", printed)?;
        }
        if !paper.old_numbers.is_empty() {
            let names = paper.old_numbers.join(", ");
            telling.say("cli-paper-old-numbers", values! { names = names })?;
        }
        if paper.old_way {
            telling.say("cli-paper-old-way", values! {})?;
        }
        if paper.unanswered {
            telling.say("cli-paper-unanswered", values! {})?;
        }
    }
    Ok(())
}

/// A victim's releases.
pub(crate) fn tell_releases(
    releases: &[ReleaseView],
    telling: &mut Telling<'_>,
) -> Result<(), Stop> {
    if releases.is_empty() {
        telling.say("cli-release-none", values! {})?;
    }
    for release in releases {
        let words = telling.words();
        let items = release.items.iter();
        let items: Vec<String> = items.map(|item| words.code("release_item", item)).collect();
        let row = values! {
            partner = release.recipient_name, until = release.expires_on, id = release.id,
            state = words.code("release_state", &release.state), items = items.join(", "),
        };
        telling.say("cli-release-row", row)?;
        tell_limits(&release.methods, &release.excluded_items, telling)?;
    }
    Ok(())
}

/// How it may be told, and what she does not want told.
fn tell_limits(methods: &[String], excluded: &str, telling: &mut Telling<'_>) -> Result<(), Stop> {
    if !methods.is_empty() {
        let words = telling.words();
        let methods = methods.iter();
        let methods: Vec<String> = methods
            .map(|method| words.code("release_method", method))
            .collect();
        telling.say(
            "cli-release-methods",
            values! { methods = methods.join(", ") },
        )?;
    }
    if !excluded.is_empty() {
        telling.say("cli-release-excluded", values! { excluded = excluded })?;
    }
    Ok(())
}

fn share(
    file: &CaseFile,
    partner: &str,
    items: &[String],
    way: Option<&str>,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let partner = partner_called(file, partner)?;
    let list = releases::share_list(file, &partner.id, items, way)?;
    for row in &list.shared {
        let said = values! { victim = row.victim_id, until = row.until };
        telling.say("cli-share-row", said)?;
        tell_limits(&row.methods, &row.excluded_items, telling)?;
    }
    for row in &list.withheld {
        let reason = telling.words().code("withheld_reason", &row.reason);
        let said = values! { victim = row.victim_id, reason = reason };
        telling.say("cli-share-withheld", said)?;
    }
    telling.answer(&list)?;
    Ok(Ending::Done)
}
