//! Addresses as they are written: what has a meaning in them stands there by its number.

/// With everything that has a meaning in an address written by its number; letters of all scripts stay.
pub fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '/' | '-' | '_' | '.' | '~' | '@' | '+' | ',' => out.push(c),
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
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_scripts_stay_readable() {
        assert_eq!(encoded("検索/a\"b.html"), "検索/a%22b.html");
    }
}
