//! Where a link in a document leads, as a path of the plan.

use std::borrow::Cow;

/// A link taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Out of the plan: a web or mail address, or above its folder.
    Outside,
    /// To a heading of the same document.
    Here,
    /// To a path of the plan; a folder has no ending slash.
    Path(String),
}

/// Where a link in the document `from` leads.
pub fn target(from: &str, link: &str) -> Target {
    let link = link.trim();
    if link.contains("://")
        || link.starts_with("mailto:")
        || link.starts_with("//")
        || is_scheme(link)
    {
        return Target::Outside;
    }
    let path = link.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() {
        return Target::Here;
    }
    let path = decoded(path);
    let folder = from.rsplit_once('/').map(|(folder, _)| folder);
    let folder = folder.filter(|_| !path.starts_with('/'));
    let mut parts: Vec<&str> = folder.iter().flat_map(|folder| folder.split('/')).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return Target::Outside,
            ".." => {}
            part => parts.push(part),
        }
    }
    Target::Path(parts.join("/"))
}

/// `javascript:`, `data:` and the like.
fn is_scheme(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// With `%20` and the like put back.
fn decoded(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return Cow::Borrowed(path);
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = path
            .get(path.len() - tail.len()..path.len() - tail.len() + 2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (first, code) {
            (b'%', Some(code)) => {
                bytes.push(code);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(path), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_paths() {
        let path = |link: &str| target("docs/prd/search/search-prd.md", link);
        assert_eq!(
            path("../../user-stories/search/"),
            Target::Path("docs/user-stories/search".into())
        );
        assert_eq!(
            path("./a%20b.md#x"),
            Target::Path("docs/prd/search/a b.md".into())
        );
        assert_eq!(path("/docs/x.md"), Target::Path("docs/x.md".into()));
        assert_eq!(path("../../../../x.md"), Target::Outside);
        assert_eq!(path("#top"), Target::Here);
        assert_eq!(path("https://example.org/x.md"), Target::Outside);
        assert_eq!(path("%zz%"), Target::Path("docs/prd/search/%zz%".into()));
    }
}
