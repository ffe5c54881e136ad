//! The one door: a change is one transaction, one commit in the history, one audit fact.
//!
//! The closure only says what is to be written and reads what it needs; writing happens after it, in the
//! same transaction. What a person edits names what she had on the screen ([`Seen`]), so that a change
//! that arrived meanwhile stands beside hers. A field that she left as it was is not written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use countyline_ledger::{
    Dot, EntityId, EntityKey, EntityState, EraseScope, FieldId, OrderId, Value,
};
use rusqlite::Connection;

use super::own_commit::carry_out;
use super::{CaseFile, Seen, erasing, tables};
use crate::error::{Error, Result};
use crate::outside::Random;
use crate::registry::{Column, Field, Record, STAFF};
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// What a person did. Numbers are never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Action {
    /// An office or laptop was set up.
    SetUp = 1,
    /// A victim was recorded.
    CreateVictim = 2,
    /// A victim was edited.
    EditVictim = 3,
    /// A way to reach a victim was added.
    AddContactMethod = 4,
    /// A way to reach a victim was edited.
    EditContactMethod = 5,
    /// A contact with a victim was recorded.
    RecordContact = 6,
    /// A partner agency was recorded.
    CreatePartner = 7,
    /// A contact with a partner agency was recorded.
    RecordPartnerContact = 8,
    /// A victim was referred.
    ReferVictim = 9,
    /// A referral moved on.
    AdvanceReferral = 10,
    /// A release was signed.
    SignRelease = 11,
    /// A release was revoked.
    RevokeRelease = 12,
    /// A follow-up was completed.
    CompleteFollowUp = 13,
    /// A letter was saved or printed.
    MakeLetter = 14,
    /// A bundle was written.
    SendWeek = 15,
    /// A laptop was enrolled.
    EnrolLaptop = 16,
    /// A laptop joined.
    JoinOffice = 17,
    /// Bundles were merged.
    MergeBundles = 18,
    /// A conflict was settled.
    ResolveConflict = 19,
    /// A new log was begun, because the one before it was continued elsewhere or restored from a copy.
    BeginLog = 20,
    /// The county handed bundles back.
    HandBack = 21,
    /// The county was declared restored from a backup.
    CountyRestored = 22,
    /// A bundle that waited was put away by a person.
    ForgetParked = 23,
    /// A person has dealt with what was noticed about histories.
    SettleNotice = 24,
    /// A lost laptop was struck from the roster.
    RevokeLaptop = 30,
    /// Work of a revoked laptop that came afterwards was taken in after all.
    TakeInRevokedWork = 31,
    /// Work of a revoked laptop that came afterwards is kept out.
    KeepRevokedWorkOut = 32,
    /// The county's key that laptops seal for was replaced.
    ReplaceCountyKey = 33,
    /// A replaced key was destroyed.
    DestroyCountyKey = 34,
    /// Recovery sheets were made.
    MakeRecoverySheets = 35,
    /// The office was opened with two recovery sheets.
    UseRecoverySheets = 36,
    /// Somebody at the county asked for a laptop's one-time code.
    AskUnlockCode = 37,
    /// A laptop was opened with its one-time code.
    UseUnlockCode = 38,
    /// A laptop that was found made itself fresh keys.
    RenewLaptopKeys = 39,
    /// An erasure was ordered.
    OrderErasure = 40,
    /// An erasure was carried out, and nothing is left in this place's folder.
    ConfirmErasure = 41,
    /// Records found to belong to an erased one were named in its order.
    ExtendErasure = 42,
    /// A victim's record was restricted to those who need it, or opened again.
    RestrictVictim = 43,
    /// Who a victim is was written down.
    WriteVictimFacts = 70,
    /// What protects a victim's address was written down.
    ProtectAddress = 71,
    /// A legal hold was put on a victim's records or lifted.
    HoldRecords = 72,
    /// An incident was recorded, or a victim's part in one.
    RecordIncident = 73,
    /// A way to reach a victim was asked about again, or its conditions were written down.
    CheckContactMethod = 74,
    /// A code word was looked up.
    RevealCodeWord = 75,
    /// A victim was told her rights, or what cannot stay confidential.
    GiveNotice = 76,
    /// A protection order, a custody notice or a claim was recorded.
    RecordProtection = 77,
    /// What was told about a victim under a court's order or a statute was written down.
    RecordDisclosure = 78,
    /// A paper was given, held or destroyed.
    MovePaper = 79,
    /// What the county decides for every place was changed.
    SetPolicy = 69,
    /// Two records were linked as one person's.
    LinkPersons = 60,
    /// A link was taken back.
    UnlinkPersons = 61,
    /// Two records were told apart.
    TellPersonsApart = 62,
    /// A record was hidden: it was recorded by mistake.
    Hide = 50,
    /// A hidden record was brought back, or kept against somebody who hid it.
    BringBack = 51,
    /// A problem was seen.
    MarkSeen = 52,
    /// The last merge was taken back.
    UndoMerge = 53,
    /// A service was recorded.
    RecordService = 80,
    /// A risk screen was recorded.
    RecordRiskScreen = 81,
    /// A follow-up was set by a policy.
    PlanFollowUp = 82,
    /// What came of a referral was recorded.
    RecordReferralOutcome = 83,
    /// A partner agency, or one of its services, places or people, was recorded or edited.
    EditPartner = 130,
    /// A directory was taken in.
    ImportDirectory = 131,
    /// An agreement was recorded, renewed or ended.
    KeepAgreement = 132,
    /// An advisory group, its members or a meeting was recorded.
    KeepGroup = 133,
    /// Outreach to the community was recorded, or material that went out or came back.
    RecordOutreach = 134,
    /// A person who works here was recorded, given a role, or let go.
    KeepStaff = 135,
    /// Somebody's hours or a call-out were recorded.
    RecordOwnWork = 136,
    /// A training session was recorded, or who came.
    KeepTraining = 137,
    /// A survey or a needs assessment was recorded or counted.
    KeepSurvey = 138,
    /// A table left the program.
    ExportTable = 139,
    /// Rows of a table about victims or about contacts with them were taken in.
    ImportCases = 140,
    /// Rows of a table about partner agencies or about contacts with them were taken in.
    ImportPartners = 141,
    /// The wording of a paper was changed.
    SetWording = 142,
    /// A report's figures were handed in.
    HandInReport = 143,
    /// A backup was begun.
    BackUp = 150,
    /// A change was taken back, or what was taken back was done again.
    TakeBack = 160,
    /// Who is on call when was entered, swapped or called off.
    KeepShift = 172,
    /// What was looked at goes along with the week.
    TellLooks = 170,
    /// Somebody went through who looked at what.
    ReviewLooks = 171,
}

/// What a change did, from which screens decide what to read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Names of the record types written in.
    pub records: BTreeSet<&'static str>,
    /// When, by this machine's clock.
    pub at: DateTime<FixedOffset>,
}

/// A change being written down.
pub struct Change<'a> {
    pub(super) conn: &'a Connection,
    pub(super) random: &'a mut dyn Random,
    pub(super) now: DateTime<FixedOffset>,
    pub(super) staff: EntityId,
    pub(super) fields: BTreeMap<EntityKey, BTreeMap<FieldId, (Value, Vec<Dot>)>>,
    pub(super) others: Vec<Pending>,
    pub(super) beside: Vec<Beside<'a>>,
    pub(super) longest: Longest,
}

/// The longest text of a change, in bytes, and the field it was written in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Longest {
    pub(super) bytes: usize,
    pub(super) field: &'static str,
}

type Beside<'a> = Box<dyn FnOnce(&Connection) -> Result<()> + 'a>;

pub(super) enum Pending {
    Add(EntityKey, FieldId, Vec<Value>),
    Remove(EntityKey, FieldId, Vec<Value>, Vec<Dot>),
    Delete(EntityKey, Vec<Dot>),
    Audit(u16, Option<EntityId>, Value),
    Erase(OrderId, String, Vec<EraseScope>),
    #[cfg(any(test, feature = "testing"))]
    Crafted(countyline_ledger::ResolvedOp),
}

impl<'a> Change<'a> {
    /// Now, by this machine's clock.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    /// Who is at work.
    pub fn staff(&self) -> EntityId {
        self.staff
    }

    /// The case file as it stood before this change, to read.
    pub(crate) fn conn(&self) -> &'a Connection {
        self.conn
    }

    /// Writes a new record and returns its id.
    pub(crate) fn create(
        &mut self,
        record: &'static Record,
        fields: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> EntityId {
        let entity = self.new_id();
        self.create_as(record, entity, fields);
        entity
    }

    /// Writes a new record under an id made before.
    pub(crate) fn create_as(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        fields: impl IntoIterator<Item = (&'static str, Value)>,
    ) {
        for (name, value) in fields {
            self.put(record, entity, record.field(name), value, Vec::new());
        }
    }

    /// Writes fields of a record, in place of what the person had seen there. What she left as it was
    /// is not written.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] if `seen` is not what a form showed of this record.
    pub(crate) fn edit(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        seen: &Seen,
        fields: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<()> {
        #[cfg(any(test, feature = "testing"))]
        let seen = &match breaks(Broken::FormTakesCurrentHeads) {
            true => Seen::of(&self.state(record, entity)?),
            false => seen.clone(),
        };
        for (name, value) in fields {
            let field = record.field(name);
            let shown = self.asserted(record, entity, seen, field.field_id())?;
            if shown != [value.clone()] {
                let heads = seen.heads(field.field_id());
                self.put(record, entity, field, value, heads.to_vec());
            }
        }
        Ok(())
    }

    /// As [`Change::edit`], where what stands now is what the person sees.
    pub(crate) fn edit_current(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        fields: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<()> {
        let state = self.state(record, entity)?;
        self.edit(record, entity, &Seen::of(&state), fields)
    }

    /// Adds elements to a set.
    pub(crate) fn add(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        field: &str,
        elements: impl IntoIterator<Item = Value>,
    ) {
        let elements: Vec<Value> = elements.into_iter().collect();
        if !elements.is_empty() {
            let field = record.field(field);
            for element in &elements {
                self.measure(field, element);
            }
            self.others.push(Pending::Add(
                key(record, entity),
                field.field_id(),
                elements,
            ));
        }
    }

    /// Writes down that something was done that changes no record.
    pub(crate) fn audit(&mut self, action: Action, about: Option<EntityId>, detail: Value) {
        self.others
            .push(Pending::Audit(action as u16, about, detail));
    }

    /// Orders records, or fields of them, to be erased everywhere.
    pub(crate) fn erase(&mut self, order: OrderId, basis: String, scopes: Vec<EraseScope>) {
        self.others.push(Pending::Erase(order, basis, scopes));
    }

    /// Writes an operation as it is.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn craft(&mut self, op: countyline_ledger::ResolvedOp) {
        self.others.push(Pending::Crafted(op));
    }

    /// Writes into this place's own tables, in the same transaction.
    pub(crate) fn beside(&mut self, write: impl FnOnce(&Connection) -> Result<()> + 'a) {
        self.beside.push(Box::new(write));
    }

    /// What stands in a record.
    pub(crate) fn state(&self, record: &'static Record, entity: EntityId) -> Result<EntityState> {
        match tables::load(self.conn, key(record, entity))? {
            Some(state) => Ok(state),
            None if erasing::filter(self.conn)?.whole(entity).is_some() => Err(Error::Erased),
            None => Err(Error::NotFound {
                record: record.name,
            }),
        }
    }

    /// A new id: time-ordered for locality, random otherwise, without meaning.
    pub(crate) fn new_id(&mut self) -> EntityId {
        let mut random = [0u8; 10];
        self.random.fill(&mut random);
        let millis = u64::try_from(self.now.timestamp_millis()).unwrap_or(0);
        let id = uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid();
        EntityId(id.into_bytes())
    }

    fn put(
        &mut self,
        record: &'static Record,
        entity: EntityId,
        field: &'static Field,
        value: Value,
        parents: Vec<Dot>,
    ) {
        self.measure(field, &value);
        self.fields
            .entry(key(record, entity))
            .or_default()
            .insert(field.field_id(), (value, parents));
    }

    pub(super) fn measure(&mut self, field: &'static Field, value: &Value) {
        let mut measure = |name, value: &Value| {
            let bytes = value.as_text().map_or(0, str::len);
            if bytes > self.longest.bytes {
                self.longest = Longest { bytes, field: name };
            }
        };
        measure(field.name, value);
        if let Value::List(items) = value {
            items.iter().for_each(|item| measure(field.name, item));
        }
        if let Column::Members(members) = field.column {
            for (number, name) in members {
                measure(name, value.member(*number).unwrap_or(&Value::Null));
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.others.is_empty() && self.beside.is_empty()
    }
}

/// A record's key.
pub(crate) fn key(record: &Record, entity: EntityId) -> EntityKey {
    EntityKey {
        record: record.record_type(),
        entity,
    }
}

impl CaseFile {
    /// Makes one change: all of it is on disk when this returns, or none of it is.
    ///
    /// # Errors
    /// Those of `write`, upon which nothing is written; [`Error::NotJoined`]; [`Error::RoleMayNot`];
    /// [`Error::AccessEnded`]; [`Error::DiskFull`]; [`Error::Storage`].
    pub fn change<T>(
        &mut self,
        action: Action,
        write: impl FnOnce(&mut Change<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        // A laptop that belongs to no office yet has nobody to keep a record for.
        if self.place.agency.is_none() && !matches!(action, Action::SetUp | Action::JoinOffice) {
            return Err(Error::NotJoined);
        }
        self.ensure_may(crate::roles::deed(action))?;
        self.write_looks();
        let now = self.outside.clock.now();
        let place = &mut self.place;
        let random = self.outside.random.as_mut();
        let beside = self.beside_next.as_ref();
        let (value, records, lamport, written) = self.door.transaction(&self.conn, |conn| {
            let mut change = Change {
                conn,
                random,
                now,
                staff: place.staff,
                fields: BTreeMap::new(),
                others: Vec::new(),
                beside: Vec::new(),
                longest: Longest {
                    bytes: 0,
                    field: "size",
                },
            };
            let value = self.door.while_shut(conn, || write(&mut change))?;
            if let Some(beside) = beside {
                beside(conn)?;
            }
            if change.is_empty() {
                return Ok((value, BTreeSet::new(), place.lamport, None));
            }
            let (records, lamport, written) =
                carry_out(change, action, place.log_rid, place.lamport)?;
            Ok((value, records, lamport, written))
        })?;
        self.beside_next = None;
        place.lamport = lamport;
        let own = written.map(|head| {
            self.outside.head_mark.remember(&place.device, &head);
            Dot::new(place.log_rid, head.seq)
        });
        if let Some(dot) = own {
            self.remember_latest(action, dot);
        }
        if records.contains(STAFF.name) || action == Action::UndoMerge {
            self.meet_person()?;
        }
        Ok((value, Changes { records, at: now }))
    }
}
