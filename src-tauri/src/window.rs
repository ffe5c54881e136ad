//! The one window, as whoever works here chose it: from its first moment in her colors, so that no white page lights up
//! a dark car, and in her size; and its page begins reading the words of her language before it has asked anything.

use std::borrow::Cow;
use std::path::Path;

use countyline_core::start::{Preferences, preferences};
use countyline_core::words::LANGUAGES;
use tauri::utils::config::Color;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};

/// How `ui/index.html` begins: in the language and the colors of somebody who has chosen none.
const AS_BUILT: &str = r#"<html lang="en" data-theme="day">"#;

/// Opens the window that tauri.conf.json describes, as the office in this folder chose.
pub fn open(app: &App, office: &Path) -> tauri::Result<WebviewWindow> {
    let chosen = preferences(office);
    let mut window = WebviewWindowBuilder::from_config(app, &app.config().app.windows[0])?;
    if let Some(color) = background(&chosen.theme) {
        window = window.background_color(color);
    }
    let office = office.to_owned();
    let window = window
        .on_web_resource_request(move |_, answer| {
            let is_page = answer
                .headers()
                .get("content-type")
                .is_some_and(|kind| kind == "text/html");
            if is_page && let Ok(page) = std::str::from_utf8(answer.body()) {
                *answer.body_mut() =
                    Cow::Owned(as_chosen(page, &preferences(&office)).into_bytes());
            }
        })
        .build()?;
    show_at(&window, chosen.zoom)?;
    Ok(window)
}

/// Asks WebKit to paint with the processor; a card only puts what was painted together. Forms and lists need no more,
/// old laptops have poor cards, and a WebKit that paints with one takes longer to start and more memory
/// (docs/decisions/0039). To be called before anything else runs.
#[cfg(target_os = "linux")]
pub fn paint_with_the_processor() {
    if glib::setenv("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1", true).is_err() {
        eprintln!("countyline-desktop: the window is painted by the graphics card");
    }
}

/// Other systems' web views choose for themselves.
#[cfg(not(target_os = "linux"))]
pub fn paint_with_the_processor() {}

/// Draws everything in the window at this size, percent.
pub fn show_at(window: &WebviewWindow, zoom: u16) -> tauri::Result<()> {
    window.set_zoom(f64::from(zoom) / 100.0)
}

/// The page as it is for somebody who chose this. Its head asks for the words of every language, each in a line of its
/// own (ui/build/words.ts): those of hers stay.
fn as_chosen(page: &str, chosen: &Preferences) -> String {
    let Preferences {
        language, theme, ..
    } = chosen;
    let begun = page.replacen(
        AS_BUILT,
        &format!(r#"<html lang="{language}" data-theme="{theme}">"#),
        1,
    );
    let others = LANGUAGES.iter().filter(|other| *other != language);
    let others: Vec<String> = others.map(|one| format!(r#"hreflang="{one}""#)).collect();
    let asks_for_others = |line: &&str| others.iter().any(|other| line.contains(other));
    let lines = begun.split_inclusive('\n');
    lines.filter(|line| !asks_for_others(line)).collect()
}

/// What stands behind the page while it is read: `--bg` of ui/src/tokens.css. None where the computer decides.
fn background(theme: &str) -> Option<Color> {
    match theme {
        "day" => Some(Color(0xf4, 0xf2, 0xec, 0xff)),
        "night" => Some(Color(0x0d, 0x0b, 0x09, 0xff)),
        "contrast" => Some(Color(0xff, 0xff, 0xff, 0xff)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(language: &str, theme: &str) -> Preferences {
        Preferences {
            language: language.to_owned(),
            theme: theme.to_owned(),
            ..preferences(Path::new("nobody chose anything here"))
        }
    }

    #[test]
    fn the_page_is_handed_out_in_the_colors_and_the_language_that_were_chosen() {
        let built = include_str!("../../ui/index.html");
        let page = as_chosen(built, &chosen("es", "night"));
        assert!(
            page.contains(r#"<html lang="es" data-theme="night">"#),
            "{page}"
        );
        assert_eq!(page.lines().count(), built.lines().count());
    }

    #[test]
    fn the_page_asks_for_the_words_of_the_language_that_was_chosen_alone() {
        let asked =
            |language: &str| format!("<link hreflang=\"{language}\" href=\"/{language}.json\">\n");
        let built = [AS_BUILT, "\n", &asked("en"), &asked("es"), "</html>\n"].concat();
        let page = as_chosen(&built, &chosen("es", "day"));
        assert!(
            page.ends_with(&[&asked("es"), "</html>\n"].concat()),
            "{page}"
        );
        assert!(!page.contains(&asked("en")), "{page}");
    }

    #[test]
    fn what_stands_behind_the_page_has_its_color() {
        let tokens = include_str!("../../ui/src/tokens.css");
        for theme in ["day", "night", "contrast"] {
            let Color(red, green, blue, _) = background(theme).unwrap();
            let wanted = format!("--bg: #{red:02x}{green:02x}{blue:02x};");
            let block = tokens
                .split(&format!("[data-theme='{theme}']"))
                .nth(1)
                .unwrap();
            assert!(
                block.split('}').next().unwrap().contains(&wanted),
                "{theme}: {wanted}"
            );
        }
    }
}
