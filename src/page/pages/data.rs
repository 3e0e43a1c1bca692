//! plan.json: the plan for machines.

use crate::edition::Edition;
use crate::page::book::Book;
use crate::page::json;
use crate::page::page::{Page, Pages};
use crate::page::route::Routes;

/// The JSON Schema of plan.json.
pub const SCHEMA: &str = include_str!("plan.schema.json");

/// About how many bytes an item takes.
const ITEM: usize = 2_200;

/// The plan for machines.
pub struct Data;

impl Page for Data {
    fn name(&self) -> &'static str {
        "data"
    }

    fn add(&self, _: &Book, pages: &mut Pages) {
        let write = |book: &Book| {
            // A text that grows by itself is copied again and again, and is at last twice as large as it need be.
            let mut text = Vec::with_capacity(book.edition.items.len() * ITEM);
            let plan = json::plan(&book.edition, &book.routes);
            serde_json::to_writer(&mut text, &plan)?;
            Ok(text)
        };
        pages.files.push(("plan.json".into(), Box::new(write)));
    }
}

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// In one line.
    Compact,
    /// For eyes.
    Indented,
}

/// The plan as JSON.
pub fn plan_json(edition: &Edition, layout: Layout) -> serde_json::Result<String> {
    let routes = Routes::new(edition);
    let plan = json::plan(edition, &routes);
    match layout {
        Layout::Compact => serde_json::to_string(&plan),
        Layout::Indented => serde_json::to_string_pretty(&plan),
    }
}
