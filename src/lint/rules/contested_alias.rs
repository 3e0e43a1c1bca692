//! A former name that two items carry.

use std::collections::BTreeMap;

use crate::analyze::Analysis;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, place};
use crate::model::item::Item;
use crate::model::plan::Plan;
use crate::model::reason::Reason;

/// A former name that two items carry.
pub struct ContestedAlias;

impl Rule for ContestedAlias {
    fn name(&self) -> &'static str {
        "contested-alias"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("contested_alias.md")
    }

    fn check(&self, plan: &Plan, _: &Analysis, findings: &mut Findings) {
        let mut first: BTreeMap<String, &Item> = BTreeMap::new();
        for (_, item) in plan.items() {
            let mut own: Vec<(String, &str)> = named(item).collect();
            own.sort_unstable();
            own.dedup_by(|a, b| a.0 == b.0);
            for (folded, alias) in own {
                let Some(other) = first.get(&folded) else {
                    first.insert(folded, item);
                    continue;
                };
                findings.add(Diagnostic {
                    others: vec![(place(other), "this item carries it".into())],
                    help: Some(
                        Reason::new(
                            "take it out of one of them: what is called so leads to the first",
                        )
                        .into(),
                    ),
                    ..self.finding(
                        place(item),
                        Reason::new("the alias `{alias}` of `{item}` is that of `{other}` too")
                            .words("alias", alias)
                            .words("item", name(item))
                            .words("other", name(other)),
                    )
                });
            }
        }
    }
}

/// The former names of an item, without regard to case.
fn named(item: &Item) -> impl Iterator<Item = (String, &str)> {
    let names = item.aliases.iter().map(|alias| alias.trim());
    let names = names.filter(|alias| !alias.is_empty());
    names.map(|alias| (alias.to_lowercase(), alias))
}
