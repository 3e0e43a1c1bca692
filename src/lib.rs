//! plansite reads planning documents as people write them, understands them as one plan, and tells that plan
//! as a site.
//!
//! A run is one walk through pure stages, and every stage hands on a value:
//! files -> outlines -> mentions -> plan -> analysis -> edition -> site. The left wing (syntax, read, resolve) knows
//! documents and no page; the right wing (analyze, edition, page) knows pages and no document. They meet in
//! `model` and are joined in `pipeline`.
//!
//! A file may import rooms on lower lines, files of its own room, and nothing else. Rooms on one line do not
//! know each other. `tests/architecture.rs` reads this block.
//!
//! ```text
//! 11 main
//! 10 cli
//! 9  serve change
//! 8  pipeline
//! 7  load
//! 6  resolve page start
//! 5  read source lint edition snippet
//! 4  syntax config analyze edit
//! 3  query diagnostic
//! 2  model emit
//! 1  text theme output chart
//! ```

pub mod analyze;
pub mod change;
pub mod chart;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod edit;
pub mod edition;
pub mod emit;
pub mod lint;
pub mod load;
pub mod model;
pub mod output;
pub mod page;
pub mod pipeline;
pub mod query;
pub mod read;
pub mod resolve;
pub mod serve;
pub mod snippet;
pub mod source;
pub mod start;
pub mod syntax;
pub mod text;
pub mod theme;
