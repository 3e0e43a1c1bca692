//! The plan read again with edits, before any of them is saved: only what was meant may differ.

use std::collections::HashMap;
use std::sync::Arc;

use crate::change::difference::{Side, Touched, difference};
use crate::change::draft::Draft;
use crate::diagnostic::Diagnostic;
use crate::pipeline::{self, Checked, Look, Memory, Request};
use crate::source::shelf::Found;
use crate::text::file::SourceFile;

/// Reads the plan again, as often as is asked for.
#[derive(Debug)]
pub struct Trial<'a> {
    request: &'a Request,
    before: &'a Checked,
    memory: Memory,
}

/// A finding without its place in the file, which may shift: file, rule, message.
type Said<'a> = (&'a str, &'static str, &'a str);

impl<'a> Trial<'a> {
    /// A trial of changes to this plan.
    pub fn new(request: &'a Request, before: &'a Checked) -> Self {
        Self {
            request,
            before,
            memory: Memory::default(),
        }
    }

    /// Why these drafts must not be saved together; none where they do what they are meant to and nothing else.
    pub fn fault(&mut self, drafts: &[&Draft]) -> Option<String> {
        let after = self.read(drafts);
        let (mut old, mut new) = (Touched::default(), Touched::default());
        for draft in drafts {
            let (before, after) = draft.touched();
            old.add(draft.id, before);
            new.add(draft.id, after);
        }
        let side = |plan, touched| Side { plan, touched };
        let differs = difference(side(&self.before.plan, &old), side(&after.plan, &new));
        differs.or_else(|| self.unwanted(drafts, &after))
    }

    fn read(&mut self, drafts: &[&Draft]) -> Checked {
        let mut files: Vec<Arc<SourceFile>> = self.before.files.to_vec();
        for draft in drafts {
            files[draft.id.0 as usize] = draft.new.clone();
        }
        let look = Look {
            config: self.before.config.clone(),
            found: Found {
                files,
                ..Found::default()
            },
        };
        pipeline::read(self.request, look, &mut self.memory)
    }

    /// A finding that is still there, or that was not there before.
    fn unwanted(&self, drafts: &[&Draft], after: &Checked) -> Option<String> {
        let mut counts: HashMap<Said<'_>, usize> = HashMap::new();
        for finding in self.before.findings.iter() {
            *counts.entry(said(finding, self.before)).or_default() += 1;
        }
        let mended = drafts.iter().flat_map(|draft| &draft.findings);
        let mended: Vec<Said<'_>> = mended.map(|one| said(one, self.before)).collect();
        for said in &mended {
            let count = counts.entry(*said).or_default();
            *count = count.saturating_sub(1);
        }
        after.findings.iter().find_map(|finding| {
            let said = said(finding, after);
            let count = counts.entry(said).or_default();
            let is_known = *count > 0;
            *count = count.saturating_sub(1);
            let (rule, message) = (finding.rule, &finding.message);
            let told = match mended.contains(&said) {
                true => format!("`{rule}` would still be found: {message}"),
                false => format!("`{rule}` would be found then: {message}"),
            };
            (!is_known).then_some(told)
        })
    }
}

fn said<'a>(finding: &'a Diagnostic, checked: &'a Checked) -> Said<'a> {
    let path = &checked.files[finding.place.file.0 as usize].path;
    (path, finding.rule, &finding.message)
}
