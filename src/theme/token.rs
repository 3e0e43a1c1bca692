//! The values that a style sheet gives to names: `--accent: #1f4fd0`.

use crate::theme::colour::Colour;

/// Where the values by day stand.
pub(super) const LIGHT: &str = ":root {";

/// Where the values by night stand.
pub(super) const DARK: &str = ":root[data-theme=\"dark\"] {";

/// The value of a name in the first block that begins so.
pub(super) fn value<'a>(css: &'a str, block: &str, name: &str) -> Option<&'a str> {
    let start = css.find(block)? + block.len();
    let block = &css[start..];
    let block = &block[..block.find('}')?];
    let named = |at: usize| {
        let value = block[at + name.len()..].trim_start().strip_prefix(':')?;
        Some(value[..value.find(';')?].trim())
    };
    block.match_indices(name).find_map(|(at, _)| named(at))
}

/// The colour of a name.
pub(super) fn colour(css: &str, block: &str, name: &str) -> Option<Colour> {
    Colour::read(value(css, block, name)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_their_block() {
        let css = ":root {\n --bg-side: #111;\n --bg:  #fff; /* x */ --f: a,\n b;\n}\n:root[data-theme=\"dark\"] { --bg: #000; }";
        assert_eq!(value(css, LIGHT, "--bg"), Some("#fff"));
        assert_eq!(value(css, DARK, "--bg"), Some("#000"));
        assert_eq!(value(css, LIGHT, "--f"), Some("a,\n b"));
        assert_eq!(value(css, DARK, "--ink"), None);
        assert!(colour(css, LIGHT, "--f").is_none());
    }
}
