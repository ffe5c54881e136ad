//! Driving the real window: a hidden screen, a home of its own, WebKit's own driver, and the keys a person presses.
//!
//! Every [`Machine`] is apart from the person's own files and from other tests. What was started is ended when it goes
//! out of scope, also when a test fails. Nothing here knows what a screen is for; see `tests/window`.

mod accessibility;
mod desk;
mod journey;
mod keepsakes;
mod keys;
mod machine;
mod page;
mod processes;
mod screen;
mod screen_reader;
mod training;

pub use desk::PASSPHRASE;
pub use journey::journey;
pub use keepsakes::Journey;
pub use machine::Machine;
pub use page::Window;
pub use processes::Group;
pub use screen::{DESK, LAPTOP, Picture};
pub use screen_reader::Told;
pub use training::{TRAINING_PASSPHRASE, training_day};
