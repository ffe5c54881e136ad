//! Reading advisory groups.

use countyline_ledger::EntityId;
use rusqlite::{Connection, named_params};

use super::{GroupForm, GroupPage, GroupView, MeetingForm, MeetingView, MemberForm, MemberView};
use crate::error::Result;
use crate::registry::{ADVISORY_GROUP, GROUP_MEETING, GROUP_MEMBER};
use crate::standing::{self, Standing};
use crate::{ids, partners};

pub(super) fn all(conn: &Connection) -> Result<Vec<GroupView>> {
    let sql = "SELECT id FROM advisory_group WHERE deleted <> 1
               ORDER BY ended_on IS NOT NULL, name, id";
    let found = standing::ids(conn, sql, [])?;
    found.into_iter().map(|id| one(conn, id)).collect()
}

pub(super) fn page(conn: &Connection, id: EntityId) -> Result<GroupPage> {
    let members = "SELECT id FROM group_member WHERE advisory_group = :id AND deleted <> 1
                   ORDER BY left_on IS NOT NULL, co_chair = 1 DESC, person, id";
    let meetings = "SELECT id FROM group_meeting WHERE advisory_group = :id AND deleted <> 1
                    ORDER BY held_on DESC, id DESC";
    let found = |sql| standing::ids(conn, sql, named_params! { ":id": id.0 });
    Ok(GroupPage {
        group: one(conn, id)?,
        members: found(members)?
            .into_iter()
            .map(|member| member_of(conn, member))
            .collect::<Result<_>>()?,
        meetings: found(meetings)?
            .into_iter()
            .map(|meeting| meeting_of(conn, meeting))
            .collect::<Result<_>>()?,
    })
}

fn one(conn: &Connection, id: EntityId) -> Result<GroupView> {
    let shown = Standing::load(conn, &ADVISORY_GROUP, id)?;
    let count = |sql| standing::counted(conn, sql, named_params! { ":id": id.0 });
    Ok(GroupView {
        id: ids::text(id),
        form: GroupForm {
            name: shown.text("name"),
            kind: shown.text("kind"),
        },
        members: count(
            "SELECT count(*) FROM group_member
             WHERE advisory_group = :id AND deleted <> 1 AND left_on IS NULL",
        )?,
        meetings: count(
            "SELECT count(*) FROM group_meeting WHERE advisory_group = :id AND deleted <> 1",
        )?,
        in_conflict: shown.in_conflict(),
    })
}

fn member_of(conn: &Connection, id: EntityId) -> Result<MemberView> {
    let shown = Standing::load(conn, &GROUP_MEMBER, id)?;
    let partner = shown.named("partner");
    Ok(MemberView {
        id: ids::text(id),
        partner_name: partner
            .map(|partner| partners::name_of(conn, partner))
            .transpose()?,
        form: MemberForm {
            person: shown.text("person"),
            partner_id: partner.map(ids::text),
            co_chair: shown.is("co_chair"),
            joined_on: shown.maybe("joined_on"),
            left_on: shown.maybe("left_on"),
        },
        in_conflict: shown.in_conflict(),
        seen: shown.seen(),
    })
}

fn meeting_of(conn: &Connection, id: EntityId) -> Result<MeetingView> {
    let shown = Standing::load(conn, &GROUP_MEETING, id)?;
    Ok(MeetingView {
        id: ids::text(id),
        form: MeetingForm {
            held_on: shown.text("held_on"),
            present: shown.texts("present"),
            minutes: shown.text("minutes"),
            decisions: shown.texts("decisions"),
        },
        at: shown.text("at"),
    })
}
