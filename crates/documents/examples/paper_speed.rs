//! How long our PDF takes beside krilla's of the same layout, in processor time, in turns.
//!
//! `cargo run --release -p countyline-documents --example paper_speed -- assets/fonts [ROUNDS]`

use std::{env, error::Error, path::Path, time::Duration};

use countyline_documents::{Fonts, Layout, lay_out, to_pdf};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use rustix::time::{ClockId, clock_gettime};

#[path = "../tests/paper/krilla_oracle.rs"]
mod krilla_oracle;
#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [fonts, rest @ ..] = arguments.as_slice() else {
        return Err("give the folder of the fonts".into());
    };
    let rounds: usize = rest.first().map_or(Ok(200), |rounds| rounds.parse())?;
    let fonts = Fonts::load(Path::new(fonts))?;
    let accessible = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    for (name, paper) in samples::all() {
        let layout = lay_out(&paper, &fonts)?;
        let mut known = krilla_oracle::Fonts::default();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let (mut our_size, mut their_size) = (0, 0);
        for _ in 0..rounds {
            ours.push(spent(|| our_size = pdf_bytes(&layout)));
            theirs.push(spent(|| {
                their_size = krilla_oracle::drawn(&layout, &mut known, accessible)
                    .map_or(0, |pdf| pdf.len());
            }));
        }
        let (ours, theirs) = (median(ours), median(theirs));
        println!(
            "{name}: ours {:.3} ms, {our_size} bytes; krilla {:.3} ms, {their_size} bytes; {:.2}",
            ours.as_secs_f64() * 1000.0,
            theirs.as_secs_f64() * 1000.0,
            theirs.as_secs_f64() / ours.as_secs_f64(),
        );
    }
    Ok(())
}

fn pdf_bytes(layout: &Layout) -> usize {
    to_pdf(layout).map_or(0, |pdf| pdf.len())
}

/// The processor time `work` takes, which a loaded machine does not stretch as it does the clock.
fn spent(work: impl FnOnce()) -> Duration {
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
    };
    let before = now();
    work();
    now() - before
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
