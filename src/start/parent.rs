//! What a new document belongs to.

use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::start::escape;
use crate::start::ground::Ground;
use crate::start::refusal::Refusal;
use crate::start::sort::Sort;
use crate::start::way;
use crate::text::similar::{fold, nearest};

/// What a new document belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    /// Its number in the plan.
    pub number: ItemId,
    /// What it is.
    pub kind: Kind,
    /// What it is called by: its id, else its key.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The document that tells of it.
    pub path: Option<String>,
}

impl Parent {
    /// The item of this key, id, alias or title, if a document of this sort can belong to it.
    pub fn find(ground: &Ground<'_>, wanted: &str, sort: Sort) -> Result<Self, Refusal> {
        let number = number(ground, wanted).ok_or_else(|| unknown(ground, wanted, sort))?;
        let item = ground.plan.item(number);
        if !item.kind.holds(sort.kind) {
            let message = format!(
                "`{wanted}` is a {}, which holds no {}",
                item.kind.name(),
                sort.name()
            );
            return Err(Refusal::new(message, above(sort)));
        }
        Ok(Self {
            number,
            kind: item.kind,
            name: item.id.clone().unwrap_or_else(|| item.key.0.clone()),
            title: item.title.clone(),
            path: ground.document(number).map(|file| file.path.clone()),
        })
    }

    /// The words that lead to it from a document at `path`: a link where it has a document, else its name.
    pub fn linked(&self, path: &str) -> String {
        match &self.path {
            Some(to) => way::link(&escape::markdown(&self.title), path, to),
            None => self.name.clone(),
        }
    }

    /// The key under which parts state it where nobody has done so yet.
    pub fn key(&self) -> &'static str {
        match self.kind {
            Kind::Feature => "prd",
            kind => kind.name(),
        }
    }
}

fn number(ground: &Ground<'_>, wanted: &str) -> Option<ItemId> {
    let folded = fold(wanted);
    let find = |fits: &dyn Fn(&Item) -> bool| {
        let mut items = ground.plan.items();
        items.find(|(_, item)| fits(item)).map(|(number, _)| number)
    };
    ground
        .plan
        .find(wanted)
        .or_else(|| find(&|item| item.key.0.eq_ignore_ascii_case(wanted)))
        .or_else(|| {
            find(&|item| {
                item.id
                    .iter()
                    .chain(&item.aliases)
                    .any(|id| fold(id) == folded)
            })
        })
        .or_else(|| find(&|item| !folded.is_empty() && fold(&item.title) == folded))
}

fn unknown(ground: &Ground<'_>, wanted: &str, sort: Sort) -> Refusal {
    let fitting: Vec<&str> = ground
        .plan
        .items()
        .filter(|(_, item)| item.kind.holds(sort.kind))
        .flat_map(|(_, item)| [item.key.0.as_str(), item.title.as_str()])
        .collect();
    let near = nearest(wanted, fitting.iter().copied());
    let help = match (near, fitting.as_slice()) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, []) => format!("nothing in this plan holds a {} yet", sort.name()),
        (None, _) => {
            let keys: Vec<&str> = fitting.iter().copied().step_by(2).take(8).collect();
            let more = if fitting.len() > 16 { ", …" } else { "" };
            format!("a {} can belong to {}{more}", sort.name(), keys.join(", "))
        }
    };
    Refusal::new(format!("no such item: `{wanted}`"), help)
}

fn above(sort: Sort) -> String {
    let kinds = Kind::all().filter(|kind| kind.holds(sort.kind));
    let names: Vec<&str> = kinds.map(Kind::name).collect();
    match names.as_slice() {
        [] => format!("a {} belongs to nothing", sort.name()),
        names => format!("a {} belongs to a {}", sort.name(), names.join(" or a ")),
    }
}
