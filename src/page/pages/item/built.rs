//! What of a milestone or phase was built, held against what was planned.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::mark;
use crate::page::noun::{count, titles};
use crate::page::pages::item::telling::{SPEAKERS, Telling};
use crate::page::section::{Column, Line, Part, Row, Table};
use crate::page::words::many;
use crate::theme::markup::Markup;
use crate::theme::tongue::{Tongue, key};

/// What became of something that was planned, or that came on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is done.
    Done,
    /// It was left.
    Dropped,
    /// It turned into something else.
    Moved,
    /// It is not finished.
    Open,
}

/// One of what was to be built.
#[derive(Clone, Copy)]
struct Piece {
    at: usize,
    fate: Fate,
    /// Whether the plan of it did not name it.
    is_added: bool,
}

fn fate(item: &Entry) -> Fate {
    match item.state() {
        Status::Done => Fate::Done,
        Status::Dropped if item.became.is_empty() => Fate::Dropped,
        Status::Dropped => Fate::Moved,
        _ => Fate::Open,
    }
}

/// The pieces of one kind.
struct Built {
    kind: Kind,
    pieces: Vec<Piece>,
}

impl Built {
    fn planned(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| !piece.is_added)
    }

    fn count(&self, fate: Fate) -> usize {
        self.planned().filter(|piece| piece.fate == fate).count()
    }

    fn added(&self) -> usize {
        self.pieces.len() - self.planned().count()
    }

    fn is_as_planned(&self) -> bool {
        self.added() == 0 && self.count(Fate::Done) == self.pieces.len()
    }
}

impl Telling<'_> {
    /// A sentence where all was built that was planned; else the figures, and what became of the rest.
    pub(super) fn built(&self) -> Vec<Part> {
        let kinds = [Kind::Feature, Kind::Story, Kind::Task];
        let mut found: Vec<Built> = kinds.into_iter().map(|kind| self.pieces(kind)).collect();
        found.retain(|built| !built.pieces.is_empty());
        let tongue = &self.book.tongue;
        if found.is_empty() {
            return Vec::new();
        }
        if found.iter().all(Built::is_as_planned) {
            let counts = found.iter();
            let counts = counts.map(|built| count(tongue, built.pieces.len(), built.kind));
            let all = tongue.list(&counts.collect::<Vec<_>>());
            let words = tongue.tell(
                "Everything that was planned was built: {items}.",
                &[("items", &all)],
            );
            return vec![Part::markup(format!("<p class=\"mt4\">{words}</p>"))];
        }
        let heading = Markup::text(&tongue.say("Built against planned"));
        let mut parts = vec![Part::table(figures(tongue, &found)).under(heading)];
        parts.extend(self.others(&found));
        parts
    }

    /// The parts of a kind; of stories and tasks also those one level lower.
    fn pieces(&self, kind: Kind) -> Built {
        let mut pieces = self.direct(self.at, kind);
        if kind != Kind::Feature {
            for part in &self.item.children {
                let item = self.book.item(*part);
                if item.kind < kind && !item.discovered {
                    pieces.extend(self.direct(*part, kind));
                }
            }
        }
        Built { kind, pieces }
    }

    fn direct(&self, whole: usize, kind: Kind) -> Vec<Piece> {
        let item = self.book.item(whole);
        let parts = item.children.iter().enumerate();
        let parts = parts.filter(|(_, at)| self.book.item(**at).kind == kind);
        // Where the whole lists none of a kind, nothing says what of it came later.
        let lists = parts.clone().any(|(place, _)| place < item.named_parts);
        parts
            .map(|(place, at)| {
                let part = self.book.item(*at);
                Piece {
                    at: *at,
                    fate: fate(part),
                    is_added: part.discovered || lists && place >= item.named_parts,
                }
            })
            .collect()
    }

    /// What was not simply planned and done.
    fn others(&self, found: &[Built]) -> Option<Part> {
        let pieces = found.iter().flat_map(|built| &built.pieces);
        let others = pieces.filter(|piece| piece.is_added || piece.fate != Fate::Done);
        let lines: Vec<Line> = others
            .take(SPEAKERS)
            .map(|piece| {
                let item = self.book.item(piece.at);
                let became = item.became.iter().map(|lead| {
                    let to = mark::lead(self.book, self.from, lead);
                    self.book.tongue.mark("Became {item}", &[("item", &to)])
                });
                Line {
                    lead: badge::status(&self.book.tongue, item),
                    title: mark::item(self.book, self.from, piece.at),
                    end: Some(Markup::text(&self.book.tongue.say(words(piece)))),
                    why: became.collect(),
                    ..Line::default()
                }
            })
            .collect();
        (!lines.is_empty()).then(|| Part::rows("stcol", lines))
    }
}

fn words(piece: &Piece) -> &'static str {
    match (piece.is_added, piece.fate) {
        (true, _) => key("added on the way"),
        (false, Fate::Done) => key("built"),
        (false, Fate::Dropped) => key("dropped"),
        (false, Fate::Moved) => key("moved on"),
        (false, Fate::Open) => key("not finished"),
    }
}

fn figures(tongue: &Tongue, found: &[Built]) -> Table {
    let number = |number: usize| match number {
        0 => Markup::default(),
        number => Markup::text(&number.to_string()),
    };
    let rows = found.iter().map(|built| {
        let words = titles(tongue, built.kind);
        let link = mark::anchor(&format!("#{}", many(built.kind)), &words, "");
        Row {
            id: None,
            cells: vec![
                link,
                Markup::text(&built.planned().count().to_string()),
                Markup::text(&built.count(Fate::Done).to_string()),
                number(built.count(Fate::Dropped)),
                number(built.count(Fate::Moved)),
                number(built.count(Fate::Open)),
                number(built.added()),
            ],
        }
    });
    let mut table = Table {
        caption: "Built against planned".into(),
        rows: rows.collect(),
        head: Column::all([
            ("Of", "grow"),
            ("Planned", "r"),
            ("Built", "r"),
            ("Dropped", "r"),
            ("Moved on", "r"),
            ("Not finished", "r"),
            ("Added", "r"),
        ]),
    };
    table.drop_empty_columns();
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_not_what_was_planned() {
        let piece = |fate, is_added| Piece {
            at: 0,
            fate,
            is_added,
        };
        let pieces = vec![
            piece(Fate::Done, false),
            piece(Fate::Dropped, false),
            piece(Fate::Done, true),
        ];
        let kind = Kind::Story;
        let built = Built { kind, pieces };
        assert_eq!((built.planned().count(), built.added()), (2, 1));
        assert_eq!((built.count(Fate::Done), built.count(Fate::Open)), (1, 0));
        assert!(!built.is_as_planned());
        let table = figures(&Tongue::english(), &[built]);
        let heads: Vec<_> = table.head.iter().map(|column| &*column.label).collect();
        assert_eq!(heads, ["Of", "Planned", "Built", "Dropped", "Added"]);
        let pieces = vec![piece(Fate::Done, false)];
        assert!(Built { kind, pieces }.is_as_planned());
    }
}
