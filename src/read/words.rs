//! Which words mean which kind, field, section and status: the vocabulary, and what the configuration adds to it.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::config::Config;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::chosen::Chosen;
use crate::read::field::FieldName;
use crate::read::lexicon::{add, table};
use crate::read::states::States;
use crate::read::topic::Topic;
use crate::read::vocabulary::asides::ASIDES;
use crate::read::vocabulary::fields::FIELDS;
use crate::read::vocabulary::folders::{FOLDERS, PREFIXES};
use crate::read::vocabulary::foreign::{
    FOREIGN_FOLDERS, FOREIGN_KINDS, FOREIGN_PREFIXES, FOREIGN_TOPICS,
};
use crate::read::vocabulary::foreign_fields::FOREIGN_FIELDS;
use crate::read::vocabulary::kinds::KINDS;
use crate::read::vocabulary::references::REFERENCES;
use crate::read::vocabulary::topics::{FILLERS, TOPICS};
use crate::text::similar::fold;

/// The vocabulary, built in and extended by the configuration.
#[derive(Debug)]
pub struct Words {
    fields: HashMap<String, FieldName>,
    /// Keys that are of no English word.
    foreign: HashSet<String>,
    kinds: HashMap<String, Kind>,
    /// The first word of each name of a kind.
    kind_heads: HashSet<String>,
    folders: HashMap<String, Kind>,
    prefixes: HashMap<String, Kind>,
    topics: HashMap<String, Topic>,
    states: States,
    templates: Vec<String>,
    /// Headings that say nothing by their words alone.
    mute: HashSet<String>,
    /// Keys and columns that are fields of the author's own.
    own: HashSet<String>,
    /// What the configuration says of whole documents.
    pub chosen: Chosen,
}

impl Words {
    /// The built-in vocabulary with what the configuration adds.
    pub fn new(config: &Config) -> Self {
        let (fields, foreign) = fields();
        let mut words = Self {
            fields,
            foreign,
            kinds: with(KINDS, FOREIGN_KINDS),
            kind_heads: HashSet::default(),
            folders: with(FOLDERS, FOREIGN_FOLDERS),
            prefixes: with(PREFIXES, FOREIGN_PREFIXES),
            topics: topics(),
            states: States::new(&config.status),
            templates: config
                .sources
                .templates
                .iter()
                .map(|name| name.to_lowercase())
                .collect(),
            mute: HashSet::default(),
            own: HashSet::default(),
            chosen: Chosen::new(config),
        };
        words.take(config);
        let heads = words.kinds.keys().filter_map(|name| name.split(' ').next());
        let heads = heads.chain(HEADING_ONLY).map(str::to_string);
        words.kind_heads = heads.collect();
        words
    }

    /// Adds the words of the configuration; they count more than those that are built in.
    fn take(&mut self, config: &Config) {
        for (kind, extra) in &config.kinds {
            let all = |names: &[String]| {
                names
                    .iter()
                    .map(|name| (fold(name), *kind))
                    .collect::<Vec<_>>()
            };
            self.folders.extend(all(&extra.folders));
            self.kinds.extend(all(&extra.headings));
            self.kinds.extend(all(&extra.columns));
            self.prefixes.extend(
                extra
                    .prefix
                    .iter()
                    .map(|name| (name.trim_end_matches('-').to_lowercase(), *kind)),
            );
        }
        for (word, name) in &config.fields {
            match FieldName::named(name) {
                Some(field) => _ = self.fields.insert(fold(word), field),
                None => {
                    self.fields.remove(&fold(word));
                    self.own.insert(fold(word));
                }
            }
        }
        for (word, name) in &config.headings {
            match Topic::named(name) {
                Some(topic) => _ = self.topics.insert(fold(word), topic),
                None => _ = self.mute.insert(fold(word)),
            }
        }
    }

    /// What a key, a column or a one-word heading says.
    pub fn field(&self, name: &str) -> Option<FieldName> {
        let folded = fold(name);
        self.fields.get(&folded).copied().or_else(|| {
            if matches!(name.trim(), "#" | "№" | "N°" | "Nº" | "n°" | "nº") {
                return Some(FieldName::Id);
            }
            let bare = fold(&apart(name.split(['(', '[']).next()?));
            (bare != folded)
                .then(|| self.fields.get(&bare).copied())
                .flatten()
        })
    }

    /// Whether a key or a column is known in another language than English only.
    pub fn is_foreign(&self, name: &str) -> bool {
        self.foreign.contains(&fold(name))
    }

    /// The kind that a word or a heading of a few words names, in the singular or the plural.
    pub fn kind(&self, name: &str) -> Option<Kind> {
        self.kinds.get(&fold(name)).copied()
    }

    /// The kind that a word names at the head of a line, though it does not over a column: a column "Stage" tells a
    /// state, a heading "Stage 2: Fire" names a phase.
    pub fn heading_kind(&self, name: &str) -> Option<Kind> {
        let is_stage = || {
            let mut stages = HEADING_ONLY.iter();
            stages.any(|word| name.eq_ignore_ascii_case(word))
        };
        let kind = self.kind(name);
        kind.or_else(|| is_stage().then_some(Kind::Phase))
    }

    /// Whether the name of a kind begins with this word. Most lines begin with another one, and need not be looked at
    /// word by word.
    pub fn begins_kind(&self, word: &str) -> bool {
        self.kind_heads.contains(&fold(word))
    }

    /// The kind that the heading of a column names.
    pub fn column(&self, name: &str) -> Option<Kind> {
        let folded = fold(name);
        let is_other = LINES_ONLY.contains(&folded.as_str()) || self.own.contains(&folded);
        let kind = self.kind(name).or_else(|| self.mixed(name));
        kind.filter(|_| !is_other)
    }

    /// "Story / task": the kind that is lowest in the plan, where each of the words names one.
    fn mixed(&self, name: &str) -> Option<Kind> {
        let kinds: Option<Vec<Kind>> = name.split('/').map(|part| self.kind(part)).collect();
        kinds?.into_iter().max_by_key(|kind| kind.level())
    }

    /// The kind whose documents lie in a folder of this name.
    pub fn folder(&self, name: &str) -> Option<Kind> {
        self.folders.get(&fold(name)).copied()
    }

    /// The kind of an id by the letters before its number.
    pub fn prefix(&self, letters: &str) -> Option<Kind> {
        self.prefixes.get(&letters.to_lowercase()).copied()
    }

    /// What stands below a heading of these words.
    pub fn topic(&self, heading: &str) -> Option<Topic> {
        let folded = fold(heading);
        if self.mute.contains(&folded) {
            return None;
        }
        if let Some(topic) = self.topics.get(&folded) {
            return Some(*topic);
        }
        // "3. Acceptance criteria (must)", "Phase 1 success criteria".
        let bare = fold(heading.split(['(', '[']).next().unwrap_or_default());
        let bare = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        if CRITERIA_ENDINGS.iter().any(|words| bare.ends_with(words)) {
            return Some(Topic::Criteria);
        }
        if ASIDES.contains(&bare) {
            return Some(Topic::Aside);
        }
        // "Features and Deliverables", "Open tasks", "Phase overview": one of the words at the ends names the kind.
        let words: Vec<&str> = folded
            .split(' ')
            .filter(|word| !FILLERS.contains(word))
            .collect();
        let found = match words.as_slice() {
            [] => None,
            [one] => self
                .topics
                .get(*one)
                .copied()
                .or_else(|| self.kinds.get(*one).map(|kind| Topic::Items(*kind))),
            several => self.topics.get(&several.join(" ")).copied().or_else(|| {
                self.kinds
                    .get(&several.join(" "))
                    .map(|kind| Topic::Items(*kind))
            }),
        };
        // "Offene Aufgaben / Ideen", "로드맵 / 마일스톤": the first of several names.
        found.or_else(|| {
            let (first, _) = heading.split_once(" / ")?;
            self.topic(first)
        })
    }

    /// The state that written words mean; "Phase complete" is complete.
    pub fn status(&self, raw: &str, kind: Kind) -> Option<Status> {
        let behind = || {
            let (first, rest) = raw.trim().split_once(' ')?;
            self.kind(first)?;
            self.states.alone(rest)
        };
        self.states.read(raw, kind).or_else(behind)
    }

    /// The state, where these words say nothing else.
    pub fn status_alone(&self, raw: &str) -> Option<Status> {
        self.states.alone(raw)
    }

    /// Whether a path is that of a template.
    pub fn is_template(&self, path: &str) -> bool {
        let path = path.to_lowercase();
        let mut parts: Vec<&str> = path.split('/').collect();
        let file = parts.pop().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        parts.iter().any(|folder| is_form(folder, true))
            || is_form(stem, false)
            || self
                .templates
                .iter()
                .any(|template| path.contains(template.as_str()))
    }
}

/// Words for forms to be copied, one and several.
const FORMS: &[(&str, &str)] = &[
    ("template", "templates"),
    ("plantilla", "plantillas"),
    ("vorlage", "vorlagen"),
    ("gabarit", "gabarits"),
    ("模板", "模版"),
    ("템플릿", "템플릿"),
    ("テンプレート", "ひな形"),
];

/// Whether a folder or a file is named as a form. "Task 12: cache the email template" is none, "0000-template" is; a
/// folder "template-editor" is about something.
fn is_form(name: &str, is_folder: bool) -> bool {
    let parts = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = parts
        .filter(|word| word.contains(char::is_alphabetic))
        .collect();
    let is_numbered = name.contains(|c: char| matches!(c, '1'..='9'));
    let is = |word: Option<&&str>, also_one: bool| {
        word.is_some_and(|word| {
            FORMS
                .iter()
                .any(|(one, many)| word == many || also_one && word == one)
        })
    };
    words.contains(&"nnnn")
        || is(words.last(), !is_numbered)
        || !is_folder && !is_numbered && is(words.first(), true)
}

/// The words of a name that is written as one: `dueDate`.
fn apart(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && out.ends_with(char::is_lowercase) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// The words for fields, and those of them that are not English.
fn fields() -> (HashMap<String, FieldName>, HashSet<String>) {
    let mut fields = table(FIELDS);
    fields.extend(table(REFERENCES));
    let english = fields.clone();
    add(&mut fields, FOREIGN_FIELDS);
    let foreign = fields.keys().filter(|word| !english.contains_key(*word));
    let foreign = foreign.cloned().collect();
    (fields, foreign)
}

/// English words first, then those of other languages.
fn with<T: Copy>(english: &[(T, &[&str])], foreign: &[(T, &str)]) -> HashMap<String, T> {
    let mut words = table(english);
    add(&mut words, foreign);
    words
}

fn topics() -> HashMap<String, Topic> {
    let mut topics = table(TOPICS);
    topics.extend(table(&[(Topic::Aside, ASIDES)]));
    add(&mut topics, FOREIGN_TOPICS);
    topics
}

/// Words for phases in a heading that are none elsewhere.
const HEADING_ONLY: [&str; 2] = ["stage", "wave"];

/// Words for kinds that over a column mean something else: the track of a conference.
const LINES_ONLY: [&str; 2] = ["track", "tracks"];

/// Endings of headings over what must hold.
const CRITERIA_ENDINGS: [&str; 5] = [
    "acceptance criteria",
    "success criteria",
    "exit criteria",
    "completion criteria",
    "definition of done",
];

/// Words behind "none" that do not change it: "None so far".
const AFTER_NONE: [&str; 12] = [
    "so",
    "yet",
    "at",
    "currently",
    "for",
    "identified",
    "known",
    "right",
    "planned",
    "open",
    "new",
    "this",
];

/// What a document may say there is none of: "No blockers". "No account" is an obstacle.
const ABSENT: [&str; 12] = [
    "blocker",
    "blockers",
    "impediments",
    "issues",
    "tasks",
    "items",
    "decisions",
    "dependencies",
    "changes",
    "risks",
    "stories",
    "entries",
];

/// Whether these words say that there is nothing.
pub fn is_none(raw: &str) -> bool {
    let head = raw.split('(').next().unwrap_or_default();
    let folded = fold(head);
    if folded.is_empty() {
        return raw.trim().is_empty() || !raw.contains(char::is_alphanumeric);
    }
    let words: Vec<&str> = folded.split(' ').collect();
    if let [first, second, ..] = words.as_slice()
        && match *first {
            "none" | "nothing" => words.len() == 2 || AFTER_NONE.contains(second),
            "no" => ABSENT.contains(second),
            _ => false,
        }
    {
        return true;
    }
    matches!(
        folded.as_str(),
        "none"
            | "nothing"
            | "n a"
            | "na"
            | "no"
            | "nil"
            | "null"
            | "tbd"
            | "tba"
            | "to be determined"
            | "to be decided"
            | "not applicable"
            | "not set"
            | "unassigned"
            | "nobody"
            | "keine"
            | "keiner"
            | "nichts"
            | "ninguno"
            | "ninguna"
            | "nada"
            | "aucun"
            | "aucune"
            | "rien"
            | "nenhum"
            | "nenhuma"
            | "없음"
            | "无"
            | "なし"
            | "无依赖"
    )
}

/// Whether the words are an id: letters, a number behind them, no blanks.
pub fn looks_like_id(text: &str) -> bool {
    let text = text.trim().trim_start_matches('#');
    let letters = text.chars().take_while(|c| c.is_alphabetic()).count();
    let rest: String = text.chars().skip(letters).collect();
    letters <= 12
        && rest.contains(|c: char| c.is_ascii_digit())
        && !rest.contains(char::is_whitespace)
        && rest.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '\u{2010}' | '\u{2011}')
        })
}
