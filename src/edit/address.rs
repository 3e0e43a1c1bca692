//! A path of the plan as a link in a document writes it.

use crate::text::path::{Target, target};

/// How the target of a link is set off from what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// `(a.md)`: the first blank ends it.
    Bare,
    /// `(<a b.md>)`.
    Angled,
}

/// What leads from the document `from` to the document `to`, written like the link `was`; none where that cannot be
/// written so that it is read back.
pub fn address(from: &str, to: &str, was: &str, manner: Manner) -> Option<String> {
    let written = match was.starts_with('/') {
        true => format!("/{}", encoded(to, manner)),
        false => relative(from, to, was, manner),
    };
    (target(from, &written) == Target::Path(to.to_string())).then_some(written)
}

fn relative(from: &str, to: &str, was: &str, manner: Manner) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let above: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let path: Vec<&str> = to.split('/').collect();
    let pairs = above.iter().zip(&path[..path.len() - 1]);
    let common = pairs.take_while(|(a, b)| a == b).count();
    let up = "../".repeat(above.len() - common);
    let here = if up.is_empty() && was.starts_with("./") {
        "./"
    } else {
        ""
    };
    let rest = encoded(&path[common..].join("/"), manner);
    format!("{here}{up}{rest}")
}

/// With codes for what would end the target, or would be read as something else.
fn encoded(path: &str, manner: Manner) -> String {
    let mut out = String::with_capacity(path.len());
    let mut bytes = [0; 4];
    for c in path.chars() {
        let angled = manner == Manner::Angled && matches!(c, ' ' | '(' | ')');
        if c.is_alphanumeric() || "/-._~+@,=!".contains(c) || angled {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(to: &str, was: &str) -> String {
        address("docs/prd/a.md", to, was, Manner::Bare).unwrap()
    }

    #[test]
    fn a_path_is_written_from_where_the_link_stands() {
        assert_eq!(bare("docs/prd/b.md", "c.md"), "b.md");
        assert_eq!(bare("docs/prd/b.md", "./c.md"), "./b.md");
        assert_eq!(bare("docs/stories/b.md", "./c.md"), "../stories/b.md");
        assert_eq!(bare("b.md", "c.md"), "../../b.md");
        assert_eq!(bare("docs/prd/x/b.md", "/c.md"), "/docs/prd/x/b.md");
    }

    #[test]
    fn what_would_end_it_is_written_in_codes() {
        assert_eq!(bare("docs/prd/a b (1).md", "c.md"), "a%20b%20%281%29.md");
        assert_eq!(bare("docs/prd/größe|#1%.md", "c.md"), "größe%7C%231%25.md");
        assert_eq!(bare("docs/prd/x:y.md", "c.md"), "x%3Ay.md");
        let angled = address("a.md", "b <c> (d).md", "x.md", Manner::Angled);
        assert_eq!(angled.as_deref(), Some("b %3Cc%3E (d).md"));
    }
}
