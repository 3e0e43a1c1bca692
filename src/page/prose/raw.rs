//! Raw HTML as tags and words, by the rules that browsers follow.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult,
    Tokenizer,
};

/// A tag or words of raw HTML. Comments, declarations and tags without an end are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// A start tag with its attributes, entities resolved.
    Start(String, Vec<(String, String)>),
    /// An end tag.
    End(String),
    /// Words, entities resolved.
    Words(String),
}

/// The tags and words of a piece of raw HTML. No piece reaches into the next: what is open at its end is dropped.
pub(super) fn read(html: &str) -> Vec<Raw> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink::default(), Default::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.found.into_inner()
}

#[derive(Default)]
struct Sink {
    found: RefCell<Vec<Raw>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            TagToken(tag) => self.tag(tag),
            CharacterTokens(words) => {
                self.found.borrow_mut().push(Raw::Words(words.to_string()));
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Sink {
    fn tag(&self, tag: Tag) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        if tag.kind != StartTag {
            self.found.borrow_mut().push(Raw::End(name));
            return TokenSinkResult::Continue;
        }
        let kind = raw_kind(&name);
        let attributes = tag.attrs.into_iter();
        let attributes = attributes.map(|one| (one.name.local.to_string(), one.value.to_string()));
        let found = Raw::Start(name, attributes.collect());
        self.found.borrow_mut().push(found);
        kind.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

/// How the content of an element is read, where it is not HTML.
fn raw_kind(name: &str) -> Option<RawKind> {
    Some(match name {
        "script" => RawKind::ScriptData,
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => RawKind::Rawtext,
        "textarea" | "title" => RawKind::Rcdata,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_words_and_entities() {
        let found = read("<A HREF='&#106;ava&Tab;script:x' href=y>a &amp; b</a ><!-- c -->");
        let href = ("href".to_string(), "java\tscript:x".to_string());
        assert_eq!(found[0], Raw::Start("a".into(), vec![href]));
        let words: String = found
            .iter()
            .filter_map(|one| match one {
                Raw::Words(words) => Some(words.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(words, "a & b");
        assert_eq!(found.last(), Some(&Raw::End("a".into())));
    }

    #[test]
    fn what_is_open_at_the_end_is_dropped() {
        for html in [
            "<b",
            "<b title=\"x",
            "<!-- x",
            "<b title='>'",
            "</b",
            "<!doctype",
            "<?php x",
        ] {
            assert_eq!(read(html), [], "{html}");
        }
    }

    #[test]
    fn scripts_hold_no_tags() {
        let found = read("<script>'<b>'</script><i>");
        assert!(!found.contains(&Raw::Start("b".into(), Vec::new())));
        assert_eq!(found.last(), Some(&Raw::Start("i".into(), Vec::new())));
    }
}
