//! Questions put to a plan in words that one can type: which items, in which columns, in which order.

pub mod answer;
pub mod condition;
pub mod fault;
pub mod fence;
pub mod field;
pub mod order;
pub mod parser;
pub mod time;
mod token;
#[cfg(test)]
mod trial;
pub mod view;
