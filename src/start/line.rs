//! How a line for a field is written: `**Key:** value`, `- Key: value`.

use crate::syntax::outline::Field;

/// How a line for a field is written: what stands before the key, behind it, and behind the value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// `**`, `- **`, or nothing.
    pub before: String,
    /// `:** ` or `: `.
    pub between: String,
    /// Blanks or a backslash that break the line.
    pub behind: String,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            before: "**".into(),
            between: ":** ".into(),
            behind: String::new(),
        }
    }
}

impl Line {
    /// How this field is written, if another one can be written so.
    pub fn of(field: &Field, text: &str) -> Option<Self> {
        const BETWEEN: [&str; 6] = [":** ", "**: ", ": ", ":__ ", "__: ", ":* "];
        let (key, value) = (field.key.span.range(), field.value.span.range());
        let start = text[..key.start].rfind('\n').map_or(0, |at| at + 1);
        let before = text.get(start..key.start)?;
        // The colon may be counted among the words of the key.
        let key_end = key.start + text.get(key.clone())?.trim_end_matches(':').len();
        let between = text.get(key_end..value.start)?;
        let end = text[value.end..]
            .find('\n')
            .map_or(text.len(), |at| value.end + at);
        let behind = text.get(value.end..end)?.trim_end_matches('\r');
        let is_plain = before.len() <= 4
            && before.chars().all(|c| matches!(c, '*' | '_' | '-' | ' '))
            && BETWEEN.contains(&between)
            && matches!(behind, "" | "  " | "\\");
        is_plain.then(|| Self {
            before: before.to_string(),
            between: between.to_string(),
            behind: behind.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::start::head::head_lines;
    use crate::syntax;
    use crate::text::file::SourceFile;

    fn line(text: &str) -> Option<(String, String, String)> {
        let file = SourceFile::new("a.md", text.as_bytes().to_vec());
        let outline = syntax::outline(&file);
        let field = head_lines(&outline).into_iter().next()?;
        Line::of(field, text).map(|line| (line.before, line.between, line.behind))
    }

    fn parts(before: &str, between: &str, behind: &str) -> Option<(String, String, String)> {
        Some((before.into(), between.into(), behind.into()))
    }

    #[test]
    fn lines_are_written_as_they_were() {
        assert_eq!(line("# A\n\n**Status:** Draft\n"), parts("**", ":** ", ""));
        assert_eq!(
            line("# A\n\n**Status**: Draft  \n**Owner**: x\n"),
            parts("**", "**: ", "  ")
        );
        assert_eq!(line("# A\r\n\r\nStatus: Draft\r\n"), parts("", ": ", ""));
        assert_eq!(
            line("# A\n\n- **Status:** Draft\n"),
            parts("- **", ":** ", "")
        );
    }

    #[test]
    fn odd_lines_are_no_example() {
        assert_eq!(line("# A\n\n**PRD:** [x](y.md)\n"), None);
        assert_eq!(line("# A\n\n**Status:** Draft | **Owner:** x\n"), None);
    }
}
