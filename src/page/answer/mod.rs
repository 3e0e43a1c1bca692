//! Answers about the plan, for the terminal and for agents: where it stands, what is next, this week, one item.

pub mod archive;
pub mod excerpt;
pub mod hold;
pub mod item;
pub mod named;
pub mod next;
pub mod reason;
pub mod status;
pub mod stuck;
pub mod week;
