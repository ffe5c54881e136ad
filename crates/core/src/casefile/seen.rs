//! What a form showed when it was opened: for each field, the commits whose values stood there, of a set
//! those that added its elements and which elements stood, and whether the record was hidden.
//!
//! It travels with the view to the screen and comes back with the edit. What the person then writes
//! replaces exactly that, so a bundle merged meanwhile is never overwritten: the two stand side by side.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{Dot, EntityState, FieldId, Value};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// The heads each field of a record had, and the elements of its sets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(BTreeMap<FieldId, OnScreen>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct OnScreen {
    heads: Vec<Dot>,
    /// Of a field that is no set: a digest of what its heads asserted. Once a merge was taken back, another commit
    /// may stand under the same number.
    asserted: Option<u64>,
    /// The elements that stood, of a set, by their digests: one commit adds several, of which some may be
    /// taken out again.
    elements: BTreeSet<u64>,
}

impl Seen {
    /// What a form that shows this record shows.
    pub(crate) fn of(state: &EntityState) -> Seen {
        let mut seen: BTreeMap<FieldId, OnScreen> = BTreeMap::new();
        for (field, heads) in &state.fields {
            let on_screen = seen.entry(field).or_default();
            on_screen.heads.extend(heads.iter().map(|head| head.dot));
            on_screen.asserted = Some(digest_of_all(heads.iter().map(|head| &head.value)));
        }
        for ((field, element), dots) in &state.members {
            let set = seen.entry(*field).or_default();
            set.heads.extend(dots);
            set.elements.insert(digest(element));
        }
        for tombstone in &state.tombstones {
            let hidden = seen.entry(FieldId::TOMBSTONE).or_default();
            hidden.heads.push(tombstone.dot);
        }
        for (field, on_screen) in &mut seen {
            if state.fields.get(*field).is_none() {
                on_screen.heads.sort_unstable();
                on_screen.heads.dedup();
            }
        }
        Seen(seen)
    }

    /// Everything that stood in the record.
    pub(crate) fn everything(&self) -> impl Iterator<Item = Dot> {
        self.0.values().flat_map(|seen| &seen.heads).copied()
    }

    /// The commits that stood in a field; for [`FieldId::TOMBSTONE`], those that hid the record.
    pub(crate) fn heads(&self, field: FieldId) -> &[Dot] {
        self.0.get(&field).map_or(&[], |seen| &seen.heads)
    }

    /// Whether these are what the heads of a field asserted.
    pub(crate) fn showed(&self, field: FieldId, values: &[Value]) -> bool {
        let asserted = self.0.get(&field).and_then(|seen| seen.asserted);
        asserted.is_none_or(|asserted| asserted == digest_of_all(values))
    }

    /// The fields that are no sets.
    pub(crate) fn fields(&self) -> impl Iterator<Item = FieldId> {
        let fields = self.0.iter().filter(|(_, seen)| seen.asserted.is_some());
        fields.map(|(field, _)| *field)
    }

    /// Whether an element stood in a set.
    pub(crate) fn had(&self, field: FieldId, element: &Value) -> bool {
        let set = self.0.get(&field);
        set.is_some_and(|set| set.elements.contains(&digest(&element.encode())))
    }

    /// Every commit that stood in any field.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn dots(&self) -> impl Iterator<Item = Dot> {
        self.everything()
    }

    /// As text that a view carries. It means something in this case file only.
    pub(crate) fn token(&self) -> String {
        let fields = self.0.iter().map(|(field, seen)| {
            let dots: Vec<String> = seen
                .heads
                .iter()
                .map(|dot| dot.to_i64().to_string())
                .collect();
            let asserted = seen.asserted.map(|asserted| format!("={asserted:x}"));
            let elements = seen.elements.iter().map(|element| format!("/{element:x}"));
            let rest: String = asserted.into_iter().chain(elements).collect();
            format!("{}:{}{rest}", field.0, dots.join(","))
        });
        fields.collect::<Vec<_>>().join(";")
    }

    /// From a view's text.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if no view of ours carried it.
    pub(crate) fn from_token(token: &str) -> Result<Seen> {
        let field = |part: &str| {
            let (field, on_screen) = part.split_once(':')?;
            let digest = |hex: &str| u64::from_str_radix(hex, 16).ok();
            let mut parts = on_screen.split('/');
            let first = parts.next()?;
            let (heads, asserted) = match first.split_once('=') {
                Some((heads, asserted)) => (heads, Some(digest(asserted)?)),
                None => (first, None),
            };
            let heads = heads
                .split(',')
                .map(|dot| dot.parse().ok().and_then(Dot::from_i64));
            let on_screen = OnScreen {
                heads: heads.collect::<Option<_>>()?,
                asserted,
                elements: parts.map(digest).collect::<Option<_>>()?,
            };
            Some((FieldId(field.parse().ok()?), on_screen))
        };
        let parts = token.split(';').filter(|part| !part.is_empty());
        let fields: Option<BTreeMap<FieldId, OnScreen>> = parts.map(field).collect();
        fields
            .map(Seen)
            .ok_or(Error::InvalidInput { field: "seen" })
    }
}

/// What a token says of a value instead of the value: what is hers stands in no token.
fn digest(value: &[u8]) -> u64 {
    let digest = Sha256::digest(value);
    let first = digest.first_chunk().expect("a digest has 32 bytes");
    u64::from_be_bytes(*first)
}

fn digest_of_all<'a>(values: impl IntoIterator<Item = &'a Value>) -> u64 {
    let all: Vec<u8> = values.into_iter().flat_map(Value::encode).collect();
    digest(&all)
}
