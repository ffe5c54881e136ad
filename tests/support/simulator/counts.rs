//! What happened in a run.

use std::fmt;
use std::ops::AddAssign;

macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident: $words:literal,)*) => {
        /// How often what happened.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct Counts { $($(#[$doc])* pub $name: u64,)* }

        impl AddAssign for Counts {
            fn add_assign(&mut self, other: Counts) {
                $(self.$name += other.$name;)*
            }
        }

        impl fmt::Display for Counts {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                $(writeln!(f, "{:>10}  {}", self.$name, $words)?;)*
                Ok(())
            }
        }
    };
}

counts! {
    /// Commits written.
    commits: "commits written",
    /// Changes refused by a rule of casework.
    refused_changes: "changes refused by a rule of casework",
    /// Forms saved after something else was saved or taken in.
    forms_saved_late: "forms saved late",
    /// Erasures ordered.
    erasures: "erasures ordered",
    /// Weeks packed.
    weeks_packed: "weeks packed",
    /// Returns packed.
    returns_packed: "returns packed",
    /// Welcomes packed.
    welcomes_packed: "welcomes packed",
    /// Sticks taken in.
    sticks_taken_in: "sticks taken in",
    /// Of these, returns and welcomes.
    returns_taken_in: "of these, returns and welcomes",
    /// Sticks that wait at the county or a laptop.
    sticks_parked: "sticks that wait",
    /// Sticks taken in once more.
    sticks_repeated: "sticks taken in once more",
    /// Sticks lost.
    sticks_lost: "sticks lost",
    /// Sticks cut short.
    sticks_cut_short: "sticks cut short, all refused",
    /// Sticks with a changed bit.
    sticks_altered: "sticks with a changed bit, all refused",
    /// Sticks brought to the wrong machine.
    sticks_misdelivered: "sticks brought to the wrong machine, all refused",
    /// Sticks refused because of what the machine has been through.
    sticks_turned_away: "sticks turned away: older than what is known, or their key destroyed",
    /// Things written that only a newer program understands than some machine's.
    newer_written: "forms saved of what an older program does not know",
    /// Machines that got a newer program.
    updates: "machines that got a newer program",
    /// Power cuts in the middle of something.
    cuts_at_work: "power cuts in the middle of something",
    /// Power cuts while nothing was being written.
    cuts_at_rest: "power cuts while nothing was written",
    /// Full disks.
    full_disks: "full disks met",
    /// Laptops restored from an image.
    laptops_restored: "laptops restored from an image",
    /// Laptops cloned.
    laptops_cloned: "laptops cloned",
    /// County computers restored from an image.
    counties_restored: "county computers restored from an image",
    /// Of both, noticed at the start.
    restores_noticed: "of both, noticed at the start",
    /// County computers of which it was said.
    restores_said: "county computers said to be restored",
    /// Laptops revoked.
    laptops_revoked: "laptops revoked",
    /// Files of theirs taken in after all.
    taken_in_after_all: "files of theirs taken in after all",
    /// Files of theirs kept out.
    kept_out: "files of theirs kept out",
    /// Laptops found that made themselves fresh keys.
    keys_renewed: "laptops found that made themselves fresh keys",
    /// Keys of the county replaced.
    keys_replaced: "keys of the county replaced",
    /// Keys of the county destroyed.
    keys_destroyed: "keys of the county destroyed",
    /// Merges taken back.
    merges_taken_back: "merges taken back",
    /// Files read by a laptop from which something was kept.
    kept_from_a_laptop: "files read by a laptop from which a record was kept",
    /// Commits laptops count as safe in the end.
    confirmed: "commits that laptops count as safe in the end",
    /// Logs with more than one branch in the end.
    forks: "logs that forked",
    /// Commits that no machine holds any more, because every disk that held them was set back.
    gone_with_a_disk: "commits gone with the only disk that held them",
    /// Operations that no machine on the list can read any more, for the same reason.
    parts_gone_with_a_disk: "parts of commits gone with the only disks where they could be read",
    /// Conflicts in the end.
    conflicts: "conflicts in the end",
    /// Rounds of sticks until everyone had everything.
    rounds: "rounds of sticks until everyone had everything",
}
