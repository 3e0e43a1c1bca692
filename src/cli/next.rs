//! `plansite next`: what can be done now, why, and what comes first.

use std::io::{self, Write};

use crate::cli::args::Global;
use crate::cli::ask::{Asked, ask, is_json, json};
use crate::cli::fault::Fault;
use crate::cli::inquiry::NextArgs;
use crate::cli::meant::{meant, quoted};
use crate::cli::measure::{DIM, STRONG, heading, labelled, paragraph};
use crate::cli::status::line;
use crate::cli::terminal::Terminal;
use crate::model::audience::INTERNAL;
use crate::model::kind::Kind;
use crate::page::answer::named::Named;
use crate::page::answer::next::{Counts, Filter, Next, Ready};
use crate::page::words::{clip, list};
use crate::text::similar::nearest;

/// Where words beside a label begin.
const BESIDE: usize = 14;

/// So much of a criterion is shown.
const CRITERION: usize = 120;

/// So many criteria of one task are shown.
const CRITERIA: usize = 5;

/// Answers.
pub fn run(global: &Global, args: &NextArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let asked = ask(global, args.path.as_deref(), &args.ask, terminal)?;
    let filter = filter(&asked, args)?;
    let Asked {
        book,
        queue,
        folder,
    } = &asked;
    let most = if args.number == 0 {
        usize::MAX
    } else {
        args.number
    };
    let next = Next::new(book, queue, &filter, most, Some(folder.clone()));
    match is_json(&args.ask) {
        true => json(&next, terminal)?,
        false => print(&next, args, &mut terminal.out)?,
    }
    Ok(true)
}

fn filter(asked: &Asked, args: &NextArgs) -> Result<Filter, Fault> {
    let whole = args.milestone.as_deref();
    Ok(Filter {
        owner: args.owner.clone(),
        kind: args.kind.as_deref().map(kind).transpose()?,
        part_of: whole.map(|typed| meant(asked, typed)).transpose()?,
    })
}

fn kind(typed: &str) -> Result<Kind, Fault> {
    let work = [Kind::Task, Kind::Story, Kind::Feature];
    let names = work.map(Kind::name);
    let lower = typed.to_lowercase();
    let bare = match lower.as_str() {
        "stories" => "story",
        "prd" | "prds" => "feature",
        other => other.strip_suffix('s').unwrap_or(other),
    };
    let found = work.into_iter().find(|kind| kind.name() == bare);
    found.ok_or_else(|| Fault::Typed {
        message: format!("no such kind of work: `{typed}`"),
        help: match nearest(bare, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("what can be begun is a {}", names.join(", a ")),
        },
    })
}

fn print(next: &Next, args: &NextArgs, out: &mut dyn Write) -> io::Result<()> {
    paragraph(&sentence(next.counts, args), 0, STRONG, out)?;
    let (begun, ready): (Vec<&Ready>, Vec<&Ready>) = next.tasks.iter().partition(|task| task.begun);
    group("In progress: go on", &begun, next.counts.in_progress, out)?;
    group("Ready to begin", &ready, next.counts.ready, out)?;
    if next.tasks.is_empty() {
        return stopped(next, args, out);
    }
    Ok(())
}

/// "2 can be done now: 1 in progress, 1 ready. 8 wait, 1 is blocked."
fn sentence(counts: Counts, args: &NextArgs) -> String {
    let can = counts.in_progress + counts.ready;
    let whose = match (&args.owner, &args.milestone) {
        (None, None) => String::new(),
        (owner, milestone) => {
            let owner = owner.iter().map(|owner| format!("for {owner}"));
            let milestone = milestone.iter().map(|key| format!("in {key}"));
            let parts: Vec<String> = owner.chain(milestone).collect();
            format!(" {}", parts.join(" "))
        }
    };
    let now = match can {
        0 => format!("Nothing can be done now{whose}."),
        _ => {
            let parts = [
                (counts.in_progress, "in progress"),
                (counts.ready, "ready to begin"),
            ];
            format!("{can} can be done now{whose}: {}.", counted(&parts))
        }
    };
    let wait = if counts.waiting == 1 { "waits" } else { "wait" };
    let is = if counts.blocked == 1 { "is" } else { "are" };
    let later = [
        (counts.waiting, wait.to_string()),
        (counts.blocked, format!("{is} blocked")),
        (counts.phase_not_open, "in a phase to come".into()),
        (counts.without_status, "without a status".into()),
        (counts.aside, "archived or part of what is over".into()),
    ];
    let later: Vec<(usize, &str)> = later
        .iter()
        .map(|(count, words)| (*count, words.as_str()))
        .collect();
    match counted(&later) {
        words if words.is_empty() => now,
        words => format!("{now} {words}."),
    }
}

fn counted(parts: &[(usize, &str)]) -> String {
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
    list(&parts)
}

fn group(title: &str, tasks: &[&Ready], count: usize, out: &mut dyn Write) -> io::Result<()> {
    if tasks.is_empty() {
        return Ok(());
    }
    let words = match tasks.len() < count {
        true => format!("{title} ({} of {count})", tasks.len()),
        false => title.to_string(),
    };
    heading(&words, out)?;
    for (at, task) in tasks.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        show(task, out)?;
    }
    Ok(())
}

fn show(task: &Ready, out: &mut dyn Write) -> io::Result<()> {
    line(&task.item, out)?;
    let mut say = |label: &str, words: &str| match words.is_empty() {
        true => Ok(()),
        false => labelled(&format!("    {label}"), words, BESIDE, "", out),
    };
    let path: Vec<&str> = task.path.iter().map(|up| up.item.words.as_str()).collect();
    say("part of", &path.join(" < "))?;
    say("is", &task.brief.join(" · "))?;
    say("ready", &task.why.ready.join("; "))?;
    say("first", &task.why.first.join("; "))?;
    let open = task.criteria.iter().filter(|one| one.done != Some(true));
    let open: Vec<&str> = open.map(|one| one.text.as_str()).collect();
    for (at, text) in open.iter().take(CRITERIA).enumerate() {
        let text = clip(text, CRITERION);
        say(if at == 0 { "done when" } else { "" }, &format!("- {text}"))?;
    }
    match open.len() > CRITERIA {
        true => say("", &format!("and {} more", open.len() - CRITERIA)),
        false => Ok(()),
    }
}

/// What holds everything up, and where to look.
fn stopped(next: &Next, args: &NextArgs, out: &mut dyn Write) -> io::Result<()> {
    if !next.holds.is_empty() {
        heading("What holds it up", out)?;
        for hold in &next.holds {
            line(&hold.item, out)?;
            let up = match hold.holds_up {
                1 => "1 waits for it".to_string(),
                count => format!("{count} wait for it"),
            };
            paragraph(&format!("{}; {up}", hold.why), 4, DIM, out)?;
        }
    }
    if !next.silent.is_empty() {
        heading("Without a status, so nobody knows whether it is open", out)?;
        few(&next.silent, out)?;
    }
    let advice = advice(next, args);
    if !advice.is_empty() {
        writeln!(out)?;
        paragraph(&advice, 0, "", out)?;
    }
    match next.counts.of {
        0 => few(&next.empty, out),
        _ => Ok(()),
    }
}

fn few(items: &[Named], out: &mut dyn Write) -> io::Result<()> {
    items.iter().take(5).try_for_each(|item| line(item, out))
}

fn advice(next: &Next, args: &NextArgs) -> String {
    let is_filtered = args.owner.is_some() || args.kind.is_some() || args.milestone.is_some();
    let counts = next.counts;
    let open = counts.waiting + counts.blocked + counts.phase_not_open + counts.without_status;
    let aside =
        "Work that lies in an archive, or below what is complete or dropped, is not suggested.";
    match (&next.holds[..], counts.of) {
        ([first, ..], _) => format!(
            "Look at it with `plansite show {}`; `plansite status` tells where the plan stands.",
            quoted(&first.item.key)
        ),
        ([], 0) if is_filtered => "No work fits what was asked for; `plansite next` tells of all.".into(),
        ([], 0) if next.audience != INTERNAL => {
            format!("No task, story or feature is open to `{}`.", next.audience)
        }
        ([], 0) if next.empty.is_empty() => {
            "No task, story or feature is written in this plan.".into()
        }
        ([], 0) => "No task, story or feature is written in this plan. The next step is to write what these need:".into(),
        ([], _) if open == 0 && counts.aside > 0 => aside.into(),
        ([], _) if open == 0 && counts.wholes > 0 => {
            "What is asked for has open parts, and these can be done: ask without `--kind`.".into()
        }
        ([], of) if open == 0 => match of {
            1 => "The one piece of work that is written is complete.".into(),
            of => format!("All {of} pieces of work that are written are complete or dropped."),
        },
        _ => String::new(),
    }
}
