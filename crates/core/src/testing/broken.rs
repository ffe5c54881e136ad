//! Rules broken on purpose: a simulator that does not notice them proves nothing.
//!
//! A rule is broken for the thread that asks for it. Each is consulted at the one place where the rule
//! lives, behind the `testing` feature, so no program that people use has the question in it.

use std::cell::Cell;

/// A rule of the engine that a test can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Of several values in a field only the last written is kept.
    LastWriterWins,
    /// A form saved late replaces what stands by then, not what it showed.
    FormTakesCurrentHeads,
    /// A commit counts as known if its place in the log is taken, whatever its hash.
    SequenceInsteadOfHash,
    /// What was replaced before it arrived is not remembered.
    ForgetEarlyReplacements,
    /// Of several protective values the last written is shown.
    ProtectiveByTime,
    /// Whatever was deleted is hidden, whoever wrote in it meanwhile.
    TombstoneWins,
    /// Taking an element out of a set takes out additions nobody saw.
    RemovalTakesAll,
    /// Commits that are known are merged once more.
    MergeRepeats,
    /// The lamport number is taken from the clock.
    ClockAsLamport,
    /// What lies behind a gap is refused until the gap has closed.
    GapWaitedFor,
    /// What a county stated once counts for ever, also after it was set back and states less.
    AckOnlyGrows,
    /// A return that is older than what was seen confirms.
    OldReturnConfirms,
    /// The word of a revoked laptop counts for whatever it wrote later.
    RevokedWordStillCounts,
    /// A restricted record goes to every laptop.
    NothingWithheld,
    /// A copy that was put back goes on in the log it finds.
    HeadMarkIgnored,
    /// What waits is tried again by nobody.
    ParkedForgotten,
    /// What comes after an order of erasure is stored as it comes.
    EraseFilterOff,
    /// The seed of a block outlives what was erased in it.
    SaltKept,
    /// "Saved" is said before the disk has it.
    SavedBeforeSynced,
    /// A file is written where it will lie, not beside it and then renamed.
    FileWrittenInPlace,
    /// Of what arrives only that is kept which this program understands.
    NewerDropped,
    /// What a newer program wrote about a victim, under a record type that is not understood, is nobody's.
    NewerBelongsToNobody,
    /// What an older program kept without understanding it is not shown after the update.
    NewerStaysRaw,
}

/// Every rule that can be broken, by its name on the command line.
pub const BROKEN: &[(&str, Broken)] = &[
    ("last-writer-wins", Broken::LastWriterWins),
    ("form-takes-current-heads", Broken::FormTakesCurrentHeads),
    ("sequence-instead-of-hash", Broken::SequenceInsteadOfHash),
    ("forget-early-replacements", Broken::ForgetEarlyReplacements),
    ("protective-by-time", Broken::ProtectiveByTime),
    ("tombstone-wins", Broken::TombstoneWins),
    ("removal-takes-all", Broken::RemovalTakesAll),
    ("merge-repeats", Broken::MergeRepeats),
    ("clock-as-lamport", Broken::ClockAsLamport),
    ("gap-waited-for", Broken::GapWaitedFor),
    ("ack-only-grows", Broken::AckOnlyGrows),
    ("old-return-confirms", Broken::OldReturnConfirms),
    ("revoked-word-still-counts", Broken::RevokedWordStillCounts),
    ("nothing-withheld", Broken::NothingWithheld),
    ("head-mark-ignored", Broken::HeadMarkIgnored),
    ("parked-forgotten", Broken::ParkedForgotten),
    ("erase-filter-off", Broken::EraseFilterOff),
    ("salt-kept", Broken::SaltKept),
    ("saved-before-synced", Broken::SavedBeforeSynced),
    ("file-written-in-place", Broken::FileWrittenInPlace),
    ("newer-dropped", Broken::NewerDropped),
    ("newer-belongs-to-nobody", Broken::NewerBelongsToNobody),
    ("newer-stays-raw", Broken::NewerStaysRaw),
];

thread_local! {
    static THE_BROKEN_ONE: Cell<Option<Broken>> = const { Cell::new(None) };
}

/// Breaks a rule in this thread from here on, or none.
pub fn break_rule(rule: Option<Broken>) {
    THE_BROKEN_ONE.set(rule);
}

/// Whether that rule is broken in this thread.
pub(crate) fn breaks(rule: Broken) -> bool {
    THE_BROKEN_ONE.get() == Some(rule)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    const ONLY_FOR_TESTS: &str = "#[cfg(any(test, feature = \"testing\"))]";

    /// Every place that asks, or brings the question into scope, stands under a line that leaves it out of
    /// programs; the question inside a function that is itself left out is inside such a place.
    #[test]
    fn every_question_whether_a_rule_is_broken_is_left_out_of_programs() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut asked = 0;
        for path in rust_files(&source) {
            let text = std::fs::read_to_string(&path).unwrap();
            let mut left_out_of_depth = None;
            for (number, line) in text.lines().enumerate() {
                let depth = line.len() - line.trim_start().len();
                if line.trim() == ONLY_FOR_TESTS {
                    left_out_of_depth = Some(depth);
                    continue;
                }
                if line.contains("breaks(") || line.contains("testing::{Broken") {
                    asked += 1;
                    assert!(
                        left_out_of_depth.is_some(),
                        "{}:{}",
                        path.display(),
                        number + 1
                    );
                }
                let ends = |out: usize| {
                    depth == out && (line.trim_end().ends_with(['}', ';', ',']) || line.is_empty())
                };
                if left_out_of_depth.is_some_and(ends) && !line.trim().is_empty() {
                    left_out_of_depth = None;
                }
            }
        }
        assert!(asked > super::BROKEN.len(), "the sources were read");
    }

    fn rust_files(folder: &Path) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name() != Some("testing".as_ref()) {
                files.extend(rust_files(&path));
            } else if path.extension() == Some("rs".as_ref()) {
                files.push(path);
            }
        }
        files
    }
}
