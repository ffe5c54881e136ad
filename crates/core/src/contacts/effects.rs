//! What an attempt to reach her does to the way it was made on, and what must have been agreed before: the table
//! of [`super::outcomes`], carried out.
//!
//! Blocking and closing are marks that protect: one laptop's mark holds everywhere until a person takes it
//! back. A second call to a phone that somebody else answered has cost women their safety.

use countyline_ledger::EntityId;

use super::outcomes::{self, ChannelEffect, Needed};
use super::{ContactMethodView, is_usable};
use crate::casefile::{Change, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::ids;
use crate::registry::CONTACT_METHOD;

/// Writes what an attempt means for the way it was made on. Where nobody wrote down which, every way of the
/// channel is marked.
pub(crate) fn after_attempt(
    change: &mut Change<'_>,
    methods: &[ContactMethodView],
    used: Option<EntityId>,
    channel: &str,
    outcome: &str,
) -> Result<()> {
    let mark = match outcomes::effect(outcome).channel {
        Some(ChannelEffect::Block) => "blocked",
        Some(ChannelEffect::Close) => "closed",
        None => return Ok(()),
    };
    for method in methods {
        let id = ids::parse(&CONTACT_METHOD, &method.id)?;
        let was_used = match used {
            Some(used) => used == id,
            None => method.form.channel == channel,
        };
        if was_used {
            let seen = Seen::of(&change.state(&CONTACT_METHOD, id)?);
            let marked = Filled::default().yes(mark, true);
            marked.edit(change, &CONTACT_METHOD, id, &seen)?;
        }
    }
    Ok(())
}

/// Refuses an outcome that says a channel was used which must not be: a message where none was agreed, a
/// letter to an address she did not call safe, a message with a person she did not name.
pub(crate) fn ensure_may_have_used(
    methods: &[ContactMethodView],
    (channel, used): (&str, Option<&str>),
    outcome: &str,
) -> Result<()> {
    let Some(needed) = outcomes::effect(outcome).needs else {
        return Ok(());
    };
    let agreed = |way: &&ContactMethodView| match needed {
        Needed::VoicemailAgreed => way.form.channel == channel && way.form.voicemail == "yes",
        Needed::AddressNamed => way.form.channel == "post" && !way.form.value.is_empty(),
        Needed::TrustedPersonNamed => {
            way.form.channel == "trusted_person" && !way.form.value.is_empty()
        }
    };
    let ways = methods
        .iter()
        .filter(|way| used.is_none_or(|used| way.id == used));
    let ways: Vec<&ContactMethodView> = ways.filter(agreed).collect();
    if ways.iter().any(|way| is_usable(way)) {
        return Ok(());
    }
    match ways.iter().any(|way| way.blocked || way.closed) {
        true => Err(Error::ChannelBlocked),
        false => Err(Error::ChannelNotSafe),
    }
}
