//! What can be typed.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::cli::addr::Addr;
use crate::cli::exit;
use crate::cli::inquiry::{NextArgs, ShowArgs, StatusArgs, WeekArgs};
use crate::cli::typed::{CompletionsArgs, ManArgs, SchemaArgs};
use crate::config::address::BaseUrl;
use crate::config::editor::Editor;
use crate::model::date::Date;

/// Tells the plan that your planning documents hold.
#[derive(Debug, Parser)]
#[command(name = "plansite", version, max_term_width = 100, after_help = exit::told())]
pub struct Line {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// What holds for every command.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Options of every command")]
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
    /// Read the plan and write its site
    Build(BuildArgs),
    /// Show the site in the browser and follow what is saved
    Serve(ServeArgs),
    /// Find what is wrong with the plan
    Check(CheckArgs),
    /// Tell where the plan stands, in a screenful
    Status(StatusArgs),
    /// Tell what can be done now, why, and what comes first
    Next(NextArgs),
    /// Show the planning sheet of a week: carried over, blocked, ready, and how much fits in
    Week(WeekArgs),
    /// Show one item with all that is known of it
    Show(ShowArgs),
    /// Show how a document was read, line by line, or what a rule is about
    Explain(ExplainArgs),
    /// Write the plan to standard output
    Export(ExportArgs),
    /// Look at the documents, and set up what publishes them
    Init(InitArgs),
    /// Begin a document, from your own template if there is one
    New(NewArgs),
    /// Print a JSON Schema, with which editors complete and check what you write
    Schema(SchemaArgs),
    /// Print what lets a shell complete commands, flags and words
    Completions(CompletionsArgs),
    /// Write the pages of the manual, one for each command
    Man(ManArgs),
}

/// What to read, and what to make of it.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// Write the site to this folder
    #[arg(
        short,
        long,
        value_name = "DIR",
        default_value = "site",
        env = "PLANSITE_OUT_DIR"
    )]
    pub out_dir: PathBuf,
    /// Where the site will stand: its whole address, or only the path, such as /plan
    #[arg(long, value_name = "URL", env = "PLANSITE_BASE_URL")]
    pub base_url: Option<BaseUrl>,
    /// Show only what this audience may see [default: as plansite.toml says, else all]
    #[arg(long, value_name = "NAME", env = "PLANSITE_AUDIENCE")]
    pub audience: Option<String>,
    /// Fail if anything is wrong with the plan, warnings too
    #[arg(long)]
    pub strict: bool,
}

/// What to show, and where.
#[derive(Args, Debug)]
pub struct ServeArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// Answer at this address, or at the next free port
    #[arg(
        short,
        long,
        value_name = "ADDRESS",
        default_value = "127.0.0.1:4000",
        env = "PLANSITE_ADDR"
    )]
    pub addr: Addr,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
    /// Open lines in this editor: vscode, vscodium, cursor, zed, idea, sublime, vim, or an address with {path} and {line}
    #[arg(long, value_name = "NAME|ADDRESS", env = "PLANSITE_EDITOR")]
    pub editor: Option<Editor>,
    /// Where the site will stand: its whole address, or only the path, such as /plan
    #[arg(long, value_name = "URL", env = "PLANSITE_BASE_URL")]
    pub base_url: Option<BaseUrl>,
    /// Show only what this audience may see [default: as plansite.toml says, else all]
    #[arg(long, value_name = "NAME", env = "PLANSITE_AUDIENCE")]
    pub audience: Option<String>,
}

/// What to look for.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// How findings are written [default: `human`; in GitHub Actions, `github`]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<CheckFormat>,
    /// Show who read what in each document
    #[arg(long)]
    pub reading: bool,
    /// Mend in the documents what can be mended safely
    #[arg(long)]
    pub fix: bool,
    /// Show what `--fix` would change, as a unified diff, and write nothing
    #[arg(long, conflicts_with_all = ["format", "reading"])]
    pub diff: bool,
    /// Make the findings of this rule errors; `warnings` are all warnings
    #[arg(long, value_name = "RULE")]
    pub deny: Vec<String>,
    /// Make the findings of this rule warnings
    #[arg(long, value_name = "RULE")]
    pub warn: Vec<String>,
    /// Leave the findings of this rule out
    #[arg(long, value_name = "RULE")]
    pub allow: Vec<String>,
    /// Show every finding, not only those that tell most
    #[arg(long)]
    pub all: bool,
    /// Leave out the findings that this file lists [default: as plansite.toml says, else
    /// plansite-baseline.jsonl beside it, if there is one]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write that file, or take out of it what is gone; `=all` takes in what is new, too
    #[arg(
        long,
        value_name = "WHAT",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "gone",
        conflicts_with = "allow"
    )]
    pub update_baseline: Option<Update>,
}

/// What becomes of the file of known findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Update {
    /// What is gone is taken out; a new file holds all
    Gone,
    /// What is new is taken in, too
    All,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For reading, on standard error
    Human,
    /// For programs, on standard output
    Json,
    /// For GitHub Actions, which show it beside the lines of a pull request
    Github,
    /// For code scanning and editors, in SARIF 2.1.0 on standard output
    Sarif,
}

/// What to explain.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// A document, or the name of a rule
    #[arg(value_name = "FILE|RULE")]
    pub target: PathBuf,
    /// How the lines are written
    #[arg(long, default_value = "human")]
    pub format: ExplainFormat,
}

/// How the lines of a document are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For reading, as wide as the terminal
    Human,
    /// For programs
    Json,
}

/// What to write.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// The folder or document to read [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// How the plan is written
    #[arg(long, default_value = "json")]
    pub format: ExportFormat,
    /// Show only what this audience may see [default: as plansite.toml says, else all]
    #[arg(long, value_name = "NAME", env = "PLANSITE_AUDIENCE")]
    pub audience: Option<String>,
}

/// How the plan is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ExportFormat {
    /// plan.json, version 1
    Json,
    /// Its items, a line of JSON each
    Ndjson,
    /// Its items, a row each, for spreadsheets
    Csv,
    /// Its days, for calendars
    Ics,
}

/// What to set up.
#[derive(Args, Debug)]
pub struct InitArgs {
    /// The folder of the plan [default: the folder of the nearest plansite.toml, else here]
    pub path: Option<PathBuf>,
    /// Publish what this audience may see; asked for in a terminal
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,
    /// Write no workflow for GitHub Pages
    #[arg(long)]
    pub no_workflow: bool,
    /// Begin with a small plan in this style, where there is none; asked for in a terminal
    #[arg(long, value_name = "STYLE")]
    pub style: Option<Style>,
    /// Show every file whole, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What to begin.
#[derive(Args, Debug)]
pub struct NewArgs {
    /// What it is: a story, prd, milestone, task, sprint, decision, week, or another word for one
    pub kind: String,
    /// What it is called; a sprint or a week may go without, and a week may be named: 2026-W48
    pub title: Option<String>,
    /// What it belongs to: a key, an id or a title
    #[arg(
        long,
        value_name = "KEY",
        visible_aliases = ["phase", "milestone", "prd", "story"],
        aliases = ["epic", "feature"]
    )]
    pub parent: Option<String>,
    /// Write it to this folder
    #[arg(long = "in", value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    /// Call it by this id [default: the next free one]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Show the path and the text, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// How a first plan is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Style {
    /// A roadmap with milestones, issues without dates, a sheet for each week
    FourTiers,
    /// Milestones, features and user stories, each a document with its template
    Milestones,
    /// One document with phases, tables of tasks and a history of sprints
    ProjectPlan,
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

    fn typed(line: &str) -> Result<BuildArgs, String> {
        let words = format!("plansite build {line}");
        match Line::try_parse_from(words.split_whitespace()) {
            Ok(line) => match line.command {
                Command::Build(args) => Ok(args),
                other => Err(format!("{other:?}")),
            },
            Err(fault) => Err(fault.to_string()),
        }
    }

    #[test]
    fn a_site_is_built_as_typed() {
        let line = "docs -o out --base-url https://a.example/b/ --audience public --strict";
        let args = typed(line).unwrap();
        assert_eq!(args.path, Some("docs".into()));
        assert_eq!(args.out_dir, PathBuf::from("out"));
        assert_eq!(args.base_url.unwrap().as_str(), "https://a.example/b");
        assert_eq!(args.audience.as_deref(), Some("public"));
        assert!(args.strict && !typed("--no-git --jobs 2").unwrap().strict);
    }

    #[test]
    fn an_address_that_is_none_is_refused() {
        let fault = typed("--base-url example.org").unwrap_err();
        assert!(fault.contains("it begins with `https://`"), "{fault}");
    }
}
