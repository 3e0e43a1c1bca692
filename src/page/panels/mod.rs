//! Panels that the overview and the page of the running week or sprint share.

pub mod ahead;
pub mod panel;
pub mod slipped;
