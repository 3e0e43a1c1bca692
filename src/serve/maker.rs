//! Makes what is shown, from what was kept and what has changed.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::config::Config;
use crate::config::address::BaseUrl;
use crate::config::editor::Editor;
use crate::edition::Revision;
use crate::model::audience::Audience;
use crate::pipeline::{self, Beside, Checked, Look, Memory, Request, Stop};
use crate::serve::batch::Batch;
use crate::serve::difference::Difference;
use crate::serve::outskirts::{Outskirts, Stamp};
use crate::serve::scene::{Opens, Scene};
use crate::serve::trouble::{Known, Trouble};
use crate::source::git;
use crate::text::file::SourceFile;

/// What the preview is asked for.
pub struct Order {
    /// What is read: asked anew for each change, for the day may be another one and a configuration may have come.
    pub request: Box<dyn Fn() -> Request + Send>,
    /// Where the site will stand, if that was typed.
    pub base_url: Option<BaseUrl>,
    /// The audience, if that was typed.
    pub audience: Option<String>,
    /// Whether git may be asked.
    pub asks_git: bool,
    /// The editor that lines are opened in.
    pub editor: Opening,
}

/// Which editor lines are opened in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// This one: it was typed.
    Typed(Editor),
    /// The one of the configuration; else this one, which the machine uses.
    Usual(Option<Editor>),
    /// None: others may look at the preview, and it names no folder to them.
    #[default]
    Never,
}

impl Opening {
    fn editor(&self, config: &Config) -> Option<Editor> {
        match self {
            Self::Typed(editor) => Some(editor.clone()),
            Self::Usual(usual) => config.site.editor.as_ref().or(usual.as_ref()).cloned(),
            Self::Never => None,
        }
    }
}

/// Makes what is shown.
pub struct Maker {
    order: Order,
    memory: Memory,
    /// Where git keeps what it knows; asked for once.
    git: OnceCell<Option<PathBuf>>,
    last: Option<Last>,
}

/// What was made last.
struct Last {
    files: Arc<Vec<Arc<SourceFile>>>,
    seen: Seen,
    known: Known,
    scene: Scene,
    sees_all: bool,
    is_stopped: bool,
}

/// What a site depends on beside the words of the documents.
#[derive(PartialEq)]
struct Seen {
    request: Request,
    skipped: Vec<(String, String)>,
    revision: Option<Revision>,
    stamps: Vec<Stamp>,
}

/// What has become of a change.
#[derive(Debug)]
pub struct Change {
    /// What is shown now, and what there is to say of it.
    pub told: Telling,
    /// Which documents are others than before.
    pub difference: Difference,
    /// The folders in which something may happen.
    pub folders: BTreeSet<PathBuf>,
    /// Where lies what is no document.
    pub around: Outskirts,
    /// How long it took.
    pub took: Duration,
}

/// A site, and what there is to say of it.
#[derive(Debug)]
pub struct Telling {
    /// What is shown.
    pub scene: Scene,
    /// What it was made from.
    pub checked: Checked,
    /// What is wrong and must not be told to those who look at the preview.
    pub unsaid: Vec<String>,
    /// What the theme holds in vain.
    pub remarks: Vec<String>,
}

/// What is shown after a change.
#[derive(Debug)]
pub enum Made {
    /// Something else than before.
    Changed(Box<Change>),
    /// The same as before; in these folders something may happen.
    Same(BTreeSet<PathBuf>),
    /// The last good site, for now there can be no other; in these folders something may happen too.
    Stopped(Stop, Option<Scene>, Vec<PathBuf>),
}

impl Maker {
    /// A maker that has made nothing yet.
    pub fn new(order: Order) -> Self {
        Self {
            order,
            memory: Memory::default(),
            git: OnceCell::new(),
            last: None,
        }
    }

    /// Makes what is to be shown after these happenings.
    pub fn make(&mut self, batch: &Batch) -> Made {
        let started = Instant::now();
        match self.change(batch, started) {
            Ok(made) => made,
            Err(stop) => {
                let scene = self.last.as_mut().map(|last| {
                    last.is_stopped = true;
                    let trouble = Trouble::stop(&stop);
                    last.scene.with(Some(trouble.told_to(last.sees_all)))
                });
                Made::Stopped(stop, scene, self.memory.folders().to_vec())
            }
        }
    }

    /// Whether another day has begun, though nothing was saved.
    pub fn is_new_day(&self) -> bool {
        let today = (self.order.request)().today;
        let last = self.last.as_ref();
        last.is_some_and(|last| last.seen.request.today != today)
    }

    fn change(&mut self, batch: &Batch, started: Instant) -> Result<Made, Stop> {
        let request = (self.order.request)();
        let (asks, memory) = (self.order.asks_git && batch.commit, &mut self.memory);
        let (look, commit) = rayon::join(
            || pipeline::look(&request, memory, &batch.touched),
            || asks.then(|| pipeline::revision(&request)),
        );
        let look = look?;
        let around = Outskirts::of(&request, &look.config, self.git(&request));
        let folders = look.found.folders.iter().cloned();
        let folders: BTreeSet<PathBuf> = folders.chain(around.folders()).collect();
        let last = self.last.as_ref();
        let files: &[Arc<SourceFile>] = last.map_or(&[], |last| &last.files);
        let difference = Difference::of(files, &look.found.files);
        let seen = Seen {
            skipped: look.found.skipped.clone(),
            revision: commit.unwrap_or_else(|| last.and_then(|last| last.seen.revision.clone())),
            stamps: around.stamps(),
            request,
        };
        let is_same = |last: &Last| !last.is_stopped && difference.is_none() && last.seen == seen;
        if !batch.beside && last.is_some_and(is_same) {
            return Ok(Made::Same(folders));
        }
        let told = self.tell(look, seen, around.root.as_deref())?;
        Ok(Made::Changed(Box::new(Change {
            took: started.elapsed(),
            told,
            difference,
            folders,
            around,
        })))
    }

    /// Puts the whole plan together anew, and tells its site.
    fn tell(&mut self, look: Look, seen: Seen, root: Option<&Path>) -> Result<Telling, Stop> {
        let mut checked = pipeline::read(&seen.request, look, &mut self.memory);
        pipeline::understood(&checked)?;
        if let Some(base) = &self.order.base_url {
            checked.config.site.base_url = Some(base.clone());
        }
        let audience = checked.config.audience(self.order.audience.as_deref())?;
        let (mut site, remarks) = site(&checked, &audience, &seen)?;
        let editor = self.order.editor.editor(&checked.config);
        let opens = editor.zip(root).filter(|_| audience.sees_all());
        site.editor = opens.map(|(editor, root)| Arc::new(Opens::new(editor, root)));
        let known = self.last.as_mut().map(|last| mem::take(&mut last.known));
        let (known, trouble) = match known {
            Some(mut known) => {
                let trouble = known.trouble(&checked);
                (known, trouble)
            }
            None => (Known::of(&checked), None),
        };
        let sees_all = audience.sees_all();
        let unsaid = trouble.iter().filter(|_| !sees_all);
        let unsaid = unsaid.flat_map(|trouble| trouble.items.clone()).collect();
        let scene = site.with(trouble.map(|trouble| trouble.told_to(sees_all)));
        self.last = Some(Last {
            files: checked.files.clone(),
            scene: scene.clone(),
            seen,
            known,
            sees_all,
            is_stopped: false,
        });
        Ok(Telling {
            scene,
            checked,
            unsaid,
            remarks,
        })
    }

    fn git(&self, request: &Request) -> Option<PathBuf> {
        let asks = self.order.asks_git;
        let ask = || asks.then(|| git::keeps(&request.root)).flatten();
        self.git.get_or_init(ask).clone()
    }
}

/// The site, and what its theme holds in vain.
fn site(checked: &Checked, audience: &Audience, seen: &Seen) -> Result<(Scene, Vec<String>), Stop> {
    let (theme, beside) = rayon::join(
        || pipeline::theme(&checked.config),
        || pipeline::beside(&seen.request, checked, false),
    );
    let theme = theme?;
    let remarks = theme.remarks();
    let beside = Beside {
        revision: seen.revision.clone(),
        ..beside
    };
    let site = pipeline::site(checked, audience, &beside, theme);
    let base = checked.config.site.base_url.as_ref();
    let base = base.map_or_else(|| "/".to_string(), BaseUrl::path);
    Ok((Scene::new(Arc::new(site), base), remarks))
}
