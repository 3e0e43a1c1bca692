//! How a text would be read as a document of the plan.

use crate::model::kind::Kind;
use crate::read;
use crate::read::words::Words;
use crate::syntax;
use crate::text::file::SourceFile;

/// What a document is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
}

/// What a document of this path and text is taken for; nothing if it is no item.
pub fn seen(path: &str, text: &str, words: &Words) -> Option<Seen> {
    let file = SourceFile::new(path, text.as_bytes().to_vec());
    let mentions = read::read(&syntax::outline(&file), words);
    let mention = mentions.found.first()?;
    (mention.reader == "document").then(|| Seen {
        kind: mention.kind,
        id: mention.id.as_ref().map(|id| id.text.clone()),
        title: mention.title.text.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_text_is_seen_as_what_it_tells() {
        let words = Words::new(&Config::default());
        let seen = seen("tasks/a.md", "# T-4: Sow\n", &words).unwrap();
        assert_eq!((seen.kind, seen.title.as_str()), (Kind::Task, "Sow"));
        assert_eq!(seen.id.as_deref(), Some("T-4"));
        assert_eq!(super::seen("templates/a.md", "# T-4: Sow\n", &words), None);
        assert_eq!(super::seen("notes.md", "# Sow\n", &words), None);
    }
}
