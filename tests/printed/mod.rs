//! Makes whole sites in memory: every sheet rendered, by address.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use plansite::analyze;
use plansite::config::Config;
use plansite::lint;
use plansite::load::{self, Memo};
use plansite::model::audience::Audience;
use plansite::model::date::Date;
use plansite::model::picture::Picture;
use plansite::output::{Sheet, Site};
use plansite::page::answer::item::Item;
use plansite::page::answer::next::{Filter, Next};
use plansite::page::answer::status::Status;
use plansite::page::answer::week::Week;
use plansite::page::pages::data::Layout;
use plansite::pipeline::{self, Beside, Checked};
use plansite::text::file::SourceFile;
use plansite::text::path::{Target, target};

/// A rendered site: every byte of it, by address; pictures are their addresses alone.
pub(crate) type Sheets = BTreeMap<String, Vec<u8>>;

/// Documents, as path and text, read as one plan.
pub(crate) struct Printed {
    pub(crate) checked: Checked,
    pub(crate) beside: Beside,
}

impl Printed {
    /// Reads these documents with this configuration; every picture whose path has no `missing` in it is there.
    pub(crate) fn new(documents: &[(String, String)], config: &str, today: &str) -> Self {
        let config = SourceFile::new("plansite.toml", config.as_bytes().to_vec());
        let config = Config::parse(config).unwrap();
        let mut files: Vec<Arc<SourceFile>> = documents
            .iter()
            .map(|(path, text)| SourceFile::new(path.as_str(), text.clone().into_bytes()).into())
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let today = Date::iso(today).unwrap();
        let loaded = load::load(&files, &config, &mut Memo::default());
        let analysis = analyze::analyze(&loaded.plan, today);
        let findings = lint::check(&loaded.plan, &analysis, loaded.diagnostics, &config);
        let mut beside = Beside::default();
        for (file, document) in files.iter().zip(&loaded.documents) {
            for picture in &document.pictures {
                if let Target::Path(path) = target(&file.path, &picture.target)
                    && !path.contains("missing")
                {
                    beside.pictures.insert(path, nowhere());
                }
            }
            for link in document.links.iter() {
                match &link.to {
                    Target::Path(path) if path.ends_with(".pdf") => {
                        beside.pictures.insert(path.clone(), nowhere());
                    }
                    Target::Path(path) if path.ends_with(".sh") => {
                        beside.lying.insert(path.clone());
                    }
                    _ => {}
                }
            }
        }
        let checked = Checked {
            config,
            files: Arc::new(files),
            links: Vec::new(),
            skipped: Vec::new(),
            plan: Arc::new(loaded.plan),
            documents: Arc::new(loaded.documents),
            analysis,
            findings: Arc::new(findings),
            today,
        };
        Self { checked, beside }
    }

    /// The audience of this name.
    pub(crate) fn audience(&self, name: &str) -> Audience {
        self.checked.config.audience(Some(name)).unwrap()
    }

    /// The site for an audience, as a value.
    pub(crate) fn site(&self, audience: &str) -> Site {
        let theme = pipeline::theme(&self.checked.config).unwrap();
        pipeline::site(&self.checked, &self.audience(audience), &self.beside, theme)
    }

    /// The site for an audience, every sheet rendered.
    pub(crate) fn sheets(&self, audience: &str) -> Sheets {
        render(&self.site(audience))
    }

    /// The plan for an audience as JSON.
    pub(crate) fn json(&self, audience: &str) -> String {
        pipeline::plan_json(&self.checked, &self.audience(audience), Layout::Compact).unwrap()
    }

    /// All that is answered about the plan in the terminal, as JSON.
    pub(crate) fn answers(&self, audience: &str) -> String {
        let (book, queue) = pipeline::told(&self.checked, &self.audience(audience)).unwrap();
        let folder = Some("here".to_string());
        let next = Next::new(&book, &queue, &Filter::default(), 100, folder);
        let week = Week::new(&book, &queue, self.checked.today.week());
        let items = 0..book.edition.items.len();
        let items: Vec<Item> = items
            .map(|at| Item::new(&book, &queue, at).unwrap())
            .collect();
        serde_json::to_string(&(Status::new(&book, &queue), next, week, items)).unwrap()
    }
}

/// Every sheet of a site.
pub(crate) fn render(site: &Site) -> Sheets {
    let sheets = site.sheets();
    let sheets = sheets.map(|(address, sheet)| (address.to_string(), bytes(address, sheet)));
    sheets.collect()
}

/// What stands at an address; nothing of a file that is copied.
pub(crate) fn bytes(address: &str, sheet: &Sheet) -> Vec<u8> {
    match sheet {
        Sheet::Bytes(bytes) => bytes.to_vec(),
        Sheet::Page(render) => render().unwrap_or_else(|fault| panic!("{address}: {fault}")),
        Sheet::File(_) => Vec::new(),
    }
}

/// A picture that is not read.
fn nowhere() -> Picture {
    Picture {
        place: PathBuf::from("nowhere"),
        size: Some((16, 9)),
    }
}
