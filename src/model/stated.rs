//! A value together with every place that states it.

use crate::text::slot::Form;
use crate::text::span::Place;

/// One place that states a value, and the words it uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The words as written, double encoding repaired.
    pub raw: String,
    /// Where they stand.
    pub place: Place,
    /// The form they are written in.
    pub form: Form,
}

/// A value and all that is said of it; the first saying is the one that won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    /// What the winning words were taken for.
    pub value: T,
    /// Every place that states it, the most specific first. Never empty.
    pub said: Vec<Saying>,
}

impl<T> Stated<T> {
    /// The words that won.
    pub fn raw(&self) -> &str {
        self.said.first().map_or("", |saying| &saying.raw)
    }

    /// Where the words that won stand.
    pub fn place(&self) -> Place {
        self.said
            .first()
            .map_or_else(Place::default, |saying| saying.place)
    }
}
