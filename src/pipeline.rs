//! The stages of a run, in order. The only file that names them all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rustc_hash::FxHashSet as HashSet;
use thiserror::Error;

use crate::analyze::turn::Queue;
use crate::analyze::untouched::{Untouched, patience, untouched};
use crate::analyze::{self, Analysis};
use crate::config::audience::UnknownAudience;
use crate::config::level::Level;
use crate::config::{Config, ConfigFault};
use crate::diagnostic::Diagnostic;
use crate::edition::hint;
use crate::edition::{Edition, Material, Revision};
use crate::lint;
use crate::load::{self, Memo, viewed};
use crate::model::audience::Audience;
use crate::model::date::Date;
use crate::model::document::{Document, Link};
use crate::model::picture::Picture;
use crate::model::plan::Plan;
use crate::output::Site;
use crate::page;
use crate::page::answer::archive::is_archived;
use crate::page::answer::reason::position;
use crate::page::book::Book;
use crate::page::machine::{calendar, table};
use crate::page::pages::data::{self, Layout};
use crate::source::git;
use crate::source::picture;
use crate::source::repository;
use crate::source::shelf::{Found, Shelf, Touched};
use crate::source::surroundings::Surroundings;
use crate::source::touch;
use crate::source::walk::{self, WalkFault};
use crate::text::file::SourceFile;
use crate::text::path::Target;
use crate::theme::{Theme, ThemeFault};

/// What a run is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The folder or the document to read.
    pub root: PathBuf,
    /// The `plansite.toml` that holds for it, if there is one.
    pub config: Option<PathBuf>,
    /// Levels that count more than those of the configuration.
    pub levels: Vec<Level>,
    /// The day that counts as today.
    pub today: Date,
    /// Whether git may be asked.
    pub asks_git: bool,
}

/// A plan that was read, analysed and looked through for faults.
#[derive(Debug)]
pub struct Checked {
    /// What was set.
    pub config: Config,
    /// The documents as they are.
    pub files: Arc<Vec<Arc<SourceFile>>>,
    /// Documents that were not read: the path, and why.
    pub skipped: Vec<(String, String)>,
    /// Links to documents and folders, which are not followed: the path, and where each leads.
    pub links: Vec<(String, String)>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// The documents as they were read, in the same order.
    pub documents: Arc<Vec<Arc<Document>>>,
    /// The numbers of the plan.
    pub analysis: Analysis,
    /// What is wrong with it.
    pub findings: Arc<Vec<Diagnostic>>,
    /// The day that counts as today.
    pub today: Date,
}

/// Why a run cannot be made.
#[derive(Debug, Error)]
pub enum Stop {
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigFault),
    /// There is nothing to read.
    #[error(transparent)]
    Walk(#[from] WalkFault),
    /// The theme cannot be used.
    #[error(transparent)]
    Theme(#[from] ThemeFault),
    /// There is no such audience.
    #[error(transparent)]
    Audience(#[from] UnknownAudience),
    /// The plan cannot be written down.
    #[error("cannot write the plan as JSON")]
    Json(#[from] serde_json::Error),
}

impl Stop {
    /// What to do, where that can be said in a word.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Walk(fault) => Some(fault.help()),
            Self::Theme(fault) => fault.help(),
            Self::Audience(fault) => Some(fault.help.clone()),
            Self::Config(_) | Self::Json(_) => None,
        }
    }
}

/// What is kept between two runs over the same folder.
#[derive(Debug, Default)]
pub struct Memory {
    shelf: Shelf,
    memo: Memo,
}

impl Memory {
    /// The folders that were looked into last, from the root of the file system.
    pub fn folders(&self) -> &[PathBuf] {
        self.shelf.folders()
    }
}

/// Reads the plan and looks for what is wrong with it.
pub fn check(request: &Request) -> Result<Checked, Stop> {
    let mut memory = Memory::default();
    let look = look(request, &mut memory, &Touched::anything())?;
    let checked = read(request, look, &mut memory);
    understood(&checked)?;
    // Nobody waits for hundreds of thousands of small pieces to be given back.
    rayon::spawn(move || drop(memory));
    Ok(checked)
}

/// What is set, and what lies there.
#[derive(Debug)]
pub struct Look {
    /// What is set.
    pub config: Config,
    /// The documents.
    pub found: Found,
}

/// Looks again at what was touched.
pub fn look(request: &Request, memory: &mut Memory, touched: &Touched) -> Result<Look, Stop> {
    let config = config(request)?;
    let found = memory.shelf.look(&request.root, &config, touched)?;
    Ok(Look { config, found })
}

/// Reads the documents that are not known yet, and puts the whole plan together.
pub fn read(request: &Request, look: Look, memory: &mut Memory) -> Checked {
    let Look { config, found } = look;
    let ground = Surroundings::of(&request.root);
    let lies = |path: &str| Some(ground.hold(path));
    let mut loaded = load::load_among(&found.files, &config, &mut memory.memo, &lies);
    let hints = hint::hints(&loaded.plan, &found.files, &loaded.documents, &config);
    loaded.diagnostics.extend(hints);
    let mut analysis = analyze::analyze(&loaded.plan, request.today);
    if request.asks_git {
        analysis.untouched = resting(request, &config, &found.files, &loaded.plan, &analysis);
    }
    let findings = lint::check(&loaded.plan, &analysis, loaded.diagnostics, &config);
    Checked {
        config,
        files: Arc::new(found.files),
        skipped: found.skipped,
        links: found.links,
        plan: Arc::new(loaded.plan),
        documents: Arc::new(loaded.documents),
        analysis,
        findings: Arc::new(findings),
        today: request.today,
    }
}

/// Whether every view of the configuration asks for what somebody states, slips of the hand apart.
pub fn understood(checked: &Checked) -> Result<(), Stop> {
    let has_views = !checked.config.views.is_empty();
    let own = has_views.then(|| viewed::own_fields(&checked.plan));
    Ok(checked.config.knowing_fields(&own.unwrap_or_default())?)
}

/// The milestones in work whose documents rest, by the history that git knows.
fn resting(
    request: &Request,
    config: &Config,
    files: &[Arc<SourceFile>],
    plan: &Plan,
    analysis: &Analysis,
) -> Vec<Untouched> {
    let patience = patience(plan, |id| analysis.sprint(id), config.sprints.length);
    untouched(plan, patience, request.today, |documents, day| {
        let paths = documents.iter().filter_map(|id| files.get(id.0 as usize));
        let paths: Vec<&str> = paths.map(|file| file.path.as_str()).collect();
        touch::last_before(&request.root, &paths, day)
    })
}

/// What an audience may know of the plan.
pub fn edition(checked: &Checked, audience: &Audience, beside: &Beside) -> Edition {
    Edition::cut(&material(checked, beside), audience)
}

/// The plan as an audience may know it, for answers in the terminal, and what of it can be begun.
pub fn told(checked: &Checked, audience: &Audience) -> Result<(Book, Queue), Stop> {
    let beside = Beside::default();
    let material = material(checked, &beside);
    // No page is rendered, so the look of pages does not matter; the terminal speaks English.
    let theme = Theme::open(None, ENGLISH)?;
    let book = Book::new(Edition::cut(&material, audience), theme);
    let mut queue = Edition::queue(&material, audience);
    queue.set_aside(|id| is_archived(book.item(position(id))));
    Ok((book, queue))
}

fn material<'a>(checked: &'a Checked, beside: &'a Beside) -> Material<'a> {
    Material {
        plan: &checked.plan,
        analysis: &checked.analysis,
        findings: &checked.findings,
        files: &checked.files,
        documents: &checked.documents,
        skipped: &checked.skipped,
        links: &checked.links,
        pictures: &beside.pictures,
        lying: &beside.lying,
        revision: beside.revision.as_ref(),
        config: &checked.config,
        today: checked.today,
    }
}

/// What lies beside the documents and is asked for where a site is made.
#[derive(Debug, Default)]
pub struct Beside {
    /// The pictures that documents show, and the files that they lead to, which are copied: those that are there, by
    /// path.
    pub pictures: BTreeMap<String, Picture>,
    /// Other files that documents lead to and that are there.
    pub lying: BTreeSet<String>,
    /// The state of the documents in their repository.
    pub revision: Option<Revision>,
}

/// Looks for the pictures, and asks git for the commit if it may.
pub fn beside(request: &Request, checked: &Checked, asks_git: bool) -> Beside {
    let revision = || asks_git.then(|| revision(request)).flatten();
    let ((pictures, lying), revision) = rayon::join(
        || rayon::join(|| pictures(request, checked), || lying(request, checked)),
        revision,
    );
    Beside {
        pictures,
        lying,
        revision,
    }
}

/// The pictures that documents show, and the files that they lead to, which are copied: those that are there.
fn pictures(request: &Request, checked: &Checked) -> BTreeMap<String, Picture> {
    let documents = checked.documents.iter();
    let shown = documents.flat_map(|document| {
        let pictures = document.pictures.iter();
        let pictures = pictures.filter(|picture| goes_to(picture, &PICTURES));
        let links = document.links.iter();
        let attached = |link: &&Link| goes_to(link, &PICTURES) || goes_to(link, &ATTACHED);
        pictures.chain(links.filter(attached))
    });
    let paths = shown.filter_map(|link| match &link.to {
        Target::Path(path) => Some(path.clone()),
        _ => None,
    });
    picture::existing(&request.root, paths)
}

/// Files that documents lead to and that are there, but are neither documents nor copied.
fn lying(request: &Request, checked: &Checked) -> BTreeSet<String> {
    let documents: HashSet<&str> = checked
        .files
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    let is_document = |path: &str| {
        let endings = ["", ".md", "/README.md", "/index.md", "/readme.md"];
        let mut paths = endings.iter().map(|ending| format!("{path}{ending}"));
        paths.any(|path| documents.contains(path.as_str()))
    };
    let links = checked
        .documents
        .iter()
        .flat_map(|document| document.links.iter());
    let paths: BTreeSet<&String> = links
        .filter(|link| !goes_to(link, &PICTURES) && !goes_to(link, &ATTACHED))
        .filter_map(|link| match &link.to {
            // Most links lead to documents by their very path.
            Target::Path(path) if !documents.contains(path.as_str()) => Some(path),
            _ => None,
        })
        .collect();
    let ground = Surroundings::of(&request.root);
    let lying = paths.into_iter();
    let lying = lying.filter(|path| !path.is_empty() && !is_document(path) && ground.hold(path));
    lying.cloned().collect()
}

fn goes_to(link: &Link, endings: &[&str]) -> bool {
    matches!(&link.to, Target::Path(path) if ends_with(path, endings))
}

/// The commit that holds the documents, as git knows it.
pub fn revision(request: &Request) -> Option<Revision> {
    let revision = git::revision(&request.root)?;
    Some(Revision {
        commit: revision.short,
        prefix: revision.prefix,
        branch: repository::branch(&request.root),
    })
}

/// Endings of pictures that browsers show.
const PICTURES: [&str; 8] = ["apng", "avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Endings of files that are read as they are, and copied where a document leads to one.
const ATTACHED: [&str; 14] = [
    "csv", "docx", "drawio", "epub", "ics", "mp4", "odp", "ods", "odt", "pdf", "pptx", "txt",
    "webm", "xlsx",
];

/// Whether this is a picture, by its ending.
pub fn is_picture(path: &str) -> bool {
    ends_with(path, &PICTURES)
}

fn ends_with(path: &str, endings: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| {
        let mut known = endings.iter();
        known.any(|known| known.eq_ignore_ascii_case(ending))
    })
}

/// The language of everything where none is set.
const ENGLISH: &str = "en";

/// The theme that is set, in the language that is set.
pub fn theme(config: &Config) -> Result<Theme, Stop> {
    let language = config.site.language.as_deref().unwrap_or(ENGLISH);
    let theme = Theme::open(config.theme().as_deref(), language)?;
    Ok(theme.dressed(&config.look, config.home())?)
}

/// The site of a plan for an audience; none of its pages is rendered yet.
pub fn site(checked: &Checked, audience: &Audience, beside: &Beside, theme: Theme) -> Site {
    page::site(edition(checked, audience, beside), theme)
}

/// The plan as JSON.
pub fn plan_json(checked: &Checked, audience: &Audience, layout: Layout) -> Result<String, Stop> {
    let edition = edition(checked, audience, &Beside::default());
    Ok(data::plan_json(&edition, layout)?)
}

/// The plan as a calendar, a table or lines of JSON.
pub fn exported(checked: &Checked, audience: &Audience, form: Form) -> Result<String, Stop> {
    let edition = edition(checked, audience, &Beside::default());
    // No page is rendered, so the look of pages does not matter.
    let book = Book::new(edition, Theme::open(None, ENGLISH)?);
    Ok(match form {
        Form::Calendar => calendar::calendar(&book),
        Form::Lines => table::lines(&book)?,
        Form::Table => table::csv(&book),
    })
}

/// What a plan can be written as, beside plan.json.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Its days, for calendars.
    Calendar,
    /// Its items, a line of JSON each.
    Lines,
    /// Its items, a row each, for spreadsheets.
    Table,
}

fn config(request: &Request) -> Result<Config, ConfigFault> {
    let config = request
        .config
        .as_deref()
        .map_or_else(|| Ok(Config::default()), Config::open)?;
    let mut config = config.knowing_rules(&lint::rules::names())?;
    config.below = walk::below(&request.root, config.home.as_deref());
    config.repository = repository::name(&request.root);
    config.lint.extend(request.levels.iter().cloned());
    Ok(config)
}
