//! Writes a site to a folder, all or nothing.
