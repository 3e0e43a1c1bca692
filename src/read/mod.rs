//! From outline to mentions: readers of shapes, each in its turn; a block is claimed once.

pub mod aside;
pub mod blockers;
pub mod boxed;
pub mod checklist;
pub mod criteria;
pub mod decisions;
pub mod discovered;
pub mod document;
pub mod entry;
pub mod facts;
pub mod field;
pub mod fields;
pub mod gap;
pub mod grid;
pub mod heading;
pub mod label;
pub mod lexicon;
pub mod mention;
pub mod numeral;
pub mod parts;
pub mod reader;
pub mod scope;
pub mod sprint_log;
pub mod states;
pub mod table;
pub mod topic;
pub mod vocabulary;
pub mod week;
pub mod words;

use crate::syntax::outline::{Fault, Outline, Shape};
use mention::{Mention, Mentions};
use reader::Reader;
use words::Words;

/// The readers, in order of precedence.
pub const READERS: [&dyn Reader; 12] = [
    &document::Document,
    &heading::Heading,
    &week::Week,
    &blockers::Blockers,
    &decisions::Decisions,
    &discovered::Discovered,
    &sprint_log::SprintLog,
    &criteria::Criteria,
    &table::Rows,
    &parts::Parts,
    &checklist::Checklist,
    &facts::Facts,
];

/// Everything that the readers recognise in a document; nothing in one that stands beside the plan.
pub fn read(outline: &Outline, words: &Words) -> Mentions {
    let mut mentions = Mentions::new(outline, words);
    mentions.aside = aside::aside(outline, words);
    if mentions.aside.is_some() {
        return mentions;
    }
    for reader in READERS {
        reader.read(outline, words, &mut mentions);
    }
    report_unclaimed(outline, words, &mut mentions);
    mentions.found.iter_mut().for_each(Mention::fold);
    mentions
}

/// A table with a column for states that nobody claimed may hold items that are missed.
fn report_unclaimed(outline: &Outline, words: &Words, mentions: &mut Mentions) {
    for (at, block) in outline.blocks.iter().enumerate() {
        let Shape::Table(table) = &block.shape else {
            continue;
        };
        let states = |name: &str| words.field(name) == Some(field::FieldName::Status);
        let aside = scope::topic(outline, block.section, mentions) == Some(topic::Topic::Aside);
        if mentions.claimed(at).is_none()
            && !aside
            && table.head.len() > 1
            && table.head.iter().any(|head| states(&head.value))
        {
            let heads: Vec<&str> = table.head.iter().map(|head| head.value.as_str()).collect();
            mentions.faults.push(Fault {
                rule: "unclaimed-table",
                message: format!("no reader takes the rows of this table (`{}`) for items", heads.join(" | ")),
                span: table.head.iter().map(|head| head.span).reduce(crate::text::span::Span::join).unwrap_or(block.span),
                help: "name the column of the items in `[kinds.<kind>] columns`, or leave the table as it is if it holds none",
            });
        }
    }
}
