//! Charts from numbers and labels; nothing here has heard of a plan.
//!
//! A chart is a finished piece of HTML: text is HTML, lines are SVG, and inline styles hold custom properties with
//! plain numbers only, so that colours and sizes stay in the stylesheet.

pub mod ages;
pub mod arrow;
mod axis;
pub mod bars;
pub mod burnup;
pub mod calendar;
mod escape;
pub mod flow;
pub mod graph;
mod key;
pub mod lanes;
pub mod load;
mod number;
pub mod progress;
pub mod ring;
pub mod row;
pub mod say;
mod scale;
mod ticks;
pub mod timeline;
