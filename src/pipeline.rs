//! The stages of a run, in order. The only file that names them all.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;

use crate::analyze::{self, Analysis};
use crate::config::{Config, ConfigFault, Level};
use crate::diagnostic::Diagnostic;
use crate::edition::{Edition, Material};
use crate::lint;
use crate::load;
use crate::model::audience::Audience;
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::plan::Plan;
use crate::page::data::{self, Layout};
use crate::source::walk::{self, WalkFault};
use crate::text::file::SourceFile;

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
    /// The documents as they are.
    pub files: Arc<Vec<SourceFile>>,
    /// Documents that were not read: the path, and why.
    pub skipped: Vec<(String, String)>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// The documents as they were read, in the same order.
    pub documents: Arc<Vec<Document>>,
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
        files: Arc::new(walk.files),
        skipped: walk.skipped,
        plan: Arc::new(loaded.plan),
        documents: Arc::new(loaded.documents),
        analysis,
        findings: Arc::new(findings),
        today: request.today,
    })
}

/// What an audience may know of the plan.
pub fn edition(checked: &Checked, audience: &Audience) -> Edition {
    Edition::cut(
        &Material {
            plan: &checked.plan,
            analysis: &checked.analysis,
            findings: &checked.findings,
            files: &checked.files,
            documents: &checked.documents,
            skipped: &checked.skipped,
            pictures: &BTreeMap::new(),
            revision: None,
            config: &checked.config,
            today: checked.today,
        },
        audience,
    )
}

/// The plan as JSON.
pub fn plan_json(checked: &Checked, audience: &Audience, layout: Layout) -> Result<String, Stop> {
    let edition = edition(checked, audience);
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
