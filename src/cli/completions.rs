//! `plansite completions`: scripts that let a shell complete what is typed.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::args::Line;
use crate::cli::fault::Fault;
use crate::cli::terminal::Terminal;
use crate::cli::typed::{CompletionsArgs, ShellName};

/// Prints the script of a shell.
pub fn run(args: &CompletionsArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    terminal.out.write_all(&script(args.shell))?;
    Ok(true)
}

/// The script of a shell.
pub fn script(shell: ShellName) -> Vec<u8> {
    let shell = match shell {
        ShellName::Bash => Shell::Bash,
        ShellName::Zsh => Shell::Zsh,
        ShellName::Fish => Shell::Fish,
        ShellName::Powershell => Shell::PowerShell,
    };
    let mut script = Vec::new();
    // Written to memory first: the generator panics where a reader has had enough.
    clap_complete::generate(shell, &mut Line::command(), "plansite", &mut script);
    script
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_shell_learns_every_command() {
        for shell in ShellName::value_variants() {
            let script = String::from_utf8(script(*shell)).unwrap();
            for command in Line::command().get_subcommands() {
                assert!(script.contains(command.get_name()), "{shell:?}: {command}");
            }
            assert!(script.contains("format"), "{shell:?}");
        }
    }
}
