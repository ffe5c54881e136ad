//! The rules a run can break on purpose, each where the ledger is used, never in the ledger itself.

/// Which rule is broken, if any.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules {
    /// The broken one.
    pub broken: Option<Break>,
}

impl Rules {
    /// Whether that rule is broken.
    pub fn breaks(self, rule: Break) -> bool {
        self.broken == Some(rule)
    }
}

/// A rule broken on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// Of several values in a field only the last written is kept.
    LastWriterWins,
    /// A form saved late replaces what stands by then, not what it showed.
    FormTakesCurrentHeads,
    /// What was replaced before it arrived is not remembered.
    ForgetEarlyReplacements,
    /// Of several protective values the last written is shown.
    ProtectiveByTime,
    /// Commits that are known are merged once more.
    MergeRepeats,
    /// The lamport number is taken from the clock.
    ClockAsLamport,
    /// Whatever was deleted is hidden, whoever wrote in it meanwhile.
    DeletionHidesEdits,
    /// Taking an element out of a set takes out additions nobody saw.
    RemovalTakesAll,
}

/// Every rule that can be broken, by its name on the command line.
pub const BREAKS: &[(&str, Break)] = &[
    ("last-writer-wins", Break::LastWriterWins),
    ("form-takes-current-heads", Break::FormTakesCurrentHeads),
    ("forget-early-replacements", Break::ForgetEarlyReplacements),
    ("protective-by-time", Break::ProtectiveByTime),
    ("merge-repeats", Break::MergeRepeats),
    ("clock-as-lamport", Break::ClockAsLamport),
    ("deletion-hides-edits", Break::DeletionHidesEdits),
    ("removal-takes-all", Break::RemovalTakesAll),
];
