//! Where links and images lead: the page's guide is asked, and no address of a dangerous kind is ever written.

use std::fmt::Display;

use crate::theme::tongue::Tongue;

/// Where a link or an image of a document leads, as the page that shows it must write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// To this address, relative to the page, or outside.
    To(String),
    /// To something that is not there: shown as a marked text with where it led.
    Dead,
    /// To something this audience must not know: plain text.
    Hidden,
}

/// Knows where the targets that authors wrote are told of.
pub trait Guide {
    /// Where a link leads: a path, `#fragment`, the words of a wikilink, or an address outside.
    fn link(&self, target: &str) -> Lead;

    /// Where an image is.
    fn image(&self, target: &str) -> Lead;

    /// How wide and how high an image is, where that is known.
    fn size(&self, _target: &str) -> Option<(u32, u32)> {
        None
    }

    /// A sentence in the language of the page.
    fn tell(&self, sentence: &str, parts: &[(&str, &dyn Display)]) -> String {
        Tongue::english().tell(sentence, parts)
    }

    /// What a view asks for, as finished HTML; nothing where views are only words.
    fn view(&self, _words: &str) -> Option<String> {
        None
    }
}

/// Images may be written out in the document itself, if they are no more than dots.
const PICTURES: [&str; 5] = ["png", "jpeg", "gif", "webp", "avif"];

/// The target of a link, and where it leads.
pub(super) fn link(guide: &dyn Guide, target: &str) -> (String, Lead) {
    let target = tidy(target);
    let lead = match target.is_empty() || !is_allowed(&target, true) {
        true => Lead::Hidden,
        false => guarded(guide.link(&target), true),
    };
    (target, lead)
}

/// The target of an image, and where it is.
pub(super) fn image(guide: &dyn Guide, target: &str) -> (String, Lead) {
    let target = tidy(target);
    let lead = if is_picture(&target) {
        Lead::To(target.clone())
    } else if target.is_empty() || !is_allowed(&target, false) {
        Lead::Hidden
    } else {
        guarded(guide.image(&target), false)
    };
    (target, lead)
}

/// A guide may hand back what it was given, so its answer is held to the same rule.
fn guarded(lead: Lead, mail: bool) -> Lead {
    match lead {
        Lead::To(address) if is_allowed(&address, mail) => Lead::To(address),
        Lead::To(_) => Lead::Hidden,
        other => other,
    }
}

/// Browsers skip control characters and blanks in front, and tabs and line breaks anywhere.
fn tidy(target: &str) -> String {
    let kept: String = target.chars().filter(|c| !c.is_control()).collect();
    kept.trim().to_string()
}

/// Whether an address has no scheme or one that is known to be harmless. Whatever has a colon before its path counts
/// as a scheme: better a link too few than one that a browser reads in another way.
fn is_allowed(address: &str, mail: bool) -> bool {
    let head = address.split(['/', '?', '#', '\\']).next();
    let Some((scheme, _)) = head.unwrap_or_default().split_once(':') else {
        return true;
    };
    let is = |known: &str| scheme.eq_ignore_ascii_case(known);
    is("http") || is("https") || mail && is("mailto")
}

fn is_picture(address: &str) -> bool {
    let kind = address
        .get(..11)
        .filter(|head| head.eq_ignore_ascii_case("data:image/"));
    let Some((kind, data)) = kind.and_then(|_| address[11..].split_once(";base64,")) else {
        return false;
    };
    let is_letter = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'/' | b'=');
    PICTURES.contains(&kind) && data.bytes().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lets everything through.
    struct Gullible;

    impl Guide for Gullible {
        fn link(&self, target: &str) -> Lead {
            Lead::To(target.to_string())
        }

        fn image(&self, target: &str) -> Lead {
            Lead::To(target.to_string())
        }
    }

    #[test]
    fn known_schemes_and_paths_pass() {
        for target in [
            "a.md",
            "../b c.md#d",
            "#e",
            "HTTPS://example.org/x:y",
            "http://example.org",
            "mailto:a@example.org",
            "notes/10:30.md",
            "?a=b:c",
        ] {
            assert_eq!(link(&Gullible, target).1, Lead::To(target.into()));
        }
    }

    #[test]
    fn other_schemes_do_not() {
        for target in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1} javascript:alert(1)",
            "\u{a0}javascript:alert(1)",
            "javascript\u{200b}:alert(1)",
            "data:text/html,x",
            "data:image/png;base64,AAAA",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "c:\\x",
            "x:",
            ":",
        ] {
            assert_eq!(link(&Gullible, target).1, Lead::Hidden, "{target:?}");
        }
    }

    #[test]
    fn images_may_be_data_of_dots() {
        let of = |target: &str| image(&Gullible, target).1 != Lead::Hidden;
        assert!(of("data:image/png;base64,iVBORw0KGgo="));
        assert!(of("a.png") && of("https://example.org/a.png"));
        assert!(!of("data:image/svg+xml;base64,PHN2Zz4="));
        assert!(!of("data:image/png,<svg>"));
        assert!(!of("data:text/html;base64,AAAA"));
        assert!(!of("mailto:a@example.org"));
        assert!(!of("javascript:alert(1)"));
    }

    #[test]
    fn a_guide_cannot_bring_a_scheme_back() {
        struct Sly;
        impl Guide for Sly {
            fn link(&self, _: &str) -> Lead {
                Lead::To("java\tscript:alert(1)".into())
            }
            fn image(&self, _: &str) -> Lead {
                Lead::Dead
            }
        }
        assert_eq!(link(&Sly, "a.md").1, Lead::Hidden);
        assert_eq!(image(&Sly, "a.png").1, Lead::Dead);
    }
}
