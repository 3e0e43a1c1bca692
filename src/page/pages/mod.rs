//! The pages of a site, one kind a file.

pub mod data;
pub mod item;
pub mod list;
pub mod lost;
pub mod paper;
pub mod roadmap;

use crate::page::page::Page;

/// Every kind of page.
pub const PAGES: [&dyn Page; 6] = [
    &data::Data,
    &item::Item,
    &list::List,
    &lost::Lost,
    &paper::Paper,
    &roadmap::Roadmap,
];
