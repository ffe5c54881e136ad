//! The manifest as a CBOR map with integer keys.
//!
//! A list that is empty and a value that is absent have no entry at all. The numbers are part of
//! the format and are never used again for something else.

use super::*;
use crate::cbor::{CRITICAL_KEY, Known, Malformed, MapWriter, Reader, Writer};
use crate::limits::{self, Limit};

mod key {
    pub const FORMAT: u64 = 1;
    pub const MIN_READER: u64 = 2;
    pub const APP_VERSION: u64 = 3;
    pub const AGENCY: u64 = 4;
    pub const DIRECTION: u64 = 5;
    pub const DEVICE: u64 = 6;
    pub const SIGNING_KEY: u64 = 7;
    pub const RECIPIENTS: u64 = 8;
    pub const CREATED: u64 = 9;
    pub const ROSTER_KNOWN: u64 = 10;
    pub const REGISTRY_VERSION: u64 = 11;
    pub const LOGS: u64 = 12;
    pub const ANCHORS: u64 = 13;
    pub const HAVE: u64 = 14;
    pub const ACKS: u64 = 15;
    pub const NEED: u64 = 16;
    pub const HUB: u64 = 17;
    pub const BLOCKS: u64 = 18;
    pub const ROSTER_UPDATE: u64 = 19;
    pub const ERASE_RECEIPTS: u64 = 20;
    pub const PADDED_LEN: u64 = 21;
}

impl Manifest {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let cover = &self.cover;
        let mut map = MapWriter::default();
        map.put(key::FORMAT, |w| _ = w.uint(FORMAT));
        map.put(key::MIN_READER, |w| _ = w.uint(cover.min_reader.into()));
        map.put(key::APP_VERSION, |w| _ = w.text(&cover.app_version));
        map.put(key::AGENCY, |w| _ = w.bytes(&cover.agency));
        map.put(key::DIRECTION, |w| {
            _ = w.uint(cover.direction.number().into())
        });
        map.put(key::DEVICE, |w| _ = w.bytes(&cover.device));
        map.put(key::SIGNING_KEY, |w| _ = w.bytes(&self.signing_key.0));
        map.put_list(key::RECIPIENTS, &self.recipients, |w, id| {
            _ = w.bytes(&id.0)
        });
        map.put(key::CREATED, |w| _ = w.int(cover.created_ms));
        if let Some(point) = &cover.roster_known {
            map.put(key::ROSTER_KNOWN, |w| {
                _ = w.array(2).uint(point.version).bytes(&point.hash)
            });
        }
        map.put(key::REGISTRY_VERSION, |w| {
            _ = w.uint(cover.registry_version.into())
        });
        map.put_list(key::LOGS, &cover.logs, write_log);
        map.put_list(key::ANCHORS, &cover.anchors, write_point);
        map.put_list(key::HAVE, &cover.have, |w, have| {
            w.array(2).bytes(&have.log_id);
            w.list(&have.intervals, |w, held| {
                w.array(3).uint(held.from).uint(held.to).bytes(&held.hash);
            });
        });
        map.put_list(key::ACKS, &cover.acks, write_point);
        map.put_list(key::NEED, &cover.need, |w, need| {
            w.array(2).bytes(&need.log_id);
            w.list(&need.intervals, |w, gap| {
                _ = w.array(2).uint(gap.from).uint(gap.to)
            });
        });
        if let Some(hub) = &cover.hub {
            map.put(key::HUB, |w| {
                w.array(3)
                    .uint(hub.epoch)
                    .uint(hub.counter)
                    .int(hub.time_ms);
            });
        }
        map.put_list(key::BLOCKS, &self.blocks, |w, block| {
            w.array(4)
                .uint(block.kind.into())
                .uint(block.zlen)
                .uint(block.plain_len);
            w.bytes(&block.sha256);
        });
        if let Some(roster) = &cover.roster_update {
            map.put(key::ROSTER_UPDATE, |w| _ = w.bytes(roster));
        }
        map.put_list(key::ERASE_RECEIPTS, &cover.erase_receipts, |w, order| {
            _ = w.bytes(order)
        });
        map.put(key::PADDED_LEN, |w| _ = w.uint(self.padded_len));
        map.finish(&self.unknown)
    }

    /// Reads a manifest nobody has vouched for yet.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, BundleError> {
        let mut parts = Parts::default();
        let unknown = Reader::new(bytes).map(|key, value| parts.read(key, value));
        if let Some(format) = parts.format.filter(|format| *format > FORMAT) {
            return Err(BundleError::NewerManifest { format });
        }
        let manifest = unknown
            .and_then(|unknown| parts.whole(unknown))
            .map_err(|Malformed| malformed("encoding"))?;
        // One content, one encoding: whatever two readers see, they see the same.
        if manifest.encode() != bytes {
            return Err(malformed("not deterministic"));
        }
        manifest.check_ranges()?;
        manifest.check_limits()?;
        Ok(manifest)
    }

    /// Whether this program may act on what it read. Asked once the signature is known to be good.
    pub(crate) fn check_reader(&self) -> Result<(), BundleError> {
        if self.cover.min_reader > READER {
            return Err(BundleError::NeedsNewerReader {
                min_reader: self.cover.min_reader,
            });
        }
        if self.unknown.iter().any(|(key, _)| *key >= CRITICAL_KEY) {
            return Err(BundleError::NeedsNewerReader { min_reader: 0 });
        }
        Ok(())
    }

    pub(crate) fn check_limits(&self) -> Result<(), BundleError> {
        let commits = self.cover.logs.iter().fold(0u64, |sum, log| {
            sum.saturating_add(log.to.saturating_sub(log.from))
                .saturating_add(1)
        });
        let total = self
            .blocks
            .iter()
            .fold(0u64, |sum, b| sum.saturating_add(b.plain_len));
        let over = |what| Err(BundleError::OverLimit { what });
        match () {
            () if self.cover.app_version.len() > limits::TEXT_BYTES => over(Limit::TextBytes),
            () if !(1..=limits::RECIPIENTS).contains(&self.recipients.len()) => {
                over(Limit::Recipients)
            }
            () if self.blocks.len() > limits::BLOCKS => over(Limit::Blocks),
            () if self
                .blocks
                .iter()
                .any(|b| b.plain_len > limits::BLOCK_PLAIN_BYTES) =>
            {
                over(Limit::BlockPlainBytes)
            }
            () if total > limits::TOTAL_PLAIN_BYTES => over(Limit::TotalPlainBytes),
            () if commits > limits::COMMITS => over(Limit::Commits),
            () => Ok(()),
        }
    }

    pub(crate) fn check_ranges(&self) -> Result<(), BundleError> {
        let cover = &self.cover;
        let backwards = cover.logs.iter().any(|log| log.from > log.to)
            || cover
                .have
                .iter()
                .any(|have| !ascending(&have.intervals, |i| (i.from, i.to)))
            || cover
                .need
                .iter()
                .any(|need| !ascending(&need.intervals, |i| (i.from, i.to)));
        if backwards {
            Err(malformed("range runs backwards"))
        } else {
            Ok(())
        }
    }
}

/// What has been read so far.
#[derive(Default)]
struct Parts {
    format: Option<u64>,
    min_reader: Option<u32>,
    app_version: Option<String>,
    agency: Option<[u8; 16]>,
    direction: Option<Direction>,
    device: Option<[u8; 16]>,
    signing_key: Option<KeyId>,
    recipients: Vec<KeyId>,
    created_ms: Option<i64>,
    roster_known: Option<RosterPoint>,
    registry_version: Option<u32>,
    logs: Vec<LogRange>,
    anchors: Vec<LogPoint>,
    have: Vec<Have>,
    acks: Vec<Ack>,
    need: Vec<Need>,
    hub: Option<HubStatement>,
    blocks: Vec<BlockEntry>,
    roster_update: Option<Vec<u8>>,
    erase_receipts: Vec<[u8; 16]>,
    padded_len: Option<u64>,
}

impl Parts {
    fn read(&mut self, key: u64, value: &mut Reader<'_>) -> Result<Known, Malformed> {
        match key {
            key::FORMAT => self.format = Some(value.uint()?),
            key::MIN_READER => self.min_reader = Some(value.uint32()?),
            key::APP_VERSION => self.app_version = Some(value.text()?),
            key::AGENCY => self.agency = Some(value.fixed()?),
            key::DIRECTION => self.direction = Some(read_direction(value)?),
            key::DEVICE => self.device = Some(value.fixed()?),
            key::SIGNING_KEY => self.signing_key = Some(KeyId(value.fixed()?)),
            key::RECIPIENTS => self.recipients = value.list(|id| Ok(KeyId(id.fixed()?)))?,
            key::CREATED => self.created_ms = Some(value.int()?),
            key::ROSTER_KNOWN => {
                value.array(2)?;
                let (version, hash) = (value.uint()?, value.fixed()?);
                self.roster_known = Some(RosterPoint { version, hash });
            }
            key::REGISTRY_VERSION => self.registry_version = Some(value.uint32()?),
            key::LOGS => self.logs = value.list(read_log)?,
            key::ANCHORS => self.anchors = value.list(read_point)?,
            key::HAVE => self.have = value.list(read_have)?,
            key::ACKS => self.acks = value.list(read_point)?,
            key::NEED => self.need = value.list(read_need)?,
            key::HUB => {
                value.array(3)?;
                let (epoch, counter, time_ms) = (value.uint()?, value.uint()?, value.int()?);
                self.hub = Some(HubStatement {
                    epoch,
                    counter,
                    time_ms,
                });
            }
            key::BLOCKS => self.blocks = value.list(read_block)?,
            key::ROSTER_UPDATE => self.roster_update = Some(value.bytes()?.to_vec()),
            key::ERASE_RECEIPTS => self.erase_receipts = value.list(Reader::fixed)?,
            key::PADDED_LEN => self.padded_len = Some(value.uint()?),
            _ => return Ok(Known::No),
        }
        Ok(Known::Yes)
    }

    fn whole(self, unknown: Vec<UnknownKey>) -> Result<Manifest, Malformed> {
        if self.format != Some(FORMAT) {
            return Err(Malformed);
        }
        Ok(Manifest {
            cover: CoverSheet {
                min_reader: self.min_reader.ok_or(Malformed)?,
                app_version: self.app_version.ok_or(Malformed)?,
                agency: self.agency.ok_or(Malformed)?,
                direction: self.direction.ok_or(Malformed)?,
                device: self.device.ok_or(Malformed)?,
                created_ms: self.created_ms.ok_or(Malformed)?,
                roster_known: self.roster_known,
                registry_version: self.registry_version.ok_or(Malformed)?,
                logs: self.logs,
                anchors: self.anchors,
                have: self.have,
                acks: self.acks,
                need: self.need,
                hub: self.hub,
                roster_update: self.roster_update,
                erase_receipts: self.erase_receipts,
            },
            signing_key: self.signing_key.ok_or(Malformed)?,
            recipients: self.recipients,
            blocks: self.blocks,
            padded_len: self.padded_len.ok_or(Malformed)?,
            unknown,
        })
    }
}

fn write_log(w: &mut Writer, log: &LogRange) {
    w.array(6).bytes(&log.log_id).uint(log.from).uint(log.to);
    w.bytes(&log.prev_hash).bytes(&log.head_hash);
    match &log.attestation {
        Some(word) => w.array(2).bytes(&word.key.0).bytes(&word.signature),
        None => w.null(),
    };
}

fn read_log(value: &mut Reader<'_>) -> Result<LogRange, Malformed> {
    value.array(6)?;
    Ok(LogRange {
        log_id: value.fixed()?,
        from: value.uint()?,
        to: value.uint()?,
        prev_hash: value.fixed()?,
        head_hash: value.fixed()?,
        attestation: value.optional(|value| {
            value.array(2)?;
            Ok(Attestation {
                key: KeyId(value.fixed()?),
                signature: value.fixed()?,
            })
        })?,
    })
}

fn write_point(w: &mut Writer, point: &LogPoint) {
    w.array(3)
        .bytes(&point.log_id)
        .uint(point.seq)
        .bytes(&point.hash);
}

fn read_point(value: &mut Reader<'_>) -> Result<LogPoint, Malformed> {
    value.array(3)?;
    Ok(LogPoint {
        log_id: value.fixed()?,
        seq: value.uint()?,
        hash: value.fixed()?,
    })
}

fn read_have(value: &mut Reader<'_>) -> Result<Have, Malformed> {
    value.array(2)?;
    let log_id = value.fixed()?;
    let intervals = value.list(|held| {
        held.array(3)?;
        Ok(HeldInterval {
            from: held.uint()?,
            to: held.uint()?,
            hash: held.fixed()?,
        })
    })?;
    Ok(Have { log_id, intervals })
}

fn read_need(value: &mut Reader<'_>) -> Result<Need, Malformed> {
    value.array(2)?;
    let log_id = value.fixed()?;
    let intervals = value.list(|gap| {
        gap.array(2)?;
        Ok(LackingInterval {
            from: gap.uint()?,
            to: gap.uint()?,
        })
    })?;
    Ok(Need { log_id, intervals })
}

fn read_block(value: &mut Reader<'_>) -> Result<BlockEntry, Malformed> {
    value.array(4)?;
    Ok(BlockEntry {
        kind: value.uint8()?,
        zlen: value.uint()?,
        plain_len: value.uint()?,
        sha256: value.fixed()?,
    })
}

fn read_direction(value: &mut Reader<'_>) -> Result<Direction, Malformed> {
    Direction::from_number(value.uint8()?).ok_or(Malformed)
}

/// Whether intervals run forwards, one after the other without overlap. Two branches of a forked
/// log are two entries, each with its own intervals.
fn ascending<T>(intervals: &[T], ends: impl Fn(&T) -> (u64, u64)) -> bool {
    let forwards = intervals.iter().map(&ends).all(|(from, to)| from <= to);
    forwards
        && intervals
            .windows(2)
            .all(|pair| ends(&pair[0]).1 < ends(&pair[1]).0)
}

fn malformed(what: &'static str) -> BundleError {
    BundleError::ManifestMalformed { what }
}
