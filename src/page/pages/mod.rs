//! The pages of a site, one kind a file.

pub mod data;
pub mod item;
pub mod list;
pub mod lost;
pub mod paper;
pub mod roadmap;
pub mod sprints;
pub mod week;

use crate::page::page::Page;

/// Every kind of page.
pub const PAGES: [&dyn Page; 8] = [
    &data::Data,
    &item::Item,
    &list::List,
    &lost::Lost,
    &paper::Paper,
    &roadmap::Roadmap,
    &sprints::Sprints,
    &week::Week,
];
