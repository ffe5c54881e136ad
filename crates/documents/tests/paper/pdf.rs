use std::collections::{BTreeMap, BTreeSet};

use countyline_documents::{CreatedOn, visible_and_hidden_text};
use lopdf::{Dictionary, Document, Object, content::Content};

use super::{letter, paper, pdf_of, table};

fn document() -> Document {
    Document::load_mem(&pdf_of(&letter())).unwrap()
}

fn elements(pdf: &Document) -> Vec<&Dictionary> {
    let objects = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok());
    objects
        .filter(|dictionary| dictionary.has_type(b"StructElem"))
        .collect()
}

#[test]
fn only_the_glyphs_in_use_are_embedded() {
    let pdf = document();
    let mut fonts = 0;
    for object in pdf.objects.values() {
        let Ok(descriptor) = object.as_dict() else {
            continue;
        };
        if !descriptor.has_type(b"FontDescriptor") {
            continue;
        }
        let name = descriptor.get(b"FontName").unwrap().as_name().unwrap();
        let name = std::str::from_utf8(name).unwrap();
        let (tag, face) = name.split_once('+').unwrap();
        assert!(
            tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()),
            "{name}"
        );
        assert!(face.starts_with("SourceSans3-"), "{name}");

        let file = descriptor
            .get_deref(b"FontFile2", &pdf)
            .unwrap()
            .as_stream()
            .unwrap();
        let size_bytes = file.get_plain_content().unwrap().len();
        assert!(size_bytes < 60_000, "{name} takes {size_bytes} bytes");
        fonts += 1;
    }
    assert_eq!(fonts, 2);
}

#[test]
fn every_kind_of_block_has_its_tag() {
    let pdf = document();
    let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
    for element in elements(&pdf) {
        *counts
            .entry(element.get(b"S").unwrap().as_name().unwrap())
            .or_default() += 1;
    }

    let expected: BTreeMap<&[u8], usize> = BTreeMap::from([
        (b"Document".as_slice(), 1),
        (b"H1", 1),
        (b"H2", 1),
        (b"P", 1),
        (b"L", 1),
        (b"LI", 2),
        (b"Lbl", 2),
        (b"LBody", 2),
        (b"Table", 2),
        (b"TR", 4),
        (b"TH", 3),
        (b"TD", 5),
    ]);
    assert_eq!(counts, expected);
}

#[test]
fn a_heading_cell_says_what_it_heads() {
    let pdf = document();
    let scopes: Vec<&[u8]> = elements(&pdf)
        .iter()
        .filter(|element| element.get(b"S").unwrap() == &Object::from("TH"))
        .map(|element| element.get(b"A").unwrap().as_dict().unwrap())
        .map(|attributes| attributes.get(b"Scope").unwrap().as_name().unwrap())
        .collect();
    assert_eq!(scopes, [b"Row".as_slice(), b"Column", b"Column"]);
}

/// Every mark on a page is an artifact or names an element, which names it back.
#[test]
fn marks_and_elements_agree_on_every_page() {
    let pdf = Document::load_mem(&pdf_of(&paper(vec![table(80)]))).unwrap();
    let root = pdf
        .catalog()
        .unwrap()
        .get_deref(b"StructTreeRoot", &pdf)
        .unwrap();
    let tree = root
        .as_dict()
        .unwrap()
        .get_deref(b"ParentTree", &pdf)
        .unwrap();
    let numbers = tree
        .as_dict()
        .unwrap()
        .get(b"Nums")
        .unwrap()
        .as_array()
        .unwrap();
    assert!(numbers.len() > 4);

    for (index, &page) in pdf.get_pages().values().enumerate() {
        let key = pdf
            .get_dictionary(page)
            .unwrap()
            .get(b"StructParents")
            .unwrap();
        assert_eq!(key.as_i64().unwrap(), index as i64);
        assert_eq!(numbers[2 * index].as_i64().unwrap(), index as i64);
        let elements = pdf
            .get_object(numbers[2 * index + 1].as_reference().unwrap())
            .unwrap()
            .as_array()
            .unwrap();

        let content = Content::decode(&pdf.get_page_content(page)).unwrap();
        let marks: Vec<i64> = content
            .operations
            .iter()
            .filter(|operation| operation.operator == "BDC")
            .filter_map(|operation| operation.operands[1].as_dict().unwrap().get(b"MCID").ok())
            .map(|number| number.as_i64().unwrap())
            .collect();
        assert_eq!(marks, (0..elements.len() as i64).collect::<Vec<_>>());

        for (mark, element) in marks.iter().zip(elements) {
            let element = pdf.get_dictionary(element.as_reference().unwrap()).unwrap();
            let kids = element.get(b"K").unwrap().as_array().unwrap();
            let page_of = |it: &Dictionary| it.get(b"Pg").unwrap().as_reference().unwrap();
            let names_back = kids.iter().any(|kid| match kid {
                // A mere number is a part of the page that the element itself names.
                Object::Integer(number) => number == mark && page_of(element) == page,
                Object::Dictionary(part) => {
                    part.get(b"MCID").unwrap().as_i64().unwrap() == *mark && page_of(part) == page
                }
                _ => false,
            });
            assert!(names_back, "mark {mark} of page {index}");
        }
    }
}

#[test]
fn a_repeated_head_and_the_running_lines_are_artifacts() {
    let pdf = Document::load_mem(&pdf_of(&paper(vec![table(80)]))).unwrap();
    let places_of_heads: Vec<usize> = elements(&pdf)
        .into_iter()
        .filter(|element| element.get(b"S").unwrap() == &Object::from("TH"))
        .map(|element| element.get(b"K").unwrap().as_array().unwrap().len())
        .collect();
    assert_eq!(places_of_heads, [1, 1]);

    for &page in pdf.get_pages().values() {
        let content = Content::decode(&pdf.get_page_content(page)).unwrap();
        let mut open = 0;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => open += 1,
                "EMC" => open -= 1,
                "TJ" | "Tj" | "f" => assert!(open > 0, "something is drawn outside every mark"),
                _ => {}
            }
        }
        assert_eq!(open, 0);
    }
}

#[test]
fn the_file_names_its_title_and_language_and_nothing_else() {
    let pdf = document();
    let catalog = pdf.catalog().unwrap();
    let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = pdf.get_dictionary(info).unwrap();

    assert_eq!(pdf.version, "1.7");
    assert_eq!(info.len(), 1);
    assert_eq!(
        lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap(),
        "Carta"
    );
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"es");
    let keys: BTreeSet<&[u8]> = catalog.iter().map(|(key, _)| key.as_slice()).collect();
    let expected: BTreeSet<&[u8]> = BTreeSet::from([
        b"Type".as_slice(),
        b"Pages",
        b"Lang",
        b"Metadata",
        b"MarkInfo",
        b"StructTreeRoot",
        b"ViewerPreferences",
    ]);
    assert_eq!(keys, expected);
    let preferences = catalog
        .get(b"ViewerPreferences")
        .unwrap()
        .as_dict()
        .unwrap();
    assert!(
        preferences
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );
    assert!(
        catalog
            .get(b"MarkInfo")
            .unwrap()
            .as_dict()
            .unwrap()
            .get(b"Marked")
            .is_ok()
    );
}

#[test]
fn no_program_and_no_machine_signs_the_file() {
    let bytes = pdf_of(&letter());
    let mut everything = String::from_utf8_lossy(&bytes).into_owned();
    everything.push_str(&visible_and_hidden_text(&bytes).unwrap());
    assert!(
        !everything.contains(env!("CARGO_MANIFEST_DIR")),
        "the file names a folder"
    );

    let everything = everything.to_lowercase();
    for signature in [
        "printpdf",
        "lopdf",
        "parley",
        "countyline",
        "producer",
        "creator",
        "author",
        "d:19",
    ] {
        assert!(!everything.contains(signature), "the file says {signature}");
    }
}

#[test]
fn a_day_is_written_down_only_if_one_was_given() {
    let undated = visible_and_hidden_text(&pdf_of(&letter())).unwrap();
    assert!(!undated.contains("CreateDate"));

    let mut dated = letter();
    dated.created_on = Some(CreatedOn {
        year: 2026,
        month: 3,
        day: 7,
    });
    let dated = visible_and_hidden_text(&pdf_of(&dated)).unwrap();
    assert!(dated.contains("<xmp:CreateDate>2026-03-07</xmp:CreateDate>"));
    assert!(dated.lines().any(|line| line == "D:20260307"));
}

#[test]
fn a_title_with_markup_stays_a_title() {
    let mut paper = paper(vec![]);
    paper.title = "R&D <b>\u{2066}1\u{2069}".into();
    let text = visible_and_hidden_text(&pdf_of(&paper)).unwrap();
    assert!(text.lines().any(|line| line == "R&D <b>1"), "{text}");
    assert!(text.contains("R&amp;D &lt;b&gt;1</rdf:li>"), "{text}");
}
