//! Words for people: Fluent messages of `assets/words` and `assets/letters`, in each language.
//!
//! No sentence for people stands in code. A message is asked for by its id; asking for one that does not
//! exist is a fault of ours that tests find.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// Languages there are words in.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// What papers say in English.
pub(crate) const PAPERS_EN: [&str; 5] = [
    include_str!("../../../assets/letters/en/letters.ftl"),
    include_str!("../../../assets/letters/en/discreet.ftl"),
    include_str!("../../../assets/letters/en/handouts.ftl"),
    include_str!("../../../assets/letters/en/forms.ftl"),
    include_str!("../../../assets/letters/en/office.ftl"),
];

/// What papers say in Spanish.
pub(crate) const PAPERS_ES: [&str; 5] = [
    include_str!("../../../assets/letters/es/letters.ftl"),
    include_str!("../../../assets/letters/es/discreet.ftl"),
    include_str!("../../../assets/letters/es/handouts.ftl"),
    include_str!("../../../assets/letters/es/forms.ftl"),
    include_str!("../../../assets/letters/es/office.ftl"),
];

/// All messages of one language.
pub struct Words {
    language: String,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language; of one we have none in, the English ones.
    ///
    /// # Panics
    /// If a file of words is malformed: they are part of the program, and tests read them all.
    pub fn of(language: &str) -> Words {
        let (tag, papers, sources) = match language {
            "es" => (
                "es",
                PAPERS_ES,
                [
                    include_str!("../../../assets/words/es/failures.ftl"),
                    include_str!("../../../assets/words/es/command-line.ftl"),
                    include_str!("../../../assets/words/es/import.ftl"),
                    include_str!("../../../assets/words/es/partners.ftl"),
                    include_str!("../../../assets/words/es/services.ftl"),
                    include_str!("../../../assets/words/es/people.ftl"),
                    include_str!("../../../assets/words/es/window.ftl"),
                ],
            ),
            _ => (
                "en",
                PAPERS_EN,
                [
                    include_str!("../../../assets/words/en/failures.ftl"),
                    include_str!("../../../assets/words/en/command-line.ftl"),
                    include_str!("../../../assets/words/en/import.ftl"),
                    include_str!("../../../assets/words/en/partners.ftl"),
                    include_str!("../../../assets/words/en/services.ftl"),
                    include_str!("../../../assets/words/en/people.ftl"),
                    include_str!("../../../assets/words/en/window.ftl"),
                ],
            ),
        };
        let mut words = Words::without_messages(tag).expect("en and es are language tags");
        for source in papers.into_iter().chain(sources) {
            let resource = FluentResource::try_new(source.to_owned())
                .unwrap_or_else(|(_, errors)| panic!("words in {tag}: {errors:?}"));
            // The screens word a few refusals that never leave them; those of the program count.
            words.bundle.add_resource_overriding(resource);
        }
        words
    }

    /// The messages of a language that an office added, as Fluent source that was read before; none for what is no
    /// language tag.
    pub(crate) fn own(tag: &str, source: String) -> Option<Words> {
        Some(Words::without_messages(tag)?.worded(source))
    }

    fn without_messages(tag: &str) -> Option<Words> {
        let identifier: LanguageIdentifier = tag.parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Letters isolate what they put into sentences themselves; a terminal shows the marks as boxes.
        bundle.set_use_isolating(false);
        Some(Words {
            language: tag.to_owned(),
            bundle,
        })
    }

    /// These words with messages worded otherwise, as Fluent source that was read before.
    pub(crate) fn worded(mut self, source: String) -> Words {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
        self.bundle.add_resource_overriding(resource);
        self
    }

    /// The tag of the language they are in: one of [`LANGUAGES`], or one that an office added.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// A message without values.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &BTreeMap::new())
    }

    /// A message with values. An id there are no words for comes back as it is.
    pub fn say_with(&self, id: &str, values: &BTreeMap<String, String>) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            // Numbers choose plural forms. A name such as "Nan" is no number, nor is 0042.
            let is_number = (value == "0" || !value.starts_with('0'))
                && value.len() < 10
                && value.bytes().all(|digit| digit.is_ascii_digit());
            match value.parse::<f64>() {
                Ok(number) if is_number => arguments.set(name.as_str(), number),
                _ => arguments.set(name.as_str(), value.as_str()),
            }
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned()
    }

    /// A code of `assets/codes` in words; one from a newer program as it is.
    pub fn code(&self, list: &str, code: &str) -> String {
        let id = format!("{list}-{code}").replace('_', "-");
        if self.has(&id) {
            self.say(&id)
        } else {
            code.to_owned()
        }
    }

    /// What a field is called on screens; of one without a name there, its own.
    pub fn field(&self, name: &str) -> String {
        self.code("field", name)
    }

    /// A labelled value as a person reads it.
    pub fn labelled(&self, value: &crate::inbox::LabelledValue) -> String {
        match &value.code_list {
            Some(list) => self.code(list, &value.value),
            None => value.value.clone(),
        }
    }

    /// Whether there are words for an id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// What happened and what the person can do.
    pub fn failure(&self, failure: &crate::error::Failure) -> (String, String) {
        let said = |prefix: &str| {
            let id = format!("{prefix}-{}", failure.code);
            let known = if self.has(&id) {
                id
            } else {
                format!("{prefix}-storage")
            };
            self.say_with(&known, &failure.values)
        };
        (said("err"), said("rec"))
    }
}

/// Values for a message.
#[macro_export]
macro_rules! values {
    ($($name:ident = $value:expr),* $(,)?) => {
        std::collections::BTreeMap::from([$((stringify!($name).to_owned(), $value.to_string())),*])
    };
}
