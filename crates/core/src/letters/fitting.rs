//! Cards that hold what stands on them: a card is as large as it is, and what is written in an office is not.

use countyline_documents::{Block, Card, CardSize, DocumentError, Fonts, Layout, Paper, lay_out};

use crate::error::Result;

/// Lays a paper out as it is, or else with the first of these contents whose cards hold all that stands on them.
///
/// # Errors
/// Those of [`lay_out`]; that of the last content, if none fits.
pub(crate) fn lay_out_fitting(
    paper: &mut Paper,
    otherwise: impl IntoIterator<Item = Vec<Block>>,
    fonts: &Fonts,
) -> Result<Layout> {
    let mut otherwise = otherwise.into_iter();
    loop {
        match lay_out(paper, fonts) {
            Err(DocumentError::CardOverfull { number }) => match otherwise.next() {
                Some(blocks) => paper.blocks = blocks,
                None => return Err(DocumentError::CardOverfull { number }.into()),
            },
            done => return Ok(done?),
        }
    }
}

/// Cards of the size of a business card.
pub(crate) fn wallet_cards(cards: Vec<Vec<Block>>, text_size_pt: f32) -> Block {
    let card = |blocks| Card {
        text_size_pt,
        ..Card::new(blocks)
    };
    Block::Cards {
        size: CardSize::Wallet,
        cards: cards.into_iter().map(card).collect(),
    }
}

/// Cards that are folded to that size, each with what stands above and below its fold.
pub(crate) fn folded_cards(cards: Vec<[Vec<Block>; 2]>, text_size_pt: f32) -> Block {
    let card = |[blocks, below_fold]: [Vec<Block>; 2]| Card {
        text_size_pt,
        blocks,
        below_fold,
    };
    Block::Cards {
        size: CardSize::Folded,
        cards: cards.into_iter().map(card).collect(),
    }
}
