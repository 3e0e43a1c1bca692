//! The commands in markdown, made from what clap knows of them: what `--help` says, and no second text.

use clap::builder::{PossibleValue, Str, StyledStr};
use clap::{Arg, ArgAction, Command};

use crate::cli::grid::Grid;
use crate::cli::jump::jumps;
use crate::page::words::list;

/// The heading above what all commands can be told.
const EVERY: &str = "Options of every command";

/// The commands of a program that is built, and then the options that all of them have.
pub fn commands(program: &Command) -> String {
    let names = shown(program).map(Command::get_name);
    let mut out = jumps(names.chain([EVERY]));
    for command in shown(program) {
        out.push_str(&format!(
            "### {}\n\n{}\n\n",
            command.get_name(),
            about(command)
        ));
        out.push_str(&format!("```console\n$ {}\n```\n\n", usage(command)));
        out.push_str(&options(own(command)));
    }
    out.push_str(&format!("### {EVERY}\n\n"));
    out + &options(program.get_arguments())
}

/// Environment variables that stand for options, and which options these are.
pub fn variables(program: &Command) -> Vec<(String, String)> {
    let mut found: Vec<(String, String, Vec<&str>)> = Vec::new();
    let everywhere = program.get_arguments().map(|arg| (arg, None));
    let somewhere =
        shown(program).flat_map(|command| own(command).map(|arg| (arg, Some(command.get_name()))));
    for (arg, command) in everywhere.chain(somewhere) {
        let Some(variable) = arg.get_env().and_then(|name| name.to_str()) else {
            continue;
        };
        match found.iter_mut().find(|(known, ..)| known == variable) {
            Some((_, _, commands)) => commands.extend(command),
            None => found.push((variable.into(), name(arg), command.into_iter().collect())),
        }
    }
    found.sort();
    let told = |(variable, option, commands): (String, String, Vec<&str>)| match &*commands {
        [] => (variable, format!("{option} of every command")),
        some => {
            let some: Vec<String> = some.iter().map(|name| format!("`{name}`")).collect();
            (variable, format!("{option} of {}", list(&some)))
        }
    };
    found.into_iter().map(told).collect()
}

/// The commands that one may call.
fn shown(program: &Command) -> impl Iterator<Item = &Command> {
    let commands = program.get_subcommands();
    commands.filter(|command| !command.is_hide_set() && command.get_name() != "help")
}

/// What only this command can be told.
fn own(command: &Command) -> impl Iterator<Item = &Arg> {
    let arguments = command.get_arguments();
    arguments.filter(|arg| !arg.is_global_set() && arg.get_id() != "help")
}

fn about(command: &Command) -> String {
    let about = command.get_long_about().or(command.get_about());
    format!("{}.", plain(about).trim_end_matches('.'))
}

fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:");
    usage.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One table: how it is typed, what it does, what holds without it.
fn options<'a>(args: impl Iterator<Item = &'a Arg>) -> String {
    let mut grid = Grid::new(["Typed", "Does", "Default"]);
    for arg in args.filter(|arg| !arg.is_hide_set()) {
        let (does, default) = help(arg);
        grid.row([name(arg), does, default]);
    }
    grid.text()
}

/// `-o`, `--out-dir DIR`; `PATH`.
fn name(arg: &Arg) -> String {
    let values = arg.get_value_names().unwrap_or_default();
    let values: Vec<&str> = values.iter().map(Str::as_str).collect();
    let takes = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let value = if takes {
        values.join(" ")
    } else {
        String::new()
    };
    let short = arg.get_short().map(|short| format!("`-{short}`"));
    let long = arg.get_long().map(|long| {
        let typed = match takes && !needs_value(arg) {
            true => format!("--{long}[={value}]"),
            false => format!("--{long} {value}"),
        };
        format!("`{}`", typed.trim_end())
    });
    let typed: Vec<String> = short.into_iter().chain(long).collect();
    match typed.is_empty() {
        true => format!("`{value}`"),
        false => typed.join(", "),
    }
}

fn needs_value(arg: &Arg) -> bool {
    arg.get_num_args()
        .is_none_or(|count| count.min_values() > 0)
}

/// What an argument does, and what holds where it is not given. Where that is no plain value, the help ends in
/// `[default: …]`.
fn help(arg: &Arg) -> (String, String) {
    let help = plain(arg.get_help());
    let (does, told) = match help.split_once("[default: ") {
        Some((does, told)) => (does.trim(), told.trim_end_matches(']').to_string()),
        None => (&*help, String::new()),
    };
    let values = arg.get_default_values();
    let values: Vec<String> = values
        .iter()
        .map(|value| format!("`{}`", value.to_string_lossy()))
        .collect();
    let takes = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let default = match (takes, told.is_empty()) {
        (_, false) => told,
        (true, true) => values.join(", "),
        (false, true) => String::new(),
    };
    let repeated = matches!(arg.get_action(), ArgAction::Append);
    let more = if repeated {
        "; can be given several times"
    } else {
        ""
    };
    (format!("{does}{more}{}", choices(arg)), default)
}

/// What one can choose from.
fn choices(arg: &Arg) -> String {
    if matches!(arg.get_action(), ArgAction::SetTrue | ArgAction::SetFalse) {
        return String::new();
    }
    let values = arg.get_possible_values();
    let values = values.iter().filter(|value| !value.is_hide_set());
    let told: Vec<String> = values.map(choice).collect();
    match told.is_empty() {
        true => String::new(),
        false => format!(": {}", told.join("; ")),
    }
}

fn choice(value: &PossibleValue) -> String {
    let help = plain(value.get_help());
    let name = value.get_name();
    match uncapital(&help) {
        help if help.is_empty() || help == name => format!("`{name}`"),
        help => format!("`{name}` ({help})"),
    }
}

/// The words in one line, without the colours of a terminal.
fn plain(words: Option<&StyledStr>) -> String {
    let words = words.map(ToString::to_string).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn uncapital(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().map(|c| c.to_lowercase().collect::<String>());
    first.unwrap_or_default() + rest.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program() -> Command {
        let level = Arg::new("level")
            .long("level")
            .value_name("LEVEL")
            .help("How much [default: as it is]")
            .env("TEST_LEVEL")
            .action(ArgAction::Append)
            .value_parser(["a", "b|c"]);
        let quiet = Arg::new("quiet").short('q').long("quiet").help("Say less");
        let quiet = quiet.action(ArgAction::SetTrue).global(true);
        let secret = Command::new("secret").hide(true);
        let work = Command::new("work").about("Does it").arg(level);
        let mut program = Command::new("tool").arg(quiet).subcommand(work);
        program = program.subcommand(secret);
        program.build();
        program
    }

    #[test]
    fn a_command_is_told_with_what_can_be_typed() {
        let text = commands(&program());
        let wanted = "[work](#work) · [Options of every command](#options-of-every-command)\n\n### work\n\nDoes it.\n\n```console\n$ tool work [OPTIONS]\n```\n\n| Typed | Does | Default |\n";
        assert!(text.starts_with(wanted), "{text}");
        let row =
            "| `--level LEVEL` | How much; can be given several times: `a`; `b\\|c` | as it is |\n";
        assert!(text.contains(row), "{text}");
        assert_eq!(
            text.matches("`-q`, `--quiet` | Say less").count(),
            1,
            "{text}"
        );
        assert!(
            !text.contains("secret") && !text.contains("### help"),
            "{text}"
        );
    }

    #[test]
    fn a_variable_is_told_with_its_option() {
        let wanted = ("TEST_LEVEL".into(), "`--level LEVEL` of `work`".into());
        assert_eq!(variables(&program()), [wanted]);
    }
}
