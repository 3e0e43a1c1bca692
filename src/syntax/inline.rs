//! The words of a paragraph, a heading, a cell or a list entry, and the fields that its lines spell.

use std::borrow::Cow;
use std::ops::Range;

use crate::syntax::outline::{Field, Link, Text};
use crate::text::mojibake;
use crate::text::slot::Form;
use crate::text::span::Span;

/// A run of words with one look.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// The visible words.
    pub words: Cow<'a, str>,
    /// Where they stand.
    pub span: Span,
    /// Whether they are bold or italic.
    pub strong: bool,
    /// Whether they are a line break; `words` is then a line feed.
    pub line_break: bool,
    /// Whether they are struck through.
    pub struck: bool,
}

impl Piece<'_> {
    /// Where a part of the words stands: the whole piece, where the words are not there letter by letter (code, entities).
    fn part(&self, part: Range<usize>) -> Span {
        if self.words.len() != self.span.range().len() {
            return self.span;
        }
        let start = self.span.start as usize;
        Span::new(start + part.start..start + part.end)
    }

    /// Where the last words of the piece stand.
    fn rest(&self, rest: &str) -> Span {
        self.part(self.words.len() - rest.len()..self.words.len())
    }
}

/// The most that stands behind the bold words of a line that is meant as a heading.
const LITTLE: usize = 40;

/// Words under way, with their links.
#[derive(Clone, Debug, Default)]
pub struct Inline<'a> {
    /// The runs, in order.
    pub pieces: Vec<Piece<'a>>,
    /// The links, in order.
    pub links: Vec<Link>,
}

impl<'a> Inline<'a> {
    /// The visible text of all pieces.
    pub fn text(&self) -> Text {
        text(&self.pieces, &self.links)
    }

    /// The bold words at the head.
    pub fn lead(&self) -> Option<Text> {
        let blank = |piece: &&Piece<'_>| piece.words.trim().is_empty();
        let front = self.pieces.iter().take_while(blank).count();
        let bold = self.pieces[front..]
            .iter()
            .take_while(|piece| piece.strong)
            .count();
        (bold > 0).then(|| text(&self.pieces[front..front + bold], &self.links))
    }

    /// The first line, where it begins with bold words and says little behind them, and what stands below it.
    pub fn bold_line(&self) -> Option<(Self, Self)> {
        let end = self.pieces.iter().position(|piece| piece.line_break);
        let (line, rest) = self.pieces.split_at(end.unwrap_or(self.pieces.len()));
        let behind = line.iter().filter(|piece| !piece.strong);
        let said: usize = behind.map(|piece| piece.words.trim().chars().count()).sum();
        let part = |pieces: &[Piece<'a>]| Self {
            pieces: pieces.to_vec(),
            links: self.links.clone(),
        };
        self.lead()?;
        if said <= LITTLE {
            return Some((part(line), part(rest.get(1..).unwrap_or_default())));
        }
        // "**Epic 1: Doors** - Hand out codes by day and by night, and …"
        let bold = line.iter().take_while(|piece| piece.strong).count();
        let told = line.get(bold)?.words.trim_start();
        let is_apart = ["- ", "– ", "— "].iter().any(|gap| told.starts_with(gap));
        (bold > 0 && is_apart).then(|| (part(&line[..bold]), part(&self.pieces[bold..])))
    }

    /// Drops everything before this byte.
    pub fn cut_before(&mut self, at: u32) {
        self.pieces.retain(|piece| piece.span.end > at);
        let Some(first) = self.pieces.first_mut() else {
            return;
        };
        let behind = at.saturating_sub(first.span.start) as usize;
        if behind > 0
            && first.words.len() == first.span.range().len()
            && first.words.is_char_boundary(behind)
        {
            first.words.to_mut().drain(..behind);
            first.span.start = at;
        }
    }

    /// The fields that the lines spell: `**Key:** value`, several on a line with bars between, or `Key: value`.
    /// Empty where the first line of words is not one.
    pub fn fields(&self, form: Form) -> Vec<Field> {
        if !self
            .pieces
            .iter()
            .any(|piece| piece.words.contains([':', '：']))
        {
            return Vec::new();
        }
        let lines: Vec<&[Piece<'_>]> = self.pieces.split(|piece| piece.line_break).collect();
        let mut fields: Vec<(Key, Vec<Piece<'_>>)> = Vec::new();
        for line in lines {
            let mut begun = begin(line);
            if begun.is_empty() {
                begun = barred(line);
            }
            if begun.is_empty() {
                begun.extend(plain(line));
            }
            if !begun.is_empty() {
                fields.extend(begun);
            } else if let Some((_, value)) = fields.last_mut() {
                value.push(Piece {
                    words: "\n".into(),
                    span: Span::default(),
                    strong: false,
                    line_break: true,
                    struck: false,
                });
                value.extend_from_slice(line);
            }
        }
        fields
            .into_iter()
            .map(|(key, value)| self.field(key, &value, form))
            .collect()
    }

    fn field(&self, key: Key, value: &[Piece<'_>], form: Form) -> Field {
        let mut value = text(standing(value), &self.links);
        if value.value.is_empty() {
            value.span = Span {
                start: key.end,
                end: key.end,
            };
        }
        Field {
            key: key.text,
            value,
            entries: Vec::new(),
            form,
            marked: key.marked,
        }
    }
}

/// A value without what is struck through at its head: "~~Draft~~ Accepted".
fn standing<'p, 'a>(value: &'p [Piece<'a>]) -> &'p [Piece<'a>] {
    let is_gone = |piece: &Piece<'_>| piece.struck || piece.words.trim().is_empty();
    let gone = value.iter().take_while(|piece| is_gone(piece)).count();
    let is_struck = value[..gone].iter().any(|piece| piece.struck);
    if is_struck && gone < value.len() {
        &value[gone..]
    } else {
        value
    }
}

/// The key of a field under way.
struct Key {
    text: Text,
    /// One past the colon.
    end: u32,
    marked: bool,
}

/// The fields of a line that begins with a bold key.
fn begin<'a>(line: &[Piece<'a>]) -> Vec<(Key, Vec<Piece<'a>>)> {
    let mut fields: Vec<(Key, Vec<Piece<'_>>)> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let starts = fields.is_empty() || separated(&mut fields, &line[at]);
        match starts.then(|| bold_key(&line[at..])).flatten() {
            Some((key, used, rest)) => {
                fields.push((key, rest.into_iter().collect()));
                at += used;
            }
            None if fields.is_empty() && line[at].words.trim().is_empty() => at += 1,
            None if fields.is_empty() => return fields,
            None => {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(line[at].clone());
                }
                at += 1;
            }
        }
    }
    fields
}

/// Whether a bold piece opens a further field: the value before it ends with a bar or a dot between fields, which is taken off.
fn separated(fields: &mut [(Key, Vec<Piece<'_>>)], next: &Piece<'_>) -> bool {
    let Some(last) = fields.last_mut().and_then(|(_, value)| value.last_mut()) else {
        return false;
    };
    let kept = last.words.trim_end();
    let Some(kept) = kept.strip_suffix(['|', '·', '•']).filter(|_| next.strong) else {
        return false;
    };
    let kept = kept.trim_end().len();
    last.span.end = last.span.start + u32::try_from(kept).unwrap_or(0);
    last.words.to_mut().truncate(kept);
    true
}

/// The key at the head of these pieces, how many pieces it took, and what is left of the last one.
fn bold_key<'a>(line: &[Piece<'a>]) -> Option<(Key, usize, Option<Piece<'a>>)> {
    let bold = line.iter().take_while(|piece| piece.strong).count();
    let words: String = line[..bold]
        .iter()
        .map(|piece| piece.words.as_ref())
        .collect();
    let span = line
        .first()?
        .span
        .join(line.get(bold.checked_sub(1)?)?.span);
    let key = |words: &str, end| Key {
        text: Text {
            value: repaired(words.trim()),
            span,
            links: Vec::new(),
        },
        end,
        marked: true,
    };
    if let Some(name) = words.trim_end().strip_suffix([':', '：']) {
        return is_key(name).then(|| (key(name, span.end), bold, None));
    }
    let after = line.get(bold)?;
    let rest = after.words.trim_start().strip_prefix([':', '：'])?;
    if !is_key(&words) {
        return None;
    }
    let left = Piece {
        words: rest.to_string().into(),
        span: after.rest(rest),
        strong: false,
        line_break: false,
        struck: false,
    };
    Some((key(&words, left.span.start), bold + 1, Some(left)))
}

/// `Key: value | Key: value` without any marking: each part between bars is one.
fn barred<'a>(line: &[Piece<'a>]) -> Vec<(Key, Vec<Piece<'a>>)> {
    let [piece] = line else { return Vec::new() };
    let mut at = 0;
    let parts = piece.words.split(" | ").map(|part| {
        let start = at;
        at += part.len() + " | ".len();
        let (name, rest) = part.split_once(": ")?;
        let lead = name.len() - name.trim_start().len();
        let is_name = is_key(name) && name.split_whitespace().count() <= 3;
        let value = start + name.len() + ": ".len();
        is_name.then(|| {
            let key = Key {
                text: Text {
                    value: repaired(name.trim()),
                    span: piece.part(start + lead..start + name.len()),
                    links: Vec::new(),
                },
                end: piece.part(value..value).start,
                marked: false,
            };
            let left = Piece {
                words: rest.to_string().into(),
                span: piece.part(value..start + part.len()),
                strong: false,
                line_break: false,
                struck: false,
            };
            (key, vec![left])
        })
    });
    let fields: Option<Vec<_>> = parts.collect();
    fields.filter(|fields| fields.len() > 1).unwrap_or_default()
}

/// `Key: value` without any marking.
fn plain<'a>(line: &[Piece<'a>]) -> Option<(Key, Vec<Piece<'a>>)> {
    let first = line
        .iter()
        .position(|piece| !piece.words.trim().is_empty())?;
    let piece = &line[first];
    let (name, rest) = piece.words.split_once([':', '：'])?;
    let names_something = is_key(name)
        && name.split_whitespace().count() <= 4
        && name.trim_start().starts_with(char::is_alphabetic);
    // "状态：进行中": scripts without blanks set none behind the colon.
    let is_unspaced = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    let is_apart = rest.starts_with(char::is_whitespace)
        || (rest.is_empty() && line.len() > first + 1)
        || !rest.is_empty() && name.trim_end().ends_with(is_unspaced);
    if !names_something || !is_apart {
        return None;
    }
    let (span, left) = (piece.part(0..name.len()), piece.rest(rest));
    let key = Key {
        text: Text {
            value: repaired(name.trim()),
            span,
            links: Vec::new(),
        },
        end: left.start,
        marked: false,
    };
    let left = Piece {
        words: rest.to_string().into(),
        span: left,
        strong: piece.strong,
        line_break: false,
        struck: false,
    };
    Some((
        key,
        std::iter::once(left)
            .chain(line[first + 1..].iter().cloned())
            .collect(),
    ))
}

fn is_key(name: &str) -> bool {
    let name = name.trim();
    !name.is_empty() && name.chars().count() <= 60 && !name.contains(['\n', '.', '!', '?', '`'])
        || name.chars().filter(|c| *c == '.').count() == 1 && name.len() <= 30
}

/// The visible text of these pieces, without white space at its ends.
fn text(pieces: &[Piece<'_>], links: &[Link]) -> Text {
    let mut value = String::with_capacity(pieces.iter().map(|piece| piece.words.len()).sum());
    let mut span: Option<Span> = None;
    for piece in pieces {
        value.push_str(&piece.words);
        if piece.words.trim().is_empty() {
            continue;
        }
        let visible = inner(piece);
        span = Some(span.map_or(visible, |span| span.join(visible)));
    }
    let span = span.unwrap_or_default();
    let links = links
        .iter()
        .filter(|link| link.span.start < span.end && span.start < link.span.end)
        .cloned()
        .collect();
    Text {
        value: repaired(value.trim()),
        span,
        links,
    }
}

/// The span of a piece without the white space at its ends, where its words stand as written.
fn inner(piece: &Piece<'_>) -> Span {
    if piece.words.len() != piece.span.range().len() {
        return piece.span;
    }
    let front = piece.words.len() - piece.words.trim_start().len();
    let start = piece.span.start as usize + front;
    Span::new(start..start + piece.words.trim().len())
}

fn repaired(words: &str) -> String {
    mojibake::repair(words).into_owned()
}
