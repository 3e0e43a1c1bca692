//! From outline to mentions: readers of shapes, each in its turn; a block is claimed once.

pub mod almanac;
pub mod aside;
pub mod blank;
pub mod blockers;
pub mod board;
pub mod boxed;
pub mod bracket;
pub mod bundle;
pub mod checklist;
pub mod chosen;
pub mod column;
pub mod count;
pub mod criteria;
pub mod criterion;
pub mod decisions;
pub mod discovered;
pub mod document;
pub mod element;
pub mod entry;
pub mod facts;
pub mod field;
pub mod fields;
pub mod figure;
pub mod front_matter;
pub mod gap;
pub mod grid;
pub mod head;
pub mod heading;
pub mod inflection;
pub mod label;
pub mod lane;
pub mod lead;
pub mod ledger;
pub mod leftover;
pub mod lexicon;
pub mod line;
pub mod mention;
pub mod numeral;
pub mod outcome;
pub mod parts;
pub mod place;
pub mod prefix;
pub mod raise;
pub mod reach;
pub mod reader;
pub mod record;
pub mod releases;
pub mod scope;
pub mod setting;
pub mod sprint_line;
pub mod sprint_log;
pub mod standing;
pub mod states;
pub mod stories;
pub mod stretches;
pub mod sum;
pub mod table;
pub mod tail;
pub mod tasklist;
pub mod term;
pub mod tie;
pub mod ties;
pub mod topic;
pub mod unclaimed;
pub mod undated;
pub mod vocabulary;
pub mod wait;
pub mod week;
pub mod whole;
pub mod wish;
pub mod words;
pub mod years;

use crate::model::aside::Aside;
use crate::syntax::outline::Outline;
use mention::{Mention, Mentions};
use reader::Reader;
use words::Words;

/// The readers, in order of precedence.
pub const READERS: [&dyn Reader; 18] = [
    &document::Document,
    &record::Records,
    &ledger::Ledger,
    &heading::Heading,
    &stories::Stories,
    &week::Week,
    &element::Elements,
    &lane::Lanes,
    &blockers::Blockers,
    &decisions::Decisions,
    &discovered::Discovered,
    &sprint_log::SprintLog,
    &criteria::Criteria,
    &table::Rows,
    &parts::Parts,
    &checklist::Checklist,
    &ties::Ties,
    &facts::Facts,
];

/// Everything that the readers recognise in a document; nothing in one that stands beside the plan.
pub fn read(outline: &Outline, words: &Words) -> Mentions {
    let mut mentions = Mentions::new(outline, words);
    let path = &outline.path;
    mentions.aside = match words.chosen.is_aside(path) {
        true => Some(Aside::Chosen),
        false if words.chosen.is_plan(path) => None,
        false => aside::aside(outline, words),
    };
    if mentions.aside.is_some() {
        return mentions;
    }
    for reader in READERS {
        reader.read(outline, words, &mut mentions);
    }
    board::add_states(outline, words, &mut mentions);
    years::add(outline, words, &mut mentions);
    unclaimed::report(outline, words, &mut mentions);
    mentions.found.iter_mut().for_each(Mention::fold);
    mentions
}
