use countyline_documents::{
    Blank, Block, Choice, Contrast, Direction, DocumentError, Paper, Picture, QrCode, lay_out,
    plain_text, to_svg_pages, visible_and_hidden_text,
};
use lopdf::{Dictionary, Document, Object, content::Content};

use super::{fonts, laid_out, paper, pdf_of, samples, tools};

fn refusal(block: Block) -> DocumentError {
    lay_out(&paper(vec![block]), fonts()).err().unwrap()
}

/// The structure elements of `pdf` of one type.
fn elements_of(pdf: &Document, kind: &str) -> Vec<Dictionary> {
    let dictionaries = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok());
    dictionaries
        .filter(|dictionary| {
            dictionary.has_type(b"StructElem")
                && dictionary.get(b"S").unwrap() == &Object::from(kind)
        })
        .cloned()
        .collect()
}

fn text_of(element: &Dictionary, key: &[u8]) -> String {
    lopdf::decode_text_string(element.get(key).unwrap()).unwrap()
}

#[test]
fn a_box_to_tick_is_read_as_open_or_ticked() {
    let choices = Block::Choices(vec![Choice::ticked("Call me"), Choice::open("Write to me")]);
    let paper = paper(vec![choices]);

    assert_eq!(plain_text(&laid_out(&paper)), "☑ Call me\n☐ Write to me\n");
    let bytes = pdf_of(&paper);
    let pdf = Document::load_mem(&bytes).unwrap();
    let labels: Vec<String> = elements_of(&pdf, "Lbl")
        .iter()
        .map(|label| text_of(label, b"ActualText"))
        .collect();
    assert_eq!(labels, ["☑", "☐"]);
    assert_eq!(elements_of(&pdf, "LI").len(), 2);
    assert!(visible_and_hidden_text(&bytes).unwrap().contains('☑'));
}

#[test]
fn a_ticked_box_is_drawn_with_its_tick() {
    let drawn = |choice: Choice| {
        let page = to_svg_pages(&laid_out(&paper(vec![Block::Choices(vec![choice])]))).remove(0);
        let area = page.split("<path fill=").nth(1).unwrap().to_owned();
        area.split_once("\"/>").unwrap().0.matches('Z').count()
    };
    assert_eq!(drawn(Choice::open("Yes")), 4, "the four sides of a frame");
    assert_eq!(drawn(Choice::ticked("Yes")), 5, "the frame and a tick");
}

/// The bars of a page: x, y and width.
fn bars(paper: &Paper) -> Vec<[f32; 3]> {
    let page = to_svg_pages(&laid_out(paper)).remove(0);
    let number = |bar: &str, name: &str| -> f32 {
        let (_, rest) = bar.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    // The first is the sheet itself.
    let bars = page.split("<rect x=").skip(1).map(|bar| format!("x={bar}"));
    bars.map(|bar| ["x", "y", "width"].map(|name| number(&bar, name)))
        .collect()
}

#[test]
fn lines_to_write_on_share_their_row_from_where_lines_begin() {
    let blanks = vec![Block::Blanks(vec![
        Blank::new("Signature", 3.0),
        Blank::new("Date", 1.0),
    ])];
    let left = paper(blanks);
    let right = Paper {
        direction: Direction::RightToLeft,
        ..left.clone()
    };

    let [signature, date] = bars(&left)[..] else {
        panic!("two lines")
    };
    assert_eq!(signature[0], 72.0);
    assert_eq!(signature[1], date[1], "in one row");
    assert!(signature[2] > 2.0 * date[2]);
    assert!(
        signature[0] + signature[2] < date[0],
        "the lines do not touch"
    );
    assert_eq!(date[0] + date[2], 612.0 - 72.0);

    let [signature, date] = bars(&right)[..] else {
        panic!("two lines")
    };
    assert!(date[0] + date[2] < signature[0]);
    assert_eq!(signature[0] + signature[2], 612.0 - 72.0);
    assert_eq!(plain_text(&laid_out(&left)), "Signature\nDate\n");
}

#[test]
fn a_row_without_width_is_refused() {
    for width in [0.0, -1.0, f32::NAN] {
        let blanks = Block::Blanks(vec![Blank::new("Date", width)]);
        assert!(matches!(refusal(blanks), DocumentError::NoWidth));
        let mut picture = samples::badge();
        picture.width_pt = width;
        assert!(matches!(
            refusal(Block::Picture(picture)),
            DocumentError::NoWidth
        ));
    }
}

fn code(text: &str) -> Block {
    Block::Qr(QrCode {
        text: text.into(),
        alt: "Code for".into(),
    })
}

#[test]
fn a_camera_reads_the_code_and_so_do_those_who_cannot_see_it() {
    for (text, size) in [("tel:555-0142", 12.0), ("https://example.org/a?b=ñ", 8.0)] {
        let paper = Paper {
            text_size_pt: size,
            ..paper(vec![code(text)])
        };
        let bytes = pdf_of(&paper);

        assert_eq!(tools::camera(&bytes), [text]);
        assert_eq!(plain_text(&laid_out(&paper)), format!("Code for {text}\n"));
        let figure = &elements_of(&Document::load_mem(&bytes).unwrap(), "Figure")[0];
        assert_eq!(text_of(figure, b"Alt"), format!("Code for {text}"));
        assert!(visible_and_hidden_text(&bytes).unwrap().contains(text));
    }
}

#[test]
fn a_code_that_no_camera_could_read_is_refused() {
    let longest = "a".repeat(QrCode::LONGEST_TEXT_BYTES);
    laid_out(&paper(vec![code(&longest)]));
    for text in [String::new(), format!("{longest}a")] {
        let size_bytes = text.len();
        assert!(
            matches!(refusal(code(&text)), DocumentError::CodeUnprintable { size_bytes: said } if said == size_bytes)
        );
    }
}

#[test]
fn the_screen_shows_the_areas_of_the_pdf() {
    let paper = samples::form();
    let pages = to_svg_pages(&laid_out(&paper));
    let pdf = Document::load_mem(&pdf_of(&paper)).unwrap();
    for (svg, page) in pages.iter().zip(pdf.get_pages().into_values()) {
        let content = Content::decode(&pdf.get_page_content(page)).unwrap();
        let count = |operator: &str| {
            let operations = content.operations.iter();
            operations
                .filter(|operation| operation.operator == operator)
                .count()
        };
        let areas: usize = svg
            .split("<path fill=")
            .skip(1)
            .map(|area| area.split_once("\"/>").unwrap().0.matches('Z').count())
            .sum();
        assert!(areas > 100, "a code and three boxes");
        assert_eq!(areas, count("h"));
        assert_eq!(svg.matches("<rect x=").count(), count("re"));
        assert_eq!(svg.matches("<image").count(), count("Do"));
    }
}

/// A PNG of one row of pixels with the bytes of each.
fn png(color: png::ColorType, width: u32, samples: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, 1);
    encoder.set_color(color);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn what_is_transparent_in_a_picture_is_white_on_paper() {
    let same = |png: &[u8], rgb: &[u8]| {
        let width = (rgb.len() / 3) as u32;
        let expected = Picture::from_rgb(width, 1, rgb.to_vec(), "Badge", 50.0).unwrap();
        assert_eq!(Picture::from_png(png, "Badge", 50.0).unwrap(), expected);
    };
    let clear = [10, 20, 30, 0, 10, 20, 30, 255];
    same(
        &png(png::ColorType::Rgba, 2, &clear),
        &[255, 255, 255, 10, 20, 30],
    );
    same(&png(png::ColorType::GrayscaleAlpha, 1, &[0, 51]), &[204; 3]);
    same(&png(png::ColorType::Grayscale, 1, &[7]), &[7; 3]);
    same(&png(png::ColorType::Rgb, 1, &[1, 2, 3]), &[1, 2, 3]);
}

#[test]
fn a_picture_that_is_too_large_or_damaged_is_refused() {
    let read = |bytes: &[u8]| Picture::from_png(bytes, "Badge", 50.0);
    let whole = png(png::ColorType::Rgb, 1, &[1, 2, 3]);
    for damaged in [b"GIF89a".as_slice(), &[], &whole[..whole.len() / 2]] {
        assert!(matches!(
            read(damaged),
            Err(DocumentError::PictureUnreadable)
        ));
    }
    let huge_file = vec![0; Picture::LARGEST_FILE_BYTES + 1];
    assert!(matches!(
        read(&huge_file),
        Err(DocumentError::PictureTooLarge)
    ));

    let from_rgb = |width, height, bytes| {
        Picture::from_rgb(width, height, vec![0; bytes], "Badge", 50.0).map(|_| ())
    };
    assert!(matches!(
        from_rgb(4001, 1000, 3),
        Err(DocumentError::PictureTooLarge)
    ));
    assert!(matches!(
        from_rgb(u32::MAX, u32::MAX, 3),
        Err(DocumentError::PictureTooLarge)
    ));
    for (width, bytes) in [(2, 3), (1, 4), (0, 0)] {
        assert!(matches!(
            from_rgb(width, 1, bytes),
            Err(DocumentError::PictureUnreadable)
        ));
    }
}

#[test]
fn a_picture_is_described_and_its_place_is_known() {
    let bytes = pdf_of(&paper(vec![Block::Picture(samples::badge())]));
    let pdf = Document::load_mem(&bytes).unwrap();
    let figure = &elements_of(&pdf, "Figure")[0];

    assert_eq!(text_of(figure, b"Alt"), "Badge of the Rivertown office");
    let place = figure
        .get(b"A")
        .unwrap()
        .as_dict()
        .unwrap()
        .get(b"BBox")
        .unwrap();
    let edges: Vec<f32> = place
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge.as_float().unwrap())
        .collect();
    assert_eq!(
        edges,
        [72.0, 792.0 - 72.0 - 64.0, 72.0 + 64.0, 792.0 - 72.0]
    );
}

#[test]
fn a_picture_is_never_wider_than_the_text_or_higher_than_half_a_page() {
    let placed = |width, height, wanted| {
        let rgb = vec![0; 3 * width as usize * height as usize];
        let picture = Picture::from_rgb(width, height, rgb, "Badge", wanted).unwrap();
        let page = to_svg_pages(&laid_out(&paper(vec![Block::Picture(picture)]))).remove(0);
        let (_, image) = page.split_once("<image ").unwrap();
        let size = |name: &str| -> f32 {
            let (_, rest) = image.split_once(&format!("{name}=\"")).unwrap();
            rest.split_once('"').unwrap().0.parse().unwrap()
        };
        (size("width"), size("height"))
    };
    assert_eq!(placed(10, 5, 9999.0), (468.0, 234.0));
    assert_eq!(placed(1, 10, 468.0), (32.4, 324.0));
}

/// The pixels of the only picture of `pdf`, as a reader unpacks them, and the bits it has for each.
fn unpacked(pdf: &[u8]) -> (Vec<[u8; 3]>, i64) {
    let pdf = Document::load_mem(pdf).unwrap();
    let mut streams = pdf.objects.values().filter_map(|it| it.as_stream().ok());
    let picture = streams.find(|it| it.dict.has(b"BitsPerComponent")).unwrap();
    let number = |key: &[u8]| picture.dict.get(key).unwrap().as_i64().unwrap();
    let (width, bits) = (number(b"Width") as usize, number(b"BitsPerComponent"));
    let bytes = picture.decompressed_content().unwrap();
    let Ok([.., table]) = picture
        .dict
        .get(b"ColorSpace")
        .unwrap()
        .as_array()
        .map(|it| &**it)
    else {
        return (bytes.as_chunks().0.to_vec(), 3 * bits);
    };
    let table = pdf.dereference(table).unwrap().1.as_stream().unwrap();
    let colors = table.content.as_chunks::<3>().0;
    let line_bytes = (width * bits as usize).div_ceil(8);
    let lines = bytes.chunks(line_bytes).flat_map(|line| {
        let of_byte = |byte: &u8| {
            (1..=8 / bits)
                .map(|nth| byte >> (8 - nth * bits))
                .collect::<Vec<u8>>()
        };
        let all: Vec<u8> = line.iter().flat_map(of_byte).collect();
        all.into_iter().take(width)
    });
    let mask = (1u16 << bits) - 1;
    let pixels = lines.map(|number| colors[usize::from(u16::from(number) & mask)]);
    (pixels.collect(), bits)
}

#[test]
fn a_picture_takes_as_many_bits_as_its_colors_need_and_loses_none() {
    const WIDTH: u32 = 7;
    for (colors, bits) in [(1, 1), (2, 1), (3, 2), (4, 2), (5, 4), (16, 4), (17, 24)] {
        let rgb = (0..WIDTH * 5).map(|pixel| [(pixel * 11 % colors) as u8, 40, 250]);
        let rgb: Vec<[u8; 3]> = rgb.collect();
        let bytes = rgb.as_flattened().to_vec();
        let picture = Picture::from_rgb(WIDTH, 5, bytes, "Badge", 64.0).unwrap();
        let pdf = pdf_of(&paper(vec![Block::Picture(picture)]));
        assert_eq!(unpacked(&pdf), (rgb, bits), "{colors}");
        assert_eq!(tools::qpdf_complaint(&pdf), None, "{colors}");
    }
}

#[test]
fn high_contrast_is_black_on_white_and_nothing_between() {
    let ordinary = samples::form();
    let high = samples::high_contrast();
    let grey = to_svg_pages(&laid_out(&ordinary)).concat();
    assert!(grey.contains("fill=\"#163a") || grey.contains("fill=\"#162e4e\""));
    assert_eq!(ordinary.contrast, Contrast::Ordinary);

    let page = to_svg_pages(&laid_out(&high)).concat();
    for fill in page.split("fill=\"").skip(1) {
        let ink = fill.split_once('"').unwrap().0;
        assert!(["#000000", "#ffffff"].contains(&ink), "{ink}");
    }
    let bytes = pdf_of(&high);
    let pdf = Document::load_mem(&bytes).unwrap();
    let mut inks = 0;
    for page in pdf.page_iter() {
        let content = Content::decode(&pdf.get_page_content(page)).unwrap();
        for operation in content.operations {
            if operation.operator == "rg" {
                inks += 1;
                for part in operation.operands {
                    assert_eq!(part.as_float().unwrap(), 0.0);
                }
            }
        }
    }
    assert!(inks > 0);
    let (pixels, bits) = unpacked(&bytes);
    let shades = [[0; 3], [255; 3]];
    assert!(pixels.contains(&shades[0]) && pixels.iter().all(|pixel| shades.contains(pixel)));
    assert_eq!(bits, 1);
}

#[test]
fn boxes_codes_and_pictures_stand_on_the_right_where_lines_begin_there() {
    for block in [
        Block::Choices(vec![Choice::open("A")]),
        code("tel:555-0142"),
        Block::Picture(samples::badge()),
    ] {
        let left = paper(vec![block]);
        let right = Paper {
            direction: Direction::RightToLeft,
            ..left.clone()
        };
        let begins_at = |paper: &Paper| -> f32 {
            let page = to_svg_pages(&laid_out(paper)).remove(0);
            let place = match page.split_once("<image x=\"") {
                Some((_, place)) => place,
                None => {
                    let (_, area) = page.split_once("<path fill=\"").unwrap();
                    area.split_once(" d=\"M").unwrap().1
                }
            };
            place.split([' ', '"']).next().unwrap().parse().unwrap()
        };
        assert!(begins_at(&left) < 80.0, "{}", begins_at(&left));
        assert!(begins_at(&right) > 450.0, "{}", begins_at(&right));
    }
}
