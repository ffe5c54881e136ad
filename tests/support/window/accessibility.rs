//! Looking for barriers with axe, in the window itself, with its real fonts and colours.

use std::path::Path;

use serde_json::{Value, json};

use super::page::Window;

const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

impl Window {
    /// Every barrier axe finds on what is shown now: rule, and the elements it is about.
    pub async fn barriers(&self) -> Vec<String> {
        if self.run("return typeof window.axe", vec![]).await != json!("object") {
            let axe = std::fs::read_to_string(Path::new(AXE))
                .expect("the screens' packages are installed");
            self.run(&axe, vec![]).await;
        }
        let script = "const done = arguments[0];
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(
                (found) => done({ passes: found.passes.length, barriers: found.violations.map(
                    (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`) }),
                (error) => done({ failed: String(error) }));";
        let found = self.run_until_done(script, vec![]).await;
        assert!(
            found["passes"].as_u64().unwrap_or(0) > 5,
            "axe did not look: {found}"
        );
        let barriers = found["barriers"]
            .as_array()
            .expect("axe answers with a list");
        barriers
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// Fails with the barriers of this screen, if it has any.
    pub async fn assert_no_barriers(&self, screen: &str) {
        let barriers = self.barriers().await;
        assert!(barriers.is_empty(), "{screen}: {barriers:#?}");
    }
}
