//! How the documents of a sort are written: front matter or lines, which keys, which heading.

use std::collections::BTreeMap;

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::words::Words;
use crate::start::form::Form;
use crate::start::fresh::fresh;
use crate::start::ground::{Ground, Neighbour, most};
use crate::start::head::head_lines;
use crate::start::line::Line;
use crate::start::sort::Sort;
use crate::syntax;
use crate::syntax::outline::{Field, Outline};
use crate::text::file::SourceFile;
use crate::text::similar::fold;

/// So many documents tell how the others are written.
const SAMPLE: usize = 48;

/// A key that documents have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as written.
    pub name: String,
    /// What it says.
    pub means: Meaning,
    /// The word that most documents have there.
    pub usual: Option<String>,
    /// Whether most values are links.
    pub links: bool,
}

/// What a key of a new document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One of the fields that plansite knows.
    Field(FieldName),
    /// The day on which the document was written.
    Day,
}

/// How documents are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Habit {
    /// Where fields are stated.
    pub form: Form,
    /// The keys that most documents have, in their order.
    pub keys: Vec<Key>,
    /// The heading, with `{title}`, `{id}` and `{number}` in it; none where documents go without.
    pub heading: Option<String>,
    /// The word for what is not begun.
    pub status: String,
    /// How a line for a field is written.
    pub line: Line,
    /// What ends a line.
    pub line_end: &'static str,
}

/// How the documents of a sort are written; of a sort without documents, how the others are.
pub fn habit(ground: &Ground<'_>, sort: Sort, neighbours: &[Neighbour<'_>]) -> Habit {
    let from = neighbours.len().saturating_sub(SAMPLE);
    let sample: Vec<Sample<'_>> = neighbours[from..].iter().map(Sample::of).collect();
    let form = most(sample.iter().map(|one| one.form)).unwrap_or_else(|| match sort.is_week {
        true => Form::Lines,
        false => form_of_all(ground),
    });
    let same: Vec<&Sample<'_>> = sample.iter().filter(|one| one.form == form).collect();
    let headings = same.iter().filter_map(|one| one.heading());
    let heading = match sample.is_empty() {
        true => Some(usual_heading(sort, form).to_string()),
        false => most(headings).unwrap_or_else(|| Some("{title}".to_string())),
    };
    let lines = same.iter().flat_map(|one| one.line());
    let breaks = same.iter().map(|one| one.file.text.contains("\r\n"));
    Habit {
        form,
        keys: keys(ground.words, &same),
        line: most(lines).unwrap_or_default(),
        heading,
        status: fresh(ground, sort, form, neighbours),
        line_end: if most(breaks) == Some(true) {
            "\r\n"
        } else {
            "\n"
        },
    }
}

/// A document that is looked at.
struct Sample<'a> {
    file: &'a SourceFile,
    outline: Outline,
    form: Form,
    neighbour: Neighbour<'a>,
}

impl<'a> Sample<'a> {
    fn of(neighbour: &Neighbour<'a>) -> Self {
        Self {
            file: neighbour.file,
            outline: syntax::outline(neighbour.file),
            form: Form::of(neighbour.file),
            neighbour: *neighbour,
        }
    }

    /// The fields at the head of the document.
    fn fields(&self) -> Vec<&Field> {
        match self.form {
            Form::Lines => head_lines(&self.outline),
            Form::Yaml | Form::Toml => self.outline.front.iter().collect(),
        }
    }

    /// How its lines for fields are written; the last one may break otherwise.
    fn line(&self) -> Option<Line> {
        let is_line = self.form == Form::Lines;
        let mut lines = self.fields().into_iter().filter(|_| is_line);
        lines.find_map(|field| Line::of(field, &self.file.text))
    }

    /// The heading with gaps for what is the document's own; nothing where another document cannot have the like.
    fn heading(&self) -> Option<Option<String>> {
        let Some(section) = self.outline.title_section() else {
            return Some(None);
        };
        let words = self.outline.sections[section].heading.value.trim();
        let item = self.neighbour.item;
        let lead = words.strip_suffix(item.title.as_str())?;
        let id = item.id.as_deref().unwrap_or_default();
        let number = id.trim_start_matches(|c: char| !c.is_ascii_digit());
        let lead = match () {
            () if !id.is_empty() && lead.contains(id) => lead.replacen(id, "{id}", 1),
            () if !number.is_empty() => lead.replacen(number, "{number}", 1),
            () => lead.to_string(),
        };
        let is_own = lead.contains(|c: char| c.is_ascii_digit());
        (!is_own).then(|| Some(format!("{lead}{{title}}")))
    }
}

/// How most documents of any kind are written.
fn form_of_all(ground: &Ground<'_>) -> Form {
    let documents = ground
        .plan
        .items()
        .filter_map(|(number, _)| ground.document(number));
    most(documents.take(1000).map(Form::of)).unwrap_or(Form::Lines)
}

/// The keys that most of the documents have, in the order in which the first of them has them.
fn keys(words: &Words, sample: &[&Sample<'_>]) -> Vec<Key> {
    let mut found: BTreeMap<String, Vec<&Field>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for field in sample.iter().flat_map(|one| one.fields()) {
        let name = field.key.value.clone();
        if !found.contains_key(&name) {
            order.push(name.clone());
        }
        found.entry(name).or_default().push(field);
    }
    let mut keys = Vec::new();
    for name in order {
        let fields = &found[&name];
        let parent = matches!(words.field(&name), Some(FieldName::Parent(_)));
        // What a document belongs to may be left out by many and still has its key.
        let least = if parent { 1 } else { sample.len() / 2 + 1 };
        if let Some(means) = meaning(&name, words).filter(|_| fields.len() >= least) {
            keys.push(key(name, means, fields));
        }
    }
    keys
}

fn key(name: String, means: Meaning, fields: &[&Field]) -> Key {
    let linked = fields
        .iter()
        .filter(|field| !field.value.links.is_empty() || field.value.value.ends_with(".md"));
    Key {
        links: linked.count() * 2 > fields.len(),
        usual: most(
            fields
                .iter()
                .map(|field| field.value.value.trim().to_string()),
        ),
        name,
        means,
    }
}

fn meaning(name: &str, words: &Words) -> Option<Meaning> {
    let is_day = DAYS.contains(&fold(name).as_str());
    words
        .field(name)
        .map(Meaning::Field)
        .or(is_day.then_some(Meaning::Day))
}

/// Keys for the day on which a document was written or last changed.
pub const DAYS: [&str; 14] = [
    "created",
    "created at",
    "created on",
    "date",
    "date created",
    "last changed",
    "last modified",
    "last updated",
    "updated",
    "updated at",
    "updated on",
    "written",
    "datum",
    "fecha",
];

/// The heading where nobody has written one.
pub fn usual_heading(sort: Sort, form: Form) -> &'static str {
    match (sort.kind, form) {
        (Kind::Phase, _) => "Phase {id}: {title}",
        (Kind::Sprint, _) => "Sprint {number}: {title}",
        (_, Form::Lines) => "{id}: {title}",
        _ => "{title}",
    }
}
