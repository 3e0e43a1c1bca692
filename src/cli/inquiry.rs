//! What can be typed behind a question about the plan.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// How a question is answered.
#[derive(Args, Clone, Debug)]
pub struct AskArgs {
    /// How the answer is written
    #[arg(long, default_value = "human")]
    pub format: AnswerFormat,
    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Tell only what this audience may see [default: as plansite.toml says, else all]
    #[arg(long, value_name = "NAME", env = "PLANSITE_AUDIENCE")]
    pub audience: Option<String>,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// For reading, in 80 columns
    Human,
    /// For programs and agents
    Json,
}

/// Which plan to tell of.
#[derive(Args, Debug)]
pub struct StatusArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// How it is answered.
    #[command(flatten)]
    pub ask: AskArgs,
}

/// Which work to tell of.
#[derive(Args, Debug)]
pub struct NextArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// Tell of so many in progress and of so many that are ready; 0 tells of all
    #[arg(short, long, value_name = "N", default_value = "5")]
    pub number: usize,
    /// Only the work of this owner
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// Only this kind of work: task, story or feature
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only what is a part of this: a key, an id or a unique part of a title
    #[arg(
        long,
        value_name = "KEY",
        visible_aliases = ["phase", "prd", "story"],
        aliases = ["epic", "feature"]
    )]
    pub milestone: Option<String>,
    /// How it is answered.
    #[command(flatten)]
    pub ask: AskArgs,
}

/// Which week to tell of.
#[derive(Args, Debug)]
pub struct WeekArgs {
    /// The week, such as 2026-W47 [default: that of today], and the folder or document to read
    #[arg(value_name = "WEEK|PATH", num_args = 0..=2)]
    pub words: Vec<PathBuf>,
    /// How it is answered.
    #[command(flatten)]
    pub ask: AskArgs,
}

/// Which item to show.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// Its key, its id, or a unique part of its title
    pub key: String,
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// How it is answered.
    #[command(flatten)]
    pub ask: AskArgs,
}
