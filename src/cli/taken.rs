//! What each line of a document was taken for.

use std::fmt::Display;

use crate::model::criterion::Criterion;
use crate::model::item::Item;
use crate::model::movement::Movement;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::pipeline::Checked;
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Place, Span};

/// One line, and what became of it.
#[derive(Debug, Default)]
pub struct Line {
    /// What it was taken for, each with where in the line it stands.
    taken: Vec<(u32, String)>,
    /// What is in doubt about it.
    pub doubts: Vec<String>,
    /// Who read it.
    pub reader: Option<&'static str>,
    /// Whether it is a comment, which nobody reads.
    pub comment: bool,
}

impl Line {
    /// What it was taken for, from left to right.
    pub fn words(&self) -> Vec<String> {
        let mut words: Vec<(&String, usize)> = Vec::new();
        for (_, word) in &self.taken {
            match words.iter_mut().find(|(other, _)| *other == word) {
                Some((_, count)) => *count += 1,
                None => words.push((word, 1)),
            }
        }
        let times = |(word, count): (&String, usize)| match count {
            1 => word.clone(),
            _ => format!("{word} ×{count}"),
        };
        words.into_iter().map(times).collect()
    }
}

/// The lines of one document.
pub fn lines(checked: &Checked, id: FileId) -> Vec<Line> {
    let file = &checked.walk.files[id.0 as usize];
    let lines = (0..file.line_count()).map(|_| Line::default()).collect();
    let mut sheet = Sheet {
        checked,
        file,
        id,
        lines,
    };
    sheet.read();
    for fact in &checked.plan.facts {
        sheet.put(fact.value.place(), format!("plan: {}", fact.name));
    }
    for (_, item) in checked.plan.items() {
        sheet.item(item);
    }
    for finding in checked
        .findings
        .iter()
        .filter(|finding| finding.place.file == id)
    {
        sheet.doubt(
            finding.place,
            format!("{}: {}", finding.rule, finding.message),
        );
    }
    for line in &mut sheet.lines {
        line.taken.sort_by_key(|(at, _)| *at);
    }
    sheet.lines
}

struct Sheet<'a> {
    checked: &'a Checked,
    file: &'a SourceFile,
    id: FileId,
    lines: Vec<Line>,
}

impl Sheet<'_> {
    fn read(&mut self) {
        let Some(document) = self.checked.documents.get(self.id.0 as usize) else {
            return;
        };
        for (span, reader) in document.taken() {
            for line in self.covered(span) {
                self.lines[line].reader.get_or_insert(reader);
            }
        }
        for comment in &document.comments {
            for line in self.covered(*comment) {
                self.lines[line].comment = true;
            }
        }
        for (span, note) in &document.notes {
            self.doubt(
                Place {
                    file: self.id,
                    span: *span,
                },
                note.clone(),
            );
        }
    }

    fn covered(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.file.line(span.start) as usize - 1;
        let last = self.file.line(span.end.saturating_sub(1).max(span.start)) as usize;
        first..last.min(self.lines.len())
    }

    fn line(&mut self, place: Place) -> Option<&mut Line> {
        let line = (place.file == self.id).then(|| self.file.line(place.span.start) as usize)?;
        self.lines.get_mut(line - 1)
    }

    fn put(&mut self, place: Place, word: String) {
        if let Some(line) = self.line(place) {
            line.taken.push((place.span.start, word));
        }
    }

    fn doubt(&mut self, place: Place, why: String) {
        if let Some(line) = self.line(place).filter(|line| !line.doubts.contains(&why)) {
            line.doubts.push(why);
        }
    }

    fn item(&mut self, item: &Item) {
        for source in &item.sources {
            self.put(source.place, format!("{} {}", item.kind.name(), item.key));
        }
        self.stated("status", item.status.as_ref(), |status| {
            status.name().to_string()
        });
        for (name, said) in [
            ("priority", &item.priority),
            ("rank", &item.rank),
            ("owner", &item.owner),
            ("estimate", &item.estimate),
            ("velocity", &item.velocity),
            ("audience", &item.audience),
        ] {
            self.stated(name, said.as_ref(), String::clone);
        }
        for (name, said) in [
            ("start", &item.start),
            ("due", &item.due),
            ("done", &item.done),
        ] {
            let day = |day: Option<_>| day.map_or("not a day".into(), |day| format!("{day}"));
            self.stated(name, said.as_ref(), |when| day(when.day));
        }
        for (name, said) in [
            ("committed", &item.committed),
            ("completed", &item.completed),
        ] {
            self.stated(name, said.as_ref(), f64::to_string);
        }
        let of = item.declared.as_ref();
        self.stated("declared progress", of, |tally| {
            format!("{} of {}", tally.done, tally.of)
        });
        for (name, said) in &item.fields {
            self.stated(&format!("{name}:"), Some(said), |_| {
                "kept as written".into()
            });
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
        self.put(said.place(), format!("{name} {}", word(&said.value)));
        for other in said.said.iter().skip(1) {
            let differs = other.raw != said.raw();
            let wins = differs.then(|| format!(", but {} wins", self.address(said.place())));
            self.put(other.place, format!("{name}{}", wins.unwrap_or_default()));
        }
    }

    fn address(&self, place: Place) -> String {
        let file = &self.checked.walk.files[place.file.0 as usize];
        let line = file.line(place.span.start);
        if place.file == self.id {
            format!("line {line}")
        } else {
            format!("{}:{line}", file.path)
        }
    }

    fn references(&mut self, item: &Item) {
        let one = [("part of", &item.parent), ("in", &item.sprint)];
        for (name, reference) in one
            .into_iter()
            .filter_map(|(name, to)| Some((name, to.as_ref()?)))
        {
            self.reference(name, reference);
        }
        let lists = [
            ("depends on", &item.depends_on),
            ("blocks", &item.blocks),
            ("became", &item.became),
        ];
        for (name, references) in lists {
            references
                .iter()
                .for_each(|reference| self.reference(name, reference));
        }
    }

    fn reference(&mut self, name: &str, reference: &Reference) {
        if reference.raw.is_empty() {
            return;
        }
        let target = reference.to.map(|to| self.checked.plan.item(to));
        let word = match target {
            Some(item) => format!("{name} {}", item.key),
            None if reference.external => format!("{name} something outside"),
            None => format!("{name} something not found"),
        };
        self.put(reference.place, word);
        if let Some(item) = target.filter(|_| reference.inferred) {
            self.doubt(
                reference.place,
                format!("“{}” is inferred: {}", reference.raw, item.title),
            );
        }
    }

    fn criterion(&mut self, criterion: &Criterion) {
        let state = match criterion.done {
            Some(true) => "criterion, done",
            Some(false) => "criterion, open",
            None => "criterion",
        };
        self.put(criterion.place, state.to_string());
    }

    fn movement(&mut self, movement: &Movement) {
        let change: &dyn Display = &movement.change.name();
        self.reference(&format!("{change}:"), &movement.item);
    }
}
