//! The pages of a site, one kind a file.

pub mod blocked;
pub mod data;
pub mod decisions;
pub mod discovered;
pub mod documents;
pub mod health;
pub mod home;
pub mod item;
pub mod labels;
pub mod list;
pub mod lost;
pub mod owners;
pub mod paper;
pub mod reading;
pub mod roadmap;
pub mod sprints;
pub mod views;
pub mod week;

use crate::page::page::Page;

/// Every kind of page.
pub const PAGES: [&dyn Page; 18] = [
    &blocked::Blocked,
    &data::Data,
    &decisions::Decisions,
    &discovered::Discovered,
    &documents::Documents,
    &health::Health,
    &home::Home,
    &item::Item,
    &labels::Labels,
    &list::List,
    &lost::Lost,
    &owners::Owners,
    &paper::Paper,
    &reading::Reading,
    &roadmap::Roadmap,
    &sprints::Sprints,
    &views::OwnViews,
    &week::Week,
];
