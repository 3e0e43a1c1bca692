//! The pages of a site, one kind a file.

pub mod item;

use crate::page::page::Page;

/// Every kind of page.
pub const PAGES: [&dyn Page; 1] = [&item::Item];
