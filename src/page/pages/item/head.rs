//! The head of the page of an item: what it is called, how it stands, and the facts that are stated of it.

use crate::edition::entry::{Fact as Stated, Progress};
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::relative;
use crate::page::calendar::distance;
use crate::page::decision;
use crate::page::figure::{self, amount};
use crate::page::iteration::over;
use crate::page::mark;
use crate::page::name;
use crate::page::noun::{title, titles};
use crate::page::pages::item::dates::is_date;
use crate::page::pages::item::features::is_link;
use crate::page::pages::item::risks::is_open;
use crate::page::pages::item::telling::Telling;
use crate::page::pages::item::written::is_criteria;
use crate::page::rows;
use crate::page::section::{Action, Fact, Head, Note};
use crate::page::stated;
use crate::page::term::is_finished;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// Longer words are no fact.
const SHORT: usize = 160;

impl Telling<'_> {
    pub(super) fn head(&self) -> Head {
        let item = self.item;
        let kicker = escape(&name::above(&self.book.tongue, item)).into_owned();
        let place = item.sources.first().map(|source| {
            let place = if item.has_document {
                source.file.to_string()
            } else {
                format!("{}:{}", source.file, source.line)
            };
            format!(" · {}", mark::at(source, &place).as_str())
        });
        Head {
            kicker: Some(Markup::html(kicker + &place.unwrap_or_default())),
            title: Markup::text(&name::title(item)),
            lead: self.lead().map(|words| Markup::text(&words)),
            sub: None,
            note: self.note(),
            facts: self.facts().into_iter().chain(self.more()).collect(),
            actions: self.actions(),
        }
    }

    /// Whether a field is told elsewhere on the page: as its lead, or as criteria in prose.
    pub(super) fn is_told(&self, fact: &Stated) -> bool {
        let is_goal = self.goal().is_some_and(|goal| std::ptr::eq(goal, fact));
        let is_own = self.item.has_document && is_link(&fact.name);
        let is_decided = self.item.kind == Kind::Decision && decision::is_fact(fact);
        is_goal || is_own || is_decided || is_criteria(fact) || is_date(fact)
    }

    pub(super) fn note(&self) -> Option<Note> {
        let obstacles = self.book.obstacles(self.at);
        if let Some((obstacle, _)) = obstacles.first() {
            let item = self.book.item(*obstacle);
            return Some(Note {
                style: "bad",
                icon: "blocked",
                strong: self.book.tongue.say("Blocked.").into_owned(),
                text: mark::anchor(
                    &self.book.link(self.from, *obstacle),
                    &name::title(item),
                    "",
                ),
            });
        }
        if let Some(words) = over(&self.book.tongue, self.item).filter(|_| !is_finished(self.item))
        {
            return Some(Note {
                style: "warn",
                icon: "warn",
                strong: self
                    .book
                    .tongue
                    .say("Committed above capacity.")
                    .into_owned(),
                text: Markup::text(&words),
            });
        }
        let health = self.item.health.as_ref()?;
        let tongue = &self.book.tongue;
        let (style, icon, strong) = badge::health_note(tongue, health);
        Some(Note {
            style,
            icon,
            strong,
            text: Markup::text(&badge::reason(tongue, health)),
        })
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let item = self.item;
        let (today, tongue) = (self.book.edition.as_of, &self.book.tongue);
        let link = |to: &str| relative(self.from, to);
        let is_silent = item.kind == Kind::Sprint && item.status.is_none();
        let mut facts: Vec<Fact> = (!is_silent)
            .then(|| self.status_fact())
            .into_iter()
            .collect();
        if let Some(progress) = &item.progress {
            facts.push(Fact {
                is_bar: true,
                note: progress
                    .counts_hidden
                    .then(|| Markup::text(&tongue.say("counts work that is not shown here"))),
                ..fact(
                    &self.counted(progress),
                    rows::bar(self.book, self.from, self.at),
                )
            });
            facts.extend(progress.declared.as_ref().map(|declared| Fact {
                note: declared.source.as_ref().map(|source| {
                    Markup::text(&tongue.tell("line {line}", &[("line", &source.line)]))
                }),
                ..fact(
                    key("Declared"),
                    Markup::text(&format!("{}/{}", declared.value.done, declared.value.of)),
                )
            }));
        } else if matches!(item.kind, Kind::Phase | Kind::Milestone) {
            facts.push(Fact {
                is_bar: true,
                ..fact(key("Progress"), badge::unknown_bar(tongue))
            });
        }
        let last = if item.kind == Kind::Sprint {
            key("End")
        } else {
            key("Due")
        };
        for (label, said) in [
            (key("Start"), &item.start),
            (last, &item.due),
            (key("Done"), &item.done),
        ] {
            facts.extend(said.as_ref().map(|said| {
                Fact {
                    note: said
                        .value
                        .day
                        .filter(|_| label == last && is_open(item))
                        .map(|day| Markup::text(&distance(tongue, day, today))),
                    ..fact(label, badge::when(tongue, said, today))
                }
            }));
        }
        if let Some(checks) = item.checks {
            facts.push(fact(
                key("Criteria met"),
                rows::criteria(
                    self.book,
                    self.from,
                    self.at,
                    &figure::of(tongue, checks.done, checks.of),
                ),
            ));
        }
        facts.extend(
            item.priority
                .as_ref()
                .map(|said| fact(key("Priority"), mark::priority(&said.raw))),
        );
        facts.extend(
            item.owner
                .as_ref()
                .map(|said| fact(key("Owner"), self.book.slices.owners_in(&said.raw, link))),
        );
        facts.extend(self.decision_facts());
        facts.extend(
            item.estimate
                .as_ref()
                .map(|said| fact(key("Estimate"), Markup::text(&said.raw))),
        );
        facts.extend(self.figures());
        facts.extend(self.above());
        if !item.labels.is_empty() {
            let labels = self.book.slices.labels_in(&item.labels, link);
            facts.push(fact(key("Labels"), labels));
        }
        facts
    }

    /// What the figure counts: "Tasks".
    fn counted(&self, progress: &Progress) -> String {
        let leaves = progress.leaves.filter(|_| progress.tally.is_some());
        match leaves {
            Some(leaves) => titles(&self.book.tongue, leaves),
            None => key("Progress").to_string(),
        }
    }

    pub(super) fn status_fact(&self) -> Fact {
        if self.item.kind == Kind::Decision {
            return fact(
                key("Status"),
                decision::status(&self.book.tongue, self.item),
            );
        }
        let raw = badge::status_as_written(&self.book.tongue, self.item);
        Fact {
            note: raw.map(|raw| Markup::text(&format!("“{raw}”"))),
            ..fact(key("Status"), badge::status(&self.book.tongue, self.item))
        }
    }

    pub(super) fn figures(&self) -> Vec<Fact> {
        let (item, tongue) = (self.item, &self.book.tongue);
        let figures = [
            (key("Committed"), &item.committed),
            (key("Completed"), &item.completed),
        ];
        let told = figures.into_iter().filter_map(|(label, figure)| {
            let figure = figure.as_ref()?;
            let counted = figure
                .stated
                .is_none()
                .then(|| mark::anchor("#tasks", &tongue.say("counted"), ""));
            Some(Fact {
                note: counted.filter(|_| !self.book.members(self.at).is_empty()),
                ..fact(label, Markup::text(&amount(tongue, figure.value)))
            })
        });
        let velocity = item.velocity.as_ref();
        let velocity =
            velocity.map(|said| fact(key("Velocity, as written"), Markup::text(&said.raw)));
        told.chain(velocity).collect()
    }

    /// What it is a part of, and its sprint.
    pub(super) fn above(&self) -> Vec<Fact> {
        let leads = [&self.item.parent, &self.item.sprint];
        let told = leads.into_iter().flatten().map(|lead| match lead.to {
            Some(to) => {
                let other = self.book.item(to);
                let words = name::short(other);
                let link = mark::anchor(&self.book.link(self.from, to), &words, "");
                fact(&title(&self.book.tongue, other.kind), link)
            }
            None => fact(key("Part of"), Markup::text(&lead.raw)),
        });
        let became = self
            .item
            .became
            .iter()
            .map(|lead| fact(key("Became"), mark::lead(self.book, self.from, lead)));
        told.filter(|fact| !fact.value.is_empty())
            .chain(became)
            .collect()
    }

    /// Of a decision: when it was made or is needed, and by whom.
    fn decision_facts(&self) -> Vec<Fact> {
        if self.item.kind != Kind::Decision {
            return Vec::new();
        }
        let today = self.book.edition.as_of;
        let told = decision::FACTS.iter().filter_map(|(label, names)| {
            let field = stated::field(self.item, names)?;
            Some(fact(label, stated::date(&self.book.tongue, field, today)))
        });
        told.filter(|fact| fact.value.as_str().len() <= SHORT)
            .collect()
    }

    pub(super) fn actions(&self) -> Vec<Action> {
        let Some(source) = self.item.sources.first() else {
            return Vec::new();
        };
        let see = self.book.source(&source.file, source.line);
        let edit = self.book.edit(&source.file);
        let see = see.map(|href| Action {
            href,
            icon: "file",
            words: key("Source"),
        });
        let edit = edit.map(|href| Action {
            href,
            icon: "edit",
            words: key("Edit"),
        });
        see.into_iter().chain(edit).collect()
    }
}

fn fact(name: &str, value: Markup) -> Fact {
    Fact {
        name: name.to_string(),
        value,
        note: None,
        is_bar: false,
    }
}
