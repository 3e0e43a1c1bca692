//! Links between the pages of something that is too long for one.

use crate::page::book::relative;
use crate::page::route::{ROWS, list_page};
use crate::theme::markup::{Markup, escape};

/// The pages that this many rows take; there is always a first one.
pub fn pages(rows: usize) -> usize {
    rows.div_ceil(ROWS).max(1)
}

/// The rows of a page, of this many: from where, and up to where.
pub fn range(page: usize, rows: usize) -> std::ops::Range<usize> {
    page * ROWS..((page + 1) * ROWS).min(rows)
}

/// The links between the pages of `name`; none where there is one page.
pub fn pager(name: &str, page: usize, rows: usize) -> Option<Markup> {
    let from = list_page(name, page);
    let link = |other: usize| {
        let range = range(other, rows);
        let current = match other == page {
            true => " aria-current=\"page\"",
            false => "",
        };
        format!(
            "<li><a href=\"{}\"{current}>{} to {}</a></li>",
            escape(&relative(&from, &list_page(name, other))),
            range.start + 1,
            range.end
        )
    };
    let links: Vec<String> = (0..pages(rows)).map(link).collect();
    (links.len() > 1).then(|| {
        Markup::html(format!(
            "<nav class=\"pager\" aria-label=\"Pages\"><ol>{}</ol></nav>",
            links.join("\n")
        ))
    })
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
    }
}
