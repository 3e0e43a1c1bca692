//! Ids of which one is only the number of the other: "0002" in an index, "ADR-2" in the record itself.

/// Whether one of two folded ids is the number of the other.
pub fn is_same(a: &str, b: &str) -> bool {
    let number = |id: &str| {
        let last = id.rsplit(' ').next().unwrap_or_default();
        let digits = last.trim_start_matches('0').to_string();
        is_number(last).then_some(digits)
    };
    let lettered =
        |id: &str| id.split(' ').count() == 2 && !id.starts_with(|c: char| c.is_ascii_digit());
    let fits = is_number(a) && (is_number(b) || lettered(b)) || is_number(b) && lettered(a);
    fits && number(a).is_some() && number(a) == number(b)
}

fn is_number(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn letters_and_noughts_may_be_left_out() {
        for (a, b) in [("0002", "adr 2"), ("adr 0002", "2"), ("7", "007")] {
            assert!(is_same(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("adr 2", "rfc 2"),
            ("2", "adr 3"),
            ("2", "1 2"),
            ("2", "us 1 2"),
            ("", "adr"),
        ] {
            assert!(!is_same(a, b), "{a} {b}");
        }
    }
}
