//! What can be typed.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::date::Date;

/// Tells the plan that your planning documents hold.
#[derive(Debug, Parser)]
#[command(name = "plansite", version, max_term_width = 100)]
pub struct Line {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// What holds for every command.
#[derive(Args, Debug)]
pub struct Global {
    /// Work as if called in this folder
    #[arg(
        short = 'C',
        long,
        global = true,
        value_name = "DIR",
        env = "PLANSITE_ROOT"
    )]
    pub root: Option<PathBuf>,
    /// Use this file instead of the nearest plansite.toml
    #[arg(
        short = 'f',
        long,
        global = true,
        value_name = "FILE",
        env = "PLANSITE_CONFIG_FILE"
    )]
    pub config_file: Option<PathBuf>,
    /// Say only what is an error
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say also what was read, and from where
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Use colours
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        env = "PLANSITE_COLOR"
    )]
    pub color: Color,
    /// Take this day for today [default: SOURCE_DATE_EPOCH, else today in UTC]
    #[arg(long, global = true, value_name = "DATE", value_parser = date, env = "PLANSITE_AS_OF", hide_env_values = true)]
    pub as_of: Option<Date>,
    /// Do without the history that git knows
    #[arg(long, global = true)]
    pub no_git: bool,
    /// Use at most so many threads
    #[arg(
        long,
        global = true,
        value_name = "N",
        env = "PLANSITE_JOBS",
        hide_env_values = true
    )]
    pub jobs: Option<NonZeroUsize>,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Color {
    /// In a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read the plan and print it
    Build(BuildArgs),
    /// Find what is wrong with the plan
    Check(CheckArgs),
    /// Show how a document was read, line by line, or what a rule is about
    Explain(ExplainArgs),
    /// Write the plan to standard output
    Export(ExportArgs),
}

/// What to read.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
}

/// What to look for.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// How findings are written
    #[arg(long, default_value = "human")]
    pub format: CheckFormat,
    /// Show who read what in each document
    #[arg(long)]
    pub reading: bool,
    /// Make the findings of this rule errors; `warnings` are all warnings
    #[arg(long, value_name = "RULE")]
    pub deny: Vec<String>,
    /// Make the findings of this rule warnings
    #[arg(long, value_name = "RULE")]
    pub warn: Vec<String>,
    /// Leave the findings of this rule out
    #[arg(long, value_name = "RULE")]
    pub allow: Vec<String>,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For reading, on standard error
    Human,
    /// For programs, on standard output
    Json,
}

/// What to explain.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// A document, or the name of a rule
    #[arg(value_name = "FILE|RULE")]
    pub target: PathBuf,
}

/// What to write.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// How the plan is written
    #[arg(long, default_value = "json")]
    pub format: ExportFormat,
}

/// How the plan is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ExportFormat {
    /// plan.json, version 1
    Json,
}

fn date(text: &str) -> Result<Date, String> {
    Date::iso(text).ok_or_else(|| "a day is written like 2026-01-27".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Line::command().debug_assert();
    }
}
