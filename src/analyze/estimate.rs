//! An estimate as a number with a unit.

/// So much of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// How much.
    pub amount: f64,
    /// Of what, in lower case and the singular; empty where it is a bare number.
    pub unit: String,
}

/// The estimate that is written as "1 session", "30 min", "3 points", "2h" or "5"; ranges and sums are none.
pub fn estimate(raw: &str) -> Option<Estimate> {
    let text = raw.trim().trim_start_matches(['~', '≈']).trim_start();
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (amount, unit) = (
        text[..end].parse().ok()?,
        text[end..].trim().trim_end_matches('.'),
    );
    let is_word = unit.chars().all(char::is_alphabetic);
    is_word.then(|| Estimate {
        amount,
        unit: singular(unit),
    })
}

fn singular(unit: &str) -> String {
    let unit = unit.to_lowercase();
    unit.strip_suffix('s')
        .filter(|rest| rest.len() > 1)
        .map(str::to_string)
        .unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Option<(f64, String)> {
        estimate(raw).map(|found| (found.amount, found.unit))
    }

    #[test]
    fn amounts_have_units() {
        assert_eq!(read("1 session"), read("1 sessions"));
        assert_eq!(read("30 min"), Some((30.0, "min".into())));
        assert_eq!(read("~1.5h"), Some((1.5, "h".into())));
        assert_eq!(read("5"), Some((5.0, String::new())));
        for none in ["", "M", "1-2 days", "2 + 3", "1.2.3", "."] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
