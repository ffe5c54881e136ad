//! Rosters as one chain: which of two is the later one, and whether they belong to one chain at all.
//!
//! Each roster names the hash of the one before, so whoever holds some of them can tell a roster of
//! another chain from a late one. A device that was away may be handed one several versions ahead; then
//! nobody can follow the hashes in between, and the root key's signature and the higher version must do.
//! Two rosters with one version are never both the county's: that is an alarm for people.

use crate::{BundleError, Roster};

/// What a roster that is handed over is to one who knows another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Succession {
    /// Later than all that are known; it takes their place.
    Newer(Box<Roster>),
    /// The newest that is known.
    Known,
    /// An earlier one of the same chain. What is known stays.
    Older,
}

impl Roster {
    /// Compares a roster that is handed over, as signed, with the newest one known and with all that are
    /// `held`, each found by its version and as signed.
    ///
    /// # Errors
    /// [`BundleError::SignatureWrong`] if another root key signed it, [`BundleError::OtherAgency`], and
    /// [`BundleError::RosterForked`] if it belongs to another chain than those held.
    pub fn succession(
        offered: &[u8],
        newest: &Roster,
        held: impl Fn(u64) -> Option<Vec<u8>>,
    ) -> Result<Succession, BundleError> {
        let roster = Roster::verify(offered, &newest.county.root)?;
        if roster.agency != newest.agency {
            return Err(BundleError::OtherAgency);
        }
        let version = roster.version;
        let forked = BundleError::RosterForked { version };
        if held(version).is_some_and(|same| same != offered) {
            return Err(forked);
        }
        let before = version.checked_sub(1).and_then(&held);
        if before.is_some_and(|before| Roster::hash(&before) != roster.prev_hash) {
            return Err(forked);
        }
        if let Some(after) = version.checked_add(1).and_then(&held) {
            let after = Roster::verify(&after, &newest.county.root)?;
            if after.prev_hash != Roster::hash(offered) {
                return Err(forked);
            }
        }
        Ok(match version.cmp(&newest.version) {
            std::cmp::Ordering::Less => Succession::Older,
            std::cmp::Ordering::Equal => Succession::Known,
            std::cmp::Ordering::Greater => Succession::Newer(Box::new(roster)),
        })
    }

    /// A roster to fill in that comes after this one, whose signed bytes are `signed`.
    pub fn next(&self, signed: &[u8], created_ms: i64) -> Roster {
        Roster {
            version: self.version + 1,
            prev_hash: Roster::hash(signed),
            created_ms,
            ..self.clone()
        }
    }
}
