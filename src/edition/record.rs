//! What each line of a document was taken for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::edition::line::{Line, Taken};
use crate::edition::why::Why;
use crate::model::criterion::Criterion;
use crate::model::document::Document;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::movement::Movement;
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::model::unclaimed::Unclaimed;
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Place, Span};

/// The documents beside the plan that was read from them. Only who sees all may see it.
#[derive(Clone, Debug)]
pub struct Record {
    plan: Arc<Plan>,
    files: Arc<Vec<Arc<SourceFile>>>,
    documents: Arc<Vec<Arc<Document>>>,
    findings: Arc<Vec<Diagnostic>>,
    /// The items that have words in each document, in the order of the plan.
    items: Vec<Vec<ItemId>>,
    /// The findings in each document.
    faults: Vec<Vec<usize>>,
    /// The facts of the plan in each document.
    facts: Vec<Vec<usize>>,
}

impl Record {
    /// Of these documents.
    pub fn new(
        plan: Arc<Plan>,
        files: Arc<Vec<Arc<SourceFile>>>,
        documents: Arc<Vec<Arc<Document>>>,
        findings: Arc<Vec<Diagnostic>>,
    ) -> Self {
        let mut items = vec![Vec::new(); files.len()];
        for (id, item) in plan.items() {
            places(item, &mut |place| {
                let here: &mut Vec<ItemId> = &mut items[place.file.0 as usize];
                if here.last() != Some(&id) {
                    here.push(id);
                }
            });
        }
        let mut faults = vec![Vec::new(); files.len()];
        for (at, finding) in findings.iter().enumerate() {
            faults[finding.place.file.0 as usize].push(at);
        }
        let mut facts = vec![Vec::new(); files.len()];
        for (at, fact) in plan.facts.iter().enumerate() {
            facts[fact.value.place().file.0 as usize].push(at);
        }
        Self {
            plan,
            files,
            documents,
            findings,
            items,
            faults,
            facts,
        }
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The key of an item, by position.
    pub fn key(&self, item: usize) -> String {
        self.plan
            .item(ItemId(Span::new(0..item).end))
            .key
            .to_string()
    }

    /// The path of a document.
    pub fn path(&self, at: usize) -> &str {
        &self.files[at].path
    }

    /// Whether nothing is taken from it because it is a template.
    pub fn is_template(&self, at: usize) -> bool {
        self.documents[at].is_template()
    }

    /// Why nothing was taken from it; none where it holds items.
    pub fn why(&self, at: usize) -> Option<Why> {
        let document = &self.documents[at];
        if !self.items[at].is_empty() {
            return None;
        }
        Some(match document.aside {
            Some(aside) => Why::Aside(aside.name()),
            None if !document.unclaimed.is_empty() => Why::Unclaimed,
            None => Why::Nothing,
        })
    }

    /// Tables and lists in it that nobody claimed, and the line at which each begins.
    pub fn unclaimed(&self, at: usize) -> impl Iterator<Item = (usize, &Unclaimed)> {
        let file = &self.files[at];
        let all = self.documents[at].unclaimed.iter();
        all.map(|one| (file.line(one.span.start) as usize, one))
    }

    /// How many items of each kind there are.
    pub fn kinds(&self) -> BTreeMap<Kind, usize> {
        let mut kinds = BTreeMap::new();
        for (_, item) in self.plan.items() {
            *kinds.entry(item.kind).or_default() += 1;
        }
        kinds
    }

    /// The kinds of the items that have words in it, and how many of each.
    pub fn kinds_in(&self, at: usize) -> BTreeMap<Kind, usize> {
        let mut kinds = BTreeMap::new();
        for id in &self.items[at] {
            *kinds.entry(self.plan.item(*id).kind).or_default() += 1;
        }
        kinds
    }

    /// The items that have words in it, by position.
    pub fn items(&self, at: usize) -> impl Iterator<Item = usize> {
        self.items[at].iter().map(|id| id.0 as usize)
    }

    /// How many remarks there are on it: words in doubt, and findings.
    pub fn doubt_count(&self, at: usize) -> usize {
        self.documents[at].notes.len() + self.faults[at].len()
    }

    /// The lines of one document.
    pub fn lines(&self, at: usize) -> Vec<Line> {
        let file = &self.files[at];
        let lines = (1..=file.line_count()).map(|line| Line {
            text: file.text[file.line_span(line).range()].to_string(),
            ..Line::default()
        });
        let mut sheet = Sheet {
            record: self,
            file,
            id: FileId(Span::new(0..at).end),
            lines: lines.collect(),
            doubts: BTreeSet::new(),
        };
        sheet.read(&self.documents[at]);
        for fact in self.facts[at].iter().map(|fact| &self.plan.facts[*fact]) {
            let words = || ("plan".into(), format!(": {}", fact.name), None);
            sheet.put(fact.value.place(), None, words);
        }
        for id in &self.items[at] {
            sheet.item(*id, self.plan.item(*id));
        }
        for finding in self.faults[at].iter().map(|fault| &self.findings[*fault]) {
            sheet.doubt(
                finding.place,
                format!("{}: {}", finding.rule, finding.message),
            );
        }
        for line in &mut sheet.lines {
            line.taken.sort_by_key(|taken| taken.range.start);
        }
        sheet.lines
    }
}

/// Every place that states something of an item.
fn places(item: &Item, visit: &mut impl FnMut(Place)) {
    fn stated<T>(said: Option<&Stated<T>>, visit: &mut impl FnMut(Place)) {
        let said = said.iter().flat_map(|said| &said.said);
        said.for_each(|saying| visit(saying.place));
    }
    item.sources.iter().for_each(|source| visit(source.place));
    stated(item.status.as_ref(), visit);
    for said in [
        &item.priority,
        &item.rank,
        &item.owner,
        &item.estimate,
        &item.velocity,
        &item.audience,
    ] {
        stated(said.as_ref(), visit);
    }
    for said in [&item.start, &item.due, &item.done] {
        stated(said.as_ref(), visit);
    }
    for said in [&item.committed, &item.completed] {
        stated(said.as_ref(), visit);
    }
    stated(item.declared.as_ref(), visit);
    for (_, said) in &item.fields {
        stated(Some(said), visit);
    }
    let single = item.parent.iter().chain(&item.sprint);
    let lists = item
        .depends_on
        .iter()
        .chain(&item.blocks)
        .chain(&item.became);
    let moved = item.movements.iter().map(|movement| &movement.item);
    let references = single.chain(lists).chain(moved);
    references.for_each(|reference| visit(reference.place));
    item.criteria
        .iter()
        .for_each(|criterion| visit(criterion.place));
}

struct Sheet<'a> {
    record: &'a Record,
    file: &'a SourceFile,
    id: FileId,
    lines: Vec<Line>,
    /// What was said of which line already.
    doubts: BTreeSet<(u32, String)>,
}

/// A name, what is said under it, and the item that is meant.
type Words = (String, String, Option<usize>);

impl Sheet<'_> {
    fn read(&mut self, document: &Document) {
        for (span, reader) in document.taken() {
            for line in self.covered(span) {
                self.lines[line].reader.get_or_insert(reader);
            }
        }
        for comment in &document.comments {
            for line in self.covered(*comment) {
                self.lines[line].is_comment = true;
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

    fn covered(&self, span: Span) -> Range<usize> {
        let first = self.file.line(span.start) as usize - 1;
        let last = self.file.line(span.end.saturating_sub(1).max(span.start)) as usize;
        first..last.min(self.lines.len())
    }

    /// The line of a place, and where in it the place is.
    fn line(&mut self, place: Place) -> Option<(&mut Line, Range<usize>)> {
        let number = (place.file == self.id).then(|| self.file.line(place.span.start) as usize)?;
        let start = self
            .file
            .line_span(number.min(self.file.line_count().max(1)))
            .start;
        let line = self.lines.get_mut(number - 1)?;
        let within = |at: u32| (at.saturating_sub(start) as usize).min(line.text.len());
        let range = within(place.span.start)..within(place.span.end);
        Some((line, range))
    }

    /// Nothing is put into words that stands in another document.
    fn put(&mut self, place: Place, item: Option<ItemId>, words: impl FnOnce() -> Words) {
        if let Some((line, range)) = self.line(place) {
            let (name, value, to) = words();
            line.taken.push(Taken {
                range,
                name,
                value,
                item: item.map(position),
                to,
            });
        }
    }

    fn doubt(&mut self, place: Place, why: String) {
        let number = self.file.line(place.span.start);
        if place.file != self.id || !self.doubts.insert((number, why.clone())) {
            return;
        }
        if let Some((line, range)) = self.line(place) {
            line.doubts.push((range, why));
        }
    }

    fn item(&mut self, id: ItemId, item: &Item) {
        let mut told = About { sheet: self, id };
        told.item(item);
    }

    fn address(&self, place: Place) -> String {
        let file = &self.record.files[place.file.0 as usize];
        let line = file.line(place.span.start);
        if place.file == self.id {
            format!("line {line}")
        } else {
            format!("{}:{line}", file.path)
        }
    }
}

/// What the lines say of one item.
struct About<'a, 'b> {
    sheet: &'a mut Sheet<'b>,
    id: ItemId,
}

impl About<'_, '_> {
    fn put(&mut self, place: Place, words: impl FnOnce() -> Words) {
        self.sheet.put(place, Some(self.id), words);
    }

    fn item(&mut self, item: &Item) {
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
        let target = reference.to.map(|to| self.sheet.record.plan.item(to));
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

fn position(id: ItemId) -> usize {
    id.0 as usize
}
