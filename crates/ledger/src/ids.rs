//! The names of things in a history.

use std::fmt;

use crate::limits;

/// A commit's identity: the hash of its content and of everything before it in its log.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitHash(pub [u8; 32]);

/// One log: one incarnation of one machine. A machine restored from an image starts a new one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogId(pub [u8; 16]);

/// One record: a victim, a referral. Random, without meaning, because it outlives an erasure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub [u8; 16]);

/// The person who did what a commit says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub [u8; 16]);

/// What kind of record an entity is. Numbers are never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordType(pub u16);

/// A field of a record type. Numbers are never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

impl FieldId {
    /// The field every record has without saying so: whether it is deleted. No registry may use it.
    pub const TOMBSTONE: FieldId = FieldId(u16::MAX);
}

/// A commit's number within one case file: its log's row there and its sequence number.
///
/// Fits a positive `i64`. Two case files number the same commit differently, so a dot never leaves
/// its file and never orders anything a person sees.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot(u64);

impl Dot {
    /// The dot of commit `seq` in the log with the local number `log_rid`.
    ///
    /// # Panics
    /// If either number exceeds [`limits::LOG_RID`] or [`limits::SEQ`]; decoded commits never do.
    pub fn new(log_rid: u32, seq: u64) -> Dot {
        assert!(
            log_rid <= limits::LOG_RID && seq <= limits::SEQ,
            "a dot has 23 bits for the log and 40 for the sequence number"
        );
        Dot(u64::from(log_rid) << 40 | seq)
    }

    /// The log's local number.
    pub fn log_rid(self) -> u32 {
        (self.0 >> 40) as u32
    }

    /// The commit's sequence number in its log.
    pub fn seq(self) -> u64 {
        self.0 & limits::SEQ
    }

    /// The dot as a database integer.
    pub fn to_i64(self) -> i64 {
        self.0 as i64
    }

    /// The dot a database integer stands for, if it is one.
    pub fn from_i64(number: i64) -> Option<Dot> {
        u64::try_from(number).ok().map(Dot)
    }
}

impl fmt::Debug for Dot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.log_rid(), self.seq())
    }
}

macro_rules! shown_in_hex {
    ($($id:ident),*) => {$(
        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($id), "({})"), self)
            }
        }
    )*};
}

shown_in_hex!(CommitHash, LogId, EntityId, ActorId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_gives_back_its_log_and_sequence_number_and_stays_positive() {
        let last = Dot::new(limits::LOG_RID, limits::SEQ);
        assert_eq!((last.log_rid(), last.seq()), (limits::LOG_RID, limits::SEQ));
        assert_eq!(last.to_i64(), i64::MAX);
        assert_eq!(Dot::from_i64(i64::MAX), Some(last));
        assert_eq!(Dot::from_i64(-1), None);
    }
}
