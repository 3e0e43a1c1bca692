//! `plansite status`: where the plan stands, in a screenful.

use std::io::{self, Write};

use crate::cli::args::Global;
use crate::cli::ask::{ask, is_json, json};
use crate::cli::fault::Fault;
use crate::cli::inquiry::StatusArgs;
use crate::cli::measure::{
    BAD, Cell, DIM, GOOD, STRONG, WARN, heading, labelled, paragraph, rows, table,
};
use crate::cli::plain::plain;
use crate::cli::report::several;
use crate::cli::terminal::Terminal;
use crate::page::answer::named::Named;
use crate::page::answer::status::{Done, Findings, Running, Status, Stop};
use crate::page::answer::stuck::Stuck;
use crate::page::words::{amount, capital};

/// So many rows has a part of the screenful.
const ROWS: usize = 4;

/// Where words below a row begin.
const BELOW: usize = 4;

/// Answers.
pub fn run(global: &Global, args: &StatusArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let asked = ask(global, args.path.as_deref(), &args.ask, terminal)?;
    let status = Status::new(&asked.book, &asked.queue);
    match is_json(&args.ask) {
        true => json(&status, terminal)?,
        false => print(&status, &mut terminal.out)?,
    }
    Ok(true)
}

fn print(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    if let Some(title) = &status.title {
        paragraph(title, 0, STRONG, out)?;
    }
    paragraph(&status.when, 0, DIM, out)?;
    if let Some(words) = &status.headline {
        writeln!(out)?;
        paragraph(words, 0, STRONG, out)?;
    }
    if let Some(lead) = &status.lead {
        paragraph(lead, 0, "", out)?;
    }
    milestones(status, out)?;
    sprint(status, out)?;
    blocked(&status.blocked.items, status.blocked.count, ROWS, out)?;
    ahead(status, out)?;
    dates(status, out)?;
    decisions(status, out)?;
    last(status, out)
}

fn milestones(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    if status.near.is_empty() {
        return Ok(());
    }
    let all = status.milestones.count;
    let of = match status.near.len() < all {
        true => format!(" ({} of {all})", status.near.len()),
        false => String::new(),
    };
    heading(&format!("{}{of}", capital(status.stops)), out)?;
    let rows: Vec<[Cell; 5]> = status.near.iter().map(row).collect();
    table(&rows, 2, out)?;
    let is_told = |stop: &&Stop| {
        let health = stop.health.as_ref();
        health.is_some_and(|health| matches!(health.value, "late" | "at risk"))
    };
    for stop in status.near.iter().filter(is_told) {
        let why = stop.health.as_ref().map_or("", |health| &health.why);
        labelled("  why", &format!("{}: {why}", stop.item.words), 7, "", out)?;
    }
    Ok(())
}

fn row(stop: &Stop) -> [Cell; 5] {
    let mark = if stop.is_current { "> " } else { "  " };
    let name = format!("{mark}{}", stop.item.words);
    let style = if stop.is_current { STRONG } else { "" };
    let due = stop.due.as_ref().map(|due| format!("due {due}"));
    let health = stop.health.as_ref().map_or("", |health| health.value);
    let [of, percent] = figures(stop.progress, if health == "done" { "" } else { "?" });
    [
        Cell::new(&name, style),
        of,
        percent,
        Cell::new(&due.unwrap_or_else(|| "no date".into()), DIM),
        Cell::new(health, health_style(health)),
    ]
}

/// How far something is, as two figures.
pub fn figures(done: Option<Done>, unknown: &str) -> [Cell; 2] {
    let Some(done) = done else {
        return [Cell::figure(unknown), Cell::default()];
    };
    let percent = done.percent.unwrap_or_default();
    let of = format!("{}/{}", done.done, done.of);
    [Cell::figure(&of), Cell::figure(&format!("{percent}%"))]
}

fn health_style(health: &str) -> &'static str {
    match health {
        "late" => BAD,
        "at risk" => WARN,
        "on track" | "done" => GOOD,
        _ => DIM,
    }
}

fn sprint(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    if let Some(sprint) = &status.sprint {
        running(sprint, out)?;
    }
    let Some(week) = &status.week else {
        return Ok(());
    };
    if status.sprint.is_none() {
        heading("This week", out)?;
        return line(week, out);
    }
    let words = format!("this week: {}  {}", week.words, week.place());
    paragraph(&words, 2, DIM, out)
}

/// The sprint that runs, its goal and its figures.
pub fn running(sprint: &Running, out: &mut dyn Write) -> io::Result<()> {
    let days = sprint.start.iter().chain(&sprint.end);
    let days: Vec<&str> = days.map(String::as_str).collect();
    let days = match days.is_empty() {
        true => String::new(),
        false => format!(", {}", days.join(" to ")),
    };
    heading(&format!("{}{days}", sprint.item.words), out)?;
    if let Some(goal) = &sprint.goal {
        labelled("  goal", goal, 8, "", out)?;
    }
    let figures = [
        sprint
            .completed
            .map(|value| format!("{} complete", amount(value))),
        sprint
            .committed
            .map(|value| format!("{} committed", amount(value))),
    ];
    let figures: Vec<String> = figures.into_iter().flatten().collect();
    if !figures.is_empty() {
        paragraph(&figures.join(" of "), 2, "", out)?;
    }
    match &sprint.overcommitted {
        Some(words) => paragraph(words, 2, WARN, out),
        None => Ok(()),
    }
}

/// What is blocked: for how long, by what, and the way out.
pub fn blocked(items: &[Stuck], count: usize, most: usize, out: &mut dyn Write) -> io::Result<()> {
    if count == 0 {
        return Ok(());
    }
    heading(&format!("Blocked ({count})"), out)?;
    for stuck in items.iter().take(most) {
        let age = stuck.age.clone().unwrap_or_else(|| "age unknown".into());
        table(
            &[[Cell::new(&stuck.item.words, ""), Cell::new(&age, BAD)]],
            2,
            out,
        )?;
        let by: Vec<&str> = stuck.by.iter().map(|by| by.words.as_str()).collect();
        let by = match by.is_empty() {
            true => "no reason is written".to_string(),
            false => by.join("; "),
        };
        labelled("    by", &by, 9, "", out)?;
        if let Some(way) = &stuck.way_out {
            labelled("    way", way, 9, "", out)?;
        }
    }
    rest(count, items.len().min(most), out)
}

/// How many are not shown.
pub fn rest(count: usize, shown: usize, out: &mut dyn Write) -> io::Result<()> {
    match count > shown {
        true => paragraph(&format!("and {} more", count - shown), 2, DIM, out),
        false => Ok(()),
    }
}

fn ahead(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    let next = &status.next;
    if next.first.is_empty() {
        return Ok(());
    }
    let parts = [
        (next.in_progress, "in progress"),
        (next.ready, "ready to begin"),
        (next.waiting, "waiting"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
    heading(&format!("Next ({})", parts.join(", ")), out)?;
    for first in &next.first {
        line(&first.item, out)?;
        paragraph(&first.why.join("; "), BELOW, DIM, out)?;
    }
    Ok(())
}

/// An item with its place at the right, below it where both do not fit.
pub fn line(item: &Named, out: &mut dyn Write) -> io::Result<()> {
    let fits = rows(&format!("{}  {}", item.words, item.place()), 76).len() < 2;
    if fits {
        return table(
            &[[Cell::new(&item.words, ""), Cell::new(&item.place(), DIM)]],
            2,
            out,
        );
    }
    paragraph(&item.words, 2, "", out)?;
    match item.place().is_empty() {
        true => Ok(()),
        false => paragraph(&item.place(), BELOW, DIM, out),
    }
}

fn dates(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    if status.dates.count == 0 {
        return Ok(());
    }
    heading("Next dates", out)?;
    let dates = status.dates.items.iter().take(ROWS);
    let rows: Vec<[Cell; 3]> = dates
        .map(|dated| {
            [
                Cell::new(&dated.event, ""),
                Cell::new(&dated.date, ""),
                Cell::new(&dated.distance, DIM),
            ]
        })
        .collect();
    table(&rows, 2, out)?;
    rest(status.dates.count, rows.len(), out)
}

fn decisions(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    let all = &status.decisions;
    if all.count == 0 {
        return Ok(());
    }
    heading(&format!("Decisions needed ({})", all.count), out)?;
    for open in all.items.iter().take(ROWS) {
        let due = open.due.as_ref().map(|due| format!("by {due}"));
        let due = due.unwrap_or_default();
        table(
            &[[Cell::new(&open.item.words, ""), Cell::new(&due, WARN)]],
            2,
            out,
        )?;
        if !open.blocks.is_empty() {
            let words = open.blocks.join(", ");
            labelled("    blocks", &words, 12, "", out)?;
        }
    }
    rest(all.count, all.items.len().min(ROWS), out)
}

fn last(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    let mut words = Vec::new();
    if status.discovered > 0 {
        words.push(format!("{} discovered, not planned", status.discovered));
    }
    words.extend(status.findings.and_then(findings));
    match words.is_empty() {
        true => Ok(()),
        false => writeln!(out, "\n{}", plain(&words.join(" · "))),
    }
}

fn findings(findings: Findings) -> Option<String> {
    let parts = [
        (findings.errors, "error"),
        (findings.warnings, "warning"),
        (findings.notes, "note"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, noun)| several(*count, noun)).collect();
    (!parts.is_empty()).then(|| format!("{} found by `plansite check`", parts.join(", ")))
}
