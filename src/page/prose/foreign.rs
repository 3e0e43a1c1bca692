//! An author's raw HTML: its tags are read, and those that are known are written anew with what may stay of them.

use crate::page::prose::element::{Element, STRONG, Sort, element, is_html};
use crate::page::prose::lead::Guide;
use crate::page::prose::link::{self, Hand, Image};
use crate::page::prose::markup::Markup;
use crate::page::prose::raw::{self, Raw};

/// Writes a piece of raw HTML.
pub(super) fn write(markup: &mut Markup, guide: &dyn Guide, html: &str) {
    for raw in raw::read(html) {
        match raw {
            Raw::Words(words) => markup.text(&words),
            Raw::End(name) => markup.end_foreign(&name),
            Raw::Start(name, attributes) => {
                if let Some(element) = element(&name) {
                    begin(markup, guide, element, &Given(attributes));
                }
            }
        }
    }
}

/// Whether this is one tag of an element that HTML does not have: `<milestone-name>` and the `<String>` of a type are
/// words of the author's.
pub(super) fn is_no_tag(html: &str) -> bool {
    let inside = html
        .trim()
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    let Some(inside) = inside.filter(|inside| !inside.contains(['<', '>'])) else {
        return false;
    };
    let name = inside
        .trim_start_matches('/')
        .split(|c: char| c.is_whitespace() || c == '/')
        .next();
    name.is_some_and(|name| !is_html(&name.to_ascii_lowercase()))
}

fn begin(markup: &mut Markup, guide: &dyn Guide, element: Element, given: &Given) {
    match element.name {
        "a" => {
            if let Some(target) = given.get("href") {
                link::begin(markup, guide, target, given.or_empty("title"), Hand::Raw);
            }
        }
        "img" => picture(markup, guide, given),
        name if element.sort == Sort::Void => markup.void_foreign(name, &[]),
        name => {
            let begun = markup.begin_foreign(element, &given.kept(name));
            if begun && matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                markup.begin_foreign(STRONG, &[]);
            }
        }
    }
}

fn picture(markup: &mut Markup, guide: &dyn Guide, given: &Given) {
    let sized = ["width", "height"]
        .into_iter()
        .filter_map(|name| Some((name, given.number(name)?)));
    let image = Image {
        target: given.or_empty("src"),
        alt: given.or_empty("alt"),
        title: given.or_empty("title"),
        size: &sized.collect::<Vec<_>>(),
    };
    link::image(markup, guide, &image, Hand::Raw);
}

/// The attributes that an author gave.
struct Given(Vec<(String, String)>);

impl Given {
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str())
    }

    fn or_empty(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// A plain number of at most four digits.
    fn number(&self, name: &str) -> Option<&str> {
        let is_number = |value: &&str| {
            (1..=4).contains(&value.len()) && value.bytes().all(|c| c.is_ascii_digit())
        };
        self.get(name).map(str::trim).filter(is_number)
    }

    /// What an element keeps. Names that a page gives meaning to, `id` and `class` first of all, are never the author's.
    fn kept(&self, element: &str) -> Vec<(&'static str, &str)> {
        let mut kept = Vec::new();
        let numbers: &[&'static str] = match element {
            "td" | "th" => &["colspan", "rowspan"],
            "ol" => &["start"],
            "li" => &["value"],
            "pre" => {
                kept.push(("tabindex", "0"));
                &[]
            }
            _ => &[],
        };
        kept.extend(
            numbers
                .iter()
                .filter_map(|name| Some((*name, self.number(name)?))),
        );
        if element == "details" && self.get("open").is_some() {
            kept.push(("open", ""));
        }
        kept.extend(
            (element == "abbr")
                .then(|| self.get("title"))
                .flatten()
                .map(|title| ("title", title)),
        );
        let ways = ["ltr", "rtl", "auto"].into_iter();
        kept.extend(
            ways.filter(|way| self.get("dir") == Some(way))
                .map(|way| ("dir", way)),
        );
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::prose::lead::Lead;

    #[test]
    fn placeholders_are_words() {
        for words in ["<milestone-name>", "<String>", "</T>", "<your name here>\n"] {
            assert!(is_no_tag(words), "{words}");
        }
        for tag in [
            "<b>",
            "</SPAN>",
            "<font color=x>",
            "<br/>",
            "<x a='<!-- b -->'>",
            "<x><y>",
            "x",
        ] {
            assert!(!is_no_tag(tag), "{tag}");
        }
    }

    struct Nothing;

    impl Guide for Nothing {
        fn link(&self, _: &str) -> Lead {
            Lead::Dead
        }

        fn image(&self, _: &str) -> Lead {
            Lead::Hidden
        }
    }

    fn html(raw: &str) -> String {
        let mut markup = Markup::default();
        write(&mut markup, &Nothing, raw);
        markup.finish().0
    }

    #[test]
    fn names_of_the_page_are_not_the_authors() {
        assert_eq!(
            html("<p id=main class=\"note hl-bad\" role=alert title=x data-y style=z>a"),
            "<p>a</p>"
        );
        assert_eq!(html("<a name=x>a</a><font size=7>b</font>"), "ab");
    }

    #[test]
    fn what_is_plain_stays() {
        let table = "<table><tr><td colspan=\"2\">a</td></tr>\n</table>";
        assert_eq!(
            html("<table><tr><td colspan=2 rowspan=99999>a</table>"),
            table
        );
        assert_eq!(
            html("<details open><summary>a</summary>b</details>"),
            "<details open=\"\"><summary>a</summary>\nb</details>"
        );
        assert_eq!(
            html("<h2>a</h2><bdo dir=rtl>b</bdo>"),
            "<p><strong>a</strong></p>\n<bdo dir=\"rtl\">b</bdo>"
        );
        assert_eq!(
            html("<strike>a</strike><tt>b</tt><center>c</center>"),
            "<s>a</s><code>b</code><div>c</div>"
        );
    }

    #[test]
    fn links_and_images_ask_the_guide() {
        let dead = "<span class=\"broken\" title=\"x was not found\">a<span class=\"vh\"> (link goes nowhere: x)</span></span>";
        assert_eq!(
            html("<a href=x>a</a>b<img src=y alt=c>"),
            format!("{dead}bc")
        );
    }
}
