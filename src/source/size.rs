//! How wide and how high a picture is, by the first bytes of its file, so that a page leaves it its room.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// A picture that says its size later than this says none.
const MOST: u64 = 64 << 10;

/// No picture that anybody shows is wider or higher.
const LARGEST: u32 = 1 << 16;

/// Width and height of the picture in a file.
pub(super) fn size(file: &Path) -> Option<(u32, u32)> {
    let mut head = Vec::new();
    File::open(file)
        .ok()?
        .take(MOST)
        .read_to_end(&mut head)
        .ok()?;
    read(&head)
}

/// Width and height, by what the file begins with, whatever its name.
fn read(head: &[u8]) -> Option<(u32, u32)> {
    let size = match head {
        [0x89, b'P', b'N', b'G', ..] => (big(head, 16, 4)?, big(head, 20, 4)?),
        [b'G', b'I', b'F', b'8', ..] => (little(head, 6, 2)?, little(head, 8, 2)?),
        [b'R', b'I', b'F', b'F', ..] => webp(head)?,
        [0xff, 0xd8, ..] => jpeg(head)?,
        _ => svg(head)?,
    };
    let is_one = |side: u32| (1..LARGEST).contains(&side);
    (is_one(size.0) && is_one(size.1)).then_some(size)
}

/// A number of so many bytes, the highest first.
fn big(head: &[u8], at: usize, bytes: usize) -> Option<u32> {
    let found = head.get(at..at.checked_add(bytes)?)?.iter();
    Some(found.fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

/// A number of so many bytes, the lowest first.
fn little(head: &[u8], at: usize, bytes: usize) -> Option<u32> {
    let found = head.get(at..at.checked_add(bytes)?)?.iter().rev();
    Some(found.fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

/// The three forms of WebP: extended, lossless and lossy.
fn webp(head: &[u8]) -> Option<(u32, u32)> {
    match head.get(8..16)? {
        b"WEBPVP8X" => Some((little(head, 24, 3)? + 1, little(head, 27, 3)? + 1)),
        b"WEBPVP8L" => {
            let bits = little(head, 21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"WEBPVP8 " => Some((little(head, 26, 2)? & 0x3fff, little(head, 28, 2)? & 0x3fff)),
        _ => None,
    }
}

/// From segment to segment to the one that begins a frame. A camera that was held upright says so in a segment of its
/// own; what that turns is not known here.
fn jpeg(head: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *head.get(at + 1).filter(|_| head[at] == 0xff)?;
        match marker {
            0xff => at += 1,
            0xe1 if head.get(at + 4..at + 8) == Some(b"Exif") => return None,
            0xc4 | 0xc8 | 0xcc => at += 2 + big(head, at + 2, 2)? as usize,
            0xc0..=0xcf => return Some((big(head, at + 7, 2)?, big(head, at + 5, 2)?)),
            _ => at += 2 + big(head, at + 2, 2)? as usize,
        }
    }
}

/// Both sides as plain numbers or pixels, in the first element.
fn svg(head: &[u8]) -> Option<(u32, u32)> {
    let text = String::from_utf8_lossy(head);
    let (_, rest) = text.split_once("<svg")?;
    let (element, _) = rest.split_once('>')?;
    Some((side(element, "width")?, side(element, "height")?))
}

fn side(element: &str, name: &str) -> Option<u32> {
    let mut words = element.split_ascii_whitespace();
    let value = words.find_map(|word| word.strip_prefix(name)?.strip_prefix('='))?;
    let value = value.trim_matches(['"', '\'']);
    let value: f64 = value.strip_suffix("px").unwrap_or(value).parse().ok()?;
    // What is no number of pixels becomes 0, which is no size.
    Some(value.round() as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x05\xa0\0\0\x03\x84";
    const GIF: &[u8] = b"GIF89a\x10\0\x20\x01";
    const EXTENDED: &[u8] = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x1f\x01\0";
    const LOSSLESS: &[u8] = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x0f\xc0\x07\0";
    const LOSSY: &[u8] = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x10\0\x20\0";
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04JF\xff\xff\xc2\0\x0b\x08\x01\x20\0\x10";
    const SVG: &[u8] = b"<?xml version='1.0'?>\n<svg xmlns=\"a\" width=\"16px\"\n height='32.4' viewBox=\"0 0 9 9\">";

    #[test]
    fn pictures_say_their_size() {
        let sizes = [PNG, GIF, EXTENDED, LOSSLESS, LOSSY, JPEG, SVG].map(read);
        let wanted = [
            (1440, 900),
            (16, 288),
            (16, 288),
            (16, 32),
            (16, 32),
            (16, 288),
            (16, 32),
        ];
        assert_eq!(sizes, wanted.map(Some));
    }

    #[test]
    fn what_is_not_sure_is_no_size() {
        let turned = b"\xff\xd8\xff\xe1\0\x08Exif\0\0\xff\xc0\0\x0b\x08\x01\x20\0\x10";
        let none = b"GIF89a\0\0\x20\x01";
        let wide = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\x05\xa0\0\0\x03\x84";
        for head in [&b""[..], b"A", turned, none, wide] {
            assert_eq!(read(head), None, "{head:?}");
        }
        for element in [
            "",
            "width=\"100%\" height=\"9\"",
            "width=9",
            "width=-9 height=9",
        ] {
            let svg = format!("<svg {element}>");
            assert_eq!(read(svg.as_bytes()), None, "{svg}");
        }
    }

    #[test]
    fn no_file_has_no_size() {
        assert_eq!(size(Path::new("nowhere.png")), None);
    }

    proptest! {
        #[test]
        fn no_bytes_stop_it(kind in 0..7_usize, cut in 0..40_usize, more in proptest::collection::vec(any::<u8>(), 0..80)) {
            let whole = [PNG, GIF, EXTENDED, LOSSLESS, LOSSY, JPEG, SVG][kind];
            let mut head = whole[..cut.min(whole.len())].to_vec();
            head.extend(more);
            let size = read(&head);
            prop_assert!(size.is_none_or(|(width, height)| width.max(height) < LARGEST && width.min(height) > 0));
        }
    }
}
