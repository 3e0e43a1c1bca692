//! An edition with its addresses and its theme: all that rendering a page takes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock, RwLock};

use serde::Serialize;

use crate::edition::Edition;
use crate::edition::body::Body;
use crate::edition::entry::{Entry, Lead};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::output::RenderFault;
use crate::page::around::Around;
use crate::page::forge::Repository;
use crate::page::graph::scene::Graph;
use crate::page::kept::Kept;
use crate::page::percent::encoded;
use crate::page::prose;
use crate::page::prose::ids::Ids;
use crate::page::round::Rounds;
use crate::page::route::{HOME, LOST, RESERVED, Routes};
use crate::page::slices::Slices;
use crate::page::trace::matrix::Trace;
use crate::page::tree::Tree;
use crate::page::view::{Ground, Views};
use crate::query::fault::Fault;
use crate::query::view::View;
use crate::theme::Theme;
use crate::theme::tongue::Tongue;

/// What pages are made from.
#[derive(Debug)]
pub struct Book {
    /// What the audience may know.
    pub edition: Edition,
    /// Where it is told.
    pub routes: Routes,
    /// Owners, labels and views.
    pub slices: Slices,
    /// What there is to look at.
    pub views: Views,
    /// The upper part of the plan.
    pub tree: Tree,
    /// What waits for what.
    pub graph: Graph,
    /// Its weeks and sprints, in the order of time.
    pub rounds: Rounds,
    /// How the work leads up to the roadmap.
    pub trace: Trace,
    /// How it looks.
    pub theme: Theme,
    /// In which language it is told.
    pub tongue: Arc<Tongue>,
    /// What stands around the items.
    pub around: Around,
    /// What views in documents ask for.
    pub kept: Kept,
    own_fields: OnceLock<Vec<String>>,
    obstacles: BTreeMap<usize, Vec<(usize, Lead)>>,
    members: BTreeMap<usize, Vec<usize>>,
    anchors: RwLock<Anchors>,
}

/// The anchors of pages that somebody asked for, by address.
type Anchors = BTreeMap<String, Arc<Vec<Anchor>>>;

/// A heading of a body: what its document calls it, and its anchor on the page, where that name may be taken.
pub type Anchor = (String, String);

impl Book {
    /// A book of this edition.
    pub fn new(edition: Edition, theme: Theme) -> Self {
        let (routes, tree) = rayon::join(|| Routes::new(&edition), || Tree::new(&edition));
        let (graph, trace) = rayon::join(|| Graph::new(&edition), || Trace::new(&edition));
        let (tongue, slices) = (theme.tongue(), Slices::new(&edition));
        let views = Views::new(&Ground {
            edition: &edition,
            routes: &routes,
            slices: &slices,
            graph: &graph,
            trace: &trace,
            tongue: &tongue,
        });
        Self {
            around: Around::new(&edition, &views),
            obstacles: obstacles(&edition),
            members: members(&edition),
            rounds: Rounds::new(&edition),
            tree,
            graph,
            trace,
            anchors: RwLock::default(),
            kept: Kept::default(),
            own_fields: OnceLock::new(),
            edition,
            routes,
            slices,
            views,
            tongue,
            theme,
        }
    }

    /// A field that a view asks for and that no item states. Who does not see all is not told what is not seen.
    pub fn strange(&self, view: &View) -> Option<Fault> {
        if !self.edition.audience.sees_all() {
            return None;
        }
        let own = self.own_fields.get_or_init(|| own_fields(&self.edition));
        view.faults(own).into_iter().next()
    }

    /// The anchors of a page that its body must not take.
    pub fn ids(&self, page: &str) -> Ids {
        let mut ids = Ids::default();
        ids.keep(&RESERVED);
        for at in self.routes.rows(page) {
            if let Some((_, anchor)) = self.routes.url(*at).split_once('#') {
                ids.give(anchor);
            }
        }
        ids
    }

    /// The anchors of the headings of a body on its page, worked out once.
    pub fn anchors(&self, page: &str, body: &Body) -> Arc<Vec<Anchor>> {
        let known = |anchors: &Anchors| anchors.get(page).cloned();
        if let Some(found) = self.anchors.read().ok().as_deref().and_then(known) {
            return found;
        }
        let (mut own, mut ids) = (Ids::default(), self.ids(page));
        let found = prose::anchors(&body.text, &mut ids).into_iter();
        let found = found.map(|(words, id)| (own.take(&words), id));
        let found = Arc::new(found.collect::<Vec<_>>());
        if let Ok(mut anchors) = self.anchors.write() {
            anchors.insert(page.to_string(), found.clone());
        }
        found
    }

    /// The items of a sprint, in the order of the plan.
    pub fn members(&self, sprint: usize) -> &[usize] {
        self.members.get(&sprint).map_or(&[], Vec::as_slice)
    }

    /// The item at this position.
    pub fn item(&self, at: usize) -> &Entry {
        &self.edition.items[at]
    }

    /// Renders a template.
    pub fn render(&self, template: &str, context: &impl Serialize) -> Result<String, RenderFault> {
        Ok(self.theme.render(template, context)?)
    }

    /// The items of a kind that are in the plan, in its order.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (usize, &Entry)> {
        let items = self.edition.items.iter().enumerate();
        items.filter(move |(_, item)| item.kind == kind && !item.discovered)
    }

    /// The open obstacles that name an item as blocked, and where they do.
    pub fn obstacles(&self, at: usize) -> &[(usize, Lead)] {
        self.obstacles.get(&at).map_or(&[], Vec::as_slice)
    }

    /// Where a page stands, for its links: the page for what is not there is met at every depth, so its links begin
    /// at the root of the host, where that is known.
    pub fn place<'a>(&self, address: &'a str) -> Cow<'a, str> {
        match &self.edition.base_url {
            Some(base) if address == LOST => format!("{}{LOST}", base.path()).into(),
            _ => address.into(),
        }
    }

    /// The one address of a page on the web, where it has one: the first page is its folder, and the page for what
    /// is not there stands nowhere.
    pub fn canonical(&self, address: &str) -> Option<String> {
        let base = self.edition.base_url.as_ref()?.whole()?;
        let path = if address == HOME { "" } else { address };
        (address != LOST).then(|| format!("{base}/{}", encoded(path)))
    }

    /// The relative address of an item, for a page at `from`.
    pub fn link(&self, from: &str, to: usize) -> String {
        relative(from, self.routes.url(to))
    }

    /// Where a document can be seen, where the audience may know and the repository is set.
    pub fn source(&self, file: &str, line: u32) -> Option<String> {
        Some(Repository::of(&self.edition)?.line(file, line))
    }

    /// Where another file of the repository can be seen.
    pub fn file(&self, path: &str) -> Option<String> {
        Some(Repository::of(&self.edition)?.file(path))
    }

    /// Where a document can be edited.
    pub fn edit(&self, file: &str) -> Option<String> {
        Repository::of(&self.edition)?.edit(file)
    }
}

fn obstacles(edition: &Edition) -> BTreeMap<usize, Vec<(usize, Lead)>> {
    let mut found: BTreeMap<usize, Vec<(usize, Lead)>> = BTreeMap::new();
    let items = edition.items.iter().enumerate();
    let open = items.filter(|(_, item)| {
        item.kind == Kind::Blocker && !matches!(item.state(), Status::Done | Status::Dropped)
    });
    for (at, item) in open {
        for lead in &item.blocks {
            if let Some(to) = lead.to {
                found.entry(to).or_default().push((at, lead.clone()));
            }
        }
    }
    found
}

/// The names of the fields of the authors' own, each once.
fn own_fields(edition: &Edition) -> Vec<String> {
    let fields = edition.items.iter().flat_map(|item| &item.fields);
    let names: BTreeSet<&str> = fields.map(|fact| fact.name.as_str()).collect();
    names.into_iter().map(str::to_string).collect()
}

fn members(edition: &Edition) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, item) in edition.items.iter().enumerate() {
        if let Some(sprint) = item.sprint.as_ref().and_then(|lead| lead.to) {
            found.entry(sprint).or_default().push(at);
        }
    }
    found
}

/// An address as a page at `from` writes it. Pages lie in the first folder or one below; from a page that may be
/// met anywhere, which is given with its whole path, the way begins at the root.
pub fn relative(from: &str, to: &str) -> String {
    let (page, fragment) = to
        .split_once('#')
        .map_or((to, None), |(page, fragment)| (page, Some(fragment)));
    let is_here = page == from && fragment.is_some();
    let mut out = if is_here {
        String::new()
    } else {
        file(from, page)
    };
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(&encoded(fragment));
    }
    out
}

/// The address of a file, in whose name any sign may be.
pub fn file(from: &str, path: &str) -> String {
    let up = match from.rfind('/') {
        Some(end) if from.starts_with('/') => &from[..=end],
        Some(_) => "../",
        None => "",
    };
    let path = encoded(path);
    let mut out = String::with_capacity(up.len() + path.len());
    out.push_str(up);
    out.push_str(&path);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_relative_to_their_page() {
        assert_eq!(relative("index.html", "tasks/t-7.html"), "tasks/t-7.html");
        assert_eq!(relative("tasks/t-7.html", "index.html"), "../index.html");
        assert_eq!(relative("phases/1.html", "phases/1.html#models"), "#models");
        assert_eq!(relative("a.html", "a.html"), "a.html");
        assert_eq!(file("a/b.html", "files/c#1.png"), "../files/c%231.png");
        assert_eq!(relative("/plan/404.html", "a/b.html"), "/plan/a/b.html");
        assert_eq!(
            relative("a.html", "files/a b#c?.png"),
            "files/a%20b#c%3F.png"
        );
    }
}
