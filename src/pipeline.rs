//! The stages of a run, in order. The only file that names them all.

use std::path::PathBuf;

use thiserror::Error;

use crate::analyze::{self, Analysis};
use crate::config::{Config, ConfigFault, Level};
use crate::diagnostic::Diagnostic;
use crate::edition::Edition;
use crate::lint;
use crate::load;
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::plan::Plan;
use crate::page::data::{self, Layout};
use crate::source::walk::{self, Walk, WalkFault};

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder or the document to read.
    pub root: PathBuf,
    /// The `plansite.toml` that holds for it, if there is one.
    pub config: Option<PathBuf>,
    /// Levels that count more than those of the configuration.
    pub levels: Vec<Level>,
    /// The day that counts as today.
    pub today: Date,
}

/// A plan that was read, analysed and looked through for faults.
#[derive(Debug)]
pub struct Checked {
    /// What was set.
    pub config: Config,
    /// The documents.
    pub walk: Walk,
    /// The plan.
    pub plan: Plan,
    /// The documents as they were read, in the same order.
    pub documents: Vec<Document>,
    /// The numbers of the plan.
    pub analysis: Analysis,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
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
    /// The plan cannot be written down.
    #[error("cannot write the plan as JSON")]
    Json(#[from] serde_json::Error),
}

/// Reads the plan and looks for what is wrong with it.
pub fn check(request: &Request) -> Result<Checked, Stop> {
    let config = config(request)?;
    let walk = walk::walk(&request.root, &config)?;
    let loaded = load::load(&walk.files, &config);
    let analysis = analyze::analyze(&loaded.plan, request.today);
    let findings = lint::check(&loaded.plan, &analysis, loaded.diagnostics, &config);
    Ok(Checked {
        config,
        walk,
        plan: loaded.plan,
        documents: loaded.documents,
        analysis,
        findings,
        today: request.today,
    })
}

/// What an audience may know of the plan; as yet there is one, and it sees all.
pub fn edition(checked: &Checked) -> Edition {
    let Checked {
        plan,
        analysis,
        findings,
        walk,
        config,
        today,
        ..
    } = checked;
    Edition::cut(plan, analysis, findings, &walk.files, config, *today)
}

/// The plan as JSON.
pub fn plan_json(checked: &Checked, layout: Layout) -> Result<String, Stop> {
    let edition = edition(checked);
    Ok(data::plan_json(&edition, layout)?)
}

fn config(request: &Request) -> Result<Config, ConfigFault> {
    let config = request
        .config
        .as_deref()
        .map_or_else(|| Ok(Config::default()), Config::open)?;
    let mut config = config.knowing_rules(&lint::rules::names())?;
    config.lint.extend(request.levels.iter().cloned());
    Ok(config)
}
