//! What a reference leads to: by path, by id, by kind and number, by title, and last by the words that are alike.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::label;
use crate::read::mention::Raw;
use crate::read::words::{Words, is_none, looks_like_id};
use crate::resolve::identity::number;
use crate::resolve::likeness::Likeness;
use crate::resolve::renamed::Numbers;
use crate::resolve::series;
use crate::resolve::values::Member;
use crate::text::path::{Target, target};
use crate::text::similar::{fold, nearest, stems};

/// What is known of an item while references are looked up.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its key, where that is not its id.
    pub key: Option<&'a str>,
    /// Its id, as it is compared.
    pub id: Option<&'a str>,
    /// Further names.
    pub aliases: Vec<String>,
    /// Everything that mentions it.
    pub members: &'a [Member<'a>],
}

impl Known<'_> {
    /// The files and blocks that mention it.
    fn places(&self) -> impl Iterator<Item = (usize, Option<usize>)> {
        let members = self.members.iter();
        members.map(|member| (member.file.0 as usize, member.mention.block))
    }
}

/// From where a reference is looked up.
#[derive(Clone, Copy, Debug)]
pub struct From<'a> {
    /// The item that it stands in; never its own answer.
    pub item: Option<ItemId>,
    /// The file.
    pub file: usize,
    /// Its path.
    pub path: &'a str,
    /// The table or list.
    pub block: Option<usize>,
    /// The kind that is meant, where the key or the column says so.
    pub kind: Option<Kind>,
    /// Whether likeness of words is enough.
    pub loose: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One item; whether by likeness.
    Item(ItemId, bool),
    /// Several that are meant together: a folder, "all above".
    Several(Vec<ItemId>),
    /// One of several: nobody can tell.
    Ambiguous(Vec<ItemId>),
    /// Something outside the plan.
    Outside,
    /// A document without an item.
    Document,
    /// The item that the words stand in.
    Itself,
    /// Words for nothing.
    Nothing,
    /// No item.
    Missing,
}

/// A name or a word that more items have tells nothing apart; the rest of them are not compared.
const MANY: usize = 1024;

/// A longer list in one place is no list of references.
const LONGEST: usize = 256;

/// Longer words are a text, not a name (in bytes).
const WORDIEST: usize = 400;

/// The items of each table or list, by file and block, in the order of its rows.
pub type Rows = HashMap<(usize, usize), Vec<ItemId>>;

/// The items of each name.
type Names<'a> = HashMap<Cow<'a, str>, Vec<ItemId>>;

/// Looks references up.
pub struct Finder<'a> {
    known: &'a [Known<'a>],
    words: &'a Words,
    documents: BTreeMap<&'a str, ItemId>,
    paths: &'a [String],
    stems: Names<'a>,
    ids: Names<'a>,
    titles: Names<'a>,
    rows: Rows,
    files: HashMap<usize, Vec<ItemId>>,
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
        let ((ids, titles), (stems, files)) = rayon::join(
            || rayon::join(|| ids(known), || titles(known)),
            || rayon::join(|| stems_of(&documents), || files(known)),
        );
        Self {
            known,
            words,
            documents,
            paths,
            stems,
            ids,
            titles,
            rows,
            files,
            alike: OnceLock::new(),
            numbers: OnceLock::new(),
        }
    }

    /// Everything that the words lead to: one answer for the whole, or one for each part of a list.
    pub fn find(&self, raw: &Raw, from: &From<'_>) -> Vec<(String, Found)> {
        let text = raw.text.trim();
        let whole = || {
            (
                text.to_string(),
                self.find_one(text, raw.links.first().map(String::as_str), from),
            )
        };
        if let Some(heads) = series::heads(text).filter(|heads| heads.len() <= LONGEST) {
            let found = |id: &&str| ((*id).to_string(), self.find_one(id, None, from));
            let all: Vec<(String, Found)> = heads.iter().map(found).collect();
            return match all.as_slice() {
                // Nothing bears this id: the words as written may say more.
                [(_, Found::Missing)] => vec![whole()],
                _ => all,
            };
        }
        let parts = parts(text);
        if parts.len() > LONGEST || parts.len() < 2 {
            return vec![whole()];
        }
        let exact: Vec<(String, Found)> = parts
            .iter()
            .map(|part| {
                (
                    (*part).to_string(),
                    self.find_one(
                        part,
                        None,
                        &From {
                            loose: false,
                            ..*from
                        },
                    ),
                )
            })
            .collect();
        let leads = |(text, found): &(String, Found)| {
            matches!(found, Found::Item(..) | Found::Outside) || looks_like_id(text)
        };
        if exact.iter().all(leads) {
            return exact;
        }
        let strict = self.find_one(
            text,
            None,
            &From {
                loose: false,
                ..*from
            },
        );
        if strict != Found::Missing {
            return vec![(text.to_string(), strict)];
        }
        let linked = raw.links.len() == parts.len();
        let each: Vec<(String, Found)> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| {
                let link = if linked {
                    raw.links.get(at).map(String::as_str)
                } else {
                    None
                };
                ((*part).to_string(), self.find_one(part, link, from))
            })
            .collect();
        let resolved = each
            .iter()
            .filter(|(_, found)| *found != Found::Missing)
            .count();
        if resolved > 0 && (resolved == each.len() || text.contains([',', ';', '\n'])) {
            each
        } else {
            vec![whole()]
        }
    }

    /// What one reference leads to.
    pub fn find_one(&self, text: &str, link: Option<&str>, from: &From<'_>) -> Found {
        let written = text.trim();
        let text = clean(text);
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
        if is_outside(text) {
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
        if matches!(
            fold(text).as_str(),
            "all above"
                | "all of the above"
                | "everything above"
                | "above"
                | "all previous"
                | "previous"
                | "all preceding"
                | "all tasks above"
                | "alle oben"
                | "todo lo anterior"
        ) {
            return self.above(from);
        }
        let named = self
            .itself(text, from)
            .or_else(|| self.renamed(text, from))
            .or_else(|| self.by_head(text, from));
        match named {
            Some(found) => found,
            None if from.loose => self.by_likeness(text, from),
            None => Found::Missing,
        }
    }

    /// The id before a remark: "T01_S02 must be over".
    fn by_head(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let (id, _) = text.split_once(' ')?;
        let id = id.trim_end_matches([':', ',', ';']);
        let is_id = looks_like_id(id) && id.starts_with(char::is_alphabetic) && id.len() > 2;
        self.among(self.ids.get(fold(id).as_str()).filter(|_| is_id), from)
    }

    /// The id of the item that the words stand in.
    fn itself(&self, text: &str, from: &From<'_>) -> Option<Found> {
        let item = from.item?;
        let own = self.ids.get(fold(text).as_str())?;
        own.contains(&item).then_some(Found::Itself)
    }

    /// What has the number of an id whose prefix nothing has any more.
    fn renamed(&self, id: &str, from: &From<'_>) -> Option<Found> {
        let ids = || self.known.iter().map(|known| (known.kind, known.id));
        let numbers = self.numbers.get_or_init(|| Numbers::of(ids()));
        let kind = |prefix: &str| {
            self.words
                .kind(prefix)
                .or_else(|| self.words.prefix(prefix))
        };
        match self.among(numbers.find(id, kind), from)? {
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
            || self.ids.contains_key(fold(text).as_str());
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
        if self.paths.contains(&path) {
            return Some(Found::Document);
        }
        let stem = fold(
            link.rsplit('/')
                .next()
                .unwrap_or(link)
                .trim_end_matches(".md"),
        );
        match self.stems.get(stem.as_str()).map(Vec::as_slice) {
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
        self.among(self.ids.get(folded), from)
            .or_else(|| self.by_number(text, from))
            .or_else(|| self.among(self.titles.get(folded), from))
            .or_else(|| self.among(self.stems.get(folded), from))
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
        let title = || self.titles.get(fold(&label.title).as_str());
        self.among(self.ids.get(fold(id).as_str()), &from)
            .or_else(|| self.among(title(), &from))
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
        if !id.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let whole = self.among(
            self.ids.get(fold(id).as_str()),
            &From {
                kind: Some(kind),
                ..*from
            },
        )?;
        let left: Vec<&str> = rest
            .into_iter()
            .filter(|word| !self.is_ending(word))
            .collect();
        match whole {
            _ if left.is_empty() => Some(whole),
            Found::Item(item, _) if from.loose => {
                Some(self.within_item(item, &left.join(" "), from))
            }
            _ => None,
        }
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

    /// The nearest of several with one name: in the same table, the same file, the same folder, else the only one.
    fn among(&self, candidates: Option<&Vec<ItemId>>, from: &From<'_>) -> Option<Found> {
        let fits = |item: &&ItemId| {
            Some(**item) != from.item
                && from
                    .kind
                    .is_none_or(|kind| self.known[item.0 as usize].kind == kind)
        };
        let mut left: Vec<ItemId> = candidates?
            .iter()
            .take(MANY)
            .filter(fits)
            .copied()
            .collect();
        left.dedup();
        if left.len() > 1
            && let Some(nearer) = self.nearest_scope(&left, from)
        {
            left = nearer;
        }
        match left.as_slice() {
            [] => None,
            [one] => Some(Found::Item(*one, false)),
            _ => Some(Found::Ambiguous(left)),
        }
    }

    fn nearest_scope(&self, items: &[ItemId], from: &From<'_>) -> Option<Vec<ItemId>> {
        let folder = from.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let scopes: [&dyn Fn(usize, Option<usize>) -> bool; 3] = [
            &|file, block| file == from.file && block.is_some() && block == from.block,
            &|file, _| file == from.file,
            &|file, _| {
                self.paths[file]
                    .rsplit_once('/')
                    .map_or("", |(folder, _)| folder)
                    == folder
            },
        ];
        scopes.iter().find_map(|scope| {
            let here: Vec<ItemId> = items
                .iter()
                .copied()
                .filter(|item| {
                    self.known[item.0 as usize]
                        .places()
                        .any(|(file, block)| scope(file, block))
                })
                .collect();
            (!here.is_empty()).then_some(here)
        })
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
        if above.is_empty() || above.len() > LONGEST {
            Found::Missing
        } else {
            Found::Several(above)
        }
    }

    /// The one item whose title holds all the words, stemmed: first in the same table, then in the file, then in the plan.
    fn by_likeness(&self, text: &str, from: &From<'_>) -> Found {
        let words: Vec<&str> = text
            .split_whitespace()
            .filter(|word| !self.is_ending(word))
            .collect();
        let wanted = stems(&words.join(" "));
        let found = self.like(&wanted, from);
        let nearer = if found.len() > 1 {
            self.nearest_scope(&found, from).unwrap_or(found)
        } else {
            found
        };
        match nearer.as_slice() {
            [] => Found::Missing,
            [one] => Found::Item(*one, true),
            _ => Found::Ambiguous(nearer),
        }
    }

    /// Items whose title holds the stems: in the same document, else anywhere.
    fn like(&self, wanted: &[String], from: &From<'_>) -> Vec<ItemId> {
        let likeness = self.alike.get_or_init(|| {
            let members = self.known.iter().map(|item| item.members);
            Likeness::of(&members.collect::<Vec<_>>())
        });
        let near = self.files.get(&from.file).map_or(&[][..], Vec::as_slice);
        let here = self.meant(&likeness.among(wanted, &near[..near.len().min(MANY)]), from);
        if here.is_empty() {
            self.meant(&likeness.holding(wanted, MANY), from)
        } else {
            here
        }
    }

    /// Those that can be meant: never the item itself; of the kind that is asked for, else work before decisions.
    fn meant(&self, found: &[ItemId], from: &From<'_>) -> Vec<ItemId> {
        let of_kind = |fits: &dyn Fn(Kind) -> bool| -> Vec<ItemId> {
            let others = found
                .iter()
                .copied()
                .filter(|item| Some(*item) != from.item);
            others
                .filter(|item| fits(self.known[item.0 as usize].kind))
                .collect()
        };
        if let Some(kind) = from.kind {
            return of_kind(&|other| other == kind);
        }
        let work = of_kind(&|kind| kind.level().is_some());
        if work.is_empty() {
            of_kind(&|kind| kind == Kind::Decision)
        } else {
            work
        }
    }

    /// Words that only say that something must be over.
    fn is_ending(&self, word: &str) -> bool {
        matches!(
            fold(word).as_str(),
            "completion" | "ready" | "is" | "must" | "be" | "all" | "of"
        ) || self.words.status_alone(word) == Some(Status::Done)
    }

    /// The title that is spelt most like the words, for a suggestion.
    pub fn suggestion(&self, raw: &str, file: usize) -> Option<&'a str> {
        let here = self.files.get(&file).into_iter().flatten().take(500);
        nearest(
            raw,
            here.filter_map(|item| {
                let first = self.known[item.0 as usize].members.first();
                first.map(|member| member.mention.title.text.as_str())
            }),
        )
    }
}

/// The items of each id, key or further name.
fn ids<'a>(known: &'a [Known<'a>]) -> Names<'a> {
    let mut ids = Names::with_capacity(known.len());
    for (at, item) in known.iter().enumerate() {
        let names = item.aliases.iter().map(String::as_str).chain(item.key);
        let names = names.map(|name| Cow::Owned(fold(name)));
        let names = item.id.map(Cow::Borrowed).into_iter().chain(names);
        names.for_each(|name| push(&mut ids, name, number(at)));
    }
    ids
}

/// The items of each title.
fn titles<'a>(known: &'a [Known<'a>]) -> Names<'a> {
    let mut titles = Names::with_capacity(known.len());
    for (at, item) in known.iter().enumerate() {
        for member in item.members {
            let title = member.mention.folded.plain_title();
            push(&mut titles, title.into(), number(at));
        }
    }
    titles
}

/// The items of each name of a document, without its folder and its ending.
fn stems_of<'a>(documents: &BTreeMap<&'a str, ItemId>) -> Names<'a> {
    let mut stems = Names::with_capacity(documents.len());
    for (path, id) in documents {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        push(&mut stems, fold(stem).into(), *id);
    }
    stems
}

/// The items that each file mentions.
fn files(known: &[Known<'_>]) -> HashMap<usize, Vec<ItemId>> {
    let mut files: HashMap<usize, Vec<ItemId>> = HashMap::default();
    for (at, item) in known.iter().enumerate() {
        for member in item.members {
            let here = files.entry(member.file.0 as usize).or_default();
            if here.last() != Some(&number(at)) {
                here.push(number(at));
            }
        }
    }
    files
}

fn push<'a>(map: &mut Names<'a>, name: Cow<'a, str>, id: ItemId) {
    let list = map.entry(name).or_default();
    if list.last() != Some(&id) {
        list.push(id);
    }
}

/// "owner/repo#12", "PR #5", "pull request 7": numbers of another place than the plan.
fn is_outside(text: &str) -> bool {
    let lower = text.to_lowercase();
    let behind = [
        "pr #",
        "pr-",
        "pull request",
        "pull/",
        "mr !",
        "merge request",
        "upstream #",
    ];
    let foreign = text.split_once('#').is_some_and(|(before, number)| {
        before.contains('/')
            && !before.contains(char::is_whitespace)
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !number.is_empty()
    });
    foreign
        || behind.iter().any(|word| lower.starts_with(word))
            && lower.contains(|c: char| c.is_ascii_digit())
}

fn clean(text: &str) -> &str {
    let text = text
        .trim()
        .trim_end_matches('.')
        .trim_matches(['`', '"', '“', '”']);
    let text = text
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
        .unwrap_or(text);
    text.trim_start_matches('#').trim()
}

/// The parts of a list in words: "T-1, T-2 and T-3".
fn parts(text: &str) -> Vec<&str> {
    let pieces = text
        .split([',', ';', '\n'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(" + "));
    pieces
        .map(|part| part.trim().trim_start_matches("and "))
        .filter(|part| !part.is_empty())
        .collect()
}
