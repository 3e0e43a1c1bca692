//! What two readings of a plan say differently, apart from what was changed on purpose.

use std::collections::HashMap;
use std::fmt::Debug;

use crate::model::item::Item;
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::{Saying, Stated};
use crate::text::span::{FileId, Place, Span};

/// Where documents were changed.
#[derive(Debug, Default)]
pub struct Touched(HashMap<FileId, Vec<Span>>);

impl Touched {
    /// Remembers places of a file.
    pub fn add(&mut self, file: FileId, spans: impl IntoIterator<Item = Span>) {
        self.0.entry(file).or_default().extend(spans);
    }

    fn has(&self, place: Place) -> bool {
        let holds = |span: &Span| span.start < place.span.end && place.span.start < span.end;
        let spans = self.0.get(&place.file);
        spans.is_some_and(|spans| spans.iter().any(holds))
    }
}

/// One reading of the plan, and where it differs on purpose from the other one.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The places of the edits.
    pub touched: &'a Touched,
}

/// The first thing that is said differently, in words.
pub fn difference(old: Side<'_>, new: Side<'_>) -> Option<String> {
    if old.plan.len() != new.plan.len() {
        let (old, new) = (old.plan.len(), new.plan.len());
        return Some(format!("the plan would hold {new} items instead of {old}"));
    }
    let facts = |side: Side<'_>| {
        let facts = side.plan.facts.iter();
        let told = facts.map(|fact| (fact.name.clone(), loosely(Some(&fact.value), side)));
        told.collect::<Vec<_>>()
    };
    if old.plan.title != new.plan.title || facts(old) != facts(new) {
        return Some("the facts of the plan would change".to_string());
    }
    let pairs = old.plan.items().zip(new.plan.items());
    pairs.into_iter().find_map(|((_, a), (_, b))| {
        let what = of_item((a, old), (b, new))?;
        Some(format!("the {what} of `{}` would change", a.key))
    })
}

fn of_item((a, old): (&Item, Side<'_>), (b, new): (&Item, Side<'_>)) -> Option<&'static str> {
    let pairs = portrait(a, old).into_iter().zip(portrait(b, new));
    let differs = pairs
        .into_iter()
        .find(|((_, a), (_, b))| a != b)
        .map(|((name, _), _)| name);
    let led = |a: &Option<Reference>, b: &Option<Reference>| {
        let is_meant = b.as_ref().is_some_and(|to| new.touched.has(to.place));
        is_meant || reference(a.as_ref()) == reference(b.as_ref())
    };
    differs
        .or_else(|| (!led(&a.parent, &b.parent)).then_some("parent"))
        .or_else(|| (!led(&a.sprint, &b.sprint)).then_some("sprint"))
}

/// All that is said of an item, under a name for each.
fn portrait(item: &Item, side: Side<'_>) -> Vec<(&'static str, String)> {
    let fields = item.fields.iter();
    let fields = fields.map(|(name, said)| (name, loosely(Some(said), side)));
    let criteria = item.criteria.iter();
    let criteria = criteria.map(|one| (&one.text, one.done, &one.group));
    let weeks = item.movements.iter();
    let weeks = weeks.map(|one| (one.change, &one.item.raw, &one.reason));
    let sources = item.sources.iter();
    let sources = sources.map(|source| (source.role, source.place.file));
    vec![
        ("key", told(&(&item.key, &item.id, item.kind))),
        ("title", told(&(&item.title, &item.aliases, &item.labels))),
        ("status", stated(item.status.as_ref())),
        ("priority", stated(item.priority.as_ref())),
        ("rank", stated(item.rank.as_ref())),
        ("start", stated(item.start.as_ref())),
        ("due date", stated(item.due.as_ref())),
        ("end", stated(item.done.as_ref())),
        ("owner", stated(item.owner.as_ref())),
        ("estimate", stated(item.estimate.as_ref())),
        ("audience", stated(item.audience.as_ref())),
        ("committed figure", stated(item.committed.as_ref())),
        ("completed figure", stated(item.completed.as_ref())),
        ("velocity", stated(item.velocity.as_ref())),
        ("declared progress", loosely(item.declared.as_ref(), side)),
        ("dependencies", references(&item.depends_on, side)),
        ("blocked items", references(&item.blocks, side)),
        ("successors", references(&item.became, side)),
        ("fields", told(&fields.collect::<Vec<_>>())),
        (
            "criteria",
            told(&(criteria.collect::<Vec<_>>(), item.checks)),
        ),
        ("weeks", told(&weeks.collect::<Vec<_>>())),
        (
            "places",
            told(&(sources.collect::<Vec<_>>(), item.discovered)),
        ),
    ]
}

fn told(value: &impl Debug) -> String {
    format!("{value:?}")
}

/// A value and who says so; where in a file that is may shift.
fn stated<T: Debug>(said: Option<&Stated<T>>) -> String {
    let sayings = |said: &Stated<T>| said.said.iter().map(saying).collect::<Vec<_>>();
    told(&said.map(|said| (&said.value, sayings(said))))
}

/// The same, but for words that were changed on purpose.
fn loosely<T: Debug>(said: Option<&Stated<T>>, side: Side<'_>) -> String {
    let is_touched = |said: &Saying| side.touched.has(said.place);
    match said {
        Some(said) if said.said.iter().any(is_touched) => said.said.len().to_string(),
        said => stated(said),
    }
}

fn saying(said: &Saying) -> String {
    told(&(&said.raw, said.place.file, said.form))
}

/// Where references lead, apart from those that lead elsewhere on purpose.
fn references(list: &[Reference], side: Side<'_>) -> String {
    let kept = list.iter().filter(|one| !side.touched.has(one.place));
    told(&kept.map(|one| reference(Some(one))).collect::<Vec<_>>())
}

fn reference(one: Option<&Reference>) -> String {
    told(&one.map(|one| (&one.raw, one.to, one.inferred, one.external, one.place.file)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::load::{self, Memo};
    use crate::text::file::SourceFile;
    use std::sync::Arc;

    const TASK: &str = "# T-1: Dig\n\n**Status:** Done\n**Depends on:** T-2\n**Due:** 2026-03-01\n";

    fn plan(text: &str) -> Plan {
        let file =
            |path: &str, text: &str| Arc::new(SourceFile::new(path, text.as_bytes().to_vec()));
        let files = [
            file("tasks/t-1.md", text),
            file("tasks/t-2.md", "# T-2: Fill\n"),
            file("tasks/t-3.md", "# T-3: Paint\n"),
        ];
        load::load(&files, &Config::default(), &mut Memo::default()).plan
    }

    /// What differs where these words stand in the place of others, on purpose or not.
    fn between(was: &str, now: &str, on_purpose: bool) -> Option<String> {
        let text = TASK.replacen(was, now, 1);
        let (mut before, mut after) = (Touched::default(), Touched::default());
        if let Some(at) = TASK.find(was).filter(|_| on_purpose) {
            before.add(FileId(0), [Span::new(at..at + was.len())]);
            after.add(FileId(0), [Span::new(at..at + now.len())]);
        }
        let (old, new) = (plan(TASK), plan(&text));
        let side = |plan, touched| Side { plan, touched };
        difference(side(&old, &before), side(&new, &after))
    }

    #[test]
    fn what_is_said_differently_is_named() {
        assert_eq!(between("Done", "Done", false), None);
        assert_eq!(between("# T-1", "\n# T-1", false), None);
        for (was, now, what) in [
            ("Done", "Planned", "status"),
            ("2026-03", "2026-04", "due date"),
            ("Dig", "Dug", "title"),
            ("T-2", "T-3", "dependencies"),
        ] {
            let wanted = format!("the {what} of `T-1` would change");
            assert_eq!(between(was, now, false), Some(wanted));
        }
    }

    #[test]
    fn only_what_was_meant_may_differ() {
        assert_eq!(between("T-2", "T-3", true), None);
        assert!(between("Done", "Planned", true).is_some());
    }

    #[test]
    fn a_place_is_touched_where_bytes_are_shared() {
        let mut touched = Touched::default();
        touched.add(FileId(1), [Span::new(4..6)]);
        let at = |file, start, end| Place {
            file: FileId(file),
            span: Span::new(start..end),
        };
        assert!(touched.has(at(1, 0, 5)) && touched.has(at(1, 5, 9)));
        assert!(
            !touched.has(at(1, 0, 4)) && !touched.has(at(1, 6, 9)) && !touched.has(at(0, 4, 6))
        );
    }
}
