//! Reading outreach to the community and materials.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::{CommunityEventForm, CommunityEventView, MaterialForm, MaterialView};
use crate::error::Result;
use crate::ids;
use crate::registry::{COMMUNITY_EVENT, MATERIAL};
use crate::standing::{self, Standing};

pub(super) fn events(conn: &Connection) -> Result<Vec<CommunityEventView>> {
    let sql = "SELECT id FROM community_event WHERE deleted <> 1 ORDER BY held_on DESC, id DESC";
    let found = standing::ids(conn, sql, [])?;
    found.into_iter().map(|id| event(conn, id)).collect()
}

pub(super) fn materials(conn: &Connection) -> Result<Vec<MaterialView>> {
    let sql = "SELECT id FROM material WHERE deleted <> 1 ORDER BY given_on DESC, id DESC";
    let found = standing::ids(conn, sql, [])?;
    found.into_iter().map(|id| material(conn, id)).collect()
}

fn event(conn: &Connection, id: EntityId) -> Result<CommunityEventView> {
    let shown = Standing::load(conn, &COMMUNITY_EVENT, id)?;
    let given = "SELECT id FROM material WHERE community_event = :id AND deleted <> 1 ORDER BY id";
    let given = standing::ids(conn, given, named_params! { ":id": id.0 })?;
    let materials = given
        .into_iter()
        .map(|material| Ok(form(conn, material)?.0));
    Ok(CommunityEventView {
        id: ids::text(id),
        form: CommunityEventForm {
            held_on: shown.text("held_on"),
            place: shown.text("place"),
            audience: shown.text("audience"),
            population: shown.text("population"),
            number_reached: shown.number("number_reached"),
            language: shown.text("language"),
            note: shown.text("note"),
            materials: materials.collect::<Result<_>>()?,
        },
    })
}

fn material(conn: &Connection, id: EntityId) -> Result<MaterialView> {
    let (form, shown) = form(conn, id)?;
    let returned_on = shown.maybe("returned_on");
    Ok(MaterialView {
        id: ids::text(id),
        out_on_loan: form.item == "loaned_phone" && returned_on.is_none(),
        returned_on,
        form,
    })
}

fn form(conn: &Connection, id: EntityId) -> Result<(MaterialForm, Standing)> {
    let shown = Standing::load(conn, &MATERIAL, id)?;
    let form = MaterialForm {
        given_on: shown.text("given_on"),
        place: shown.text("place"),
        item: shown.text("item"),
        what: shown.text("what"),
        language: shown.text("language"),
        quantity: shown.number("quantity").unwrap_or(0),
    };
    Ok((form, shown))
}
