//! What a person does in the window and sees there.
//!
//! Waiting is always for something on the page, never for a time to pass.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use super::processes::Group;
use super::screen::{Picture, Screen};

const PATIENCE: Duration = Duration::from_secs(20);
const MOST_FRAMES: usize = 20;

/// An open window.
pub struct Window {
    client: Client,
    driver: Group,
    screen: Arc<Screen>,
}

impl Window {
    pub(super) fn new(client: Client, driver: Group, screen: Arc<Screen>) -> Self {
        Self {
            client,
            driver,
            screen,
        }
    }

    /// Waits until the screen of this name is shown.
    pub async fn on_screen(&self, name: &str) {
        self.find(&format!("main[data-screen={name}]")).await;
    }

    /// Waits for an element.
    pub async fn find(&self, css: &str) -> Element {
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(css))
            .await;
        match found {
            Ok(element) => element,
            Err(error) => panic!("no {css}: {error}\nshown: {}", self.words("body").await),
        }
    }

    /// Whether an element is there now.
    pub async fn shows(&self, css: &str) -> bool {
        self.client.find(Locator::Css(css)).await.is_ok()
    }

    /// The words of an element, as shown.
    pub async fn text(&self, css: &str) -> String {
        self.find(css)
            .await
            .text()
            .await
            .expect("an element has text")
    }

    /// Waits until an element shows words.
    pub async fn until_text(&self, css: &str, words: &str) -> String {
        for _ in 0..200 {
            let shown = self.words(css).await;
            if shown.contains(words) {
                return shown;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!(
            "{css} never showed {words:?}; it shows {:?}",
            self.words(css).await
        );
    }

    /// Waits until a script answers true.
    pub async fn until(&self, script: &str, argument: Value) {
        for _ in 0..200 {
            if self.run(script, vec![argument.clone()]).await == json!(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("never true: {script}\nshown: {}", self.words("body").await);
    }

    /// Clicks an element.
    pub async fn click(&self, css: &str) {
        if let Err(error) = self.find(css).await.click().await {
            panic!("cannot click {css}: {error}");
        }
    }

    /// Presses a button with the space bar: also where the page still finds its places, or is drawn in another size, so
    /// that a pointer would come down beside it.
    pub async fn press_on(&self, css: &str) {
        let pressed = self.find(css).await.send_keys(" ").await;
        pressed.unwrap_or_else(|error| panic!("cannot press {css}: {error}"));
    }

    /// Chooses a radio button or a checkbox with the space bar.
    pub async fn choose(&self, id: &str) {
        let chosen = self
            .find(&format!("input[id='{id}']:enabled"))
            .await
            .send_keys(" ")
            .await;
        chosen.unwrap_or_else(|error| panic!("cannot choose {id}: {error}"));
        self.until(
            "return document.getElementById(arguments[0])?.checked ?? true",
            json!(id),
        )
        .await;
    }

    /// Chooses an option of a select by its value.
    pub async fn select(&self, css: &str, value: &str) {
        if let Err(error) = self.find(css).await.select_by_value(value).await {
            panic!("{css} has no {value}: {error}");
        }
    }

    /// Replaces what a field holds.
    pub async fn fill(&self, css: &str, words: &str) {
        let field = self.find(css).await;
        // The driver takes a field that is cut off where its screen ends for one that cannot be typed into.
        let show = "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest' })";
        self.run(show, vec![json!(css)]).await;
        if let Err(error) = field.clear().await {
            panic!("cannot empty {css}: {error}");
        }
        field.send_keys(words).await.expect("a field takes keys");
    }

    /// Types behind what a field holds.
    pub async fn type_into(&self, css: &str, words: &str) {
        let field = self.find(css).await;
        field.send_keys(words).await.expect("a field takes keys");
    }

    /// What a field holds.
    pub async fn value(&self, css: &str) -> String {
        let held = self.find(css).await.prop("value").await;
        held.ok().flatten().expect("a field holds something")
    }

    /// Sets a date field, whose own keys differ from place to place.
    pub async fn fill_date(&self, css: &str, iso: &str) {
        self.find(css).await;
        let script = "const [css, value] = arguments; const field = document.querySelector(css);
            field.value = value;
            for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));";
        self.run(script, vec![json!(css), json!(iso)]).await;
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: &[Key]) {
        let keys: String = keys.iter().map(|key| char::from(*key)).collect();
        self.type_keys(&keys).await;
    }

    /// Types wherever the focus is.
    pub async fn type_keys(&self, words: &str) {
        let focused = self
            .client
            .active_element()
            .await
            .expect("a page has a focus");
        focused
            .send_keys(words)
            .await
            .expect("the focused element takes keys");
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs a script that calls its last argument when it is done.
    pub async fn run_until_done(&self, script: &str, arguments: Vec<Value>) -> Value {
        let running = tokio::time::timeout(PATIENCE, self.client.execute_async(script, arguments));
        let answer = running
            .await
            .unwrap_or_else(|_| panic!("never done: {script}"));
        answer.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Asks the program for a command as a script in the page could: `{ok}` or `{refused}`.
    pub async fn ask(&self, command: &str, arguments: Value) -> Value {
        let script = "const [command, values, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, values)
                .then((answer) => done({ ok: answer ?? null }), (error) => done({ refused: error?.message ?? error }));";
        self.run_until_done(script, vec![json!(command), arguments])
            .await
    }

    /// Saves a picture of the window, as a PNG.
    pub async fn picture(&self, path: &Path) {
        std::fs::write(path, self.look().await.png()).expect("a picture can be written");
    }

    /// The screen with this window before all others, once nothing changes any more.
    pub async fn look(&self) -> Picture {
        self.screen.raise(self.driver.id());
        let settled = "const done = arguments[0];
            Promise.all([document.fonts.ready, ...document.getAnimations().map((a) => a.finished.catch(() => null))])
                .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        self.run_until_done(settled, vec![]).await;
        let mut before = self.screen.picture();
        for _ in 0..MOST_FRAMES {
            tokio::time::sleep(Duration::from_millis(60)).await;
            let now = self.screen.picture();
            if now == before {
                break;
            }
            before = now;
        }
        before
    }

    /// Makes the window as large as its screen.
    pub async fn fill_screen(&self, (width, height): (u16, u16)) {
        let sized = self
            .client
            .set_window_rect(0, 0, width.into(), height.into())
            .await;
        sized.unwrap_or_else(|error| panic!("the window cannot be sized: {error}"));
        self.until(
            "return innerWidth === arguments[0][0] && innerHeight === arguments[0][1]",
            json!([width, height]),
        )
        .await;
    }

    /// Ends the program as a power cut would.
    pub fn cut_off(mut self) {
        self.driver.cut_off();
    }

    /// Closes the window.
    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }

    async fn words(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? '';";
        let words = self.client.execute(script, vec![json!(css)]).await;
        words
            .ok()
            .and_then(|words| words.as_str().map(str::to_owned))
            .unwrap_or_default()
    }
}
