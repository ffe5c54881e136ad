//! Recovery sheets: making three, and opening an office with two.

use std::path::Path;

use countyline_core::recovery::{self, OnPaper, SHEETS, Sheet};
use countyline_core::words::Words;
use countyline_core::{start, values};
use serde_json::json;
use zeroize::Zeroizing;

use crate::arguments::{Common, Recovery};
use crate::asking;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn recovery(
    wanted: &Recovery,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    asking::ensure_office(places)?;
    match wanted {
        Recovery::Make { to, pdf, page } => {
            let page = pdf.then_some(page.as_str());
            make(to, page, common, places, telling)
        }
        Recovery::Use {
            sheet,
            new_passphrase_file,
        } => {
            let [one, other] =
                [0, 1].map(|place| sheet.get(place).map(std::path::PathBuf::as_path));
            let one = read(one, telling)?;
            let other = read(other, telling)?;
            let new = asking::new_passphrase(new_passphrase_file.as_deref(), telling)?;
            let file = recovery::open(&places.office, [&one, &other], &new, places.outside())?;
            telling.say("cli-recovery-used", values! {})?;
            telling.answer(&start::look(&places.office, Some(&file))?)?;
            Ok(Ending::Done)
        }
    }
}

/// Makes three sheets, as texts, or as PDFs on pages of this size.
fn make(
    to: &Path,
    page: Option<&str>,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let passphrase = asking::passphrase(common, telling)?;
    let mut file = places.unlock(&passphrase)?;
    let office = start::look(&places.office, Some(&file))?;
    let ending = if page.is_some() { "pdf" } else { "txt" };
    let paths: [_; SHEETS] =
        std::array::from_fn(|place| to.join(format!("recovery-sheet-{}.{ending}", place + 1)));
    let to = [paths[0].as_path(), &paths[1], &paths[2]];
    match page {
        Some(page) => {
            let fonts = places.fonts()?;
            let on_paper = OnPaper {
                language: telling.language(),
                page,
                fonts: &fonts,
            };
            recovery::make_on_paper(&mut file, &passphrase, to, &on_paper)?;
        }
        None => {
            let office_name = office.office_name.unwrap_or_default();
            let words = telling.words();
            recovery::make(&mut file, &passphrase, to, |sheet| {
                sheet_text(sheet, &office_name, words)
            })?;
        }
    }
    for path in &paths {
        telling.line(&path.display().to_string())?;
    }
    telling.say("cli-recovery-made", values! {})?;
    telling.answer(&json!({ "sheets": paths }))?;
    Ok(Ending::Done)
}

/// A sheet as it is printed: what it is, and its four lines.
fn sheet_text(sheet: &Sheet, office: &str, words: &Words) -> Zeroizing<String> {
    let heading = words.say_with(
        "cli-sheet-heading",
        &values! { number = sheet.number, office = office },
    );
    let mut text = Zeroizing::new(String::with_capacity(4096));
    text.push_str(&heading);
    text.push_str("\n\n");
    text.push_str(&words.say("cli-sheet-what"));
    text.push_str("\n\n");
    text.push_str(&sheet.text());
    text
}

fn read(source: Option<&Path>, telling: &Telling<'_>) -> Result<Sheet, Stop> {
    let text = asking::recovery_sheet(source, telling)?;
    Ok(Sheet::read(&text)?)
}
