//! `plansite man`: the pages of the manual, one for the program and one for each command.

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::args::{Global, Line};
use crate::cli::fault::Fault;
use crate::cli::request::under;
use crate::cli::terminal::Terminal;
use crate::cli::typed::ManArgs;

/// Writes the pages, and says which.
pub fn run(global: &Global, args: &ManArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let folder = under(global, &args.folder);
    let put = |path: PathBuf| move |source| Fault::Put { path, source };
    fs::create_dir_all(&folder).map_err(put(folder.clone()))?;
    for (name, text) in pages()? {
        let path = folder.join(name);
        fs::write(&path, text).map_err(put(path.clone()))?;
        if !global.quiet {
            writeln!(terminal.err, "wrote {}", path.display())?;
        }
    }
    Ok(true)
}

/// Each page with the name of its file.
pub fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut program = Line::command().disable_help_subcommand(true);
    program.build();
    let commands = program.get_subcommands();
    let shown = commands.filter(|command| !command.is_hide_set());
    [&program].into_iter().chain(shown).map(page).collect()
}

fn page(command: &Command) -> io::Result<(String, Vec<u8>)> {
    let man = Man::new(command.clone()).manual("plansite");
    let mut text = Vec::new();
    man.render(&mut text)?;
    Ok((man.get_filename(), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let pages = pages().unwrap();
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        let commands = Line::command().get_subcommands().count();
        assert_eq!((names[0], names.len()), ("plansite.1", commands + 1));
        assert!(names.contains(&"plansite-check.1"), "{names:?}");
        for (name, text) in &pages {
            let text = String::from_utf8_lossy(text);
            let title = name.trim_end_matches(".1");
            assert!(text.contains(&format!(".TH {title} 1")), "{text}");
        }
    }
}
