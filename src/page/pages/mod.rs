//! The pages of a site, one kind a file.

pub mod data;
pub mod item;
pub mod lost;
pub mod paper;

use crate::page::page::Page;

/// Every kind of page.
pub const PAGES: [&dyn Page; 4] = [&data::Data, &item::Item, &lost::Lost, &paper::Paper];
