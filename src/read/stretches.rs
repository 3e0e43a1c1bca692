//! Phases in a numbered list: "1. Song birds: all that sing"; the number is the id, what stands behind the colon tells more.

use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::words::Words;
use crate::syntax::outline::{Entry, List};
use crate::text::slot::Form;

/// The longest name of a phase, in words.
const LONGEST: usize = 8;

/// Whether the lines of a list, and there are several, are all numbered and have a name before a colon.
pub fn are_counted(list: &List) -> bool {
    let is_phase =
        |entry: &Entry| entry.number.is_some() && entry.checkbox.is_none() && name(entry).is_some();
    top(list).count() > 1 && top(list).all(is_phase)
}

/// The phases of such a list.
pub fn of(
    list: &List,
    kind: Kind,
    reader: &'static str,
    words: &Words,
    mentions: &mut Mentions,
) -> Vec<Mention> {
    let phase = |entry: &Entry| {
        let mut mention = boxed::mention(entry, reader, kind, words, mentions)?;
        let number = entry.number.map(|number| number.to_string());
        let id = number.map(|number| mention.title.part(number));
        mention.id = mention.id.take().or(id);
        mention.title = Raw::within(&entry.text, name(entry)?, Form::Entry);
        Some(mention)
    };
    top(list).filter_map(phase).collect()
}

fn top(list: &List) -> impl Iterator<Item = &Entry> {
    list.entries.iter().filter(|entry| entry.depth == 0)
}

/// The few words before a colon at the head of an entry.
fn name(entry: &Entry) -> Option<&str> {
    let (name, rest) = entry.text.value.split_once([':', '：'])?;
    let name = name.trim();
    let is_short = !name.is_empty() && name.split_whitespace().nth(LONGEST).is_none();
    (is_short && !name.contains(['.', '\n']) && !rest.trim().is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::outline;
    use crate::text::file::SourceFile;

    fn counted(text: &str) -> bool {
        let outline = outline(&SourceFile::new("plan.md", text.as_bytes().to_vec()));
        outline.blocks.iter().any(|block| match &block.shape {
            crate::syntax::outline::Shape::List(list) => are_counted(list),
            _ => false,
        })
    }

    #[test]
    fn all_lines_have_a_number_and_a_name() {
        assert!(counted("1. Frame: cover\n2. Birds: all\n"));
        assert!(!counted("1. Frame: cover\n"));
        assert!(!counted("1. Frame: cover\n2. All birds\n"));
        assert!(!counted("- Frame: cover\n- Birds: all\n"));
    }
}
