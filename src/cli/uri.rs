//! Paths as they stand in addresses.

/// The path with everything but plain letters, digits and slashes as codes.
pub fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_an_address_is_a_code() {
        assert_eq!(
            encoded("a b/größe #1?.md"),
            "a%20b/gr%C3%B6%C3%9Fe%20%231%3F.md"
        );
        assert_eq!(encoded("x](y)\n"), "x%5D%28y%29%0A");
        assert_eq!(encoded("a/b-c_d.e~f"), "a/b-c_d.e~f");
    }
}
