//! `plansite schema`: JSON Schemas of what one writes and of what the program writes.

use serde_json::Value;

use crate::cli::fault::Fault;
use crate::cli::rulebook::opening;
use crate::cli::terminal::Terminal;
use crate::cli::typed::{SchemaArgs, SchemaOf};
use crate::config;
use crate::lint::rules::RULES;
use crate::page::pages::data;
use crate::pipeline::Stop;
use crate::read::front_matter;

/// The JSON Schema of what `check --format json` writes.
pub const CHECK: &str = include_str!("check.schema.json");

/// Prints the schema.
pub fn run(args: &SchemaArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let text = match args.what {
        SchemaOf::Plan => data::SCHEMA.trim_end().to_string(),
        SchemaOf::Check => CHECK.trim_end().to_string(),
        SchemaOf::Config => laid_out(&config())?,
        SchemaOf::FrontMatter => laid_out(&front_matter::schema())?,
    };
    writeln!(terminal.out, "{text}")?;
    Ok(true)
}

/// The schema of `plansite.toml`, which knows the rules too.
pub fn config() -> Value {
    let rules = RULES.iter().map(|rule| (rule.name(), opening(*rule)));
    let all = ("warnings", "All warnings together.");
    let rules: Vec<(&str, &str)> = rules.chain([all]).collect();
    config::schema::schema(&rules)
}

fn laid_out(schema: &Value) -> Result<String, Fault> {
    Ok(serde_json::to_string_pretty(schema).map_err(Stop::from)?)
}
