use countyline_documents::{DocumentError, visible_and_hidden_text};
use lopdf::{Document, Object, Stream, dictionary};

use super::{letter, pdf_of};

#[test]
fn the_words_of_a_page_stand_in_lines() {
    let text = visible_and_hidden_text(&pdf_of(&letter())).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for line in [
        "Carta de referencia",
        "555-0001",
        "Row 2",
        "Rivertown · 555-0142",
        "1 / 1",
    ] {
        assert!(lines.contains(&line), "{line} is not in {text}");
    }
}

#[test]
fn what_hides_in_a_file_is_found() {
    let mut pdf = Document::load_mem(&pdf_of(&letter())).unwrap();
    let secret = |word: &str| Object::string_literal(word);
    let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    pdf.get_dictionary_mut(info)
        .unwrap()
        .set("Author", secret("in-info"));
    let font = pdf.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    pdf.add_object(
        dictionary! { "Type" => "StructElem", "S" => "Figure", "Alt" => secret("in-alt") },
    );
    pdf.add_object(dictionary! {
        "Type" => "Annot", "A" => dictionary! { "S" => "URI", "URI" => secret("in-link") },
    });
    pdf.add_object(dictionary! { "Title" => secret("in-bookmark") });
    let file = Stream::new(
        dictionary! { "Type" => "EmbeddedFile" },
        b"in-attachment".to_vec(),
    );
    pdf.add_object(file);
    let metadata = Stream::new(
        dictionary! { "Type" => "Metadata" },
        b"<a b='in-xmp'/>".to_vec(),
    );
    pdf.add_object(metadata);
    let form = Stream::new(
        dictionary! {
            "Subtype" => "Form",
            "Resources" => dictionary! { "Font" => dictionary! { "F9" => font } },
        },
        b"/Span <</ActualText (in-actual) /E (in-expansion)>> BDC BT /F9 9 Tf (in-glyphs) Tj ET EMC \
          BT [(in-) 3 (form)] TJ ET"
            .to_vec(),
    );
    pdf.add_object(form);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();

    let text = visible_and_hidden_text(&bytes).unwrap();

    for word in [
        "in-info",
        "in-alt",
        "in-link",
        "in-bookmark",
        "in-attachment",
        "in-xmp",
        "in-actual",
        "in-expansion",
        "in-glyphs",
        "in-form",
    ] {
        assert!(text.contains(word), "{word} was not found");
    }
}

#[test]
fn right_to_left_words_are_found_as_they_are_read() {
    let mut pdf = Document::load_mem(&pdf_of(&letter())).unwrap();
    // The glyphs of שלום as they stand on a page, from left to right.
    let seen = b"/Span <</ActualText <FEFF05DD05D505DC05E9>>> BDC EMC".to_vec();
    pdf.add_object(Stream::new(dictionary! { "Subtype" => "Form" }, seen));
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();

    assert!(visible_and_hidden_text(&bytes).unwrap().contains("שלום"));
}

#[test]
fn a_file_that_cannot_be_read_is_not_called_clean() {
    let whole = pdf_of(&letter());
    let mut meaningless = Document::load_mem(&whole).unwrap();
    for object in meaningless.objects.values_mut() {
        if let Ok(font) = object.as_dict_mut() {
            font.remove(b"ToUnicode");
        }
    }
    let mut without_meaning = Vec::new();
    meaningless.save_to(&mut without_meaning).unwrap();

    for pdf in [b"not a PDF".to_vec(), Vec::new(), without_meaning] {
        let refusal = visible_and_hidden_text(&pdf);
        assert!(matches!(refusal, Err(DocumentError::Pdf { .. })));
    }
}
