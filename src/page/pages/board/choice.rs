//! The filters of the board, which work without script: a choice shows the cards of its class.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::page::book::Book;
use crate::page::filter;
use crate::page::name;
use crate::page::pages::board::grouping::Grouping;
use crate::page::words::clip;
use crate::theme::tongue::key;

/// How many milestones or owners can be chosen.
const MOST: usize = 12;

/// A choice is called by no more letters.
const LONGEST: usize = 24;

/// What can be chosen.
pub(super) struct Choices {
    /// Milestones or phases, by position, each with its number.
    above: BTreeMap<usize, usize>,
    above_label: &'static str,
    /// Owners, each with its number.
    owners: BTreeMap<String, usize>,
    /// The sprint that runs.
    sprint: Option<usize>,
}

/// One question of the filter.
#[derive(Serialize)]
pub(super) struct Question {
    name: &'static str,
    label: &'static str,
    all: &'static str,
    /// The letter of its choices.
    letter: char,
    choices: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    id: String,
    value: String,
    words: String,
}

impl Choices {
    /// For these items, which come in their order.
    pub(super) fn new(book: &Book, items: &[usize]) -> Self {
        let mut above: BTreeSet<usize> = BTreeSet::new();
        let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
        for at in items {
            above.extend(filter::above(book, *at));
            for owner in filter::owners_of(book, *at) {
                *owners.entry(owner).or_default() += 1;
            }
        }
        let mut owners: Vec<(&str, usize)> = owners.into_iter().collect();
        owners.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        owners.truncate(MOST);
        owners.sort_unstable();
        let owners = owners.into_iter().enumerate();
        let fits = above.len() <= MOST;
        let above = above.into_iter().filter(|_| fits).enumerate();
        let is_in = |sprint: &usize| {
            let mut items = items.iter().map(|at| book.item(*at));
            items.any(|item| item.sprints.contains(sprint))
        };
        Self {
            above: above.map(|(number, at)| (at, number)).collect(),
            above_label: filter::above_label(book, items),
            owners: owners
                .map(|(number, (owner, _))| (owner.to_string(), number))
                .collect(),
            sprint: book.views.sprint.filter(is_in),
        }
    }

    /// The rules of the filter; none where nothing can be chosen.
    pub(super) fn rules(&self) -> String {
        let rule = |letter: char, number: usize| {
            format!("main:has(#b{letter}\\.{number}:checked) .card:not(.{letter}{number})")
        };
        let above = self.above.values().map(|number| rule('m', *number));
        let owners = self.owners.values().map(|number| rule('o', *number));
        let sprint = self.sprint.iter().map(|_| rule('s', 0));
        let rules: Vec<String> = above.chain(owners).chain(sprint).collect();
        match rules.is_empty() {
            true => String::new(),
            false => format!("{} {{ display: none; }}\n", rules.join(",\n")),
        }
    }

    /// The classes of a card, each with a space before it.
    pub(super) fn classes(&self, book: &Book, at: usize) -> String {
        let item = book.item(at);
        let above = filter::above(book, at).and_then(|above| self.above.get(&above));
        let owners = filter::owners_of(book, at).filter_map(|owner| self.owners.get(owner));
        let sprint = self.sprint.filter(|sprint| item.sprints.contains(sprint));
        let above = above.map(|number| format!(" m{number}"));
        let owners = owners.map(|number| format!(" o{number}"));
        let sprint = sprint.map(|_| " s0".to_string());
        above.into_iter().chain(owners).chain(sprint).collect()
    }

    /// The questions of a page; what it is grouped by is not asked again.
    pub(super) fn questions(&self, book: &Book, grouping: Option<Grouping>) -> Vec<Question> {
        let choice = |letter: char, number: usize, value: &str, words: &str| Choice {
            id: format!("b{letter}.{number}"),
            value: value.to_string(),
            words: clip(words, LONGEST).into_owned(),
        };
        let above = self.above.iter().map(|(at, number)| {
            let item = book.item(*at);
            choice('m', *number, &item.key, &filter::short(item))
        });
        let owners = self.owners.iter();
        let owners = owners.map(|(owner, number)| choice('o', *number, owner, owner));
        let sprint = self.sprint.iter().map(|at| {
            let item = book.item(*at);
            choice('s', 0, &item.key, &name::called(&book.tongue, item))
        });
        let question = |name, label, all, letter, choices: Vec<Choice>, least: usize| {
            (choices.len() >= least).then_some(Question {
                name,
                label,
                all,
                letter,
                choices,
            })
        };
        let is_asked = |by: Grouping| grouping != Some(by);
        let questions = [
            question(
                "milestone",
                self.above_label,
                key("All"),
                'm',
                above.collect(),
                2,
            )
            .filter(|_| is_asked(Grouping::Milestone) && is_asked(Grouping::Phase)),
            question(
                "owner",
                key("Owner"),
                key("Anyone"),
                'o',
                owners.collect(),
                2,
            )
            .filter(|_| is_asked(Grouping::Owner)),
            question(
                "sprint",
                key("Sprint"),
                key("Any"),
                's',
                sprint.collect(),
                1,
            )
            .filter(|_| is_asked(Grouping::Sprint)),
        ];
        questions.into_iter().flatten().collect()
    }
}
