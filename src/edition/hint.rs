//! What an audience may see that refers to what it may not see: it reads words that lead nowhere, or misses them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analyze::below::above;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::home::Homes;
use crate::edition::named::Named;
use crate::edition::sight::{Sight, is_read};
use crate::model::audience::{Audience, PUBLIC};
use crate::model::document::Document;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::model::reference::Reference;
use crate::text::file::SourceFile;
use crate::text::path::Target;
use crate::text::span::{FileId, Place, Span};
use crate::theme::tongue::key;

/// So many further places are shown.
const SHOWN: usize = 8;

/// What every audience of the plan sees that refers to what it does not see; nothing where all is for the team.
pub fn hints(
    plan: &Plan,
    files: &[Arc<SourceFile>],
    documents: &[Arc<Document>],
    config: &Config,
) -> Vec<Diagnostic> {
    let audiences = audiences(plan, config);
    if audiences.is_empty() {
        return Vec::new();
    }
    let homes = Homes::new(plan, files, documents);
    let paths: FxHashMap<&str, usize> = files
        .iter()
        .enumerate()
        .map(|(at, file)| (file.path.as_str(), at))
        .collect();
    let found = audiences.iter().flat_map(|audience| {
        let sight = Sight::new(plan, files, documents, &homes, audience);
        let look = Look {
            plan,
            files,
            documents,
            homes: &homes,
            sight,
            paths: &paths,
        };
        look.hints(&audience.name)
    });
    found.collect()
}

/// Those for whom somebody has opened something.
fn audiences(plan: &Plan, config: &Config) -> Vec<Audience> {
    let mut all: Vec<Audience> = config.audiences.values().cloned().collect();
    let is_marked = || plan.items().any(|(_, item)| item.audience.is_some());
    if !config.audiences.contains_key(PUBLIC) && is_marked() {
        all.push(Audience::closed(PUBLIC));
    }
    all
}

/// How an item that is seen speaks of one that is not.
#[derive(Clone, Copy)]
struct Hint {
    from: ItemId,
    place: Place,
    way: Way,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Waits,
    Blocks,
    Became,
    Links,
    Names,
}

struct Look<'a> {
    plan: &'a Plan,
    files: &'a [Arc<SourceFile>],
    documents: &'a [Arc<Document>],
    homes: &'a Homes,
    sight: Sight<'a>,
    paths: &'a FxHashMap<&'a str, usize>,
}

impl Look<'_> {
    /// One finding for each hidden item, since it is opened once.
    fn hints(&self, audience: &str) -> Vec<Diagnostic> {
        let mut all: BTreeMap<ItemId, Vec<Hint>> = BTreeMap::new();
        for (id, item) in self.plan.items().filter(|(id, _)| self.sight.item(*id)) {
            for (to, hint) in self.spoken(id, item) {
                all.entry(to).or_default().push(hint);
            }
        }
        for (to, hint) in self.linked().chain(self.named()) {
            let hints = all.entry(to).or_default();
            // The link of a field is its reference, and an id may be the words of a link.
            if hints.iter().all(|other| !touches(other.place, hint.place)) {
                hints.push(hint);
            }
        }
        let all = all.into_iter();
        all.filter_map(|(hidden, hints)| self.told(audience, hidden, &hints))
            .collect()
    }

    fn spoken<'a>(
        &'a self,
        from: ItemId,
        item: &'a Item,
    ) -> impl Iterator<Item = (ItemId, Hint)> + 'a {
        let of = |references: &'a [Reference], way| references.iter().map(move |one| (one, way));
        let all = of(&item.depends_on, Way::Waits)
            .chain(of(&item.blocks, Way::Blocks))
            .chain(of(&item.became, Way::Became));
        all.filter_map(move |(reference, way)| {
            let to = reference.to.filter(|to| !self.sight.item(*to))?;
            let place = reference.place;
            self.sight
                .place(place)
                .then_some((to, Hint { from, place, way }))
        })
    }

    /// Links in the words of items that are seen; lists of parts are shown without those that are hidden.
    fn linked(&self) -> impl Iterator<Item = (ItemId, Hint)> + '_ {
        self.documents
            .iter()
            .enumerate()
            .flat_map(move |(file, document)| {
                let links = document
                    .links
                    .iter()
                    .filter(move |link| !is_read(document, link.span));
                links.filter_map(move |link| self.link(file, &link.to, link.span))
            })
    }

    fn link(&self, file: usize, to: &Target, span: Span) -> Option<(ItemId, Hint)> {
        let Target::Path(path) = to else {
            return None;
        };
        let to = self.homes.owner(*self.paths.get(path.as_str())?)?;
        let hint = self.said(file, span, to, Way::Links)?;
        (!above(self.plan, to).contains(&hint.from)).then_some((to, hint))
    }

    /// Ids in the words of items that are seen.
    fn named(&self) -> impl Iterator<Item = (ItemId, Hint)> + '_ {
        let named = Named::new(self.plan, |id| self.sight.item(id));
        self.files.iter().enumerate().flat_map(move |(file, text)| {
            let found = named.in_text(&text.text);
            let shown = found
                .into_iter()
                .filter(move |(_, span)| !is_read(&self.documents[file], *span));
            shown.filter_map(move |(to, span)| Some((to, self.said(file, span, to, Way::Names)?)))
        })
    }

    fn said(&self, file: usize, span: Span, to: ItemId, way: Way) -> Option<Hint> {
        let place = Place {
            file: FileId(Span::new(file..file).start),
            span,
        };
        let is_hint = !self.sight.item(to) && self.sight.place(place);
        let from = self.homes.around(place).filter(|_| is_hint)?.item;
        Some(Hint { from, place, way })
    }

    fn told(&self, audience: &str, hidden: ItemId, hints: &[Hint]) -> Option<Diagnostic> {
        let (first, rest) = hints.split_first()?;
        let item = self.plan.item(hidden);
        let from = name(self.plan.item(first.from));
        let hidden = name(item);
        let mut others: Vec<(Place, String)> = item
            .sources
            .first()
            .map(|source| (source.place, format!("not open to `{audience}`")))
            .into_iter()
            .collect();
        others.extend(
            rest.iter()
                .take(SHOWN)
                .map(|hint| (hint.place, first_words(hint.way).to_string())),
        );
        let seen = tells(first.way)
            .words("audience", audience)
            .words("item", from)
            .words("hidden", hidden);
        Some(Diagnostic {
            rule: "hidden-reference",
            severity: Severity::Warning,
            message: message(seen, rest.len()).into(),
            place: first.place,
            label: first_words(first.way).into(),
            others,
            fix: None,
            help: Some(help(first.way, hidden, audience).into()),
        })
    }
}

/// What is seen, and in how many more places.
fn message(seen: Reason, more: usize) -> Reason {
    match more {
        0 => seen,
        more => {
            let said = Reason::count(
                more,
                "{sentence} ({number} more place)",
                "{sentence} ({number} more places)",
            );
            said.and("sentence", seen)
        }
    }
}

fn tells(way: Way) -> Reason {
    Reason::new(match way {
        Way::Waits => {
            key("`{audience}` sees `{item}`, which waits for `{hidden}`, which it does not see")
        }
        Way::Blocks => {
            key("`{audience}` sees `{item}`, which blocks `{hidden}`, which it does not see")
        }
        Way::Became => {
            key("`{audience}` sees `{item}`, which became `{hidden}`, which it does not see")
        }
        Way::Links => {
            key("`{audience}` sees `{item}`, which links to `{hidden}`, which it does not see")
        }
        Way::Names => {
            key("`{audience}` sees `{item}`, which names `{hidden}`, which it does not see")
        }
    })
}

/// What the audience gets instead.
fn first_words(way: Way) -> &'static str {
    match way {
        Way::Links => "shown as plain words, without the link",
        Way::Names => "shown as it stands",
        _ => "left out for them",
    }
}

fn help(way: Way, hidden: &str, audience: &str) -> Reason {
    let reason = match way {
        Way::Links | Way::Names => Reason::new(
            "open `{hidden}` with `audience: {audience}`; else choose words that tell nothing of it",
        ),
        _ => Reason::new(
            "open `{hidden}` with `audience: {audience}`; else take the reference out, or write what they may know of it",
        ),
    };
    reason.words("hidden", hidden).words("audience", audience)
}

fn name(item: &Item) -> &str {
    item.id.as_ref().map_or(&item.title, |_| &item.key.0)
}

fn touches(one: Place, other: Place) -> bool {
    one.file == other.file && one.span.start < other.span.end && other.span.start < one.span.end
}
