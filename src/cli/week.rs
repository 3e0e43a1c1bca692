//! `plansite week`: the planning sheet of a week.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::Global;
use crate::cli::ask::{ask, is_json, json};
use crate::cli::fault::Fault;
use crate::cli::inquiry::WeekArgs;
use crate::cli::measure::{Cell, DIM, STRONG, heading, labelled, paragraph, table};
use crate::cli::status::{blocked, line, rest, running};
use crate::cli::terminal::Terminal;
use crate::model::date::Week as Number;
use crate::page::answer::status::First;
use crate::page::answer::week::{Capacity, Moved, Week};
use crate::page::words::{amount, capital, span};

/// So many rows has a list.
const ROWS: usize = 8;

/// Answers.
pub fn run(global: &Global, args: &WeekArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let (week, path) = typed(&args.words)?;
    let asked = ask(global, path, &args.ask, terminal)?;
    let number = week.unwrap_or_else(|| asked.book.edition.as_of.week());
    let sheet = Week::new(&asked.book, &asked.queue, number);
    match is_json(&args.ask) {
        true => json(&sheet, terminal)?,
        false => print(&sheet, number, &mut terminal.out)?,
    }
    Ok(true)
}

/// The week and the path among what was typed, in whichever order.
fn typed(words: &[PathBuf]) -> Result<(Option<Number>, Option<&Path>), Fault> {
    let mut week = None;
    let mut path = None;
    for word in words {
        let text = word.to_string_lossy();
        match number(&text) {
            Some(found) if week.is_none() => week = Some(found),
            _ if looks_like_week(&text) => {
                return Err(Fault::Typed {
                    message: format!("no such week: `{text}`"),
                    help: "a week is written like 2026-W47".into(),
                });
            }
            _ if path.is_none() => path = Some(word.as_path()),
            _ => {
                return Err(Fault::Typed {
                    message: format!("one folder too many: `{text}`"),
                    help: "name a week, a folder, or both".into(),
                });
            }
        }
    }
    Ok((week, path))
}

/// The week of `2026-W47`.
fn number(text: &str) -> Option<Number> {
    let (year, number) = text.split_once(['-'])?;
    let number = number.strip_prefix(['W', 'w'])?;
    Number::new(year.parse().ok()?, number.parse().ok()?)
}

fn looks_like_week(text: &str) -> bool {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_made_of = |c: char| c.is_ascii_digit() || "-Ww".contains(c);
    has_digit && text.chars().all(is_made_of) && text.contains(['W', 'w'])
}

fn print(week: &Week, number: Number, out: &mut dyn Write) -> io::Result<()> {
    let days = span(number.monday(), number.sunday());
    let title = format!("Week {}, {days} {}", number.number(), number.year());
    paragraph(&title, 0, STRONG, out)?;
    match &week.sheet {
        Some(sheet) => paragraph(&format!("{}  {}", sheet.words, sheet.place()), 0, DIM, out)?,
        None => paragraph("no sheet is written for it", 0, DIM, out)?,
    }
    if let Some(carried) = &week.carried_over {
        let title = format!("Carried over ({})", carried.items.len());
        heading(&title, out)?;
        let none = if carried.items.is_empty() {
            "nothing "
        } else {
            ""
        };
        paragraph(&format!("{none}{}", carried.basis), 2, DIM, out)?;
        moved(&carried.items, out)?;
    }
    for lane in &week.moved {
        let title = match lane.change {
            // What is blocked today stands below; this is what the sheet says.
            "blocked" => "Blocked, as the sheet says".to_string(),
            other => capital(other),
        };
        heading(&format!("{title} ({})", lane.items.len()), out)?;
        moved(&lane.items, out)?;
    }
    if let Some(now) = &week.blocked {
        blocked(&now.items, now.count, ROWS, out)?;
    }
    if let Some(ready) = &week.ready {
        self::ready(&ready.items, ready.count, out)?;
    }
    capacity(&week.capacity, out)?;
    if !week.unknown.is_empty() {
        heading("Not known", out)?;
        for words in &week.unknown {
            labelled("  -", words, 4, DIM, out)?;
        }
    }
    Ok(())
}

fn moved(items: &[Moved], out: &mut dyn Write) -> io::Result<()> {
    for moved in items.iter().take(ROWS) {
        match &moved.item.item {
            Some(item) => {
                let state = item.status.as_ref().map_or("unknown", |state| state.value);
                let cells = [Cell::new(&item.words, ""), Cell::new(state, DIM)];
                table(&[cells], 2, out)?;
            }
            None => paragraph(&moved.item.words(), 2, "", out)?,
        }
        if let Some(reason) = &moved.reason {
            paragraph(reason, 4, DIM, out)?;
        }
    }
    rest(items.len(), items.len().min(ROWS), out)
}

fn ready(items: &[First], count: usize, out: &mut dyn Write) -> io::Result<()> {
    heading(&format!("Ready ({count})"), out)?;
    if count == 0 {
        return paragraph(
            "nothing; `plansite next` says what holds it up",
            2,
            DIM,
            out,
        );
    }
    let shown = items.iter().take(ROWS);
    for first in shown {
        line(&first.item, out)?;
        paragraph(&first.why.join("; "), 4, DIM, out)?;
    }
    rest(count, items.len().min(ROWS), out)
}

fn capacity(capacity: &Capacity, out: &mut dyn Write) -> io::Result<()> {
    if let Some(sprint) = &capacity.sprint {
        running(sprint, out)?;
    } else if let Some(committed) = capacity.committed {
        heading("Commitment", out)?;
        let done = capacity
            .completed
            .map(|done| format!("{} complete of ", amount(done)));
        let done = done.unwrap_or_default();
        let words = format!("{done}{} taken up, as the sheet says", amount(committed));
        paragraph(&words, 2, "", out)?;
    }
    let Some(mean) = capacity.velocity else {
        return Ok(());
    };
    if capacity.sprint.is_none() && capacity.committed.is_none() {
        heading("Capacity", out)?;
    }
    paragraph(&format!("capacity: {}", mean.words()), 2, "", out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_and_a_folder_come_in_any_order() {
        let words = ["content".into(), "2026-W47".into()];
        let (week, path) = typed(&words).unwrap();
        assert_eq!(week.unwrap().to_string(), "2026-W47");
        assert_eq!(path, Some(Path::new("content")));
        assert!(typed(&["2025-W53".into()]).is_err());
        assert!(typed(&["W47".into()]).is_err());
        assert!(typed(&["a".into(), "b".into()]).is_err());
        assert_eq!(typed(&["docs-w".into()]).unwrap().0, None);
    }
}
