use countyline_documents::to_svg_pages;
use lopdf::{Dictionary, Document, Object, content::Content};

use super::{laid_out, letter, paper, paragraphs, pdf_of, samples, table};

#[test]
fn a_page_refers_to_nothing_outside_itself() {
    for page in to_svg_pages(&laid_out(&letter())) {
        assert_eq!(
            page.matches("http").count(),
            1,
            "only the name of the SVG namespace"
        );
        for forbidden in [
            "style", "<script", "url(", "<image", "<text", "font", "onload", "data:",
        ] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        for part in page.split("<use href=\"#").skip(1) {
            let name = part.split_once('"').unwrap().0;
            assert_eq!(
                page.matches(&format!("<path id=\"{name}\"")).count(),
                1,
                "{name}"
            );
        }
    }
}

#[test]
fn pages_in_one_window_do_not_share_names() {
    let pages = to_svg_pages(&laid_out(&paper(paragraphs(80).collect())));
    assert!(pages.len() > 1);
    for (index, page) in pages.iter().enumerate() {
        let names = page.matches("<path id=\"").count();
        assert!(names > 0);
        assert_eq!(
            page.matches(&format!("<path id=\"p{}f", index + 1)).count(),
            names
        );
    }
}

#[test]
fn a_page_draws_the_glyphs_of_the_pdf() {
    let paper = paper(paragraphs(30).chain([table(60)]).collect());
    let pages = to_svg_pages(&laid_out(&paper));
    let pdf = Document::load_mem(&pdf_of(&paper)).unwrap();
    assert_eq!(pages.len(), pdf.get_pages().len());

    for (svg, &number) in pages.iter().zip(pdf.get_pages().keys()) {
        let text = pdf.extract_text(&[number]).unwrap();
        let glyphs = text
            .chars()
            .filter(|character| !character.is_whitespace())
            .count();
        assert_eq!(svg.matches("<use ").count(), glyphs, "page {number}");
    }
}

#[test]
fn every_line_begins_where_it_does_in_the_pdf() {
    let page = to_svg_pages(&laid_out(&letter())).remove(0);
    let pdf = Document::load_mem(&pdf_of(&letter())).unwrap();
    let content = Content::decode(&pdf.get_page_content(pdf.page_iter().next().unwrap())).unwrap();

    let in_pdf: Vec<(f32, f32)> = content
        .operations
        .windows(2)
        .filter(|pair| pair[0].operator == "BT")
        .map(|pair| {
            let matrix = &pair[1].operands;
            (
                matrix[4].as_float().unwrap(),
                792.0 - matrix[5].as_float().unwrap(),
            )
        })
        .collect();
    let in_svg: Vec<(f32, f32)> = page
        .split("translate(")
        .skip(1)
        .map(|part| {
            let (x, y) = part.split_once(')').unwrap().0.split_once(' ').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        })
        .collect();

    assert_eq!(in_pdf.len(), in_svg.len());
    for (pdf, svg) in in_pdf.iter().zip(&in_svg) {
        assert!(
            (pdf.0 - svg.0).abs() < 0.02 && (pdf.1 - svg.1).abs() < 0.02,
            "{pdf:?} {svg:?}"
        );
    }
}

/// The widths of a font's glyphs by their codes, in thousandths of the size.
fn widths(pdf: &Document, font: &Dictionary) -> std::collections::BTreeMap<u16, f32> {
    let descendants = font.get_deref(b"DescendantFonts", pdf).unwrap();
    let descendant = &descendants.as_array().unwrap()[0];
    let descendant = match descendant {
        Object::Reference(id) => pdf.get_dictionary(*id).unwrap(),
        object => object.as_dict().unwrap(),
    };
    let list = descendant.get(b"W").unwrap().as_array().unwrap();
    let groups = list.chunks(2).flat_map(|group| {
        let first = group[0].as_i64().unwrap() as u16;
        let widths = group[1].as_array().unwrap().iter();
        widths
            .zip(first..)
            .map(|(width, code)| (code, width.as_float().unwrap()))
    });
    groups.collect()
}

/// Where each glyph of a page begins, counted from its upper left corner.
fn glyphs_in_pdf(pdf: &Document, page: lopdf::ObjectId) -> Vec<(f32, f32)> {
    let fonts = pdf.get_page_fonts(page).unwrap();
    let content = Content::decode(&pdf.get_page_content(page)).unwrap();
    let (mut size, mut x, mut y) = (0.0, 0.0, 0.0);
    let mut known = std::collections::BTreeMap::new();
    let mut places = Vec::new();
    for operation in &content.operations {
        let number = |index: usize| operation.operands[index].as_float().unwrap();
        match operation.operator.as_str() {
            "Tf" => {
                known = widths(pdf, fonts[operation.operands[0].as_name().unwrap()]);
                size = number(1);
            }
            "Tm" => (x, y) = (number(4), 792.0 - number(5)),
            "TJ" => {
                for part in operation.operands[0].as_array().unwrap() {
                    match part {
                        Object::String(codes, _) => {
                            for code in codes.chunks(2) {
                                places.push((x, y));
                                let code = u16::from_be_bytes([code[0], code[1]]);
                                x += known[&code] * size / 1000.0;
                            }
                        }
                        gap => x -= gap.as_float().unwrap() * size / 1000.0,
                    }
                }
            }
            _ => {}
        }
    }
    places
}

#[test]
fn every_glyph_stands_where_it_does_in_the_pdf() {
    for paper in [samples::letter(), samples::cards()] {
        let svg = to_svg_pages(&laid_out(&paper)).remove(0);
        let pdf = Document::load_mem(&pdf_of(&paper)).unwrap();
        let mut in_pdf = glyphs_in_pdf(&pdf, pdf.page_iter().next().unwrap()).into_iter();
        let mut compared = 0;
        for run in svg.split("translate(").skip(1) {
            let (place, rest) = run.split_once(") scale(").unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (x, y): (f32, f32) = (x.parse().unwrap(), y.parse().unwrap());
            let scale: f32 = rest.split_once(' ').unwrap().0.parse().unwrap();
            for glyph in rest.split("</g>").next().unwrap().split("<use ").skip(1) {
                let (_, offset) = glyph.split_once(" x=\"").unwrap();
                let offset: f32 = offset.split_once('"').unwrap().0.parse().unwrap();
                let here = (x + offset * scale, y);
                // A space is a glyph of the file and nothing on the screen.
                let found = in_pdf.any(|there| {
                    (here.0 - there.0).abs() < 0.02 && (here.1 - there.1).abs() < 0.02
                });
                assert!(found, "no glyph at {here:?}");
                compared += 1;
            }
        }
        assert!(compared > 200);
    }
}
