//! The preview: serves a site from memory and follows what is saved.
