//! One document with the edits that would mend what was found in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Safety};
use crate::edit::edits;
use crate::text::edit::{Edit, splice};
use crate::text::file::SourceFile;
use crate::text::mojibake;
use crate::text::span::{FileId, Span};

/// One document with its edits made, and nothing of it saved.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Which document.
    pub id: FileId,
    /// As it was read.
    pub old: Arc<SourceFile>,
    /// As it would be.
    pub new: Arc<SourceFile>,
    /// Where it differs, before and after.
    pub places: (Vec<Span>, Vec<Span>),
    /// What is mended by that.
    pub findings: Vec<Diagnostic>,
}

impl Draft {
    /// The words that the fixes are about, before and after; a link is more than its target.
    pub fn touched(&self) -> (Vec<Span>, Vec<Span>) {
        let fixes = self
            .findings
            .iter()
            .filter_map(|finding| finding.fix.as_ref());
        let before = fixes.flat_map(|fix| fix.places.iter().map(|place| place.span));
        let before: Vec<Span> = before.collect();
        let after = before.iter().map(|span| Span {
            start: self.shifted(span.start),
            end: self.shifted(span.end),
        });
        let after = after.collect();
        (before, after)
    }

    /// Where a byte stands after the edits.
    fn shifted(&self, at: u32) -> u32 {
        let pairs = self.places.0.iter().zip(&self.places.1);
        let passed = pairs.take_while(|(before, _)| before.end <= at);
        passed
            .last()
            .map_or(at, |(before, after)| at - before.end + after.end)
    }
}

/// A document that stays as it is, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its path.
    pub path: String,
    /// Why: goes on after its name.
    pub why: String,
}

/// The documents in which findings can be mended safely, in order, and those that must not be written to.
pub fn drafts(findings: &[Diagnostic], files: &[Arc<SourceFile>]) -> (Vec<Draft>, Vec<Left>) {
    let shown: Vec<&SourceFile> = files.iter().map(AsRef::as_ref).collect();
    let mut found: BTreeMap<FileId, (Vec<Edit>, Vec<Diagnostic>)> = BTreeMap::new();
    for finding in findings {
        let fix = finding.fix.as_ref();
        let safe = fix.filter(|fix| fix.safety == Safety::Safe);
        if let Some((id, edits)) = safe.and_then(|fix| edits(fix, &shown)) {
            let entry = found.entry(id).or_default();
            entry.0.extend(edits);
            entry.1.push(finding.clone());
        }
    }
    let (mut drafts, mut left) = (Vec::new(), Vec::new());
    for (id, (edits, findings)) in found {
        match draft(id, &files[id.0 as usize], &edits, findings) {
            Ok(draft) => drafts.push(draft),
            Err(one) => left.push(one),
        }
    }
    (drafts, left)
}

fn draft(
    id: FileId,
    old: &Arc<SourceFile>,
    edits: &[Edit],
    findings: Vec<Diagnostic>,
) -> Result<Draft, Left> {
    let left = |why: &str| Left {
        path: old.path.clone(),
        why: why.to_string(),
    };
    if mojibake::find(&old.text).is_some() {
        return Err(left(
            "its text was encoded twice, which is to be mended first",
        ));
    }
    let Some((text, after)) = splice(&old.text, edits) else {
        return Err(left("two fixes would change the same words"));
    };
    let mut before: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    before.sort();
    before.dedup();
    Ok(Draft {
        id,
        old: old.clone(),
        new: Arc::new(SourceFile::new(old.path.as_str(), text.into_bytes())),
        places: (before, after),
        findings,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Change, Fix, Message, Severity};
    use crate::text::span::Place;

    fn finding(range: std::ops::Range<usize>, now: u32, safety: Safety) -> Diagnostic {
        let place = Place {
            file: FileId(0),
            span: Span::new(range),
        };
        Diagnostic {
            rule: "stale-tally",
            severity: Severity::Warning,
            message: Message::default(),
            place,
            label: String::new(),
            others: Vec::new(),
            help: None,
            fix: Some(Fix {
                change: Change::Figures {
                    was: 1,
                    now,
                    of: 5,
                    kind: "task",
                },
                places: vec![place],
                safety,
            }),
        }
    }

    fn made(text: &str, findings: &[Diagnostic]) -> Result<Vec<String>, String> {
        let file = Arc::new(SourceFile::new("a.md", text.as_bytes().to_vec()));
        let (drafts, left) = drafts(findings, &[file]);
        match left.first() {
            Some(left) => Err(left.why.clone()),
            None => Ok(drafts.iter().map(|draft| draft.new.text.clone()).collect()),
        }
    }

    #[test]
    fn only_what_is_safe_is_drafted() {
        let (safe, not) = (
            finding(3..6, 2, Safety::Safe),
            finding(3..6, 0, Safety::Unsafe),
        );
        assert_eq!(
            made("P: 1/5", &[safe, not.clone()]),
            Ok(vec!["P: 2/5".into()])
        );
        assert_eq!(made("P: 1/5", &[not]), Ok(Vec::new()));
    }

    #[test]
    fn places_shift_with_the_edits_before_them() {
        let file = Arc::new(SourceFile::new("a.md", b"P: 1/5, Q: 1/5".to_vec()));
        let both = [
            finding(3..6, 12, Safety::Safe),
            finding(11..14, 12, Safety::Safe),
        ];
        let (drafts, _) = drafts(&both, &[file]);
        let (before, after) = drafts[0].touched();
        assert_eq!(before, [Span::new(3..6), Span::new(11..14)]);
        assert_eq!(after, [Span::new(3..7), Span::new(12..16)]);
    }

    #[test]
    fn two_fixes_of_one_place_are_refused() {
        let both = [
            finding(3..6, 2, Safety::Safe),
            finding(3..6, 3, Safety::Safe),
        ];
        assert!(made("P: 1/5", &both).is_err());
    }

    #[test]
    fn text_that_was_encoded_twice_is_left_alone() {
        let finding = finding(3..6, 2, Safety::Safe);
        assert!(made("P: 1/5\nâ€” x", &[finding]).is_err());
    }
}
