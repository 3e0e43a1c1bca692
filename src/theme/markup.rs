//! Finished HTML, told apart from words that have yet to be escaped.

use std::borrow::Cow;

use minijinja::value::Value;
use serde::{Serialize, Serializer};

/// HTML that is not escaped again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// Finished HTML: everything in it must be escaped already.
    pub fn html(html: String) -> Self {
        Self(html)
    }

    /// Words, escaped.
    pub fn text(words: &str) -> Self {
        Self(escape(words).into_owned())
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The words alone: without tags, each sign as itself.
    pub fn words(&self) -> String {
        let mut parts = self.0.split('<');
        let mut out = parts.next().unwrap_or_default().to_string();
        for part in parts {
            out.push_str(part.split_once('>').map_or("", |(_, words)| words));
        }
        let signs = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&amp;", "&"),
        ];
        signs
            .iter()
            .fold(out, |out, (code, sign)| out.replace(code, sign))
    }

    /// Whether nothing is there to see.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Markup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::from_safe_string(self.0.clone()).serialize(serializer)
    }
}

/// Whether this is a control character, or none at all: no page may hold it.
pub fn is_control(c: char) -> bool {
    let code = u32::from(c);
    c.is_control() || code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code)
}

/// Words as HTML, for text and for attributes. Control characters have no place in a page and go.
pub fn escape(words: &str) -> Cow<'_, str> {
    let is_special = |byte| byte == b'\'' || is_special(byte);
    if !words.bytes().any(is_special) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    write(&mut out, words, is_special);
    Cow::Owned(out)
}

/// The same at the end of a text. Single quotes stay, so an attribute must stand in double ones.
pub fn escape_into(out: &mut String, words: &str) {
    write(out, words, is_special);
}

fn write(out: &mut String, words: &str, is_special: impl Fn(u8) -> bool) {
    let mut rest = words;
    // What means nothing in between is taken over in one piece.
    while let Some(at) = rest.bytes().position(&is_special) {
        out.push_str(&rest[..at]);
        let mut behind = rest[at..].chars();
        match behind.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            Some(c) if c == '\t' || c == '\n' || !is_control(c) => out.push(c),
            _ => {}
        }
        rest = behind.as_str();
    }
    out.push_str(rest);
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
    fn markup_can_be_said_in_words() {
        let words = "a < b & \"c\" &lt;";
        assert_eq!(Markup::text(words).words(), words);
        let html = "<em class=\"x\">late</em>: <span>2 of 3</span>";
        assert_eq!(Markup::html(html.into()).words(), "late: 2 of 3");
    }

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(
            escape("a < b & \"c\" '"),
            "a &lt; b &amp; &quot;c&quot; &#39;"
        );
        assert_eq!(escape("a\u{1}b\u{85}\r\n©"), "ab\n©");
        assert_eq!(escape("\u{fffe}a\u{fdd0}b\u{1ffff}c😀"), "abc😀");
        assert!(matches!(escape("plain / ünïcode"), Cow::Borrowed(_)));
        let mut html = "A ".to_string();
        escape_into(&mut html, "<a b=\"c\">&amp;'\u{9b}");
        assert_eq!(html, "A &lt;a b=&quot;c&quot;&gt;&amp;amp;'");
    }
}
