//! The reckoning itself: figures from what was read. No case file, no clock.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use countyline_ledger::EntityId;

use super::definition::definition;
use super::settings::{Asked, NOT_SAID};
use super::{CheckView, CountsView, FigureView, LeftOutView};

/// A person among those counted: the place in [`Facts::persons`].
pub(super) type Person = usize;

/// What was read of a period.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Service events of the period that are not hidden.
    pub(super) events: Vec<Event>,
    /// Persons who were served in the period.
    pub(super) persons: Vec<PersonFacts>,
    /// Persons who were already served since everybody was last new, before the period.
    pub(super) served_before: BTreeSet<Person>,
}

/// A service event.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// None for an anonymous contact.
    pub(super) person: Option<Person>,
    /// The incident it was for, if it names one.
    pub(super) incident: Option<EntityId>,
    pub(super) on: NaiveDate,
    pub(super) item: String,
    pub(super) quantity: i64,
    pub(super) delivered: bool,
    pub(super) funding_source: Option<String>,
    pub(super) compensation_assistance: bool,
    /// The types an anonymous contact spoke of.
    pub(super) victimization: Vec<String>,
}

/// What is known of a person.
#[derive(Debug, Clone, Default)]
pub(super) struct PersonFacts {
    /// Opaque: prefix, year, device, counter.
    pub(super) case_number: String,
    /// Code of the form for each question of Q4; and whether it stands for an answer nobody asked for or knows.
    pub(super) race_ethnicity: Told,
    pub(super) gender: Told,
    pub(super) age: Told,
    /// Types of the incidents for which she was served in the period.
    pub(super) types: BTreeSet<String>,
    /// Special classifications.
    pub(super) classes: BTreeSet<String>,
}

/// A code of question 4.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Told {
    /// Her answer, or that she did not want to say.
    Answer(String),
    /// Not asked yet, or not known: counted as not reported and listed as missing (CR13).
    #[default]
    Missing,
}

/// The figures, checks and remarks of a period.
pub(super) fn counts(facts: &Facts, asked: &Asked) -> CountsView {
    let counted: Vec<&Event> = facts
        .events
        .iter()
        .filter(|event| is_counted(event, asked))
        .collect();
    let sheet = Sheet {
        facts,
        asked,
        counted: &counted,
    };
    let figures = sheet.figures();
    CountsView {
        report: definition().version_id.clone(),
        from: asked.from.to_string(),
        to: asked.to.to_string(),
        checks: checks(&figures, asked),
        figures,
        left_out: Some(left_out(facts, asked)),
        missing_answers: sheet.missing_answers(),
        shared_out: asked.proration_share.is_some(),
    }
}

/// Delivered, and paid for by what the settings name (CR09).
pub(super) fn is_counted(event: &Event, asked: &Asked) -> bool {
    event.delivered && in_scope(event, asked)
}

fn in_scope(event: &Event, asked: &Asked) -> bool {
    let source = event.funding_source.as_deref().unwrap_or(NOT_SAID);
    asked.funding_scope.iter().any(|code| code == source)
}

fn left_out(facts: &Facts, asked: &Asked) -> LeftOutView {
    let count = |wanted: &dyn Fn(&Event) -> bool| {
        let events = facts.events.iter().filter(|event| wanted(event));
        i32::try_from(events.count()).unwrap_or(i32::MAX)
    };
    let unpaid = |event: &Event| event.delivered && !in_scope(event, asked);
    LeftOutView {
        not_delivered: count(&|event| !event.delivered),
        other_funding: count(&|event| unpaid(event) && event.funding_source.is_some()),
        funding_not_said: count(&|event| unpaid(event) && event.funding_source.is_none()),
    }
}

/// The counted events of a period, about to become figures.
struct Sheet<'a> {
    facts: &'a Facts,
    asked: &'a Asked,
    counted: &'a [&'a Event],
}

impl Sheet<'_> {
    fn figures(&self) -> Vec<FigureView> {
        let mut figures = vec![
            self.persons("Q1", "", &self.served()),
            self.anonymous_contacts(),
            self.new_persons(),
        ];
        figures.extend(self.demographics());
        figures.extend(self.victimization());
        figures.extend(self.classes());
        let helped = self.persons_of(|event| event.compensation_assistance);
        figures.push(self.persons("Q6", "", &helped));
        for (letter, items) in definition().services() {
            figures.extend(self.services(&letter, &items));
        }
        figures
    }

    /// Persons with at least one counted service of this kind.
    fn persons_of(&self, wanted: impl Fn(&Event) -> bool) -> BTreeSet<Person> {
        let events = self.counted.iter().filter(|event| wanted(event));
        events.filter_map(|event| event.person).collect()
    }

    /// CR01: persons served in the period, each once.
    fn served(&self) -> BTreeSet<Person> {
        self.persons_of(|_| true)
    }

    /// CR03: persons whose first period of service since everybody was last new is this one.
    fn newcomers(&self) -> BTreeSet<Person> {
        let again = self.asked.new_again.last_until(self.asked.to);
        let again = again.filter(|reset| *reset > self.asked.from);
        let new_again = self.persons_of(|event| again.is_some_and(|reset| event.on >= reset));
        let served = self.served();
        let first_time = served.difference(&self.facts.served_before).copied();
        first_time.chain(new_again).collect()
    }

    /// CR02: every contact counts.
    fn anonymous_contacts(&self) -> FigureView {
        let contacts = self.counted.iter().filter(|event| event.person.is_none());
        self.figure("Q2", "", "contacts", contacts.count(), &BTreeSet::new())
    }

    fn new_persons(&self) -> FigureView {
        if self.asked.can_track_new {
            return self.persons("Q3", "", &self.newcomers());
        }
        FigureView {
            count: None,
            case_numbers: Vec::new(),
            ..self.persons("Q3", "", &BTreeSet::new())
        }
    }

    /// CR04: of new persons, one code each.
    fn demographics(&self) -> Vec<FigureView> {
        let new = if self.asked.can_track_new {
            self.newcomers()
        } else {
            BTreeSet::new()
        };
        let mut figures = Vec::new();
        for (question, list, not_reported) in QUESTION_4 {
            for code in definition().codes(list) {
                let told = |person: &&Person| match answer(&self.facts.persons[**person], list) {
                    Told::Answer(answer) => *answer == code,
                    Told::Missing => code == not_reported,
                };
                let persons = new.iter().filter(told).copied().collect();
                figures.push(self.persons(question, &code, &persons));
            }
        }
        figures
    }

    fn missing_answers(&self) -> Vec<String> {
        let is_missing = |person: &&Person| {
            let person = &self.facts.persons[**person];
            QUESTION_4
                .iter()
                .any(|(_, list, _)| *answer(person, list) == Told::Missing)
        };
        self.case_numbers(
            &self
                .newcomers()
                .iter()
                .filter(is_missing)
                .copied()
                .collect(),
        )
    }

    /// CR05A and CR05B: persons by type of the incidents they were served for, and those with more than one.
    fn victimization(&self) -> Vec<FigureView> {
        let served = self.served();
        let mut figures = Vec::new();
        for code in definition().victimization_types() {
            let has = |person: &&Person| self.facts.persons[**person].types.contains(&code);
            let persons: BTreeSet<Person> = served.iter().filter(has).copied().collect();
            let spoke_of = |event: &&&Event| event.victimization.contains(&code);
            let anonymous = self.counted.iter().filter(spoke_of).count();
            let anonymous = if self.asked.anonymous_in_q5 {
                anonymous
            } else {
                0
            };
            let all = persons.len() + anonymous;
            figures.push(self.figure("Q5A", &code, "persons", all, &persons));
        }
        let several = |person: &&Person| self.facts.persons[**person].types.len() > 1;
        let persons = served.iter().filter(several).copied().collect();
        figures.push(self.persons("Q5B", "", &persons));
        figures
    }

    /// CR05C: persons by class, as they said themselves.
    fn classes(&self) -> Vec<FigureView> {
        let served = self.served();
        let codes = definition().codes("special_classification");
        let of_class = |code: &String| {
            let is = |person: &&Person| self.facts.persons[**person].classes.contains(code);
            let persons = served.iter().filter(is).copied().collect();
            self.persons("Q5C", code, &persons)
        };
        codes.iter().map(of_class).collect()
    }

    /// CR07A and CR07B: persons under a letter, and the times of each item.
    fn services(&self, letter: &str, items: &[String]) -> Vec<FigureView> {
        let question = format!("Q8{letter}");
        let under = |event: &Event| items.iter().any(|item| item == self.counted_as(event));
        let mut figures = vec![self.persons(&question, "", &self.persons_of(under))];
        for item in items {
            let of_item = |event: &Event| self.counted_as(event) == item;
            let times = self.times(item);
            let persons = self.persons_of(of_item);
            figures.push(self.figure(&question, item, "times", times, &persons));
        }
        figures
    }

    /// How often an item was given, for one person no more often than its cap.
    fn times(&self, item: &str) -> usize {
        let mut of_persons: BTreeMap<Option<Person>, i64> = BTreeMap::new();
        for event in self.counted {
            if self.counted_as(event) == item {
                *of_persons.entry(event.person).or_default() += event.quantity;
            }
        }
        let most = self.asked.count_cap.get(item).copied().unwrap_or(i64::MAX);
        let capped = |(person, times): (&Option<Person>, &i64)| match person {
            Some(_) => (*times).min(most),
            None => *times,
        };
        usize::try_from(of_persons.iter().map(capped).sum::<i64>()).unwrap_or(0)
    }

    /// The item an event counts under: of two that print one label, the one the settings choose.
    fn counted_as<'e>(&'e self, event: &'e Event) -> &'e str {
        let chosen = self.asked.counted_as.get(event.item.as_str());
        chosen.copied().unwrap_or(&event.item)
    }

    fn persons(&self, question: &str, code: &str, persons: &BTreeSet<Person>) -> FigureView {
        self.figure(question, code, "persons", persons.len(), persons)
    }

    fn figure(
        &self,
        question: &str,
        code: &str,
        unit: &str,
        count: usize,
        persons: &BTreeSet<Person>,
    ) -> FigureView {
        FigureView {
            question: question.to_owned(),
            code: code.to_owned(),
            unit: unit.to_owned(),
            count: Some(self.shared_out(count)),
            hidden: false,
            case_numbers: self.case_numbers(persons),
        }
    }

    /// CR10: the grant's share of a count, rounded; what is there at all stays at least one.
    fn shared_out(&self, count: usize) -> i32 {
        let whole = i32::try_from(count).unwrap_or(i32::MAX);
        match self.asked.proration_share {
            Some(share) if whole > 0 => ((f64::from(whole) * share).round() as i32).max(1),
            _ => whole,
        }
    }

    fn case_numbers(&self, persons: &BTreeSet<Person>) -> Vec<String> {
        let numbers = persons.iter().map(|person| &self.facts.persons[*person]);
        let mut numbers: Vec<String> = numbers.map(|person| person.case_number.clone()).collect();
        numbers.sort();
        numbers
    }
}

/// Each part of question 4, the list of its codes, and the code for an answer nobody has.
const QUESTION_4: [(&str, &str, &str); 3] = [
    ("Q4A", "race_ethnicity", "R09"),
    ("Q4B", "gender_identity", "G4"),
    ("Q4C", "age", "AGE6"),
];

fn answer<'p>(person: &'p PersonFacts, list: &str) -> &'p Told {
    match list {
        "race_ethnicity" => &person.race_ethnicity,
        "gender_identity" => &person.gender,
        _ => &person.age,
    }
}

/// The checks of the report that need only its figures.
fn checks(figures: &[FigureView], asked: &Asked) -> Vec<CheckView> {
    let sum = |question: &str| -> i32 {
        let of_question = figures
            .iter()
            .filter(|figure| figure.question == question && !figure.code.is_empty());
        of_question.filter_map(|figure| figure.count).sum()
    };
    let one = |question: &str| {
        let figure = figures
            .iter()
            .find(|figure| figure.question == question && figure.code.is_empty());
        figure.and_then(|figure| figure.count).unwrap_or(0)
    };
    let (q1, q2, q3) = (one("Q1"), one("Q2"), one("Q3"));
    let with_anonymous = q1 + if asked.anonymous_in_q5 { q2 } else { 0 };
    let letters = ["Q8A", "Q8B", "Q8C", "Q8D", "Q8E"];
    [
        ("CK01", "warning", sum("Q4A") == q3),
        ("CK02", "warning", sum("Q4B") == q3),
        ("CK03", "warning", sum("Q4C") == q3),
        ("CK04", "notice", sum("Q5A") >= q1),
        ("CK05", "error", q3 <= q1),
        ("CK06", "error", one("Q5B") <= with_anonymous),
        ("CK07", "error", one("Q6") <= q1),
        (
            "CK08",
            "error",
            letters.iter().all(|letter| one(letter) <= q1),
        ),
    ]
    .into_iter()
    .map(|(id, level, holds)| CheckView {
        id: id.to_owned(),
        level: level.to_owned(),
        holds,
    })
    .collect()
}
