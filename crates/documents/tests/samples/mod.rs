//! Sample papers: one of each kind, with plainly made-up content.

use countyline_documents::{
    Blank, Block, Card, CardSize, Choice, Contrast, Field, Level, Outline, PageNumbers, Paper,
    Picture, QrCode, Table, isolate,
};

/// Every sample in the fonts of the program, by name.
pub fn all() -> Vec<(&'static str, Paper)> {
    vec![
        ("letter", letter()),
        ("report", report()),
        ("form", form()),
        ("high-contrast", high_contrast()),
        ("cards", cards()),
    ]
}

/// A form to fill in, with everything a form can hold.
pub fn form() -> Paper {
    let mut paper = Paper::new("Notice of rights", "en-US");
    paper.outline = Outline::FromHeadings;
    paper.page_numbers = PageNumbers::Shown;
    paper.blocks = vec![
        Block::Picture(badge()),
        Block::heading(Level::One, "Notice of rights"),
        Block::paragraph("Tick what you want. You may change your mind at any time."),
        Block::heading(Level::Two, "What you want to be told"),
        Block::Choices(vec![
            Choice::ticked("When a hearing is set or moved"),
            Choice::open(
                "When somebody is released from custody, by telephone and by letter, at an \
                          hour that you name below and at no other",
            ),
            Choice::open("Nothing for now"),
        ]),
        Block::Link {
            text: "The law, in plain words".into(),
            uri: "https://example.org/rights".into(),
            alt: "The law in plain words, at example.org".into(),
        },
        Block::KeepTogether(vec![
            Block::heading(Level::Two, "Signature"),
            Block::Blanks(vec![Blank::new("Signature", 3.0), Blank::new("Date", 1.0)]),
            Block::Blanks(vec![Blank::new("Name in capital letters", 1.0)]),
            Block::Qr(QrCode {
                text: "https://example.org/rights".into(),
                alt: "Code that leads to".into(),
            }),
        ]),
    ];
    paper
}

/// The same form in black alone and in large print.
pub fn high_contrast() -> Paper {
    let mut paper = form();
    paper.contrast = Contrast::High;
    paper.text_size_pt = Paper::LARGE_PRINT_PT;
    paper.blocks.push(Block::Table(Table {
        widths: vec![1.0, 1.0],
        head: vec!["Office".into(), "Telephone".into()],
        rows: vec![vec!["Rivertown".into(), "555-0142".into()]],
    }));
    paper
}

/// Cards for a wallet, of both sizes.
pub fn cards() -> Paper {
    let mut paper = Paper::new("Cards", "en-US");
    paper.blocks = vec![
        Block::Cards {
            size: CardSize::Wallet,
            cards: vec![pocket_card(); 4],
        },
        Block::Cards {
            size: CardSize::Folded,
            cards: vec![
                Card {
                    below_fold: vec![
                        Block::heading(Level::Two, "On the way"),
                        Block::Bullets(vec![
                            "Rivertown 555-0142".into(),
                            "Oak Flat 555-0143".into()
                        ]),
                        Block::Blanks(vec![Blank::new("Case number", 1.0)]),
                    ],
                    ..pocket_card()
                };
                2
            ],
        },
    ];
    paper
}

/// A card with telephone numbers and a code.
pub fn pocket_card() -> Card {
    Card::new(vec![
        Block::heading(Level::One, "Help, day and night"),
        Block::Fields(vec![
            Field::new("Rivertown", isolate("555-0142")),
            Field::new("Oak Flat", isolate("555-0143")),
        ]),
        Block::Qr(QrCode {
            text: "tel:555-0142".into(),
            alt: "Code that dials".into(),
        }),
    ])
}

/// A round badge of blue and gold.
pub fn badge() -> Picture {
    const SIDE: u32 = 96;
    let mut rgb = Vec::new();
    for y in 0..SIDE {
        for x in 0..SIDE {
            let (dx, dy) = (x as f32 - 47.5, y as f32 - 47.5);
            rgb.extend(match dx.hypot(dy) {
                ..24.0 => [190, 150, 40],
                ..40.0 => [240, 240, 245],
                ..47.0 => [20, 50, 90],
                _ => [255, 255, 255],
            });
        }
    }
    Picture::from_rgb(SIDE, SIDE, rgb, "Badge of the Rivertown office", 64.0)
        .expect("as many bytes as the pixels need")
}

/// A letter with referrals.
pub fn letter() -> Paper {
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

/// A report of several pages.
pub fn report() -> Paper {
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
