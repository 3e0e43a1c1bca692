//! Where several places state a value of an item and do not say the same.

use std::sync::Arc;

use crate::diagnostic::Message;
use crate::edition::entry::Source;
use crate::model::item::Item;
use crate::model::reason::Reason;
use crate::model::stated::{Saying, Stated};
use crate::text::file::SourceFile;
use crate::text::similar::fold;
use crate::text::span::Place;

/// A place that says something else than the one that won.
#[derive(Clone, Debug)]
pub struct Otherwise {
    /// What it is about: "status".
    pub field: Message,
    /// The words that won.
    pub won: String,
    /// The words of this place.
    pub said: String,
    /// Where they stand.
    pub source: Source,
}

/// Every place that says something else of an item than the one that won.
pub(super) fn otherwise(item: &Item, files: &[Arc<SourceFile>]) -> Vec<Otherwise> {
    let mut found = Found {
        files,
        all: Vec::new(),
    };
    found.values(&ours("status"), item.status.as_ref());
    for (name, said) in [
        ("priority", &item.priority),
        ("rank", &item.rank),
        ("owner", &item.owner),
        ("estimate", &item.estimate),
        ("audience", &item.audience),
    ] {
        found.values(&ours(name), said.as_ref());
    }
    for (name, said) in [
        ("start", &item.start),
        ("due", &item.due),
        ("done", &item.done),
    ] {
        found.values(&ours(name), said.as_ref());
    }
    for (name, said) in [
        ("committed", &item.committed),
        ("completed", &item.completed),
    ] {
        found.values(&ours(name), said.as_ref());
    }
    found.values(&ours("declared progress"), item.declared.as_ref());
    for (name, said) in &item.fields {
        found.values(&name.to_string().into(), Some(said));
    }
    found.all
}

/// The name of a field that every plan may have; where the pages are read it is told of, too.
fn ours(name: &'static str) -> Message {
    Reason::new(name).into()
}

struct Found<'a> {
    files: &'a [Arc<SourceFile>],
    all: Vec<Otherwise>,
}

impl Found<'_> {
    fn source(&self, place: Place) -> Source {
        let file = &self.files[place.file.0 as usize];
        let (line, column) = file.line_column(place.span.start);
        Source {
            file: file.path.as_str().into(),
            line,
            column,
        }
    }

    /// Words count as others if they differ by more than case and marks.
    fn values<T>(&mut self, field: &Message, stated: Option<&Stated<T>>) {
        let Some((won, others)) = stated.and_then(|stated| stated.said.split_first()) else {
            return;
        };
        let differs = |saying: &&Saying| fold(&saying.raw) != fold(&won.raw);
        for saying in others.iter().filter(differs) {
            self.all.push(Otherwise {
                field: field.clone(),
                won: won.raw.clone(),
                said: saying.raw.clone(),
                source: self.source(saying.place),
            });
        }
    }
}
