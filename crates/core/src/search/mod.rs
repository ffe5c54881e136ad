//! Finding people by what somebody types: names however they are spelled, case numbers, the end of a phone number.
//!
//! Every word that a victim or a partner agency can be found by stands in a table of its own ([`index`]), which is
//! made from the history like every other and checked with it; beside the words, how they sound and how they look
//! with a letter left out ([`forms`]). So a search touches what it finds and not the whole office ([`finding`]).

mod finding;
mod forms;
mod index;
mod text;

#[cfg(test)]
mod tests;

pub(crate) use finding::{Whom, matching};
pub(crate) use index::{Index, TABLES};
pub(crate) use text::{digits, plain, words};
