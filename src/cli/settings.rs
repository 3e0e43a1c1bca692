//! The settings in markdown: every table of `plansite.toml`, and every rule whose level can be set.

use crate::cli::grid::Grid;
use crate::cli::jump::jumps;
use crate::config::key::Table;
use crate::config::reference::TABLES;
use crate::lint::rule::Rule;
use crate::lint::rules::RULES;

/// The heading above the rules.
const RULES_TITLE: &str = "Rules";

/// Every table of the file, and the rules.
pub fn settings() -> String {
    let names = TABLES.iter().map(|table| table.name);
    let mut out = jumps(names.chain([RULES_TITLE]));
    for table in TABLES {
        out.push_str(&self::table(table));
    }
    out.push_str(&format!(
        "### {RULES_TITLE}\n\n\
         What `check` looks for. [Rules](rules.md) tells more of each, with examples, and so does \
         `plansite explain RULE`.\n\n{}",
        rules()
    ));
    out
}

fn table(table: &Table) -> String {
    let mut grid = Grid::new(["Key", "Meaning", "Value", "Default"]);
    for key in table.keys {
        grid.row([
            format!("`{}`", key.name),
            key.meaning.to_string(),
            key.value.words(),
            key.default.to_string(),
        ]);
    }
    let examples: Vec<&str> = table.keys.iter().map(|key| key.example).collect();
    format!(
        "### `[{}]`\n\n{}\n\n{}```toml\n[{}]\n{}\n```\n\n",
        table.name,
        table.about,
        grid.text(),
        table.example,
        examples.join("\n")
    )
}

/// Every rule, with its level and what it is about.
fn rules() -> String {
    let mut grid = Grid::new(["Rule", "Level", "Finds"]);
    for rule in RULES {
        grid.row([
            format!("[`{0}`](rules.md#{0})", rule.name()),
            rule.severity().word().to_string(),
            finds(*rule),
        ]);
    }
    grid.text()
}

/// The first paragraph of its page.
fn finds(rule: &dyn Rule) -> String {
    let mut parts = rule.page().split("\n\n").skip(1);
    parts.next().unwrap_or_default().replace('\n', " ")
}
