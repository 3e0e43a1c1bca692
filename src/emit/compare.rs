//! Whether a file holds these bytes already.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How much is compared at once.
const BLOCK: usize = 32 << 10;

/// Whether the file is there and holds these bytes.
pub fn same_bytes(old: &Path, bytes: &[u8]) -> bool {
    same(old, bytes, bytes.len() as u64).unwrap_or(false)
}

/// Whether the file is there and holds what is read; a fault is one of reading the new. An old file that cannot be
/// read is another one.
pub fn same(old: &Path, mut new: impl Read, length: u64) -> io::Result<bool> {
    let Ok(mut old) = File::open(old) else {
        return Ok(false);
    };
    if !old.metadata().is_ok_and(|data| data.len() == length) {
        return Ok(false);
    }
    let (mut ours, mut theirs) = ([0; BLOCK], [0; BLOCK]);
    loop {
        let block = fill(&mut new, &mut ours)?;
        let Ok(other) = fill(&mut old, &mut theirs) else {
            return Ok(false);
        };
        if ours[..block] != theirs[..other] {
            return Ok(false);
        }
        if block < BLOCK {
            return Ok(true);
        }
    }
}

/// Reads until the block is full or there is no more.
fn fill(from: &mut impl Read, block: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < block.len() {
        match from.read(&mut block[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_filled_from_drops() {
        let mut drops = (&b"ab"[..]).chain(&b"cde"[..]);
        let mut block = [0; 4];
        assert_eq!(fill(&mut drops, &mut block).unwrap(), 4);
        assert_eq!(&block, b"abcd");
        assert_eq!(fill(&mut drops, &mut block).unwrap(), 1);
    }

    #[test]
    fn only_the_same_file_is_the_same() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
        let mut bytes = std::fs::read(&own).unwrap();
        assert!(bytes.len() > BLOCK && same_bytes(&own, &bytes));
        *bytes.last_mut().unwrap() ^= 1;
        assert!(!same_bytes(&own, &bytes) && !same_bytes(&own, b""));
        assert!(!same_bytes(Path::new("no such file"), b""));
    }
}
