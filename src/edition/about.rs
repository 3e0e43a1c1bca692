//! What the lines of a document say of one item.

use crate::edition::sheet::{Sheet, Words, position};
use crate::model::criterion::Criterion;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::movement::Movement;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::text::span::Place;

/// What the lines say of one item.
pub(super) struct About<'a, 'b> {
    pub(super) sheet: &'a mut Sheet<'b>,
    pub(super) id: ItemId,
}

impl About<'_, '_> {
    fn put(&mut self, place: Place, words: impl FnOnce() -> Words) {
        self.sheet.put(place, Some(self.id), words);
    }

    /// Everything that is stated of it.
    pub(super) fn item(&mut self, item: &Item) {
        let id = position(self.id);
        for source in &item.sources {
            let kind = item.kind.name().to_string();
            self.put(source.place, || (kind, format!(" {}", item.key), Some(id)));
        }
        self.stated("status", item.status.as_ref(), |status| {
            format!(" {}", status.name())
        });
        for (name, said) in [
            ("priority", &item.priority),
            ("rank", &item.rank),
            ("owner", &item.owner),
            ("estimate", &item.estimate),
            ("velocity", &item.velocity),
            ("audience", &item.audience),
        ] {
            self.stated(name, said.as_ref(), |value| format!(" {value}"));
        }
        for (name, said) in [
            ("start", &item.start),
            ("due", &item.due),
            ("done", &item.done),
        ] {
            let day = |day: Option<_>| day.map_or("not a day".into(), |day| format!("{day}"));
            let day = |value| format!(" {}", day(value));
            self.stated(name, said.as_ref(), |when| day(when.day));
        }
        for (name, said) in [
            ("committed", &item.committed),
            ("completed", &item.completed),
        ] {
            self.stated(name, said.as_ref(), |value| format!(" {value}"));
        }
        let of = item.declared.as_ref();
        self.stated("declared progress", of, |tally| {
            format!(" {} of {}", tally.done, tally.of)
        });
        for (name, said) in &item.fields {
            self.stated(name, Some(said), |_| ": kept as written".into());
        }
        self.references(item);
        item.criteria
            .iter()
            .for_each(|criterion| self.criterion(criterion));
        item.movements
            .iter()
            .for_each(|movement| self.movement(movement));
    }

    fn stated<T>(&mut self, name: &str, said: Option<&Stated<T>>, word: impl Fn(&T) -> String) {
        let Some(said) = said else { return };
        self.put(said.place(), || (name.into(), word(&said.value), None));
        for other in said.said.iter().skip(1) {
            if other.place.file != self.sheet.id {
                continue;
            }
            let differs = other.raw != said.raw();
            let wins = differs.then(|| format!(", but {} wins", self.sheet.address(said.place())));
            self.put(other.place, || {
                (name.into(), wins.unwrap_or_default(), None)
            });
        }
    }

    fn references(&mut self, item: &Item) {
        let one = [("part of", &item.parent), ("in", &item.sprint)];
        for (name, reference) in one
            .into_iter()
            .filter_map(|(name, to)| Some((name, to.as_ref()?)))
        {
            self.reference(name, " ", reference);
        }
        let lists = [
            ("depends on", &item.depends_on),
            ("blocks", &item.blocks),
            ("became", &item.became),
        ];
        for (name, references) in lists {
            references
                .iter()
                .for_each(|reference| self.reference(name, " ", reference));
        }
    }

    fn reference(&mut self, name: &str, between: &str, reference: &Reference) {
        if reference.raw.is_empty() || reference.place.file != self.sheet.id {
            return;
        }
        let target = reference.to.map(|to| self.sheet.plan.item(to));
        let word = match target {
            Some(item) => item.key.to_string(),
            None if reference.external => "something outside".into(),
            None => "something not found".into(),
        };
        let to = reference.to.map(position);
        self.put(reference.place, || {
            (name.into(), format!("{between}{word}"), to)
        });
        if let Some(item) = target.filter(|_| reference.inferred) {
            let why = format!("“{}” is inferred: {}", reference.raw, item.title);
            self.sheet.doubt(reference.place, why);
        }
    }

    fn criterion(&mut self, criterion: &Criterion) {
        let state = match criterion.done {
            Some(true) => ", done",
            Some(false) => ", open",
            None => "",
        };
        self.put(criterion.place, || ("criterion".into(), state.into(), None));
    }

    fn movement(&mut self, movement: &Movement) {
        self.reference(movement.change.name(), ": ", &movement.item);
    }
}
