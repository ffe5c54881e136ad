//! Writes a sample letter, or a long report, as PDF and SVG into a folder, to be looked at.
//!
//! `cargo run -p countyline-documents --example sample_paper -- assets/fonts /tmp/paper [SIZE]`

use std::{env, error::Error, fs, path::Path};

use countyline_documents::{
    Block, Field, Fonts, Level, PageNumbers, Paper, Table, isolate, lay_out, plain_text, to_pdf,
    to_svg_pages,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [fonts, folder, rest @ ..] = arguments.as_slice() else {
        return Err("give the folder of the fonts and a folder to write to".into());
    };
    let fonts = Fonts::load(Path::new(fonts))?;
    fs::create_dir_all(folder)?;
    for (name, mut paper) in [("letter", letter()), ("report", report())] {
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

fn letter() -> Paper {
    let mut paper = Paper::new("Carta de referencia", "es-US");
    paper.footer = Some("Oficina del condado de Rivertown · 555-0142".into());
    paper.page_numbers = PageNumbers::Shown;
    paper.blocks = vec![
        Block::heading(Level::One, "Carta de referencia"),
        Block::paragraph("14 de noviembre de 2026"),
        Block::paragraph("Estimada María Ángeles Núñez:"),
        Block::paragraph(format!(
            "Lamentamos lo que le ha sucedido. Usted tiene derecho a recibir apoyo. Hablamos hoy \
             sobre los servicios que aparecen abajo. Puede llamar directamente o pedirnos que \
             llamemos con usted. ¿Tiene preguntas? Llame al {} de lunes a viernes, de 8:00 a. m. \
             a 5:00 p. m.",
            isolate("555-0142")
        )),
        Block::heading(Level::Two, "Sus referencias"),
        Block::Table(Table {
            widths: vec![3.0, 5.0, 2.0],
            head: vec![
                "Organización".into(),
                "Qué ofrece".into(),
                "Teléfono".into(),
            ],
            rows: [
                [
                    "Refugio La Esperanza",
                    "Vivienda de emergencia, día y noche",
                    "555-0110",
                ],
                [
                    "Clínica del Condado",
                    "Examen médico sin costo; no necesita seguro",
                    "555-0111",
                ],
                [
                    "Ayuda Legal Rural",
                    "Órdenes de protección y custodia",
                    "555-0112",
                ],
                [
                    "Fondo de Ayuda",
                    "Gastos médicos y salarios perdidos",
                    "555-0113",
                ],
            ]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec(),
        }),
        Block::heading(Level::Two, "Sus próximos pasos"),
        Block::Bullets(vec![
            "Guarde esta carta en un lugar seguro.".into(),
            "Si está en peligro inmediato, llame al 911.".into(),
            "Si cambia de número, avísenos. Le llamaremos únicamente al número y a la hora que \
             usted nos indicó como seguros."
                .into(),
        ]),
        Block::KeepTogether(vec![
            Block::paragraph("Le daremos seguimiento en aproximadamente una semana."),
            Block::paragraph("Atentamente,"),
            Block::Space { lines: 2.0 },
            Block::paragraph("Agente J. Whitfield\nOficina del condado de Rivertown"),
        ]),
    ];
    paper
}

fn report() -> Paper {
    let mut paper = Paper::new("Quarterly report", "en-US");
    paper.header = Some("Rivertown County · 1 July to 30 September 2026".into());
    paper.page_numbers = PageNumbers::Shown;
    paper.blocks = vec![
        Block::heading(Level::One, "Quarterly report"),
        Block::Fields(vec![
            Field::new("Office", "Rivertown County"),
            Field::new("Reporting period", "1 July to 30 September 2026"),
            Field::new(
                "Prepared for",
                "State Office of Programs, Grants and Reports, Division of \
                Rural Counties and Tribal Partners",
            ),
        ]),
        Block::Rule,
    ];
    for section in 1..=4 {
        paper
            .blocks
            .push(Block::heading(Level::Two, format!("Section {section}")));
        for _ in 0..3 {
            paper.blocks.push(Block::paragraph(
                "The office answered every request within the week, first by telephone and then \
                 by letter. “Efficient, fitting and difficult” are words with ligatures; most \
                 others have none. Where the road was closed, a visit waited for the weather.",
            ));
        }
        paper.blocks.push(Block::heading(Level::Three, "By town"));
        paper.blocks.push(Block::Table(Table {
            widths: vec![3.0, 5.0, 2.0],
            head: vec!["Town".into(), "What was done there".into(), "Number".into()],
            rows: (1..=12)
                .map(|row| {
                    vec![
                        format!("Town {row}"),
                        "Visits, telephone calls and letters, of which some took more than a day"
                            .into(),
                        format!("{}", row * 7 * section),
                    ]
                })
                .collect(),
        }));
    }
    paper
}
