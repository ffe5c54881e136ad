//! Letters: as a person previews and saves them, and what the PDF costs beside plain text of the same
//! layout, and beside other programs that make letters.

use std::path::{Path, PathBuf};

use countyline_core::letters::{self, LetterRequest};
use countyline_core::referrals::{self, ReferralForm};
use countyline_core::testing::{World, partner, victim};
use countyline_core::{partners, victims};
use countyline_documents::{
    Block, Field, Fonts, Level, Paper, isolate, lay_out, plain_text, to_pdf,
};
use krilla::configure::{Accessibility, ConfigurationBuilder};

use crate::Outcome;
use crate::peers;
use crate::table::{Table, Target};
use crate::timing::{in_turns, measured, median};
use crate::year::Size;

// The papers that the tests of `documents` have, and krilla drawing them.
#[path = "../../../../crates/documents/tests/paper/krilla_oracle.rs"]
mod krilla_oracle;
#[path = "../../../../crates/documents/tests/samples/mod.rs"]
mod samples;

/// Agencies one letter names.
const AGENCIES: [&str; 4] = [
    "Rivertown Legal Aid",
    "Oak Flat Clinic",
    "Ash Bend Pantry",
    "Elm Creek Counseling",
];

/// Measures letters of an office of its own.
pub fn measure(world: &World, size: Size, table: &mut Table) -> Outcome<()> {
    let fonts = Fonts::load(&font_folder())?;
    letters(world, size, &fonts, table)?;
    pdf_beside_text(size, &fonts, table)?;
    beside_krilla(size, &fonts, table)?;
    beside_others(size, &fonts, table)
}

fn font_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts")
}

fn letters(world: &World, size: Size, fonts: &Fonts, table: &mut Table) -> Outcome<()> {
    let mut county = world.county("county with letters");
    let agencies = AGENCIES.map(|name| partners::create(&mut county, &partner(name)));
    let partner_ids = agencies
        .into_iter()
        .map(|saved| saved.map(|saved| saved.id))
        .collect::<Result<Vec<_>, _>>()?;
    let victim_id = victims::create(&mut county, &victim("María", "Examplar"))?.id;
    let form = ReferralForm {
        victim_id: victim_id.clone(),
        partner_ids,
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let referred = referrals::refer_victim(&mut county, &form)?;
    let request = |form: &str| LetterRequest {
        victim_id: victim_id.clone(),
        referral_ids: referred
            .iter()
            .map(|referral| referral.id.clone())
            .collect(),
        form: form.to_owned(),
        language: "es".to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        both_sides: false,
        safe_to_carry: "yes".to_owned(),
        release_id: None,
        exclusions_read: false,
        held: false,
    };
    let (full, discreet) = (request("full"), request("discreet"));
    // The first of this process: nothing of a letter was read before.
    let (first, spent) = measured(|| -> Outcome<()> {
        let fonts = Fonts::load(&font_folder())?;
        letters::preview(&county, &full, &fonts)?;
        Ok(())
    });
    first?;
    table.add(
        "first letter after a start, with its fonts",
        1000.0 * spent.processor,
        "ms of a processor",
        Target::AtMost(100.0),
    );
    let rounds = in_turns(
        size.rounds * size.repeats,
        |_| {
            let (made, spent) = measured(|| letters::preview(&county, &full, fonts));
            made.map(|_| spent).map_err(Into::into)
        },
        |_| {
            let (made, spent) = measured(|| letters::preview(&county, &discreet, fonts));
            made.map(|_| spent).map_err(Into::into)
        },
    )?;
    table.add(
        "letters, laid out, as PDF, checked, drawn",
        1.0 / median(rounds.iter().map(|(full, _)| full.processor)),
        "letters per CPU second",
        Target::None,
    );
    table.add(
        "discreet letter ÷ full letter",
        median(
            rounds
                .iter()
                .map(|(full, discreet)| discreet.processor / full.processor),
        ),
        "of its time",
        Target::None,
    );
    let saved = letters::save(&mut county, &full, fonts, &world.stick("papers"))?;
    let size_bytes = std::fs::metadata(saved.path)?.len();
    table.add(
        "letter as PDF, Spanish, four agencies",
        size_bytes as f64 / 1000.0,
        "kB",
        Target::AtMost(35.0),
    );
    Ok(())
}

fn pdf_beside_text(size: Size, fonts: &Fonts, table: &mut Table) -> Outcome<()> {
    let paper = letter();
    let rounds = in_turns(
        size.rounds * size.repeats,
        |_| {
            let (pdf, spent) = measured(|| lay_out(&paper, fonts).and_then(|it| to_pdf(&it)));
            pdf.map(|_| spent).map_err(Into::into)
        },
        |_| {
            let (text, spent) = measured(|| lay_out(&paper, fonts).map(|it| plain_text(&it)));
            text.map(|_| spent).map_err(Into::into)
        },
    )?;
    table.add(
        "letter as PDF ÷ same layout as plain text",
        median(
            rounds
                .iter()
                .map(|(pdf, text)| pdf.processor / text.processor),
        ),
        "times its time",
        Target::None,
    );
    Ok(())
}

/// From one and the same layout to the bytes of a PDF: krilla, as it checks what PDF/UA-1 asks, and ours.
fn beside_krilla(size: Size, fonts: &Fonts, table: &mut Table) -> Outcome<()> {
    /// Papers in a round, so that the clock's grain does not count.
    const PAPERS: usize = 10;
    let accessible = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    for (name, paper) in samples::all() {
        let layout = lay_out(&paper, fonts)?;
        let mut known = krilla_oracle::Fonts::default();
        let rounds = in_turns(
            size.rounds * size.repeats,
            |_| {
                let (made, spent) =
                    measured(|| (0..PAPERS).try_for_each(|_| to_pdf(&layout).map(drop)));
                made.map(|()| spent.processor).map_err(Into::into)
            },
            |_| {
                let (made, spent) = measured(|| {
                    (0..PAPERS).try_for_each(|_| {
                        krilla_oracle::drawn(&layout, &mut known, accessible).map(drop)
                    })
                });
                made.map(|()| spent.processor).map_err(Into::into)
            },
        )?;
        table.add(
            format!("PDF ÷ krilla, {name}"),
            median(rounds.iter().map(|(ours, krilla)| krilla / ours)),
            "times its speed",
            Target::AtLeast(1.0),
        );
    }
    Ok(())
}

/// Programs that make a PDF of the same letter.
const OTHERS: [Other; 2] = [
    Other {
        name: "WeasyPrint as a library",
        argument: "weasyprint",
        needs: "python/lib",
        letters: 10,
        target: Target::AtLeast(8.0),
    },
    Other {
        name: "LibreOffice, one at a time",
        argument: "libreoffice",
        needs: "/usr/bin/soffice",
        letters: 2,
        target: Target::AtLeast(100.0),
    },
];

struct Other {
    name: &'static str,
    /// What `tests/peers/letters.py` calls it.
    argument: &'static str,
    /// What must be there: below `tests/peers`, or on this machine.
    needs: &'static str,
    letters: usize,
    target: Target,
}

fn beside_others(size: Size, fonts: &Fonts, table: &mut Table) -> Outcome<()> {
    /// Letters of ours in a round, so that the clock's grain does not count.
    const OURS: usize = 50;
    let paper = letter();
    for other in &OTHERS {
        let is_there = |what: &&str| peers::folder().join(what).exists();
        if ![other.needs, "python/bin/python3"].iter().all(is_there) {
            eprintln!("not measured: {}; see scripts/bench.sh", other.name);
            continue;
        }
        let count = other.letters.to_string();
        let rounds = in_turns(
            size.rounds,
            |_| {
                let (made, spent) = measured(|| {
                    (0..OURS).try_for_each(|_| {
                        lay_out(&paper, fonts).and_then(|it| to_pdf(&it)).map(drop)
                    })
                });
                made.map(|()| OURS as f64 / spent.processor)
                    .map_err(Into::into)
            },
            |_| {
                let told = peers::told(
                    &["python/bin/python3", "letters.py"],
                    &[other.argument.as_ref(), count.as_ref()],
                )?;
                told.first()
                    .copied()
                    .ok_or_else(|| format!("{} said nothing", other.name).into())
            },
        )?;
        table.add(
            format!("{}: letters", other.name),
            median(rounds.iter().map(|(_, theirs)| *theirs)),
            "letters per CPU second",
            Target::None,
        );
        table.add(
            format!("letters ÷ {}", other.name),
            median(rounds.iter().map(|(ours, theirs)| ours / theirs)),
            "times its speed",
            other.target,
        );
    }
    Ok(())
}

/// A letter as long as those the program writes. `tests/peers/letter.html` says the same.
fn letter() -> Paper {
    let mut paper = Paper::new("Carta de referencia", "es");
    paper.blocks = vec![
        Block::heading(Level::One, "Carta de referencia"),
        Block::paragraph("Hablamos hoy sobre los servicios que aparecen abajo."),
    ];
    for name in AGENCIES {
        paper.blocks.push(Block::KeepTogether(vec![
            Block::heading(Level::Three, isolate(name)),
            Block::Fields(vec![
                Field::new("Teléfono", isolate("555-0115")),
                Field::new("Horario", isolate("Mon-Fri 9-5")),
                Field::new("Dirección", isolate("12 Main Street, Oak Flat")),
            ]),
        ]));
    }
    paper.blocks.push(Block::Bullets(vec![
        "Puede pedir que llamemos con usted.".to_owned(),
        "Puede decir que no a cualquier servicio.".to_owned(),
        "Guarde esta carta en un lugar seguro.".to_owned(),
    ]));
    paper
}
