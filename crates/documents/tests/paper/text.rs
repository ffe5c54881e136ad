use countyline_documents::{
    Block, Direction, Paper, isolate, plain_text, to_svg_pages, visible_and_hidden_text,
};

use super::{fonts, laid_out, letter, pages_of, paper, pdf_of};

#[test]
fn plain_text_reads_from_top_to_bottom() {
    let text = plain_text(&laid_out(&letter()));

    assert_eq!(
        text,
        "Carta de referencia\n\
         Usted tiene derecho a recibir apoyo. ¿Niñez, pingüino, corazón?\n\
         Oficina\tRivertown\n\
         Sus próximos pasos\n\
         • Guarde esta carta.\n\
         • Llámenos.\n\
         Teléfono\tServicio\n\
         555-0001\tRow 1\n\
         555-0002\tRow 2\n\
         Rivertown · 555-0142\n"
    );
}

#[test]
fn every_word_of_the_plain_text_can_be_copied_from_the_pages() {
    let layout = laid_out(&letter());
    let pages = pages_of(&letter()).concat().join(" ");
    let pages: Vec<&str> = pages.split_whitespace().collect();

    for word in plain_text(&layout).split_whitespace() {
        assert!(pages.contains(&word), "{word} is not on the pages");
    }
}

#[test]
fn isolates_change_nothing_in_a_left_to_right_line() {
    let bare = paper(vec![Block::paragraph("Call 555-0142 today.")]);
    let isolated = paper(vec![Block::paragraph(format!(
        "Call {} today.",
        isolate("555-0142")
    ))]);

    assert_eq!(
        to_svg_pages(&laid_out(&bare)),
        to_svg_pages(&laid_out(&isolated))
    );
    assert!(
        pdf_of(&bare) == pdf_of(&isolated),
        "a mark left a trace in the file"
    );
    assert_eq!(plain_text(&laid_out(&isolated)), "Call 555-0142 today.\n");
}

#[test]
fn an_isolated_number_keeps_its_order_in_right_to_left_text() {
    // Like an Arabic word before it, the mark U+061C turns the number's parts around.
    let shown = |number: &str| {
        let blocks = vec![Block::paragraph(format!("\u{61c}{number}"))];
        let paper = Paper {
            direction: Direction::RightToLeft,
            ..paper(blocks)
        };
        pages_of(&paper)[0].concat()
    };

    assert_eq!(shown("555-0142"), "0142-555");
    assert_eq!(shown(&isolate("555-0142")), "555-0142");
}

#[test]
fn letters_of_several_glyphs_are_read_as_they_were_written() {
    let navajo = "Áłchíní bikáʼanídaʼaʼnil Ąą́ Ęę́ Įį́ Ǫǫ́";
    let text = visible_and_hidden_text(&pdf_of(&paper(vec![Block::paragraph(navajo)]))).unwrap();
    assert!(text.lines().any(|line| line.trim() == navajo), "{text}");
}

#[test]
fn a_ligature_is_read_as_its_letters() {
    let words = "office efficient difficult fitting fjord";
    let text = visible_and_hidden_text(&pdf_of(&paper(vec![Block::paragraph(words)]))).unwrap();
    assert!(text.lines().any(|line| line.trim() == words), "{text}");
}

#[test]
fn a_mark_stands_above_its_letter() {
    let page = to_svg_pages(&laid_out(&paper(vec![Block::paragraph("b\u{301}")]))).remove(0);
    let (_, rise) = page
        .split_once(" y=\"")
        .expect("the accent is raised above a tall letter");
    let rise: f32 = rise.split_once('"').unwrap().0.parse().unwrap();
    assert!(rise > 0.0, "font units count upwards: {rise}");
}

#[test]
fn the_spaces_and_hyphens_of_typography_can_be_printed() {
    let text =
        "10\u{a0}a.\u{202f}m. 555\u{2011}0142 \u{2013} \u{2014} \u{2212} \u{2026} \u{ad}soft";
    assert_eq!(fonts().first_missing(text), None);
    laid_out(&paper(vec![Block::paragraph(text)]));
}
