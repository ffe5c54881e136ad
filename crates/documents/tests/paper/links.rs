use countyline_documents::{
    Block, DocumentError, Level, Outline, Paper, lay_out, visible_and_hidden_text,
};
use lopdf::{Dictionary, Document, Object};

use super::{fonts, letter, paper, paragraphs, pdf_of, samples};

fn link(uri: &str) -> Block {
    Block::Link {
        text: "Your rights".into(),
        uri: uri.into(),
        alt: "Your rights, at example.org".into(),
    }
}

fn dictionary<'a>(pdf: &'a Document, object: &'a Object) -> &'a Dictionary {
    match object {
        Object::Reference(id) => pdf.get_dictionary(*id).unwrap(),
        object => object.as_dict().unwrap(),
    }
}

#[test]
fn a_link_can_be_pointed_at_where_its_words_stand() {
    let pdf = Document::load_mem(&pdf_of(&paper(vec![link("https://example.org/a")]))).unwrap();
    let page_id = pdf.page_iter().next().unwrap();
    let page = pdf.get_dictionary(page_id).unwrap();
    let annotations = page.get(b"Annots").unwrap().as_array().unwrap();
    let annotation = dictionary(&pdf, &annotations[0]);

    assert_eq!(annotations.len(), 1);
    let action = annotation.get(b"A").unwrap().as_dict().unwrap();
    let uri = action.get(b"URI").unwrap().as_str().unwrap();
    assert_eq!(uri, b"https://example.org/a");
    let contents = lopdf::decode_text_string(annotation.get(b"Contents").unwrap()).unwrap();
    assert_eq!(contents, "Your rights, at example.org");
    let place: Vec<f32> = annotation
        .get(b"Rect")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge.as_float().unwrap())
        .collect();
    assert_eq!((place[0], place[3]), (72.0, 720.0));
    assert!(
        place[2] > 72.0 + 40.0 && place[2] < 72.0 + 80.0,
        "{place:?}"
    );
}

/// The element of a link names its place, and the place's key leads back to the element.
#[test]
fn a_link_is_tagged_with_its_words_and_its_place() {
    let pdf = Document::load_mem(&pdf_of(&samples::form())).unwrap();
    let objects = pdf.objects.iter();
    let (id, element) = objects
        .filter_map(|(id, object)| Some((id, object.as_dict().ok()?)))
        .find(|(_, element)| {
            element
                .get(b"S")
                .is_ok_and(|kind| kind == &Object::from("Link"))
                && element.has_type(b"StructElem")
        })
        .unwrap();
    let kids = element.get(b"K").unwrap().as_array().unwrap();
    assert!(kids.iter().any(|kid| kid.as_i64().is_ok()), "its words");
    let reference = kids
        .iter()
        .filter_map(|kid| kid.as_dict().ok())
        .find(|kid| kid.has_type(b"OBJR"))
        .unwrap();
    let annotation = dictionary(&pdf, reference.get(b"Obj").unwrap());
    let key = annotation.get(b"StructParent").unwrap().as_i64().unwrap();

    let root = dictionary(&pdf, pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let tree = dictionary(&pdf, root.get(b"ParentTree").unwrap());
    let numbers = tree.get(b"Nums").unwrap().as_array().unwrap();
    let found = numbers
        .chunks(2)
        .find(|pair| pair[0].as_i64().unwrap() == key)
        .unwrap();
    assert_eq!(&found[1].as_reference().unwrap(), id);
    let keys: Vec<i64> = numbers
        .chunks(2)
        .map(|pair| pair[0].as_i64().unwrap())
        .collect();
    assert!(keys.is_sorted());
    let parent = dictionary(&pdf, element.get(b"P").unwrap());
    assert_eq!(parent.get(b"S").unwrap(), &Object::from("P"));
}

#[test]
fn a_link_leads_to_an_address_and_runs_nothing() {
    for uri in [
        "https://example.org",
        "tel:555-0142",
        "mailto:a@example.org",
        "sms:555-0142",
    ] {
        lay_out(&paper(vec![link(uri)]), fonts()).unwrap();
    }
    for uri in [
        "",
        "https:",
        "example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://example.org/a b",
        "https://example.org/ñ",
        "https://example.org/<a>",
    ] {
        let error = lay_out(&paper(vec![link(uri)]), fonts()).err().unwrap();
        assert!(matches!(error, DocumentError::LinkInvalid), "{uri}");
    }
}

fn outlined() -> Paper {
    let mut blocks = vec![
        Block::heading(Level::One, "Report"),
        Block::heading(Level::Two, "First part"),
        Block::heading(Level::Three, "Its detail"),
    ];
    blocks.extend(paragraphs(60));
    blocks.extend([
        Block::heading(Level::Two, "Second part"),
        Block::heading(Level::One, "Appendix"),
    ]);
    Paper {
        outline: Outline::FromHeadings,
        ..paper(blocks)
    }
}

/// The entries below `parent` with how deep they stand, in order, checked from both sides.
fn entries(pdf: &Document, parent: &Object, depth: usize, found: &mut Vec<(usize, String)>) {
    let mut next = dictionary(pdf, parent).get(b"First").ok();
    let mut before = None;
    while let Some(entry) = next {
        let dictionary = dictionary(pdf, entry);
        assert_eq!(dictionary.get(b"Parent").unwrap(), parent);
        assert_eq!(dictionary.get(b"Prev").ok(), before);
        let title = lopdf::decode_text_string(dictionary.get(b"Title").unwrap()).unwrap();
        found.push((depth, title));
        entries(pdf, entry, depth + 1, found);
        before = Some(entry);
        next = dictionary.get(b"Next").ok();
    }
    assert_eq!(dictionary(pdf, parent).get(b"Last").ok(), before);
}

#[test]
fn the_list_of_headings_is_as_deep_as_they_are() {
    let pdf = Document::load_mem(&pdf_of(&outlined())).unwrap();
    let root = pdf.catalog().unwrap().get(b"Outlines").unwrap();
    let mut found = Vec::new();
    entries(&pdf, root, 0, &mut found);

    let expected = [
        (0, "Report"),
        (1, "First part"),
        (2, "Its detail"),
        (1, "Second part"),
        (0, "Appendix"),
    ];
    assert_eq!(
        found,
        expected.map(|(depth, title)| (depth, title.to_owned()))
    );
}

#[test]
fn an_entry_of_the_list_leads_to_the_page_of_its_heading() {
    let pdf = Document::load_mem(&pdf_of(&outlined())).unwrap();
    let pages: Vec<_> = pdf.page_iter().collect();
    let mut led_to = Vec::new();
    for object in pdf.objects.values() {
        let Some(place) = object
            .as_dict()
            .ok()
            .and_then(|entry| entry.get(b"Dest").ok())
        else {
            continue;
        };
        let place = place.as_array().unwrap();
        let page = place[0].as_reference().unwrap();
        led_to.push(pages.iter().position(|other| *other == page).unwrap());
        let height = place[3].as_float().unwrap();
        assert!((72.0..=725.0).contains(&height), "{height}");
    }
    led_to.sort_unstable();
    assert_eq!(led_to, [0, 0, 0, 2, 2]);
}

#[test]
fn a_paper_that_does_not_ask_for_a_list_has_none() {
    let quiet = letter();
    assert_eq!(quiet.outline, Outline::None);
    let pdf = Document::load_mem(&pdf_of(&quiet)).unwrap();
    assert!(!pdf.catalog().unwrap().has(b"Outlines"));

    let without_headings = Paper {
        outline: Outline::FromHeadings,
        ..paper(vec![Block::paragraph("Text")])
    };
    let pdf = Document::load_mem(&pdf_of(&without_headings)).unwrap();
    assert!(!pdf.catalog().unwrap().has(b"Outlines"));
}

#[test]
fn where_a_link_leads_and_what_a_list_names_is_found_by_who_looks_for_words() {
    let mut paper = outlined();
    paper.blocks.push(link("https://example.org/shelter"));
    let text = visible_and_hidden_text(&pdf_of(&paper)).unwrap();
    assert!(text.contains("https://example.org/shelter"));
    assert!(text.contains("Your rights, at example.org"));
    // In the page, in the title of its element, and in the list.
    let named = text
        .lines()
        .filter(|line| line.trim() == "Second part")
        .count();
    assert_eq!(named, 3);
}
