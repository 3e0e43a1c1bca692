//! The words of a list entry taken apart: "T001 \[P] \[US1] Dig the hole (AC: #1)", "**Ground** - dig and level (done)".

use crate::read::field::FieldName;
use crate::read::label::{self, Label};
use crate::read::prefix;
use crate::read::wait;
use crate::read::words::{Words, looks_like_id};
use crate::syntax::outline::Entry;
use crate::text::similar::fold;

/// A line from which it is likely to be wrapped.
const WIDE: usize = 50;

/// An entry taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Id, title, status and priority.
    pub label: Label,
    /// What stands in brackets before the title: `P`, `US1`.
    pub flags: Vec<String>,
    /// What brackets at the end say: `due 2026-03-01`.
    pub facts: Vec<(FieldName, String)>,
    /// What stands behind a bold title.
    pub rest: Option<String>,
    /// A date that nobody says the meaning of.
    pub date: Option<String>,
}

/// Takes an entry apart.
pub fn line(entry: &Entry, words: &Words) -> Line {
    let mut line = Line::default();
    let whole = unwrapped(&entry.text.value);
    let (whole, state) = unbadged(&whole, entry, words, &mut line);
    let (head, rest) = bold_head(entry, whole, words).unwrap_or((whole, None));
    line.rest = rest.map(str::to_string);
    let head = bracketed(head, words, &mut line);
    let head = stamped(head, &mut line);
    line.label = label::label(head, words);
    let numbered = prefix::numbered(head).or_else(|| prefix::filed(head));
    if let Some((id, title)) = numbered.filter(|_| line.label.id.is_none()) {
        line.label = Label {
            id: Some(id.to_string()),
            ..label::label(title, words)
        };
    }
    line.label.status = line.label.status.or(state);
    let title = line.label.title.clone();
    line.label.title = bracketed(&title, words, &mut line).to_string();
    take_flags(&mut line);
    take_waits(&mut line, words);
    take_last_id(&mut line);
    if line.label.id.is_none() && entry.checkbox.is_none() {
        line.label.id = issue_linked(entry);
    }
    if let Some(behind) = line.rest.take() {
        let behind = bracketed(&behind, words, &mut line).to_string();
        if line.label.status.is_none() && words.status_alone(&behind).is_some() {
            line.label.status = Some(behind.trim().to_string());
        } else {
            line.rest = Some(behind);
        }
    }
    line
}

/// How large work is, in the letters of shirts.
const SIZES: [&str; 7] = ["XXS", "XS", "S", "M", "L", "XL", "XXL"];

/// The words without the size and the state in code behind them: "Beds `M` `DONE`".
fn unbadged<'a>(
    whole: &'a str,
    entry: &Entry,
    words: &Words,
    line: &mut Line,
) -> (&'a str, Option<String>) {
    let (mut rest, mut state) = (whole.trim_end(), None);
    for badge in &entry.badges {
        let Some(before) = rest.strip_suffix(badge.as_str()) else {
            break;
        };
        if SIZES.contains(&badge.as_str()) {
            line.facts.push((FieldName::Estimate, badge.clone()));
        } else if words.status_alone(badge).is_some() {
            state.get_or_insert(badge.clone());
        } else {
            break;
        }
        rest = before.trim_end().trim_end_matches([' ', '-', '–', '—']);
    }
    match rest.is_empty() {
        true => (whole, None),
        false => (rest, state),
    }
}

/// The first line, with those into which it was wrapped.
fn unwrapped(text: &str) -> String {
    let mut lines = text.lines();
    let mut whole = lines.next().unwrap_or_default().trim_end().to_string();
    let mut width = whole.chars().count();
    for next in lines {
        let next = next.trim();
        let goes_on = next
            .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '"' | '`'))
            && !next.starts_with("http")
            && !next.contains(": ");
        if width < WIDE || !goes_on || whole.ends_with(['.', ':', '!', '?']) {
            break;
        }
        width = next.chars().count();
        whole = format!("{whole} {next}");
    }
    whole
}

/// A bold title with something behind it: "**Ground** - dig and level". Bold ids and kinds are no titles.
fn bold_head<'a>(
    entry: &Entry,
    whole: &'a str,
    words: &Words,
) -> Option<(&'a str, Option<&'a str>)> {
    let lead = entry.lead.as_ref()?.value.trim();
    let rest = whole.strip_prefix(lead)?;
    let colon = lead.ends_with([':', '：']);
    let (noted, rest) = noted(rest);
    let behind = rest.trim_start();
    let behind = [":", "：", "- ", "– ", "— ", "-- "]
        .iter()
        .find_map(|gap| behind.strip_prefix(gap))
        .or_else(|| colon.then_some(behind))?
        .trim();
    let end = lead.len() + noted;
    let head = whole[..end].trim_end_matches([':', '：']).trim();
    let label = label::label(head, words);
    let is_only_id = label
        .id
        .as_deref()
        .is_some_and(|_| fold(&label.title) == fold(head))
        || looks_like_id(head)
        || label.title.is_empty();
    (!is_only_id && words.field(head).is_none() && !behind.is_empty())
        .then_some((head, Some(behind)))
}

/// How long a bracket between a bold title and its description is, and what stands behind it: "**Lock** (T2.1) — …".
fn noted(rest: &str) -> (usize, &str) {
    let bracket = rest
        .strip_prefix(" (")
        .and_then(|inside| inside.find(')'))
        .filter(|end| *end < NOTE)
        .map(|end| end + 3);
    match bracket {
        Some(end) => (end, &rest[end..]),
        None => (0, rest),
    }
}

/// The longest remark in brackets behind a title (in bytes).
const NOTE: usize = 40;

/// `[P]` and `[US1]` between an id and the title.
fn take_flags(line: &mut Line) {
    while let Some((flag, rest)) = line
        .label
        .title
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        let is_flag = flag.len() <= 12 && flag.chars().all(|c| c.is_alphanumeric() || c == '-');
        let rest = rest.trim().to_string();
        if !is_flag || flag.is_empty() || rest.is_empty() {
            return;
        }
        line.flags.push(flag.to_string());
        line.label.title = rest;
    }
}

/// What the entry says at its end of others that come first.
fn take_waits(line: &mut Line, words: &Words) {
    let own = line.label.id.as_deref();
    if let Some((title, names)) = wait::split(&line.label.title, own, words) {
        line.label.title = title.to_string();
        line.facts.push((FieldName::DependsOn, names));
    }
}

/// The number of the one issue that an entry links to.
fn issue_linked(entry: &Entry) -> Option<String> {
    let number =
        |behind: &str| -> String { behind.chars().take_while(char::is_ascii_digit).collect() };
    let targets = entry.text.links.iter().map(|link| link.target.as_str());
    let told = targets.chain([entry.text.value.as_str()]);
    let mut numbers: Vec<String> = told
        .flat_map(|text| text.split("/issues/").skip(1))
        .map(number)
        .filter(|number| !number.is_empty())
        .collect();
    numbers.dedup();
    match numbers.as_slice() {
        [one] => Some(format!("#{one}")),
        _ => None,
    }
}

/// "Short names (REQ-021, P2)": an id that stands last.
fn take_last_id(line: &mut Line) {
    let inside = line
        .label
        .title
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("));
    let Some((title, inside)) = inside.filter(|_| line.label.id.is_none()) else {
        return;
    };
    let mut parts = inside.split(", ");
    let id = parts.next().unwrap_or_default();
    let (letters, number) = id.split_once('-').unwrap_or_default();
    // "T2.1": a letter and a number of two parts.
    let is_counted = id.len() > 3
        && id.starts_with(|c: char| c.is_ascii_uppercase())
        && id[1..].split('.').count() == 2
        && id[1..].split('.').all(|part| part.parse::<u16>().is_ok());
    let is_id = is_counted && line.rest.is_some()
        || letters.len() > 1
            && letters.chars().all(|c| c.is_ascii_uppercase())
            && number.starts_with(|c: char| c.is_ascii_digit())
            && looks_like_id(id);
    let priority = parts.next();
    let is_priority = |word: &str| word.len() == 2 && word.starts_with('P');
    if !is_id || !priority.is_none_or(is_priority) || parts.next().is_some() {
        return;
    }
    line.label.id = Some(id.to_string());
    line.label.priority = line.label.priority.take().or(priority.map(str::to_string));
    line.label.title = title.trim_end().to_string();
}

/// The words without a bracket at the end that says a date or leads to criteria: "(due 2026-03-01)", "(AC: #1, #2)".
fn bracketed<'a>(text: &'a str, words: &Words, line: &mut Line) -> &'a str {
    let end = text.trim_end();
    let inside = end
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .filter(|(before, _)| !before.trim().is_empty());
    let Some((before, inside)) = inside else {
        return text;
    };
    if inside.starts_with("AC:") || inside.starts_with("ACs:") || inside.starts_with("AC #") {
        return before.trim_end();
    }
    if let Some(figure) = figure(inside) {
        line.facts.push((FieldName::Progress, figure.to_string()));
        return before.trim_end();
    }
    let value = inside.split_once([' ', ':']).and_then(|(key, value)| {
        let value = value.trim_start_matches([' ', ':', '=']);
        words.field(key).map(|name| (name, value))
    });
    match value {
        Some((name, value))
            if value.starts_with(|c: char| c.is_ascii_digit())
                && value.matches('-').count() == 2 =>
        {
            line.facts.push((name, value.trim().to_string()));
            before.trim_end()
        }
        _ => text,
    }
}

/// The words without the dates that other tools put behind them: "Dig 📅 2026-03-01 ✅ 2026-03-02", "Dig @{2026-03-01}".
fn stamped<'a>(text: &'a str, line: &mut Line) -> &'a str {
    let mut text = text.trim_end();
    loop {
        if let Some((before, date)) = text
            .strip_suffix('}')
            .and_then(|rest| rest.rsplit_once("@{"))
        {
            line.date = Some(date.to_string());
            text = before.trim_end_matches(['@', ' ']);
            continue;
        }
        let Some((before, date)) = text.rsplit_once(' ') else {
            return text;
        };
        let is_date = date.len() == 10 && date.split('-').all(|part| part.parse::<u16>().is_ok());
        let mark = before.trim_end_matches('\u{fe0f}').chars().next_back();
        let name = match mark.filter(|_| is_date) {
            Some('📅' | '🗓') => FieldName::Due,
            Some('🛫') => FieldName::Start,
            Some('✅') => FieldName::Done,
            _ => return text,
        };
        line.facts.push((name, date.to_string()));
        let is_mark = |c: char| !c.is_alphanumeric() && !c.is_ascii();
        text = before.trim_end_matches(is_mark).trim_end();
    }
}

/// "3/4 tasks, review pending": the figure at the head of a bracket.
fn figure(inside: &str) -> Option<&str> {
    let end = inside
        .find(|c: char| !c.is_ascii_digit() && c != '/')
        .unwrap_or(inside.len());
    let (done, of) = inside[..end].split_once('/')?;
    let is_number = |text: &str| text.parse::<u16>().is_ok();
    let counts_items = inside[end..].is_empty() || inside[end..].starts_with(' ');
    (is_number(done) && is_number(of) && counts_items).then_some(&inside[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::syntax::markdown;
    use crate::syntax::outline::{Outline, Shape};

    fn taken(text: &str) -> Line {
        let mut outline = Outline::default();
        markdown::read(&format!("- {text}\n"), 0, &mut outline);
        let Shape::List(list) = &outline.blocks[0].shape else {
            panic!("no list")
        };
        line(&list.entries[0], &Words::new(&Config::default()))
    }

    fn parts(text: &str) -> (Option<String>, String) {
        let Label { id, title, .. } = taken(text).label;
        (id, title)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_string())
    }

    #[test]
    fn flags_stand_before_the_title() {
        let line = taken("T001 [P] [US1] Dig");
        assert_eq!(
            (line.label.id, line.label.title),
            (some("T001"), "Dig".into())
        );
        assert_eq!(line.flags, ["P", "US1"]);
        assert_eq!(parts("1.2 [see below]").1, "[see below]");
    }

    #[test]
    fn brackets_behind_the_title_are_taken_off() {
        assert_eq!(parts("Dig (AC: #1, #2)").1, "Dig");
        assert_eq!(parts("Dig (REQ-021, P2)"), (some("REQ-021"), "Dig".into()));
        assert_eq!(parts("Dig (UTF, P2)"), (None, "Dig (UTF, P2)".into()));
        let facts = taken("Dig (3/4 steps)").facts;
        assert_eq!(facts, [(FieldName::Progress, "3/4".to_string())]);
        let facts = taken("Dig (due 2026-03-01)").facts;
        assert_eq!(facts, [(FieldName::Due, "2026-03-01".to_string())]);
    }

    #[test]
    fn sizes_and_states_in_code_stand_last() {
        let line = taken("Dig - deep `M` `IN PROGRESS`");
        assert_eq!(line.label.title, "Dig - deep");
        assert_eq!(line.label.status, some("IN PROGRESS"));
        assert_eq!(line.facts, [(FieldName::Estimate, "M".to_string())]);
        assert_eq!(parts("Plan M").1, "Plan M");
        assert_eq!(parts("Call `dig()`").1, "Call dig()");
        assert_eq!(parts("`M`").1, "M");
    }

    #[test]
    fn dates_of_other_tools_stand_last() {
        let line = taken("Dig 📅 2026-03-01 ✅ 2026-03-02");
        assert_eq!(line.label.title, "Dig");
        let [done, due] = line.facts.as_slice() else {
            panic!("two dates")
        };
        assert_eq!((done.0, due.0), (FieldName::Done, FieldName::Due));
        let line = taken("Dig @{2026-03-01} @@{10:00}");
        assert_eq!(
            (line.label.title.as_str(), line.date.as_deref()),
            ("Dig", Some("2026-03-01"))
        );
        assert_eq!(taken("#17 Brake (P1)").label.priority, some("P1"));
    }

    #[test]
    fn a_bold_head_is_the_title() {
        let line = taken("**Ground** - dig and level");
        assert_eq!(
            (line.label.title.as_str(), line.rest.as_deref()),
            ("Ground", Some("dig and level"))
        );
        assert_eq!(
            taken("**Phase 1: Ground** - done").label.status,
            some("done")
        );
        assert_eq!(parts("**2.3** Dig"), (some("2.3"), "Dig".into()));
        assert_eq!(parts("**Task 4:** Dig"), (some("4"), "Dig".into()));
        assert_eq!(parts("**Dig** the hole").1, "Dig the hole");
    }

    #[test]
    fn wrapped_lines_are_one() {
        let wide = "a wide line that goes on and on and on and on until here";
        assert_eq!(
            parts(&format!("{wide}\n  and ends")).1,
            format!("{wide} and ends")
        );
        assert_eq!(parts("short\n  more").1, "short");
    }
}
