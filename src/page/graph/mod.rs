//! What waits for what: which graphs a plan has, what each shows, and where an item stands in them.

pub mod home;
pub mod link;
pub mod need;
pub mod node;
pub mod picture;
pub mod scene;
