//! The structure tree: what each part of each page is, for screen readers (PDF/UA-1).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::{
    DocumentError, Layout, Level,
    layout::{Role, Tag, TagId},
    pdf::{text_string, while_doing},
};

/// The standard structure type of a role.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Heading(Level::One) => "H1",
        Role::Heading(Level::Two) => "H2",
        Role::Heading(Level::Three) => "H3",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::ListItem => "LI",
        Role::Bullet => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
    }
}

/// Adds the tree of `layout`. `marked` names the tag of every marked part of every page.
pub(super) fn add(
    pdf: &mut Document,
    layout: &Layout,
    marked: &[Vec<TagId>],
) -> Result<(), DocumentError> {
    let doing = while_doing("tagging the pages");
    let page_ids: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let root_id = pdf.new_object_id();
    let ids: Vec<ObjectId> = layout.tags.iter().map(|_| pdf.new_object_id()).collect();

    let mut kids = child_tags(layout, &ids);
    let mut parents = Vec::new();
    for (number, (parts, &page_id)) in marked.iter().zip(&page_ids).enumerate() {
        let page = pdf
            .get_object_mut(page_id)
            .and_then(Object::as_dict_mut)
            .map_err(&doing)?;
        page.set("StructParents", number as i64);
        page.set("Tabs", "S");
        parents.push(Object::from(number as i64));
        parents.push(Object::Array(
            parts.iter().map(|&tag| ids[tag].into()).collect(),
        ));
        for (part, &tag) in parts.iter().enumerate() {
            kids[tag].push(Object::Dictionary(
                dictionary! { "Type" => "MCR", "Pg" => page_id, "MCID" => part as i64 },
            ));
        }
    }

    for ((tag, &id), kids) in layout.tags.iter().zip(&ids).zip(kids) {
        let parent = tag.parent.map_or(root_id, |parent| ids[parent]);
        pdf.set_object(id, element(tag, parent, kids));
    }
    let parent_tree = pdf.add_object(dictionary! { "Nums" => parents });
    pdf.set_object(
        root_id,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![Object::Reference(ids[0])],
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => page_ids.len() as i64,
        },
    );
    let catalog = pdf.catalog_mut().map_err(&doing)?;
    catalog.set(
        "MarkInfo",
        Object::Dictionary(dictionary! { "Marked" => true }),
    );
    catalog.set("StructTreeRoot", root_id);
    Ok(())
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

fn element(tag: &Tag, parent: ObjectId, kids: Vec<Object>) -> Dictionary {
    let mut element = dictionary! {
        "Type" => "StructElem",
        "S" => name(tag.role),
        "P" => parent,
        "K" => kids,
    };
    let scope = match tag.role {
        Role::ColumnHead => Some("Column"),
        Role::RowHead => Some("Row"),
        _ => None,
    };
    if let Some(scope) = scope {
        let scope = dictionary! { "O" => "Table", "Scope" => scope };
        element.set("A", Object::Dictionary(scope));
    }
    if matches!(tag.role, Role::Heading(_)) {
        element.set("T", text_string(&tag.text));
    }
    element
}
