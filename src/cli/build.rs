//! `plansite build`: as long as there is no site, the plan in the terminal.

use std::io::{self, Write};

use crate::cli::args::{BuildArgs, Global};
use crate::cli::fault::Fault;
use crate::cli::report::{self, Counts, several};
use crate::cli::request::request;
use crate::cli::terminal::Terminal;
use crate::edition::{Edition, Entry};
use crate::model::kind::Kind;
use crate::pipeline;

/// Prints the plan.
pub fn run(global: &Global, args: &BuildArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let request = request(global, args.path.as_deref())?;
    let checked = pipeline::check(&request)?;
    report::read(global, &request, &checked, &mut terminal.err)?;
    print(&pipeline::edition(&checked), &mut terminal.out)?;
    terminal.out.flush()?;
    if !global.quiet {
        let counts = Counts::of(&checked.findings);
        writeln!(
            terminal.err,
            "the site is not built yet: so far plansite reads and computes"
        )?;
        writeln!(
            terminal.err,
            "findings: {} (see `plansite check`)",
            counts.words()
        )?;
    }
    Ok(true)
}

fn print(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let title = edition.title.as_deref().unwrap_or("A plan without a title");
    let documents = several(edition.documents, "document");
    let items = several(edition.items.len(), "item");
    writeln!(
        out,
        "{title} · as of {} · {documents}, {items}",
        edition.as_of
    )?;
    for kind in Kind::all() {
        let items = edition.items.iter().enumerate();
        let tops = items.filter(|(_, item)| item.kind == kind && item.parent_item().is_none());
        let tops: Vec<usize> = tops.map(|(at, _)| at).collect();
        if !tops.is_empty() {
            writeln!(out, "\n{}", several(tops.len(), kind.name()))?;
        }
        for top in tops {
            branch(edition, top, 1, out)?;
        }
    }
    Ok(())
}

fn branch(edition: &Edition, at: usize, depth: usize, out: &mut dyn Write) -> io::Result<()> {
    let item = &edition.items[at];
    writeln!(out, "{:indent$}{}", "", line(item), indent = 2 * depth)?;
    for child in &item.children {
        branch(edition, *child, depth + 1, out)?;
    }
    Ok(())
}

fn line(item: &Entry) -> String {
    let mut parts = vec![format!("{}  {}", item.key, item.title)];
    parts.extend(
        item.status
            .as_ref()
            .map(|status| status.value.name().to_string()),
    );
    let progress = item.progress.as_ref().and_then(|progress| progress.tally);
    parts.extend(progress.map(|tally| format!("{} of {}", tally.done, tally.of)));
    let due = item.due.as_ref().and_then(|due| due.value.day);
    parts.extend(due.map(|day| format!("due {day}")));
    parts.extend(item.discovered.then(|| "discovered".to_string()));
    parts.join(" · ")
}
