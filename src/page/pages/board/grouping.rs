//! What a board is grouped by, and what each piece of work belongs to then.

use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::filter;
use crate::page::pages::home::course::Course;
use crate::page::term::is_finished;
use crate::theme::tongue::key;

/// What a board is grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// By milestone.
    Milestone,
    /// By phase, where there are no milestones.
    Phase,
    /// By owner.
    Owner,
    /// By sprint.
    Sprint,
}

/// What a group is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// An item.
    Item(usize),
    /// Words.
    Words(String),
    /// Nothing.
    Nothing,
}

impl Grouping {
    /// The groupings by which these items can be told apart.
    pub(super) fn all(book: &Book, items: &[usize]) -> Vec<Self> {
        let is_phases = filter::above_label(book, items) == "Phase";
        let above = match is_phases {
            true => Self::Phase,
            false => Self::Milestone,
        };
        let all = [above, Self::Owner, Self::Sprint];
        let is_useful = |grouping: &Self| {
            let mut kinds = items.iter().map(|at| grouping.of(book, *at));
            let first = kinds.find(|of| *of != Of::Nothing);
            first.is_some_and(|first| kinds.any(|of| of != Of::Nothing && of != first))
        };
        all.into_iter().filter(is_useful).collect()
    }

    /// The title of the page.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Milestone => key("Board by milestone"),
            Self::Phase => key("Board by phase"),
            Self::Owner => key("Board by owner"),
            Self::Sprint => key("Board by sprint"),
        }
    }

    /// The words for the way there.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Milestone => key("By milestone"),
            Self::Phase => key("By phase"),
            Self::Owner => key("By owner"),
            Self::Sprint => key("By sprint"),
        }
    }

    /// Where it stands.
    pub(super) fn address(self) -> &'static str {
        match self {
            Self::Milestone => "board-by-milestone.html",
            Self::Phase => "board-by-phase.html",
            Self::Owner => "board-by-owner.html",
            Self::Sprint => "board-by-sprint.html",
        }
    }

    /// What is said of those that belong to no group.
    pub(super) fn nothing(self) -> &'static str {
        match self {
            Self::Milestone => key("In no milestone"),
            Self::Phase => key("In no phase"),
            Self::Owner => key("Without an owner"),
            Self::Sprint => key("In no sprint"),
        }
    }

    pub(super) fn of(self, book: &Book, at: usize) -> Of {
        let item = book.item(at);
        match self {
            Self::Milestone | Self::Phase => filter::above(book, at).map_or(Of::Nothing, Of::Item),
            Self::Owner => item
                .owner
                .as_ref()
                .map_or(Of::Nothing, |said| owned(book, &said.raw)),
            Self::Sprint => item
                .sprint
                .as_ref()
                .map_or(Of::Nothing, |lead| match lead.to {
                    Some(to) => Of::Item(to),
                    None => Of::Words(lead.raw.clone()),
                }),
        }
    }

    /// What counts now.
    pub(super) fn current(self, book: &Book) -> Option<usize> {
        match self {
            Self::Milestone | Self::Phase => Course::new(book).current_item(),
            Self::Sprint => book.views.sprint,
            Self::Owner => None,
        }
    }

    /// What counts now first, then in the order of the plan; sprints to come before those that are over.
    pub(super) fn place(self, book: &Book, current: Option<usize>, of: &Of) -> impl Ord + use<> {
        let is_over = |at: usize| match self {
            Self::Sprint => is_finished(book.item(at)),
            _ => matches!(book.item(at).state(), Status::Done | Status::Dropped),
        };
        match of {
            Of::Item(at) => (Some(*at) != current, is_over(*at), 0, *at, String::new()),
            Of::Words(words) => (true, false, 1, 0, words.clone()),
            Of::Nothing => (true, true, 2, 0, String::new()),
        }
    }
}

/// Those who look after it together.
fn owned(book: &Book, raw: &str) -> Of {
    let names = book.slices.named(raw);
    match names.is_empty() {
        true => Of::Nothing,
        false => Of::Words(names.join(", ")),
    }
}
