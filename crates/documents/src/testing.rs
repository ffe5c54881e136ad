//! What the checks of others need to see of a layout. Only with the feature `testing`, and never in
//! a program.

pub use crate::layout::{
    Area, Bar, Cluster, DrawnAs, Glyph, Ink, Item, LinkTarget, Marks, Page, PlacedPicture, Rect,
    Role, Shape, Tag, TagId, TextRun,
};
use crate::{CreatedOn, Layout};

/// The pages of `layout`.
pub fn pages(layout: &Layout) -> &[Page] {
    &layout.pages
}

/// The width and height of its pages, in points.
pub fn page_size(layout: &Layout) -> (f32, f32) {
    layout.page_size
}

/// Its tags: the first is the document, a parent stands before its children.
pub fn tags(layout: &Layout) -> &[Tag] {
    &layout.tags
}

/// Where a tag leads, if it is a link.
pub fn link(layout: &Layout, tag: TagId) -> Option<&LinkTarget> {
    layout.links.get(&tag)
}

/// Its title, its language and the day written into it.
pub fn about(layout: &Layout) -> (&str, &str, Option<CreatedOn>) {
    (&layout.title, &layout.language, layout.created_on)
}

/// How many pixels a picture has across and down, and their red, green and blue.
pub fn dots(picture: &PlacedPicture) -> ((u32, u32), &[u8]) {
    let pixels = &picture.pixels;
    ((pixels.width, pixels.height), &pixels.rgb)
}

/// The file of a face, and which of the fonts in it the face is.
pub fn font_file(layout: &Layout, face: usize) -> (&[u8], u32) {
    let face = &layout.faces[face];
    (face.bytes.data(), face.index)
}
