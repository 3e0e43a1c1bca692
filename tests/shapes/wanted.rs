//! Holds what was read against an answer key written by hand: what a planner wants to see in the documents, and no more.
//!
//! One line an item, in any order: `kind id "title" status=… due=… parent=… depends=…,… checks=1/2`; the id may be left
//! out, and `|` stands between titles that are equally right. An item that is not in the key is wrong, unless a line beginning with `?` allows it. A status and a due date
//! must be there exactly if the key has them; other values count where the key states them.

use plansite::model::item::Item;
use plansite::model::plan::Plan;
use plansite::model::reference::Reference;
use plansite::model::when::{Precision, When};

/// One line of the key.
struct Want<'a> {
    line: &'a str,
    allowed: bool,
    kind: String,
    id: Option<String>,
    title: String,
    values: Vec<(String, String)>,
}

/// The key as it should be: its own lines where they hold, else what was read.
pub(crate) fn held(key: &str, plan: &Plan) -> String {
    let wants: Vec<Want> = key
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(Want::of)
        .collect();
    let items: Vec<&Item> = plan.items().map(|(_, item)| item).collect();
    let mut used = vec![false; items.len()];
    let (mut out, mut held) = (String::new(), true);
    for want in wants.iter().filter(|want| !want.allowed) {
        let fits = |at: &usize| !used[*at] && want.names(items[*at]);
        let candidates: Vec<usize> = (0..items.len()).filter(fits).collect();
        let right = candidates
            .iter()
            .find(|at| want.wrong(plan, items[**at]).is_empty());
        let Some(at) = right.or(candidates.first()).copied() else {
            out.push_str(&format!("missed: {}\n", want.line));
            held = false;
            continue;
        };
        used[at] = true;
        let wrong = want.wrong(plan, items[at]);
        if wrong.is_empty() {
            out.push_str(&format!("{}\n", want.line));
        } else {
            out.push_str(&format!("{} <- {}\n", want.line, wrong.join(", ")));
            held = false;
        }
    }
    for (_, item) in items.iter().enumerate().filter(|(at, _)| !used[*at]) {
        if !wants
            .iter()
            .any(|want| want.allowed && want.names_any(item))
        {
            held = false;
            let id = item.id.clone().unwrap_or_default();
            out.push_str(&format!(
                "extra: {} {id} {:?}\n",
                item.kind.name(),
                item.title
            ));
        }
    }
    if held { key.to_string() } else { out }
}

impl<'a> Want<'a> {
    fn of(line: &'a str) -> Self {
        let allowed = line.starts_with('?');
        let mut words = words(line.trim_start_matches('?')).into_iter();
        let kind = words.next().unwrap_or_default();
        let (mut id, mut title, mut values) = (None, String::new(), Vec::new());
        for word in words {
            if let Some(quoted) = word.strip_prefix('"') {
                title = quoted.trim_end_matches('"').to_string();
            } else if let Some((name, value)) = word.split_once('=').filter(|_| !title.is_empty()) {
                values.push((name.to_string(), value.to_string()));
            } else {
                id = Some(word);
            }
        }
        Self {
            line,
            allowed,
            kind,
            id,
            title,
            values,
        }
    }

    fn names(&self, item: &Item) -> bool {
        item.kind.name() == self.kind && self.names_any(item)
    }

    fn names_any(&self, item: &Item) -> bool {
        let has_id = |id: &String| item.id.as_ref().is_some_and(|own| fold(own) == fold(id));
        let titles = self.title.split('|');
        titles.map(fold).any(|title| title == fold(&item.title))
            && self.id.as_ref().is_none_or(has_id)
    }

    fn said(&self, name: &str) -> Option<&str> {
        let found = self.values.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What the item says otherwise.
    fn wrong(&self, plan: &Plan, item: &Item) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut hold = |name: &str, got: Option<String>, strict: bool| {
            let want = self.said(name);
            let same = match (want, &got) {
                (Some(want), Some(got)) => fold(want) == fold(got),
                (None, Some(_)) => !strict,
                (want, None) => want.is_none(),
            };
            if !same {
                wrong.push(format!("{name}={}", got.unwrap_or("none".to_string())));
            }
        };
        let status = item.status.as_ref();
        hold(
            "status",
            status.map(|said| said.value.name().to_string()),
            true,
        );
        let exact = |when: &When| is_exact(when).then_some(when.day);
        let day = |when: When| when.day.map(|day| day.to_string());
        let due = item.due.as_ref().map(|said| said.value);
        hold(
            "due",
            due.and_then(day),
            due.and_then(|when| exact(&when)).is_some(),
        );
        hold(
            "start",
            item.start.as_ref().and_then(|said| day(said.value)),
            false,
        );
        hold(
            "done",
            item.done.as_ref().and_then(|said| day(said.value)),
            false,
        );
        hold(
            "priority",
            item.priority.as_ref().map(|said| said.value.clone()),
            false,
        );
        hold(
            "owner",
            item.owner.as_ref().map(|said| said.value.clone()),
            false,
        );
        hold(
            "checks",
            item.checks
                .map(|tally| format!("{}/{}", tally.done, tally.of)),
            false,
        );
        let declared = item
            .declared
            .as_ref()
            .map(|said| format!("{}/{}", said.value.done, said.value.of));
        hold("declared", declared, false);
        hold(
            "committed",
            item.committed.as_ref().map(|said| said.value.to_string()),
            false,
        );
        hold(
            "completed",
            item.completed.as_ref().map(|said| said.value.to_string()),
            false,
        );
        let mut names = |name: &str, references: Vec<&Reference>| {
            for want in parts(self.said(name).unwrap_or_default()) {
                if !references.iter().any(|to| leads(plan, to, &want)) {
                    let raw: Vec<&str> = references.iter().map(|to| to.raw.as_str()).collect();
                    wrong.push(format!("{name}={raw:?}"));
                }
            }
        };
        names("parent", item.parent.iter().chain(&item.blocks).collect());
        names("sprint", item.sprint.iter().collect());
        names("depends", item.depends_on.iter().collect());
        wrong
    }
}

/// Whether a document names this very day.
fn is_exact(when: &When) -> bool {
    !when.approximate && when.precision == Precision::Day
}

/// Whether a reference says this name, as written or by what it leads to.
fn leads(plan: &Plan, reference: &Reference, want: &str) -> bool {
    let target = reference.to.map(|to| plan.item(to));
    let said = [
        Some(reference.raw.clone()),
        target.map(|item| item.key.to_string()),
        target.and_then(|item| item.id.clone()),
        target.map(|item| item.title.clone()),
    ];
    let want = fold(want);
    said.iter()
        .flatten()
        .map(|said| fold(said))
        .any(|said| said == want || want.len() > 4 && said.starts_with(&want))
}

/// Without case, marks and runs of blanks.
fn fold(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words between blanks; what stands in quotes is one word.
fn words(line: &str) -> Vec<String> {
    cut(line, ' ')
}

fn parts(value: &str) -> Vec<String> {
    cut(value, ',')
}

fn cut(line: &str, at: char) -> Vec<String> {
    let mut quoted = false;
    let pieces = line.split(|c: char| {
        quoted ^= c == '"';
        c == at && !quoted
    });
    pieces
        .filter(|piece| !piece.is_empty())
        .map(String::from)
        .collect()
}
