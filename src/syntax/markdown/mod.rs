//! Markdown to outline: one walk over the parser's events.

pub mod grid;
pub mod list;
pub mod walk;

use pulldown_cmark::{Options, Parser};

use crate::model::reason::Reason;
use crate::syntax::chapters;
use crate::syntax::outline::{Fault, Outline, Text};
use crate::text::mojibake;
use crate::text::span::Span;
use crate::theme::tongue::key;
use walk::Walk;

/// Reads the markdown that begins at byte `body` into the outline.
pub fn read(source: &str, body: usize, outline: &mut Outline) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    outline.sections.push(chapters::section(
        0,
        Text::default(),
        Span::new(body..source.len()),
        0,
    ));
    let mut walk = Walk::new(source, outline);
    for (event, range) in Parser::new_ext(&source[body..], options).into_offset_iter() {
        walk.step(event, Span::new(range.start + body..range.end + body));
    }
    chapters::close(outline, source.len());
    if let Some((at, count)) = mojibake::find(source) {
        let wide = source[at..].chars().next().map_or(1, char::len_utf8);
        outline
            .faults
            .push(garbled(Span::new(at..at + wide), count));
    }
}

fn garbled(span: Span, count: usize) -> Fault {
    Fault {
        rule: "mojibake",
        message: Reason::count(
            count,
            "this text was encoded twice, once in this document",
            "this text was encoded twice, {number} times in this document",
        ),
        span,
        help: key("save the document again as UTF-8; until then it is shown repaired"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::outline::{Block, List, Shape};

    fn outline(text: &str) -> Outline {
        let mut outline = Outline::default();
        read(text, 0, &mut outline);
        outline
    }

    fn all_fields(text: &str) -> Vec<(String, String, String)> {
        let found = outline(text);
        let fields = found
            .blocks
            .into_iter()
            .flat_map(|block| match block.shape {
                Shape::Fields(fields) => fields,
                Shape::List(list) => list
                    .entries
                    .into_iter()
                    .flat_map(|entry| entry.fields)
                    .collect(),
                _ => Vec::new(),
            });
        fields
            .map(|field| {
                (
                    field.key.value,
                    field.value.value,
                    text[field.value.span.range()].to_string(),
                )
            })
            .collect()
    }

    #[test]
    fn bold_lines_are_fields_with_spans() {
        let fields =
            all_fields("**Status:** In *review*  \n**Due date**: 2026-01-27\n**Empty:**\n");
        assert_eq!(
            fields[0],
            ("Status".into(), "In review".into(), "In *review".into())
        );
        assert_eq!(
            fields[1],
            ("Due date".into(), "2026-01-27".into(), "2026-01-27".into())
        );
        assert_eq!(fields[2], ("Empty".into(), String::new(), String::new()));
    }

    #[test]
    fn several_fields_stand_on_one_line() {
        let fields = all_fields("**Epic:** 15b | **Points:** 3 | **Status:** done");
        assert_eq!(
            fields
                .iter()
                .map(|field| field.1.as_str())
                .collect::<Vec<_>>(),
            ["15b", "3", "done"]
        );
    }

    #[test]
    fn values_run_on_to_the_next_key() {
        let fields = all_fields("**Description:**\nOne\ntwo.\n**Outcome:** x");
        assert_eq!(fields[0].1, "One\ntwo.");
        assert_eq!(fields[1].1, "x");
    }

    #[test]
    fn plain_lines_and_bullets_are_fields() {
        assert_eq!(all_fields("Status: done\nOwner: @web")[1].1, "@web");
        assert_eq!(all_fields("* Status: **Accepted**")[0].1, "Accepted");
        assert_eq!(all_fields("See https://example.org"), []);
    }

    #[test]
    fn a_key_is_written_where_its_span_says() {
        for (text, written) in [
            ("Status: done", "Status"),
            ("状態： 完了", "状態"),
            ("`aé:\n`", "`aé:\n`"),
            ("**`aé`:** b", "`aé`:"),
        ] {
            let found = outline(text);
            let Some(Shape::Fields(fields)) = found.blocks.first().map(|block| &block.shape) else {
                panic!("{text:?} is no field");
            };
            assert_eq!(text.get(fields[0].key.span.range()), Some(written));
        }
    }

    #[test]
    fn words_begin_behind_the_checkbox() {
        let found = outline("- [X]c\n- [ ]* m\n");
        let entries = &lists(&found)[0].entries;
        let words: Vec<&str> = entries
            .iter()
            .map(|entry| entry.text.value.as_str())
            .collect();
        assert_eq!(words, ["c", "m"]);
        assert!(
            entries[1]
                .checkbox
                .is_some_and(|checkbox| checkbox.optional)
        );
    }

    fn lists(outline: &Outline) -> Vec<&List> {
        let lists = outline
            .blocks
            .iter()
            .filter_map(|block| match &block.shape {
                Shape::List(list) => Some(list),
                _ => None,
            });
        lists.collect()
    }

    #[test]
    fn entries_know_their_bold_head_and_whether_they_are_struck() {
        let found = outline("- **a b** c\n- d **e**\n- ~~f g~~ h\n- i ~~j~~ klm\n");
        let entries = &lists(&found)[0].entries;
        let lead = |at: usize| entries[at].lead.as_ref().map(|lead| lead.value.as_str());
        assert_eq!([lead(0), lead(1)], [Some("a b"), None]);
        assert_eq!([entries[2].struck, entries[3].struck], [true, false]);
    }

    #[test]
    fn what_is_quoted_is_no_list_and_no_table() {
        let found =
            outline("> - [ ] a\n\n> | A | B |\n> |---|---|\n> | c | d |\n\n> - Status: done\n");
        assert!(lists(&found).is_empty());
        let is_table = |block: &Block| matches!(block.shape, Shape::Table(_));
        assert!(!found.blocks.iter().any(is_table));
        let last = found.blocks.last().map(|block| &block.shape);
        assert!(matches!(last, Some(Shape::Fields(fields)) if !fields[0].marked));
    }

    #[test]
    fn a_table_in_an_entry_follows_its_list() {
        let found = outline("- a\n\n  | A | B |\n  |---|---|\n  | c | d |\n\n- e\n");
        let kinds: Vec<bool> = found
            .blocks
            .iter()
            .map(|block| matches!(block.shape, Shape::Table(_)))
            .collect();
        assert_eq!(kinds, [false, true]);
    }

    #[test]
    fn cells_are_trimmed_and_empty_ones_have_a_place() {
        let text = "| A | B |\n|---|---|\n|  x  |  |\n| [l](t.md) |\n";
        let found = outline(text);
        let Shape::Table(table) = &found.blocks[0].shape else {
            panic!("no table")
        };
        assert_eq!(&text[table.rows[0].cells[0].span.range()], "x");
        assert!(table.rows[0].cells[1].is_empty());
        assert_eq!(table.rows[1].cells[0].links[0].target, "t.md");
    }

    #[test]
    fn sections_know_their_ends_and_parents() {
        let text = "intro\n# A\na\n## B\nb\n# C\nc\n";
        let found = outline(text);
        let parents: Vec<_> = found
            .sections
            .iter()
            .map(|section| section.parent)
            .collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(0)]);
        assert_eq!(&text[found.sections[1].span.range()], "# A\na\n## B\nb\n");
        assert_eq!(found.sections[3].blocks, 3..4);
    }

    #[test]
    fn comments_are_private() {
        let found = outline("<!-- **Status:** done\n\n| A |\n-->\n\ntext <!-- x --> more\n");
        assert_eq!(found.comments.len(), 2);
        assert!(
            found
                .blocks
                .iter()
                .all(|block| !matches!(block.shape, Shape::Fields(_) | Shape::Table(_)))
        );
    }

    #[test]
    fn comments_in_other_markup_are_private_up_to_their_end() {
        let text = "<div>a<!-- x -->b<!-- y\n\nmore -->\n\n<p><!-- open\n\nrest";
        let words = |span: &Span| &text[span.range()];
        let found = outline(text).comments;
        let found: Vec<&str> = found.iter().map(words).collect();
        assert_eq!(
            found,
            ["<!-- x -->", "<!-- y\n\nmore -->", "<!-- open\n\nrest"]
        );
    }

    #[test]
    fn garbage_does_no_harm() {
        for text in [
            "[".repeat(20_000),
            "> ".repeat(5_000),
            "- ".repeat(2_000),
            "|a|\n|-|\n".repeat(500),
            "**:** \n- [".into(),
            "\u{feff}#".into(),
        ] {
            outline(&text);
        }
    }
}
