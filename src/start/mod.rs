//! How a plan begins: the settings, the workflow and new documents, as texts that nobody has put anywhere yet.

pub mod document;
pub mod draft;
pub mod escape;
pub mod fill;
pub mod folder;
pub mod form;
pub mod fresh;
pub mod gap;
pub mod ground;
pub mod habit;
pub mod line;
pub mod manner;
pub mod matter;
pub mod naming;
pub mod note;
pub mod number;
pub mod own_template;
pub mod parent;
pub mod proposal;
pub mod reading;
pub mod refusal;
pub mod room;
pub mod scalar;
pub mod scheme;
pub mod sort;
pub mod way;
