//! The index of a search: scripts of a few kilobytes, of which a browser loads those that hold what is typed. They
//! are scripts, and not data, so that they can be loaded from a disk as well.
//!
//! `search/index.js` says which words stand on which shelf. A shelf (`search/w-….js`) holds the words between two
//! beginnings, each with the numbers of what can be found by it; where a beginning is too much for a shelf, its best
//! stand by themselves (`search/t-….js`). What is shown of a number is told with the words that lead to it first, and
//! for all in blocks (`search/r-….js`).

mod letter;
mod numbers;
mod postings;
mod record;
mod role;
mod shelf;
mod speech;
pub mod target;
mod words;
pub mod writer;
