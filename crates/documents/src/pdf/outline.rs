//! The list of headings in the side bar of a reader.

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use crate::{
    DocumentError, Layout, Level, Outline,
    layout::{Role, Shape, TagId, TextRun},
    pdf::{file::PdfFile, text_string},
};

/// The headings of the papers written so far that asked for a list. Of them only the last at the
/// top is kept, until it is known what follows it.
#[derive(Default)]
pub(super) struct OutlineList {
    top: Option<Top>,
}

/// What the list needs to know of its highest level.
struct Top {
    root: ObjectId,
    first: ObjectId,
    count: i64,
    last: (ObjectId, Dictionary),
}

/// A heading, and where it stands among the others of its paper.
struct Entry {
    id: ObjectId,
    level: Level,
    above: Option<usize>,
    dictionary: Dictionary,
}

impl OutlineList {
    /// Adds the headings of `layout`, if it asks for a list.
    pub(super) fn add<W: Write>(
        &mut self,
        file: &mut PdfFile<W>,
        layout: &Layout,
        pages: &[ObjectId],
    ) -> Result<(), DocumentError> {
        if layout.outline == Outline::None {
            return Ok(());
        }
        let mut entries = entries(file, layout, pages);
        link_up(&mut entries);
        for Entry {
            id,
            above,
            dictionary,
            ..
        } in entries
        {
            match above {
                Some(_) => file.set(id, dictionary)?,
                None => self.add_to_top(file, id, dictionary)?,
            }
        }
        Ok(())
    }

    fn add_to_top<W: Write>(
        &mut self,
        file: &mut PdfFile<W>,
        id: ObjectId,
        mut dictionary: Dictionary,
    ) -> Result<(), DocumentError> {
        match &mut self.top {
            None => {
                let root = file.reserve();
                dictionary.set("Parent", root);
                self.top = Some(Top {
                    root,
                    first: id,
                    count: 1,
                    last: (id, dictionary),
                });
            }
            Some(top) => {
                dictionary.set("Parent", top.root);
                dictionary.set("Prev", top.last.0);
                let (before, mut written) = std::mem::replace(&mut top.last, (id, dictionary));
                written.set("Next", id);
                file.set(before, written)?;
                top.count += 1;
            }
        }
        Ok(())
    }

    /// Writes the last entry and the root, if there is any entry.
    pub(super) fn write<W: Write>(
        self,
        file: &mut PdfFile<W>,
    ) -> Result<Option<ObjectId>, DocumentError> {
        let Some(top) = self.top else {
            return Ok(None);
        };
        let (last, dictionary) = top.last;
        file.set(last, dictionary)?;
        file.set(
            top.root,
            dictionary! {
                "Type" => "Outlines", "First" => top.first, "Last" => last, "Count" => top.count,
            },
        )?;
        Ok(Some(top.root))
    }
}

/// The headings of `layout` with their places, in reading order.
fn entries<W: Write>(file: &mut PdfFile<W>, layout: &Layout, pages: &[ObjectId]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (tag_id, tag) in layout.tags.iter().enumerate() {
        let Role::Heading(level) = tag.role else {
            continue;
        };
        let Some((page, top)) = place_of(layout, tag_id) else {
            continue;
        };
        let above = entries
            .iter()
            .rposition(|before| (before.level as u8) < level as u8);
        let place = vec![
            pages[page].into(),
            "XYZ".into(),
            Object::Null,
            top.into(),
            Object::Null,
        ];
        entries.push(Entry {
            id: file.reserve(),
            level,
            above,
            dictionary: dictionary! {
                "Title" => text_string(&tag.text.replace('\n', " ")), "Dest" => place,
            },
        });
    }
    entries
}

/// The page a heading stands on, and how far above the foot of the page it begins.
fn place_of(layout: &Layout, tag: TagId) -> Option<(usize, f32)> {
    layout.pages.iter().enumerate().find_map(|(number, page)| {
        let item = page.items.iter().find(|item| item.tag == Some(tag))?;
        let Shape::Text(TextRun { size, clusters, .. }) = &item.shape else {
            return None;
        };
        let glyph = clusters.first()?.glyphs.first()?;
        Some((number, layout.page_size.1 - (glyph.y - size)))
    })
}

/// Names to each entry the one above it, those beside it and those below it.
fn link_up(entries: &mut [Entry]) {
    for index in 0..entries.len() {
        let (id, above) = (entries[index].id, entries[index].above);
        let Some(parent) = above else { continue };
        let parent_id = entries[parent].id;
        let before = entries[..index]
            .iter()
            .rposition(|other| other.above == above);
        entries[index].dictionary.set("Parent", parent_id);
        match before {
            Some(before) => {
                let before_id = entries[before].id;
                entries[before].dictionary.set("Next", id);
                entries[index].dictionary.set("Prev", before_id);
            }
            None => entries[parent].dictionary.set("First", id),
        }
        let count = entries[..=index]
            .iter()
            .filter(|other| other.above == above);
        // Less than nothing: how many there are when the list is opened.
        let count = -(count.count() as i64);
        entries[parent].dictionary.set("Last", id);
        entries[parent].dictionary.set("Count", count);
    }
}
