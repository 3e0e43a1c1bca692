//! A team's own template, filled where it is plain what is meant; every other byte stays as it is.

use std::ops::Range;

use crate::model::status::Status;
use crate::read::field::FieldName;
use crate::read::gap::is_placeholder;
use crate::read::words::Words;
use crate::start::escape;
use crate::start::gap;
use crate::start::habit::{DAYS, Habit};
use crate::start::head::head_lines;
use crate::start::matter::Matter;
use crate::start::room::heading_words;
use crate::start::scalar::{scalar, unquoted};
use crate::start::way;
use crate::syntax;
use crate::syntax::front_matter;
use crate::syntax::key::Format;
use crate::syntax::outline::{Field, Outline, Section, Shape};
use crate::text::file::SourceFile;
use crate::text::similar::fold;
use crate::text::slot::Form;

/// How a day waits to be filled in.
const DAY: &str = "YYYY-MM-DD";

/// Longer words are no key and no name of a gap.
const LONGEST: usize = 64;

/// The template with everything filled in that is known.
pub fn fill(
    template: &SourceFile,
    matter: &Matter,
    habit: &Habit,
    path: &str,
    words: &Words,
) -> String {
    let outline = syntax::outline(template);
    let format = front_matter::split(&template.text).map(|front| front.format);
    let filling = Filling {
        text: &template.text,
        matter,
        habit,
        path,
        words,
    };
    let mut edits = Vec::new();
    for field in &outline.front {
        edits.extend(filling.front(field, format));
    }
    for field in head_lines(&outline) {
        edits.extend(filling.line(field));
    }
    edits.extend(filling.heading(&outline));
    edits.extend(filling.sections(&outline));
    edits.extend(filling.gaps());
    edits.extend(filling.days());
    spliced(&template.text, edits)
}

type Edit = (Range<usize>, String);

/// The text with the edits made; where two meet, the one that begins first counts, and of two the earlier in the list.
fn spliced(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let mut last = None;
    for (range, words) in edits {
        if range.start < at || last == Some(range.start) {
            continue;
        }
        last = Some(range.start);
        out.push_str(&text[at..range.start]);
        out.push_str(&words);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

struct Filling<'a> {
    text: &'a str,
    matter: &'a Matter,
    habit: &'a Habit,
    path: &'a str,
    words: &'a Words,
}

impl Filling<'_> {
    /// A key of the front matter, as far as it is one line.
    fn front(&self, field: &Field, format: Option<Format>) -> Option<Edit> {
        let key = field.key.span.range();
        let is_top = key.start == 0 || self.text[..key.start].ends_with(['\n', '\u{feff}']);
        let sign = if format == Some(Format::Toml) {
            '='
        } else {
            ':'
        };
        let behind = self.line_from(key.end);
        let value = behind.start + self.text[behind.clone()].find(sign)? + 1;
        let range = scalar(self.text, value..behind.end);
        let raw = &self.text[range.clone()];
        let is_list = !field.entries.is_empty()
            || raw.starts_with(['[', '|', '>', '{', '&']) && !is_placeholder(raw);
        if !is_top || is_list {
            return None;
        }
        let write = |text: &str| match format {
            Some(Format::Toml) => escape::quoted(text),
            _ => escape::yaml(text),
        };
        let said = unquoted(raw);
        let words = self.stated(&field.key.value, said, true, &write)?;
        let blank = self.text[..range.start].ends_with([' ', '\t']);
        Some((range, if blank { words } else { format!(" {words}") }))
    }

    /// A line `**Key:** value` at the head, or a cell of a table of fields.
    fn line(&self, field: &Field) -> Option<Edit> {
        let range = match field.form {
            Form::Line => self.behind_key(field)?,
            Form::Cell => field.value.span.range(),
            _ => return None,
        };
        let raw = self.text.get(range.clone())?;
        if raw.is_empty() {
            return None;
        }
        let words = self.stated(&field.key.value, raw, false, &escape::markdown)?;
        Some((range, words))
    }

    /// The words behind the key of a line, if they are all that stands there.
    fn behind_key(&self, field: &Field) -> Option<Range<usize>> {
        let line = self.line_from(field.key.span.range().end);
        let raw = &self.text[line.clone()];
        let value = raw.trim_start_matches([':', '*', '_', ' ', '\t', '：']);
        let start = line.end - value.len();
        let end = start + value.trim_end_matches([' ', '\t', '\\']).len();
        (!self.text[start..end].contains("**")).then_some(start..end)
    }

    /// From here to the end of the line.
    fn line_from(&self, at: usize) -> Range<usize> {
        let rest = &self.text[at..];
        let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
        at..at + end
    }

    /// What is to stand behind a key, where that is plain.
    fn stated(
        &self,
        key: &str,
        said: &str,
        is_front: bool,
        write: &dyn Fn(&str) -> String,
    ) -> Option<String> {
        let waits = said.is_empty() || is_gap(said);
        if DAYS.contains(&fold(key).as_str()) {
            let is_day = waits || said.contains(DAY);
            return is_day.then(|| write(&self.matter.today.to_string()));
        }
        match self.words.field(key)? {
            FieldName::Id => self.matter.next.id.as_deref().map(write),
            FieldName::Title if is_front || waits => Some(write(&self.matter.title)),
            FieldName::Status if said.is_empty() => Some(write(&self.habit.status)),
            FieldName::Status => self.choice(said).map(|word| write(&word)),
            FieldName::Parent(kind) if waits || has_gap(said) => {
                let parent = self.matter.parent.as_ref()?;
                let fits = kind.is_none_or(|kind| kind == parent.kind);
                fits.then(|| match (&parent.path, is_front) {
                    (Some(to), true) if said.contains(".md") => write(&way::between(self.path, to)),
                    (_, true) => write(&parent.name),
                    (_, false) => parent.linked(self.path),
                })
            }
            _ => None,
        }
    }

    /// The word for what is not begun, of those that a template offers: `Draft | Approved | Implemented`.
    fn choice(&self, said: &str) -> Option<String> {
        let inner = said.trim_matches(['[', ']', '{', '}', '<', '>', '`']);
        let options: Vec<&str> = inner.split(['|', '/']).map(str::trim).collect();
        let planned =
            |word: &&&str| self.words.status(word, self.matter.sort.kind) == Some(Status::Planned);
        if options.len() > 1 {
            return options.iter().find(planned).map(|word| (*word).to_string());
        }
        is_gap(said).then(|| self.habit.status.clone())
    }

    /// Whether the front matter has a place for the id.
    fn states_id(&self, outline: &Outline) -> bool {
        let is_id = |field: &Field| self.words.field(&field.key.value) == Some(FieldName::Id);
        outline.front.iter().any(is_id) || head_lines(outline).into_iter().any(is_id)
    }

    /// Whether the id is left to the file's name, as the neighbours have it.
    fn is_in_name(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let id = self.matter.next.id.as_deref();
        self.habit.heading.as_deref() == Some("{title}") && id.is_some_and(|id| name.contains(id))
    }

    /// The first heading, and further ones of its level that wait for an id and a title.
    fn heading(&self, outline: &Outline) -> Vec<Edit> {
        let states_id = self.states_id(outline) || self.is_in_name();
        let is_title = |section: &&Section| section.level == 1;
        let mut edits = Vec::new();
        for (at, section) in outline.sections.iter().filter(is_title).enumerate() {
            let span = heading_words(self.text, section);
            let gaps = gap::gaps(&self.text[span.clone()], self.words);
            if at > 0 && (gaps.id.is_none() || gaps.is_whole) {
                continue;
            }
            let place = |range: Range<usize>| range.start + span.start..range.end + span.start;
            let id = self.matter.next.id.as_deref().map(escape::markdown);
            let title = escape::markdown(&self.matter.title);
            let title = match &id {
                Some(id) if gaps.is_whole && self.matter.is_named && !states_id => {
                    format!("{id}: {title}")
                }
                _ => title,
            };
            edits.extend(gaps.id.zip(id).map(|(range, id)| (place(range), id)));
            edits.extend(gaps.title.map(|range| (place(range), title)));
        }
        edits
    }

    /// `## Status` or `## Date` with a gap below it.
    fn sections(&self, outline: &Outline) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (at, section) in outline.sections.iter().enumerate() {
            let mut blocks = outline.blocks_of(at).map(|(_, block)| &block.shape);
            let (Some(Shape::Prose(text)), None) = (blocks.next(), blocks.next()) else {
                continue;
            };
            let range = text.span.range();
            let raw = &self.text[range.clone()];
            let is_short = raw.len() < 2 * LONGEST && !raw.contains('\n');
            if section.level > 1 && is_short {
                let words = self.stated(&section.heading.value, raw, false, &escape::markdown);
                edits.extend(words.map(|words| (range, words)));
            }
        }
        edits
    }

    /// `{{title}}`, `{{ id }}`, `{{date}}` wherever they stand.
    fn gaps(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut at = 0;
        for piece in self.text.split("{{") {
            let name = piece
                .split_once("}}")
                .filter(|(name, _)| name.len() < LONGEST);
            let words = name.and_then(|(name, _)| match fold(name).as_str() {
                "title" | "name" => Some(escape::markdown(&self.matter.title)),
                "id" | "key" => self.matter.next.id.clone(),
                "date" | "today" => Some(self.matter.today.to_string()),
                _ => None,
            });
            if let (Some((name, _)), Some(words), true) = (name, words, at > 0) {
                edits.push((at - 2..at + name.len() + 2, words));
            }
            at += piece.len() + 2;
        }
        edits
    }

    /// `YYYY-MM-DD` on a line that says when the document was written.
    fn days(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let key = line.split_once(DAY).map(|(key, _)| key);
            let key = key.filter(|key| key.len() < LONGEST);
            if let Some(key) = key.filter(|key| DAYS.contains(&fold(key).as_str())) {
                let start = at + key.len();
                edits.push((start..start + DAY.len(), self.matter.today.to_string()));
            }
            at += line.len();
        }
        edits
    }
}

/// Whether these words as a whole wait to be replaced.
fn is_gap(said: &str) -> bool {
    is_placeholder(said) || gap::scheme(said).is_some() || matches!(said, "TBD" | "TODO" | "...")
}

/// Whether a part of these words waits to be replaced.
fn has_gap(said: &str) -> bool {
    said.contains('[')
        || said.contains('<')
        || said.contains("{{")
        || said.contains("NNN")
        || said.contains("XXX")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::model::date::Date;
    use crate::model::key::ItemId;
    use crate::model::kind::Kind;
    use crate::start::form;
    use crate::start::line::Line;
    use crate::start::number::Next;
    use crate::start::parent::Parent;
    use crate::start::sort::Sort;

    fn filled(text: &str) -> String {
        let parent = Parent {
            number: ItemId(0),
            kind: Kind::Feature,
            name: "PRD-3".into(),
            title: "Search".into(),
            path: Some("docs/prd/search.md".into()),
        };
        let matter = Matter {
            sort: Sort {
                kind: Kind::Story,
                is_week: false,
            },
            title: "Find: *all*".into(),
            is_named: true,
            next: Next {
                id: Some("US-7".into()),
                number: Some(7),
            },
            parent: Some(parent),
            week: None,
            today: Date::iso("2026-11-20").unwrap(),
        };
        let habit = Habit {
            form: form::Form::Lines,
            keys: Vec::new(),
            heading: None,
            status: "To do".into(),
            line: Line::default(),
            line_end: "\n",
        };
        let file = SourceFile::new("t.md", text.as_bytes().to_vec());
        let words = Words::new(&Config::default());
        fill(&file, &matter, &habit, "docs/stories/us-7.md", &words)
    }

    #[test]
    fn headings_are_filled() {
        assert_eq!(filled("# US-XXX: Title\n"), "# US-7: Find: \\*all\\*\n");
        assert_eq!(filled("# <Name>\r\n"), "# Find: \\*all\\*\r\n");
        assert_eq!(filled("# User story\n"), "# US-7: Find: \\*all\\*\n");
        assert_eq!(
            filled("# About\n\n# US-N: [Title]\n"),
            "# US-7: Find: \\*all\\*\n\n# US-7: Find: \\*all\\*\n"
        );
        assert_eq!(
            filled("# See [the guide](x.md)\n"),
            "# See [the guide](x.md)\n"
        );
    }

    #[test]
    fn front_matter_is_filled() {
        let text = "---\nid: US-000 # next\ntitle: 'It''s'\nstatus:\nprd: PRD-XXX\ncreated: YYYY-MM-DD\nowner: [name]\n---\n";
        let wanted = "---\nid: US-7 # next\ntitle: \"Find: *all*\"\nstatus: To do\nprd: PRD-3\ncreated: 2026-11-20\nowner: [name]\n---\n";
        assert_eq!(filled(text), wanted);
        let text = "+++\nid = \"\"\ntitle = \"\"\ndate = YYYY-MM-DD\n+++\n";
        assert_eq!(
            filled(text),
            "+++\nid = \"US-7\"\ntitle = \"Find: *all*\"\ndate = \"2026-11-20\"\n+++\n"
        );
    }

    #[test]
    fn lines_and_sections_are_filled() {
        assert_eq!(
            filled("# [Title]\n\n**Status:** Ready | Doing | Done\n"),
            "# Find: \\*all\\*\n\n**Status:** Ready\n"
        );
        assert_eq!(
            filled("**PRD:** [x](../prd/[feature].md)  \n**Owner:** @[team]\n"),
            "**PRD:** [Search](../prd/search.md)  \n**Owner:** @[team]\n"
        );
        assert_eq!(
            filled("## Status\n\n[Proposed | Accepted]\n\n## Date\n\nYYYY-MM-DD\n"),
            "## Status\n\nProposed\n\n## Date\n\n2026-11-20\n"
        );
        assert_eq!(
            filled("- Created: YYYY-MM-DD\n- Due: YYYY-MM-DD\n"),
            "- Created: 2026-11-20\n- Due: YYYY-MM-DD\n"
        );
        assert_eq!(
            filled("{{id}} {{ title }} {{other}} {{"),
            "US-7 Find: \\*all\\* {{other}} {{"
        );
    }
}
