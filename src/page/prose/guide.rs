//! Where links and pictures lead, as the page that shows them must write it.

/// Where a link or a picture leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// To this address.
    To(String),
    /// To something that is not there.
    Dead,
    /// To something that this audience must not know, or that nobody should follow: plain words.
    Hidden,
}

/// Knows where links lead.
pub trait Guide {
    /// Where a link leads.
    fn link(&self, target: &str) -> Lead;

    /// Where a picture lies.
    fn image(&self, target: &str) -> Lead;
}

/// A link, once its scheme is one that is followed.
pub(super) fn link(guide: &dyn Guide, target: &str) -> Lead {
    match scheme(target) {
        Some(scheme) if !matches!(scheme.as_str(), "http" | "https" | "mailto") => Lead::Hidden,
        _ => guide.link(target),
    }
}

/// A picture, once its scheme is one that is shown.
pub(super) fn image(guide: &dyn Guide, target: &str) -> Lead {
    match scheme(target).as_deref() {
        None => guide.image(target),
        Some("https") => Lead::To(target.to_string()),
        Some("data") if is_drawn(target) => Lead::To(target.to_string()),
        Some(_) => Lead::Hidden,
    }
}

/// A picture in the address itself, of a kind that cannot hold a script.
fn is_drawn(target: &str) -> bool {
    let lower = target.trim().to_ascii_lowercase();
    ["png", "jpeg", "gif", "webp"]
        .iter()
        .any(|kind| lower.starts_with(&format!("data:image/{kind};base64,")))
}

/// The scheme as a browser understands it: blanks and control characters in it do not count.
fn scheme(target: &str) -> Option<String> {
    let seen = target
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace() && *c != '\u{feff}');
    let mut scheme = String::new();
    for c in seen {
        match c {
            ':' => return Some(scheme.to_ascii_lowercase()),
            '/' | '?' | '#' => return None,
            c => scheme.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_seen_through_disguise() {
        for target in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            " \u{1}javascript:alert(1)",
            "javascript\u{0}:alert(1)",
        ] {
            assert_eq!(scheme(target).as_deref(), Some("javascript"), "{target:?}");
        }
        assert_eq!(scheme("a/b:c"), None);
        assert_eq!(scheme("#a:b"), None);
        assert_eq!(scheme("//host/x"), None);
    }
}
