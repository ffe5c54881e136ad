use std::collections::BTreeSet;

use countyline_documents::{
    Block, Direction, DocumentError, Level, PageSize, Paper, Table, lay_out, to_svg_pages,
};

use super::{fonts, laid_out, pages_of, paper, paragraphs, table};

/// A paper whose `blocks` begin at each of many heights down the page, with more after them.
fn at_every_height(blocks: &[Block]) -> impl Iterator<Item = Vec<Vec<String>>> {
    (0..40).map(|step| {
        let above = [
            Block::paragraph("Top"),
            Block::Space {
                lines: 20.0 + 0.5 * step as f32,
            },
        ];
        let blocks = above
            .into_iter()
            .chain(blocks.to_vec())
            .chain(paragraphs(12));
        pages_of(&paper(blocks.collect()))
    })
}

#[test]
fn a_long_table_repeats_its_head_and_loses_no_row() {
    let pages = pages_of(&paper(vec![table(80)]));

    assert!(pages.len() > 2);
    for page in &pages {
        assert_eq!(page[..2], ["Teléfono", "Servicio"]);
    }
    let rows: Vec<&String> = pages
        .iter()
        .flatten()
        .filter(|line| line.starts_with("Row"))
        .collect();
    let expected: Vec<String> = (1..=80).map(|row| format!("Row {row}")).collect();
    assert_eq!(rows, expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_table_head_is_never_left_alone_at_a_page_foot() {
    let mut moved = 0;
    for pages in at_every_height(&[table(9)]) {
        for page in &pages {
            assert_ne!(page.last().unwrap(), "Servicio");
        }
        moved += usize::from(pages[1][0] == "Teléfono" && !pages[0].contains(&"Row 1".into()));
    }
    assert!(moved > 0, "no height brought the table to a page's foot");
}

#[test]
fn a_heading_stays_with_what_follows() {
    let mut moved = 0;
    for pages in at_every_height(&[Block::heading(Level::Two, "Heading")]) {
        for page in &pages {
            assert_ne!(page.last().unwrap(), "Heading");
        }
        moved += usize::from(pages.len() > 1 && pages[1][0] == "Heading");
    }
    assert!(moved > 0, "no height brought the heading to a page's foot");
}

#[test]
fn no_page_shows_a_single_line_of_a_longer_paragraph() {
    let long = "water ".repeat(75);
    let mut splits = BTreeSet::new();
    for pages in at_every_height(&[Block::paragraph(long.trim())]) {
        let lines: Vec<usize> = pages
            .iter()
            .map(|page| page.iter().filter(|line| line.starts_with("water")).count())
            .filter(|&lines| lines > 0)
            .collect();
        splits.insert(lines);
    }
    assert_eq!(splits, BTreeSet::from([vec![2, 3], vec![3, 2], vec![5]]));
}

#[test]
fn what_belongs_together_stands_on_one_page() {
    let group = Block::KeepTogether(vec![
        Block::paragraph("Sincerely,"),
        Block::Space { lines: 3.0 },
        Block::paragraph("Deputy Example"),
    ]);
    let mut moved = 0;
    for pages in at_every_height(&[group]) {
        let page = pages
            .iter()
            .find(|page| page.contains(&"Sincerely,".into()))
            .unwrap();
        assert!(page.contains(&"Deputy Example".into()));
        moved += usize::from(pages.len() > 1 && pages[1][0] == "Sincerely,");
    }
    assert!(moved > 0, "no height brought the group to a page's foot");
}

/// What is signed stands above the signature, also where a page ends between them.
#[test]
fn a_page_never_ends_where_a_block_holds_on_to_the_next() {
    let held = [
        Block::Bullets(vec!["First right".into(), "Last right".into()]),
        Block::HoldOn,
        Block::KeepTogether(vec![
            Block::heading(Level::Two, "Signature"),
            Block::paragraph("Line"),
        ]),
    ];
    let (mut moved, mut parted) = (0, 0);
    for pages in at_every_height(&held) {
        let with = |text: &str| {
            let mut pages = pages.iter();
            pages.position(|page| page.contains(&text.into())).unwrap()
        };
        assert_eq!(with("Last right"), with("Signature"));
        assert_eq!(with("Signature"), with("Line"));
        moved += usize::from(with("Last right") == 1);
        parted += usize::from(with("First right") < with("Last right"));
    }
    assert!(
        moved > 0 && parted > 0,
        "no height brought it to a page's foot"
    );
}

#[test]
fn a_group_taller_than_a_page_is_printed_in_whole() {
    let group = Block::KeepTogether(paragraphs(70).collect());
    let pages = pages_of(&paper(
        [Block::paragraph("Before")]
            .into_iter()
            .chain([group])
            .collect(),
    ));

    let lines: Vec<&String> = pages.iter().flatten().collect();
    assert_eq!(lines.len(), 71);
    assert_eq!(pages[0][..2], ["Before", "Paragraph 1"]);
}

#[test]
fn a_row_taller_than_a_page_is_printed_in_whole() {
    let story: Vec<String> = (1..=90).map(|line| format!("Line {line}")).collect();
    let pages = pages_of(&paper(vec![Block::Table(Table {
        widths: vec![1.0, 3.0],
        head: vec!["When".into(), "What".into()],
        rows: vec![vec!["Monday".into(), story.join("\n")]],
    })]));

    let lines: Vec<&String> = pages
        .iter()
        .flatten()
        .filter(|line| line.starts_with("Line"))
        .collect();
    assert_eq!(lines, story.iter().collect::<Vec<_>>());
    assert!(pages.iter().all(|page| page[0] == "When"));
}

#[test]
fn a_little_too_much_for_a_page_is_drawn_closer_together() {
    assert_eq!(pages_of(&paper(paragraphs(26).collect())).len(), 1);
    assert_eq!(pages_of(&paper(paragraphs(45).collect())).len(), 2);
}

#[test]
fn a_page_break_begins_a_page_unless_it_has_just_begun() {
    let blocks = vec![
        Block::PageBreak,
        Block::paragraph("One"),
        Block::PageBreak,
        Block::PageBreak,
        Block::paragraph("Two"),
        Block::PageBreak,
    ];
    assert_eq!(pages_of(&paper(blocks)), [["One"], ["Two"]]);
}

#[test]
fn a_paper_that_says_nothing_is_one_empty_page() {
    assert_eq!(pages_of(&paper(vec![])), [Vec::<String>::new()]);
    let blocks = vec![
        Block::Bullets(vec![]),
        Block::Fields(vec![]),
        Block::paragraph(""),
    ];
    assert_eq!(laid_out(&paper(blocks)).page_count(), 1);
}

#[test]
fn lines_of_a_right_to_left_paper_begin_on_the_right() {
    let left = paper(vec![Block::paragraph("A")]);
    let right = Paper {
        direction: Direction::RightToLeft,
        ..left.clone()
    };

    let begins_at = |paper: &Paper| -> f32 {
        let page = to_svg_pages(&laid_out(paper)).remove(0);
        let (_, x) = page.split_once("translate(").unwrap();
        x.split_once(' ').unwrap().0.parse().unwrap()
    };
    assert_eq!(begins_at(&left), 72.0);
    assert!(begins_at(&right) > 612.0 - 72.0 - 12.0);
}

#[test]
fn a_page_has_the_size_of_its_sheet() {
    let a4 = Paper {
        page: PageSize::A4,
        ..paper(vec![])
    };
    assert!(to_svg_pages(&laid_out(&a4))[0].contains("viewBox=\"0 0 595.28 841.89\""));
    let letter = to_svg_pages(&laid_out(&paper(vec![])));
    assert!(letter[0].contains("viewBox=\"0 0 612 792\""));
}

#[test]
fn what_cannot_be_laid_out_is_refused() {
    let table = |widths: &[f32], cells: usize| {
        paper(vec![Block::Table(Table {
            widths: widths.to_vec(),
            head: vec!["One".into(), "Two".into()],
            rows: vec![vec!["cell".to_owned(); cells]],
        })])
    };
    let refusal = |paper: &Paper| lay_out(paper, fonts()).err().unwrap();

    let uneven = DocumentError::TableUneven {
        columns: 2,
        cells: 3,
    }
    .to_string();
    assert_eq!(refusal(&table(&[1.0, 1.0], 3)).to_string(), uneven);
    assert_eq!(refusal(&table(&[1.0, 1.0, 1.0], 2)).to_string(), uneven);
    for width in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        let error = refusal(&table(&[1.0, width], 2));
        assert!(
            matches!(error, DocumentError::ColumnWithoutWidth),
            "{error}"
        );
    }
    for points in [0.0, 7.9, 36.5, f32::NAN] {
        let error = refusal(&Paper {
            text_size_pt: points,
            ..paper(vec![])
        });
        assert!(
            matches!(error, DocumentError::TextSizeOutOfRange { .. }),
            "{error}"
        );
    }
    for language in ["", "english", "e", "en_US", "en-", "en-\u{e9}"] {
        let error = refusal(&Paper {
            language: language.into(),
            ..paper(vec![])
        });
        assert!(
            matches!(error, DocumentError::LanguageInvalid { .. }),
            "{error}"
        );
    }
    let endless = Paper {
        footer: Some("foot ".repeat(2000)),
        ..paper(vec![])
    };
    assert!(matches!(refusal(&endless), DocumentError::NoRoomOnPage));
}
