use std::{env, fs, io, process::Command};

use countyline_documents::{
    Card, CardSize, DocumentError, Layout, Outline, Paper, Sides, isolate, to_pdf,
    visible_and_hidden_text, write_run,
};
use lopdf::{Document, Object};

use super::{Block, laid_out, letter, paper, paragraphs, samples, tools};

fn run_of(papers: Vec<Layout>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_run(papers.into_iter().map(Ok), &mut bytes).unwrap();
    bytes
}

fn numbered(number: usize) -> Layout {
    let mut paper = letter();
    let line = format!("Letter {}", isolate(&number.to_string()));
    paper.blocks.push(Block::paragraph(line));
    laid_out(&paper)
}

#[test]
fn a_run_has_every_page_of_its_papers_in_their_order() {
    let papers: Vec<Layout> = (1..=150).map(numbered).collect();
    let pdf = Document::load_mem(&run_of(papers)).unwrap();

    let pages = pdf.get_pages();
    assert_eq!(pages.len(), 150);
    for number in [1, 64, 65, 128, 129, 150] {
        let text = pdf.extract_text(&[number]).unwrap();
        assert!(text.contains(&format!("Letter {number}")), "{text}");
    }
    let counted = pages.values().map(|page| {
        let page = pdf.get_dictionary(*page).unwrap();
        page.get(b"Parent").unwrap().as_reference().unwrap()
    });
    let nodes: std::collections::BTreeSet<_> = counted.collect();
    assert_eq!(nodes.len(), 3, "150 pages, 64 a node");
}

#[test]
fn a_run_is_sound_and_tagged_and_every_letter_is_a_part_of_its_own() {
    let mut papers: Vec<Layout> = samples::all()
        .iter()
        .map(|(_, paper)| laid_out(paper))
        .collect();
    papers.extend((1..=3).map(numbered));
    let count = papers.len();
    let bytes = run_of(papers);

    assert_eq!(tools::qpdf_complaint(&bytes), None);
    let pdf = Document::load_mem(&bytes).unwrap();
    let parts: Vec<&[u8]> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|element| {
            element
                .get(b"S")
                .is_ok_and(|kind| kind == &Object::from("Part"))
        })
        .map(|part| part.get(b"Lang").unwrap().as_str().unwrap())
        .collect();
    assert_eq!(parts.len(), count);
    assert!(parts.contains(&b"es".as_slice()) && parts.contains(&b"en-US".as_slice()));
}

#[test]
fn a_run_holds_each_face_and_each_picture_once() {
    let pdf = Document::load_mem(&run_of(vec![
        laid_out(&samples::form()),
        numbered(1),
        laid_out(&samples::form()),
    ]))
    .unwrap();
    let count = |key: &[u8], value: &str| {
        let streams = pdf.objects.values();
        let dictionaries = streams.filter_map(|object| match object {
            Object::Stream(stream) => Some(&stream.dict),
            object => object.as_dict().ok(),
        });
        dictionaries
            .filter(|it| it.get(key).is_ok_and(|found| found == &Object::from(value)))
            .count()
    };
    assert_eq!(count(b"Subtype", "Image"), 1);
    assert_eq!(count(b"Type", "FontDescriptor"), 2);
}

#[test]
fn the_words_of_a_run_are_found_in_it() {
    let bytes = run_of((1..=3).map(numbered).collect());
    let text = visible_and_hidden_text(&bytes).unwrap();
    for number in 1..=3 {
        assert!(text.contains(&format!("Letter {number}")), "{text}");
    }
}

#[test]
fn a_list_of_headings_goes_on_from_paper_to_paper() {
    let mut outlined = letter();
    outlined.outline = Outline::FromHeadings;
    let bytes = run_of(vec![
        laid_out(&outlined),
        laid_out(&letter()),
        laid_out(&outlined),
    ]);
    let pdf = Document::load_mem(&bytes).unwrap();
    let outlines = pdf.catalog().unwrap().get_deref(b"Outlines", &pdf).unwrap();
    let outlines = outlines.as_dict().unwrap();
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 2);
    let first = outlines
        .get_deref(b"First", &pdf)
        .unwrap()
        .as_dict()
        .unwrap();
    assert_eq!(first.get(b"Next").unwrap(), outlines.get(b"Last").unwrap());
    assert_eq!(tools::qpdf_complaint(&bytes), None);
}

#[test]
fn papers_printed_on_both_sides_never_share_a_sheet() {
    let with = |sides: Sides| {
        let one = Paper {
            sides,
            ..paper(vec![Block::paragraph("First of one")])
        };
        let two = Paper {
            blocks: [Block::paragraph("First of two"), Block::PageBreak]
                .into_iter()
                .chain(paragraphs(1))
                .collect(),
            ..one.clone()
        };
        let bytes = run_of([&one, &two, &one, &one].map(laid_out).to_vec());
        let pdf = Document::load_mem(&bytes).unwrap();
        let pages = pdf.get_pages();
        let begins: Vec<u32> = pages
            .keys()
            .copied()
            .filter(|&page| pdf.extract_text(&[page]).unwrap().contains("First"))
            .collect();
        assert_eq!(tools::qpdf_complaint(&bytes), None);
        (begins, pages.len())
    };
    assert_eq!(with(Sides::One), (vec![1, 2, 4, 5], 5));
    assert_eq!(with(Sides::Both), (vec![1, 3, 5, 7], 8));
}

/// Files that are handed to a printer one behind the other are one pile of pages for it.
#[test]
fn a_file_printed_on_both_sides_fills_its_sheets_and_says_so_to_the_printer() {
    let pages_of = |blocks: Vec<Block>, sides: Sides| {
        let bytes = to_pdf(&laid_out(&Paper {
            sides,
            ..paper(blocks)
        }))
        .unwrap();
        assert_eq!(tools::qpdf_complaint(&bytes), None);
        let pdf = Document::load_mem(&bytes).unwrap();
        let texts: Vec<bool> = pdf
            .get_pages()
            .keys()
            .map(|&page| !pdf.extract_text(&[page]).unwrap().trim().is_empty())
            .collect();
        let preferences = pdf.catalog().unwrap().get(b"ViewerPreferences").unwrap();
        let duplex = preferences.as_dict().unwrap().has(b"Duplex");
        (texts, duplex)
    };
    let one = || vec![Block::paragraph("One")];
    let two = || [one(), vec![Block::PageBreak], one()].concat();
    assert_eq!(pages_of(one(), Sides::One), (vec![true], false));
    assert_eq!(pages_of(one(), Sides::Both), (vec![true, false], true));
    assert_eq!(pages_of(two(), Sides::Both), (vec![true, true], true));
    let cards = || {
        vec![Block::Cards {
            size: CardSize::Wallet,
            cards: vec![Card::new(one()); 12],
        }]
    };
    assert_eq!(pages_of(cards(), Sides::One).0, [true, true]);
    let apart = vec![true, false, true, false];
    assert_eq!(pages_of(cards(), Sides::Both), (apart, true));
}

#[test]
fn a_run_is_the_same_bytes_every_time() {
    let papers = || (1..=5).map(numbered).collect::<Vec<_>>();
    assert!(run_of(papers()) == run_of(papers()));
    assert!(run_of(vec![numbered(1)]) != to_pdf(&numbered(1)).unwrap());
}

#[test]
fn a_run_of_nothing_and_a_run_that_fails_are_errors() {
    let nothing = write_run(std::iter::empty(), io::sink());
    assert!(matches!(nothing, Err(DocumentError::NothingToPrint)));
    let papers = [
        Ok(numbered(1)),
        Err(DocumentError::NoRoomOnPage),
        Ok(numbered(2)),
    ];
    let failed = write_run(papers.into_iter(), io::sink());
    assert!(matches!(failed, Err(DocumentError::NoRoomOnPage)));

    struct Full;
    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is full"))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let failed = write_run([Ok(numbered(1))].into_iter(), Full);
    assert!(matches!(failed, Err(DocumentError::Pdf { .. })));
}

const PAGES: &str = "COUNTYLINE_DOCUMENTS_RUN_PAGES";
const REPORT_TO: &str = "COUNTYLINE_DOCUMENTS_REPORT_TO";

/// Each size is written by a process of its own, as only a process knows its peak.
#[test]
fn the_memory_of_a_run_does_not_grow_with_its_pages() {
    if let Some(pages) = env::var_os(PAGES) {
        let pages: usize = pages.into_string().unwrap().parse().unwrap();
        let layout = numbered(1);
        let file = tempfile::tempfile().unwrap();
        let papers = (0..pages).map(|_| Ok(layout.clone()));
        assert_eq!(write_run(papers, io::BufWriter::new(file)).unwrap(), pages);
        fs::write(env::var_os(REPORT_TO).unwrap(), peak_kb().to_string()).unwrap();
        return;
    }
    let peak_of = |pages: usize| -> i64 {
        let folder = tempfile::tempdir().unwrap();
        let report = folder.path().join("peak");
        let status = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "runs::the_memory_of_a_run_does_not_grow_with_its_pages",
            ])
            .env(PAGES, pages.to_string())
            .env(REPORT_TO, &report)
            .status()
            .unwrap();
        assert!(status.success());
        fs::read_to_string(report).unwrap().parse().unwrap()
    };
    let (few, many) = (peak_of(20), peak_of(520));
    let grown = many - few;
    // The objects of 500 such pages, held in memory, take more than ten times that.
    assert!(
        grown < 2_000,
        "500 more pages took {grown} kB more than {few}"
    );
}

/// The most memory this process ever had, in kB.
fn peak_kb() -> i64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
