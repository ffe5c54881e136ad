//! The tree of pages: nodes of so many pages each, so that no list grows with the file.

use std::io::Write;

use lopdf::{Object, ObjectId, dictionary};

use crate::{DocumentError, pdf::file::PdfFile};

/// How many pages a node holds.
const NODE: usize = 64;

/// The pages written so far.
#[derive(Default)]
pub(super) struct PageTree {
    /// The pages each node holds, the last of which may get more.
    nodes: Vec<(ObjectId, Vec<Object>)>,
    count: usize,
}

impl PageTree {
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The node the next page belongs to.
    pub(super) fn parent_of_next<W: Write>(&mut self, file: &mut PdfFile<W>) -> ObjectId {
        match self.nodes.last() {
            Some((node, pages)) if pages.len() < NODE => *node,
            _ => {
                let node = file.reserve();
                self.nodes.push((node, Vec::new()));
                node
            }
        }
    }

    /// Adds a page whose parent was asked for.
    pub(super) fn push(&mut self, page: ObjectId) {
        if let Some((_, pages)) = self.nodes.last_mut() {
            pages.push(page.into());
            self.count += 1;
        }
    }

    /// Writes the nodes, and says which is the root: the only one, or one above them all.
    pub(super) fn write<W: Write>(self, file: &mut PdfFile<W>) -> Result<ObjectId, DocumentError> {
        let nodes = self.nodes.len();
        let root = match self.nodes.as_slice() {
            [(only, _)] => *only,
            _ => file.reserve(),
        };
        let mut kids = Vec::new();
        for (node, pages) in self.nodes {
            let mut dictionary = dictionary! {
                "Type" => "Pages", "Count" => pages.len() as i64, "Kids" => pages,
            };
            if nodes > 1 {
                dictionary.set("Parent", root);
                kids.push(Object::Reference(node));
            }
            file.set(node, dictionary)?;
        }
        if nodes > 1 {
            let count = self.count as i64;
            file.set(
                root,
                dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids },
            )?;
        }
        Ok(root)
    }
}
