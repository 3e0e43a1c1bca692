//! User stories as sentences in a list or in paragraphs: "As a member, I want to lend books, so that …".

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::vocabulary::stories::{SENTENCES, UNSPACED};
use crate::read::words::Words;
use crate::syntax::outline::{Entry, List, Outline, Shape, Text};
use crate::text::similar::fold;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads sentences that are user stories.
pub struct Stories;

impl Reader for Stories {
    fn name(&self) -> &'static str {
        key("stories")
    }

    fn page(&self) -> &'static str {
        include_str!("stories.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            let owner = mentions.owner(outline, block.section);
            let fits = owner.is_none_or(|owner| mentions.found[owner].kind.nests(Kind::Story));
            if mentions.claimed(at).is_some() || !fits {
                continue;
            }
            for mut mention in self.told(outline, at, words, mentions) {
                mentions.claim(at, self.name());
                mention.nest = owner;
                mention.block = Some(at);
                mentions.add(mention);
            }
        }
    }
}

impl Stories {
    /// The stories of a block: of a list of them, or of the paragraph below a heading of stories.
    fn told(
        &self,
        outline: &Outline,
        at: usize,
        words: &Words,
        mentions: &mut Mentions,
    ) -> Vec<Mention> {
        let lead = scope::lead(outline, at).and_then(|lead| words.topic(&lead));
        let topic = lead.or_else(|| scope::topic(outline, outline.blocks[at].section, mentions));
        let announced = topic == Some(Topic::Items(Kind::Story));
        if matches!(topic, Some(Topic::Aside | Topic::Criteria)) {
            return Vec::new();
        }
        match &outline.blocks[at].shape {
            Shape::List(list) if is_told(list, announced) => top(list)
                .filter_map(|entry| self.entry(entry, words, mentions))
                .collect(),
            Shape::Prose(text) if announced => self.paragraph(text).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The sentence is the title; an id before it and a box count as everywhere.
    fn entry(&self, entry: &Entry, words: &Words, mentions: &mut Mentions) -> Option<Mention> {
        let sentence = sentence(&entry.text.value)?;
        let mut mention = boxed::mention(entry, self.name(), Kind::Story, words, mentions)?;
        mention.title.text = sentence;
        Some(mention)
    }

    fn paragraph(&self, text: &Text) -> Option<Mention> {
        let title = Raw::of(text, Form::Line).part(sentence(&text.value)?);
        Some(Mention::new(
            self.name(),
            Role::Row,
            Kind::Story,
            title,
            text.span,
        ))
    }
}

/// Whether a list is one of stories: its every entry is one; below a heading that says so, most are enough.
fn is_told(list: &List, announced: bool) -> bool {
    let all = top(list).count();
    let told = top(list)
        .filter(|entry| sentence(&entry.text.value).is_some())
        .count();
    if announced {
        told * 2 > all
    } else {
        told > 1 && told == all
    }
}

fn top(list: &List) -> impl Iterator<Item = &Entry> {
    list.entries.iter().filter(|entry| entry.depth == 0)
}

/// The sentence of a user story, without an id before it; none where the words are no story.
pub fn sentence(text: &str) -> Option<String> {
    let line = text.trim().replace('\n', " ");
    let whole = line.trim_matches(['"', '“', '”', '*']).trim();
    if is_story(whole) {
        return Some(whole.to_string());
    }
    // "US-1: As a member …", "Lend books: As a member …"
    let (_, rest) = whole.split_once([':', '：', '—', '–', '.'])?;
    let rest = rest.trim();
    is_story(rest).then(|| rest.to_string())
}

fn is_story(text: &str) -> bool {
    // "As a [role], I want [goal]" waits for its words.
    if text.contains(['[', '{', '<']) {
        return false;
    }
    let head: String = text.chars().take(300).collect();
    let line = fold(&head);
    let told = SENTENCES.iter().any(|(leads, wishes)| {
        leads.iter().any(|lead| line.starts_with(lead))
            && wishes.iter().any(|wish| line.contains(wish))
    });
    told || UNSPACED.iter().any(|(person, wishes)| {
        line.find(person)
            .is_some_and(|at| at < 60 && wishes.iter().any(|wish| line[at..].contains(wish)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_in_many_languages() {
        for text in [
            "As a debtor, I want to pay",
            "**As a** reader **I need** light",
            "Como lectora, quiero luz",
            "Como leitor, eu quero luz",
            "En tant que lectrice, je veux lire",
            "Als Leserin möchte ich lesen",
            "作为读者,我想看书",
            "사용자로서 읽고 싶다",
        ] {
            assert!(sentence(text).is_some(), "{text}");
        }
    }

    #[test]
    fn ids_stand_before_and_prose_is_none() {
        assert_eq!(
            sentence("US-1: As a guest, I can look").as_deref(),
            Some("As a guest, I can look")
        );
        for text in [
            "As a [role], I want [goal]",
            "As a rule, nobody looks",
            "As the house burns, it glows",
            "Como siempre",
            "I want light",
        ] {
            assert_eq!(sentence(text), None, "{text}");
        }
    }
}
