//! What the path of a document tells of it: folders of one kind, states, numbers, weeks.

use crate::model::date::Week;
use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::states::mark;
use crate::read::vocabulary::folders::{PLANS, RELEASES};
use crate::read::words::Words;
use crate::text::similar::fold;

/// The path of a document, taken apart.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The folders, outermost first.
    pub folders: Vec<&'a str>,
    /// The name of the file without its ending.
    pub stem: &'a str,
}

/// The file that stands for its whole folder.
const FIRST_PAGES: [&str; 2] = ["readme", "index"];

/// Files that stand for the item that their folder is.
const MAIN: [&str; 13] = [
    "overview",
    "milestone",
    "epic",
    "feature",
    "prd",
    "proposal",
    "spec",
    "phase",
    "sprint",
    "story",
    "readme",
    "index",
    "meta",
];

/// Names that say what a document is for, but not what it is about.
const GENERIC: [&str; 31] = [
    "spec",
    "plan",
    "tasks",
    "task",
    "design",
    "research",
    "context",
    "notes",
    "overview",
    "readme",
    "index",
    "proposal",
    "prd",
    "epic",
    "uat",
    "summary",
    "state",
    "requirements",
    "roadmap",
    "project",
    "review",
    "draft",
    "doc",
    "document",
    "quickstart",
    "checklist",
    "meta",
    "status",
    "board",
    "demo",
    "preflight",
];

/// Files that go with an item and are none.
const BESIDE: [&str; 24] = [
    "roadmap",
    "requirements",
    "research",
    "context",
    "design",
    "notes",
    "plan",
    "plans",
    "tasks",
    "model",
    "quickstart",
    "handover",
    "handoff",
    "architecture",
    "audit",
    "backlog",
    "archive",
    "glossary",
    "review",
    "preflight",
    "demo",
    "board",
    "conventions",
    "questions",
];

impl<'a> Place<'a> {
    /// Takes a path apart.
    pub fn of(path: &'a str) -> Self {
        let mut folders: Vec<&str> = path.split('/').collect();
        let file = folders.pop().unwrap_or_default();
        Self {
            folders,
            stem: file.rsplit_once('.').map_or(file, |(stem, _)| stem),
        }
    }

    /// Whether the file stands for its folder.
    pub fn is_first_page(&self) -> bool {
        FIRST_PAGES.contains(&fold(self.stem).as_str())
    }

    /// The letters and the number that the file is named by: `cip-0044`.
    pub fn series(&self) -> Option<(&str, &str)> {
        let (letters, rest) = self.stem.split_once(['-', '_'])?;
        let number = rest.split(['-', '_']).next()?;
        let is_named = (2..=6).contains(&letters.len())
            && letters.bytes().all(|c| c.is_ascii_alphabetic())
            && !number.is_empty()
            && number.bytes().all(|c| c.is_ascii_digit());
        is_named.then_some((letters, number))
    }

    /// Whether a field tells the number that the file is named by: `cip: 44`.
    pub fn counts(&self, key: &str, value: &str) -> bool {
        self.series().is_some_and(|(letters, number)| {
            let same = value.trim().trim_start_matches('0') == number.trim_start_matches('0');
            key.eq_ignore_ascii_case(letters) && same
        })
    }

    /// Whether the file stands for the item that its folder is: `overview.md`, `M01_milestone_meta.md`.
    pub fn is_main(&self) -> bool {
        let stem = fold(self.stem);
        stem.split(' ')
            .next_back()
            .is_some_and(|last| MAIN.contains(&last))
            || self
                .folders
                .last()
                .is_some_and(|folder| fold(folder) == stem)
    }

    /// Whether the file goes with an item and is none.
    pub fn is_beside(&self) -> bool {
        let stem = fold(self.stem);
        stem.split(' ')
            .next_back()
            .is_some_and(|last| BESIDE.contains(&last))
    }

    /// Whether the file holds what was thought and found out beside an item.
    pub fn is_note(&self) -> bool {
        let stem = fold(self.stem);
        stem.split(' ').next_back().is_some_and(|last| {
            matches!(
                last,
                "research" | "context" | "discussion" | "notes" | "architecture" | "discovery"
            )
        })
    }

    /// The name of the file in words; nothing where it only says what the document is for.
    pub fn title(&self) -> Option<String> {
        let words = |name: &str| name.replace(['-', '_', '.'], " ").trim().to_string();
        let is_telling = |name: &str| {
            let is_number = |word: &str| word.chars().all(|c| !c.is_alphabetic());
            fold(name)
                .split(' ')
                .any(|word| !GENERIC.contains(&word) && !is_number(word))
        };
        let name = match self.issue().filter(|_| week(self.stem).is_none()) {
            Some(number) => &self.stem[number.len() + 1..],
            None => self.stem,
        };
        is_telling(self.stem).then(|| words(name))
    }

    /// The kind of the documents of the folder that the file lies in, and how far up that folder is.
    pub fn folder(&self, words: &Words) -> Option<(Kind, usize)> {
        let mut above = self.folders.iter().rev().enumerate();
        let (kind, up) = above.find_map(|(up, folder)| Some((folder_kind(folder, words)?, up)))?;
        // What a change does to the specifications is told of in `changes/x/specs/`: it is the change.
        let is_part = self.folders[..self.folders.len() - up]
            .iter()
            .any(|folder| fold(folder) == "changes");
        (!is_part || kind != Kind::Feature).then_some((kind, up))
    }

    /// The number that is all of the file's name: `12.md` is the task 12.
    pub fn whole_number(&self) -> Option<&'a str> {
        let is_number = !self.stem.is_empty() && self.stem.bytes().all(|c| c.is_ascii_digit());
        (is_number && self.stem.len() < 7).then_some(self.stem)
    }

    /// Whether the file lies among plans and texts that are something to be built only if they say where they stand.
    pub fn is_plan(&self) -> bool {
        let folder = self.folders.last().map(|folder| fold(unnumbered(folder)));
        // 2026 may be a year.
        let is_year = |number: &str| number.starts_with("19") || number.starts_with("20");
        let is_long = self
            .number()
            .is_some_and(|number| number.len() > 3 && !is_year(number));
        is_long || folder.is_some_and(|folder| PLANS.contains(&folder.as_str()))
    }

    /// Whether the file lies among those of the versions.
    pub fn is_release(&self) -> bool {
        let folder = self.folders.last().map(|folder| fold(folder));
        folder.is_some_and(|folder| RELEASES.contains(&folder.as_str()))
    }

    /// The kind that the name of the file tells: `milestone-1`, `search-prd`, `2026-W07`.
    pub fn stem_kind(&self, words: &Words) -> Option<Kind> {
        if week(self.stem).is_some() {
            return Some(Kind::Sprint);
        }
        let parts: Vec<&str> = parts(self.stem).collect();
        match parts.as_slice() {
            [.., "story"] if parts.len() > 1 => Some(Kind::Story),
            [.., last] if is_main_feature(last) && !self.folders.is_empty() => Some(Kind::Feature),
            [.., last] if last.eq_ignore_ascii_case("prd") => Some(Kind::Feature),
            [first, number, ..] if number.starts_with(|c: char| c.is_ascii_digit()) => {
                words.kind(first).filter(|_| !first.ends_with('s'))
            }
            _ => None,
        }
    }

    /// The number at the head of the file's name, as records of decisions bear it: `0007-slug`.
    pub fn number(&self) -> Option<&'a str> {
        let number = self.issue().filter(|_| week(self.stem).is_none())?;
        (number.len() >= 3 && number.contains(|c| c != '0')).then_some(number)
    }

    /// The number of an issue that the file is named after: `104-slug-plan`.
    pub fn issue(&self) -> Option<&'a str> {
        let end = self.stem.find(|c: char| !c.is_ascii_digit())?;
        let behind = self.stem[end..].strip_prefix(['-', '_', ' '])?;
        (end > 0 && behind.starts_with(char::is_alphabetic)).then(|| &self.stem[..end])
    }

    /// The id at the head of a file's name that has two parts, and whether the name says that it is done: `T01_S02`, `TX01_S02`.
    pub fn staged(&self) -> Option<(String, bool)> {
        let mut parts = self.stem.split('_');
        let (first, second) = (parts.next()?, parts.next()?);
        let (letter, number) = first.split_at(first.find(|c: char| !c.is_ascii_uppercase())?);
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        let has_sprint = second.strip_prefix('S').is_some_and(is_number);
        let done = letter == "TX";
        ((letter == "T" || done) && is_number(number) && has_sprint)
            .then(|| (format!("T{number}_{second}"), done))
    }

    /// The state that the name of the file tells, in its own words: `milestone-3.done`, `✅ Sort the nails`.
    pub fn stem_state(&self, words: &Words) -> Option<&'a str> {
        let dotted = self.stem.rsplit_once('.').map(|(_, tail)| tail);
        let closed = self
            .stem
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('));
        let opened = self
            .stem
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'));
        let told = [
            dotted,
            closed.map(|(_, tail)| tail),
            opened.map(|(head, _)| head),
        ];
        let told = told.into_iter().flatten();
        told.into_iter()
            .find(|word| words.status_alone(word).is_some())
            .or_else(|| {
                let first = self.stem.chars().next()?;
                mark(first).map(|_| &self.stem[..first.len_utf8()])
            })
    }

    /// The state that the folder tells, in its own words: `done`, `in-progress`, `completed`.
    pub fn folder_state(&self, words: &Words) -> Option<&'a str> {
        let near = self.folders.iter().rev().take(2);
        near.map(|folder| unnumbered(folder))
            .find(|folder| tells_state(&fold(folder), words))
    }
}

fn is_main_feature(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "epic" | "proposal" | "prd")
}

/// A folder of a board: a word for a state that is hardly the name of anything else. What lies in an archive may be
/// done or dropped, and `backlog` is where everything lies.
fn tells_state(folder: &str, words: &Words) -> bool {
    const ELSE: [&str; 18] = [
        "archive", "archives", "archivo", "archiv", "archived", "backlog", "current", "future",
        "live", "new", "next", "pass", "prod", "qa", "ready", "released", "review", "testing",
    ];
    !ELSE.contains(&folder) && !matches!(words.status_alone(folder), None | Some(Status::Unknown))
}

/// `03_SPRINTS`, `archived-epics`, `completed_tasks`: a number or a state may stand before the word.
fn folder_kind(folder: &str, words: &Words) -> Option<Kind> {
    let bare = fold(unnumbered(folder));
    words.folder(&bare).or_else(|| {
        let (state, rest) = bare.split_once(' ')?;
        words.status_alone(state)?;
        words.folder(rest)
    })
}

/// The name of a folder without the number or the date before it.
pub fn unnumbered(folder: &str) -> &str {
    folder.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | ' '))
}

/// Whether a title is nothing, or only says what a document is for.
pub fn is_generic(title: &str) -> bool {
    let folded = fold(title);
    folded.is_empty() || folded.split(' ').all(|word| GENERIC.contains(&word))
}

/// The words and numbers of a file's name.
fn parts(stem: &str) -> impl Iterator<Item = &str> {
    stem.split(['-', '_', ' ', '.'])
        .filter(|part| !part.is_empty())
}

/// The ISO week that a file name tells: `2026-W07`, `2026w7`.
pub fn week(stem: &str) -> Option<Week> {
    let (year, number) = stem.split_once(['W', 'w'])?;
    let year = year.trim_end_matches(['-', '_', ' ']);
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    (year.len() == 4 && matches!(digits.len(), 1 | 2))
        .then(|| Week::new(year.parse().ok()?, digits.parse().ok()?))
        .flatten()
}

/// What a record of the work on an item adds to the name of its document: `M-3-log.md` beside `M-3.md`.
const RECORDS: [&str; 7] = [
    "log", "worklog", "journal", "notes", "progress", "tracking", "tracker",
];

/// `current-milestone.md` may repeat another document, the board of a sprint tells of it beside its plan, and a log
/// of the work on an item beside its description.
pub fn role(stem: &str) -> Role {
    let stem = stem.to_lowercase();
    let last = stem.rsplit_once(['-', '_', ' ', '.']);
    let is_record = last.is_some_and(|(_, last)| RECORDS.contains(&last));
    let repeats = matches!(
        stem.as_str(),
        "current" | "board" | "demo" | "review" | "status" | "preflight"
    ) || stem.starts_with("current-")
        || stem.starts_with("current_")
        || stem.starts_with("latest-")
        || is_record;
    if repeats { Role::Alias } else { Role::Document }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn words() -> Words {
        Words::new(&Config::default())
    }

    #[test]
    fn folders_tell_a_kind() {
        let kind = |path: &str| Place::of(path).folder(&words());
        assert_eq!(kind("docs/adr/x.md"), Some((Kind::Decision, 0)));
        assert_eq!(kind("03_SPRINTS/S01/x.md"), Some((Kind::Sprint, 1)));
        assert_eq!(kind("completed-tasks/x.md"), Some((Kind::Task, 0)));
        assert_eq!(kind("src/x.md"), None);
    }

    #[test]
    fn folders_and_names_tell_a_state() {
        let words = words();
        let folder = |path| Place::of(path).folder_state(&words);
        assert_eq!(folder("tasks/in-progress/x.md"), Some("in-progress"));
        assert_eq!(folder("board/3_done/x.md"), Some("done"));
        for path in ["archive/x.md", "backlog/x.md", "live/x.md", "done/a/b/x.md"] {
            assert_eq!(folder(path), None, "{path}");
        }
        let name = |path| Place::of(path).stem_state(&words);
        assert_eq!(name("milestone-3.completed.md"), Some("completed"));
        assert_eq!(name("[WIP] desk.md"), Some("WIP"));
        assert_eq!(name("✅ desk.md"), Some("✅"));
        assert_eq!(name("v1.2.md"), None);
        assert_eq!(name("done-is-done.md"), None);
    }

    #[test]
    fn names_tell_numbers_and_titles() {
        assert_eq!(Place::of("adr/0007-desk.md").number(), Some("0007"));
        assert_eq!(Place::of("adr/12-desk.md").number(), None);
        assert_eq!(Place::of("0000-x.md").number(), None);
        let staged = |path| Place::of(path).staged();
        assert_eq!(staged("TX01_S02_desk.md"), Some(("T01_S02".into(), true)));
        assert_eq!(staged("T3_S02_desk.md"), Some(("T3_S02".into(), false)));
        assert_eq!(staged("TEXT_S02.md"), None);
        assert_eq!(role("M-3-log"), Role::Alias);
        assert_eq!(role("catalog"), Role::Document);
        assert_eq!(Place::of("a/01-01-PLAN.md").title(), None);
        assert_eq!(
            Place::of("a/lend_a-ladder.md").title(),
            Some("lend a ladder".into())
        );
    }
}
