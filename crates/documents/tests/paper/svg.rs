use countyline_documents::to_svg_pages;
use lopdf::{Document, content::Content};

use super::{laid_out, letter, paper, paragraphs, pdf_of, table};

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
