//! Where the rows of one state begin in a long list.

use crate::page::badge;
use crate::page::book::Book;
use crate::page::filter;
use crate::page::route::{ROWS, list_page};

/// Longer lists have a second order, in which open ones come first.
pub const ORDERED: usize = 50;

/// Where the rows of one state begin in the list of these items, which are all of their kind in the order of the plan.
pub fn way_to(book: &Book, name: &str, items: &[usize], style: &str) -> String {
    if items.len() <= ORDERED {
        return list_page(name, 0);
    }
    let mut order = items.to_vec();
    order.sort_by_key(|at| filter::rank(book.item(*at)));
    let is_so = |at: &usize| badge::style(book.item(*at)) == style;
    let first = order.iter().position(is_so).unwrap_or_default();
    let page = list_page(&open_first(name), first / ROWS);
    format!("{page}#{}", state_anchor(style))
}

/// The name of the list in which open ones come first.
pub fn open_first(name: &str) -> String {
    format!("{name}-open-first")
}

/// The anchor of the first row of a state, where the rows are in that order.
pub fn state_anchor(style: &str) -> String {
    format!("state.{style}")
}
