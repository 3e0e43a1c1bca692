//! What the lines of a document say of one item.

use crate::diagnostic::Message;
use crate::edition::line::KEPT;
use crate::edition::sheet::{Sheet, Words, position};
use crate::model::criterion::Criterion;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::movement::Movement;
use crate::model::reason::{Part, Reason};
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::text::span::Place;
use crate::theme::tongue::key;

/// The name of a field that every plan may have.
fn said_as(name: &'static str) -> impl Fn() -> Message {
    move || Reason::new(name).into()
}

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
            let kind = Reason::new(item.kind.name()).into();
            self.put(source.place, || {
                (kind, " ", item.key.to_string().into(), Some(id))
            });
        }
        self.stated(said_as(key("status")), item.status.as_ref(), |status| {
            Reason::new(status.name()).into()
        });
        for (name, said) in [
            (key("priority"), &item.priority),
            (key("rank"), &item.rank),
            (key("owner"), &item.owner),
            (key("estimate"), &item.estimate),
            (key("velocity"), &item.velocity),
            (key("audience"), &item.audience),
        ] {
            self.stated(said_as(name), said.as_ref(), |value| {
                value.to_string().into()
            });
        }
        for (name, said) in [
            (key("start"), &item.start),
            (key("due"), &item.due),
            (key("done"), &item.done),
        ] {
            self.stated(said_as(name), said.as_ref(), |when| match when.day {
                Some(day) => day.to_string().into(),
                None => Reason::new("not a day").into(),
            });
        }
        for (name, said) in [
            (key("committed"), &item.committed),
            (key("completed"), &item.completed),
        ] {
            self.stated(said_as(name), said.as_ref(), |value| {
                value.to_string().into()
            });
        }
        let of = item.declared.as_ref();
        self.stated(said_as(key("declared progress")), of, |tally| {
            let part = Part::Number(tally.done);
            let whole = Part::Number(tally.of);
            let said = Reason::new("{part} of {whole}").with("part", part);
            said.with("whole", whole).into()
        });
        for (name, said) in &item.fields {
            let name = || name.to_string().into();
            self.stated(name, Some(said), |_| Reason::new(KEPT).into());
        }
        self.references(item);
        item.criteria
            .iter()
            .for_each(|criterion| self.criterion(criterion));
        item.movements
            .iter()
            .for_each(|movement| self.movement(movement));
    }

    fn stated<T>(
        &mut self,
        name: impl Fn() -> Message,
        said: Option<&Stated<T>>,
        word: impl Fn(&T) -> Message,
    ) {
        let Some(said) = said else { return };
        self.put(said.place(), || {
            let value = word(&said.value);
            let between = if &*value == KEPT { ": " } else { " " };
            (name(), between, value, None)
        });
        for other in said.said.iter().skip(1) {
            if other.place.file != self.sheet.id {
                continue;
            }
            let differs = other.raw != said.raw();
            let place = differs.then(|| self.sheet.address(said.place()));
            let wins = place.map(|place| Reason::new("but {place} wins").and("place", place));
            self.put(other.place, || match wins {
                Some(wins) => (name(), ", ", wins.into(), None),
                None => (name(), "", Message::default(), None),
            });
        }
    }

    fn references(&mut self, item: &Item) {
        let one = [(key("part of"), &item.parent), (key("in"), &item.sprint)];
        for (name, reference) in one
            .into_iter()
            .filter_map(|(name, to)| Some((name, to.as_ref()?)))
        {
            self.reference(name, " ", reference);
        }
        let lists = [
            (key("depends on"), &item.depends_on),
            (key("blocks"), &item.blocks),
            (key("became"), &item.became),
        ];
        for (name, references) in lists {
            references
                .iter()
                .for_each(|reference| self.reference(name, " ", reference));
        }
    }

    fn reference(&mut self, name: &'static str, between: &'static str, reference: &Reference) {
        if reference.raw.is_empty() || reference.place.file != self.sheet.id {
            return;
        }
        let target = reference.to.map(|to| self.sheet.plan.item(to));
        let word: Message = match target {
            Some(item) => item.key.to_string().into(),
            None if reference.external => Reason::new("something outside").into(),
            None => Reason::new("something not found").into(),
        };
        let to = reference.to.map(position);
        self.put(reference.place, || {
            (Reason::new(name).into(), between, word, to)
        });
        if let Some(item) = target.filter(|_| reference.inferred) {
            let why = Reason::new("“{words}” is inferred: {title}")
                .words("words", &reference.raw)
                .words("title", &item.title);
            self.sheet.doubt(reference.place, None, why.into());
        }
    }

    fn criterion(&mut self, criterion: &Criterion) {
        let state = match criterion.done {
            Some(true) => Reason::new("done"),
            Some(false) => Reason::new("open"),
            None => Reason::default(),
        };
        let between = if criterion.done.is_some() { ", " } else { "" };
        self.put(criterion.place, || {
            (Reason::new("criterion").into(), between, state.into(), None)
        });
    }

    fn movement(&mut self, movement: &Movement) {
        self.reference(movement.change.name(), ": ", &movement.item);
    }
}
