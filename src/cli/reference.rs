//! The reference of the guide: everything that can be typed and set, in markdown.

use clap::CommandFactory;

use crate::cli::args::Line;
use crate::cli::exit::CODES;
use crate::cli::grid::Grid;
use crate::cli::manual;
use crate::cli::settings;

/// Variables that stand for no option.
const VARIABLES: [(&str, &str); 2] = [
    ("NO_COLOR", "no colours, unless `--color always` is given"),
    (
        "SOURCE_DATE_EPOCH",
        "the seconds since the beginning of 1970 that say which day is today, unless `--as-of` does",
    ),
];

/// The whole page.
pub fn page() -> String {
    let mut program = Line::command();
    program.build();
    let commands = manual::commands(&program);
    format!(
        "# Reference\n\n\
         Every command, variable and setting. This page is made by the program itself, from the same sources as \
         `--help` and the errors about `plansite.toml`. [Commands](commands.md) tells what the commands are for.\n\n\
         ## Commands\n\n{commands}\
         ## Environment variables\n\n\
         What is typed comes before a variable, and a variable before `plansite.toml`.\n\n{}\
         ## Exit codes\n\n{}\
         ## Settings\n\n\
         A plan needs no settings. What differs from the defaults stands in `plansite.toml`, in the folder of the \
         plan. A key that is not known is an error that names the line. Words in capitals stand for your own.\n\n{}\n",
        variables(manual::variables(&program)),
        codes(),
        settings::settings().trim_end()
    )
}

fn variables(options: Vec<(String, String)>) -> String {
    let others = VARIABLES.map(|(name, words)| (name.to_string(), words.to_string()));
    let mut all: Vec<(String, String)> = options.into_iter().chain(others).collect();
    all.sort();
    let mut grid = Grid::new(["Variable", "Stands for"]);
    for (name, words) in all {
        grid.row([format!("`{name}`"), words]);
    }
    grid.text()
}

fn codes() -> String {
    let mut grid = Grid::new(["Code", "Says"]);
    for (code, words) in CODES {
        grid.row([code.to_string(), words.to_string()]);
    }
    grid.text()
}
