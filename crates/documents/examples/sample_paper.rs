//! Writes every sample paper as PDF and SVG into a folder, to be looked at.
//!
//! `cargo run -p countyline-documents --example sample_paper -- assets/fonts /tmp/paper [SIZE]`

use std::{env, error::Error, fs, path::Path};

use countyline_documents::{Fonts, lay_out, plain_text, to_pdf, to_svg_pages};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [fonts, folder, rest @ ..] = arguments.as_slice() else {
        return Err("give the folder of the fonts and a folder to write to".into());
    };
    let fonts = Fonts::load(Path::new(fonts))?;
    fs::create_dir_all(folder)?;
    for (name, mut paper) in samples::all() {
        if let Some(size) = rest.first() {
            paper.text_size_pt = size.parse()?;
        }
        let layout = lay_out(&paper, &fonts)?;
        let folder = Path::new(folder);
        fs::write(folder.join(format!("{name}.pdf")), to_pdf(&layout)?)?;
        fs::write(folder.join(format!("{name}.txt")), plain_text(&layout))?;
        for (index, page) in to_svg_pages(&layout).iter().enumerate() {
            fs::write(folder.join(format!("{name}-{}.svg", index + 1)), page)?;
        }
    }
    Ok(())
}
