//! A line below *Milestones*: a version, its name, and which phases it holds: "v0.1 Raft - Phases 1-2 (shipped 2026-03-20)".

use crate::read::label;
use crate::read::line::Line;
use crate::read::term;
use crate::read::topic::Topic;
use crate::read::words::Words;

/// What parts the name from the phases.
const BREAKS: [&str; 4] = [" - ", " — ", " – ", " ("];

/// Whether a line begins with a version that has a name.
pub fn is_release(text: &str, words: &Words) -> bool {
    named(&label::label(text, words).title).is_some()
}

fn named(title: &str) -> Option<term::Term<'_>> {
    let version = term::version(title)?;
    (version.plain && !version.title.is_empty()).then_some(version)
}

/// Takes the version for the id of a line, and answers the phases that it holds.
pub fn take(line: &mut Line, words: &Words) -> Option<String> {
    let whole = match &line.rest {
        Some(rest) => format!("{} - {rest}", line.label.title),
        None => line.label.title.clone(),
    };
    let label = label::label(&whole, words);
    let version = named(&label.title)?;
    let (title, phases) = split(version.title, words);
    line.label.id = Some(version.id.to_string());
    line.label.status = line.label.status.take().or(label.status);
    line.label.when = line.label.when.take().or(label.when);
    let is_told = phases.is_some() || line.rest.is_none();
    line.label.title = match is_told {
        true => title.to_string(),
        // What stands behind the name is told of it.
        false => named(&line.label.title)
            .map_or(title, |own| own.title)
            .to_string(),
    };
    if is_told {
        line.rest = None;
    }
    phases.map(str::to_string)
}

/// "Raft - Phases 1-2": the name, and what it holds.
fn split<'a>(title: &'a str, words: &Words) -> (&'a str, Option<&'a str>) {
    let found = BREAKS.iter().find_map(|gap| {
        let (name, behind) = title.split_once(gap)?;
        let phases = behind.trim_end_matches(')');
        let (kind, numbers) = phases.split_once(' ')?;
        let is_kind = matches!(words.topic(kind), Some(Topic::Items(_)));
        let is_number = numbers.starts_with(|c: char| c.is_ascii_digit());
        (is_kind && is_number).then_some((name.trim(), phases))
    });
    found.map_or((title, None), |(name, phases)| (name, Some(phases)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_version_has_a_name_and_phases() {
        let words = Words::new(&Config::default());
        assert!(is_release("v0.1 Raft - Phases 1-2", &words));
        assert!(!is_release("v0.1", &words) && !is_release("Raft v0.1", &words));
        assert_eq!(
            split("Raft - Phases 1-2", &words),
            ("Raft", Some("Phases 1-2"))
        );
        assert_eq!(split("Raft (Phases 3)", &words), ("Raft", Some("Phases 3")));
        assert_eq!(split("Raft - a boat", &words), ("Raft - a boat", None));
    }
}
