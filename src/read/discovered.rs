//! Tables and lists of work that was found on the way: tasks that are not in the plan until somebody takes them in.

use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::grid::Grid;
use crate::read::mention::Mentions;
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Outline, Shape, Table};
use crate::text::similar::fold;
use crate::theme::tongue::key;

/// Reads tables and lists of discovered work.
pub struct Discovered;

impl Reader for Discovered {
    fn name(&self) -> &'static str {
        key("discovered")
    }

    fn page(&self) -> &'static str {
        include_str!("discovered.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            if mentions.claimed(at).is_some() {
                continue;
            }
            let below = scope::topic(outline, block.section, mentions) == Some(Topic::Discovered);
            let found = match &block.shape {
                Shape::Table(table) if below || says_so(table) => {
                    rows(table, self.name(), words, mentions)
                }
                Shape::List(list) if below => list
                    .entries
                    .iter()
                    .filter(|entry| entry.depth == 0)
                    .filter_map(|entry| {
                        boxed::mention(entry, self.name(), Kind::Task, words, mentions)
                    })
                    .collect(),
                _ => Vec::new(),
            };
            if found.is_empty() {
                continue;
            }
            mentions.claim(at, self.name());
            mentions.claim_heading(block.section, self.name());
            for mut mention in found {
                mention.block = Some(at);
                mention.discovered = true;
                mentions.add(mention);
            }
        }
    }
}

/// Whether the heading row itself tells of discovery.
fn says_so(table: &Table) -> bool {
    table.head.iter().any(|head| {
        let folded = fold(&head.value);
        folded.starts_with("discovered ")
            || folded.starts_with("found in")
            || folded.starts_with("found during")
            || folded == "discovered"
    })
}

fn rows(
    table: &Table,
    reader: &'static str,
    words: &Words,
    mentions: &mut Mentions,
) -> Vec<crate::read::mention::Mention> {
    let Some(grid) = Grid::of(&table.head, words) else {
        return Vec::new();
    };
    table
        .rows
        .iter()
        .filter_map(|row| grid.mention(reader, Kind::Task, table, row, words, mentions))
        .collect()
}
