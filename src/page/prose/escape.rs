//! Words as HTML.

/// Writes words so that nothing in them is markup, also between quotes. Characters that no page may hold are dropped.
pub(super) fn escape(html: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' | '\t' => html.push(c),
            _ if c.is_control() || is_noncharacter(c) => {}
            _ => html.push(c),
        }
    }
}

fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
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
