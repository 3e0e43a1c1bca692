//! The sorts of documents that can be begun: those of the kinds, and weeks.

use crate::model::kind::Kind;
use crate::read::vocabulary::kinds::KINDS;
use crate::read::words::Words;
use crate::start::refusal::Refusal;
use crate::text::similar::{fold, nearest};

/// Words that mean a week and no other sprint.
const WEEKS: [&str; 8] = [
    "week", "weeks", "woche", "wochen", "semana", "semanas", "semaine", "semaines",
];

/// A sort of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The kind of its item.
    pub kind: Kind,
    /// Whether it is the sheet of a week, which is a sprint too.
    pub is_week: bool,
}

impl Sort {
    /// The sort that a word means: a kind in the singular or the plural, or another word for it.
    pub fn named(word: &str, words: &Words) -> Result<Self, Refusal> {
        match words.kind(word) {
            Some(Kind::Blocker) => Err(Refusal::new(
                "an obstacle has no document of its own",
                "write it where the work is told of: in a table `Task | Blocked By | Since` below a \
                 heading `Blocked`, or as `blocked-by:` of the task",
            )),
            Some(kind) => Ok(Self {
                kind,
                is_week: WEEKS.contains(&fold(word).as_str()),
            }),
            None => Err(unknown(word)),
        }
    }

    /// The word for one of it.
    pub fn name(self) -> &'static str {
        match self.kind {
            _ if self.is_week => "week",
            Kind::Feature => "PRD",
            kind => kind.name(),
        }
    }

    /// The word in a file name.
    pub fn word(self) -> &'static str {
        match self.kind {
            Kind::Feature => "prd",
            _ => self.name(),
        }
    }

    /// The folder in which its documents usually lie.
    pub fn folder(self) -> &'static str {
        match self.kind {
            _ if self.is_week => "weeks",
            Kind::Story => "user-stories",
            kind => kind.folder(),
        }
    }

    /// What its ids usually begin with.
    pub fn prefix(self) -> &'static str {
        match self.kind {
            Kind::Milestone => "M",
            Kind::Feature => "PRD-",
            Kind::Story => "US-",
            Kind::Task => "T-",
            Kind::Decision => "D-",
            Kind::Phase | Kind::Sprint | Kind::Blocker => "",
        }
    }

    /// Whether its documents may go without a title of their own.
    pub fn may_be_nameless(self) -> bool {
        self.kind == Kind::Sprint
    }
}

fn unknown(word: &str) -> Refusal {
    let known = KINDS.iter().flat_map(|(_, words)| words.iter().copied());
    let help = match nearest(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "known are phase, milestone, prd (feature, epic), story, task (issue), sprint, week, \
                 decision (adr), and the words that plansite.toml adds"
                .to_string()
        }
    };
    Refusal::new(format!("no kind of document: `{word}`"), help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn named(word: &str) -> Result<Sort, Refusal> {
        Sort::named(word, &Words::new(&Config::default()))
    }

    #[test]
    fn words_of_teams_are_known() {
        for (word, folder) in [
            ("story", "user-stories"),
            ("user-story", "user-stories"),
            ("Epics", "prd"),
            ("adr", "decisions"),
            ("week", "weeks"),
            ("iteration", "sprints"),
            ("issues", "tasks"),
            ("phase", "phases"),
        ] {
            assert_eq!(named(word).unwrap().folder(), folder, "{word}");
        }
    }

    #[test]
    fn what_is_no_document_is_refused() {
        assert!(named("blocker").unwrap_err().help.contains("Blocked By"));
        assert!(named("stroy").unwrap_err().help.contains("`story`"));
        assert!(named("zebra").unwrap_err().help.contains("milestone"));
    }
}
