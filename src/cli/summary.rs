//! The findings as a page of markdown, for the summary of a step in GitHub Actions.

use std::cmp::Reverse;

use crate::cli::report::{Counts, several};
use crate::cli::uri::encoded;
use crate::diagnostic::Diagnostic;
use crate::pipeline::Checked;

/// So many findings are shown; the summary of a step has its limit, and so has a reader.
const SHOWN: usize = 20;
/// So much of a text is shown.
const LONGEST: usize = 300;

/// Counts, and the gravest findings with links to their lines. `folder` is where the documents lie in the repository,
/// with a slash at its end; `files` is the address of the repository's files.
pub fn summary(checked: &Checked, folder: &str, files: Option<&str>) -> String {
    let findings = &checked.findings;
    let documents = several(checked.files.len(), "document");
    let items = several(checked.plan.len(), "item");
    let counts = Counts::of(findings).words();
    let mut out = format!("### plansite: {counts}\n\n{documents}, {items}.\n\n");
    let mut shown: Vec<&Diagnostic> = findings.iter().collect();
    shown.sort_by_key(|finding| Reverse(finding.severity));
    if !shown.is_empty() {
        out.push_str("| Level | Finding | Line |\n| --- | --- | --- |\n");
    }
    for finding in shown.iter().take(SHOWN) {
        out.push_str(&row(finding, checked, folder, files));
    }
    if shown.len() > SHOWN {
        let rest = several(shown.len() - SHOWN, "more finding");
        out.push_str(&format!("\n{rest}: `plansite check` shows all.\n"));
    }
    out.push_str(&skipped(checked, folder));
    out.push('\n');
    out
}

fn skipped(checked: &Checked, folder: &str) -> String {
    let skipped = checked.skipped.iter().take(SHOWN);
    let lines = skipped.map(|(path, why)| {
        let path = format!("{folder}{path}");
        format!("\nLeft out: {}: {}\n", words(&path), words(why))
    });
    lines.collect()
}

fn row(finding: &Diagnostic, checked: &Checked, folder: &str, files: Option<&str>) -> String {
    let file = &checked.files[finding.place.file.0 as usize];
    let line = file.line(finding.place.span.start);
    let path = format!("{folder}{}", file.path);
    let place = words(&format!("{path}:{line}"));
    let place = match files {
        Some(files) => format!("[{place}]({files}{}?plain=1#L{line})", encoded(&path)),
        None => place,
    };
    let help = finding
        .help
        .iter()
        .map(|help| format!("<br>{}", told(help)));
    format!(
        "| {} | {}{} (`{}`) | {place} |\n",
        finding.severity.word(),
        told(&finding.message),
        help.collect::<String>(),
        finding.rule,
    )
}

/// Words of a finding: what stands between backticks is code, and nothing else is markup.
fn told(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let last = parts.len() - 1;
    // The last backtick of an odd number opens nothing.
    let is_code = |at: usize| at % 2 == 1 && at < last;
    let told = parts
        .iter()
        .enumerate()
        .map(|(at, part)| match is_code(at) {
            true => format!("<code>{}</code>", words(part)),
            false if at % 2 == 1 => format!("&#96;{}", words(part)),
            false => words(part),
        });
    told.collect()
}

/// Words in one line, in which nothing is markup: neither a bar, which would open a cell, nor a bracket or a tag.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().take(LONGEST) {
        match c {
            c if c.is_control() => out.push(' '),
            ' ' | '.' | ',' | '-' | '/' | '%' | ';' | '\'' | '(' | ')' | '=' | '?' => out.push(c),
            c if c.is_ascii_punctuation() => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_documents_are_no_markup() {
        assert_eq!(
            words("a|b\n[x](y) <i> *z*"),
            "a&#124;b &#91;x&#93;(y) &#60;i&#62; &#42;z&#42;"
        );
        assert_eq!(words("größe & 50 %"), "größe &#38; 50 %");
        assert_eq!(words(&"é".repeat(301)).chars().count(), 301);
    }

    #[test]
    fn words_between_backticks_are_code() {
        assert_eq!(
            told("`<a>` is no *b*"),
            "<code>&#60;a&#62;</code> is no &#42;b&#42;"
        );
        assert_eq!(told("one ` alone"), "one &#96; alone");
        assert_eq!(told("`a` and ` b"), "<code>a</code> and &#96; b");
        assert_eq!(told(""), "");
    }
}
