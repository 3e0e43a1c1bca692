//! Traceability: whether the work leads up to the roadmap, what is missing, and every way from the top to the bottom.

mod cells;
mod figure;
mod gap;
mod overview;
mod rows;

use serde::Serialize;

use crate::page::book::Book;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager;
use crate::page::pages::trace::figure::{Figure, figures};
use crate::page::pages::trace::gap::{Block, all, blocks};
use crate::page::pages::trace::overview::overview;
use crate::page::pages::trace::rows::{Matrix, matrix};
use crate::page::route::list_page;
use crate::page::section::{Head, Sheet};
use crate::page::trace::lack::Lack;
use crate::page::trace::matrix::{GAPS, Group, NAME};
use crate::page::trace::words::{has, nobody, rule};
use crate::theme::markup::Markup;
use crate::theme::tongue::Tongue;

/// The page of the whole.
const ADDRESS: &str = "trace.html";

/// Traceability.
pub struct Trace;

impl Page for Trace {
    fn name(&self) -> &'static str {
        "trace"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let trace = &book.trace;
        let say = |words| book.tongue.say(words).into_owned();
        if trace.groups.is_empty() {
            return;
        }
        let count = if trace.is_long { trace.groups.len() } else { 0 };
        let whole = (0..pager::pages(count)).map(|page| {
            leaf(
                book,
                list_page(NAME, page),
                say("Traceability"),
                move |book| whole(book, page),
            )
        });
        pages.leaves.extend(whole);
        if !gap::fits(trace) {
            let gaps = (0..pager::pages(gap::all_of(trace))).map(|page| {
                leaf(book, list_page(GAPS, page), say("Gaps"), move |book| {
                    gaps(book, page)
                })
            });
            pages.leaves.extend(gaps);
        }
        if trace.is_long {
            for (number, group) in trace.groups.iter().enumerate() {
                let title = of(book, group);
                let pages_of = 0..pager::pages(group.rows.len());
                pages.leaves.extend(pages_of.map(|page| Leaf {
                    branch: group.at,
                    ..leaf(
                        book,
                        list_page(&group.name, page),
                        title.clone(),
                        move |book| part(book, number, page),
                    )
                }));
            }
        }
    }
}

fn leaf(
    book: &Book,
    address: String,
    title: String,
    fill: impl Fn(&Book) -> Told + Send + Sync + 'static,
) -> Leaf {
    let say = |words| book.tongue.say(words).into_owned();
    let mut crumbs = vec![(say("Plan"), "index.html".into())];
    if !address.starts_with("trace.") && !address.starts_with("trace-2") {
        crumbs.push((say("Traceability"), ADDRESS.into()));
    }
    Leaf {
        address,
        title,
        description: say("Whether the work leads up to the roadmap"),
        entry: Some(ADDRESS.into()),
        branch: None,
        is_wide: true,
        crumbs,
        style: None,
        fill: Box::new(move |book| {
            let told = fill(book);
            let main = book.render("trace", &told)?;
            Ok(told.sheet.inner(&book.tongue, main))
        }),
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    sheet: Sheet,
    figures: Vec<Figure>,
    /// How many gaps there are.
    count: usize,
    blocks: Vec<Block>,
    /// How many of them finished work was left with.
    past_count: usize,
    past: Vec<Block>,
    /// A link to all gaps.
    all: Option<Markup>,
    matrix: Option<Matrix>,
}

/// What is asked, what is missing, and the ways down, or the parts of the plan that have pages of their own.
fn whole(book: &Book, page: usize) -> Told {
    let trace = &book.trace;
    let from = list_page(NAME, page);
    let is_first = page == 0;
    let matrix = match trace.is_long {
        true => overview(book, &from, page),
        false => matrix(book, &from, &trace.groups, None),
    };
    Told {
        sheet: Sheet {
            head: head(&book.tongue.say("Traceability"), &sentence(book)),
            pager: pager::links(
                &book.tongue,
                NAME,
                page,
                if trace.is_long { trace.groups.len() } else { 0 },
            ),
            ..Sheet::default()
        },
        figures: figures(book).into_iter().filter(|_| is_first).collect(),
        count: trace.gaps(),
        blocks: blocks(book, &from, false)
            .into_iter()
            .filter(|_| is_first)
            .collect(),
        past_count: trace.past(),
        past: blocks(book, &from, true)
            .into_iter()
            .filter(|_| is_first)
            .collect(),
        all: all(book, &from).filter(|_| is_first),
        matrix: Some(matrix),
    }
}

/// All gaps, in pages.
fn gaps(book: &Book, page: usize) -> Told {
    let from = list_page(GAPS, page);
    let trace = &book.trace;
    let lead = counted(&book.tongue, trace.gaps(), trace.past());
    Told {
        sheet: Sheet {
            head: head(&book.tongue.say("Gaps"), &lead),
            pager: pager::links(&book.tongue, GAPS, page, gap::all_of(trace)),
            ..Sheet::default()
        },
        figures: Vec::new(),
        count: trace.gaps(),
        blocks: gap::page(book, &from, page, false),
        past_count: trace.past(),
        past: gap::page(book, &from, page, true),
        all: None,
        matrix: None,
    }
}

/// The ways down from one milestone.
fn part(book: &Book, number: usize, page: usize) -> Told {
    let group = &book.trace.groups[number];
    let from = list_page(&group.name, page);
    let lead = counted(&book.tongue, book.trace.gaps_of(&group.rows), 0);
    Told {
        sheet: Sheet {
            head: head(&of(book, group), &lead),
            pager: pager::links(&book.tongue, &group.name, page, group.rows.len()),
            ..Sheet::default()
        },
        figures: Vec::new(),
        count: 0,
        blocks: Vec::new(),
        past_count: 0,
        past: Vec::new(),
        all: None,
        matrix: Some(matrix(book, &from, std::slice::from_ref(group), Some(page))),
    }
}

fn head(title: &str, lead: &str) -> Head {
    Head {
        title: Markup::text(title),
        lead: Some(Markup::text(lead)),
        ..Head::default()
    }
}

fn title(book: &Book, group: &Group) -> String {
    match group.at {
        Some(at) => name::short(book.item(at)),
        None => book
            .tongue
            .say(nobody(book.trace.ladder.group()))
            .into_owned(),
    }
}

fn of(book: &Book, group: &Group) -> String {
    let name = title(book, group);
    book.tongue
        .tell("Traceability of {name}", &[("name", &name)])
}

/// What is asked of each level, and how much of it is missing.
fn sentence(book: &Book) -> String {
    let trace = &book.trace;
    let levels: &[_] = if trace.ladder.is_plain() {
        &trace.ladder.levels
    } else {
        &[]
    };
    let tongue = &book.tongue;
    let asked = tongue.say(rule(levels));
    let is_rare = |lack: Lack| matches!(lack, Lack::Above(..));
    let mut rare = trace.coverage.iter().filter(|found| is_rare(found.lack));
    let rare =
        rare.find(|found| found.have + found.past.len() < found.of && found.missing.is_empty());
    let second = match rare {
        Some(rare) => tongue.tell(
            "{what}: {have} of {of}.",
            &[
                ("what", &tongue.say(has(rare.lack))),
                ("have", &rare.have),
                ("of", &rare.of),
            ],
        ),
        None => counted(tongue, trace.gaps(), trace.past()),
    };
    tongue.tell(
        "{first} {second}",
        &[("first", &asked), ("second", &second)],
    )
}

/// How much is missing in open work; finished work is named only where it alone has gaps.
fn counted(tongue: &Tongue, gaps: usize, past: usize) -> String {
    match (gaps, past) {
        (0, 0) => tongue.say("Nothing is missing.").into_owned(),
        (0, _) => tongue.say("Nothing is missing in open work.").into_owned(),
        (gaps, _) => tongue.count(gaps, "One gap is left.", "{number} gaps are left.", &[]),
    }
}
