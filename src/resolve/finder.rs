//! What a reference leads to: by path, by id, by kind and number, by title, and last by the words that are alike.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;

use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::read::label;
use crate::read::prefix::is_counting;
use crate::read::words::{Words, is_none, looks_like_id};
use crate::resolve::choice::{Choice, MANY};
use crate::resolve::found::{Found, From};
use crate::resolve::index::Index;
use crate::resolve::known::Known;
use crate::resolve::likeness::Likeness;
use crate::resolve::phrase;
use crate::resolve::renamed::Numbers;
use crate::resolve::series;
use crate::text::path::{Target, target};
use crate::text::similar::{fold, nearest, stems};

/// A longer list in one place is no list of references.
pub const LONGEST: usize = 256;

/// Longer words are a text, not a name (in bytes).
const WORDIEST: usize = 400;

/// The items of each table or list, by file and block, in the order of its rows.
pub type Rows = HashMap<(usize, usize), Vec<ItemId>>;

/// Looks references up.
pub struct Finder<'a> {
    known: &'a [Known<'a>],
    words: &'a Words,
    documents: BTreeMap<&'a str, ItemId>,
    index: Index<'a>,
    choice: Choice<'a>,
    rows: Rows,
    alike: OnceLock<Likeness>,
    numbers: OnceLock<Numbers>,
}

impl<'a> Finder<'a> {
    /// A finder over these items; `documents` says which item a path tells of, `paths` are all paths in order.
    pub fn new(
        known: &'a [Known<'a>],
        documents: BTreeMap<&'a str, ItemId>,
        paths: &'a [String],
        rows: Rows,
        words: &'a Words,
    ) -> Self {
        Self {
            known,
            words,
            index: Index::of(known, &documents),
            choice: Choice { known, paths },
            documents,
            rows,
            alike: OnceLock::new(),
            numbers: OnceLock::new(),
        }
    }

    /// What one reference leads to.
    pub fn find_one(&self, text: &str, link: Option<&str>, from: &From<'_>) -> Found {
        let written = text.trim();
        let text = phrase::clean(text);
        if is_none(text) && link.is_none() {
            return Found::Nothing;
        }
        if text.len() > WORDIEST && link.is_none() {
            return Found::Missing;
        }
        let lower = text.to_lowercase();
        if lower.starts_with("external:") || lower.ends_with("(external)") || text.contains("://") {
            return Found::Outside;
        }
        if phrase::is_outside(text) {
            return Found::Outside;
        }
        let named = self.exact(text, from).or_else(|| self.range(written, from));
        if let Some(found) = link.and_then(|link| self.by_link(link, text, named.as_ref(), from)) {
            return found;
        }
        if let Some(found) = named {
            return found;
        }
        let is_path = text.ends_with(".md") || (text.contains('/') && !text.contains(' '));
        if let Some(found) = is_path
            .then(|| self.by_link(text, text, None, from))
            .flatten()
        {
            return found;
        }
        if phrase::is_above(text) {
            return self.above(from);
        }
        if let Some(found) = phrase::waiting(text).and_then(|id| self.exact(id, from)) {
            return found;
        }
        if let Some(kind) = phrase::all_of(text, self.words) {
            return self.all(kind, from);
        }
        if let Some(found) =
            phrase::whole(text, self.words).and_then(|whole| self.exact(&whole, from))
        {
            return found;
        }
        let named = self
            .itself(text, from)
            .or_else(|| self.renamed(text, from))
            .or_else(|| self.by_head(written, from))
            .or_else(|| self.before_remark(text, from));
        match named {
            Some(found) => found,
            None if from.loose => match self.by_likeness(text, from) {
                Found::Missing => self.by_likeness(phrase::unremarked(text), from),
                found => found,
            },
            None => Found::Missing,
        }
    }

    /// The id before a remark: "T01_S02 must be over", "#58 fix".
    fn by_head(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let (id, _) = text.split_once(' ')?;
        let id = id.trim_end_matches([':', ',', ';']);
        let is_named = id.starts_with('#') || id.starts_with(char::is_alphabetic) && id.len() > 2;
        let is_id = looks_like_id(id) && is_named;
        self.choice.among(
            self.index.ids.get(fold(id).as_str()).filter(|_| is_id),
            from,
        )
    }

    /// The id or the title of the item that the words stand in.
    fn itself(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let item = from.item?;
        let folded = fold(text);
        let names = [&self.index.ids, &self.index.titles];
        let own = names.iter().filter_map(|names| names.get(folded.as_str()));
        own.flatten()
            .any(|own| *own == item)
            .then_some(Found::Itself)
    }

    /// "Phase 1 (the walls)": what stands before a remark.
    fn before_remark(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let head = phrase::unremarked(text);
        (head.len() < text.len()).then(|| self.exact(head, from))?
    }

    /// What has the number of an id whose prefix nothing has any more, or that is written without one.
    fn renamed(&self, id: &str, from: &From<'_>) -> Option<Found> {
        let ids = || self.known.iter().map(|known| (known.kind, known.id));
        let numbers = self.numbers.get_or_init(|| Numbers::of(ids()));
        let kind = |prefix: &str| {
            self.words
                .kind(prefix)
                .or_else(|| self.words.prefix(prefix))
        };
        let item = from.item.map(|item| self.known[item.0 as usize].kind);
        let own = from.kind.or(item);
        match self.choice.among(numbers.find(id, own, kind), from)? {
            Found::Item(item, _) => Some(Found::Item(item, true)),
            other => Some(other),
        }
    }

    /// All items of a range of ids.
    fn range(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let found =
            series::range(text)?
                .into_iter()
                .filter_map(|id| match self.exact(&id, from)? {
                    Found::Item(item, _) => Some(item),
                    _ => None,
                });
        let found: Vec<ItemId> = found.collect();
        (!found.is_empty()).then_some(Found::Several(found))
    }

    /// The item, the folder or the document that a link leads to. Words that are the id of an item are stronger.
    fn by_link(
        &self,
        link: &str,
        text: &str,
        named: Option<&Found>,
        from: &From<'_>,
    ) -> Option<Found> {
        let path = match target(from.path, link) {
            Target::Outside => return Some(Found::Outside),
            Target::Here => return None,
            Target::Path(path) => path,
        };
        let has_id = label::label(text, self.words).id.is_some()
            || self.index.ids.contains_key(fold(text).as_str());
        if let Some(Found::Item(item, false)) = named.filter(|_| has_id) {
            return Some(Found::Item(*item, false));
        }
        if let Some(item) = self.documents.get(path.as_str()) {
            return Some(Found::Item(*item, false));
        }
        let below = self.below(&path, from);
        if !below.is_empty() {
            return Some(Found::Several(below));
        }
        if self.choice.paths.contains(&path) {
            return Some(Found::Document);
        }
        let stem = fold(
            link.rsplit('/')
                .next()
                .unwrap_or(link)
                .trim_end_matches(".md"),
        );
        match self.index.stems.get(stem.as_str()).map(Vec::as_slice) {
            Some([one]) if !link.contains('/') => Some(Found::Item(*one, false)),
            _ => None,
        }
    }

    /// The items whose documents lie in a folder.
    fn below(&self, folder: &str, from: &From<'_>) -> Vec<ItemId> {
        let prefix = format!("{folder}/");
        let range = self
            .documents
            .range(prefix.as_str()..)
            .take_while(|(path, _)| path.starts_with(&prefix));
        range
            .map(|(_, item)| *item)
            .filter(|item| {
                from.kind
                    .is_none_or(|kind| self.known[item.0 as usize].kind == kind)
            })
            .collect()
    }

    /// By id, by kind and number, by title: none where nothing has that name.
    fn exact(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let folded = fold(text);
        let folded = folded.as_str();
        self.choice
            .among(self.index.ids.get(folded), from)
            .or_else(|| self.by_number(text, from))
            .or_else(|| self.by_folder_number(text, from))
            .or_else(|| self.choice.among(self.index.titles.get(folded), from))
            .or_else(|| self.choice.among(self.index.stems.get(folded), from))
            .or_else(|| self.by_label(text, from))
    }

    /// "US-101: Search customers": the id at its head.
    fn by_label(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let label = label::label(text, self.words);
        let id = label.id.as_ref().filter(|id| id.len() < text.len())?;
        let from = From {
            kind: label
                .kind
                .filter(|kind| kind.level().is_some())
                .or(from.kind),
            ..*from
        };
        let title = || self.index.titles.get(fold(&label.title).as_str());
        self.choice
            .among(self.index.ids.get(fold(id).as_str()), &from)
            .or_else(|| self.choice.among(title(), &from))
    }

    /// "Phase 1 complete", "Milestone 0.5", "2" in a column of sprints; "Phase 2 payment integration" is looked for within it.
    fn by_number(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let mut words = text.split_whitespace();
        let first = words.next()?;
        let (kind, id, rest): (Kind, &str, Vec<&str>) = match (self.words.kind(first), from.kind) {
            (Some(kind), _) => (kind, words.next()?, words.collect()),
            (None, Some(kind)) => (kind, first, words.collect()),
            (None, None) => return None,
        };
        let id = id.trim_matches(|c: char| !c.is_alphanumeric());
        if !id.contains(|c: char| c.is_ascii_digit()) && !is_counting(id) {
            return None;
        }
        let whole = self.choice.among(
            self.index.ids.get(fold(id).as_str()),
            &From {
                kind: Some(kind),
                ..*from
            },
        )?;
        // The first phase of another plan is not meant, and one of many such even less.
        if let Found::Ambiguous(found) = &whole
            && self.choice.nearest_scope(found, from).is_none()
        {
            return None;
        }
        let left: Vec<&str> = rest
            .into_iter()
            .filter(|word| !phrase::is_ending(word, self.words))
            .collect();
        match whole {
            _ if left.is_empty() => Some(whole),
            Found::Item(item, _) if from.loose => {
                Some(self.within_item(item, &left.join(" "), from))
            }
            _ => None,
        }
    }

    /// "02-raft", as folders are numbered: phase 2, where a phase is meant.
    fn by_folder_number(&self, text: &str, from: &From<'_>) -> Option<Found> {
        from.kind?;
        let (number, slug) = text.split_once('-').unwrap_or((text, ""));
        let is_number = number.chars().all(|c| c.is_ascii_digit() || c == '.');
        let is_slug = !slug.starts_with(|c: char| !c.is_alphabetic()) && !slug.contains(' ');
        let id = number.trim_start_matches('0');
        let found = || {
            self.choice
                .among(self.index.ids.get(fold(id).as_str()), from)
        };
        (is_number && is_slug).then(found).flatten()
    }

    /// Words looked for in the documents that mention an item; the item itself where nothing is like them.
    fn within_item(&self, item: ItemId, words: &str, from: &From<'_>) -> Found {
        let places = self.known[item.0 as usize].places();
        let places: Vec<usize> = places.map(|(file, _)| file).collect();
        let wanted = stems(words);
        let found: Vec<ItemId> = self
            .like(&wanted, from)
            .into_iter()
            .filter(|other| {
                *other != item
                    && self.known[other.0 as usize]
                        .places()
                        .any(|(file, _)| places.contains(&file))
            })
            .collect();
        match found.as_slice() {
            [one] => Found::Item(*one, true),
            [] => Found::Item(item, true),
            several => Found::Ambiguous(several.to_vec()),
        }
    }

    /// The rows of the same table that stand above.
    fn above(&self, from: &From<'_>) -> Found {
        let rows = from
            .block
            .and_then(|block| self.rows.get(&(from.file, block)));
        let above: Vec<ItemId> = rows
            .into_iter()
            .flatten()
            .copied()
            .take_while(|item| Some(*item) != from.item)
            .collect();
        match above.len() {
            0 => Found::Missing,
            count if count > LONGEST => Found::TooMany(count),
            _ => Found::Several(above),
        }
    }

    /// The other items of one kind in the same document.
    fn all(&self, kind: Kind, from: &From<'_>) -> Found {
        let own = from.item.map(|item| self.known[item.0 as usize].kind);
        if own.is_some_and(|own| own.holds(kind)) {
            return Found::Missing;
        }
        let here = self.index.files.get(&from.file).into_iter().flatten();
        let is_one =
            |item: &&ItemId| self.known[item.0 as usize].kind == kind && Some(**item) != from.item;
        let found: Vec<ItemId> = here.filter(is_one).copied().collect();
        match found.len() {
            0 => Found::Missing,
            count if count > LONGEST => Found::TooMany(count),
            _ => Found::Several(found),
        }
    }

    /// The one item whose title holds all the words, stemmed: first in the same table, then in the file, then in the plan.
    fn by_likeness(&self, text: &str, from: &From<'_>) -> Found {
        let words: Vec<&str> = text
            .split_whitespace()
            .filter(|word| !phrase::is_ending(word, self.words))
            .collect();
        let words = words.join(" ");
        let mut found = self.like(&stems(&words), from);
        // The letters and numbers of an id are no words, but a title may hold it as it stands.
        if looks_like_id(&words) {
            found.retain(|item| self.says(*item, &words));
        }
        let nearer = if found.len() > 1 {
            let near = self.choice.nearest_scope(&found, from).unwrap_or(found);
            self.saying(&words, near)
        } else {
            found
        };
        match nearer.as_slice() {
            [] => Found::Missing,
            [one] => Found::Item(*one, true),
            _ => Found::Ambiguous(nearer),
        }
    }

    /// Those whose title holds the words as they stand, where there are any.
    fn saying(&self, words: &str, items: Vec<ItemId>) -> Vec<ItemId> {
        let items_saying = items.iter().copied().filter(|item| self.says(*item, words));
        let found: Vec<ItemId> = items_saying.collect();
        if found.is_empty() { items } else { found }
    }

    fn says(&self, item: ItemId, words: &str) -> bool {
        let wanted = format!(" {} ", fold(words));
        let members = self.known[item.0 as usize].members.iter();
        let mut titles = members.map(|member| member.mention.folded.plain_title());
        titles.any(|title| format!(" {title} ").contains(&wanted))
    }

    /// Items whose title holds the stems: in the same document, else anywhere.
    fn like(&self, wanted: &[String], from: &From<'_>) -> Vec<ItemId> {
        let likeness = self.alike.get_or_init(|| {
            let members = self.known.iter().map(|item| item.members);
            Likeness::of(&members.collect::<Vec<_>>())
        });
        let near = self
            .index
            .files
            .get(&from.file)
            .map_or(&[][..], Vec::as_slice);
        let here = self
            .choice
            .meant(&likeness.among(wanted, &near[..near.len().min(MANY)]), from);
        if here.is_empty() {
            self.choice.meant(&likeness.holding(wanted, MANY), from)
        } else {
            here
        }
    }

    /// The title that is spelt most like the words, for a suggestion.
    pub fn suggestion(&self, raw: &str, file: usize) -> Option<&'a str> {
        let here = self.index.files.get(&file).into_iter().flatten().take(500);
        nearest(
            raw,
            here.filter_map(|item| {
                let first = self.known[item.0 as usize].members.first();
                first.map(|member| member.mention.title.text.as_str())
            }),
        )
    }
}
