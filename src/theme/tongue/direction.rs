//! Which way a language is written.

/// Which way lines run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

/// Languages of the scripts that run from right to left.
const RIGHT_TO_LEFT: [&str; 17] = [
    "ar", "arc", "ars", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "ps", "sd", "ug",
    "ur", "yi",
];

/// Scripts that run from right to left, where a tag names one.
const SCRIPTS: [&str; 8] = [
    "adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa",
];

impl Direction {
    /// Of a language, by its tag: `ar`, `ku-Arab`, `de-AT`.
    pub fn of(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4 && part.chars().all(char::is_alphabetic));
        let is_mirrored = script.map_or_else(
            || RIGHT_TO_LEFT.contains(&language),
            |script| SCRIPTS.contains(&script),
        );
        match is_mirrored {
            true => Self::RightToLeft,
            false => Self::LeftToRight,
        }
    }

    /// As HTML says it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }

    /// Whether letters of the other direction are among these, and none of this one.
    pub fn is_crossed_by(self, words: &str) -> bool {
        if words.is_ascii() && self == Self::LeftToRight {
            return false;
        }
        let is_own = |c| is_mirrored(c) == (self == Self::RightToLeft);
        let mut letters = words.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && !letters.any(is_own)
    }
}

/// Whether a letter is of a script that runs from right to left.
fn is_mirrored(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_says_more_than_its_language() {
        let of = |tag| Direction::of(tag).as_str();
        assert_eq!((of("ar-EG"), of("he"), of("de-AT")), ("rtl", "rtl", "ltr"));
        assert_eq!((of("ku-Arab"), of("az-Latn-IR")), ("rtl", "ltr"));
        assert_eq!((of("pa_PK"), of("")), ("ltr", "ltr"));
    }

    #[test]
    fn letters_of_the_other_direction_are_found() {
        let (left, right) = (Direction::LeftToRight, Direction::RightToLeft);
        assert!(left.is_crossed_by("مهمة 3") && right.is_crossed_by("Engine 3"));
        assert!(!left.is_crossed_by("größer 3") && !right.is_crossed_by("مهمة 3 %"));
        assert!(!left.is_crossed_by("a مهمة") && !right.is_crossed_by("a مهمة"));
        assert!(!right.is_crossed_by("3/5"));
    }
}
