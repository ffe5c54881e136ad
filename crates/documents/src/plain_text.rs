//! What a document says, as text in reading order: for screen readers, and for checks.

use crate::{
    Layout,
    layout::{Role, Tag},
};

/// Everything printed in `layout`, read from top to bottom: the header, the blocks, the footer.
///
/// Each block is a line, each row of a table a line with tabs between its cells. Header and footer
/// stand once. A picture is read as what it shows, a box to tick as ☐ or ☑. Page numbers and the marks of [`isolate`](crate::isolate) are left out.
pub fn plain_text(layout: &Layout) -> String {
    let mut text = String::new();
    let mut before: Option<&Tag> = None;
    text.extend(layout.header.iter().map(|header| format!("{header}\n")));
    for (id, tag) in layout.tags.iter().enumerate() {
        let has_parts = layout
            .tags
            .get(id + 1)
            .is_some_and(|next| next.parent == Some(id));
        if is_group(tag.role) || has_parts {
            continue;
        }
        if let Some(before) = before {
            text.push_str(separator(before, tag));
        }
        text.push_str(&tag.text);
        before = Some(tag);
    }
    if before.is_some() {
        text.push('\n');
    }
    text.extend(layout.footer.iter().map(|footer| format!("{footer}\n")));
    text
}

fn is_group(role: Role) -> bool {
    matches!(
        role,
        Role::Document | Role::Section | Role::List(_) | Role::ListItem | Role::Table | Role::Row
    )
}

fn separator(before: &Tag, tag: &Tag) -> &'static str {
    let share_parent = before.parent == tag.parent;
    match tag.role {
        Role::ListBody => " ",
        Role::ColumnHead | Role::RowHead | Role::Cell if share_parent => "\t",
        _ => "\n",
    }
}
