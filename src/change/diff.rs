//! Two states of a document as a unified diff, which `git apply` and `patch` understand.

use std::fmt::Write;
use std::ops::Range;

use crate::change::draft::Draft;

/// So many lines are shown round a change.
const AROUND: usize = 3;

/// What would change in a document. No edit adds or takes away a line, so the lines stand side by side.
pub fn unified(draft: &Draft) -> String {
    let old: Vec<&str> = draft.old.text.split_inclusive('\n').collect();
    let new: Vec<&str> = draft.new.text.split_inclusive('\n').collect();
    let mut out = String::new();
    let path = &draft.old.path;
    // Writing to a text does not fail.
    let _ = writeln!(out, "--- {}\n+++ {}", name("a/", path), name("b/", path));
    let pairs = old.iter().zip(&new).enumerate();
    let changed: Vec<usize> = pairs
        .filter(|(_, (a, b))| a != b)
        .map(|(at, _)| at)
        .collect();
    for hunk in hunks(&changed, old.len()) {
        let (start, count) = (hunk.start + 1, hunk.len());
        let _ = writeln!(out, "@@ -{start},{count} +{start},{count} @@");
        write_hunk(&mut out, &old[hunk.clone()], &new[hunk]);
    }
    out
}

/// Ranges of lines with what stands round them; those that touch are one.
fn hunks(changed: &[usize], count: usize) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    for at in changed {
        let range = at.saturating_sub(AROUND)..(at + AROUND + 1).min(count);
        match hunks.last_mut() {
            Some(last) if range.start <= last.end => last.end = range.end,
            _ => hunks.push(range),
        }
    }
    hunks
}

/// The lines of a hunk: of changed lines that follow one another, first all old ones.
fn write_hunk(out: &mut String, old: &[&str], new: &[&str]) {
    let mut at = 0;
    while at < old.len() {
        let differs = |at: &usize| old[*at] != new[*at];
        let length = (at..old.len()).take_while(differs).count();
        if length == 0 {
            line(out, ' ', old[at]);
            at += 1;
            continue;
        }
        old[at..at + length]
            .iter()
            .for_each(|words| line(out, '-', words));
        new[at..at + length]
            .iter()
            .for_each(|words| line(out, '+', words));
        at += length;
    }
}

fn line(out: &mut String, mark: char, words: &str) {
    out.push(mark);
    out.push_str(words);
    if !words.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

/// The name of a file; in quotes, with codes, where a reader of diffs would take it for something else.
fn name(side: &str, path: &str) -> String {
    let is_plain = |c: char| !c.is_control() && c != '"' && c != '\\';
    if path.chars().all(is_plain) {
        // A tab behind it says that blanks belong to the name.
        let tab = if path.contains(' ') { "\t" } else { "" };
        return format!("{side}{path}{tab}");
    }
    let mut out = format!("\"{side}");
    for byte in path.bytes() {
        match byte {
            b'"' | b'\\' => out.extend(['\\', char::from(byte)]),
            b' '..=b'~' => out.push(char::from(byte)),
            byte => out.push_str(&format!("\\{byte:03o}")),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::file::SourceFile;
    use crate::text::span::FileId;
    use std::sync::Arc;

    fn diff(path: &str, old: &str, new: &str) -> String {
        let file = |text: &str| Arc::new(SourceFile::new(path, text.as_bytes().to_vec()));
        unified(&Draft {
            id: FileId(0),
            old: file(old),
            new: file(new),
            places: (Vec::new(), Vec::new()),
            findings: Vec::new(),
        })
    }

    #[test]
    fn changed_lines_stand_among_their_neighbours() {
        let told = diff("a b.md", "1\n2\r\n3\n4\n5\n6", "1\nzwei\r\n3\n4\n5\nsechs");
        let wanted = "--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1,6 +1,6 @@\n 1\n-2\r\n+zwei\r\n 3\n 4\n 5\n-6\n\
                      \\ No newline at end of file\n+sechs\n\\ No newline at end of file\n";
        assert_eq!(told, wanted);
    }

    #[test]
    fn far_changes_have_hunks_of_their_own() {
        let old: String = (1..=20).map(|line| format!("{line}\n")).collect();
        let new = old.replace("\n2\n", "\nx\n").replace("\n18\n", "\ny\n");
        let told = diff("a.md", &old, &new);
        assert!(told.contains("@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3"), "{told}");
        assert!(told.contains("@@ -15,6 +15,6 @@\n 15"), "{told}");
    }

    #[test]
    fn names_are_read_back() {
        assert_eq!(name("a/", "x\n\"é.md"), "\"a/x\\012\\\"\\303\\251.md\"");
    }
}
