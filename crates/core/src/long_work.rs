//! Work that may take long: how far it is, and the wish to stop it.
//!
//! Every open case file has one [`LongWork`]; clones are the same. Whoever waits keeps a clone, looks how far the work
//! is and may ask it to stop while it holds the file. What is stopped ends with [`Error::Stopped`] as with any other
//! refusal: a transaction is taken back, a file that is being written gets no name. Nobody here knows the time; how
//! long is left is for whoever looks.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};
use crate::view::views;

/// Pieces between two words to who watches.
const STEP: i32 = 1_000;

views! {
    /// What is done.
    pub enum Work {
        /// The laptops' weeks are merged.
        Merge,
        /// What merging them would do is found out.
        Rehearse,
        /// A laptop takes in what the county handed back.
        Receive,
        /// What each laptop is to get is sealed.
        Return,
        /// A table of an old list is taken in.
        Import,
        /// A table is written.
        Export,
        /// Everything is compared with the history.
        Check,
        /// The case file is copied.
        Backup,
    }
    /// How far work is.
    pub struct HowFar {
        /// What is done.
        pub work: Work,
        /// Which of the files, from 1.
        pub file: i32,
        /// How many files; 1 where it is about none.
        pub files: i32,
        /// Pieces done of this file: changes, rows, pages.
        pub done: i32,
        /// Pieces there are, 0 while nobody knows.
        pub of: i32,
    }
}

impl HowFar {
    fn is_done(&self) -> bool {
        self.of > 0 && self.done >= self.of
    }
}

type Watcher = Box<dyn Fn(&HowFar) + Send>;

/// What is under way in one case file.
#[derive(Clone, Default)]
pub struct LongWork(Arc<Shared>);

#[derive(Default)]
struct Shared {
    far: Mutex<Option<HowFar>>,
    stop: AtomicBool,
    watcher: Mutex<Option<Watcher>>,
}

impl LongWork {
    /// How far the work is; nothing while none is under way.
    pub fn look(&self) -> Option<HowFar> {
        lock(&self.0.far).clone()
    }

    /// Asks what is under way to stop. What begins later is not asked.
    pub fn stop(&self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }

    /// Has `watcher` told, now and then, how far the work is; it must be quick.
    pub fn watch(&self, watcher: impl Fn(&HowFar) + Send + 'static) {
        *lock(&self.0.watcher) = Some(Box::new(watcher));
    }

    /// Begins work on so many files; it is under way until what is answered goes.
    pub(crate) fn begin(&self, work: Work, files: usize) -> UnderWay {
        self.0.stop.store(false, Ordering::Relaxed);
        *lock(&self.0.far) = Some(HowFar {
            work,
            file: 1,
            files: count(files as u64),
            done: 0,
            of: 0,
        });
        UnderWay(self.clone())
    }

    /// The work goes on with another of its files, counted from 1.
    ///
    /// # Errors
    /// [`Error::Stopped`].
    pub(crate) fn file(&self, number: usize) -> Result<()> {
        self.change(|far| far.file = count(number as u64))
    }

    /// What is done now has so many pieces, none of which is done.
    pub(crate) fn of(&self, pieces: u64) {
        if let Some(far) = lock(&self.0.far).as_mut() {
            (far.done, far.of) = (0, count(pieces));
        }
    }

    /// So many pieces more are done.
    ///
    /// # Errors
    /// [`Error::Stopped`].
    pub(crate) fn did(&self, pieces: usize) -> Result<()> {
        self.change(|far| far.done = far.done.saturating_add(count(pieces as u64)))
    }

    /// Whether somebody asked it to stop.
    pub(crate) fn is_to_stop(&self) -> bool {
        self.0.stop.load(Ordering::Relaxed)
    }

    fn change(&self, change: impl FnOnce(&mut HowFar)) -> Result<()> {
        let mut far = lock(&self.0.far);
        let Some(far) = far.as_mut() else {
            return Ok(());
        };
        let before = far.clone();
        change(far);
        let is_worth_telling =
            far.file != before.file || far.done / STEP != before.done / STEP || far.is_done();
        if is_worth_telling && let Some(watcher) = lock(&self.0.watcher).as_ref() {
            watcher(far);
        }
        match self.is_to_stop() {
            true => Err(Error::Stopped),
            false => Ok(()),
        }
    }
}

/// Work under way; when this goes, it is no more.
pub(crate) struct UnderWay(LongWork);

impl Drop for UnderWay {
    fn drop(&mut self) {
        *lock(&self.0.0.far) = None;
        self.0.0.stop.store(false, Ordering::Relaxed);
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn count(pieces: u64) -> i32 {
    i32::try_from(pieces).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_under_way_before_it_begins_and_after_it_ends() {
        let work = LongWork::default();
        assert_eq!(work.look(), None);
        work.did(3).unwrap();
        let under_way = work.begin(Work::Merge, 2);
        work.file(2).unwrap();
        work.of(10);
        work.did(3).unwrap();
        let far = work.look().unwrap();
        assert_eq!((far.file, far.files, far.done, far.of), (2, 2, 3, 10));
        drop(under_way);
        assert_eq!(work.look(), None);
    }

    #[test]
    fn who_asks_to_stop_stops_what_is_under_way_and_nothing_that_begins_later() {
        let work = LongWork::default();
        let asking = work.clone();
        asking.stop();
        let under_way = work.begin(Work::Merge, 1);
        work.did(1).unwrap();
        asking.stop();
        assert!(matches!(work.did(1), Err(Error::Stopped)));
        assert!(matches!(work.file(2), Err(Error::Stopped)));
        drop(under_way);
        let _under_way = work.begin(Work::Check, 1);
        work.did(1).unwrap();
    }

    #[test]
    fn who_watches_is_told_now_and_then_and_at_the_end() {
        let work = LongWork::default();
        let told = Arc::new(Mutex::new(Vec::new()));
        let heard = told.clone();
        work.watch(move |far| lock(&heard).push(far.done));
        let _under_way = work.begin(Work::Import, 1);
        work.of(2_500);
        for _ in 0..2_500 {
            work.did(1).unwrap();
        }
        assert_eq!(*lock(&told), [1_000, 2_000, 2_500]);
    }
}
