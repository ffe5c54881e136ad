//! Answers: a sentence for a person, or JSON for a script.

use std::collections::BTreeMap;
use std::io::{self, Write};

use countyline_core::error::Failure;
use countyline_core::words::Words;
use serde::Serialize;
use serde_json::json;

use crate::arguments::Common;

/// Where answers go, and in which language and form.
pub(crate) struct Telling<'a> {
    language: String,
    words: Words,
    json: bool,
    saves_all_the_same: bool,
    out: &'a mut dyn Write,
}

impl<'a> Telling<'a> {
    pub(crate) fn new(language: &str, common: &Common, out: &'a mut dyn Write) -> Telling<'a> {
        Telling {
            language: language.to_owned(),
            words: Words::of(language),
            json: common.json,
            saves_all_the_same: common.save_all_the_same,
            out,
        }
    }

    /// The language of the answers.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    pub(crate) fn out(&mut self) -> &mut dyn Write {
        self.out
    }

    /// Whether the command said beforehand that a text is saved whatever it looks like.
    pub(crate) fn saves_all_the_same(&self) -> bool {
        self.saves_all_the_same
    }

    /// Whether a script reads this.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// A sentence; left out when a script reads.
    pub(crate) fn say(&mut self, id: &str, values: BTreeMap<String, String>) -> io::Result<()> {
        let sentence = self.words.say_with(id, &values);
        self.line(&sentence)
    }

    /// A line as it is; left out when a script reads.
    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        if self.json {
            return Ok(());
        }
        writeln!(self.out, "{text}")
    }

    /// The answer as a script reads it; left out when a person reads.
    pub(crate) fn answer(&mut self, answer: &impl Serialize) -> io::Result<()> {
        if !self.json {
            return Ok(());
        }
        serde_json::to_writer_pretty(&mut *self.out, answer)?;
        writeln!(self.out)
    }

    /// A refusal: what happened, what to do, and its code.
    pub(crate) fn refuse(&self, failure: &Failure, err: &mut dyn Write) -> io::Result<()> {
        let (happened, remedy) = self.words.failure(failure);
        if self.json {
            let refusal = json!({
                "code": failure.code,
                "values": failure.values,
                "happened": happened,
                "remedy": remedy,
            });
            return writeln!(err, "{refusal}");
        }
        writeln!(err, "{happened} [{}]\n{remedy}", failure.code)
    }
}
