use countyline_documents::{
    Block, Card, CardSize, DocumentError, Paper, lay_out, plain_text, to_svg_pages,
};

use super::{fonts, laid_out, paper, samples, tools};

fn cards(size: CardSize, cards: Vec<Card>) -> Paper {
    paper(vec![Block::Cards { size, cards }])
}

/// The frames of a page: left, upper, right and lower edge of each card.
fn frames(page: &str) -> Vec<[f32; 4]> {
    let areas = page.split("<path fill=\"#6e7278\" d=\"").skip(1);
    areas
        .map(|area| {
            let path = area.split_once('"').unwrap().0;
            let corners: Vec<(f32, f32)> = path
                .split(['M', 'L', 'Z'])
                .filter_map(|corner| corner.split_once(' '))
                .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
                .collect();
            let (xs, ys): (Vec<f32>, Vec<f32>) = corners.into_iter().unzip();
            let least = |all: &[f32]| all.iter().copied().reduce(f32::min).unwrap();
            let most = |all: &[f32]| all.iter().copied().reduce(f32::max).unwrap();
            [least(&xs), least(&ys), most(&xs), most(&ys)]
        })
        .collect()
}

#[test]
fn eight_cards_stand_on_a_sheet_in_the_size_of_business_cards() {
    let paper = cards(CardSize::Wallet, vec![samples::pocket_card(); 9]);
    let pages = to_svg_pages(&laid_out(&paper));

    let counts: Vec<usize> = pages.iter().map(|page| frames(page).len()).collect();
    assert_eq!(counts, [8, 1]);
    for [left, upper, right, lower] in frames(&pages[0]) {
        assert!((right - left - 252.5).abs() < 0.1, "3.5 inches and a line");
        assert!((lower - upper - 144.5).abs() < 0.1, "2 inches and a line");
        assert!(left >= 36.0 && right <= 612.0 - 36.0);
    }
}

#[test]
fn everything_on_a_card_stands_inside_its_frame() {
    let page = to_svg_pages(&laid_out(&samples::cards())).remove(0);
    let frames = frames(&page);
    let mut texts = 0;
    for text in page.split("translate(").skip(1) {
        let (x, y) = text.split_once(')').unwrap().0.split_once(' ').unwrap();
        let (x, y): (f32, f32) = (x.parse().unwrap(), y.parse().unwrap());
        let is_inside = |[left, upper, right, lower]: &[f32; 4]| {
            (left + 9.0..right - 9.0).contains(&x) && (upper + 9.0..lower - 9.0).contains(&y)
        };
        assert!(frames.iter().any(is_inside), "text at {x} {y}");
        texts += 1;
    }
    assert!(texts > 20);
}

#[test]
fn a_folded_card_has_its_lower_half_below_the_fold() {
    let front = Card {
        below_fold: vec![Block::paragraph("Below")],
        ..Card::new(vec![Block::paragraph("Above")])
    };
    let layout = laid_out(&cards(CardSize::Folded, vec![front]));
    let page = to_svg_pages(&layout).remove(0);

    let [frame, fold] = frames(&page)[..] else {
        panic!("a frame and a line to fold along")
    };
    let middle = (frame[1] + frame[3]) / 2.0;
    assert!((fold[1] - middle).abs() < 1.0 && (fold[3] - middle).abs() < 1.0);
    let heights: Vec<f32> = page
        .split("translate(")
        .skip(1)
        .map(|text| {
            text.split_once(' ')
                .unwrap()
                .1
                .split_once(')')
                .unwrap()
                .0
                .parse()
                .unwrap()
        })
        .collect();
    assert!(heights[0] < middle && heights[1] > middle, "{heights:?}");
    assert_eq!(plain_text(&layout), "Above\nBelow\n");
}

#[test]
fn a_card_that_says_more_than_fits_is_refused_by_its_number() {
    let full = Card::new(vec![Block::paragraph("water ".repeat(200))]);
    let two_sided = Card {
        below_fold: vec![Block::paragraph("Below")],
        ..samples::pocket_card()
    };
    let nested = Card::new(vec![Block::Cards {
        size: CardSize::Wallet,
        cards: vec![samples::pocket_card()],
    }]);
    for (size, card, number) in [
        (CardSize::Wallet, full.clone(), 3),
        (CardSize::Folded, full, 3),
        (CardSize::Wallet, two_sided, 3),
        (CardSize::Wallet, nested, 1),
    ] {
        let paper = cards(
            size,
            vec![samples::pocket_card(), samples::pocket_card(), card],
        );
        let error = lay_out(&paper, fonts()).err().unwrap();
        assert!(
            matches!(error, DocumentError::CardOverfull { number: said } if said == number),
            "{error}"
        );
    }
    let small = Card {
        text_size_pt: 7.0,
        ..samples::pocket_card()
    };
    let error = lay_out(&cards(CardSize::Wallet, vec![small]), fonts())
        .err()
        .unwrap();
    assert!(matches!(error, DocumentError::TextSizeOutOfRange { .. }));
}

#[test]
fn blocks_after_cards_go_on_as_blocks_before_them() {
    let beside = |blocks: Vec<Block>| {
        let page = to_svg_pages(&laid_out(&paper(blocks))).remove(0);
        let last = page.rsplit("translate(").next().unwrap().to_owned();
        last.split_once(' ').unwrap().0.to_owned()
    };
    let cards = Block::Cards {
        size: CardSize::Wallet,
        cards: vec![samples::pocket_card()],
    };
    assert_eq!(beside(vec![cards, Block::paragraph("After")]), "72");
}

#[test]
fn a_camera_reads_the_codes_of_the_cards() {
    let read = tools::camera(&super::pdf_of(&samples::cards()));
    assert_eq!(read, vec!["tel:555-0142"; 6]);
}
