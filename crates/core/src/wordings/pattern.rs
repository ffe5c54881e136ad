//! Reading wording: a Fluent pattern of text, values and choices between them.

use std::collections::BTreeSet;

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement};
use fluent_syntax::{parser, serializer};

/// Longest wording, in characters.
const LONGEST: usize = 2000;

/// Most ways in which one message can be said.
const MOST_WAYS: usize = 64;

/// What is wrong with wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordingFlaw {
    /// No paper says a message of this name.
    Unknown,
    /// Nothing is written.
    Empty,
    /// It is longer than so many characters, or has more choices than can be looked at.
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// It is no Fluent.
    NotFluent,
    /// Something else than text, values and choices between them stands in it.
    Other,
    /// The message has no such value.
    Value {
        /// Its name.
        name: String,
    },
    /// A paper that may be found would hold a denied word.
    DeniedWord {
        /// The word.
        word: String,
    },
    /// A paper that may be found would name this office.
    OfficeName {
        /// The name.
        name: String,
    },
}

impl WordingFlaw {
    /// The code its sentence is found by.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            WordingFlaw::Unknown => "unknown",
            WordingFlaw::Empty => "empty",
            WordingFlaw::TooLong { .. } => "too_long",
            WordingFlaw::NotFluent => "not_fluent",
            WordingFlaw::Other => "other",
            WordingFlaw::Value { .. } => "value",
            WordingFlaw::DeniedWord { .. } => "denied_word",
            WordingFlaw::OfficeName { .. } => "office_name",
        }
    }

    /// The value of its sentence; empty where it has none.
    pub(crate) fn what(&self) -> String {
        match self {
            WordingFlaw::TooLong { most } => most.to_string(),
            WordingFlaw::Value { name } | WordingFlaw::OfficeName { name } => name.clone(),
            WordingFlaw::DeniedWord { word } => word.clone(),
            WordingFlaw::Unknown
            | WordingFlaw::Empty
            | WordingFlaw::NotFluent
            | WordingFlaw::Other => String::new(),
        }
    }
}

/// Wording that was read.
pub(super) struct Pattern {
    variables: BTreeSet<String>,
    ways: Vec<String>,
    shown: Vec<String>,
}

impl Pattern {
    /// # Errors
    /// What is wrong with it by itself, whatever message it is for.
    pub(super) fn read(message: &str, text: &str) -> Result<Pattern, WordingFlaw> {
        if text.trim().is_empty() {
            return Err(WordingFlaw::Empty);
        }
        let is_hidden = |letter: char| letter.is_control() && letter != '\n';
        if text.chars().any(is_hidden) {
            return Err(WordingFlaw::Other);
        }
        if text.chars().count() > LONGEST {
            return Err(WordingFlaw::TooLong { most: LONGEST });
        }
        let source = source(message, text);
        let resource = parser::parse(&*source).map_err(|_| WordingFlaw::NotFluent)?;
        let [Entry::Message(read)] = resource.body.as_slice() else {
            return Err(WordingFlaw::Other);
        };
        if read.id.name != message || !read.attributes.is_empty() {
            return Err(WordingFlaw::Other);
        }
        let value = read.value.as_ref().ok_or(WordingFlaw::Empty)?;
        let mut variables = BTreeSet::new();
        let ways = ways_of(value, &mut variables, |_| String::new())?;
        let shown = ways_of(value, &mut variables, |name| format!("[{name}]"))?;
        Ok(Pattern {
            variables,
            ways,
            shown,
        })
    }

    /// The values it uses.
    pub(super) fn variables(&self) -> impl Iterator<Item = String> + '_ {
        self.variables.iter().cloned()
    }

    pub(super) fn has(&self, variable: &str) -> bool {
        self.variables.contains(variable)
    }

    /// Every way in which it can be said, without its values.
    pub(super) fn ways(&self) -> impl Iterator<Item = &str> {
        self.ways.iter().map(String::as_str)
    }

    /// The same, each value as its name in brackets.
    pub(super) fn shown(self) -> Vec<String> {
        self.shown
    }
}

/// What a pattern can come to, with what stands for each value, and the values it uses.
fn ways_of(
    pattern: &ast::Pattern<&str>,
    variables: &mut BTreeSet<String>,
    value_named: fn(&str) -> String,
) -> Result<Vec<String>, WordingFlaw> {
    let mut ways = vec![String::new()];
    for element in &pattern.elements {
        let said = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    variables.insert(id.name.to_owned());
                    vec![value_named(id.name)]
                }
                Expression::Select { selector, variants } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        return Err(WordingFlaw::Other);
                    };
                    variables.insert(id.name.to_owned());
                    let mut said = Vec::new();
                    for variant in variants {
                        said.extend(ways_of(&variant.value, variables, value_named)?);
                    }
                    said
                }
                Expression::Inline(_) => return Err(WordingFlaw::Other),
            },
        };
        let mut longer = Vec::new();
        for before in &ways {
            longer.extend(said.iter().map(|after| format!("{before}{after}")));
        }
        ways = longer;
        if ways.len() > MOST_WAYS {
            return Err(WordingFlaw::TooLong { most: LONGEST });
        }
    }
    Ok(ways)
}

/// A message as Fluent source: every line of the text belongs to it.
pub(super) fn source(message: &str, text: &str) -> String {
    let lines: String = text.lines().map(|line| format!("    {line}\n")).collect();
    format!("{message} =\n{lines}")
}

/// The messages of a file of words that comes with the program, each with its text as [`Pattern::read`] takes it.
pub(super) fn messages(source: &str) -> Vec<(String, String)> {
    let resource = parser::parse(source);
    let resource = resource.unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let id = message.id.name.to_owned();
            let message = ast::Message {
                comment: None,
                ..message
            };
            let body = vec![Entry::Message(message)];
            let written = serializer::serialize(&ast::Resource { body });
            let (_, text) = written.split_once('=')?;
            let lines = text.trim().lines().enumerate();
            // Every line but the first is indented by four.
            let lines = lines.map(|(at, line)| match at {
                0 => line,
                _ => line.strip_prefix("    ").unwrap_or(line),
            });
            Some((id, lines.collect::<Vec<_>>().join("\n")))
        }
        _ => None,
    });
    messages.collect()
}
