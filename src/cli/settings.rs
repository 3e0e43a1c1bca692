//! The settings in markdown: every table of `plansite.toml`, and every rule whose level can be set.

use crate::cli::grid::Grid;
use crate::config::reference::{TABLES, Table};
use crate::lint::rule::Rule;
use crate::lint::rules::RULES;

/// Every table of the file.
pub fn tables() -> String {
    TABLES.iter().map(|table| self::table(table)).collect()
}

fn table(table: &Table) -> String {
    let mut grid = Grid::new(["Key", "Value", "Default", "Meaning"]);
    for key in table.keys {
        grid.row([
            format!("`{}`", key.name),
            key.value.words(),
            key.default.to_string(),
            key.meaning.to_string(),
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
pub fn rules() -> String {
    let mut grid = Grid::new(["Rule", "Level", "Finds"]);
    for rule in RULES {
        grid.row([
            format!("`{}`", rule.name()),
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
