//! Blocks: frames that were signed for, and what they inflate to.

use countyline_bundle::limits;
use countyline_bundle::testing::inflate;
use countyline_ledger::{Commit, CommitBlock};

/// Takes the first four bytes as the announced length and the rest as a frame; and all of it as the block
/// that was inflated.
pub fn run(bytes: &[u8]) {
    read_commits(bytes);
    let Some((length, frame)) = bytes.split_first_chunk::<4>() else {
        return;
    };
    let length = u64::from(u32::from_le_bytes(*length)) % (limits::BLOCK_PLAIN_BYTES + 1);
    if let Some(plain) = inflate(frame, length) {
        assert_eq!(plain.len() as u64, length);
        read_commits(&plain);
    }
}

fn read_commits(plain: &[u8]) {
    let Ok(block) = CommitBlock::decode(plain) else {
        return;
    };
    assert_eq!(block.encode().as_deref(), Ok(plain));
    for commit in block.commits {
        let _ = Commit::decode(commit);
    }
}
