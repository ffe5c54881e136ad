//! Children in process groups of their own, ended as a group.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A child with all that it starts. Dropping it ends them all.
pub struct Group {
    child: Child,
}

impl Group {
    pub(super) fn start(command: &mut Command) -> Self {
        let child = command.process_group(0).spawn();
        let child = child.unwrap_or_else(|error| {
            panic!(
                "cannot start {}: {error}; run `make setup`",
                command.get_program().display()
            )
        });
        Self { child }
    }

    /// The child's own id; its group has the same.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub(super) fn stdout(&mut self) -> std::process::ChildStdout {
        self.child
            .stdout
            .take()
            .expect("started with a piped output, asked for once")
    }

    /// As a power cut does: no one in the group gets to finish anything.
    pub(super) fn cut_off(&mut self) {
        self.signal("-KILL");
        let _ = self.child.wait();
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill")
            .args([signal, "--", &group])
            .stderr(Stdio::null())
            .status();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal("-TERM");
        for _ in 0..100 {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.signal("-KILL");
        let _ = self.child.wait();
    }
}
