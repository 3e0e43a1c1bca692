//! Documents that stand beside a plan: instructions for tools, reports about work, diaries, guides. Nothing is taken from them.

use crate::model::aside::Aside;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::gap;
use crate::read::head::Head;
use crate::read::place::Place;
use crate::read::releases;
use crate::read::vocabulary::asides::{
    AGENT_KEYS, DIARIES, ENDINGS, FILES, TELLS, TOOL_KEYS, TOOLS, WORDS,
};
use crate::read::words::Words;
use crate::syntax::outline::{Field, Outline};
use crate::text::similar::fold;

/// Why nothing is taken from a document; nothing where it may hold a plan.
pub fn aside(outline: &Outline, words: &Words) -> Option<Aside> {
    if words.is_template(&outline.path) || gap::is_form(outline) && !is_begun(outline, words) {
        return Some(Aside::Template);
    }
    let is_item = is_item(outline, words);
    by_front(outline)
        .or_else(|| by_path(&outline.path).filter(|_| !is_item))
        .or_else(|| by_title(outline).filter(|_| !is_item))
        .or_else(|| tells_of_item(outline, words).then_some(Aside::Report))
        .or_else(|| (!is_item && releases::is_told(outline)).then_some(Aside::Log))
}

/// Whether somebody has begun to fill in a form: its title is written, with an id or the word for what it is.
fn is_begun(outline: &Outline, words: &Words) -> bool {
    let head = Head::of(outline, words);
    let title = head.front_title.as_ref().unwrap_or(&head.heading);
    let is_id = |field: &&Field| words.field(&field.key.value) == Some(FieldName::Id);
    let stated = outline.front.iter().find(is_id);
    let is_open = stated.is_some_and(|field| gap::has_gap(&field.value.value));
    let is_named = stated.is_some() || head.label.id.is_some() || head.label.kind.is_some();
    head.has_title() && is_named && !is_open && !gap::has_gap(&title.value)
}

/// Whether the document says of itself that it is an item: by an id, or as something that is built and described.
fn is_item(outline: &Outline, words: &Words) -> bool {
    let is_id = |name: &str| words.field(name) == Some(FieldName::Id);
    let is_described = |kind: Kind| {
        matches!(
            kind,
            Kind::Story | Kind::Task | Kind::Feature | Kind::Decision
        )
    };
    let place = Place::of(&outline.path);
    let named = Head::of(outline, words).label.kind;
    let own = place.folder(words).filter(|(_, up)| *up == 0);
    outline.front.iter().any(|field| is_id(&field.key.value))
        || named.is_some_and(is_described)
        || own.is_some_and(|(kind, _)| is_described(kind))
        || place.stem_kind(words).is_some_and(is_described)
}

/// What the front matter of tools, and a type that is stated, say.
fn by_front(outline: &Outline) -> Option<Aside> {
    let keys: Vec<String> = outline
        .front
        .iter()
        .map(|field| fold(&field.key.value))
        .collect();
    let has = |wanted: &&str| keys.iter().any(|key| key == wanted);
    let is_agent = has(&"description") && AGENT_KEYS.iter().any(&has) && !has(&"status");
    if is_agent || TOOL_KEYS.iter().any(has) {
        return Some(Aside::Instruction);
    }
    let stated = outline
        .front
        .iter()
        .filter(|field| matches!(fold(&field.key.value).as_str(), "type" | "kind" | "doctype"))
        .map(|field| fold(&field.value.value));
    stated.into_iter().find_map(|kind| match kind.as_str() {
        "guide" | "reference" | "tutorial" => Some(Aside::Guide),
        kind => find(WORDS, |word| word == kind),
    })
}

fn by_path(path: &str) -> Option<Aside> {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let written = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = fold(written);
    let folder = parts.next().map(fold).unwrap_or_default();
    if FILES.contains(&stem.as_str()) || TOOLS.contains(&folder.as_str()) {
        return Some(Aside::Instruction);
    }
    if DIARIES.contains(&folder.as_str()) && is_date(&stem) {
        return Some(Aside::Log);
    }
    let is_closed = ends(&stem, "complete") && !written.to_lowercase().ends_with(".complete");
    find(ENDINGS, |words| ends(&stem, words))
        .or_else(|| find(WORDS, |word| ends(&stem, word)))
        .or(is_closed.then_some(Aside::Report))
}

/// What a part of the title between dashes and colons says.
fn by_title(outline: &Outline) -> Option<Aside> {
    let title = &outline.sections[outline.title_section()?].heading.value;
    let whole = fold(title);
    let parts = title
        .split([':', '—', '–', '|', '(', ')', '：'])
        .flat_map(|part| part.split(" - "))
        .map(fold);
    parts.into_iter().find_map(|part| {
        find(ENDINGS, |words| ends(&part, words)).or_else(|| {
            // A proposal may begin with `# Summary`.
            let fits = |word: &str| {
                part == word || word.starts_with(|c| c >= '\u{3040}') && ends(&part, word)
            };
            find(WORDS, fits).filter(|aside| *aside != Aside::Report || part != whole)
        })
    })
}

/// Whether the title names a phase or the like and, behind it, what is told of it. "Phase 3 - Validation" is a name.
fn tells_of_item(outline: &Outline, words: &Words) -> bool {
    let label = Head::of(outline, words).label;
    let behind = [" - ", " — ", " – "]
        .iter()
        .find_map(|gap| label.title.rsplit_once(gap));
    label.id.is_some() && behind.is_some_and(|(_, tail)| TELLS.contains(&fold(tail).as_str()))
}

/// The first row of a table of which a word fits.
fn find(rows: &[(Aside, &[&str])], fits: impl Fn(&str) -> bool) -> Option<Aside> {
    rows.iter()
        .find(|(_, words)| words.iter().any(|word| fits(word)))
        .map(|(aside, _)| *aside)
}

/// Whether a folded name ends with these words.
fn ends(name: &str, words: &str) -> bool {
    // "完成报告": scripts without blanks set none before the last word.
    let is_unspaced = |c: char| c >= '\u{3040}';
    name.strip_suffix(words).is_some_and(|rest| {
        rest.is_empty() || rest.ends_with(' ') || words.starts_with(is_unspaced)
    })
}

/// `2026 01 12`, with words behind it or not.
fn is_date(stem: &str) -> bool {
    let mut parts = stem.split(' ');
    let mut is_number = |length: usize| {
        parts
            .next()
            .is_some_and(|part| part.len() == length && part.bytes().all(|c| c.is_ascii_digit()))
    };
    is_number(4) && is_number(2) && is_number(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::syntax::outline;
    use crate::text::file::SourceFile;

    fn of(path: &str, text: &str) -> Option<Aside> {
        let words = Words::new(&Config::default());
        aside(
            &outline(&SourceFile::new(path, text.as_bytes().to_vec())),
            &words,
        )
    }

    #[test]
    fn names_tell_what_stands_beside_a_plan() {
        for (path, wanted) in [
            ("AGENTS.md", Aside::Instruction),
            (".claude/commands/sort.md", Aside::Instruction),
            ("docs/next-session-prompt.md", Aside::Instruction),
            ("phases/02-desk/02-01-SUMMARY.md", Aside::Report),
            ("PHASE-2-COMPLETE.md", Aside::Report),
            ("informe.md", Aside::Report),
            ("progress/2026-01-12.md", Aside::Log),
            ("CHANGELOG.md", Aside::Log),
            ("docs/desk-style-guide.md", Aside::Guide),
            ("docs/完成报告.md", Aside::Report),
            ("plan-template.md", Aside::Template),
        ] {
            assert_eq!(of(path, "# Desk\n\n- [ ] x\n"), Some(wanted), "{path}");
        }
        let told = |title: &str| of("a/1.md", &format!("# {title}\n"));
        assert_eq!(told("Phase 2: Desk - Context"), Some(Aside::Report));
        assert_eq!(told("Phase 2: Desk - Patterns"), Some(Aside::Report));
        assert_eq!(told("Phase 2 - Patterns"), None);
        for path in [
            "stories/monthly-report.md",
            "milestones/sprint-log.md",
            "weekly/2026-01-12.md",
            "completed.md",
            "commands.md",
            "changes/agent-prompt/proposal.md",
            "docs/status.md",
        ] {
            assert_eq!(of(path, "# Desk\n"), None, "{path}");
        }
    }

    #[test]
    fn titles_tell_what_stands_beside_a_plan() {
        let of = |title: &str| of("docs/x.md", &format!("# {title}\n"));
        assert_eq!(of("Phase 2 Complete - Summary"), Some(Aside::Report));
        assert_eq!(of("Phase 2: Desk Verification Report"), Some(Aside::Report));
        assert_eq!(of("Sprint 3 — Retrospective"), Some(Aside::Report));
        assert_eq!(of("Progress Report - 12 January"), Some(Aside::Report));
        assert_eq!(of("Release Notes (1.2)"), Some(Aside::Log));
        assert_eq!(of("Summary"), None);
        assert_eq!(of("Phase 2: Desk — ✅ COMPLETE"), None);
        assert_eq!(of("Phase 2 Status Report"), None);
        assert_eq!(of("#31 — Changelog: in two languages"), None);
        assert_eq!(of("US-3: Monthly test report"), None);
        assert_eq!(of("PRD: Incident summary"), None);
        assert_eq!(of("Desk: the report of all reports we lend"), None);
    }

    #[test]
    fn front_matter_tells_what_stands_beside_a_plan() {
        let of = |front: &str| of("docs/x.md", &format!("---\n{front}\n---\n# Desk\n"));
        assert_eq!(
            of("description: x\nallowed-tools: Bash"),
            Some(Aside::Instruction)
        );
        assert_eq!(
            of("name: x\ndescription: y\nmodel: z"),
            Some(Aside::Instruction)
        );
        assert_eq!(of("id: doc-1\ntype: guide"), Some(Aside::Guide));
        assert_eq!(of("description: x\nstatus: open\nmodel: y"), None);
        assert_eq!(of("id: T-3\ntype: task"), None);
    }
}
