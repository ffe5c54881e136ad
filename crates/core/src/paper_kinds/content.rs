//! What stands on a paper, before it is laid out.

use countyline_documents::{Blank, Block, Field, Level, isolate};
use countyline_ledger::EntityId;

use crate::days;
use crate::letters::{LetterCheck, numbered, warn, written_date};
use crate::papers::WayOnPaper;
use crate::words::Words;

/// What stands on a paper.
pub(super) struct Content {
    pub(super) title: String,
    /// What its messages begin with, of which one is the name of its file.
    pub(super) file_name: &'static str,
    pub(super) blocks: Vec<Block>,
    /// What stands there instead where a card does not hold it, in this order.
    pub(super) otherwise: Vec<Vec<Block>>,
    /// The office's line stands at the top.
    pub(super) names_office: bool,
    /// What the register keeps of it, if it is in the register.
    pub(super) about: Option<About>,
    /// Nothing on it may give anything away: it is looked at as a discreet letter is.
    pub(super) is_discreet: bool,
    pub(super) warnings: Vec<LetterCheck>,
}

/// Whom a paper is about or goes with, for the register.
pub(super) struct About {
    /// Nobody, where it goes with somebody who has no record.
    pub(super) victim: Option<EntityId>,
    /// The agencies it names.
    pub(super) partners: Vec<EntityId>,
    /// Her ways whose numbers it carries; without any, and of a kind that carries them, it carries those of the agencies.
    pub(super) ways: Vec<WayOnPaper>,
}

impl Content {
    /// A paper about nobody, with its title as the first heading.
    pub(super) fn new(title: String, file_name: &'static str, blocks: Vec<Block>) -> Content {
        Content {
            blocks: under_title(&title, blocks),
            otherwise: Vec::new(),
            title,
            file_name,
            names_office: false,
            about: None,
            is_discreet: false,
            warnings: Vec::new(),
        }
    }

    /// Saying it in these blocks where a card does not hold it.
    pub(super) fn or_else(mut self, blocks: Vec<Block>) -> Content {
        self.otherwise.push(under_title(&self.title, blocks));
        self
    }

    /// With the office's line at the top.
    pub(super) fn naming_office(mut self) -> Content {
        self.names_office = true;
        self
    }

    pub(super) fn about(mut self, victim: EntityId, partners: Vec<EntityId>) -> Content {
        self.about = Some(About {
            victim: Some(victim),
            partners,
            ways: Vec::new(),
        });
        self
    }

    /// In the register with the agencies whose numbers it carries.
    pub(super) fn with_numbers_of(
        mut self,
        victim: Option<EntityId>,
        partners: Vec<EntityId>,
    ) -> Content {
        self.about = Some(About {
            victim,
            partners,
            ways: Vec::new(),
        });
        self
    }

    /// To be looked at as a discreet letter is.
    pub(super) fn discreet_if(mut self, is_so: bool) -> Content {
        self.is_discreet = is_so;
        self
    }

    /// About a victim, with numbers of hers on it.
    pub(super) fn about_ways(mut self, victim: EntityId, ways: Vec<WayOnPaper>) -> Content {
        self.about = Some(About {
            victim: Some(victim),
            partners: Vec::new(),
            ways,
        });
        self
    }

    /// With a warning where something on it is so.
    pub(super) fn warning_if(mut self, code: &str, is_so: bool) -> Content {
        if is_so {
            self.warnings.push(warn(code, crate::values! {}));
        }
        self
    }
}

fn under_title(title: &str, blocks: Vec<Block>) -> Vec<Block> {
    let heading = Block::heading(Level::One, title);
    std::iter::once(heading).chain(blocks).collect()
}

/// Lines to write on beside each other, each with its label and its share of the row.
pub(super) fn to_fill<const COUNT: usize>(words: &Words, lines: [(&str, f32); COUNT]) -> Block {
    let blanks = lines.map(|(label, share)| Blank::new(words.say(label), share));
    Block::Blanks(blanks.to_vec())
}

/// A label with what stands here of it.
pub(super) fn said(words: &Words, label: &str, text: &str) -> Field {
    Field::new(words.say(label), isolate(text))
}

/// An ISO date, or the day of an instant, as a paper says it; what is no date stands as it is.
pub(super) fn said_day(words: &Words, written: &str) -> String {
    let day = written.get(..10).unwrap_or(written);
    let day = days::day("date", day).map(|day| written_date(words, day));
    isolate(&day.unwrap_or_else(|_| written.to_owned()))
}

/// A heading with the points of a list under it, which may run over to the next page.
pub(super) fn list(words: &Words, heading: &str, points: &str) -> [Block; 2] {
    [
        Block::heading(Level::Two, words.say(heading)),
        Block::Bullets(numbered(words, points)),
    ]
}

/// A heading with what belongs under it, on one page if possible.
pub(super) fn section(words: &Words, heading: &str, mut under: Vec<Block>) -> Block {
    under.insert(0, Block::heading(Level::Two, words.say(heading)));
    Block::KeepTogether(under)
}
