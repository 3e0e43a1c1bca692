//! Puts words to items: bodies, documents that are shown as they are, addresses, and who links to whom.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::sources::Pages;
use crate::edition::backlink::Spoken;
use crate::edition::body::{self, Body, Sheet};
use crate::edition::entry::{Entry, Speaker};
use crate::edition::home::{Home, Homes};
use crate::edition::paper::{self, Address, Addresses, Paper};
use crate::edition::place::Places;
use crate::edition::sight::Sight;
use crate::model::document::Document;
use crate::model::item::Role;
use crate::model::key::ItemId;
use crate::model::picture::Picture;
use crate::model::plan::Plan;
use crate::text::file::SourceFile;
use crate::text::path::Target;
use crate::text::span::{FileId, Place, Span};

/// Where the items of the whole plan stand in the edition.
pub(super) struct Positions(Vec<Option<usize>>);

impl Positions {
    /// From the numbers in the whole plan, in the order of the edition.
    pub(super) fn new(from: &[ItemId], whole: usize) -> Self {
        let mut positions = vec![None; whole];
        for (at, id) in from.iter().enumerate() {
            positions[id.0 as usize] = Some(at);
        }
        Self(positions)
    }

    fn of(&self, id: ItemId) -> Option<usize> {
        self.0[id.0 as usize]
    }
}

/// What the words are taken from.
pub(super) struct Press<'a> {
    pub(super) files: &'a [Arc<SourceFile>],
    pub(super) documents: &'a [Arc<Document>],
    pub(super) homes: &'a Homes,
    pub(super) sight: &'a Sight<'a>,
    pub(super) places: &'a Places<'a>,
    /// Whether the audience may know where things stand, and see documents that are no items.
    pub(super) tells_sources: bool,
    pub(super) positions: Positions,
}

/// The position among the papers, for each document that is one.
pub(super) type Shown = Vec<Option<usize>>;

impl Press<'_> {
    /// Gives each item what is written of it.
    pub(super) fn bodies(&self, items: &mut [Entry]) {
        let bodies: Vec<Vec<(usize, Body)>> = (0..self.files.len())
            .into_par_iter()
            .map(|file| self.bodies_in(file))
            .collect();
        for (at, body) in bodies.into_iter().flatten() {
            items[at].body = Some(body);
        }
    }

    fn bodies_in(&self, file: usize) -> Vec<(usize, Body)> {
        let homes = self.homes.of(file);
        let tells = |home: &&Home| home.section.is_some() || home.role <= Role::Alias;
        let told: Vec<(usize, &Home)> = homes
            .iter()
            .filter(tells)
            .filter_map(|home| Some((self.positions.of(home.item)?, home)))
            .collect();
        if told.is_empty() {
            return Vec::new();
        }
        let sheet = self.sheet(file);
        let hidden = self.hidden(file);
        let asides = self.sight.asides(file);
        let told_of = |(at, home): (usize, &Home)| {
            // What is at home in an aside of a hidden item is told all the same.
            let asides = body::within(&asides, home.span).iter();
            let asides = asides.filter(|aside| home.span.holds(**aside));
            let hidden = body::within(&hidden, home.span).iter().chain(asides);
            let hidden: Vec<Span> = hidden.copied().collect();
            let text = sheet.of_home(home, homes, self.homes.all(file), &hidden);
            let from = self.places.path(file);
            (!text.is_empty()).then_some((at, Body { text, from }))
        };
        told.into_iter().filter_map(told_of).collect()
    }

    /// What nobody may read in a document, whatever it is about.
    fn hidden(&self, file: usize) -> Vec<Span> {
        let tables = self
            .sight
            .tables(&self.files[file].text, &self.documents[file]);
        let marked = self.sight.hidden(file).iter().copied();
        body::apart(marked.chain(tables).collect())
    }

    fn sheet(&self, file: usize) -> Sheet<'_> {
        let text = &self.files[file].text;
        let sees = |span| self.sight.reads(file, span);
        Sheet::new(text, &self.documents[file], sees)
    }

    /// Which documents are shown as they are. One that tells of a hidden item is not.
    pub(super) fn shown(&self, pages: Pages, has_items: bool) -> Shown {
        let wanted = paper::shown(
            self.files,
            self.documents,
            self.homes,
            self.sight,
            pages,
            has_items,
        );
        let mut next = 0..;
        let is_open = |at: usize| {
            let text = &self.files[at].text;
            self.tells_sources && self.sight.document(at, text, &self.documents[at])
        };
        wanted
            .into_iter()
            .enumerate()
            .map(|(at, wanted)| (wanted && is_open(at)).then(|| next.next()).flatten())
            .collect()
    }

    /// The documents that are shown as they are.
    pub(super) fn papers(&self, shown: &Shown) -> Vec<Paper> {
        let files: Vec<usize> = (0..shown.len()).filter(|at| shown[*at].is_some()).collect();
        files
            .into_par_iter()
            .map(|at| {
                let document = &self.documents[at];
                let sheet = self.sheet(at);
                let from = self.places.path(at);
                Paper {
                    title: document.title.clone().unwrap_or_else(|| from.to_string()),
                    body: Body {
                        text: sheet.whole(&self.hidden(at)),
                        from,
                    },
                }
            })
            .collect()
    }

    /// What lies at each path that the audience may know.
    pub(super) fn addresses(
        &self,
        shown: &Shown,
        plan: &Plan,
        pictures: &BTreeMap<String, Picture>,
        lying: &BTreeSet<String>,
    ) -> Addresses {
        let mut addresses = Addresses::default();
        for path in lying.iter().filter(|_| self.tells_sources) {
            addresses.put(path, Address::File(path.clone()));
        }
        for (at, file) in self.files.iter().enumerate() {
            match shown[at] {
                Some(paper) => addresses.put(&file.path, Address::Paper(paper)),
                None if self.tells_sources => addresses.put(&file.path, Address::Unshown),
                None => {}
            }
        }
        for (id, item) in plan.items() {
            let Some(position) = self.positions.of(id) else {
                continue;
            };
            let whole = item
                .sources
                .iter()
                .filter(|source| source.role <= Role::Alias);
            for source in whole {
                let path = &self.files[source.place.file.0 as usize].path;
                addresses.put(path, Address::Item(position));
            }
        }
        let seen: BTreeMap<&str, &Picture> = self.pictured(shown, pictures).collect();
        for (at, (path, file)) in seen.into_iter().enumerate() {
            // The name of a file is nobody's business where paths are not.
            let name = match self.tells_sources {
                true => path.to_string(),
                false => numbered(at + 1, path),
            };
            addresses.put_picture(path, name, file.clone());
        }
        addresses
    }

    /// The pictures that the audience may see, and the files that it may come to.
    fn pictured<'a>(
        &'a self,
        shown: &'a Shown,
        pictures: &'a BTreeMap<String, Picture>,
    ) -> impl Iterator<Item = (&'a str, &'a Picture)> {
        let files = self.documents.iter().enumerate();
        files.flat_map(move |(at, document)| {
            let links = document.pictures.iter().chain(document.links.iter());
            links.filter_map(move |link| {
                let Target::Path(path) = &link.to else {
                    return None;
                };
                let (path, file) = pictures.get_key_value(path)?;
                self.is_shown(at, link.span, shown)
                    .then_some((path.as_str(), file))
            })
        })
    }

    fn is_shown(&self, file: usize, span: Span, shown: &Shown) -> bool {
        match shown[file] {
            Some(_) => self.sight.reads(file, span),
            None => self.sight.place(place(file, span)),
        }
    }

    /// Every link from what is shown to an item.
    pub(super) fn spoken(&self, shown: &Shown, addresses: &Addresses) -> Vec<Spoken> {
        let links: Vec<Vec<Spoken>> = (0..self.files.len())
            .into_par_iter()
            .map(|file| self.spoken_in(file, shown, addresses))
            .collect();
        links.into_iter().flatten().collect()
    }

    fn spoken_in(&self, file: usize, shown: &Shown, addresses: &Addresses) -> Vec<Spoken> {
        let links = self.documents[file].links.iter();
        let spoken = links.filter_map(|link| {
            let place = place(file, link.span);
            let Target::Path(path) = &link.to else {
                return None;
            };
            let Some(Address::Item(of)) = addresses.find(path) else {
                return None;
            };
            Some(Spoken {
                from: self.speaker(place, shown)?,
                of: *of,
                source: self.tells_sources.then(|| self.places.source(place)),
            })
        });
        spoken.collect()
    }

    fn speaker(&self, place: Place, shown: &Shown) -> Option<Speaker> {
        let home = self
            .homes
            .around(place)
            .filter(|_| self.sight.place(place))
            .and_then(|home| self.positions.of(home.item));
        let paper = || shown[place.file.0 as usize].map(Speaker::Paper);
        home.map(Speaker::Item).or_else(paper)
    }
}

/// A name for a picture that says no more than what kind of file it is.
fn numbered(number: usize, path: &str) -> String {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    format!("{number}.{}", ending.to_lowercase())
}

fn place(file: usize, span: Span) -> Place {
    Place {
        file: FileId(Span::new(file..file).start),
        span,
    }
}
