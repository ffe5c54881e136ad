//! What holds of every document, tested at the crate's public functions.

#![allow(clippy::unwrap_used)]

mod cards;
mod fonts;
mod forms;
mod krilla_oracle;
mod languages;
mod links;
mod others;
mod pages;
mod pdf;
mod protection;
mod runs;
mod same_bytes;
#[path = "../samples/mod.rs"]
mod samples;
mod scan;
mod svg;
mod text;
mod tools;

use std::{path::PathBuf, sync::LazyLock};

use countyline_documents::{
    Block, Field, Fonts, Layout, Level, PageNumbers, Paper, Table, lay_out, to_pdf,
};

fn font_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts")
}

fn fonts() -> &'static Fonts {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::load(&font_folder()).unwrap());
    &FONTS
}

fn laid_out(paper: &Paper) -> Layout {
    lay_out(paper, fonts()).unwrap()
}

fn pdf_of(paper: &Paper) -> Vec<u8> {
    to_pdf(&laid_out(paper)).unwrap()
}

/// A paper of these blocks, in English, on US Letter.
fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        blocks,
        ..Paper::new("Notice", "en-US")
    }
}

/// A short letter with one of everything.
fn letter() -> Paper {
    let mut paper = Paper::new("Carta", "es");
    paper.footer = Some("Rivertown · 555-0142".into());
    paper.page_numbers = PageNumbers::Shown;
    paper.blocks = vec![
        Block::heading(Level::One, "Carta de referencia"),
        Block::paragraph("Usted tiene derecho a recibir apoyo. ¿Niñez, pingüino, corazón?"),
        Block::Fields(vec![Field::new("Oficina", "Rivertown")]),
        Block::Rule,
        Block::heading(Level::Two, "Sus próximos pasos"),
        Block::Bullets(vec!["Guarde esta carta.".into(), "Llámenos.".into()]),
        table(2),
    ];
    paper
}

fn table(rows: usize) -> Block {
    Block::Table(Table {
        widths: vec![1.0, 2.0],
        head: vec!["Teléfono".into(), "Servicio".into()],
        rows: (1..=rows)
            .map(|row| vec![format!("555-{row:04}"), format!("Row {row}")])
            .collect(),
    })
}

fn paragraphs(count: usize) -> impl Iterator<Item = Block> {
    (1..=count).map(|number| Block::paragraph(format!("Paragraph {number}")))
}

/// The words of each page of `paper`, line by line.
fn pages_of(paper: &Paper) -> Vec<Vec<String>> {
    let pdf = lopdf::Document::load_mem(&pdf_of(paper)).unwrap();
    pdf.get_pages()
        .keys()
        .map(|&page| {
            pdf.extract_text(&[page])
                .unwrap()
                .lines()
                .map(|line| line.trim().to_owned())
                .collect()
        })
        .collect()
}
