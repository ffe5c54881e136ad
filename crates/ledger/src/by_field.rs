//! What belongs to the fields of one record, each field once, in ascending order.
//!
//! A record has a dozen fields at most. Whatever is merged passes through such lists, one for each operation
//! and each record: a sorted list is one piece of memory, a tree is several and slower to walk.

use crate::FieldId;

/// Something for each of some fields, in ascending order of the fields.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByField<T>(Vec<(FieldId, T)>);

/// See [`ByField::iter`].
pub type Iter<'a, T> =
    std::iter::Map<std::slice::Iter<'a, (FieldId, T)>, fn(&'a (FieldId, T)) -> (FieldId, &'a T)>;

impl<T> ByField<T> {
    /// Nothing for any field.
    pub const fn new() -> ByField<T> {
        ByField(Vec::new())
    }

    /// Nothing for any field yet, with room for so many.
    pub fn with_capacity(fields: usize) -> ByField<T> {
        ByField(Vec::with_capacity(fields))
    }

    /// What there is for a field.
    pub fn get(&self, field: FieldId) -> Option<&T> {
        self.place(field).ok().map(|place| &self.0[place].1)
    }

    /// Puts something in the place of what there was for a field, and gives that.
    pub fn insert(&mut self, field: FieldId, value: T) -> Option<T> {
        match self.place(field) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (field, value));
                None
            }
        }
    }

    /// What there is for a field, made if there is nothing.
    pub fn get_or_default(&mut self, field: FieldId) -> &mut T
    where
        T: Default,
    {
        let place = self.place(field).unwrap_or_else(|place| {
            self.0.insert(place, (field, T::default()));
            place
        });
        &mut self.0[place].1
    }

    /// Takes away what there is for a field.
    pub fn remove(&mut self, field: FieldId) -> Option<T> {
        let place = self.place(field).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Makes room for so many more fields at once.
    pub fn reserve(&mut self, more: usize) {
        self.0.reserve_exact(more);
    }

    /// How many fields there is something for.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nothing for any field.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each field with what there is for it.
    pub fn iter(&self) -> Iter<'_, T> {
        self.0.iter().map(|(field, value)| (*field, value))
    }

    /// The fields.
    pub fn fields(&self) -> impl DoubleEndedIterator<Item = FieldId> {
        self.0.iter().map(|(field, _)| *field)
    }

    /// What there is for each field.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// What there is for each field, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Where a field is, or belongs. Fields mostly come in order, each behind the last.
    fn place(&self, field: FieldId) -> Result<usize, usize> {
        match self.0.last() {
            Some((last, _)) if *last >= field => {
                self.0.binary_search_by_key(&field, |(field, _)| *field)
            }
            _ => Err(self.0.len()),
        }
    }
}

impl<T> Default for ByField<T> {
    fn default() -> ByField<T> {
        ByField::new()
    }
}

/// Of several for one field the last counts.
impl<T> FromIterator<(FieldId, T)> for ByField<T> {
    fn from_iter<I: IntoIterator<Item = (FieldId, T)>>(pairs: I) -> ByField<T> {
        let mut all = ByField::new();
        all.extend(pairs);
        all
    }
}

impl<T> Extend<(FieldId, T)> for ByField<T> {
    fn extend<I: IntoIterator<Item = (FieldId, T)>>(&mut self, pairs: I) {
        let pairs = pairs.into_iter();
        self.0.reserve(pairs.size_hint().0);
        for (field, value) in pairs {
            self.insert(field, value);
        }
    }
}

impl<T, const N: usize> From<[(FieldId, T); N]> for ByField<T> {
    fn from(pairs: [(FieldId, T); N]) -> ByField<T> {
        pairs.into_iter().collect()
    }
}

impl<'a, T> IntoIterator for &'a ByField<T> {
    type Item = (FieldId, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for ByField<T> {
    type Item = (FieldId, T);
    type IntoIter = std::vec::IntoIter<(FieldId, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_in_order_each_once_however_they_came() {
        let mut all: ByField<&str> = ByField::new();
        for (field, value) in [(7, "seven"), (2, "two"), (9, "nine"), (2, "second")] {
            all.insert(FieldId(field), value);
        }
        let pairs: Vec<(u16, &str)> = all.iter().map(|(field, value)| (field.0, *value)).collect();
        assert_eq!(pairs, [(2, "second"), (7, "seven"), (9, "nine")]);
        assert_eq!(all.remove(FieldId(7)), Some("seven"));
        assert_eq!(
            (all.get(FieldId(7)), all.get(FieldId(9))),
            (None, Some(&"nine"))
        );
        assert_eq!(*all.get_or_default(FieldId(1)), "");
        assert_eq!(all.fields().collect::<Vec<_>>(), [1, 2, 9].map(FieldId));
    }
}
