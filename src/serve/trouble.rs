//! What went wrong with the last change, as the overlay in the browser shows it.

use std::collections::BTreeMap;
use std::error::Error;

use serde::Serialize;

use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::Rule;
use crate::lint::rules;
use crate::output::RenderFault;
use crate::pipeline::{Checked, Stop};
use crate::serve::name::{hash, named};
use crate::snippet;
use crate::text::file::SourceFile;

/// So many findings are shown; a broken plan may have thousands.
const MOST: usize = 20;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// Whether the last good page is kept on the screen until this is mended.
    pub holds: bool,
    /// What it is about, in a line.
    pub title: String,
    /// Names it, wherever its lines have moved to.
    pub mark: String,
    /// Each finding with its lines.
    pub items: Vec<String>,
    /// How many findings there are beyond these.
    pub more: usize,
}

impl Trouble {
    /// Why the site could not be made.
    pub fn stop(stop: &Stop) -> Self {
        let items = match stop {
            Stop::Config(ConfigFault::Wrong { file, faults }) => {
                let shown = faults.iter().map(|fault| snippet::plain(fault, &[file]));
                shown.collect()
            }
            stop => vec![told(stop, stop.help().as_deref())],
        };
        Self {
            holds: true,
            mark: named(hash(&items)),
            title: "This is the last good state: the site cannot be made".into(),
            more: items.len().saturating_sub(MOST),
            items: items.into_iter().take(MOST).collect(),
        }
    }

    /// The same, without a word of the plan for those who may not see all of it.
    pub fn told_to(self, sees_all: bool) -> Self {
        if sees_all {
            return self;
        }
        let title = match self.holds {
            true => "This is the last good state: something is wrong",
            false => "Something new was found",
        };
        Self {
            title: title.into(),
            items: vec!["The terminal says what it is, for this audience does not see all.".into()],
            more: 0,
            ..self
        }
    }

    /// Why a page could not be rendered.
    pub fn page(fault: &RenderFault) -> Self {
        let text = told(&**fault, None);
        Self {
            holds: true,
            title: "This is the last good state: the page cannot be made".into(),
            mark: named(hash(&text)),
            items: vec![text],
            more: 0,
        }
    }

    /// Findings that were not there before.
    fn findings(found: &[&Diagnostic], files: &[&SourceFile]) -> Option<Self> {
        let garbled = found.iter().find(|finding| garbles(finding));
        let title = match (garbled, found) {
            (_, []) => return None,
            (Some(finding), _) => {
                let path = &files[finding.place.file.0 as usize].path;
                format!("This is the last good state: something is wrong in {path}")
            }
            (None, [finding]) => format!("A new finding: {}", finding.message),
            (None, found) => format!("{} new findings", found.len()),
        };
        // What keeps the page from changing is said first.
        let mut found = found.to_vec();
        found.sort_by_key(|finding| !garbles(finding));
        let shown = found.iter().take(MOST);
        let said = |finding: &&Diagnostic| {
            let path = &files[finding.place.file.0 as usize].path;
            (path.clone(), finding.rule, finding.message.to_string())
        };
        Some(Self {
            mark: named(hash(&found.iter().map(said).collect::<Vec<_>>())),
            holds: garbled.is_some(),
            title,
            items: shown
                .map(|finding| snippet::plain(finding, files))
                .collect(),
            more: found.len().saturating_sub(MOST),
        })
    }
}

/// The fault and what led to it.
fn told(fault: &dyn Error, help: Option<&str>) -> String {
    let mut text = format!("error: {fault}");
    let mut cause = fault.source();
    while let Some(deeper) = cause {
        text.push_str(&format!(": {deeper}"));
        cause = deeper.source();
    }
    if let Some(help) = help {
        text.push_str(&format!("\n  |\n  = help: {help}"));
    }
    text
}

/// Whether the document cannot be read as it is meant, or the plan cannot be right.
fn garbles(finding: &Diagnostic) -> bool {
    let garbles = || rules::find(finding.rule).is_some_and(Rule::garbles);
    finding.severity == Severity::Error || garbles()
}

/// How many findings of each rule each document has, by what they say.
type Counts = BTreeMap<(String, &'static str), Vec<String>>;

/// The findings that were there before anybody changed anything.
#[derive(Debug, Default)]
pub struct Known(Counts);

impl Known {
    /// Those of this plan.
    pub fn of(checked: &Checked) -> Self {
        Self(counts(checked))
    }

    /// What is there beyond them. What has been mended meanwhile is known no more.
    pub fn trouble(&mut self, checked: &Checked) -> Option<Trouble> {
        let now = counts(checked);
        for (place, known) in &mut self.0 {
            let there = now.get(place).map_or(0, Vec::len);
            // Those that are still said stay; a figure in the others may have changed.
            let said = |message: &String| now.get(place).is_some_and(|now| now.contains(message));
            known.sort_by_key(|message| !said(message));
            known.truncate(there);
        }
        let files: Vec<&SourceFile> = checked.files.iter().map(AsRef::as_ref).collect();
        let mut room: BTreeMap<_, usize> = BTreeMap::new();
        for (place, now) in &now {
            let known = self.0.get(place).map_or(0, Vec::len);
            room.insert(place.clone(), now.len() - known.min(now.len()));
        }
        let mut fresh = Vec::new();
        for said_before in [false, true] {
            for finding in shown(checked) {
                let place = place(finding, checked);
                let known = self.0.get(&place);
                let is_said = known
                    .is_some_and(|known| known.iter().any(|message| *message == *finding.message));
                let room = room.entry(place).or_default();
                if is_said == said_before && *room > 0 {
                    *room -= 1;
                    fresh.push(finding);
                }
            }
        }
        Trouble::findings(&fresh, &files)
    }
}

fn counts(checked: &Checked) -> Counts {
    let mut counts = Counts::new();
    for finding in shown(checked) {
        let place = place(finding, checked);
        counts
            .entry(place)
            .or_default()
            .push(finding.message.to_string());
    }
    counts
}

fn shown(checked: &Checked) -> impl Iterator<Item = &Diagnostic> {
    let findings = checked.findings.iter();
    findings.filter(|finding| finding.severity != Severity::Note)
}

fn place(finding: &Diagnostic, checked: &Checked) -> (String, &'static str) {
    let file = &checked.files[finding.place.file.0 as usize];
    (file.path.clone(), finding.rule)
}
