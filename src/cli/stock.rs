//! What stands in a folder before a new document is written to it, and what is read of it afterwards.

use std::sync::Arc;

use crate::cli::fault::Fault;
use crate::config::Config;
use crate::load::{self, Memo};
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::item::{Role, Source};
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::pipeline::{Request, Stop};
use crate::read::words::Words;
use crate::source::shelf::{Shelf, Touched};
use crate::source::walk::WalkFault;
use crate::start::ground::Ground;
use crate::start::proposal::Proposal;
use crate::start::reading::Seen;
use crate::text::file::SourceFile;

/// What stands in the folder; also where nothing does.
pub struct Stock {
    /// What is set.
    pub config: Config,
    today: Date,
    files: Vec<Arc<SourceFile>>,
    documents: Vec<Arc<Document>>,
    plan: Plan,
    memo: Memo,
}

impl Stock {
    /// Reads it.
    pub fn read(request: &Request) -> Result<Self, Fault> {
        let config = request.config.as_deref().map(Config::open).transpose();
        let config = config.map_err(Stop::from)?.unwrap_or_default();
        let files = match Shelf::default().look(&request.root, &config, &Touched::anything()) {
            Ok(found) => found.files,
            Err(WalkFault::Empty(_)) => Vec::new(),
            Err(fault) => return Err(Stop::from(fault).into()),
        };
        Ok(Self::of(files, config, request.today, Memo::default()))
    }

    fn of(files: Vec<Arc<SourceFile>>, config: Config, today: Date, mut memo: Memo) -> Self {
        let loaded = load::load(&files, &config, &mut memo);
        Self {
            config,
            today,
            files,
            documents: loaded.documents,
            plan: loaded.plan,
            memo,
        }
    }

    /// What a new document is begun from; `words` are those of the plan.
    pub fn ground<'a>(
        &'a self,
        words: &'a Words,
        names: &'a dyn Fn(&str) -> Vec<String>,
    ) -> Ground<'a> {
        Ground {
            plan: &self.plan,
            files: &self.files,
            documents: &self.documents,
            config: &self.config,
            words,
            today: self.today,
            names,
        }
    }

    /// The same with the new document, which nobody has written.
    pub fn with(self, proposal: &Proposal) -> Self {
        let draft = &proposal.draft;
        let mut files = self.files;
        let text = draft.text.clone().into_bytes();
        files.push(Arc::new(SourceFile::new(draft.path.clone(), text)));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self::of(files, self.config, self.today, self.memo)
    }

    /// What the new document does not say as it was meant.
    pub fn doubts(&self, proposal: &Proposal) -> Vec<String> {
        let path = &proposal.draft.path;
        let Some(file) = self.files.iter().position(|file| file.path == *path) else {
            return vec![format!(
                "`{path}` is not read: .gitignore or plansite.toml leaves it out"
            )];
        };
        let is_it =
            |source: &Source| source.role == Role::Document && source.place.file.0 as usize == file;
        let mut items = self.plan.items();
        let found = items.find(|(_, item)| item.sources.first().is_some_and(is_it));
        let Some((number, item)) = found else {
            return vec![format!("`{path}` is read as no item of the plan")];
        };
        let seen = Seen {
            kind: item.kind,
            id: item.id.clone(),
            title: item.title.clone(),
        };
        let mut doubts = differences(&proposal.meant(), &seen);
        doubts.extend(self.lost_parent(number, proposal));
        doubts
    }

    /// The parent that was asked for and that the document does not state.
    fn lost_parent(&self, number: ItemId, proposal: &Proposal) -> Option<String> {
        let wanted = proposal.matter.parent.as_ref()?;
        let parent = self
            .plan
            .parent(number)
            .map(|parent| self.plan.item(parent));
        let same =
            parent.is_some_and(|item| item.kind == wanted.kind && item.title == wanted.title);
        (!same).then(|| format!("it does not state that it belongs to `{}`", wanted.name))
    }
}

/// What is read otherwise than it was meant.
fn differences(meant: &Seen, seen: &Seen) -> Vec<String> {
    let mut doubts = Vec::new();
    if seen.kind != meant.kind {
        let (seen, meant) = (seen.kind.name(), meant.kind.name());
        doubts.push(format!("it is read as a {seen}, not as a {meant}"));
    }
    if seen.title != meant.title {
        doubts.push(format!("its title is read as \"{}\"", seen.title));
    }
    match (&seen.id, &meant.id) {
        (seen, meant) if seen == meant => {}
        (None, Some(id)) => doubts.push(format!("it does not state its id `{id}`")),
        (seen, _) => doubts.push(format!(
            "its id is read as `{}`",
            seen.as_deref().unwrap_or_default()
        )),
    }
    doubts
}
