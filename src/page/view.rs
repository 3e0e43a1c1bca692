//! What there is to look at: which views have something to show, and how much.

use crate::edition::Edition;
use crate::edition::entry::{Entry, Readiness};
use crate::model::date::{Date, Week};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::calendar::short_week;
use crate::page::graph::scene::Graph;
use crate::page::route::Routes;
use crate::page::slices::{LABELS, OWNERS, Slices, VIEWS};
use crate::page::term;
use crate::page::trace::matrix::Trace;
use crate::page::tree;
use crate::page::words::clip;
use crate::theme::tongue::{Tongue, key};

/// An entry of the navigation.
#[derive(Clone, Debug)]
pub struct View {
    /// Its address.
    pub address: String,
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub label: String,
    /// A figure beside them.
    pub note: Option<String>,
}

/// As many of one kind are not looked through in the tree.
const MANY: usize = 30;

/// A longer name of a sprint has no place beside an entry.
const SHORT: usize = 8;
/// As many links leave room for the plan.
const FULL: usize = 16;

/// As many views of one's own are named.
const OWN: usize = 4;

/// How many letters the name of a view may have here.
const LONGEST: usize = 40;

/// What there is to look at.
#[derive(Debug, Default)]
pub struct Views {
    /// Ways to look at the plan.
    pub plan: Vec<View>,
    /// What needs care.
    pub checks: Vec<View>,
    /// The sheet of the week that counts: the last one that has begun.
    pub week: Option<usize>,
    /// The sprint that runs today.
    pub sprint: Option<usize>,
    /// Items that are blocked, in the order of the plan.
    pub blocked: Vec<usize>,
    /// What the board is of; nothing where no work has a status.
    pub board: Option<Kind>,
    /// Decisions that are still to be made.
    pub open_decisions: Vec<usize>,
}

/// What views are found in.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The plan.
    pub edition: &'a Edition,
    /// Where it is told.
    pub routes: &'a Routes,
    /// Owners, labels and views of the team's own.
    pub slices: &'a Slices,
    /// What waits for what.
    pub graph: &'a Graph,
    /// How the work leads up to the roadmap.
    pub trace: &'a Trace,
    /// In which language it is told.
    pub tongue: &'a Tongue,
}

impl Views {
    /// The views of this edition.
    pub fn new(ground: &Ground<'_>) -> Self {
        let Ground {
            edition,
            routes,
            slices,
            graph,
            trace,
            tongue,
        } = *ground;
        let mut views = Self {
            week: week(edition),
            sprint: sprint(edition),
            blocked: blocked(edition),
            open_decisions: open_decisions(edition),
            board: board(edition),
            ..Self::default()
        };
        views.add_plan(edition, routes, tongue);
        if !trace.groups.is_empty() {
            let gaps = trace.gaps();
            let note = (gaps > 0).then(|| tongue.count(gaps, "{number} gap", "{number} gaps", &[]));
            let view = view(tongue, "trace.html", "grid", key("Traceability"), note);
            views.checks.push(view);
        }
        if !graph.scenes.is_empty() {
            let view = view(tongue, "graph.html", "graph", key("Dependencies"), None);
            views.checks.push(view);
        }
        views.add_checks(edition, tongue);
        views.add_slices(edition, slices, tongue);
        views
    }

    /// Owners, labels and views of the team's own; one link stands for the views where not all fit.
    fn add_slices(&mut self, edition: &Edition, slices: &Slices, tongue: &Tongue) {
        let many = |number: usize| Some(number.to_string());
        if !slices.owners.is_empty() {
            let number = many(slices.owners.len());
            self.plan
                .push(view(tongue, OWNERS, "people", key("Owners"), number));
        }
        if !slices.labels.is_empty() {
            let number = many(slices.labels.len());
            self.plan
                .push(view(tongue, LABELS, "tag", key("Labels"), number));
        }
        let room = FULL.saturating_sub(self.plan.len() + self.checks.len());
        if edition.views.len() > room.min(OWN) {
            let number = many(edition.views.len());
            self.plan
                .push(view(tongue, VIEWS, "view", key("Own views"), number));
            return;
        }
        for (named, address) in edition.views.iter().zip(&slices.views) {
            let label = clip(&named.name, LONGEST).into_owned();
            self.plan.push(View {
                address: address.clone(),
                icon: "view",
                label,
                note: None,
            });
        }
    }

    fn add_plan(&mut self, edition: &Edition, routes: &Routes, tongue: &Tongue) {
        let count = |kind: Kind| {
            let items = edition.items.iter();
            items
                .filter(|item| item.kind == kind && !item.discovered)
                .count()
        };
        let view = |address: &str, icon, label, note| view(tongue, address, icon, label, note);
        let plan = &mut self.plan;
        plan.push(view("index.html", "home", key("Overview"), None));
        if let Some(week) = self.week {
            let item = &edition.items[week];
            let label = if week_of(item) == Some(edition.as_of.week()) {
                key("This week")
            } else {
                key("Last week written")
            };
            let number = week_of(item).map(|week| short_week(tongue, week));
            let mut view = view("", "date", label, number);
            view.address = routes.url(week).to_string();
            plan.push(view);
        }
        let is_this_week = |week| week_of(&edition.items[week]) == Some(edition.as_of.week());
        if let Some(sprint) = self.sprint.filter(|_| !self.week.is_some_and(is_this_week)) {
            let number = term::short(tongue, &edition.items[sprint]);
            let number = (number.chars().count() <= SHORT).then_some(number);
            let mut view = view("", "date", key("This sprint"), number);
            view.address = routes.url(sprint).to_string();
            plan.push(view);
        }
        if edition.items.iter().any(has_place_in_time) {
            plan.push(view("roadmap.html", "road", key("Roadmap"), None));
        }
        if self.board.is_some() {
            plan.push(view("board.html", "board", key("Board"), None));
        }
        let is_above = |kind: Kind| {
            edition
                .items
                .iter()
                .any(|item| item.kind < kind && item.has_page)
        };
        // What the tree cannot hold, because most of it hangs below nothing or is too much, has a list of its own; what is
        // on top of the tree has a link there.
        let top = tree::top(edition);
        for (kind, address, label) in [
            (Kind::Milestone, "milestones.html", key("Milestones")),
            (Kind::Feature, "prd.html", key("Features")),
        ] {
            let items = edition.items.iter();
            let all = items.filter(|item| item.kind == kind && item.has_page && !item.discovered);
            let (number, alone) = all.fold((0, 0), |(number, alone), item| {
                (
                    number + 1,
                    alone + usize::from(item.parent_item().is_none()),
                )
            });
            let is_apart = is_above(kind) && alone > 1 && alone * 2 > number;
            if top != Some(kind) && (is_apart || number > MANY) {
                let number = count(kind).to_string();
                plan.push(view(address, "flag", label, Some(number)));
            }
        }
        let lists = [
            (Kind::Sprint, "sprints.html", "sprint", key("Sprints")),
            (Kind::Story, "stories.html", "story", key("Stories")),
            (Kind::Task, "tasks.html", "list", key("Tasks")),
        ];
        for (kind, address, icon, label) in lists {
            let number = count(kind);
            if number > 0 {
                plan.push(view(address, icon, label, Some(number.to_string())));
            }
        }
        if !edition.papers.is_empty() {
            let number = edition.papers.len().to_string();
            plan.push(view("docs.html", "file", key("Documents"), Some(number)));
        }
    }

    fn add_checks(&mut self, edition: &Edition, tongue: &Tongue) {
        let view = |address: &str, icon, label, note| view(tongue, address, icon, label, note);
        let checks = &mut self.checks;
        let mut items = edition.items.iter();
        let decisions = items.any(|item| item.kind == Kind::Decision && !item.discovered);
        if decisions {
            let open = self.open_decisions.len();
            let note = (open > 0).then(|| tongue.tell("{open} open", &[("open", &open)]));
            checks.push(view("decisions.html", "fork", key("Decisions"), note));
        }
        if !self.blocked.is_empty() {
            let number = self.blocked.len().to_string();
            checks.push(view(
                "blocked.html",
                "blocked",
                key("Blocked"),
                Some(number),
            ));
        }
        let discovered = edition.items.iter().filter(|item| item.discovered).count();
        if discovered > 0 {
            let number = discovered.to_string();
            checks.push(view(
                "discovered.html",
                "box",
                key("Discovered"),
                Some(number),
            ));
        }
        if !edition.findings.is_empty() {
            let number = edition.findings.len().to_string();
            checks.push(view(
                "health.html",
                "pulse",
                key("Plan health"),
                Some(number),
            ));
        }
        if edition.record.is_some() {
            checks.push(view("reading.html", "eye", key("How it was read"), None));
        }
    }

    /// Whether an item cannot go on.
    pub fn is_blocked(&self, at: usize) -> bool {
        self.blocked.binary_search(&at).is_ok()
    }

    /// Whether there is a view at this address.
    pub fn has(&self, address: &str) -> bool {
        let mut all = self.plan.iter().chain(&self.checks);
        all.any(|view| view.address == address)
    }
}

fn view(
    tongue: &Tongue,
    address: &str,
    icon: &'static str,
    label: &'static str,
    note: Option<String>,
) -> View {
    View {
        address: address.to_string(),
        icon,
        label: tongue.say(label).into_owned(),
        note,
    }
}

/// Whether an item has a place on the roadmap.
pub fn has_place_in_time(item: &Entry) -> bool {
    let is_planned = matches!(item.kind, Kind::Phase | Kind::Milestone | Kind::Feature);
    let day = |said: &Option<_>| said.is_some();
    is_planned
        && (item.due_day().is_some()
            || item
                .start
                .as_ref()
                .is_some_and(|start| day(&start.value.day))
            || item.done.as_ref().is_some_and(|done| day(&done.value.day))
            || [&item.start, &item.due]
                .into_iter()
                .flatten()
                .any(|said| said.value.count.is_some()))
}

/// The week of a week's sheet: that of its last day, or of its name.
pub fn week_of(item: &Entry) -> Option<Week> {
    let end = item.term.and_then(|term| term.end);
    let start = item.start.as_ref().and_then(|start| start.value.day);
    item.is_week_sheet().then(|| end.or(start))?.map(Date::week)
}

fn week(edition: &Edition) -> Option<usize> {
    let weeks = edition.items.iter().enumerate();
    let weeks = weeks.filter_map(|(at, item)| Some((week_of(item)?, at)));
    let begun = weeks.filter(|(week, _)| week.monday() <= edition.as_of);
    begun
        .max_by_key(|(week, at)| (*week, std::cmp::Reverse(*at)))
        .map(|(_, at)| at)
        .filter(|at| edition.items[*at].has_page)
}

/// The sprint that has begun and is not over, or else one that its own word says is under way.
fn sprint(edition: &Edition) -> Option<usize> {
    let runs = |item: &Entry| {
        let start = item.start.as_ref().and_then(|start| start.value.day);
        let end = item.term.and_then(|term| term.end);
        match (start, end) {
            (Some(start), Some(end)) => start <= edition.as_of && edition.as_of <= end,
            _ => item.state() == Status::Active,
        }
    };
    let is_over = |item: &Entry| item.term.is_some_and(|term| term.is_finished);
    let mut sprints = edition.items.iter().enumerate();
    sprints
        .rfind(|(_, item)| {
            item.kind == Kind::Sprint && !item.is_week_sheet() && !is_over(item) && runs(item)
        })
        .map(|(at, _)| at)
}

fn blocked(edition: &Edition) -> Vec<usize> {
    let is_blocked = |item: &Entry| {
        let is_stopped = matches!(item.readiness, Some(Readiness::Blocked(_)));
        item.state() == Status::Blocked || is_stopped
    };
    let mut found: Vec<usize> = Vec::new();
    for (at, item) in edition.items.iter().enumerate() {
        let is_open_obstacle =
            item.kind == Kind::Blocker && !matches!(item.state(), Status::Done | Status::Dropped);
        let is_item = item.kind != Kind::Blocker && is_blocked(item) && !item.discovered;
        // An obstacle that names what it blocks is told with that.
        let tells_itself = is_open_obstacle && item.blocks.iter().all(|lead| lead.to.is_none());
        if is_item || tells_itself {
            found.push(at);
        }
    }
    let held = edition
        .items
        .iter()
        .filter(|item| {
            let is_closed = matches!(item.state(), Status::Done | Status::Dropped);
            item.kind == Kind::Blocker && !is_closed
        })
        .flat_map(|item| item.blocks.iter().filter_map(|lead| lead.to));
    found.extend(
        held.filter(|at| !matches!(edition.items[*at].state(), Status::Done | Status::Dropped)),
    );
    found.sort_unstable();
    found.dedup();
    found
}

/// Tasks; where there are none with a status, stories; else features.
fn board(edition: &Edition) -> Option<Kind> {
    let kinds = [Kind::Task, Kind::Story, Kind::Feature];
    kinds.into_iter().find(|kind| {
        let mut all = edition.items.iter();
        all.any(|item| item.kind == *kind && !item.discovered && item.state() != Status::Unknown)
    })
}

/// Decisions that are still to be made.
fn open_decisions(edition: &Edition) -> Vec<usize> {
    let decisions = edition.items.iter().enumerate();
    decisions
        .filter(|(_, item)| {
            item.kind == Kind::Decision && !item.discovered && is_open_decision(item)
        })
        .map(|(at, _)| at)
        .collect()
}

fn is_open_decision(item: &Entry) -> bool {
    matches!(
        item.state(),
        Status::Planned | Status::Active | Status::Blocked
    ) || item.state() == Status::Unknown && !item.has_page && waits(item)
}

/// Whether a row without a status waits for an answer: it asks, it is wanted by a day, or it holds something up. Any
/// other is the record of what was decided.
fn waits(item: &Entry) -> bool {
    const WAITING: [&str; 10] = [
        "by",
        "needed by",
        "decide by",
        "decision by",
        "deadline",
        "options",
        "question",
        "asked",
        "raised",
        "opened",
    ];
    let is_waiting = |name: &str| {
        WAITING
            .iter()
            .any(|word| name.trim().eq_ignore_ascii_case(word))
    };
    let is_wanted = item.due.is_some() || item.fields.iter().any(|fact| is_waiting(&fact.name));
    item.title.trim_end().ends_with('?') || is_wanted || !item.blocks.is_empty()
}
