//! A document that is to be written.

/// A document that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Relative to the folder of the plan, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}
