//! What a form showed when it was opened: for each field, the commits whose values stood there, of a set
//! those that added its elements, and whether the record was hidden.
//!
//! It travels with the view to the screen and comes back with the edit. What the person then writes
//! replaces exactly that, so a bundle merged meanwhile is never overwritten: the two stand side by side.

use std::collections::BTreeMap;

use countyline_ledger::{Dot, EntityState, FieldId};

use crate::error::{Error, Result};

/// The heads each field of a record had.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(BTreeMap<FieldId, Vec<Dot>>);

impl Seen {
    /// What a form that shows this record shows.
    pub(crate) fn of(state: &EntityState) -> Seen {
        let mut seen: BTreeMap<FieldId, Vec<Dot>> = BTreeMap::new();
        for (field, heads) in &state.fields {
            let dots = heads.iter().map(|head| head.dot);
            seen.entry(field).or_default().extend(dots);
        }
        for ((field, _), dots) in &state.members {
            seen.entry(*field).or_default().extend(dots);
        }
        for tombstone in &state.tombstones {
            seen.entry(FieldId::TOMBSTONE)
                .or_default()
                .push(tombstone.dot);
        }
        for (field, dots) in &mut seen {
            if state.fields.get(*field).is_none() {
                dots.sort_unstable();
                dots.dedup();
            }
        }
        Seen(seen)
    }

    /// Everything that stood in the record.
    pub(crate) fn everything(&self) -> impl Iterator<Item = Dot> {
        self.0.values().flatten().copied()
    }

    /// The commits that stood in a field; for [`FieldId::TOMBSTONE`], those that hid the record.
    pub(crate) fn heads(&self, field: FieldId) -> &[Dot] {
        self.0.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Every commit that stood in any field.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn dots(&self) -> impl Iterator<Item = Dot> {
        self.0.values().flatten().copied()
    }

    /// As text that a view carries. It means something in this case file only.
    pub(crate) fn token(&self) -> String {
        let fields = self.0.iter().map(|(field, dots)| {
            let dots: Vec<String> = dots.iter().map(|dot| dot.to_i64().to_string()).collect();
            format!("{}:{}", field.0, dots.join(","))
        });
        fields.collect::<Vec<_>>().join(";")
    }

    /// From a view's text.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if no view of ours carried it.
    pub(crate) fn from_token(token: &str) -> Result<Seen> {
        let field = |part: &str| {
            let (field, dots) = part.split_once(':')?;
            let dots: Option<Vec<Dot>> = dots
                .split(',')
                .map(|dot| dot.parse().ok().and_then(Dot::from_i64))
                .collect();
            Some((FieldId(field.parse().ok()?), dots?))
        };
        let parts = token.split(';').filter(|part| !part.is_empty());
        let fields: Option<BTreeMap<FieldId, Vec<Dot>>> = parts.map(field).collect();
        fields
            .map(Seen)
            .ok_or(Error::InvalidInput { field: "seen" })
    }
}
