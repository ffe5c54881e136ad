//! Going about the window by keys alone, and counting them.

use fantoccini::key::Key;
use serde_json::json;

use super::page::Window;

const MOST_STEPS: usize = 40;

impl Window {
    /// Counts from now on every key that comes down, each key of a chord too.
    pub async fn count_keys(&self) {
        let script = "
            window.keysDown = 0;
            window.keysSince = performance.now();
            window.keysHear ??= addEventListener('keydown', (event) => { if (!event.repeat) window.keysDown += 1; }, true) ?? true;";
        self.run(script, vec![]).await;
    }

    /// How many came down.
    pub async fn keys_counted(&self) -> u64 {
        let keys = self.run("return window.keysDown", vec![]).await;
        keys.as_u64().expect("the keys are counted")
    }

    /// How long they are being counted, in seconds.
    pub async fn seconds_counted(&self) -> f64 {
        let script = "return (performance.now() - window.keysSince) / 1000";
        let seconds = self.run(script, vec![]).await;
        seconds.as_f64().expect("the page has a clock")
    }

    /// Presses Tab until an element has the focus.
    pub async fn tab_to(&self, css: &str) {
        self.press_until(Key::Tab, &format!("{css}:focus")).await;
    }

    /// Goes by Tab to the group a radio button belongs to, and by arrow to the button.
    pub async fn walk_to(&self, radio: &str) {
        let script = "return document.querySelector(arguments[0]).name";
        let name = self.run(script, vec![json!(radio)]).await;
        let name = name.as_str().expect("a radio button has a name");
        self.press_until(Key::Tab, &format!("[name='{name}']:focus"))
            .await;
        // Arrows stop at either end of a group.
        let script = "const radio = document.querySelector(arguments[0]);
            return Boolean(document.activeElement.compareDocumentPosition(radio) & Node.DOCUMENT_POSITION_FOLLOWING)";
        let is_below = self.run(script, vec![json!(radio)]).await == json!(true);
        let arrow = if is_below { Key::Down } else { Key::Up };
        self.press_until(arrow, &format!("{radio}:checked")).await;
    }

    async fn press_until(&self, key: Key, css: &str) {
        for _ in 0..MOST_STEPS {
            if self.shows(css).await {
                return;
            }
            self.press(&[key]).await;
        }
        panic!("{key:?} never comes to {css}");
    }
}
