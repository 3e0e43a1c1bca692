//! A new document as it would be written: where, in which words, called by what.

use crate::model::date::Week;
use crate::model::key::slug;
use crate::model::kind::Kind;
use crate::read::gap::is_placeholder;
use crate::read::place;
use crate::start::document::text;
use crate::start::draft::Draft;
use crate::start::escape;
use crate::start::fill;
use crate::start::folder::{self, Home, Parts};
use crate::start::ground::{Ground, Neighbour, living};
use crate::start::habit::habit;
use crate::start::layout::layout;
use crate::start::manner::manners;
use crate::start::matter::Matter;
use crate::start::naming::{self, naming};
use crate::start::note::{notes, waiting};
use crate::start::number::{self, Next};
use crate::start::own_template::own_template;
use crate::start::parent::Parent;
use crate::start::reading::{Seen, seen};
use crate::start::refusal::Refusal;
use crate::start::room;
use crate::start::sort::Sort;
use crate::start::way;
use crate::text::file::SourceFile;

/// What somebody asks for.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// What it is to be.
    pub sort: Sort,
    /// Its title; of a week, also the week.
    pub title: Option<&'a str>,
    /// The key of what it belongs to.
    pub parent: Option<&'a str>,
    /// The id that it is to have.
    pub id: Option<&'a str>,
    /// The folder, as a path of the plan.
    pub folder: Option<&'a str>,
}

/// A new document as it would be written.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The document.
    pub draft: Draft,
    /// What it has to say.
    pub matter: Matter,
    /// The team's template that it was made from.
    pub template: Option<String>,
    /// What its author may want to know.
    pub notes: Vec<String>,
}

impl Proposal {
    /// What the document is to be taken for.
    pub fn meant(&self) -> Seen {
        meant(&self.matter)
    }

    /// What it is called in a message: "story US-102", "milestone 3", "PRD-4".
    pub fn name(&self) -> String {
        let name = self.matter.sort.name();
        match &self.matter.next.id {
            Some(id) if id.to_lowercase().starts_with(&name.to_lowercase()) => id.clone(),
            Some(id) => format!("{name} {id}"),
            None => name.to_string(),
        }
    }

    /// The document that should lead to it, and the words for the link there.
    pub fn link(&self) -> Option<(String, String)> {
        let to = &self.draft.path;
        let from = self.matter.parent.as_ref()?.path.clone()?;
        let link = way::link(&self.link_words(), &from, to);
        Some((from, format!("- {link}")))
    }

    fn link_words(&self) -> String {
        let title = escape::markdown(&self.matter.title);
        match (&self.matter.next.id, self.matter.is_named) {
            (Some(id), true) => format!("{} {title}", escape::markdown(id)),
            _ => title,
        }
    }
}

/// The new document that answers a wish.
pub fn propose(ground: &Ground<'_>, wish: &Wish<'_>) -> Result<Proposal, Refusal> {
    let all = ground.neighbours(wish.sort);
    let neighbours = living(&all);
    let parent = wish.parent.map(|key| Parent::find(ground, key, wish.sort));
    let parent = parent.transpose()?;
    let layout = layout(ground, wish.sort).filter(|_| neighbours.is_empty());
    let home = layout.as_ref().map_or_else(
        || folder::home(ground, wish.sort, &neighbours),
        |layout| Home {
            base: layout.base.clone(),
            parts: layout.parts,
        },
    );
    let template = own_template(ground, wish.sort, wish.folder.unwrap_or(&home.base));
    let matter = matter(ground, wish, parent, template, &all)?;
    let folder = folder(ground, wish, &home, &matter, &neighbours);
    let tail = layout.and_then(|layout| layout.tail);
    let names = names(&matter, &home, tail, &neighbours, ground);
    let paths: Vec<String> = names.iter().map(|name| way::join(&folder, name)).collect();
    let draft = match template {
        Some(template) => from_template(ground, template, &matter, &neighbours, &paths),
        None => in_our_words(ground, &matter, &neighbours, &paths),
    };
    let draft = draft.ok_or_else(|| {
        Refusal::new(
            "there is no name for this document",
            "give it a title with letters in it",
        )
    })?;
    Ok(Proposal {
        notes: notes(ground, &matter, &neighbours)
            .into_iter()
            .chain(template.and_then(|_| waiting(&draft.text)))
            .collect(),
        draft,
        matter,
        template: template.map(|file| file.path.clone()),
    })
}

fn matter(
    ground: &Ground<'_>,
    wish: &Wish<'_>,
    parent: Option<Parent>,
    template: Option<&SourceFile>,
    neighbours: &[Neighbour<'_>],
) -> Result<Matter, Refusal> {
    let sort = wish.sort;
    let mut title = escape::one_line(wish.title.unwrap_or_default());
    let mut week = None;
    if sort.is_week {
        let (named, rest) = week_of(&title, wish.id)?;
        week = Some(named.unwrap_or_else(|| ground.today.week()));
        title = rest;
    }
    let next = match (week, wish.id) {
        (Some(week), _) => Next {
            id: Some(week.to_string()),
            number: None,
        },
        (None, Some(id)) => given(ground, &escape::one_line(id))?,
        (None, None) => next(ground, sort, template, neighbours),
    };
    let is_named = !title.is_empty();
    if !is_named {
        title = nameless(sort, &next)?;
    }
    if is_placeholder(&title) {
        let message = format!("`{title}` would be read as a gap that waits to be filled");
        return Err(Refusal::new(
            message,
            "write the title without brackets, `YYYY` and `NNN`",
        ));
    }
    Ok(Matter {
        sort,
        title,
        is_named,
        next,
        parent,
        week,
        today: ground.today,
    })
}

/// The week that a title begins with, or that was asked for as the id; and the rest of the title.
fn week_of(title: &str, id: Option<&str>) -> Result<(Option<Week>, String), Refusal> {
    let (first, rest) = title.split_once(' ').unwrap_or((title, ""));
    let looks_like_one = |word: &str| {
        let mut parts = word.splitn(2, ['w', 'W']);
        let year = parts.next().unwrap_or_default().trim_end_matches('-');
        let number = parts.next().unwrap_or_default();
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        year.len() == 4 && is_number(year) && is_number(number)
    };
    let is_first = looks_like_one(first);
    let Some(word) = id.or(is_first.then_some(first)) else {
        return Ok((None, title.to_string()));
    };
    let week = place::week(word).filter(|_| looks_like_one(word));
    let rest = if is_first { rest } else { title };
    week.map(|week| (Some(week), rest.to_string()))
        .ok_or_else(|| {
            Refusal::new(
                format!("there is no week `{word}`"),
                "a week is written like 2026-W48",
            )
        })
}

/// What goes without a title is called by its number.
fn nameless(sort: Sort, next: &Next) -> Result<String, Refusal> {
    let help = "say what it is about: `plansite new KIND 'What it is about'`";
    match (sort.is_week, next.number, &next.id) {
        (true, _, Some(week)) => Ok(format!("Week {week}")),
        (false, Some(number), _) if sort.may_be_nameless() => Ok(format!("Sprint {number}")),
        _ => Err(Refusal::new(format!("a {} has a title", sort.name()), help)),
    }
}

/// The id that was asked for, if nobody else has it.
fn given(ground: &Ground<'_>, id: &str) -> Result<Next, Refusal> {
    let is_word = !id.is_empty() && !id.contains(char::is_whitespace) && !slug(id).is_empty();
    if !is_word || id.len() > 64 {
        let message = format!("`{id}` is no id");
        return Err(Refusal::new(message, "an id is a word such as US-102"));
    }
    match number::owner(ground, id) {
        // A row of a table may get a document of its own.
        Some((item, true)) => Err(Refusal::new(
            format!("the id `{id}` is taken by \"{}\"", item.title),
            "leave `--id` out for the next free one",
        )),
        _ => Ok(number::given(id)),
    }
}

/// The next free id; where nobody has one yet, written as the team's template has it.
fn next(
    ground: &Ground<'_>,
    sort: Sort,
    template: Option<&SourceFile>,
    neighbours: &[Neighbour<'_>],
) -> Next {
    let of_template = || room::scheme(template?, ground.words);
    let has_ids = ground
        .plan
        .of_kind(sort.kind)
        .any(|(_, item)| item.id.is_some());
    let scheme = if has_ids { None } else { of_template() };
    let is_counted = matches!(sort.kind, Kind::Phase | Kind::Sprint);
    let has_place = template.is_none_or(|template| room::has_id(template, ground.words));
    if !has_ids && !has_place && !is_counted {
        return number::without_id(ground, neighbours);
    }
    number::next(ground, sort, neighbours, scheme)
}

fn folder(
    ground: &Ground<'_>,
    wish: &Wish<'_>,
    home: &Home,
    matter: &Matter,
    neighbours: &[Neighbour<'_>],
) -> String {
    if let Some(folder) = wish.folder {
        return folder.to_string();
    }
    let parent = matter.parent.as_ref().map(|parent| parent.number);
    let subs = neighbours.iter().filter_map(|one| {
        let sub = folder::sub(&home.base, one.folder())?;
        let first = sub.split('/').next().filter(|first| !first.is_empty())?;
        Some((*one, first.to_string()))
    });
    let subs: Vec<_> = subs.collect();
    let own =
        naming::parts(wish.sort, &subs, ground.words).part(wish.sort, &matter.title, &matter.next);
    let path = folder::folder(ground, home, own, parent, neighbours);
    naming::folder(path, wish.sort, ground.words)
}

fn names(
    matter: &Matter,
    home: &Home,
    tail: Option<String>,
    neighbours: &[Neighbour<'_>],
    ground: &Ground<'_>,
) -> Vec<String> {
    if let Some(week) = matter.week {
        let is_small = neighbours
            .last()
            .is_some_and(|one| one.stem().contains('w'));
        let name = week.to_string();
        let name = if is_small { name.to_lowercase() } else { name };
        return vec![format!("{name}.md")];
    }
    let may_be_fixed = home.parts == Parts::Own;
    let naming = match tail {
        Some(tail) => naming::ending(matter.sort, tail),
        None => naming(matter.sort, neighbours, may_be_fixed, ground.words),
    };
    let title = if matter.is_named {
        matter.title.as_str()
    } else {
        ""
    };
    naming.names(matter.sort, title, &matter.next, ground.words)
}

/// What a document of this matter is to be taken for.
fn meant(matter: &Matter) -> Seen {
    Seen {
        kind: matter.sort.kind,
        id: matter.next.id.clone(),
        title: matter.title.clone(),
    }
}

/// The team's template, filled; the first name under which it is read as what it is meant to be.
fn from_template(
    ground: &Ground<'_>,
    template: &SourceFile,
    matter: &Matter,
    neighbours: &[Neighbour<'_>],
    paths: &[String],
) -> Option<Draft> {
    let habit = habit(ground, matter.sort, neighbours);
    let drafts = paths.iter().map(|path| Draft {
        path: path.clone(),
        text: fill::fill(template, matter, &habit, path, ground.words),
    });
    let drafts: Vec<Draft> = drafts.collect();
    let is_item = |draft: &&Draft| {
        let seen = seen(&draft.path, &draft.text, ground.words);
        seen.is_some_and(|seen| seen.kind == matter.sort.kind)
    };
    drafts.iter().find(is_item).or(drafts.first()).cloned()
}

/// The first way of writing it, under the first name, that reads back as what is meant.
fn in_our_words(
    ground: &Ground<'_>,
    matter: &Matter,
    neighbours: &[Neighbour<'_>],
    paths: &[String],
) -> Option<Draft> {
    let habit = habit(ground, matter.sort, neighbours);
    let manners = manners(&habit, matter);
    let meant = meant(matter);
    let drafts = paths.iter().flat_map(|path| {
        manners.iter().map(|manner| Draft {
            path: path.clone(),
            text: text(matter, &habit, manner, path),
        })
    });
    let drafts: Vec<Draft> = drafts.collect();
    let reads =
        |draft: &&Draft| seen(&draft.path, &draft.text, ground.words).as_ref() == Some(&meant);
    drafts.iter().find(reads).or(drafts.first()).cloned()
}
