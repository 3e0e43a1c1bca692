//! From the edition to what is published: addresses, and plan.json.

pub mod data;
pub mod prose;
pub mod route;
