//! krilla, another writer of PDFs, draws our layouts with its validators on. It refuses what
//! PDF/UA-1 or PDF/A-2a forbid.

#![allow(
    clippy::unwrap_used,
    reason = "only tests and measurements draw with it"
)]

use std::{
    collections::BTreeMap,
    hash::{Hash, Hasher},
    num::NonZeroU16,
};

use countyline_documents::{
    CreatedOn, Layout, Level,
    testing::{
        self, Area, Bar, Cluster, Ink, Item, Marks, PlacedPicture, Rect, Role, Shape, TagId,
        TextRun,
    },
};
use krilla::{
    Data, Document, SerializeSettings,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    configure::Configuration,
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect as KrillaRect, Size, Transform},
    image::{BitsPerComponent, CustomImage, Image, ImageColorspace},
    metadata::{DateTime, Metadata},
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
        TagGroup, TagKind, TagTree,
    },
    text::{Font, GlyphId, KrillaGlyph},
};

/// The faces krilla has read, by their number in a layout.
pub type Fonts = BTreeMap<usize, Font>;

/// `layout` as krilla draws it with the validators of `configuration`, or what it has against it.
/// `fonts` keeps what an earlier paper needed too.
pub fn drawn(
    layout: &Layout,
    fonts: &mut Fonts,
    configuration: Configuration,
) -> Result<Vec<u8>, String> {
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let mut parts: BTreeMap<TagId, Vec<Node>> = BTreeMap::new();
    let mut headings = Vec::new();
    let (width, height) = testing::page_size(layout);
    for (number, page) in testing::pages(layout).iter().enumerate() {
        let settings = PageSettings::from_wh(width, height).unwrap();
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut open = None;
        for item in page.items.iter().filter(|item| !is_link(item)) {
            if open != Some(item.tag) || item.tag.is_none() {
                if open.is_some() {
                    surface.end_tagged();
                }
                open = Some(item.tag);
                let mark = surface.start_tagged(match item.tag {
                    None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
                    Some(tag) if is_figure(layout, tag) => ContentTag::Other,
                    Some(_) => ContentTag::Span(SpanTag::empty()),
                });
                if let Some(tag) = item.tag {
                    parts.entry(tag).or_default().push(mark.into());
                    note_heading(layout, tag, number, item, &mut headings);
                }
            }
            draw(&mut surface, layout, item, fonts);
        }
        if open.is_some() {
            surface.end_tagged();
        }
        surface.finish();
        for item in &page.items {
            if let (Some(tag), Shape::Link(place)) = (item.tag, &item.shape) {
                let target = testing::link(layout, tag).unwrap();
                let action = Action::Link(LinkAction::new(target.uri.clone()));
                let link = LinkAnnotation::new(rectangle(place), Target::Action(action));
                let link = Annotation::new_link(link, Some(target.alt.clone()));
                let mark = sheet.add_tagged_annotation(link);
                parts.entry(tag).or_default().push(mark.into());
            }
        }
        sheet.finish();
    }
    let (title, language, created_on) = testing::about(layout);
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    tree.push(group(layout, 0, &children(layout), &mut parts));
    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    for (title, page, y) in headings {
        let place = XyzDestination::new(page, Point::from_xy(0.0, y));
        outline.push_child(OutlineNode::new(title, place));
    }
    document.set_outline(outline);
    document.set_metadata(metadata(title, language, created_on));
    document.finish().map_err(|error| format!("{error:?}"))
}

fn metadata(title: &str, language: &str, created_on: Option<CreatedOn>) -> Metadata {
    // PDF/A wants a day and an identity, which our papers have only if they are given one.
    let day = created_on.unwrap_or(CreatedOn {
        year: 2026,
        month: 1,
        day: 1,
    });
    let day = DateTime::new(day.year)
        .month(day.month)
        .day(day.day)
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(title.to_owned())
        .language(language.to_owned())
        .creation_date(day)
        .document_id(title.to_owned())
}

fn is_link(item: &Item) -> bool {
    matches!(item.shape, Shape::Link(_))
}

fn is_figure(layout: &Layout, tag: TagId) -> bool {
    testing::tags(layout)[tag].role == Role::Figure
}

fn note_heading(
    layout: &Layout,
    tag: TagId,
    page: usize,
    item: &Item,
    headings: &mut Vec<(String, usize, f32)>,
) {
    let tag = &testing::tags(layout)[tag];
    if let (Role::Heading(_), Shape::Text(run)) = (tag.role, &item.shape)
        && headings.last().is_none_or(|(title, ..)| *title != tag.text)
    {
        let y = run.clusters[0].glyphs[0].y - run.size;
        headings.push((tag.text.clone(), page, y));
    }
}

fn draw(surface: &mut Surface<'_>, layout: &Layout, item: &Item, fonts: &mut Fonts) {
    match &item.shape {
        Shape::Text(run) => text(surface, layout, run, fonts),
        Shape::Bar(Bar {
            x,
            y,
            width,
            height,
            ink,
        }) => {
            let corners = vec![
                (*x, *y),
                (x + width, *y),
                (x + width, y + height),
                (*x, y + height),
            ];
            area(surface, &[corners], *ink);
        }
        Shape::Area(Area { ink, polygons }) => area(surface, polygons, *ink),
        Shape::Picture(placed) => picture(surface, placed),
        Shape::Link(_) => {}
    }
}

fn picture(surface: &mut Surface<'_>, placed: &PlacedPicture) {
    let Rect {
        x,
        y,
        width,
        height,
    } = placed.place;
    let image = Image::from_custom(Dots(placed.clone()), false).unwrap();
    surface.push_transform(&Transform::from_translate(x, y));
    surface.draw_image(image, Size::from_wh(width, height).unwrap());
    surface.pop();
}

/// A picture as krilla asks for it.
#[derive(Clone)]
struct Dots(PlacedPicture);

impl Hash for Dots {
    fn hash<H: Hasher>(&self, state: &mut H) {
        testing::dots(&self.0).hash(state);
    }
}

impl CustomImage for Dots {
    fn color_channel(&self) -> &[u8] {
        testing::dots(&self.0).1
    }

    fn alpha_channel(&self) -> Option<&[u8]> {
        None
    }

    fn bits_per_component(&self) -> BitsPerComponent {
        BitsPerComponent::Eight
    }

    fn size(&self) -> (u32, u32) {
        testing::dots(&self.0).0
    }

    fn icc_profile(&self) -> Option<&[u8]> {
        None
    }

    fn color_space(&self) -> ImageColorspace {
        ImageColorspace::Rgb
    }
}

fn area(surface: &mut Surface<'_>, polygons: &[Vec<(f32, f32)>], ink: Ink) {
    let mut path = PathBuilder::new();
    for polygon in polygons {
        for (index, &(x, y)) in polygon.iter().enumerate() {
            match index {
                0 => path.move_to(x, y),
                _ => path.line_to(x, y),
            }
        }
        path.close();
    }
    surface.set_fill(fill(ink));
    surface.draw_path(&path.finish().unwrap());
}

fn text(surface: &mut Surface<'_>, layout: &Layout, run: &TextRun, fonts: &mut Fonts) {
    let font = fonts.entry(run.face).or_insert_with(|| {
        let (bytes, index) = testing::font_file(layout, run.face);
        Font::new(Data::from(bytes.to_vec()), index).unwrap()
    });
    let first = run.clusters[0].glyphs[0];
    let shown = run.clusters.iter().flat_map(|cluster| &cluster.glyphs);
    let mut ends = shown.skip(1).map(|glyph| glyph.x);
    let mut words = String::new();
    let mut glyphs = Vec::new();
    for Cluster {
        text,
        glyphs: shown,
    } in &run.clusters
    {
        let from = words.len();
        words.push_str(text);
        for glyph in shown {
            let end = ends.next().unwrap_or(glyph.x);
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(u32::from(glyph.id)),
                (end - glyph.x) / run.size,
                0.0,
                (first.y - glyph.y) / run.size,
                0.0,
                from..words.len(),
                None,
            ));
        }
    }
    surface.set_fill(fill(run.ink));
    let start = Point::from_xy(first.x, first.y);
    surface.draw_glyphs(start, &glyphs, font.clone(), &words, run.size, false);
}

fn fill(ink: Ink) -> Option<Fill> {
    let [red, green, blue] = ink.0;
    Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    })
}

fn rectangle(place: &Rect) -> KrillaRect {
    KrillaRect::from_xywh(place.x, place.y, place.width, place.height).unwrap()
}

/// The tags below each tag.
fn children(layout: &Layout) -> BTreeMap<TagId, Vec<TagId>> {
    let mut children: BTreeMap<TagId, Vec<TagId>> = BTreeMap::new();
    for (child, tag) in testing::tags(layout).iter().enumerate() {
        if let Some(parent) = tag.parent {
            children.entry(parent).or_default().push(child);
        }
    }
    children
}

/// A tag with everything below it.
fn group(
    layout: &Layout,
    id: TagId,
    children: &BTreeMap<TagId, Vec<TagId>>,
    parts: &mut BTreeMap<TagId, Vec<Node>>,
) -> TagGroup {
    let tags = testing::tags(layout);
    let tag = &tags[id];
    let level = |level: Level| NonZeroU16::new(level as u16 + 1).unwrap();
    let kind: TagKind = match tag.role {
        Role::Document => Tag::Part.into(),
        Role::Section => Tag::Section.into(),
        Role::Heading(deep) => Tag::Hn(level(deep), Some(tag.text.clone())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::List(Marks::Bullets) => Tag::L(ListNumbering::Disc).into(),
        Role::List(Marks::Boxes) => Tag::L(ListNumbering::Square).into(),
        Role::ListItem => Tag::LI.into(),
        Role::Bullet => Tag::Lbl.into(),
        Role::ListBody => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure => Tag::Figure(Some(tag.text.clone())).into(),
        Role::Link => Tag::Link.into(),
    };
    let mut group = TagGroup::new(kind);
    for &child in children.get(&id).into_iter().flatten() {
        group.push(self::group(layout, child, children, parts));
    }
    for part in parts.remove(&id).unwrap_or_default() {
        group.push(part);
    }
    group
}
