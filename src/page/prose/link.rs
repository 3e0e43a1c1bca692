//! Links and images as the page writes them, whoever wrote them first.

use crate::page::prose::lead::{self, Guide, Lead};
use crate::page::prose::markup::Markup;

/// Who wrote a link or an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hand {
    /// Markdown: the page writes the element and closes it.
    Markdown,
    /// Raw HTML: the author closes it, or not.
    Raw,
}

/// Opens a link; where it leads nowhere, the words are marked, and where it must not lead, they are plain.
pub(super) fn begin(markup: &mut Markup, guide: &dyn Guide, target: &str, title: &str, hand: Hand) {
    let ours = hand == Hand::Markdown;
    let (target, lead) = lead::link(guide, target);
    match lead {
        Lead::To(address) => {
            let address = spelled(&address);
            let attributes = [("href", address.as_str()), ("title", title)];
            let count = 2 - usize::from(title.is_empty());
            markup.begin_link(Some("a"), &attributes[..count], None, ours);
        }
        Lead::Dead => {
            let lost = lost(guide, &target);
            let attributes = [("class", "broken"), ("title", lost.as_str())];
            let aside = guide.tell("(link goes nowhere: {target})", &[("target", &target)]);
            let aside = format!(" {aside}");
            markup.begin_link(Some("span"), &attributes, Some(aside), ours);
        }
        Lead::Hidden => markup.begin_link(None, &[], None, ours),
    }
}

/// An image: its words stand for it where there is none.
#[derive(Debug)]
pub(super) struct Image<'a> {
    /// Where the author says it is.
    pub(super) target: &'a str,
    /// What it shows, in words.
    pub(super) alt: &'a str,
    /// What hovering shows.
    pub(super) title: &'a str,
    /// Width and height, where they are stated.
    pub(super) size: &'a [(&'a str, &'a str)],
}

/// Writes an image.
pub(super) fn image(markup: &mut Markup, guide: &dyn Guide, image: &Image<'_>, hand: Hand) {
    let (target, lead) = lead::image(guide, image.target);
    match lead {
        Lead::To(address) => {
            let address = spelled(&address);
            let mut attributes = vec![("src", address.as_str()), ("alt", image.alt)];
            attributes.extend((!image.title.is_empty()).then_some(("title", image.title)));
            let known = guide.size(&target).filter(|_| image.size.is_empty());
            let [width, height] = known.map_or_else(Default::default, |(width, height)| {
                [width.to_string(), height.to_string()]
            });
            // So the words below it stay where they are when it comes.
            if known.is_some() {
                attributes.extend([("width", &*width), ("height", &*height)]);
            }
            attributes.extend(image.size);
            attributes.push(("loading", "lazy"));
            match hand {
                Hand::Markdown => markup.void("img", &attributes),
                Hand::Raw => markup.void_foreign("img", &attributes),
            }
        }
        Lead::Dead => broken(markup, guide, image.alt, &target),
        Lead::Hidden => markup.text(image.alt),
    }
}

fn broken(markup: &mut Markup, guide: &dyn Guide, alt: &str, target: &str) {
    let title = lost(guide, target);
    markup.begin("span", &[("class", "broken"), ("title", title.as_str())]);
    match alt {
        "" => markup.text(&guide.tell("image", &[])),
        alt => markup.text(alt),
    }
    markup.begin("span", &[("class", "vh")]);
    let aside = guide.tell("(image not found: {target})", &[("target", &target)]);
    markup.text(&format!(" {aside}"));
    markup.end("span");
    markup.end("span");
}

fn lost(guide: &dyn Guide, target: &str) -> String {
    guide.tell("{target} was not found", &[("target", &target)])
}

fn spelled(address: &str) -> String {
    address.replace(' ', "%20")
}
