//! The pages of a site, one kind a file.

pub mod blocked;
pub mod data;
pub mod decisions;
pub mod discovered;
pub mod documents;
pub mod graph;
pub mod health;
pub mod home;
pub mod item;
pub mod list;
pub mod lost;
pub mod paper;
pub mod reading;
pub mod roadmap;
pub mod sprints;
pub mod trace;
pub mod week;

use crate::page::page::Page;

/// Every kind of page.
pub const PAGES: [&dyn Page; 17] = [
    &blocked::Blocked,
    &data::Data,
    &decisions::Decisions,
    &discovered::Discovered,
    &documents::Documents,
    &graph::Graph,
    &health::Health,
    &home::Home,
    &item::Item,
    &list::List,
    &lost::Lost,
    &paper::Paper,
    &reading::Reading,
    &roadmap::Roadmap,
    &sprints::Sprints,
    &trace::Trace,
    &week::Week,
];
