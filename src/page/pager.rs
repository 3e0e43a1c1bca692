//! Links between the pages of something that is too long for one.

use crate::page::book::relative;
use crate::page::route::{ROWS, list_page};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// How many pages on each side of the shown one are linked, beside the first and the last.
const NEAR: usize = 2;

/// The pages that this many rows take; there is always a first one.
pub fn pages(rows: usize) -> usize {
    rows.div_ceil(ROWS).max(1)
}

/// The rows of a page, of this many: from where, and up to where.
pub fn range(page: usize, rows: usize) -> std::ops::Range<usize> {
    page * ROWS..((page + 1) * ROWS).min(rows)
}

/// Those of the rows that stand on a page.
pub fn rows(all: &[usize], page: usize) -> &[usize] {
    all.get(range(page, all.len())).unwrap_or_default()
}

/// The links between the pages of `name` in English, for pages that are not yet told in other languages.
pub fn pager(name: &str, page: usize, rows: usize) -> Option<Markup> {
    links(&Tongue::english(), name, page, rows)
}

/// The links between the pages of `name`; none where there is one page.
pub fn links(tongue: &Tongue, name: &str, page: usize, rows: usize) -> Option<Markup> {
    labelled(tongue, name, page, rows, key("Pages"))
}

/// The same under another name, where a page has them twice.
pub fn labelled(
    tongue: &Tongue,
    name: &str,
    page: usize,
    rows: usize,
    label: &str,
) -> Option<Markup> {
    let from = list_page(name, page);
    let count = pages(rows);
    let href = |other: usize| escape(&relative(&from, &list_page(name, other))).into_owned();
    let link = |other: usize| {
        let range = range(other, rows);
        let current = match other == page {
            true => " aria-current=\"page\"",
            false => "",
        };
        format!(
            "<li><a href=\"{}\"{current}>{}</a></li>",
            href(other),
            escape(&tongue.tell(
                "{first} to {last}",
                &[("first", &(range.start + 1)), ("last", &range.end)]
            ))
        )
    };
    let mut links: Vec<String> = Vec::new();
    let mut next = 0;
    for other in linked(page, count) {
        if other > next {
            links.push("<li aria-hidden=\"true\">…</li>".into());
        }
        links.push(link(other));
        next = other + 1;
    }
    let step = |to: Option<usize>, rel: &str, words: &str| match to {
        Some(to) => format!(
            "<a class=\"btn\" rel=\"{rel}\" href=\"{}\">{}</a>",
            href(to),
            escape(words)
        ),
        None => format!("<span class=\"btn off\">{}</span>", escape(words)),
    };
    let behind = Some(page + 1).filter(|next| *next < count);
    let forward = match behind {
        Some(next) => {
            let number = range(next, rows).len();
            tongue.count(number, "Next {number}", "Next {number}", &[])
        }
        None => tongue.say("Next").into_owned(),
    };
    let back = tongue.say("Previous");
    (links.len() > 1).then(|| {
        Markup::html(format!(
            "<nav class=\"pager\" aria-label=\"{}\">{}<ol>{}</ol>{}</nav>",
            escape(&tongue.say(label)),
            step(page.checked_sub(1), "prev", &back),
            links.join("\n"),
            step(behind, "next", &forward)
        ))
    })
}

/// The first page, the last one, and those around the shown one.
fn linked(page: usize, count: usize) -> Vec<usize> {
    let all = 0..count;
    all.filter(|other| *other == 0 || *other + 1 == count || other.abs_diff(page) <= NEAR)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_on_one_page_has_no_links() {
        assert_eq!((pages(0), pages(500), pages(501)), (1, 1, 2));
        assert_eq!(pager("health", 0, 500), None);
        let pager = pager("health", 1, 501).unwrap();
        assert!(pager.as_str().contains("health-2.html\" aria-current"));
        assert!(pager.as_str().contains("501 to 501"));
        let first = links(&Tongue::english(), "tasks", 0, 620).unwrap();
        let next = "rel=\"next\" href=\"tasks-2.html\">Next 120<";
        assert!(first.as_str().contains(next));
        assert_eq!((rows(&[7; 620], 1).len(), rows(&[7; 3], 2).len()), (120, 0));
    }

    #[test]
    fn of_many_pages_the_near_ones_are_linked() {
        assert_eq!(linked(0, 43), [0, 1, 2, 42]);
        assert_eq!(linked(20, 43), [0, 18, 19, 20, 21, 22, 42]);
        assert_eq!(linked(1, 2), [0, 1]);
    }
}
