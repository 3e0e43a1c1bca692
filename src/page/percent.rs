//! Addresses as they are written: what has a meaning in them stands there by its number.

use std::borrow::Cow;

/// Signs that mean nothing in an address.
const PLAIN: &[u8] = b"/-_.~@+,";

/// With everything that has a meaning in an address written by its number; letters of all scripts stay.
pub fn encoded(path: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || PLAIN.contains(&byte);
    if path.bytes().all(is_plain) {
        return Cow::Borrowed(path);
    }
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            c if u8::try_from(c).is_ok_and(|byte| PLAIN.contains(&byte)) => out.push(c),
            c if c.is_alphanumeric() || !c.is_ascii() && !c.is_whitespace() && !c.is_control() => {
                out.push(c);
            }
            c => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_scripts_stay_readable() {
        assert_eq!(encoded("検索/a\"b.html"), "検索/a%22b.html");
    }
}
