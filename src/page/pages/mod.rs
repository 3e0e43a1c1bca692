//! The pages of a site, one kind a file.

pub mod blocked;
pub mod board;
pub mod data;
pub mod decisions;
pub mod discovered;
pub mod documents;
pub mod graph;
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
pub mod search;
pub mod sprints;
pub mod trace;
pub mod views;
pub mod week;

use crate::page::page::Page;

/// Every kind of page; the search comes last, for it finds all others.
pub const PAGES: &[&dyn Page] = &[
    &blocked::Blocked,
    &board::Board,
    &data::Data,
    &decisions::Decisions,
    &discovered::Discovered,
    &documents::Documents,
    &graph::Graph,
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
    &trace::Trace,
    &views::OwnViews,
    &week::Week,
    &search::Search,
];
