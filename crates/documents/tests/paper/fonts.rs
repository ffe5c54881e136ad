use std::fs;

use countyline_documents::{Block, DocumentError, Fonts, lay_out};

use super::{font_folder, fonts, paper};

const REGULAR: &str = "SourceSans3-Regular.ttf";
const BOLD: &str = "SourceSans3-Bold.ttf";

#[test]
fn a_missing_font_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(font_folder().join(REGULAR), folder.path().join(REGULAR)).unwrap();

    let Err(error) = Fonts::load(folder.path()) else {
        panic!("the bold face is not there")
    };

    assert!(matches!(&error, DocumentError::FontMissing { file } if file == BOLD));
    assert_eq!(
        error.to_string(),
        "the font file SourceSans3-Bold.ttf is missing"
    );
}

#[test]
fn a_file_that_is_no_font_is_named_without_its_folder() {
    for damaged in [BOLD, "NotoSans-Other.ttf"] {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(font_folder().join(REGULAR), folder.path().join(REGULAR)).unwrap();
        fs::copy(font_folder().join(BOLD), folder.path().join(BOLD)).unwrap();
        fs::write(folder.path().join(damaged), b"not a font").unwrap();

        let Err(error) = Fonts::load(folder.path()) else {
            panic!("{damaged} is no font")
        };

        assert!(matches!(&error, DocumentError::FontUnreadable { file, .. } if file == damaged));
        assert!(!error.to_string().contains(folder.path().to_str().unwrap()));
    }
}

#[test]
fn a_character_no_font_can_draw_is_an_error_wherever_it_stands() {
    let mut header = paper(vec![]);
    header.header = Some("漢".into());
    let mut footer = paper(vec![]);
    footer.footer = Some("漢".into());
    let body = paper(vec![Block::paragraph("Kanji: 漢字")]);
    let bullet = paper(vec![Block::Bullets(vec!["漢".into()])]);

    for paper in [header, footer, body, bullet] {
        let error = lay_out(&paper, fonts()).err().unwrap();
        assert!(
            matches!(error, DocumentError::GlyphMissing { character: '漢' }),
            "{error}"
        );
    }
}

#[test]
fn a_control_character_is_an_error_and_a_tab_a_space() {
    let bell = paper(vec![Block::paragraph("a\u{7}b")]);
    let error = lay_out(&bell, fonts()).err().unwrap();
    assert!(
        matches!(error, DocumentError::GlyphMissing { character: '\u{7}' }),
        "{error}"
    );

    let tab = lay_out(&paper(vec![Block::paragraph("a\tb")]), fonts()).unwrap();
    assert_eq!(countyline_documents::plain_text(&tab), "a b\n");
}

#[test]
fn the_first_missing_character_can_be_asked_for_beforehand() {
    let fonts = fonts();
    assert_eq!(
        fonts.first_missing("¿Niñez? Łódź, Diné bizaad, їжак\n\u{2066}1\u{2069}"),
        None
    );
    assert_eq!(fonts.first_missing("a🙂b漢"), Some('🙂'));
}
