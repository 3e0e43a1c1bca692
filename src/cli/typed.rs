//! What can be typed where editors, shells and manuals are served.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What to describe.
#[derive(Args, Debug)]
pub struct SchemaArgs {
    /// What the schema is of
    #[arg(value_name = "WHAT")]
    pub what: SchemaOf,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// plansite.toml
    Config,
    /// The front matter of documents
    FrontMatter,
    /// plan.json, which `export` writes
    Plan,
    /// What `check --format json` writes
    Check,
}

/// For which shell.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: ShellName,
}

/// The shells that commands are completed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShellName {
    /// bash
    Bash,
    /// zsh
    Zsh,
    /// fish
    Fish,
    /// PowerShell
    Powershell,
}

/// Where to write.
#[derive(Args, Debug)]
pub struct ManArgs {
    /// The folder; plansite.1 and its neighbours in it are written anew
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
