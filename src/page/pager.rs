//! The way between the pages of a list: the one before, the one behind, and those around.

use crate::page::book::relative;
use crate::page::route::{ROWS, list_page};
use crate::theme::markup::{Markup, escape};

/// How many pages on either side are named beside the first and the last.
const NEAR: usize = 3;

/// Links to the other pages of a list of so many rows; nothing where all stand on one.
pub fn pager(name: &str, page: usize, rows: usize, label: &str) -> Option<Markup> {
    let pages = rows.div_ceil(ROWS);
    if pages < 2 {
        return None;
    }
    let from = list_page(name, page);
    let href = |page: usize| escape(&relative(&from, &list_page(name, page))).into_owned();
    let mut out = format!("<nav class=\"pager\" aria-label=\"{}\">", escape(label));
    match page.checked_sub(1) {
        Some(before) => out.push_str(&format!(
            "<a class=\"btn\" rel=\"prev\" href=\"{}\">Previous</a>",
            href(before)
        )),
        None => out.push_str("<span class=\"btn off\">Previous</span>"),
    }
    out.push_str("<ol>");
    for step in steps(page, pages) {
        match step {
            Some(to) => {
                let here = if to == page {
                    " aria-current=\"page\""
                } else {
                    ""
                };
                let (first, last) = span(to, rows);
                out.push_str(&format!(
                    "<li><a href=\"{}\"{here}>{first} to {last}</a></li>",
                    href(to)
                ));
            }
            None => out.push_str("<li><span class=\"sub\">…</span></li>"),
        }
    }
    out.push_str("</ol>");
    if page + 1 < pages {
        let (first, last) = span(page + 1, rows);
        out.push_str(&format!(
            "<a class=\"btn\" rel=\"next\" href=\"{}\">Next {}</a>",
            href(page + 1),
            last + 1 - first
        ));
    } else {
        out.push_str("<span class=\"btn off\">Next</span>");
    }
    out.push_str("</nav>");
    Some(Markup::html(out))
}

/// The first and the last row of a page, counted from 1.
pub fn span(page: usize, rows: usize) -> (usize, usize) {
    (page * ROWS + 1, rows.min((page + 1) * ROWS))
}

/// The rows of a page.
pub fn rows(all: &[usize], page: usize) -> &[usize] {
    let start = all.len().min(page * ROWS);
    &all[start..all.len().min(start + ROWS)]
}

/// Which pages are named; nothing stands for those left out.
fn steps(page: usize, pages: usize) -> Vec<Option<usize>> {
    let mut steps = Vec::new();
    for to in 0..pages {
        let is_near = to.abs_diff(page) <= NEAR || to == 0 || to + 1 == pages;
        if is_near {
            steps.push(Some(to));
        } else if steps.last() != Some(&None) {
            steps.push(None);
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_one_page_has_no_way() {
        assert_eq!(pager("tasks", 0, ROWS, "Pages"), None);
        let first = pager("tasks", 0, ROWS + 1, "Pages").unwrap();
        assert!(
            first
                .as_str()
                .contains("rel=\"next\" href=\"tasks-2.html\">Next 1<")
        );
    }

    #[test]
    fn pages_far_away_are_left_out() {
        let told = steps(10, 100);
        assert_eq!(told.len(), 11);
        assert_eq!(told[..3], [Some(0), None, Some(7)]);
        assert_eq!(steps(1, 3), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn the_last_page_ends_with_the_last_row() {
        assert_eq!(span(1, 620), (501, 620));
        assert_eq!(rows(&[7; 620], 1).len(), 120);
        assert!(rows(&[7; 3], 2).is_empty());
    }
}
