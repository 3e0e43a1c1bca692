//! The pages of a site, one kind a file.

pub mod data;
pub mod health;
pub mod item;
pub mod lost;
pub mod paper;
pub mod reading;

use crate::page::page::Page;

/// Every kind of page.
pub const PAGES: [&dyn Page; 6] = [
    &data::Data,
    &health::Health,
    &item::Item,
    &lost::Lost,
    &paper::Paper,
    &reading::Reading,
];
