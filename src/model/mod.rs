//! What a plan is: items, what is stated of them, and how they hang together. No word here of markdown or HTML.

pub mod allow;
pub mod aside;
pub mod audience;
pub mod criterion;
pub mod date;
pub mod document;
pub mod item;
pub mod key;
pub mod kind;
pub mod movement;
pub mod picture;
pub mod plan;
pub mod reason;
pub mod reference;
pub mod stated;
pub mod status;
pub mod tally;
pub mod unclaimed;
pub mod when;
