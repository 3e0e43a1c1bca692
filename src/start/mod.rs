//! How a plan begins: the settings, the workflow and new documents, as texts that nobody has put anywhere yet.

pub mod draft;
pub mod origin;
pub mod quote;
pub mod settings;
pub mod starter;
pub mod survey;
pub mod workflow;
