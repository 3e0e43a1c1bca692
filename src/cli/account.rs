//! What `init` understood of the documents, told in a few lines.

use std::io::{self, Write};

use crate::cli::plain::{plain, short};
use crate::cli::report::{Counts, several};
use crate::start::survey::Survey;

/// So many tables are named.
const NAMED: usize = 3;

/// Tells it.
pub fn tell(survey: &Survey, counts: Counts, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", headline(survey))?;
    let rest = [prose(survey), unplaced(survey), Some(title(survey))];
    for line in rest.into_iter().flatten() {
        writeln!(out, "  {line}")?;
    }
    writeln!(out, "  findings: {}{}", counts.words(), hint(counts))
}

/// "86 documents in docs/: 7 milestones, 31 stories".
fn headline(survey: &Survey) -> String {
    let documents = several(survey.documents, "document");
    let place = match (survey.folder.as_str(), survey.has_others) {
        ("", _) => String::new(),
        (folder, false) => format!(" in {}", plain(folder)),
        (folder, true) => format!(", the plan in {}", plain(folder)),
    };
    let kinds = survey.kinds.iter();
    let kinds = kinds.map(|(kind, count)| several(*count, kind.name()));
    let kinds: Vec<String> = kinds.collect();
    match kinds.is_empty() {
        true => format!("{documents}{place}: no item of a plan"),
        false => format!("{documents}{place}: {}", kinds.join(", ")),
    }
}

fn prose(survey: &Survey) -> Option<String> {
    let prose = match survey.prose {
        0 => None,
        1 => Some("1 document holds no item and stays prose".to_string()),
        count => Some(format!("{count} documents hold no item and stay prose")),
    };
    let templates = match survey.templates {
        0 => None,
        1 => Some("1 template, from which nothing is taken".to_string()),
        count => Some(format!("{count} templates, from which nothing is taken")),
    };
    let parts: Vec<String> = prose.into_iter().chain(templates).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn unplaced(survey: &Survey) -> Option<String> {
    let count = survey.unplaced.len();
    let named = survey.unplaced.iter().take(NAMED);
    let mut named: Vec<String> = named
        .map(|(path, line)| format!("{}:{line}", plain(path)))
        .collect();
    if count > NAMED {
        named.push(format!("and {} more", count - NAMED));
    }
    let tables = several(count, "table");
    (count > 0).then(|| format!("{tables} that I could not place: {}", named.join(", ")))
}

fn title(survey: &Survey) -> String {
    match &survey.title {
        Some((title, Some(path))) => format!("title: {} (from {})", short(title), plain(path)),
        Some((title, None)) => format!("title: {}", short(title)),
        None => "title: no document gives one".to_string(),
    }
}

fn hint(counts: Counts) -> &'static str {
    match counts == Counts::default() {
        true => "",
        false => " (see `plansite check`)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;

    fn told(survey: &Survey, counts: Counts) -> String {
        let mut out = Vec::new();
        tell(survey, counts, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_was_understood_is_told_in_a_few_lines() {
        let place = |line| ("docs/x.md".to_string(), line);
        let survey = Survey {
            documents: 86,
            folder: "docs/".into(),
            kinds: vec![(Kind::Milestone, 7), (Kind::Story, 31), (Kind::Task, 1)],
            prose: 1,
            templates: 3,
            unplaced: vec![place(12), place(40), place(41), place(50)],
            title: Some(("Acme".into(), Some("docs/README.md".into()))),
            ..Survey::default()
        };
        let counts = Counts {
            warnings: 4,
            ..Counts::default()
        };
        let wanted = "86 documents in docs/: 7 milestones, 31 stories, 1 task\n  \
            1 document holds no item and stays prose; 3 templates, from which nothing is taken\n  \
            4 tables that I could not place: docs/x.md:12, docs/x.md:40, docs/x.md:41, and 1 more\n  \
            title: Acme (from docs/README.md)\n  \
            findings: 4 warnings (see `plansite check`)\n";
        assert_eq!(told(&survey, counts), wanted);
    }

    #[test]
    fn what_is_not_there_is_not_told() {
        let survey = Survey {
            documents: 1,
            ..Survey::default()
        };
        let wanted = "1 document: no item of a plan\n  title: no document gives one\n  findings: nothing found\n";
        assert_eq!(told(&survey, Counts::default()), wanted);
    }
}
