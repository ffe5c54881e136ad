//! How often the window is painted while a list scrolls, beside the same words as bare paragraphs.
//!
//! The page itself looks at the clock at every frame it is given and scrolls a little further. Then its rows are put in
//! the place of everything, without a style sheet, and scrolled in the same way in the same window: what that takes, WebKit,
//! the hidden screen and the machine take. Nobody is asked for more than sixty frames a second.

use countyline_core::testing::{World, victim};
use countyline_core::victims;
use serde_json::{Value, json};
use system_tests::window::{Machine, Window};

use crate::Outcome;
use crate::table::{Table, Target};
use crate::timing::median;
use crate::year::Size;

/// Who is found; a page of them is drawn.
const FOUND: usize = 120;
/// Frames that are looked at in each round.
const FRAMES: usize = 120;
/// Sixty a second, and what a clock of whole milliseconds may be off.
const SMOOTH_MS: f64 = 17.5;

/// Scrolls what holds most of the rows up and down, and keeps how long each frame took in `window.frames`.
const SCROLL: &str = "
    const [frames] = arguments;
    const deepest = [...document.querySelectorAll('*')].filter((one) => one.scrollHeight > one.clientHeight + 100).pop();
    const took = [];
    let [before, by] = [performance.now(), 24];
    window.frames_took = undefined;
    requestAnimationFrame(function look(now) {
        took.push(now - before);
        before = now;
        const stood = deepest.scrollTop;
        deepest.scrollTop += by;
        if (deepest.scrollTop === stood) by = -by;
        if (took.length < frames) requestAnimationFrame(look);
        else window.frames_took = took;
    });";

/// Puts the same words in the place of the page: a box as large as the window with a paragraph for each row.
const BARE: &str = "
    const rows = [...document.querySelectorAll('[data-row]')].map((row) => row.innerText);
    for (const sheet of document.querySelectorAll('link[rel=stylesheet], style')) sheet.remove();
    const box = document.createElement('div');
    Object.assign(box.style, { height: '100vh', overflow: 'auto' });
    box.append(...rows.map((row) => Object.assign(document.createElement('p'), { textContent: row })));
    document.body.replaceChildren(box);";

/// Measures it, if the window for tests is built.
pub fn measure(size: Size, table: &mut Table) -> Outcome<()> {
    let rounds = size.rounds;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let (ours, bare) = runtime.block_on(both(rounds));
    let middle = |frames: &[f64]| median(frames.iter().copied());
    for (name, value, unit, target) in [
        (
            "a frame of a list that scrolls",
            middle(&ours),
            "ms",
            Target::AtMost(SMOOTH_MS),
        ),
        (
            "… the slowest in twenty",
            slowest_in_twenty(&ours),
            "ms",
            Target::None,
        ),
        (
            "the same words bare: a frame",
            middle(&bare),
            "ms",
            Target::None,
        ),
        (
            "a frame ÷ the same words bare",
            middle(&ours) / middle(&bare),
            "times its time",
            Target::AtMost(1.3),
        ),
    ] {
        table.add(name, value, unit, target);
    }
    Ok(())
}

/// Milliseconds of each frame, of our list and of bare words.
async fn both(rounds: usize) -> (Vec<f64>, Vec<f64>) {
    let (world, machine) = (World::new(), Machine::new().with_known_secret());
    let mut county = world.county("Rivertown");
    for _ in 0..FOUND {
        victims::create(&mut county, &victim("Maria", "Marker")).expect("a victim can be recorded");
    }
    drop(county);
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let window = machine.open(&world.path("Rivertown")).await;
        window.unlock().await;
        window.go_to("find").await;
        window.fill("#query", "Marker").await;
        window.find("[data-row]").await;
        ours.extend(scrolled(&window).await);
        window.run(BARE, vec![]).await;
        bare.extend(scrolled(&window).await);
        window.close().await;
    }
    (ours, bare)
}

/// Milliseconds of each frame while the page scrolls, without the first, which wait for the page.
async fn scrolled(window: &Window) -> Vec<f64> {
    window.run(SCROLL, vec![json!(FRAMES)]).await;
    window
        .until("return window.frames_took !== undefined", Value::Null)
        .await;
    let took = window.run("return window.frames_took", vec![]).await;
    let took: Vec<f64> = serde_json::from_value(took).expect("the page keeps numbers");
    took.into_iter().skip(FRAMES / 10).collect()
}

fn slowest_in_twenty(frames: &[f64]) -> f64 {
    let mut frames = frames.to_vec();
    frames.sort_by(f64::total_cmp);
    frames[frames.len() - 1 - frames.len() / 20]
}
