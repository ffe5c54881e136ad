//! Cards for a wallet, cut out of a sheet.

use crate::Block;

/// A card. What does not fit on it is refused, never cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The size of its body text in points, from 8 to 36.
    pub text_size_pt: f32,
    /// What it says, from top to bottom. Page breaks mean nothing here.
    pub blocks: Vec<Block>,
    /// What its lower half says, where it is folded; must be empty where it is not.
    pub below_fold: Vec<Block>,
}

impl Card {
    /// The size of text that is read without effort at arm's length, in points.
    pub const TEXT_PT: f32 = 8.5;

    /// A card that says `blocks`.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self {
            text_size_pt: Self::TEXT_PT,
            blocks,
            below_fold: Vec::new(),
        }
    }
}

/// How large a card is. Two of the width stand beside each other on either sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSize {
    /// 3.5 by 2 inches, as business cards and their perforated sheets are.
    Wallet,
    /// 3.5 by 4 inches, folded once across the middle to the size of a business card.
    Folded,
}
