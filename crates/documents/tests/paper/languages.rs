//! Languages of the counties. The texts are samples: they show letters, and advise nobody.

use std::{fs, os::unix::fs::symlink, path::Path, sync::LazyLock};

use countyline_documents::{
    Block, Direction, DocumentError, Field, Fonts, Layout, Paper, Table, isolate, lay_out,
    script_of, to_pdf, to_svg_pages, visible_and_hidden_text,
};

use skrifa::{FontRef, MetadataProvider, string::StringId};

use super::{font_folder, tools};

/// Files of Debian's fonts-noto-core and fonts-noto-cjk, as a county would add them.
const PACKS: [&str; 4] = [
    "truetype/noto/NotoSansArabic-Regular.ttf",
    "truetype/noto/NotoSansArabic-Bold.ttf",
    "truetype/noto/NotoSansMyanmar-Regular.ttf",
    "opentype/noto/NotoSansCJK-Regular.ttc",
];

/// A folder with the packs of `files`.
fn packs(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let file = Path::new("/usr/share/fonts").join(file);
        assert!(
            file.is_file(),
            "scripts/setup.sh installs {}",
            file.display()
        );
        symlink(&file, folder.path().join(file.file_name().unwrap())).unwrap();
    }
    folder
}

fn all_fonts() -> &'static Fonts {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
        let packs = packs(&PACKS);
        Fonts::load_with_packs(&font_folder(), packs.path()).unwrap()
    });
    &FONTS
}

fn paper_in(language: &str, text: &str) -> Paper {
    let direction = match language {
        "ar" => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    };
    Paper {
        direction,
        blocks: vec![Block::paragraph(text)],
        ..Paper::new("Sample", language)
    }
}

fn laid_out_in(language: &str, text: &str) -> Layout {
    lay_out(&paper_in(language, text), all_fonts()).unwrap()
}

const SAMPLES: [(&str, &str); 9] = [
    (
        "vi",
        "Văn mẫu: Bạn không phải trả lời. Điện thoại: 555-0142. Ổn định, nghĩa, quyền.",
    ),
    (
        "hmn",
        "Cov ntawv qauv: Koj tsis tas yuav teb. Xov tooj 555-0142. Peb yuav pab koj.",
    ),
    (
        "nv",
        "Bee haneʼí: Diné bizaad, áłchíní, bikáʼanídaʼaʼnil, Ąą́ Ęę́ Įį́ Ǫǫ́, łįį́ʼ, 555-0142.",
    ),
    (
        "mh",
        "Waanjoñak: Kwōj jab aikuj uwaak. Ļ ļ M̧ m̧ Ņ ņ O̧ o̧ Ā ā Ō ō, 555-0142.",
    ),
    (
        "ru",
        "Образец: Вы не обязаны отвечать. Ещё раз: объект, подъезд, 555-0142.",
    ),
    (
        "zh-Hans",
        "范文：您不必回答。电话：555-0142。门、骨、直、角。",
    ),
    (
        "zh-Hant",
        "範文：您不必回答。電話：555-0142。門、骨、直、角。",
    ),
    ("ko", "예문: 대답하지 않으셔도 됩니다. 전화 555-0142."),
    ("my", "နမူနာစာ: သင် မဖြေလည်း ရပါသည်။ ဖုန်း 555-0142။"),
];

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

#[test]
fn every_language_of_the_samples_is_read_back_letter_for_letter() {
    for (language, text) in SAMPLES {
        let pdf = to_pdf(&laid_out_in(language, text)).unwrap();
        let poppler = tools::poppler_text(&pdf);
        assert_eq!(
            squeezed(&poppler),
            squeezed(text),
            "{language}, read by poppler"
        );
        let ours = visible_and_hidden_text(&pdf).unwrap();
        assert!(
            squeezed(&ours).contains(&squeezed(text)),
            "{language}: {ours}"
        );
    }
}

#[test]
fn every_language_of_the_samples_is_sound_in_the_file() {
    for (language, text) in SAMPLES {
        let layout = laid_out_in(language, text);
        assert_eq!(
            tools::qpdf_complaint(&to_pdf(&layout).unwrap()),
            None,
            "{language}"
        );
        let accepted = super::others::drawn_by_another(&layout);
        assert!(accepted.is_ok(), "{language}: {accepted:?}");
    }
}

#[test]
fn arabic_is_read_back_word_for_word() {
    // Those with a lam-alef are read in the next test.
    let words = "نص للعرض فقط: مرحبا بكم في مكتب المقاطعة، رقم الهاتف قريب";
    let pdf = to_pdf(&laid_out_in("ar", words)).unwrap();
    let poppler = tools::read_by("pdftotext", &["-raw", "{}", "-"], &pdf);
    let marks = [':', '،'];
    for word in words
        .split_whitespace()
        .map(|word| word.trim_matches(marks))
    {
        assert!(poppler.contains(word), "{word} is not in {poppler}");
    }
    let ours = visible_and_hidden_text(&pdf).unwrap();
    for word in ["مرحبا", "المقاطعة"] {
        assert!(ours.contains(word), "{word} is not in {ours}");
    }
}

/// The two letters of a lam-alef are one glyph. As two letters, poppler turns them round; as the one sign for both they
/// stay, and whoever looks for the word finds it (NFKC).
#[test]
fn the_letters_of_a_lam_alef_are_not_turned_round() {
    let words = "سلام لأن الإدارة الآن أهلا";
    let pdf = to_pdf(&laid_out_in("ar", words)).unwrap();
    let poppler = tools::read_by("pdftotext", &["-raw", "{}", "-"], &pdf);
    let ours = visible_and_hidden_text(&pdf).unwrap();
    let signs = [
        (['\u{fef5}', '\u{fef6}'], "لآ"),
        (['\u{fef7}', '\u{fef8}'], "لأ"),
        (['\u{fef9}', '\u{fefa}'], "لإ"),
        (['\u{fefb}', '\u{fefc}'], "لا"),
    ];
    for read in [poppler, ours] {
        let letters = signs
            .iter()
            .fold(read, |read, (signs, letters)| read.replace(signs, letters));
        for word in words.split(' ') {
            assert!(letters.contains(word), "{word} is not in {letters}");
        }
    }
    assert_eq!(tools::qpdf_complaint(&pdf), None);
}

/// Where each run of glyphs of a page begins, with the names of its glyphs.
fn runs_of(layout: &Layout) -> Vec<((f32, f32), Vec<String>)> {
    let page = to_svg_pages(layout).remove(0);
    let runs = page.split("translate(").skip(1);
    runs.map(|run| {
        let (place, glyphs) = run.split_once(')').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let glyphs = glyphs.split("<use href=\"#").skip(1);
        let names = glyphs.map(|name| name.split_once('"').unwrap().0.to_owned());
        ((x.parse().unwrap(), y.parse().unwrap()), names.collect())
    })
    .collect()
}

#[test]
fn a_number_in_an_arabic_sentence_keeps_its_order() {
    let shown = |number: &str| {
        let pdf = to_pdf(&laid_out_in("ar", &format!("الهاتف {number} مساء"))).unwrap();
        tools::read_by("pdftotext", &["-layout", "{}", "-"], &pdf)
    };
    assert!(!shown("555-0142").contains("555-0142"), "the trap is gone");
    assert!(shown(&isolate("555-0142")).contains("555-0142"));
}

#[test]
fn brackets_face_the_other_way_in_arabic() {
    let glyphs = |text: &str| runs_of(&laid_out_in("ar", text)).remove(0).1;
    let opening = glyphs("\u{200f}(")[0].clone();
    let closing = glyphs("\u{200f})")[0].clone();
    let latin = |text: &str| runs_of(&laid_out_in("en", text)).remove(0).1[0].clone();
    assert_eq!(opening, latin(")"));
    assert_eq!(closing, latin("("));
}

#[test]
fn the_first_words_of_an_arabic_paragraph_stand_on_its_first_line() {
    let text = format!("بداية {}", "كلمة ".repeat(60));
    let layout = laid_out_in("ar", text.trim());
    let runs = runs_of(&layout);
    let first_line = runs[0].0.1;
    let alone = runs_of(&laid_out_in("ar", "بداية"));
    // The word stands rightmost, so its glyphs come last on the line.
    let on_first: Vec<&String> = runs
        .iter()
        .filter(|run| run.0.1 == first_line)
        .flat_map(|run| &run.1)
        .collect();
    let word: Vec<&String> = alone[0].1.iter().collect();
    assert!(on_first.ends_with(&word), "{on_first:?} {word:?}");
}

#[test]
fn the_columns_of_an_arabic_table_begin_on_the_right() {
    let paper = Paper {
        direction: Direction::RightToLeft,
        blocks: vec![
            Block::Table(Table {
                widths: vec![1.0, 1.0],
                head: vec!["A".into(), "B".into()],
                rows: vec![],
            }),
            Block::Fields(vec![Field::new("C", "D")]),
        ],
        ..Paper::new("Sample", "ar")
    };
    let x: Vec<f32> = runs_of(&lay_out(&paper, all_fonts()).unwrap())
        .iter()
        .map(|run| run.0.0)
        .collect();
    assert!(x[0] > x[1] && x[2] > x[3], "{x:?}");
}

#[test]
fn the_letters_of_arabic_join_and_keep_their_dots() {
    let joined = runs_of(&laid_out_in("ar", "بيت")).remove(0).1;
    let apart = runs_of(&laid_out_in("ar", "ب ي ت")).remove(0).1;
    assert_ne!(joined, apart);
    // Without its two dots, a ta marbuta is a ha: another word.
    let [ta, ha] = ["مدرسة", "مدرسه"].map(|word| runs_of(&laid_out_in("ar", word)));
    assert_ne!(ta, ha);
}

/// The number of a character's glyph in one of the fonts of the Chinese, Japanese and Korean pack.
fn glyph_in(postscript_name: &str, character: char) -> u32 {
    let file = fs::read(Path::new("/usr/share/fonts").join(PACKS[3])).unwrap();
    let fonts = (0..).map_while(|index| FontRef::from_index(&file, index).ok());
    let mut found = fonts.filter(|font| {
        let names = font.localized_strings(StringId::POSTSCRIPT_NAME);
        names.english_or_first().unwrap().to_string() == postscript_name
    });
    let glyph = found.next().unwrap().charmap().map(character);
    glyph.unwrap().to_u32()
}

/// The character is drawn in another way in each of the five regions.
#[test]
fn chinese_characters_are_written_as_where_the_paper_is_read() {
    for (language, font) in [
        ("zh", "NotoSansCJKsc-Regular"),
        ("zh-Hans", "NotoSansCJKsc-Regular"),
        ("zh-Hant", "NotoSansCJKtc-Regular"),
        ("zh-TW", "NotoSansCJKtc-Regular"),
        ("zh-Hant-HK", "NotoSansCJKhk-Regular"),
        ("ja", "NotoSansCJKjp-Regular"),
        ("ko", "NotoSansCJKkr-Regular"),
    ] {
        let name = runs_of(&laid_out_in(language, "返")).remove(0).1.remove(0);
        let glyph: u32 = name.rsplit('g').next().unwrap().parse().unwrap();
        assert_eq!(glyph, glyph_in(font, '返'), "{language}");
    }
}

#[test]
fn what_no_pack_has_is_an_error_that_names_letter_and_script() {
    let without = Fonts::load(&font_folder()).unwrap();
    for (language, text, script) in [
        ("ar", "مرحبا", "Arabic"),
        ("ko", "예문", "Hangul"),
        ("zh", "范文", "Han"),
        ("my", "နမူနာ", "Myanmar"),
    ] {
        let error = lay_out(&paper_in(language, text), &without).err().unwrap();
        let first = text.chars().next().unwrap();
        let DocumentError::GlyphMissing { character } = error else {
            panic!("{error}")
        };
        assert_eq!(character, first);
        assert_eq!(script_of(character), script);
        let said = error.to_string();
        assert!(said.contains(script) && said.contains(&format!("U+{:04X}", u32::from(first))));
    }
}

#[test]
fn packs_come_after_the_fonts_of_the_program_and_an_empty_folder_is_none() {
    let text = "Sample 555";
    let plain = Fonts::load(&font_folder()).unwrap();
    let nowhere = Fonts::load_with_packs(&font_folder(), Path::new("/nowhere")).unwrap();
    let noto = packs(&["truetype/noto/NotoSans-Regular.ttf"]);
    let packed = Fonts::load_with_packs(&font_folder(), noto.path()).unwrap();
    let drawn = |fonts: &Fonts| to_pdf(&lay_out(&paper_in("en", text), fonts).unwrap()).unwrap();
    assert!(drawn(&plain) == drawn(&nowhere));
    assert!(
        drawn(&plain) == drawn(&packed),
        "a pack took the place of the text family"
    );
}

/// `font` with an axis for its weight, as files that hold many weights have it.
fn with_an_axis(font: &[u8]) -> Vec<u8> {
    let be32 = |number: usize| (number as u32).to_be_bytes();
    let axis = [
        &[0, 1, 0, 0, 0, 16, 0, 2, 0, 1, 0, 20, 0, 0, 0, 8],
        b"wght".as_slice(),
    ]
    .concat();
    let axis = [
        &axis,
        &be32(100 << 16)[..],
        &be32(400 << 16),
        &be32(900 << 16),
        &[0, 0, 1, 0],
    ]
    .concat();
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let directory_ends = 12 + 16 * tables;
    let mut records: Vec<Vec<u8>> = font[12..directory_ends]
        .chunks(16)
        .map(|record| {
            let offset = u32::from_be_bytes(record[8..12].try_into().unwrap()) as usize;
            [&record[..8], &be32(offset + 16), &record[12..]].concat()
        })
        .collect();
    let place = [be32(0), be32(font.len() + 16), be32(axis.len())].concat();
    records.push([b"fvar".as_slice(), &place].concat());
    records.sort();
    let count = (tables as u16 + 1).to_be_bytes();
    let head = [&font[..4], &count[..], &font[6..12]].concat();
    [&head, &records.concat(), &font[directory_ends..], &axis].concat()
}

#[test]
fn a_pack_that_is_no_font_or_has_many_weights_in_one_is_named() {
    let regular = fs::read(font_folder().join("SourceSans3-Regular.ttf")).unwrap();
    let load = |bytes: &[u8]| {
        let folder = packs(&[]);
        fs::write(folder.path().join("County.TTF"), bytes).unwrap();
        Fonts::load_with_packs(&font_folder(), folder.path()).map(|_| ())
    };
    assert!(load(&regular).is_ok());
    for bytes in [b"not a font".to_vec(), with_an_axis(&regular)] {
        let error = load(&bytes).err().unwrap();
        assert!(
            matches!(&error, DocumentError::FontUnreadable { file, .. } if file == "County.TTF"),
            "{error}"
        );
    }
}
