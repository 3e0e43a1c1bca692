//! What `init` cannot know and asks for: who the site is for, and how a first plan is laid out.

use std::io::{self, IsTerminal};

use clap::ValueEnum;

use crate::cli::args::{InitArgs, Style};
use crate::cli::fault::Fault;
use crate::cli::ground::Ground;
use crate::cli::question::{Question, ask};
use crate::cli::report::several;
use crate::cli::terminal::Terminal;
use crate::model::audience::{Audience, INTERNAL, PUBLIC};
use crate::start::workflow::sees;

/// The style of the first plan; none where there is a plan.
pub fn style(
    ground: &Ground,
    args: &InitArgs,
    terminal: &mut Terminal,
) -> Result<Option<Style>, Fault> {
    match (ground.survey.is_plan, args.style) {
        (true, None) => Ok(None),
        (true, Some(_)) => Err(Fault::Typed {
            message: "there is a plan already".into(),
            help: "leave `--style` out: it begins a plan where there is none".into(),
        }),
        (false, Some(style)) => Ok(Some(style)),
        (false, None) if is_attended() => ask_style(terminal).map(Some),
        (false, None) => Err(Fault::Typed {
            message: missing(ground).into(),
            help: format!("begin a small one with `--style {}`", styles().join("|")),
        }),
    }
}

fn missing(ground: &Ground) -> &'static str {
    match &ground.checked {
        Some(checked) if checked.plan.is_empty() => "these documents hold no plan",
        Some(_) => "a readme, a changelog and their like hold no plan",
        None => "there are no documents",
    }
}

fn ask_style(terminal: &mut Terminal) -> Result<Style, Fault> {
    let styles = styles();
    let styles: Vec<&str> = styles.iter().map(String::as_str).collect();
    let question = Question {
        words: "\nThere is no plan here. Which one shall begin?\n  \
            four-tiers    a roadmap with milestones, issues without dates, a sheet for each week\n  \
            milestones    milestones, features and user stories, each a document with its template\n  \
            project-plan  one document: phases, tables of tasks, a history of sprints",
        name: "style",
        choices: &styles,
    };
    let name = ask(&question, &mut io::stdin().lock(), &mut terminal.err)?;
    Style::from_str(name, false).map_err(|message| Fault::Typed {
        message,
        help: "choose one of the styles that are named".into(),
    })
}

fn styles() -> Vec<String> {
    let values = Style::value_variants().iter();
    let values = values.filter_map(ValueEnum::to_possible_value);
    values.map(|value| value.get_name().to_string()).collect()
}

/// Who the site is for: as typed, else as a workflow says that is there already, else as answered; nobody where nothing
/// is published. What the settings name is for `build`, and was not said about the web.
pub fn audience(
    ground: &Ground,
    args: &InitArgs,
    terminal: &mut Terminal,
) -> Result<Option<Audience>, Fault> {
    if let Some(name) = &args.audience {
        return Ok(Some(ground.config.audience(Some(name))?));
    }
    let standing = ground.published();
    if args.no_workflow || standing.is_some() {
        return Ok(standing.filter(|_| !args.no_workflow));
    }
    let names = names(ground);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if !is_attended() {
        return Err(Fault::Typed {
            message: "nobody said who may see the published plan".into(),
            help: unsaid(&names),
        });
    }
    let words = words(ground, &names);
    let question = Question {
        words: &words,
        name: "audience",
        choices: &names,
    };
    let answer = ask(&question, &mut io::stdin().lock(), &mut terminal.err)?;
    Ok(Some(ground.config.audience(Some(answer))?))
}

fn unsaid(names: &[&str]) -> String {
    let choices = names
        .iter()
        .map(|name| format!("`--audience {name}` ({})", sees(name)));
    let choices: Vec<String> = choices.collect();
    format!(
        "choose {}; `--no-workflow` publishes nothing",
        choices.join(" or ")
    )
}

/// The audiences, `internal` and `public` first.
fn names(ground: &Ground) -> Vec<String> {
    let own = ground.config.audiences.keys();
    let own = own.filter(|name| *name != PUBLIC).cloned();
    [INTERNAL, PUBLIC]
        .map(str::to_string)
        .into_iter()
        .chain(own)
        .collect()
}

fn words(ground: &Ground, names: &[&str]) -> String {
    let width = names
        .iter()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0);
    let mut words = "\nWho may see the published plan?".to_string();
    for name in names {
        words.push_str(&format!("\n  {name:width$}  {}", sees(name)));
        if let Some(today) = today(ground, name) {
            words.push_str(&format!("\n  {:width$}  {today}", ""));
        }
    }
    if let Some(name) = &ground.config.site.audience {
        words.push_str(&format!("\nFor `plansite build` the settings say {name}."));
    }
    words.push_str(
        "\nGitHub Pages of a public repository can be read by everybody, and so can those of a private\n\
         repository on most plans.",
    );
    words
}

/// What an audience that does not see all would be shown today.
fn today(ground: &Ground, name: &str) -> Option<String> {
    let audience = ground.config.audience(Some(name)).ok()?;
    let (open, all) = ground.open_to(&audience)?;
    let nothing = match (open, name) {
        (0, PUBLIC) => ": nothing is public unless a document or plansite.toml opens it",
        (0, _) => ": nothing is shown unless a document or plansite.toml opens it",
        _ => "",
    };
    let told = format!("{open} of {} are open today{nothing}", several(all, "item"));
    (!audience.sees_all() && all > 0).then_some(told)
}

/// Whether somebody sits there who can be asked.
fn is_attended() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}
