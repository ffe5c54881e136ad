//! The structure tree: what each part of each page is, for screen readers (PDF/UA-1).

use std::{collections::BTreeMap, io::Write};

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use crate::{
    DocumentError, Layout, Level,
    layout::{DrawnAs, Marks, Role, Tag, TagId},
    pdf::{content::PageContent, file::PdfFile, text_string},
};

/// The standard structure type of a role.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Heading(Level::One) => "H1",
        Role::Heading(Level::Two) => "H2",
        Role::Heading(Level::Three) => "H3",
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::ListItem => "LI",
        Role::Bullet => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::Figure => "Figure",
        Role::Link => "Link",
    }
}

/// The tree of a file, of which each paper's part is written with the paper.
pub(super) struct Structure {
    root: ObjectId,
    /// What holds the papers of a run together.
    run: Option<ObjectId>,
    papers: Vec<Object>,
    /// From the key of a page or link to the elements it shows: keys and objects in turn.
    parents: Vec<Object>,
    next_key: i64,
}

/// What was written of one paper: where each of its tags is to be found.
pub(super) struct Written {
    ids: Vec<ObjectId>,
    places: Vec<Vec<Place>>,
    boxes: BTreeMap<TagId, [f32; 4]>,
}

enum Place {
    /// A marked part of a page.
    Part { page: ObjectId, number: i64 },
    /// A place of a page that leads somewhere.
    Link { page: ObjectId, link: ObjectId },
}

impl Written {
    pub(super) fn of<W: Write>(layout: &Layout, file: &mut PdfFile<W>) -> Self {
        Self {
            ids: layout.tags.iter().map(|_| file.reserve()).collect(),
            places: layout.tags.iter().map(|_| Vec::new()).collect(),
            boxes: BTreeMap::new(),
        }
    }
}

impl Structure {
    pub(super) fn of_one<W: Write>(file: &mut PdfFile<W>) -> Self {
        Self {
            root: file.reserve(),
            run: None,
            papers: Vec::new(),
            parents: Vec::new(),
            next_key: 0,
        }
    }

    pub(super) fn of_many<W: Write>(file: &mut PdfFile<W>) -> Self {
        Self {
            run: Some(file.reserve()),
            ..Self::of_one(file)
        }
    }

    /// Takes down which tags a page shows, and says under which key it is found.
    pub(super) fn note_page<W: Write>(
        &mut self,
        file: &mut PdfFile<W>,
        written: &mut Written,
        page: ObjectId,
        content: &PageContent,
    ) -> Result<i64, DocumentError> {
        for (number, &tag) in content.marked.iter().enumerate() {
            let number = number as i64;
            written.places[tag].push(Place::Part { page, number });
        }
        written.boxes.extend(&content.boxes);
        let elements = content.marked.iter().map(|&tag| written.ids[tag].into());
        let elements = file.add(Object::Array(elements.collect()))?;
        Ok(self.key(elements))
    }

    /// Takes down that `link` on `page` belongs to `tag`, and says under which key it is found.
    pub(super) fn note_link(
        &mut self,
        written: &mut Written,
        tag: TagId,
        page: ObjectId,
        link: ObjectId,
    ) -> i64 {
        written.places[tag].push(Place::Link { page, link });
        self.key(written.ids[tag])
    }

    fn key(&mut self, object: ObjectId) -> i64 {
        let key = self.next_key;
        self.next_key += 1;
        self.parents.push(key.into());
        self.parents.push(object.into());
        key
    }

    /// Writes the elements of a paper whose pages were noted.
    pub(super) fn add<W: Write>(
        &mut self,
        file: &mut PdfFile<W>,
        layout: &Layout,
        written: Written,
    ) -> Result<(), DocumentError> {
        let Written { ids, places, boxes } = written;
        let mut kids = child_tags(layout, &ids);
        for (id, (tag, places)) in layout.tags.iter().zip(places).enumerate() {
            let mut element = Dictionary::new();
            element.set("Type", "StructElem");
            element.set("S", name(tag.role));
            element.set(
                "P",
                tag.parent.map_or(self.above_papers(), |parent| ids[parent]),
            );
            add_places(&mut element, &mut kids[id], &places);
            element.set("K", std::mem::take(&mut kids[id]));
            describe(&mut element, tag, boxes.get(&id));
            if tag.parent.is_none() && self.run.is_some() {
                element.set("S", "Part");
                element.set("Lang", Object::string_literal(layout.language.as_str()));
            }
            file.set(ids[id], element)?;
        }
        self.papers.push(ids[0].into());
        Ok(())
    }

    fn above_papers(&self) -> ObjectId {
        self.run.unwrap_or(self.root)
    }

    /// Writes what is above the papers, and says which object is the root.
    pub(super) fn write<W: Write>(self, file: &mut PdfFile<W>) -> Result<ObjectId, DocumentError> {
        let kids = match self.run {
            None => self.papers,
            Some(run) => {
                file.set(
                    run,
                    dictionary! {
                        "Type" => "StructElem",
                        "S" => "Document",
                        "P" => self.root,
                        "K" => self.papers,
                    },
                )?;
                vec![run.into()]
            }
        };
        let parents = file.add(dictionary! { "Nums" => self.parents })?;
        file.set(
            self.root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => kids,
                "ParentTree" => parents,
                "ParentTreeNextKey" => self.next_key,
            },
        )?;
        Ok(self.root)
    }
}

/// The tags below each tag, in reading order.
fn child_tags(layout: &Layout, ids: &[ObjectId]) -> Vec<Vec<Object>> {
    let mut kids = vec![Vec::new(); layout.tags.len()];
    for (tag, &id) in layout.tags.iter().zip(ids) {
        if let Some(parent) = tag.parent {
            kids[parent].push(Object::Reference(id));
        }
    }
    kids
}

/// Adds where an element is seen. Its first page is said once, so that parts of that page are
/// mere numbers.
fn add_places(element: &mut Dictionary, kids: &mut Vec<Object>, places: &[Place]) {
    let pages = places.iter().map(|place| match place {
        Place::Part { page, .. } | Place::Link { page, .. } => *page,
    });
    let first = pages.clone().next();
    if let Some(first) = first {
        element.set("Pg", first);
    }
    for (place, page) in places.iter().zip(pages) {
        let is_elsewhere = first != Some(page);
        kids.push(match place {
            Place::Part { number, .. } if is_elsewhere => {
                Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => *number })
            }
            Place::Part { number, .. } => Object::Integer(*number),
            Place::Link { link, .. } => {
                Object::Dictionary(dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => *link })
            }
        });
    }
}

/// Says of an element what its role and its drawing do not say.
fn describe(element: &mut Dictionary, tag: &Tag, place: Option<&[f32; 4]>) {
    let attributes = match tag.role {
        Role::ColumnHead => Some(dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::RowHead => Some(dictionary! { "O" => "Table", "Scope" => "Row" }),
        Role::List(Marks::Bullets) => {
            Some(dictionary! { "O" => "List", "ListNumbering" => "Disc" })
        }
        Role::List(Marks::Boxes) => {
            Some(dictionary! { "O" => "List", "ListNumbering" => "Square" })
        }
        Role::Figure => place.map(|edges| {
            let edges: Vec<Object> = edges.iter().map(|&edge| edge.into()).collect();
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => edges }
        }),
        _ => None,
    };
    if let Some(attributes) = attributes {
        element.set("A", Object::Dictionary(attributes));
    }
    if matches!(tag.role, Role::Heading(_)) {
        element.set("T", text_string(&tag.text));
    }
    match tag.drawn_as {
        DrawnAs::Letters => {}
        DrawnAs::Sign => element.set("ActualText", text_string(&tag.text)),
        DrawnAs::Figure => element.set("Alt", text_string(&tag.text)),
    }
}
