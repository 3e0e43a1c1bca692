//! How a plan begins: the settings, the workflow and new documents, as texts that nobody has put anywhere yet.

pub mod draft;
