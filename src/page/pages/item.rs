//! The page of an item: what is stated of it, what is written of it, its parts, and what it hangs on.

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::entry::{Backlink, Condition, Entry, Fact as Stated, Lead, Progress, Speaker};
use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::guide;
use crate::page::iteration::{is_finished, over};
use crate::page::mark;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{list, list_page};
use crate::page::section::{
    Action, Check, Column, Fact, Head, Line, Note, Part, Row, Section, Sheet, Step, Table,
};
use crate::page::table::{anchor, table};
use crate::page::words::{capital, count, distance, first_sentence, many};
use crate::theme::markup::{Markup, escape};

/// How many that speak of an item are named.
const SPEAKERS: usize = 100;

/// Own words from this length on are a section, not a line.
const LONG: usize = 120;

/// A lead is no longer than this.
const LEAD: usize = 280;

/// The page of an item.
pub struct Item;

impl Page for Item {
    fn name(&self) -> &'static str {
        "item"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let items = book.edition.items.iter().enumerate();
        for (at, _) in items.filter(|(_, item)| item.has_page && !item.week) {
            pages.leaves.push(leaf(book, at));
        }
    }
}

fn leaf(book: &Book, at: usize) -> Leaf {
    let item = book.item(at);
    let address = book.routes.url(at).to_string();
    Leaf {
        title: name::short(item),
        description: format!("{}: {}", name::kicker(item), name::title(item)),
        entry: Some(list_page(list(item), 0)),
        branch: Some(at).filter(|_| item.kind.level().is_some()),
        is_wide: false,
        crumbs: crumbs(book, at),
        style: None,
        fill: Box::new(move |book| {
            let sheet = sheet(book, at);
            let main = book.render("item", &sheet)?;
            Ok(sheet.inner(main))
        }),
        address,
    }
}

/// Everything that is told of an item.
pub fn sheet(book: &Book, at: usize) -> Sheet {
    let telling = Telling {
        book,
        at,
        item: book.item(at),
        from: book.routes.url(at),
    };
    telling.sheet()
}

/// The plan, then the items above; the list of its kind where there is none.
fn crumbs(book: &Book, at: usize) -> Vec<(String, String)> {
    let mut above = Vec::new();
    let mut next = book.item(at).parent_item();
    while let Some(at) = next.filter(|at| !above.contains(at) && above.len() < 6) {
        above.push(at);
        next = book.item(at).parent_item();
    }
    let mut crumbs = vec![("Plan".to_string(), "index.html".to_string())];
    if above.is_empty() {
        let kind = book.item(at).kind;
        crumbs.push((capital(many(kind)), list_page(list(book.item(at)), 0)));
    }
    let named = above.iter().rev().map(|at| {
        (
            name::short(book.item(*at)),
            book.routes.url(*at).to_string(),
        )
    });
    crumbs.extend(named);
    crumbs
}

/// What is told of one item.
struct Telling<'a> {
    book: &'a Book,
    at: usize,
    item: &'a Entry,
    from: &'a str,
}

impl Telling<'_> {
    fn sheet(&self) -> Sheet {
        let mut sections = Vec::new();
        sections.extend(self.long_fields());
        let told = guide::passages(self.book, self.from, self.item.body.as_ref());
        let (opening, told) = told.split();
        sections.splice(0..0, opening);
        sections.extend(told);
        sections.extend(self.criteria());
        sections.extend(self.parts());
        sections.extend(self.members());
        sections.extend(self.longest_path());
        sections.extend(self.declared());
        sections.extend(self.depends());
        sections.extend(self.holds_up());
        sections.extend(self.inferred());
        sections.extend(self.said());
        sections.extend(self.referenced());
        Sheet {
            drawing: None,
            head: self.head(),
            sections,
            write: Vec::new(),
            ..Sheet::default()
        }
    }

    // The head.

    fn head(&self) -> Head {
        let item = self.item;
        let kicker = escape(&name::kicker(item)).into_owned();
        let place = item.sources.first().map(|source| {
            let place = if item.has_document {
                source.file.to_string()
            } else {
                format!("{}:{}", source.file, source.line)
            };
            format!(" · {}", escape(&place))
        });
        Head {
            kicker: Some(Markup::html(kicker + &place.unwrap_or_default())),
            title: Markup::text(&name::title(item)),
            lead: self.lead().map(Markup::text),
            sub: None,
            note: self.note(),
            facts: self.facts(),
            actions: self.actions(),
        }
    }

    /// What the author says that it is for: the words of a goal, or the first sentence of a description.
    fn lead(&self) -> Option<&str> {
        if let Some(goal) = self.goal() {
            return Some(goal.raw.as_str());
        }
        let described = self.item.fields.iter();
        let mut described = described.filter(|fact| fact.name.eq_ignore_ascii_case("description"));
        first_sentence(&described.next()?.raw)
    }

    fn goal(&self) -> Option<&Stated> {
        let names = [
            "goal",
            "sprint goal",
            "objective",
            "theme",
            "summary",
            "user story",
            "story",
        ];
        names.iter().find_map(|name| {
            let mut fields = self.item.fields.iter();
            fields.find(|fact| {
                let is_short = fact.raw.chars().count() <= LEAD;
                fact.name.eq_ignore_ascii_case(name) && is_short
            })
        })
    }

    /// Whether a field is told elsewhere on the page: as its lead, or as criteria in prose.
    fn is_told(&self, fact: &Stated) -> bool {
        self.goal().is_some_and(|goal| std::ptr::eq(goal, fact)) || is_criteria(fact)
    }

    fn note(&self) -> Option<Note> {
        let obstacles = self.book.obstacles(self.at);
        if let Some((obstacle, _)) = obstacles.first() {
            let item = self.book.item(*obstacle);
            return Some(Note {
                style: "bad",
                icon: "blocked",
                strong: "Blocked.".into(),
                text: mark::anchor(
                    &self.book.link(self.from, *obstacle),
                    &name::title(item),
                    "",
                ),
            });
        }
        if let Some(words) = over(self.item).filter(|_| !is_finished(self.item)) {
            return Some(Note {
                style: "warn",
                icon: "warn",
                strong: "Committed above capacity.".into(),
                text: Markup::text(&words),
            });
        }
        let health = self.item.health.as_ref()?;
        let (style, icon, strong) = mark::health_note(health);
        Some(Note {
            style,
            icon,
            strong: strong.into(),
            text: Markup::text(&mark::sentence(&health.why)),
        })
    }

    fn facts(&self) -> Vec<Fact> {
        let item = self.item;
        let today = self.book.edition.as_of;
        let is_silent = item.kind == Kind::Sprint && item.status.is_none();
        let mut facts: Vec<Fact> = (!is_silent)
            .then(|| self.status_fact())
            .into_iter()
            .collect();
        if let Some(progress) = &item.progress {
            facts.push(Fact {
                is_bar: true,
                note: self.counted(progress),
                ..fact("Progress", mark::bar(progress))
            });
            facts.extend(progress.declared.as_ref().map(|declared| {
                Fact {
                    note: declared
                        .source
                        .as_ref()
                        .map(|source| Markup::text(&format!("line {}", source.line))),
                    ..fact(
                        "Declared",
                        Markup::text(&format!("{}/{}", declared.value.done, declared.value.of)),
                    )
                }
            }));
        } else if matches!(item.kind, Kind::Phase | Kind::Milestone) {
            facts.push(Fact {
                is_bar: true,
                ..fact("Progress", mark::unknown_bar())
            });
        }
        let last = if item.kind == Kind::Sprint {
            "End"
        } else {
            "Due"
        };
        for (label, said) in [
            ("Start", &item.start),
            (last, &item.due),
            ("Done", &item.done),
        ] {
            facts.extend(said.as_ref().map(|said| {
                Fact {
                    note: said
                        .value
                        .day
                        .filter(|_| label == last)
                        .map(|day| Markup::text(&distance(day, today))),
                    ..fact(label, mark::when(said, today))
                }
            }));
        }
        if let Some(checks) = item.checks {
            facts.push(fact(
                "Criteria met",
                Markup::text(&format!("{} of {}", checks.done, checks.of)),
            ));
        }
        facts.extend(
            item.priority
                .as_ref()
                .map(|said| fact("Priority", mark::priority(&said.raw))),
        );
        facts.extend(
            item.owner
                .as_ref()
                .map(|said| fact("Owner", Markup::text(&said.raw))),
        );
        facts.extend(
            item.estimate
                .as_ref()
                .map(|said| fact("Estimate", Markup::text(&said.raw))),
        );
        facts.extend(self.figures());
        facts.extend(self.above());
        if !item.labels.is_empty() {
            facts.push(fact("Labels", Markup::text(&item.labels.join(", "))));
        }
        facts
    }

    /// The way from the figure to the rows that it counts.
    fn counted(&self, progress: &Progress) -> Option<Markup> {
        if progress.counts_hidden {
            return Some(Markup::text("counts work that is not shown here"));
        }
        let leaves = progress.leaves.filter(|_| progress.tally.is_some())?;
        let parts = || self.item.children.iter().map(|at| self.book.item(*at));
        let direct = parts().find(|part| part.kind == leaves && !part.discovered);
        let part = direct.or_else(|| parts().find(|part| part.kind.level().is_some()))?;
        let id = section_id((part.kind, part.discovered));
        Some(mark::anchor(&format!("#{id}"), many(leaves), ""))
    }

    fn status_fact(&self) -> Fact {
        let raw = mark::status_as_written(self.item);
        Fact {
            note: raw.map(|raw| Markup::text(&format!("“{raw}”"))),
            ..fact("Status", mark::status(self.item))
        }
    }

    fn figures(&self) -> Vec<Fact> {
        let item = self.item;
        let figures = [
            ("Committed", &item.committed),
            ("Completed", &item.completed),
        ];
        let told = figures.into_iter().filter_map(|(label, figure)| {
            let figure = figure.as_ref()?;
            let counted = figure
                .stated
                .is_none()
                .then(|| Markup::html("<a href=\"#tasks\">counted</a>".into()));
            Some(Fact {
                note: counted.filter(|_| !self.book.members(self.at).is_empty()),
                ..fact(
                    label,
                    Markup::text(&crate::page::words::amount(figure.value)),
                )
            })
        });
        let velocity = item.velocity.as_ref();
        let velocity = velocity.map(|said| fact("Velocity, as written", Markup::text(&said.raw)));
        told.chain(velocity).collect()
    }

    /// What it is a part of, and its sprint.
    fn above(&self) -> Vec<Fact> {
        let leads = [&self.item.parent, &self.item.sprint];
        let told = leads.into_iter().flatten().map(|lead| match lead.to {
            Some(to) => {
                let other = self.book.item(to);
                let words = name::short(other);
                let link = mark::anchor(&self.book.link(self.from, to), &words, "");
                fact(&capital(other.kind.name()), link)
            }
            None => fact("Part of", Markup::text(&lead.raw)),
        });
        let became = self
            .item
            .became
            .iter()
            .map(|lead| fact("Became", mark::lead(self.book, self.from, lead)));
        told.filter(|fact| !fact.value.is_empty())
            .chain(became)
            .collect()
    }

    fn actions(&self) -> Vec<Action> {
        let Some(source) = self.item.sources.first() else {
            return Vec::new();
        };
        let see = self.book.source(&source.file, source.line);
        let edit = self.book.edit(&source.file);
        let see = see.map(|href| Action {
            href,
            icon: "file",
            words: "Source",
        });
        let edit = edit.map(|href| Action {
            href,
            icon: "edit",
            words: "Edit",
        });
        see.into_iter().chain(edit).collect()
    }

    // What is written.

    /// Long words under a name of the author's.
    fn long_fields(&self) -> Vec<Section> {
        let long = self
            .item
            .fields
            .iter()
            .filter(|fact| fact.raw.chars().count() > LONG && !self.is_told(fact));
        let mut ids = BTreeSet::new();
        long.map(|fact| {
            let slug = crate::model::key::slug(&fact.name);
            let mut id = format!("field.{slug}");
            while !ids.insert(id.clone()) {
                id.push_str("-2");
            }
            Section::new(&id, &capital(&fact.name))
                .with(Part::prose(format!("<p>{}</p>", escape(&fact.raw))))
        })
        .collect()
    }

    fn criteria(&self) -> Vec<Section> {
        let mut groups: Vec<(&str, Vec<&Condition>)> = Vec::new();
        for condition in &self.item.criteria {
            match groups.iter_mut().find(|(name, _)| *name == condition.group) {
                Some((_, group)) => group.push(condition),
                None => groups.push((&condition.group, vec![condition])),
            }
        }
        let boxes = groups.into_iter().enumerate();
        let boxes = boxes.map(|(at, (name, group))| criteria(at, name, &group));
        boxes.chain(self.criteria_in_prose()).collect()
    }

    /// Criteria that were written as a sentence: nothing says which of them are met.
    fn criteria_in_prose(&self) -> impl Iterator<Item = Section> {
        let fields = self.item.fields.iter().filter(|fact| is_criteria(fact));
        fields.enumerate().map(|(at, fact)| {
            Section::new(&format!("done-when.{}", at + 1), &capital(&fact.name))
                .with(Part::said(&fact.raw))
                .note("Written as prose, so no box says what is met.")
        })
    }

    // What hangs below.

    /// The parts by kind, and the parts of parts that have no page of their own.
    fn parts(&self) -> Vec<Section> {
        let mut sections: BTreeMap<(Kind, bool), Section> = BTreeMap::new();
        self.add_parts(self.at, None, &mut sections, 0);
        sections.into_values().collect()
    }

    fn add_parts(
        &self,
        at: usize,
        heading: Option<&Markup>,
        sections: &mut BTreeMap<(Kind, bool), Section>,
        depth: usize,
    ) {
        let mut kinds: BTreeMap<(Kind, bool), Vec<usize>> = BTreeMap::new();
        for part in &self.book.item(at).children {
            let item = self.book.item(*part);
            let is_here = depth == 0 || anchor(self.book, self.from, *part).is_some();
            if is_here {
                kinds
                    .entry((item.kind, item.discovered))
                    .or_default()
                    .push(*part);
            }
        }
        let mut rows: Vec<usize> = Vec::new();
        for (key, parts) in kinds {
            let section = sections.entry(key).or_insert_with(|| part_section(key));
            let caption = format!(
                "{} of {}",
                capital(many(key.0)),
                name::short(self.book.item(at))
            );
            let mut part = Part::table(table(self.book, self.from, &parts, caption));
            part.heading = heading.cloned();
            if depth == 0 {
                section.count = Some(Markup::text(&self.tally(key, &parts)));
            }
            section.parts.push(part);
            rows.extend(parts);
        }
        let hosts = rows
            .into_iter()
            .filter(|part| depth < 6 && anchor(self.book, self.from, *part).is_some());
        for part in hosts {
            let words = name::short(self.book.item(part));
            let heading = mark::anchor(&self.book.link(self.from, part), &words, "quiet");
            self.add_parts(part, Some(&heading), sections, depth + 1);
        }
    }

    /// "1 of 5 complete" where these are what progress counts; else how many there are.
    fn tally(&self, (kind, discovered): (Kind, bool), parts: &[usize]) -> String {
        let progress = self.item.progress.as_ref();
        let counted = progress.filter(|progress| progress.leaves == Some(kind) && !discovered);
        match counted.and_then(|progress| progress.tally) {
            Some(tally) if tally.of as usize == parts.len() => {
                format!("{} of {} complete", tally.done, tally.of)
            }
            _ => parts.len().to_string(),
        }
    }

    /// Of a sprint: the items that are in it.
    fn members(&self) -> Option<Section> {
        let members = self.book.members(self.at);
        let caption = format!("In {}", name::spoken(self.item));
        (!members.is_empty() && self.item.kind == Kind::Sprint).then(|| {
            let tasks = table(self.book, self.from, members, caption).without("Sprint");
            Section::new("tasks", "In this sprint")
                .count(members.len())
                .with(Part::table(tasks))
        })
    }

    // What it hangs on.

    fn longest_path(&self) -> Option<Section> {
        let path = &self.item.longest_path;
        let is_above = matches!(
            self.item.kind,
            Kind::Phase | Kind::Milestone | Kind::Feature
        );
        if path.len() < 2 || !is_above {
            return None;
        }
        let steps = path.iter().map(|at| {
            let item = self.book.item(*at);
            Step {
                title: mark::item(self.book, self.from, *at),
                status: mark::status(item),
                estimate: item.estimate.as_ref().map(|said| said.raw.clone()),
            }
        });
        let part = Part {
            steps: Some(steps.collect()),
            ..Part::default()
        };
        let lead =
            "The longest chain of open work below it: each step waits for the one before it.";
        Some(
            Section::new("order", "Longest path")
                .count(path.len())
                .lead(lead)
                .with(part),
        )
    }

    fn declared(&self) -> Option<Section> {
        let progress = self.item.progress.as_ref()?;
        let declared = progress.declared.as_ref()?;
        let figure = |label: &str, done: u32, of: u32, percent: Option<u32>, from: Markup| Row {
            id: None,
            cells: vec![
                Markup::text(label),
                Markup::text(&format!("{done}/{of}")),
                Markup::text(&percent.map_or(String::new(), |percent| format!("{percent}%"))),
                from,
            ],
        };
        let said = declared.value;
        let place = declared
            .source
            .as_ref()
            .map(|source| mark::place(self.book, source));
        let place = place.unwrap_or_default();
        let quoted = Markup::html(format!("“{}” {}", escape(&declared.raw), place.as_str()));
        let mut rows = vec![figure(
            "Declared",
            said.done,
            said.of,
            said.percent(),
            quoted,
        )];
        let leaves = progress.leaves.map_or("parts", many);
        let anchor = match progress.leaves {
            Some(kind)
                if self
                    .item
                    .children
                    .iter()
                    .any(|at| self.book.item(*at).kind == kind) =>
            {
                section_id((kind, false))
            }
            _ => "main",
        };
        let same = progress.tally.map(|tally| {
            let words = format!("The {} {leaves} below it", tally.of);
            let link = mark::anchor(&format!("#{anchor}"), &words, "");
            let without = match progress.without_status {
                0 => String::new(),
                count => format!(", {count} without status"),
            };
            let from = Markup::html(format!(
                "{}: {} complete{without}",
                link.as_str(),
                tally.done
            ));
            rows.push(figure(
                "Computed",
                tally.done,
                tally.of,
                tally.percent(),
                from,
            ));
            tally == said
        });
        let note = match same {
            Some(true) => "Both are the same.",
            Some(false) => "They differ: the document and its parts do not say the same.",
            None => "Nothing below it has a status, so nothing can be computed.",
        };
        let head = Column::all([
            ("Figure", "head"),
            ("Complete", "r"),
            ("Percent", "r"),
            ("From", "grow"),
        ]);
        let table = Table {
            caption: "Declared and computed progress".into(),
            head,
            rows,
        };
        Some(
            Section::new("declared", "Declared and computed")
                .with(Part::table(table))
                .note(note),
        )
    }

    fn depends(&self) -> Option<Section> {
        let leads = &self.item.depends_on;
        let lines: Vec<Line> = leads.iter().map(|lead| self.lead_line(lead)).collect();
        let count = lines.len();
        (count > 0).then(|| {
            Section::new("depends", "Depends on")
                .count(count)
                .with(Part::rows("", lines))
        })
    }

    fn lead_line(&self, lead: &Lead) -> Line {
        match lead.to {
            Some(to) => Line {
                why: inferred_note(lead).into_iter().collect(),
                ..self.line(to)
            },
            None => Line {
                lead: Markup::html("<i class=\"i i-link\"></i>".into()),
                title: Markup::text(&lead.raw),
                end: lead.external.then(|| Markup::text("outside the plan")),
                ..Line::default()
            },
        }
    }

    fn line(&self, at: usize) -> Line {
        let item = self.book.item(at);
        Line {
            lead: mark::status(item),
            title: mark::item(self.book, self.from, at),
            end: item.id.as_deref().map(Markup::text),
            ..Line::default()
        }
    }

    fn holds_up(&self) -> Option<Section> {
        let waiting = &self.item.waiting;
        let lines: Vec<Line> = waiting
            .iter()
            .take(SPEAKERS)
            .map(|at| self.line(*at))
            .collect();
        (!waiting.is_empty()).then(|| {
            let section = Section::new("holds-up", "Waits for it").count(waiting.len());
            more(section.with(Part::rows("", lines)), waiting.len())
        })
    }

    /// Every reference on this page that was found by likeness.
    fn inferred(&self) -> Option<Section> {
        let mut leads: Vec<&Lead> = self
            .item
            .depends_on
            .iter()
            .chain(&self.item.became)
            .collect();
        let rows = self.book.routes.rows(self.from);
        let rows = rows
            .iter()
            .chain(&self.item.children)
            .chain(self.book.members(self.at));
        leads.extend(rows.flat_map(|at| &self.book.item(*at).depends_on));
        let mut lines: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        let mut places: BTreeMap<u32, Markup> = BTreeMap::new();
        for lead in leads.into_iter().filter(|lead| lead.inferred) {
            let (Some(to), Some(source)) = (lead.to, &lead.source) else {
                continue;
            };
            let told = lines.entry(source.line).or_default();
            let sentence = mark::inferred(self.book, lead, to);
            if !told.contains(&sentence) {
                told.push(sentence);
            }
            places
                .entry(source.line)
                .or_insert_with(|| mark::near_place(self.book, source));
        }
        let count: usize = lines.values().map(Vec::len).sum();
        let rows = lines.into_iter().map(|(line, told)| Line {
            id: Some(format!("inf.{line}")),
            lead: Markup::html(format!(
                "<span class=\"id\">{}</span>",
                places.get(&line).map_or("", |place| place.as_str())
            )),
            title: Markup::text(&told.join(" ")),
            ..Line::default()
        });
        let rows: Vec<Line> = rows.collect();
        (count > 0).then(|| {
            Section::new("inferred", "Inferred references")
                .count(count)
                .lead("Written in prose and matched by the words of a title, with exactly one candidate. Write the exact title to make one certain.")
                .with(Part::rows("infs", rows))
        })
    }

    // What else there is.

    fn said(&self) -> Option<Section> {
        let short = self.item.fields.iter().filter(|fact| {
            let length = fact.raw.trim().chars().count();
            length > 0 && length <= LONG && !self.is_told(fact)
        });
        let lines: Vec<Line> = short
            .map(|fact| Line {
                lead: Markup::html("<i class=\"i i-list\"></i>".into()),
                title: Markup::html(format!("{}: “{}”", escape(&fact.name), escape(&fact.raw))),
                end: fact.source.as_ref().map(|source| {
                    Markup::html(format!(
                        "<span class=\"mono\">{}</span>",
                        escape(&mark::short_place(source))
                    ))
                }),
                ..Line::default()
            })
            .collect();
        (!lines.is_empty())
            .then(|| Section::new("said", "Also said of it").with(Part::rows("", lines)))
    }

    /// Whether an item only says that it is in this sprint, which the list of these tells.
    fn is_member(&self, said: &Backlink) -> bool {
        matches!(said.from, Speaker::Item(at) if self.book.members(self.at).contains(&at))
    }

    fn referenced(&self) -> Option<Section> {
        let found: Vec<&Backlink> = self
            .item
            .backlinks
            .iter()
            .filter(|said| !self.is_member(said))
            .collect();
        let lines: Vec<Line> = found
            .iter()
            .take(SPEAKERS)
            .map(|backlink| {
                let (icon, title) = match backlink.from {
                    Speaker::Item(at) => (
                        mark::icon(self.book.item(at).kind),
                        mark::anchor(
                            &self.book.link(self.from, at),
                            &name::short(self.book.item(at)),
                            "title",
                        ),
                    ),
                    Speaker::Paper(at) => {
                        let href =
                            crate::page::book::relative(self.from, self.book.routes.paper(at));
                        (
                            "file",
                            mark::anchor(&href, &self.book.edition.papers[at].title, "title"),
                        )
                    }
                };
                Line {
                    lead: Markup::html(format!("<i class=\"i i-{icon}\"></i>")),
                    title,
                    end: backlink.source.as_ref().map(|source| {
                        Markup::html(format!(
                            "<span class=\"mono\">{}</span>",
                            escape(&mark::short_place(source))
                        ))
                    }),
                    ..Line::default()
                }
            })
            .collect();
        (!found.is_empty()).then(|| {
            let section = Section::new("referenced", "Referenced by").with(Part::rows("", lines));
            more(section, found.len())
        })
    }
}

/// Whether a field of the author's own tells when the item is finished.
fn is_criteria(fact: &Stated) -> bool {
    let name = fact.name.to_lowercase();
    let words = ["criteria", "done when", "definition of done"];
    words.iter().any(|word| name.contains(word)) && !fact.raw.trim().is_empty()
}

fn fact(name: &str, value: Markup) -> Fact {
    Fact {
        name: name.to_string(),
        value,
        note: None,
        is_bar: false,
    }
}

fn more(section: Section, all: usize) -> Section {
    if all > SPEAKERS {
        section.note(&format!("And {} more.", all - SPEAKERS))
    } else {
        section
    }
}

fn inferred_note(lead: &Lead) -> Option<Markup> {
    let line = lead.source.as_ref().filter(|_| lead.inferred)?.line;
    Some(Markup::html(format!(
        "Written as “{}” <a class=\"inf\" href=\"#inf.{line}\"><i class=\"i i-near\"></i>inferred</a>",
        escape(&lead.raw)
    )))
}

fn section_id((kind, discovered): (Kind, bool)) -> &'static str {
    match kind {
        _ if discovered => "discovered",
        Kind::Phase => "phases",
        Kind::Milestone => "milestones",
        Kind::Feature => "features",
        Kind::Story => "stories",
        Kind::Task => "tasks",
        Kind::Sprint => "sprints",
        Kind::Decision => "decisions",
        Kind::Blocker => "blockers",
    }
}

fn part_section(key: (Kind, bool)) -> Section {
    match key.1 {
        true => Section::new("discovered", "Discovered, not planned")
            .lead("Found while working; not in the plan and counted in no figure until promoted."),
        false => Section::new(section_id(key), &capital(many(key.0))),
    }
}

/// The criteria under one heading: met, not met, or of unknown state.
fn criteria(at: usize, name: &str, group: &[&Condition]) -> Section {
    let id = match at {
        0 => "criteria".to_string(),
        at => format!("criteria.{}", at + 1),
    };
    let title = if name.is_empty() { "Criteria" } else { name };
    let boxed: Vec<bool> = group
        .iter()
        .filter_map(|condition| condition.done)
        .collect();
    let met = boxed.iter().filter(|done| **done).count();
    let checks = group.iter().map(|condition| {
        let (class, icon, word) = match condition.done {
            Some(true) => ("y", "boxed", "Met"),
            Some(false) => ("n", "box", "Not met"),
            None => ("", "unknown", "State unknown"),
        };
        Check {
            text: Markup::text(&condition.text),
            class,
            icon,
            word,
        }
    });
    let part = Part {
        checks: Some(checks.collect()),
        ..Part::default()
    };
    let section = Section::new(&id, &capital(title)).with(part);
    match boxed.len() {
        0 => section
            .count(group.len())
            .note("Bullets are criteria of unknown state. Write them as boxes to count them."),
        of => section.count(format!("{met} of {of}")),
    }
}

/// "3 tasks", for other files of this room.
pub fn tasks(number: usize) -> String {
    count(number, Kind::Task)
}
