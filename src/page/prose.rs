//! The markdown of a body as HTML.
