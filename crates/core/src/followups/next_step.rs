//! What is to be done next about a follow-up, when, and why: from its policy and what was recorded.
//!
//! A function of what was read. It proposes; a person does and closes. Nothing is closed by a program.

use chrono::{DateTime, Duration, FixedOffset};

use super::policy::{DueAt, Policy};
use crate::contacts::outcomes::{ChannelEffect, Offer, effect};

/// A contact that was made for a follow-up, as far as the next step depends on it.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    pub(super) at: DateTime<FixedOffset>,
    /// Code of `channel`.
    pub(super) channel: String,
    /// Code of `outcome`.
    pub(super) outcome: String,
    /// When she asked to be called again.
    pub(super) next_at: Option<DateTime<FixedOffset>>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Code of `next_step`.
    pub(super) step: &'static str,
    pub(super) due: DueAt,
    /// Attempts that count.
    pub(super) attempts: usize,
    /// The channel that has been tried out, where another is to be tried.
    pub(super) not_by: Option<String>,
}

/// The next step of an open follow-up. `made` are its contacts, the oldest first; without a policy nothing limits them.
pub(super) fn next_step(policy: Option<&Policy>, first: DueAt, made: &[Attempt]) -> Step {
    let counted: Vec<&Attempt> = made
        .iter()
        .filter(|attempt| effect(&attempt.outcome).attempt)
        .collect();
    let step = |step, at, why: &str| Step {
        step,
        due: DueAt {
            at,
            why: why.to_owned(),
        },
        attempts: counted.len(),
        not_by: None,
    };
    let Some(last) = made.last() else {
        return Step {
            due: first,
            ..step("first_attempt", DateTime::default(), "")
        };
    };
    let followed = effect(&last.outcome);
    if followed.closes_follow_up {
        return step("offer_do_not_contact", last.at, "declined_contact");
    }
    if followed.offers == Some(Offer::Coordinator) {
        return step("to_coordinator", last.at, "no_safe_way");
    }
    if let Some(at) = last.next_at {
        return step("call_at_agreed_time", at, "agreed_time");
    }
    let Some(policy) = policy else {
        return step("attempt_again", first.at, "set_by_hand");
    };
    if counted.len() >= policy.figures.attempts.in_all {
        return step("close_unable_to_reach", last.at, "attempts_tried_out");
    }
    let next = last.at + Duration::hours(policy.figures.attempts.spacing_hours);
    let on_channel = counted.iter().rev();
    let on_channel = on_channel.take_while(|attempt| attempt.channel == last.channel);
    let tried_out = on_channel.count() >= policy.figures.attempts.on_one_channel;
    if tried_out || followed.channel == Some(ChannelEffect::Close) {
        return Step {
            not_by: Some(last.channel.clone()),
            ..step("other_channel", next, "channel_tried_out")
        };
    }
    step("attempt_again", next, "spacing")
}
