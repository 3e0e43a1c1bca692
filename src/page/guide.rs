//! The words of a body on a page: its passages as sections, and where their links lead from there.

use std::fmt::Display;

use crate::edition::body::Body;
use crate::edition::paper::{Address, Destination};
use crate::page::book::{Book, file, relative};
use crate::page::fence::fence;
use crate::page::prose::ids::slug;
use crate::page::prose::lead::{Guide, Lead};
use crate::page::prose::{Passage, plain, prose};
use crate::page::route::{self, twin};
use crate::page::section::{Part, Section};
use crate::theme::markup::Markup;

/// What a body gives a page.
#[derive(Debug, Default)]
pub struct Told {
    /// What stands before its first heading.
    pub opening: Option<Section>,
    /// Its sections.
    pub sections: Vec<Section>,
}

impl Told {
    /// The opening, and the rest.
    pub fn split(self) -> (Option<Section>, Vec<Section>) {
        (self.opening, self.sections)
    }
}

/// The passages of a body on the page at `from`.
pub fn passages(book: &Book, from: &str, body: Option<&Body>) -> Told {
    let Some(body) = body else {
        return Told::default();
    };
    let guide = Leads { book, from, body };
    let told = prose(&body.text, &mut book.ids(from), &guide);
    let mut sections = told.passages.into_iter().map(section).peekable();
    let opening = sections.next_if(|section| section.id.is_empty());
    let footnotes = told
        .footnotes
        .map(|list| Section::new("footnotes", "Footnotes").with(Part::prose(list)));
    Told {
        opening: opening.map(|section| Section {
            id: "about".into(),
            ..section
        }),
        sections: sections.chain(footnotes).collect(),
    }
}

/// The words of a body as markdown, for the twin of the page at `from`; none where there are none.
pub fn markdown(book: &Book, from: &str, body: Option<&Body>) -> Option<String> {
    let body = body?;
    let guide = Twins(Leads { book, from, body });
    let told = plain::markdown(&body.text, &guide);
    (!told.is_empty()).then_some(told)
}

/// Where links lead from the twin of a page: to twins, where there are some.
struct Twins<'a>(Leads<'a>);

impl Guide for Twins<'_> {
    fn link(&self, target: &str) -> Lead {
        let Leads { book, from, body } = self.0;
        match book.edition.addresses.lead(&body.from, target) {
            Destination::Within(Address::Item(at), _) if book.item(*at).has_page => {
                Lead::To(relative(from, &twin(book.routes.url(*at), "md")))
            }
            // An anchor of the page itself is none of its twin.
            Destination::Here(_) => Lead::Hidden,
            _ => self.0.link(target),
        }
    }

    fn tell(&self, sentence: &str, parts: &[(&str, &dyn Display)]) -> String {
        self.0.tell(sentence, parts)
    }

    fn image(&self, target: &str) -> Lead {
        self.0.image(target)
    }
}

fn section(passage: Passage) -> Section {
    let html = without_rules(&passage.html);
    let html = (!html.is_empty()).then(|| Part::prose(html.to_string()));
    Section {
        id: passage.id,
        title: Markup::html(passage.heading.unwrap_or_default()),
        words: passage.title,
        parts: html.into_iter().collect(),
        ..Section::default()
    }
}

/// Rules part what stands around them; at the edge of a passage there is nothing to part.
fn without_rules(html: &str) -> &str {
    let mut html = html.trim();
    while let Some(rest) = html.strip_prefix("<hr>").or(html.strip_suffix("<hr>")) {
        html = rest.trim();
    }
    html
}

/// Where the links of one body lead from one page.
struct Leads<'a> {
    book: &'a Book,
    from: &'a str,
    body: &'a Body,
}

impl Leads<'_> {
    fn page(&self, address: &Address, fragment: &str) -> Lead {
        match address {
            Address::Item(at) => {
                let url = self.book.routes.url(*at);
                self.within(url, self.book.item(*at).body.as_ref(), fragment)
            }
            Address::Paper(at) => {
                let url = self.book.routes.paper(*at);
                self.within(url, Some(&self.book.edition.papers[*at].body), fragment)
            }
            Address::Picture(name, _) => Lead::To(file(self.from, &route::picture(name))),
            // It can be seen where the repository can.
            Address::File(path) => self.book.file(path).map_or(Lead::Hidden, Lead::To),
            Address::Unshown => Lead::Hidden,
        }
    }

    /// A place on a page; a heading that is not there any more is the page itself.
    fn within(&self, url: &str, body: Option<&Body>, fragment: &str) -> Lead {
        let page = url.split('#').next().unwrap_or(url);
        let anchor = anchor(self.book, page, body, fragment);
        Lead::To(match anchor {
            Some(anchor) => relative(self.from, &format!("{page}#{anchor}")),
            None => relative(self.from, url),
        })
    }

    /// Out of the plan: into the web, but not into the folders around the plan, which no site has.
    fn outside(&self, target: &str) -> Lead {
        let target = target.trim();
        match target.strip_prefix("//") {
            Some(_) => Lead::To(format!("https:{target}")),
            None if target.contains(':') => Lead::To(target.to_string()),
            None => self.missing(),
        }
    }

    fn missing(&self) -> Lead {
        if self.book.edition.audience.sees_all() {
            Lead::Dead
        } else {
            Lead::Hidden
        }
    }
}

impl Guide for Leads<'_> {
    fn link(&self, target: &str) -> Lead {
        match self.book.edition.addresses.lead(&self.body.from, target) {
            Destination::Outside => self.outside(target),
            Destination::Within(address, fragment) => self.page(address, fragment),
            Destination::Here(fragment) => {
                let anchor = anchor(self.book, self.from, Some(self.body), fragment);
                anchor.map_or(Lead::Hidden, |anchor| {
                    Lead::To(relative(self.from, &format!("{}#{anchor}", self.from)))
                })
            }
            Destination::Dead => self.missing(),
        }
    }

    fn tell(&self, sentence: &str, parts: &[(&str, &dyn Display)]) -> String {
        self.book.tongue.tell(sentence, parts)
    }

    fn image(&self, target: &str) -> Lead {
        match self.book.edition.addresses.lead(&self.body.from, target) {
            Destination::Within(Address::Picture(name, _), _) => {
                Lead::To(file(self.from, &route::picture(name)))
            }
            Destination::Outside => self.outside(target),
            Destination::Dead => self.missing(),
            _ => Lead::Hidden,
        }
    }

    fn size(&self, target: &str) -> Option<(u32, u32)> {
        match self.book.edition.addresses.lead(&self.body.from, target) {
            Destination::Within(Address::Picture(_, picture), _) => picture.size,
            _ => None,
        }
    }

    fn view(&self, words: &str) -> Option<String> {
        Some(fence(self.book, self.from, words))
    }
}

/// The anchor that a fragment means: one of a heading of the body, or of a row.
fn anchor(book: &Book, page: &str, body: Option<&Body>, fragment: &str) -> Option<String> {
    if fragment.is_empty() {
        return None;
    }
    let wanted = slug(fragment);
    let headings = body
        .map(|body| book.anchors(page, body))
        .unwrap_or_default();
    let rows = book.routes.rows(page).iter();
    let mut rows = rows.filter_map(|at| book.routes.url(*at).split_once('#'));
    let heading = headings.iter().find(|(own, _)| *own == wanted);
    heading
        .map(|(_, id)| id.as_str())
        .or_else(|| rows.find(|(_, id)| *id == wanted).map(|(_, id)| id))
        .map(str::to_string)
}
