//! Whether a victim is told when the accused is let out (VINE): registered with our help, not, or declined.
//!
//! Registering is anonymous, with a phone and a PIN of four digits. The PIN is never kept: whoever has it can
//! silence the calls. VINE calls at night and leaves messages, so a phone on which no message may be left is
//! pointed out.

mod views;

use countyline_ledger::EntityId;

pub use views::*;

use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{CONTACT_METHOD, CUSTODY_NOTICE, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{codes, contacts, ids, incidents};

/// Records how it stands with notices of the accused's custody. A later answer is a new record.
///
/// # Errors
/// [`Error::LooksLikePin`] if the note holds four digits in a row; [`Error::UnknownCode`];
/// [`Error::NotFound`] if the phone is not hers.
pub fn record(file: &mut CaseFile, victim_id: &str, form: &CustodyNoticeForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let incident = incidents::named_by(file, victim, form.incident_id.as_deref())?;
    codes::ensure("custody_state", "state", &form.state)?;
    if holds_pin(&form.note) {
        return Err(Error::LooksLikePin);
    }
    let phone = form.contact_method_id.as_deref();
    let phone = phone
        .map(|id| ids::parse(&CONTACT_METHOD, id))
        .transpose()?;
    let (id, changes) = file.change(Action::RecordProtection, |change| {
        change.state(&VICTIM, victim)?;
        if let Some(phone) = phone {
            let way = Standing::of(change.conn(), &CONTACT_METHOD, phone)?;
            if way.named("victim") != Some(victim) {
                return Err(Error::NotFound {
                    record: CONTACT_METHOD.name,
                });
            }
        }
        let filled = Filled::default()
            .naming("victim", Some(victim))
            .naming("incident", incident)
            .text("state", &form.state)
            .naming("contact_method", phone)
            .text("note", &form.note);
        Ok(filled.by(change).create(change, &CUSTODY_NOTICE))
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's custody notices, the newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<CustodyNoticeView>> {
    let ways = contacts::of_victim(file, victim)?;
    let notices = Standing::of_victim(file.conn(), &CUSTODY_NOTICE, victim)?;
    let views = notices.iter().rev().map(|notice| {
        let phone = notice.named("contact_method").map(ids::text);
        let way = ways.iter().find(|way| Some(&way.id) == phone.as_ref());
        CustodyNoticeView {
            id: notice.id(),
            phone_may_take_messages: way
                .is_some_and(|way| contacts::is_usable(way) && way.form.voicemail == "yes"),
            form: CustodyNoticeForm {
                incident_id: notice.named("incident").map(ids::text),
                state: notice.text("state"),
                contact_method_id: phone,
                note: notice.text("note"),
            },
            recorded_at: notice.text("at"),
        }
    });
    Ok(views.collect())
}

/// Whether a text holds exactly four digits in a row. Years are four digits too; a note can do without one.
fn holds_pin(text: &str) -> bool {
    let runs = text.split(|letter: char| !letter.is_numeric());
    runs.into_iter().any(|run| run.chars().count() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, phone, victim};
    use crate::victims;

    fn registered(note: &str, phone: Option<String>) -> CustodyNoticeForm {
        CustodyNoticeForm {
            state: "registered_with_help".to_owned(),
            contact_method_id: phone,
            note: note.to_owned(),
            ..CustodyNoticeForm::default()
        }
    }

    #[test]
    fn a_pin_is_never_kept_however_it_is_written() {
        let world = World::new();
        let mut file = world.county("Rivertown");
        let ana = victims::create(&mut file, &victim("Ana", "Example"))
            .unwrap()
            .id;
        for note in ["PIN 4711", "4711", "her pin is 4711.", "٤٧١١", "№4711/"] {
            let refused = record(&mut file, &ana, &registered(note, None));
            assert!(matches!(refused, Err(Error::LooksLikePin)), "{note}");
        }
        assert!(
            victims::record(&file, &ana)
                .unwrap()
                .custody_notices
                .is_empty()
        );
        for note in ["", "555-019", "did it together 🙂", "12345"] {
            record(&mut file, &ana, &registered(note, None)).unwrap();
        }
    }

    #[test]
    fn a_phone_on_which_no_message_may_be_left_is_pointed_out() {
        let world = World::new();
        let mut file = world.county("Rivertown");
        let mut form = victim("Ana", "Example");
        let mut quiet = phone("555-0101", "yes");
        quiet.voicemail = "yes".to_owned();
        form.contact_method = Some(quiet.clone());
        let ana = victims::create(&mut file, &form).unwrap().id;
        let way = victims::page(&file, &ana)
            .unwrap()
            .contact_methods
            .remove(0);
        record(&mut file, &ana, &registered("", Some(way.id.clone()))).unwrap();
        let shown = |file: &CaseFile| {
            victims::record(file, &ana)
                .unwrap()
                .custody_notices
                .remove(0)
        };
        assert!(shown(&file).phone_may_take_messages);
        quiet.voicemail = "no".to_owned();
        contacts::edit(&mut file, &way.id, &quiet, &way.seen).unwrap();
        assert!(!shown(&file).phone_may_take_messages);
    }
}
