//! What becomes of work done apart, as tables a coordinator can check.

#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeMap;

use countyline_ledger::{
    Deletion, Dot, EntityState, FieldId, Problem, ResolvedCommit, ResolvedOp, Value,
};
use support::*;

/// What the office sees after both laptops came in.
#[derive(Debug, PartialEq)]
enum Merged {
    /// Nothing to decide.
    Take(Value),
    /// A person decides; until then this is shown.
    Ask(Value),
}

fn take(value: impl Into<Value>) -> Merged {
    Merged::Take(value.into())
}

fn ask(value: impl Into<Value>) -> Merged {
    Merged::Ask(value.into())
}

#[test]
fn only_a_field_written_apart_by_both_is_put_to_a_person() {
    #[rustfmt::skip]
    let table = [
        // field   last shared      ours                     theirs                     merged
        (NAME,   "Ann Example",   Some("Ann Sample"),       None,                      take("Ann Sample")),
        (NAME,   "Ann Example",   None,                     Some("Anne Example"),      take("Anne Example")),
        (NAME,   "Ann Example",   None,                     None,                      take("Ann Example")),
        // Both wrote: theirs was written later, so it is shown, but a person decides.
        (NAME,   "Ann Example",   Some("Ann Sample"),       Some("Anne Example"),      ask("Anne Example")),
        // Both wrote the same, or meant the same.
        (NAME,   "Ann Example",   Some("Ann Sample"),       Some("Ann Sample"),        take("Ann Sample")),
        (NAME,   "Ann Example",   Some("ANN  SAMPLE"),      Some("Ann Sample "),       take("Ann Sample ")),
        (PHONE,  "555-0100",      Some("(308) 555-0199"),   Some("+1 308 555 0199"),   take("+1 308 555 0199")),
        (PHONE,  "555-0100",      Some("308-555-0198"),     Some("308-555-0199"),      ask("308-555-0199")),
        (PHONE,  "555-0100",      Some("none"),             Some("unknown"),           ask("unknown")),
        (BORN,   "1990-01-31",    Some("1990-02-28"),       Some("2/28/1990"),         take("2/28/1990")),
        (BORN,   "1990-01-31",    Some("1990-02-03"),       Some("3/2/1990"),          ask("3/2/1990")),
        // A note is written once: two texts for one note are never mixed into a third.
        (NOTE,   "Called.",       Some("Called at 9."),     Some("Called, no answer"), ask("Called, no answer")),
        // Safety never waits for a person: the safer is shown, whoever wrote later.
        (SAFE_TO_CALL, "ask",     Some("no"),               Some("yes"),               ask("no")),
        (SAFE_TO_CALL, "ask",     Some("yes"),              Some("no"),                ask("no")),
        (SAFE_TO_CALL, "no",      Some("ask"),              Some("yes"),               ask("ask")),
        (SAFE_TO_CALL, "no",      None,                     Some("yes"),               take("yes")),
        // A code of a newer program may mean anything, so it counts as the safest.
        (SAFE_TO_CALL, "ask",     Some("only-by-her-sister"), Some("no"),              ask("only-by-her-sister")),
        (EXPIRES, "2026-12-31",   Some("2026-06-30"),       Some("2027-01-31"),        ask("2026-06-30")),
        (EXPIRES, "2026-12-31",   Some("6/30/2026"),        Some("2026-07-01"),        ask("6/30/2026")),
        (EXPIRES, "2026-12-31",   Some("soon"),             Some("2026-07-01"),        ask("soon")),
        // The stage further along counts, if one leads to the other.
        (STAGE,  "draft",         Some("accepted"),         Some("sent"),              take("accepted")),
        (STAGE,  "sent",          Some("completed"),        Some("accepted"),          take("completed")),
        (STAGE,  "sent",          Some("completed"),        Some("declined"),          ask("completed")),
        (STAGE,  "sent",          Some("declined"),         Some("completed"),         ask("completed")),
        (STAGE,  "sent",          Some("accepted"),         Some("on-a-waiting-list"), ask("on-a-waiting-list")),
        // Going back is an ordinary change when nobody else wrote.
        (STAGE,  "completed",     None,                     Some("sent"),              take("sent")),
        // A field of a newer program: both are kept, and it is for that program to ask.
        (UNHEARD_OF, "a",         Some("b"),                Some("c"),                 take("c")),
    ];
    for (field, shared, ours, theirs, merged) in table {
        let apart = Apart::new(
            field,
            Value::text(shared),
            ours.map(Value::text),
            theirs.map(Value::text),
        );
        apart.merges_to(merged);
    }
}

#[test]
fn an_emptied_field_is_a_value_like_any_other() {
    #[rustfmt::skip]
    let table = [
        // field         ours              theirs          merged
        (NAME,          Value::Null,      "Ann".into(),   ask("Ann")),
        (NAME,          "Ann".into(),     Value::Null,    ask(Value::Null)),
        // "No" is not hidden by emptying the field; "ask" and "yes" are.
        (SAFE_TO_CALL,  "no".into(),      Value::Null,    ask("no")),
        (SAFE_TO_CALL,  Value::Null,      "ask".into(),   ask(Value::Null)),
        (SAFE_TO_CALL,  Value::Null,      "yes".into(),   ask(Value::Null)),
        (EXPIRES,       Value::Null,      "2026-07-01".into(), ask("2026-07-01")),
        (CONFIDENTIAL,  true.into(),      false.into(),   ask(true)),
        (CONFIDENTIAL,  true.into(),      Value::Null,    ask(true)),
        (CONFIDENTIAL,  Value::Null,      false.into(),   ask(Value::Null)),
    ];
    for (field, ours, theirs, merged) in table {
        Apart::new(field, "before".into(), Some(ours), Some(theirs)).merges_to(merged);
    }
}

#[test]
fn an_address_and_a_safe_number_are_never_made_of_two_halves() {
    let address = |street: &str, town: &str| of_members([(1, street), (2, town)]);
    let contact = |phone: &str, safe: &str| of_members([(1, phone), (SAFE_MEMBER, safe)]);
    let with_message = |safe: &str, message: &str| {
        of_members([
            (1, "555-0100"),
            (SAFE_MEMBER, safe),
            (MESSAGE_MEMBER, message),
        ])
    };
    #[rustfmt::skip]
    let table = [
        (ADDRESS, address("1 Elm", "Rivertown"), address("2 Oak", "Rivertown"), address("1 Elm", "Fairview"),
            ask(address("1 Elm", "Fairview"))),
        // The number that is not safe is shown, though the other was written later.
        (CONTACT, contact("555-0100", "ask"), contact("555-0100", "no"), contact("555-0199", "yes"),
            ask(contact("555-0100", "no"))),
        (CONTACT, contact("555-0100", "ask"), contact("555-0198", "yes"), contact("555-0199", "yes"),
            ask(contact("555-0199", "yes"))),
        // Nothing said about safety is less safe than "no" and safer than "yes".
        (CONTACT, contact("555-0100", "ask"), of_members([(1, "555-0198")]), contact("555-0199", "yes"),
            ask(of_members([(1, "555-0198")]))),
        // Of two that are equally safe, the one that forbids a message is shown, though the other was written later.
        (CONTACT, contact("555-0100", "ask"), with_message("yes", "no"), with_message("yes", "yes"),
            ask(with_message("yes", "no"))),
        // Whether it is safe weighs more.
        (CONTACT, contact("555-0100", "ask"), with_message("ask", "yes"), with_message("yes", "no"),
            ask(with_message("ask", "yes"))),
    ];
    for (field, shared, ours, theirs, merged) in table {
        Apart::new(field, shared, Some(ours), Some(theirs)).merges_to(merged);
    }
}

#[test]
fn a_need_added_by_one_survives_its_removal_by_another_who_did_not_see_it() {
    let (shared, ours, theirs) = (Dot::new(1, 1), Dot::new(2, 2), Dot::new(3, 3));
    #[rustfmt::skip]
    let table = [
        // ours                          theirs                          the office sees
        (add("shelter"),                 add("transport"),               vec!["food", "shelter", "transport"]),
        (remove("food", &[shared]),      add("shelter"),                 vec!["shelter"]),
        (remove("food", &[shared]),      add("food"),                    vec!["food"]),
        (remove("food", &[shared]),      remove("food", &[shared]),      vec![]),
        (add("shelter"),                 remove("shelter", &[shared]),   vec!["food", "shelter"]),
    ];
    for (our_op, their_op, needs) in table {
        let office = in_every_order(&[
            commit(1, 1, vec![add("food")]),
            commit(ours.log_rid(), ours.seq(), vec![our_op]),
            commit(theirs.log_rid(), theirs.seq(), vec![their_op]),
        ]);
        let victim = office.victim(1);
        let expected: Vec<Value> = needs.into_iter().map(Value::text).collect();
        assert_eq!(victim.elements(NEEDS), expected);
        let shown = victim.shown(&Casework, NEEDS);
        assert_eq!(
            shown.map(|shown| (shown.value, shown.in_conflict)),
            (!expected.is_empty()).then_some((Value::List(expected), false)),
        );
    }
}

#[test]
fn a_record_is_hidden_only_if_whoever_deleted_it_had_seen_everything_in_it() {
    let (written, deleted) = (Dot::new(1, 1), Dot::new(2, 2));
    #[rustfmt::skip]
    let table = [
        ("nobody else wrote",            vec![],                                                Deletion::Hidden),
        ("a field was changed",          vec![commit(3, 3, vec![set(NAME, "Anne", &[written])])], Deletion::DeletedWhileEdited),
        ("a need was added",             vec![commit(3, 3, vec![add("food")])],                 Deletion::DeletedWhileEdited),
        ("another deleted it, too",      vec![commit(3, 3, vec![delete(&[written])])],          Deletion::Hidden),
        ("somebody wanted it back",      vec![commit(3, 3, vec![keep(&[deleted])])],            Deletion::No),
        ("somebody saw it and wrote",    vec![commit(3, 3, vec![set(NAME, "Anne", &[written, deleted])])], Deletion::No),
        ("changed, then deleted again",  vec![commit(3, 3, vec![set(NAME, "Anne", &[written])]),
                                              commit(1, 4, vec![delete(&[deleted, Dot::new(3, 3)])])], Deletion::Hidden),
        ("changed, and kept",            vec![commit(3, 3, vec![set(NAME, "Anne", &[written])]),
                                              commit(1, 4, vec![keep(&[deleted])])],            Deletion::No),
    ];
    for (story, others, expected) in table {
        let mut commits = vec![
            commit(1, 1, vec![set(NAME, "Ann", &[])]),
            commit(2, 2, vec![delete(&[written])]),
        ];
        commits.extend(others);
        let victim = in_every_order(&commits).victim(1);
        assert_eq!(victim.deleted(), expected, "{story}");
        let asked = victim.conflicts(&Casework);
        let asks = asked.iter().any(|c| c.field == FieldId::TOMBSTONE);
        assert_eq!(asks, expected == Deletion::DeletedWhileEdited, "{story}");
    }
}

#[test]
fn a_decision_is_a_change_that_replaces_everything_that_was_shown() {
    let mut office =
        Apart::new(NAME, "Ann".into(), Some("Anna".into()), Some("Anne".into())).office();
    let shown: Vec<Dot> = office.victim(1).head_dots([NAME]).into_iter().collect();
    let plan = office.merge(&[commit(1, 4, vec![set(NAME, "Anna", &shown)])]);
    assert_eq!(plan.settled.len(), 1);
    assert_eq!(shown_now(&office.victim(1), NAME), take("Anna"));
}

#[test]
fn two_different_decisions_are_a_conflict_again() {
    let mut office =
        Apart::new(NAME, "Ann".into(), Some("Anna".into()), Some("Anne".into())).office();
    let shown: Vec<Dot> = office.victim(1).head_dots([NAME]).into_iter().collect();
    let plan = office.merge(&[
        commit(2, 4, vec![set(NAME, "Anna", &shown)]),
        commit(3, 5, vec![set(NAME, "Anne", &shown)]),
    ]);
    assert_eq!(plan.conflicts.len(), 1);
    assert_eq!(plan.conflicts[0].heads, [Dot::new(2, 4), Dot::new(3, 5)]);
    assert_eq!(shown_now(&office.victim(1), NAME), ask("Anne"));
}

#[test]
fn a_form_opened_before_an_import_replaces_only_what_it_showed() {
    let mut laptop = Memory::of(&[commit(1, 1, vec![set(PHONE, "555-0100", &[])])]);
    let on_the_form: Vec<Dot> = laptop.victim(1).head_dots([PHONE]).into_iter().collect();
    laptop.merge(&[commit(
        3,
        2,
        vec![set(PHONE, "555-0199", &[Dot::new(1, 1)])],
    )]);
    laptop.merge(&[commit(2, 3, vec![set(PHONE, "555-0150", &on_the_form)])]);
    assert_eq!(shown_now(&laptop.victim(1), PHONE), ask("555-0150"));
    assert_eq!(laptop.victim(1).heads(PHONE).len(), 2);
}

#[test]
fn what_was_replaced_before_it_arrived_never_shows() {
    let mut office = Memory::default();
    office.merge(&[commit(3, 2, vec![set(NAME, "Anne", &[Dot::new(1, 1)])])]);
    assert!(!office.victim(1).early.is_empty());
    let plan = office.merge(&[commit(1, 1, vec![set(NAME, "Ann", &[])])]);
    assert_eq!(plan.conflicts, []);
    assert_eq!(shown_now(&office.victim(1), NAME), take("Anne"));
    assert!(office.victim(1).early.is_empty());
}

#[test]
fn merging_the_same_commits_again_plans_nothing() {
    let commits = [
        commit(1, 1, vec![set(NAME, "Ann", &[]), add("food")]),
        commit(2, 2, vec![set(NAME, "Anne", &[Dot::new(1, 1)])]),
        commit(3, 3, vec![remove("food", &[Dot::new(1, 1)])]),
    ];
    let mut office = Memory::of(&[commits.as_slice(), commits.as_slice()].concat());
    assert_eq!(office, Memory::of(&commits));
    assert_eq!(office.merge(&commits), Default::default());
}

#[test]
fn a_value_that_made_a_round_trip_is_still_a_change() {
    // They wrote B and then A again; comparing values would call our C an undisturbed change.
    let office = in_every_order(&[
        commit(1, 1, vec![set(NAME, "A", &[])]),
        commit(3, 2, vec![set(NAME, "B", &[Dot::new(1, 1)])]),
        commit(3, 3, vec![set(NAME, "A", &[Dot::new(3, 2)])]),
        commit(2, 2, vec![set(NAME, "C", &[Dot::new(1, 1)])]),
    ]);
    assert_eq!(shown_now(&office.victim(1), NAME), ask("A"));
}

#[test]
fn odd_commits_are_merged_and_pointed_out() {
    let dot = Dot::new(1, 1);
    let key = set(NAME, "Ann", &[]).key().unwrap();
    let twice = vec![set(NAME, "Ann", &[]), set(NAME, "Anne", &[])];
    let plan = Memory::default().merge(&[commit(1, 1, twice)]);
    assert_eq!(
        plan.problems,
        [Problem::WroteTwice {
            dot,
            key,
            field: NAME
        }]
    );
    assert_eq!(shown_now(&plan.entities[0], NAME), take("Anne"));

    let plan = Memory::default().merge(&[commit(1, 1, vec![set(NEEDS, "food", &[])])]);
    assert_eq!(
        plan.problems,
        [Problem::WrongKind {
            dot,
            key,
            field: NEEDS
        }]
    );

    let plan = Memory::default().merge(&[commit(1, 1, vec![ResolvedOp::Unknown(vec![0x81, 9])])]);
    assert_eq!(plan.problems, [Problem::UnknownOp { dot }]);
    assert_eq!(plan.merged, [dot]);

    let mut office = Memory::of(&[commit(1, 1, vec![set(NOTE, "Called.", &[])])]);
    let plan = office.merge(&[commit(2, 2, vec![set(NOTE, "Did not call.", &[dot])])]);
    let dot = Dot::new(2, 2);
    assert_eq!(
        plan.problems,
        [Problem::RewroteAppend {
            dot,
            key,
            field: NOTE
        }]
    );
}

#[test]
fn a_plan_names_the_fields_written_in_and_no_others() {
    let mut office = Memory::of(&[commit(1, 1, vec![set(NAME, "Ann", &[]), add("food")])]);
    let first = Dot::new(1, 1);
    let plan = office.merge(&[commit(
        2,
        2,
        vec![set(PHONE, "555-0100", &[]), delete(&[first])],
    )]);
    let touched: Vec<FieldId> = plan.touched.values().flatten().copied().collect();
    assert_eq!(touched, [PHONE, FieldId::TOMBSTONE]);
    assert_eq!(plan.entities[0].deleted(), Deletion::Hidden);
}

/// One field, last shared, then written in apart by one laptop or two.
struct Apart {
    field: FieldId,
    commits: Vec<ResolvedCommit>,
}

impl Apart {
    fn new(field: FieldId, shared: Value, ours: Option<Value>, theirs: Option<Value>) -> Apart {
        let last_shared = Dot::new(1, 1);
        let changed = |log, seq, value| commit(log, seq, vec![set(field, value, &[last_shared])]);
        let mut commits = vec![commit(1, 1, vec![set(field, shared, &[])])];
        commits.extend(ours.map(|value| changed(2, 2, value)));
        commits.extend(theirs.map(|value| changed(3, 3, value)));
        Apart { field, commits }
    }

    fn office(&self) -> Memory {
        in_every_order(&self.commits)
    }

    fn merges_to(&self, expected: Merged) {
        let victim = self.office().victim(1);
        let written = self.commits.len() - 1;
        assert_eq!(
            victim.heads(self.field).len(),
            written.max(1),
            "neither is lost"
        );
        assert_eq!(
            shown_now(&victim, self.field),
            expected,
            "{:?}",
            self.commits
        );
        let asked = victim.conflicts(&Casework);
        assert_eq!(asked.len(), usize::from(matches!(expected, Merged::Ask(_))));
    }
}

fn shown_now(victim: &EntityState, field: FieldId) -> Merged {
    let shown = victim.shown(&Casework, field).unwrap();
    if shown.in_conflict {
        Merged::Ask(shown.value)
    } else {
        Merged::Take(shown.value)
    }
}

/// The office these commits make, having made sure that they make the same one in any order.
fn in_every_order(commits: &[ResolvedCommit]) -> Memory {
    let office = Memory::of(commits);
    for order in permutations(commits) {
        let mut other = Memory::default();
        for commit in order {
            other.merge(&[commit]);
        }
        assert_eq!(other, office);
    }
    office
}

fn permutations(commits: &[ResolvedCommit]) -> Vec<Vec<ResolvedCommit>> {
    let Some((first, rest)) = commits.split_first() else {
        return vec![Vec::new()];
    };
    let mut all = Vec::new();
    for shorter in permutations(rest) {
        for place in 0..=shorter.len() {
            let mut order = shorter.clone();
            order.insert(place, first.clone());
            all.push(order);
        }
    }
    all
}

fn of_members<const N: usize>(members: [(u32, &str); N]) -> Value {
    let members = members.map(|(number, text)| (number, Value::text(text)));
    Value::Map(BTreeMap::from(members))
}
