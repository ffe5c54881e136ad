//! How the program ends, and what its exit code says.
//!
//! | code | meaning |
//! |---|---|
//! | 0 | done |
//! | 1 | refused; nothing was changed, and standard error says why and what to do |
//! | 2 | the command was not understood |
//! | 3 | done as far as a program can; something waits for a person |
//! | 4 | checking the data found differences |

use std::io::Write;
use std::process::ExitCode;

use countyline_core::error::{Error, Failure};

use crate::telling::Telling;

/// A command came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Done,
    WaitsForAPerson,
    DataDiffers,
}

impl Ending {
    pub(crate) fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Ending::Done => 0,
            Ending::WaitsForAPerson => 3,
            Ending::DataDiffers => 4,
        })
    }
}

/// A command was refused.
#[derive(Debug)]
pub(crate) enum Stop {
    Refused(Failure),
    /// The answers could not be written: there is nobody to tell.
    NobodyListens,
}

impl Stop {
    /// A refusal of this program's own, not of the core's.
    pub(crate) fn refused(code: &str) -> Stop {
        Stop::Refused(Failure {
            code: code.to_owned(),
            values: Default::default(),
        })
    }

    /// Says what happened and what the person can do.
    pub(crate) fn tell(&self, telling: &Telling<'_>, err: &mut dyn Write) -> ExitCode {
        if let Stop::Refused(failure) = self {
            // If nobody reads standard error, the exit code still tells.
            let _ = telling.refuse(failure, err);
        }
        ExitCode::from(1)
    }
}

impl From<Error> for Stop {
    fn from(refused: Error) -> Stop {
        Stop::Refused(refused.failure())
    }
}

impl From<std::io::Error> for Stop {
    fn from(_: std::io::Error) -> Stop {
        Stop::NobodyListens
    }
}

/// Help and the version were asked for, or the command was not understood.
pub(crate) fn usage(answer: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let rendered = answer.render();
    if answer.use_stderr() {
        let _ = write!(err, "{rendered}");
        return ExitCode::from(2);
    }
    let _ = write!(out, "{rendered}");
    ExitCode::SUCCESS
}
