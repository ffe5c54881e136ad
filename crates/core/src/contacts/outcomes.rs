//! What follows from the outcome of a contact: `assets/policies/contact-outcomes.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::error::{Error, Result};

/// What follows from one outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Effect {
    /// She was spoken with.
    pub reached: bool,
    /// It counts toward the attempts of a follow-up policy.
    pub attempt: bool,
    /// What becomes of the way that was used.
    pub channel: Option<ChannelEffect>,
    /// Nothing more is promised to her.
    pub closes_follow_up: bool,
    /// What is put before the person who recorded it.
    pub offers: Option<Offer>,
    /// What must be agreed or known first.
    pub needs: Option<Needed>,
}

/// What becomes of a way to reach a victim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelEffect {
    /// It is asked again whether it is safe, before it is used once more.
    Block,
    /// It leads nowhere any more.
    Close,
}

/// What is put before the person who recorded a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// To mark her as not to be contacted.
    DoNotContact,
    /// To leave it to the coordinator.
    Coordinator,
}

/// What an outcome is allowed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// She agreed that a message may be left on this channel.
    VoicemailAgreed,
    /// She named an address that is safe.
    AddressNamed,
    /// She named somebody who may be told.
    TrustedPersonNamed,
}

#[derive(serde::Deserialize)]
struct Table {
    outcomes: BTreeMap<String, Effect>,
    channels: BTreeMap<String, Vec<String>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    serde_json::from_str(include_str!(
        "../../../../assets/policies/contact-outcomes.json"
    ))
    .expect("assets/policies is part of the program and was read by its tests")
});

/// What follows from an outcome; from one that only a newer program knows, nothing.
pub fn effect(outcome: &str) -> Effect {
    TABLE.outcomes.get(outcome).copied().unwrap_or_default()
}

/// Refuses an outcome that this way of reaching her cannot have: no letter comes back on the telephone. A way that
/// only a newer program knows may have any.
///
/// # Errors
/// [`Error::OutcomeNotOfChannel`].
pub(crate) fn ensure_of_channel(channel: &str, outcome: &str) -> Result<()> {
    let of_channel = TABLE.channels.get(channel);
    match of_channel.is_none_or(|outcomes| outcomes.iter().any(|one| one == outcome)) {
        true => Ok(()),
        false => Err(Error::OutcomeNotOfChannel {
            outcome: outcome.to_owned(),
            channel: channel.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;

    #[test]
    fn every_outcome_of_the_code_list_has_its_effect() {
        let outcomes: Vec<&String> = TABLE.outcomes.keys().collect();
        let mut codes: Vec<&String> = codes::list("outcome").iter().collect();
        codes.sort();
        assert_eq!(outcomes, codes);
    }

    #[test]
    fn every_channel_has_outcomes_and_every_outcome_a_channel() {
        let channels: Vec<&String> = TABLE.channels.keys().collect();
        let mut codes: Vec<&String> = codes::list("channel").iter().collect();
        codes.sort();
        assert_eq!(channels, codes);
        let mut of_a_channel: Vec<&String> = TABLE.channels.values().flatten().collect();
        of_a_channel.sort();
        of_a_channel.dedup();
        let outcomes: Vec<&String> = TABLE.outcomes.keys().collect();
        assert_eq!(of_a_channel, outcomes);
    }

    #[test]
    fn who_hung_up_on_us_closes_or_blocks_the_way_and_who_was_reached_does_neither() {
        for (outcome, channel) in [
            ("other_answered_hung_up", Some(ChannelEffect::Block)),
            ("other_answered_cover", Some(ChannelEffect::Block)),
            ("home_not_safe", Some(ChannelEffect::Block)),
            ("number_wrong", Some(ChannelEffect::Close)),
            ("letter_returned", Some(ChannelEffect::Close)),
            ("no_answer_no_message", None),
            ("reached_talked", None),
        ] {
            assert_eq!(effect(outcome).channel, channel, "{outcome}");
        }
        assert_eq!(effect("from_a_newer_program"), Effect::default());
    }
}
