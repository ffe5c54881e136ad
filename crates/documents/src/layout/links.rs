//! Words that lead to an address.

use crate::{
    DocumentError,
    layout::{Bar, Item, LinkTarget, Rect, Role, Shape, compose::Composer},
};

/// The kinds of address a paper may lead to: none of them runs or opens anything on the machine.
const SCHEMES: [&str; 5] = ["https:", "http:", "tel:", "mailto:", "sms:"];
/// How far below the letters their line is drawn, and its thickness, as shares of the text size.
const UNDERLINE_DROP: f32 = 0.14;
const UNDERLINE: f32 = 0.06;

impl Composer<'_, '_> {
    pub(super) fn link(&mut self, text: &str, uri: &str, alt: &str) -> Result<(), DocumentError> {
        ensure_address(uri)?;
        let between = self.measures.between_blocks();
        let style = self.measures.link_text();
        let left = self.measures.left;
        let lines = self.typesetter.lines(text, style, self.measures.width)?;
        let paragraph = self.tag(Role::Paragraph, self.parent);
        let tag = self.leaf(Role::Link, paragraph, text);
        self.composed.links.insert(
            tag,
            LinkTarget {
                uri: uri.to_owned(),
                alt: crate::bidi::readable(alt),
            },
        );
        let mut strips = self.text_strips(&lines, tag, left);
        for (strip, line) in strips.iter_mut().zip(&lines) {
            let Some(baseline) = line.baseline() else {
                continue;
            };
            let (x, width) = (left + line.left_edge(), line.right_edge - line.left_edge());
            let place = Rect {
                x,
                y: 0.0,
                width,
                height: line.height,
            };
            strip.items.push(Item {
                tag: Some(tag),
                shape: Shape::Link(place),
            });
            strip.items.push(Item {
                tag: None,
                shape: Shape::Bar(Bar {
                    x,
                    y: baseline + UNDERLINE_DROP * style.size,
                    width,
                    height: UNDERLINE * style.size,
                    ink: style.ink,
                }),
            });
        }
        self.add_block(between, strips, between);
        Ok(())
    }
}

/// An address of a kind that may be followed, in the characters addresses have (RFC 3986).
fn ensure_address(uri: &str) -> Result<(), DocumentError> {
    let lower = uri.to_ascii_lowercase();
    let leads_somewhere = SCHEMES
        .iter()
        .any(|scheme| lower.len() > scheme.len() && lower.starts_with(scheme));
    let is_written_right = uri
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    if leads_somewhere && is_written_right {
        Ok(())
    } else {
        Err(DocumentError::LinkInvalid)
    }
}
