//! The state that written words mean: by their longest known beginning, else by a mark, a figure or a part of them.

use rustc_hash::FxHashMap as HashMap;

use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::lexicon::{add, inflect, table};
use crate::read::undated::undated;
use crate::read::vocabulary::foreign_statuses::FOREIGN_STATUSES;
use crate::read::vocabulary::statuses::STATUSES;
use crate::text::similar::fold;

/// The words for states.
#[derive(Debug)]
pub struct States {
    words: HashMap<String, Status>,
}

/// The most words that one state has.
const LONGEST: usize = 5;

/// A longer text is a tale of the work, and no part of it is a state.
const PARTS: usize = 6;

/// States that are as often what a title is about: "Phase 3 – Testing".
const TOPICS: &[&str] = &[
    "alpha",
    "available",
    "backlog",
    "beta",
    "code review",
    "current",
    "design",
    "development",
    "final",
    "future",
    "future work",
    "ga",
    "idea",
    "implementation",
    "live",
    "new",
    "next",
    "next up",
    "planning",
    "prod",
    "proposal",
    "qa",
    "review",
    "rollout",
    "stable",
    "testing",
    "triage",
    "later",
    "soon",
    "effective",
    "success",
    "dev",
    "executing",
    "researching",
    "designing",
    "writing",
    "drafting",
    "exploring",
    "investigating",
    "building",
    "running",
    "lista",
    "neu",
    "计划",
    "계획",
    "計画",
    "준비",
    "cut",
    "open",
    "fait",
    "af",
    "propuestas",
    "propostas",
    "hechos",
    "futuro",
    "futura",
    "futur",
    "próximo",
    "próxima",
    "próximos",
    "通过",
    "达成",
    "達成",
    "달성",
    "통과",
    "출시",
    "착수",
    "백로그",
    "未来",
    "后续",
    "計劃",
    "rencana",
    "açık",
];

impl States {
    /// The built-in words, and those that the configuration adds.
    pub fn new(added: &[(String, Status)]) -> Self {
        let mut words = table(STATUSES);
        add(&mut words, FOREIGN_STATUSES);
        inflect(&mut words, FOREIGN_STATUSES);
        words.extend(added.iter().map(|(word, status)| (fold(word), *status)));
        Self { words }
    }

    /// The state that written words mean.
    pub fn read(&self, raw: &str, kind: Kind) -> Option<Status> {
        let line = raw.trim().lines().next().unwrap_or_default();
        if let Some(boxed) = boxed(line) {
            return Some(boxed);
        }
        let folded = fold(line);
        if folded.is_empty() {
            return line.chars().find_map(mark);
        }
        self.beginning(&folded, kind)
            .or_else(|| self.glued(&folded))
            .or_else(|| figure(line))
            .or_else(|| self.part(line, kind))
            .or_else(|| self.misspelt(&folded))
            .or_else(|| leading(line))
            .or_else(|| boxed_before(line))
    }

    /// The state, where these words say nothing else and stand where no state need stand: behind a title.
    pub fn alone(&self, raw: &str) -> Option<Status> {
        let folded = fold(raw);
        if folded.is_empty() {
            return raw.chars().find_map(mark);
        }
        let said = |folded: &str| {
            let status = self.words.get(folded).copied();
            status.filter(|_| !TOPICS.contains(&folded))
        };
        said(&folded).or_else(|| said(&fold(undated(raw)?)))
    }

    /// The longest beginning that is known; what follows may take it back.
    fn beginning(&self, folded: &str, kind: Kind) -> Option<Status> {
        let words: Vec<&str> = folded.splitn(LONGEST + 3, ' ').collect();
        let (used, status) = (1..=words.len().min(LONGEST)).rev().find_map(|count| {
            let status = self.words.get(&words[..count].join(" "))?;
            Some((count, *status))
        })?;
        Some(settled(status, &words, used, kind))
    }

    /// Scripts without blanks: a figure or an ending follows the word directly, `进行中80`, `완료됨`.
    fn glued(&self, folded: &str) -> Option<Status> {
        const ENDINGS: [&str; 10] = [
            "됨",
            "함",
            "중",
            "했음",
            "되었음",
            "了",
            "です",
            "済み",
            "済",
            "していません",
        ];
        let word = folded.split(' ').next()?;
        if !word.starts_with(is_unspaced) {
            return None;
        }
        let ends = word.char_indices().map(|(at, _)| at).skip(2).take(8);
        ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| {
            let (head, tail) = word.split_at(end);
            let follows = !tail.starts_with(is_unspaced) || ENDINGS.contains(&tail);
            self.words.get(head).copied().filter(|_| follows)
        })
    }

    /// "Aligned with the brief - ready for development": one of the parts says nothing else.
    fn part(&self, line: &str, kind: Kind) -> Option<Status> {
        let parts = line.split([';', '|', ',', '—', '–', '،']);
        let parts = parts.flat_map(|part| part.split(" - "));
        let mut parts = parts.take(PARTS).map(fold);
        parts.find_map(|part| {
            let status = *self.words.get(&part)?;
            let words: Vec<&str> = part.split(' ').collect();
            Some(settled(status, &words, words.len(), kind))
        })
    }

    /// Two letters that changed places: `implmeented`.
    fn misspelt(&self, folded: &str) -> Option<Status> {
        let word = folded.split(' ').next()?;
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 7 {
            return None;
        }
        (1..letters.len()).find_map(|at| {
            let mut swapped = letters.clone();
            swapped.swap(at - 1, at);
            self.words
                .get(&swapped.into_iter().collect::<String>())
                .copied()
        })
    }
}

/// "Accepted" ends a decision and begins a feature; "complete (partially …)" is not complete.
fn settled(status: Status, words: &[&str], used: usize, kind: Kind) -> Status {
    const MADE: [&str; 19] = [
        "amended",
        "revised",
        "accepted",
        "approved",
        "decided",
        "agreed",
        "active",
        "adopted",
        "ratified",
        "aceptado",
        "aceptada",
        "aceita",
        "accepté",
        "acceptée",
        "akzeptiert",
        "채택",
        "已接受",
        "aceito",
        "angenommen",
    ];
    let after = words.get(used).copied().unwrap_or_default();
    match words.first() {
        Some(first) if kind == Kind::Decision && MADE.contains(first) => Status::Done,
        _ if status == Status::Done && matches!(after, "partially" | "partly" | "partial") => {
            Status::Active
        }
        _ => status,
    }
}

/// `[x]`, `[ ]`, `[~]` in a cell.
fn boxed(line: &str) -> Option<Status> {
    let inside = line.strip_prefix('[')?;
    let mut letters = inside.chars();
    let (mark, close) = (letters.next()?, letters.next()?);
    let rest = fold(letters.as_str());
    (close == ']' && rest.is_empty()).then(|| tick(mark))?
}

/// `[X] Mended locally`: a box before words that are not known.
fn boxed_before(line: &str) -> Option<Status> {
    let end = line.find(']')?;
    boxed(&line[..=end])
}

/// The state that the character in a box means.
pub fn tick(mark: char) -> Option<Status> {
    Some(match mark {
        'x' | 'X' | 'х' | 'Х' | 'v' | 'V' | '✓' | '✔' | '✅' | '☑' => Status::Done,
        '-' | '~' | '/' | '.' | '🔄' | '🚧' | '⏳' | '🏗' => Status::Active,
        '!' | 'B' | '❗' | '⛔' | '🚫' => Status::Blocked,
        '>' | '✗' | '✘' | '🗑' => Status::Dropped,
        ' ' | '\u{a0}' => Status::Planned,
        _ => return None,
    })
}

/// "60%", "80 % done", "3/5": begun; all of it is done, nothing of it is planned.
fn figure(line: &str) -> Option<Status> {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(line);
    let done: u32 = line[..first].parse().ok()?;
    let rest = line[first..].trim_start();
    let of: u32 = match rest.strip_prefix('/') {
        Some(of) => of[..digits(of)].parse().ok()?,
        None => rest.starts_with('%').then_some(100)?,
    };
    match done {
        _ if of == 0 || done > of => None,
        0 => Some(Status::Planned),
        _ if done == of => Some(Status::Done),
        _ => Some(Status::Active),
    }
}

/// The mark before words that are not known: `✅ Everything is green`. A cross before them may say that something
/// failed, was refused or has not begun.
fn leading(line: &str) -> Option<Status> {
    line.chars()
        .take_while(|c| !c.is_alphanumeric())
        .filter(|c| *c != '❌')
        .find_map(mark)
}

/// Whether a letter is of a script that sets no blanks between words, or few.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// The state that a mark means where no word stands beside it.
pub fn mark(c: char) -> Option<Status> {
    Some(match c {
        '✅' | '✓' | '✔' | '☑' | '🟢' | '🎉' | '🏁' => Status::Done,
        '🚧' | '🔄' | '⏳' | '🟡' | '🏗' | '🔵' | '▶' | '🔃' | '🔨' | '🛠' => {
            Status::Active
        }
        '⬜' | '☐' | '❌' | '📋' | '🔲' | '⚪' | '🔜' | '📅' | '📝' => {
            Status::Planned
        }
        '⛔' | '🚫' | '🛑' | '🔒' => Status::Blocked,
        '🗑' => Status::Dropped,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Option<Status> {
        States::new(&[]).read(raw, Kind::Task)
    }

    fn all(status: Status, raws: &[&str]) {
        for raw in raws {
            assert_eq!(read(raw), Some(status), "{raw}");
        }
    }

    #[test]
    fn words_keep_their_tails() {
        all(
            Status::Done,
            &[
                "Complete (6/6 stories done)",
                "done (reviewed 2026-01-26 - APPROVED)",
                "✅ Done — checked; blocked by nothing",
                "Closed ✅",
                "Complete — pending issue close",
                "Waiting for release",
                "100%",
                "[x]",
                "[X] Mended locally",
            ],
        );
        all(
            Status::Active,
            &[
                "🟡 Code complete — pending tests",
                "COMPLETE (partially - needs tests)",
                "Partial",
                "ready for review",
                "review",
                "🟢 On track",
                "60%",
                "3/5 done",
                "[~]",
            ],
        );
        all(
            Status::Planned,
            &[
                "❌ Not Started",
                "ready",
                "ready-for-dev",
                "Aligned with the brief - Ready for Development",
                "[ ]",
                "0%",
                "Returned for revision",
            ],
        );
        all(
            Status::Dropped,
            &["SPLIT 2026-01-25", "Won't do", "Closed as not planned"],
        );
    }

    #[test]
    fn words_stand_without_blanks() {
        all(
            Status::Active,
            &["진행중", "진행중(80%)", "进行中（80%）", "対応中"],
        );
        all(
            Status::Planned,
            &["未开始", "未完了", "시작 전", "완료 예정"],
        );
        all(Status::Done, &["已完成", "完了", "완료됨", "완료(3건)"]);
        assert_eq!(read("完成度"), None);
    }

    #[test]
    fn other_words_are_unknown() {
        for raw in [
            "Heap wanted",
            "MVP",
            "EDIT",
            "Phase 8.2 COMPLETE | Phase 8.3 READY",
        ] {
            assert_eq!(read(raw), None, "{raw}");
        }
        assert_eq!(read("implmeented"), Some(Status::Done));
    }

    #[test]
    fn the_kind_settles_what_accepted_means() {
        let states = States::new(&[]);
        let accepted = |kind| states.read("Accepted", kind);
        assert_eq!(accepted(Kind::Decision), Some(Status::Done));
        assert_eq!(accepted(Kind::Feature), Some(Status::Planned));
    }
}
