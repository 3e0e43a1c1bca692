//! What the front matter and the first heading say of a whole document.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::gap::is_placeholder;
use crate::read::label::{self, Label};
use crate::read::place::Place;
use crate::read::undated;
use crate::read::words::Words;
use crate::syntax::outline::{Field, Outline, Shape, Text};
use crate::text::similar::fold;
use crate::text::slot::Form;
use crate::text::span::Span;

/// What the first heading and the front matter say of the whole document.
pub struct Head {
    /// The section of the first heading.
    pub section: Option<usize>,
    /// The words that name the item, taken apart.
    pub label: Label,
    /// These words as written: the first heading, or the field that says which item the document is about.
    pub heading: Text,
    /// The form in which they are written.
    pub form: Form,
    /// A state and its date at the end of the title: "Released on March 21, 2026".
    pub dated: Option<(String, String)>,
    /// The title of the front matter.
    pub front_title: Option<Text>,
    /// Where the document names its item: the title of the front matter, else the heading.
    pub span: Span,
}

impl Head {
    /// Whether the document names its item in words.
    pub fn has_title(&self) -> bool {
        self.front_title.is_some() || !self.label.title.is_empty()
    }

    /// Whether the document or its file is named in words.
    pub fn has_name(&self, place: &Place<'_>) -> bool {
        self.has_title() || place.title().is_some()
    }

    /// What is said at the head of this document.
    pub fn of(outline: &Outline, words: &Words) -> Self {
        let section = outline.title_section();
        let heading = section
            .map(|at| outline.sections[at].heading.clone())
            .unwrap_or_default();
        let mut label = titled(outline, &heading, words);
        if BOILERPLATE.contains(&fold(&label.title).as_str()) {
            label.title.clear();
        }
        let dated = dated(&label.title, words).map(|(title, state, date)| {
            label.title = title;
            (state, date)
        });
        let dated = dated.or_else(|| state_of(&mut label));
        let titled = |field: &&Field| {
            words.field(&field.key.value) == Some(FieldName::Title)
                && !field.value.is_empty()
                && !is_placeholder(&field.value.value)
        };
        let front_title = outline
            .front
            .iter()
            .find(titled)
            .map(|field| field.value.clone());
        let headed = Some(heading.span).filter(|span| span.end > 0);
        let span = front_title
            .as_ref()
            .map(|title: &Text| title.span)
            .or(headed)
            .unwrap_or_default();
        let plain = Self {
            section,
            label,
            heading,
            form: Form::Heading,
            dated,
            front_title,
            span,
        };
        plain.about(outline, words)
    }

    /// Of a document that tells of an item under its id, what its own field of that id calls the item:
    /// "# M-8 Tracking" with "**Milestone:** M-8 – Opening" below is that milestone.
    fn about(self, outline: &Outline, words: &Words) -> Self {
        let id = leading_id(&self.heading.value);
        let fields = outline
            .blocks
            .iter()
            .filter(|block| block.section == 0 || Some(block.section) == self.section);
        let mut fields = fields.flat_map(|block| match &block.shape {
            Shape::Fields(fields) => fields.as_slice(),
            _ => &[],
        });
        let told = id.filter(|_| self.front_title.is_none()).and_then(|id| {
            fields.find_map(|field| {
                let FieldName::Parent(Some(kind)) = words.field(&field.key.value)? else {
                    return None;
                };
                let (written, title) = parted(&field.value.value)?;
                (fold(written) == fold(id)).then_some((kind, written, title, &field.value))
            })
        });
        let Some((kind, id, title, value)) = told else {
            return self;
        };
        Self {
            label: Label {
                kind: Some(kind),
                id: Some(id.to_string()),
                title: title.to_string(),
                ..Label::default()
            },
            heading: value.clone(),
            form: Form::Line,
            span: value.span,
            ..self
        }
    }
}

/// The title taken apart; of a document named after an issue or a phase, also where no mark stands behind the number.
fn titled(outline: &Outline, heading: &Text, words: &Words) -> Label {
    let mut label = label::label(&heading.value, words);
    if label.kind.is_some() {
        if label.kind == Some(Kind::Sprint) && label.id.is_some() && is_sheet(&label.title) {
            let end = heading.value.rfind(&label.title).unwrap_or(0);
            let name = heading.value[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
            label.title = name.to_string();
        }
        return label;
    }
    let place = Place::of(&outline.path);
    let led = label.title.split_once([':', '：']);
    if let Some((_, title)) = led.filter(|(lead, _)| is_lead(lead, &place)) {
        return Label {
            title: title.trim().to_string(),
            ..label
        };
    }
    let rest = Label {
        title: String::new(),
        ..label.clone()
    };
    if let Some((id, title)) = issue(&label.title) {
        return Label {
            kind: Some(Kind::Task),
            id: Some(id.to_string()),
            title: title.to_string(),
            ..rest
        };
    }
    if let Some((id, title)) = counted(&label.title, &place) {
        return Label {
            id: Some(id.to_string()),
            title: title.to_string(),
            ..rest
        };
    }
    match numbered_as(&label.title, place.stem, words) {
        Some((kind, id)) => Label {
            kind: Some(kind),
            id: Some(id.to_string()),
            title: label.title,
            ..rest
        },
        None => label,
    }
}

/// What one of the documents of a sprint is for.
fn is_sheet(title: &str) -> bool {
    matches!(
        fold(title).as_str(),
        "plan"
            | "planning"
            | "board"
            | "demo"
            | "review"
            | "preflight"
            | "backlog"
            | "status"
            | "tableau"
            | "plan de sprint"
    )
}

/// "Desk 2.2 - Released on March 21, 2026": the title, the state and its date.
fn dated(title: &str, words: &Words) -> Option<(String, String, String)> {
    let (rest, tail) = [" - ", " — ", " – ", " ("]
        .iter()
        .find_map(|apart| title.rsplit_once(apart))?;
    let tail = tail.trim_end_matches(')');
    let at = tail.find(|c: char| c.is_ascii_digit())?;
    let start = tail[..at].find(" on ").map_or_else(
        || tail[..at].find([' ', ':']),
        |found| Some(found + " on".len()),
    )?;
    let (state, date) = (
        tail[..start].trim(),
        tail[start..].trim_start_matches([':', ' ']),
    );
    let state = state.strip_suffix(" on").unwrap_or(state);
    (has_year(date) && words.status_alone(state).is_some())
        .then(|| (rest.to_string(), state.to_string(), date.to_string()))
}

/// The same where the state was already told from the title.
fn state_of(label: &mut Label) -> Option<(String, String)> {
    let told = label.status.clone()?;
    let (state, date) = undated::split(&told)?;
    let date = &date[date.find(|c: char| c.is_ascii_digit() || c.is_uppercase())?..];
    if !has_year(date) {
        return None;
    }
    (label.status, label.when) = (None, None);
    Some((state.to_string(), date.to_string()))
}

/// Whether a number among the words may be a year.
fn has_year(date: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|c| c.is_ascii_digit());
    date.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

/// First headings that name no item: proposals begin with them.
const BOILERPLATE: &[&str] = &[
    "summary",
    "abstract",
    "introduction",
    "overview",
    "context",
    "motivation",
    "background",
    "description",
    "problem",
    "problem statement",
    "goal",
    "goals",
    "why",
    "resumen",
    "resumo",
    "résumé",
    "introducción",
    "introdução",
    "zusammenfassung",
    "einleitung",
    "概要",
    "简介",
    "개요",
];

/// "Change: Lend by post" in `proposal.md`: the word before the colon says what the document is for.
fn is_lead(lead: &str, place: &Place<'_>) -> bool {
    let lead = fold(lead);
    lead == "change" && fold(place.stem) == "proposal"
}

/// "#61 — Label the tools", "Plan: #61 — Label the tools": the number of an issue and its title.
fn issue(title: &str) -> Option<(&str, &str)> {
    let (lead, rest) = title.split_once('#')?;
    let lead = lead.trim();
    let leads = lead.is_empty() || lead.ends_with([':', '：']) && lead.split(' ').count() <= 2;
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let (id, behind) = rest.split_at(end);
    let title = behind.trim_start().strip_prefix(SEPARATORS)?.trim();
    (leads && !id.is_empty() && !title.is_empty()).then_some((id, title))
}

/// "7. Lend by post" in `0007-lend-by-post`: the number of the file stands at the head of the title.
fn counted<'a>(title: &'a str, place: &Place<'_>) -> Option<(&'a str, &'a str)> {
    let (id, rest) = title.split_at(title.find(|c: char| !c.is_ascii_digit())?);
    let title = rest
        .trim_start()
        .strip_prefix(['.', ':', '—', '–', '-'])?
        .trim();
    let bare = |number: &'a str| number.trim_start_matches('0');
    let same = place.number()?.trim_start_matches('0') == bare(id);
    (same && !title.is_empty()).then_some((id, title))
}

/// What stands between an id and a title.
const SEPARATORS: [char; 5] = [':', '：', '—', '–', '-'];

/// "Phase 0 status" in `PHASE-0-STATUS`: the file is named by the same kind and number.
fn numbered_as<'a>(title: &'a str, stem: &str, words: &Words) -> Option<(Kind, &'a str)> {
    let mut written = title.split_whitespace();
    let (word, number) = (written.next()?, written.next()?);
    let kind = words.kind(word)?;
    let name = fold(stem);
    let named = name
        .split_once(' ')
        .filter(|(first, _)| words.kind(first) == Some(kind))?;
    let same = named.1.split(' ').next()? == number;
    (same && number.starts_with(|c: char| c.is_ascii_digit())).then_some((kind, number))
}

/// The id at the head of a title: a word with a figure in it.
fn leading_id(title: &str) -> Option<&str> {
    let word = title.split_whitespace().next()?;
    let id = word.trim_end_matches([':', ',', '.']);
    (id.contains(|c: char| c.is_ascii_digit()) && id.chars().any(char::is_alphabetic)).then_some(id)
}

/// An id and the title behind it.
fn parted(value: &str) -> Option<(&str, &str)> {
    let id = leading_id(value)?;
    let title = value.trim_start().get(id.len()..)?.trim_start();
    let title = title.trim_start_matches(SEPARATORS).trim();
    (!title.is_empty()).then_some((id, title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::syntax::outline;
    use crate::text::file::SourceFile;

    fn head(path: &str, text: &str) -> (Option<Kind>, Option<String>, String) {
        let words = Words::new(&Config::default());
        let outline = outline(&SourceFile::new(path, text.as_bytes().to_vec()));
        let label = Head::of(&outline, &words).label;
        (label.kind, label.id, label.title)
    }

    fn some(kind: Kind, id: &str, title: &str) -> (Option<Kind>, Option<String>, String) {
        (Some(kind), Some(id.to_string()), title.to_string())
    }

    #[test]
    fn an_issue_names_its_plan() {
        let plan = |title: &str| head("plans/x.md", &format!("# {title}\n"));
        assert_eq!(
            plan("#61 — Label tools"),
            some(Kind::Task, "61", "Label tools")
        );
        assert_eq!(
            plan("Plan: #61: Label tools"),
            some(Kind::Task, "61", "Label tools")
        );
        assert_eq!(plan("What we learnt from #61 - tools").0, None);
        assert_eq!(plan("C# - why not").0, None);
    }

    #[test]
    fn a_title_may_end_with_a_state_and_its_date() {
        let words = Words::new(&Config::default());
        let told = |title: &str| dated(title, &words);
        let some = |a: &str, b: &str, c: &str| Some((a.into(), b.into(), c.into()));
        assert_eq!(
            told("Desk 2.2 - Released on March 21, 2026"),
            some("Desk 2.2", "Released", "March 21, 2026")
        );
        assert_eq!(
            told("Desk (done 2026-03-21)"),
            some("Desk", "done", "2026-03-21")
        );
        assert_eq!(told("Desk - Released on time"), None);
        assert_eq!(told("Desk - what we did in March 2026"), None);
        assert_eq!(told("Desk - released 12 times"), None);
    }

    #[test]
    fn a_log_is_about_the_item_that_it_names() {
        let text = "# DSK‑M‑8 Tracking\n\n**Milestone:** DSK‑M‑8 — Opening the desk\n";
        let wanted = some(Kind::Milestone, "DSK‑M‑8", "Opening the desk");
        assert_eq!(head("x.md", text), wanted);
        let other = "# DSK-M-8 Tracking\n\n**Milestone:** DSK-M-9 — Opening the desk\n";
        assert_ne!(head("x.md", other).2, "Opening the desk");
    }

    #[test]
    fn the_number_of_a_file_may_head_its_title() {
        let text = "# 7. Lend by post\n";
        let wanted = (None, Some("7".to_string()), "Lend by post".to_string());
        assert_eq!(head("adr/0007-post.md", text), wanted);
        assert_eq!(head("adr/0008-post.md", text).1, None);
    }

    #[test]
    fn a_file_named_by_kind_and_number_tells_of_it() {
        let wanted = some(Kind::Phase, "0", "Phase 0 status of desks");
        assert_eq!(
            head("PHASE-0-STATUS.md", "# Phase 0 status of desks\n"),
            wanted
        );
        assert_eq!(head("notes.md", "# Phase 0 status of desks\n").0, None);
    }
}
