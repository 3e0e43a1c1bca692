//! A view that stands in a document, shown in its place.

use serde::Serialize;

use crate::page::asked::{groups, items, without};
use crate::page::book::Book;
use crate::page::column::{columns, table};
use crate::page::mark;
use crate::page::section::Table;
use crate::page::spoken::english;
use crate::query::fault::Fault;
use crate::query::view::View;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// More rows have a page of their own.
const ROWS: usize = 100;

/// What the template is given.
#[derive(Serialize)]
struct Shown {
    list: Vec<Block>,
    note: Option<String>,
}

/// What the view asks for, on the page at `from`; else what is wrong with it.
pub fn fence(book: &Book, from: &str, words: &str) -> String {
    let view = match View::read(words) {
        Ok(view) => view,
        Err(fault) => return broken(&book.tongue, words, &fault),
    };
    let strange = book.strange(&view);
    if let Some(fault) = strange {
        return broken(&book.tongue, words, &fault);
    }
    let shown = shown(book, from, words, &view);
    match book.render("fence", &shown) {
        Ok(html) => html,
        Err(fault) => told(&book.tongue, &escape(&fault.to_string()), words),
    }
}

fn shown(book: &Book, from: &str, words: &str, view: &View) -> Shown {
    let all = book.kept.get(words, || items(book, view));
    let shown = &all[..all.len().min(ROWS)];
    let columns = columns(view);
    let table = |items: &[usize], caption: &str| {
        let mut table = table(book, from, items, &columns, caption);
        table.drop_empty_columns();
        table
    };
    let list = match &view.group {
        _ if shown.is_empty() => Vec::new(),
        None => vec![Block {
            name: None,
            table: table(shown, &caption(&book.tongue, view)),
        }],
        Some(field) => {
            let groups = groups(book, shown, field).into_iter();
            let parts = groups.map(|group| {
                let name = group.name.unwrap_or_else(|| without(&book.tongue, field));
                let heading = match group.item {
                    Some(item) => mark::anchor(&book.link(from, item), &name, "quiet"),
                    None => Markup::text(&name),
                };
                Block {
                    name: Some(heading),
                    table: table(&group.items, &name),
                }
            });
            parts.collect()
        }
    };
    let tongue = &book.tongue;
    let note = match (all.len(), shown.len()) {
        (0, _) => Some(tongue.say("No item is as this view asks.").into_owned()),
        (all, shown) if all > shown => Some(tongue.tell(
            "The first {shown} of {all} items.",
            &[("shown", &shown), ("all", &all)],
        )),
        _ => None,
    };
    Shown { list, note }
}

fn caption(tongue: &Tongue, view: &View) -> String {
    match view.written.as_str() {
        "" => tongue.say("All items").into_owned(),
        written => tongue.tell("Items: {filter}", &[("filter", &written)]),
    }
}

/// A table, perhaps below the name of its group.
#[derive(Serialize)]
struct Block {
    name: Option<Markup>,
    table: Table,
}

/// What is wrong, in the place of the table, with the words that say it.
fn broken(tongue: &Tongue, words: &str, fault: &Fault) -> String {
    let said = |words: &str| mark::told(&mark::sentence(words));
    let (message, help) = (said(&fault.message), said(&fault.help));
    let said = Markup::html(format!("{} {}", message.as_str(), help.as_str()));
    told(tongue, english(tongue, said).as_str(), words)
}

fn told(tongue: &Tongue, html: &str, words: &str) -> String {
    format!(
        "<div class=\"note hl-bad\"><i class=\"i i-error\"></i><div><p><strong>{}</strong> {html}</p>\n<pre tabindex=\"0\"><code>{}</code></pre></div></div>",
        escape(&tongue.say("This view cannot be shown.")),
        escape(words.trim_end())
    )
}
