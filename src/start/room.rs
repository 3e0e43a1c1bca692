//! What a template has room for: a heading, an id.

use std::ops::Range;

use crate::read::field::FieldName;
use crate::read::words::Words;
use crate::start::gap;
use crate::start::head::head_lines;
use crate::start::scheme::Scheme;
use crate::syntax;
use crate::syntax::outline::{Field, Outline, Section};
use crate::text::file::SourceFile;

/// How a template writes ids in its heading or its front matter.
pub fn scheme(template: &SourceFile, words: &Words) -> Option<Scheme> {
    let outline = syntax::outline(template);
    let heading = title(template, &outline).and_then(|raw| {
        let id = gap::gaps(raw, words).id?;
        let is_numbered = words.kind(&raw[..id.start]).is_some();
        // "Milestone N" is numbered from one.
        let bare = is_numbered.then(|| Scheme {
            prefix: String::new(),
            width: 1,
        });
        gap::scheme(&raw[id]).or(bare)
    });
    let is_id = |field: &&Field| words.field(&field.key.value) == Some(FieldName::Id);
    let stated = outline.front.iter().find(is_id);
    heading.or_else(|| gap::scheme(stated?.value.value.trim()))
}

/// Whether a template has a place for the id.
pub fn has_id(template: &SourceFile, words: &Words) -> bool {
    let outline = syntax::outline(template);
    let is_id = |field: &Field| words.field(&field.key.value) == Some(FieldName::Id);
    let in_heading =
        title(template, &outline).is_some_and(|raw| gap::gaps(raw, words).id.is_some());
    in_heading || outline.front.iter().any(is_id) || head_lines(&outline).into_iter().any(is_id)
}

/// The first heading as it stands in the document.
fn title<'a>(template: &'a SourceFile, outline: &Outline) -> Option<&'a str> {
    let section = outline.title_section()?;
    let range = heading_words(&template.text, &outline.sections[section]);
    Some(&template.text[range])
}

/// The words of a heading with all their marks: `<Name>` is no word to a reader of markdown.
pub fn heading_words(text: &str, section: &Section) -> Range<usize> {
    let start = section.span.range().start;
    let line = text[start..].lines().next().unwrap_or_default();
    let bare = line.trim_start();
    let words = bare.trim_start_matches('#');
    if words.len() == bare.len() {
        return section.heading.span.range();
    }
    let words = words.trim();
    let words = words.trim_end_matches('#').trim_end();
    let at = start + line.find(words).unwrap_or(line.len());
    at..at + words.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn room(text: &str) -> (bool, Option<String>) {
        let file = SourceFile::new("template.md", text.as_bytes().to_vec());
        let words = Words::new(&Config::default());
        let scheme = scheme(&file, &words).map(|scheme| scheme.id(1));
        (has_id(&file, &words), scheme)
    }

    #[test]
    fn templates_say_how_ids_are_written() {
        assert_eq!(room("# US-XXX: Title\n"), (true, Some("US-001".into())));
        assert_eq!(
            room("---\nid: ADR-0000\n---\n\n# Title\n"),
            (true, Some("ADR-0001".into()))
        );
        assert_eq!(room("# Milestone N: [Name]\n"), (true, Some("1".into())));
        assert_eq!(room("# <Name>\n"), (false, None));
        assert_eq!(room(""), (false, None));
    }

    #[test]
    fn headings_keep_their_marks() {
        let text = "\n##  <b>[Name]</b> ##\n";
        let file = SourceFile::new("a.md", text.as_bytes().to_vec());
        let outline = syntax::outline(&file);
        assert_eq!(
            &text[heading_words(text, &outline.sections[1])],
            "<b>[Name]</b>"
        );
    }
}
