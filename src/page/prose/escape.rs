//! Words as HTML.

use crate::theme::markup::is_control;

/// Writes words so that nothing in them is markup, also between quotes. Characters that no page may hold are dropped.
pub(super) fn escape(html: &mut String, words: &str) {
    let mut rest = words;
    // What means nothing in between is taken over in one piece.
    while let Some(at) = rest.bytes().position(is_special) {
        html.push_str(&rest[..at]);
        let mut behind = rest[at..].chars();
        match behind.next() {
            Some('&') => html.push_str("&amp;"),
            Some('<') => html.push_str("&lt;"),
            Some('>') => html.push_str("&gt;"),
            Some('"') => html.push_str("&quot;"),
            Some(c) if c == '\t' || c == '\n' || !is_control(c) => html.push(c),
            _ => {}
        }
        rest = behind.as_str();
    }
    html.push_str(rest);
}

/// The first bytes of signs that are looked at more closely.
fn is_special(byte: u8) -> bool {
    // 0xC2, 0xEF and 0xF0 to 0xF4 begin the control characters beyond ASCII, among others.
    let is_foreign = matches!(byte, 0x7f | 0xc2 | 0xef | 0xf0..=0xf4);
    is_foreign || byte < 0x20 || matches!(byte, b'&' | b'<' | b'>' | b'"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_of_markup() {
        let mut html = String::new();
        escape(
            &mut html,
            "<a b=\"c\">&amp;'\u{0}\u{1b}\u{9b}\u{fdd0}\u{1fffe}\r\n\tü",
        );
        assert_eq!(html, "&lt;a b=&quot;c&quot;&gt;&amp;amp;'\n\tü");
    }
}
