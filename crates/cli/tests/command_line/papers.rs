//! Papers that are no letters, and the county's own words on them, from the command line.

use serde_json::{Value, json};

use crate::office::{Office, World, text};

struct Scene {
    world: World,
    county: Office,
    ana: String,
}

fn scene() -> Scene {
    let world = World::new();
    let county = world.county("Rivertown");
    let ana = county.victim("Ana", "Example", "555-0101");
    county.partner("Valley Legal Aid", "555-0115");
    Scene { world, county, ana }
}

impl Scene {
    fn make(&self, rest: &[&str]) -> Vec<String> {
        let to = self.world.stick("papers").display().to_string();
        let mut made = vec!["paper".to_owned(), "make".to_owned()];
        made.extend(rest.iter().map(|part| (*part).to_owned()));
        made.extend(["--to".to_owned(), to]);
        made
    }

    fn made(&self, rest: &[&str]) -> Value {
        let made = self.make(rest);
        let made: Vec<&str> = made.iter().map(String::as_str).collect();
        self.county.json(&made)
    }

    fn refused(&self, rest: &[&str], code: &str) {
        let made = self.make(rest);
        let made: Vec<&str> = made.iter().map(String::as_str).collect();
        self.county.refused(&made, code);
    }
}

#[test]
fn every_kind_of_paper_is_made_and_what_is_for_the_office_goes_with_nobody() {
    let scene = scene();
    let kinds = scene.county.json(&["paper", "kinds"]);
    let kinds = kinds.as_array().unwrap();
    assert_eq!(kinds.len(), 11);
    for kind in kinds {
        let code = text(&kind["code"]);
        let about = match kind["about"].as_str().unwrap() {
            "victim" => vec![scene.ana.as_str()],
            "agreement" => continue,
            _ => Vec::new(),
        };
        if code == "six_words" {
            scene.refused(&[&code], "only-laptop");
            continue;
        }
        let asked = [&[code.as_str()], &about[..]].concat();
        let saved = scene.made(&[&asked[..], &["--language", "es", "--both-sides"]].concat());
        let pdf = std::fs::read(text(&saved["path"])).unwrap();
        assert!(pdf.starts_with(b"%PDF"), "{code}");
        // Its reader is told to print on both sides.
        let read = String::from_utf8_lossy(&pdf);
        assert!(read.contains("/DuplexFlipLongEdge"), "{code}");
        let carried = [&asked[..], &["--goes-with-her"]].concat();
        match kind["mayGoWithHer"].as_bool().unwrap() {
            true => {
                scene.refused(&carried, "unsafe-to-carry");
                scene.made(&[&carried[..], &["--safe-to-carry", "yes"]].concat());
            }
            false => scene.refused(&carried, "not-for-carrying"),
        }
    }
    let out = scene.county.json(&["paper", "out"]);
    let forms: Vec<&str> = out
        .as_array()
        .unwrap()
        .iter()
        .map(|paper| paper["form"].as_str().unwrap())
        .collect();
    let mut about_her = forms.clone();
    about_her.sort_unstable();
    // One for the office, and one that goes with her.
    let expected = [
        "disclosure_log",
        "disclosure_log",
        "resource_list",
        "resource_list",
        "safe_contact_card",
    ];
    assert_eq!(about_her, expected, "what is about nobody is not listed");
    for paper in out.as_array().unwrap() {
        let id = text(&paper["id"]);
        let given = ["paper", "move", &id, "given"];
        let yes = [&given[..], &["--safe-to-carry", "yes"]].concat();
        match (paper["form"].as_str(), paper["state"].as_str()) {
            (Some("safe_contact_card"), _) => {
                scene.county.refused(&yes, "not-for-carrying");
            }
            (_, Some("held")) => {
                scene.county.refused(&given, "unsafe-to-carry");
                scene.county.json(&yes);
            }
            _ => {}
        }
    }
    let told = scene.county.run(&["paper", "kinds"]);
    assert!(told.out.contains("danger_signs:"), "{told:?}");
    scene.county.verified();
}

#[test]
fn the_county_words_a_paper_sees_what_it_may_use_and_takes_it_back() {
    let scene = scene();
    let county = &scene.county;
    let none = county.run(&["wording", "list"]);
    assert!(none.out.contains("wording list --all"), "{none:?}");
    let all = county.json(&["wording", "list", "--all"]);
    assert!(all.as_array().unwrap().len() > 200);
    let shown = county.run(&["wording", "show", "letterhead"]);
    assert!(shown.out.contains("$office"), "{shown:?}");
    let text = "Victim Services\n{ $office }";
    let path = scene.world.path("words.txt");
    std::fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    county.json(&["wording", "set", "letterhead", "--from", &path]);
    county.json(&[
        "wording",
        "set",
        "discreet-title",
        "--text",
        "Números",
        "--of",
        "es",
    ]);
    let listed = county.json(&["wording", "list"]);
    assert_eq!(listed[0]["message"], "letterhead");
    assert_eq!(listed[0]["ownText"], text);
    assert_eq!(listed.as_array().unwrap().len(), 1);
    let spanish = county.json(&["wording", "list", "--of", "es"]);
    assert_eq!(spanish[0]["ownText"], "Números");
    let leaks = [
        "wording",
        "set",
        "discreet-title",
        "--text",
        "The Sheriff’s list",
    ];
    let refused = county.refused(&leaks, "wording-refused");
    assert!(refused.err.contains("sheriff"), "{refused:?}");
    let unknown = ["wording", "set", "no-such-message", "--text", "Hello"];
    county.refused(&unknown, "wording-refused");
    county.json(&["wording", "reset", "letterhead"]);
    assert_eq!(county.json(&["wording", "list"]), json!([]));
    county.verified();
}
