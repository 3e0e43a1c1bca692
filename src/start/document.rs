//! A document in plansite's own words, written as the documents beside it are.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::start::escape;
use crate::start::form::Form;
use crate::start::habit::{Habit, Key, Meaning};
use crate::start::line::Line;
use crate::start::manner::Manner;
use crate::start::matter::Matter;
use crate::start::sort::Sort;
use crate::start::way;

/// The text of a document at `path`.
pub fn text(matter: &Matter, habit: &Habit, manner: &Manner, path: &str) -> String {
    let heading = manner
        .heading
        .as_ref()
        .map(|heading| filled(heading, matter));
    let fields = fields(matter, habit, manner, path);
    let mut parts = Vec::new();
    match manner.form {
        Form::Lines => {
            parts.extend(heading.map(|heading| format!("# {heading}\n")));
            parts.push(lines(&fields, &habit.line));
        }
        form => {
            parts.push(front(&fields, form));
            parts.extend(heading.map(|heading| format!("# {heading}\n")));
        }
    }
    parts.push(body(matter.sort).to_string());
    parts.retain(|part| !part.is_empty());
    let text = parts.join("\n");
    match habit.line_end {
        "\r\n" => text.replace('\n', "\r\n"),
        _ => text,
    }
}

/// The heading with its gaps filled; what would lead up to an id that there is not falls away.
fn filled(heading: &str, matter: &Matter) -> String {
    let id = matter.next.id.as_deref();
    let number = matter.next.number.map(|number| number.to_string());
    let has_all = !(heading.contains("{id}") && id.is_none()
        || heading.contains("{number}") && number.is_none());
    let pattern = if has_all { heading } else { "{title}" };
    // The title comes last, so that no gap is seen in it.
    pattern
        .replace("{id}", &escape::markdown(id.unwrap_or_default()))
        .replace("{number}", number.as_deref().unwrap_or_default())
        .replace("{title}", &escape::markdown(&matter.title))
}

/// A field of the new document; the value is written out for its form.
struct Field {
    name: String,
    value: String,
}

fn fields(matter: &Matter, habit: &Habit, manner: &Manner, path: &str) -> Vec<Field> {
    let usual = usual_keys(matter, manner);
    let same_form = manner.form == habit.form && !habit.keys.is_empty();
    let mut keys: Vec<Key> = if same_form { habit.keys.clone() } else { usual };
    complete(&mut keys, matter, manner);
    let mut done: Vec<FieldName> = Vec::new();
    let mut lines = Vec::new();
    for key in keys {
        if let Meaning::Field(name) = key.means {
            if done.contains(&name) {
                continue;
            }
            done.push(name);
        }
        if let Some(value) = value(&key, matter, habit, manner, path) {
            lines.push(Field {
                name: key.name,
                value,
            });
        }
    }
    lines
}

fn key(name: &str, means: Meaning) -> Key {
    Key {
        name: name.to_string(),
        means,
        usual: None,
        links: false,
    }
}

/// The keys that documents of a sort have where nobody has written one.
fn usual_keys(matter: &Matter, manner: &Manner) -> Vec<Key> {
    let is_front = manner.form != Form::Lines;
    let field = |name, field| key(name, Meaning::Field(field));
    let mut keys = Vec::new();
    if matter.sort.is_week {
        return keys;
    }
    if matter.sort.kind != Kind::Sprint {
        keys.push(field(
            if is_front { "status" } else { "Status" },
            FieldName::Status,
        ));
    }
    match matter.sort.kind {
        Kind::Decision => keys.push(key(if is_front { "date" } else { "Date" }, Meaning::Day)),
        Kind::Sprint if is_front => keys.extend([
            field("start", FieldName::Start),
            field("end", FieldName::Due),
            field("goal", FieldName::Goal),
        ]),
        Kind::Sprint => keys.extend([
            field("Dates", FieldName::Span),
            field("Goal", FieldName::Goal),
        ]),
        _ => {}
    }
    keys
}

/// Adds what must be said and has no key yet.
fn complete(keys: &mut Vec<Key>, matter: &Matter, manner: &Manner) {
    let has =
        |keys: &[Key], name: FieldName| keys.iter().any(|key| key.means == Meaning::Field(name));
    let is_front = manner.form != Form::Lines;
    if is_front && (manner.titled || keys.is_empty()) && !has(keys, FieldName::Title) {
        keys.insert(0, key("title", Meaning::Field(FieldName::Title)));
    }
    if is_front && matter.week.is_none() && !has(keys, FieldName::Id) {
        keys.insert(0, key("id", Meaning::Field(FieldName::Id)));
    }
    if manner.kinded && !has(keys, FieldName::Kind) {
        keys.insert(0, key("kind", Meaning::Field(FieldName::Kind)));
    }
    let Some(parent) = &matter.parent else {
        return;
    };
    let own = FieldName::Parent(Some(parent.kind));
    if has(keys, own) || has(keys, FieldName::Parent(None)) {
        return;
    }
    let name = match (is_front, parent.key()) {
        (true, name) => name.to_string(),
        (false, "prd") => "PRD".to_string(),
        (false, name) => name[..1].to_uppercase() + &name[1..],
    };
    let after = keys
        .iter()
        .position(|key| key.means == Meaning::Field(FieldName::Status));
    let mut key = key(&name, Meaning::Field(own));
    key.links = !is_front;
    keys.insert(after.map_or(keys.len(), |at| at + 1), key);
}

/// What stands behind a key; nothing where the new document goes without it.
fn value(key: &Key, matter: &Matter, habit: &Habit, manner: &Manner, path: &str) -> Option<String> {
    let write = |text: &str| match manner.form {
        Form::Yaml => escape::yaml(text),
        Form::Toml => escape::quoted(text),
        Form::Lines => escape::markdown(text),
    };
    let Meaning::Field(name) = key.means else {
        return Some(match manner.form {
            Form::Toml => matter.today.to_string(),
            _ => write(&matter.today.to_string()),
        });
    };
    match name {
        FieldName::Kind => Some(write(
            key.usual.as_deref().unwrap_or(matter.sort.kind.name()),
        )),
        FieldName::Id => matter.next.id.as_deref().map(write),
        FieldName::Title => Some(write(&matter.title)),
        FieldName::Status => Some(write(&habit.status)),
        FieldName::Parent(kind) => {
            let parent = matter.parent.as_ref()?;
            let fits = kind.is_none_or(|kind| kind == parent.kind);
            fits.then(|| match (manner.form, key.links, &parent.path) {
                (Form::Lines, true, _) => parent.linked(path),
                (_, true, Some(to)) => write(&way::between(path, to)),
                _ => write(&parent.name),
            })
        }
        FieldName::Priority
        | FieldName::Owner
        | FieldName::Estimate
        | FieldName::Start
        | FieldName::Due
        | FieldName::Span
        | FieldName::Goal
        | FieldName::Committed => Some(match manner.form {
            Form::Toml => "\"\"".to_string(),
            _ => String::new(),
        }),
        _ => None,
    }
}

fn front(fields: &[Field], form: Form) -> String {
    if fields.is_empty() {
        return String::new();
    }
    let (fence, sign) = match form {
        Form::Toml => ("+++", " ="),
        _ => ("---", ":"),
    };
    let lines = fields.iter().map(|line| match line.value.as_str() {
        "" => format!("{}{sign}\n", line.name),
        value => format!("{}{sign} {value}\n", line.name),
    });
    format!("{fence}\n{}{fence}\n", lines.collect::<String>())
}

fn lines(fields: &[Field], line: &Line) -> String {
    let lines = fields.iter().map(|field| {
        let between = match field.value.as_str() {
            "" => line.between.trim_end(),
            _ => line.between.as_str(),
        };
        let (name, value) = (&field.name, &field.value);
        format!("{}{name}{between}{value}{}\n", line.before, line.behind)
    });
    lines.collect()
}

/// What stands below the head: headings, and a comment that says what belongs there.
fn body(sort: Sort) -> &'static str {
    match sort.kind {
        _ if sort.is_week => include_str!("templates/week.md"),
        Kind::Phase => include_str!("templates/phase.md"),
        Kind::Milestone => include_str!("templates/milestone.md"),
        Kind::Feature => include_str!("templates/prd.md"),
        Kind::Story => include_str!("templates/story.md"),
        Kind::Task | Kind::Blocker => include_str!("templates/task.md"),
        Kind::Sprint => include_str!("templates/sprint.md"),
        Kind::Decision => include_str!("templates/decision.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Date;
    use crate::start::manner::manners;
    use crate::start::number::Next;

    fn written(form: Form, kind: Kind) -> String {
        let matter = Matter {
            sort: Sort {
                kind,
                is_week: false,
            },
            title: "A: b".into(),
            is_named: true,
            next: Next {
                id: Some("X-7".into()),
                number: Some(7),
            },
            parent: None,
            week: None,
            today: Date::iso("2026-11-20").unwrap(),
        };
        let habit = Habit {
            form,
            keys: Vec::new(),
            heading: Some("{title}".into()),
            status: "to do".into(),
            line: Line::default(),
            line_end: "\n",
        };
        let manner = manners(&habit, &matter).swap_remove(1);
        let text = text(&matter, &habit, &manner, "a.md");
        text.split("\n\n<!--").next().unwrap().to_string()
    }

    #[test]
    fn heads_are_written_in_each_form() {
        assert_eq!(
            written(Form::Lines, Kind::Story),
            "# X-7: A: b\n\n**Status:** to do"
        );
        assert_eq!(
            written(Form::Yaml, Kind::Story),
            "---\nid: X-7\nstatus: to do\n---\n\n# A: b"
        );
        let toml = "+++\nid = \"X-7\"\nstatus = \"to do\"\n+++\n\n# A: b";
        assert_eq!(written(Form::Toml, Kind::Task), toml);
        assert_eq!(
            written(Form::Lines, Kind::Sprint),
            "# Sprint 7: A: b\n\n**Dates:**\n**Goal:**\n\n## Members"
        );
    }
}
