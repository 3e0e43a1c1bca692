//! The flow from one column of things into the next: what stops, what goes over, what starts.

use std::ops::Range;

use crate::chart::escape::escape;
use crate::chart::number::number;

/// A flow. The lists beside it say the same in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// What the drawing is called.
    pub label: String,
    /// What the drawing shows and where the same is said, for those who do not see it.
    pub region: String,
    /// What the left column is, and how much is in it.
    pub from: (String, String),
    /// What the right column is, and how much is in it.
    pub to: (String, String),
    /// What goes, in any order.
    pub streams: Vec<Stream>,
}

/// How something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// It is finished at the left.
    Done,
    /// It goes over.
    Carried,
    /// It goes over and cannot go on there.
    Blocked,
    /// It is taken out at the left.
    Left,
    /// It ends at the left, and nobody says how.
    Lost,
    /// It begins at the right.
    Entered,
    /// It begins at the right and cannot go on there.
    Stuck,
}

/// One thing, or many of one kind in one box.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// How it goes.
    pub course: Course,
    /// The word for that.
    pub word: String,
    /// Where its box leads.
    pub href: Option<String>,
    /// What is written first in its box, in the letters of ids; may be empty.
    pub id: String,
    /// What is written in its box.
    pub title: String,
}

/// The width of the drawing.
const WIDTH: f64 = 860.0;

/// The left and the right edge of the boxes of each column.
const LEFT: Range<f64> = 8.0..270.0;
const RIGHT: Range<f64> = 590.0..852.0;

/// The height of a box, and of a row of the longer column.
const BOX: f64 = 30.0;
const ROW: f64 = 38.0;

/// Rows of the shorter column are no further apart than this.
const WIDEST: f64 = 60.0;

/// Where the first box begins.
const TOP: f64 = 46.0;

/// How wide a letter is, of ids and of titles.
const MONO: f64 = 7.3;
const LETTER: f64 = 6.9;

/// How many letters an id may have.
const ID: usize = 14;

/// Draws the flow; empty where nothing goes.
pub fn flow(flow: &Flow) -> String {
    let mut streams: Vec<&Stream> = flow.streams.iter().collect();
    streams.sort_by_key(|stream| stream.course);
    let column = |is_in: fn(Course) -> bool| -> Vec<usize> {
        let all = streams.iter().enumerate();
        let those = all.filter(|(_, stream)| is_in(stream.course));
        those.map(|(at, _)| at).collect()
    };
    let (left, right) = (column(Course::is_left), column(Course::is_right));
    let rows = left.len().max(right.len());
    if rows == 0 {
        return String::new();
    }
    let at = |column: &[usize], at: usize| {
        let place = column.iter().position(|other| *other == at)?;
        Some(TOP + step(column.len(), rows) * count(place))
    };
    let (mut paths, mut boxes) = (String::new(), String::new());
    for (number, stream) in streams.iter().enumerate() {
        let ends = (at(&left, number), at(&right, number));
        paths.push_str(&path(stream.course, ends));
        boxes.push_str(&drawn(stream, ends));
    }
    format!(
        "<figure class=\"flow\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><svg viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{}\">{}{}{paths}{boxes}</svg></figure>",
        escape(&flow.region),
        number(WIDTH),
        number(TOP + ROW * count(rows) + 6.0),
        escape(&flow.label),
        head(&flow.from, LEFT.start),
        head(&flow.to, RIGHT.start)
    )
}

impl Course {
    fn is_left(self) -> bool {
        !matches!(self, Self::Entered | Self::Stuck)
    }

    fn is_right(self) -> bool {
        !matches!(self, Self::Done | Self::Left | Self::Lost)
    }

    /// The class of its line, and of its word.
    fn classes(self) -> (&'static str, &'static str) {
        match self {
            Self::Done => ("f f-done", "t-done"),
            Self::Carried => ("f", "h"),
            Self::Blocked | Self::Stuck => ("f f-blocked", "t-blocked"),
            Self::Left => ("f f-left", "t-left"),
            Self::Lost => ("f f-left", "t-left"),
            Self::Entered => ("f f-in", "t-in"),
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// How far apart the boxes of a column stand, so that the shorter one spreads beside the longer.
fn step(own: usize, rows: usize) -> f64 {
    if own < 2 {
        return ROW;
    }
    let spread = ROW * count(rows - 1) / count(own - 1);
    spread.clamp(ROW, WIDEST)
}

fn head((strong, rest): &(String, String), x: f64) -> String {
    format!(
        "<text class=\"h\" x=\"{}\" y=\"22\"><tspan>{}</tspan>  {}</text>",
        number(x),
        escape(strong),
        escape(rest)
    )
}

fn path(course: Course, ends: (Option<f64>, Option<f64>)) -> String {
    let middle = |y: f64| number(y + BOX / 2.0);
    let way = match ends {
        (Some(from), Some(to)) => format!(
            "M{} {} C420 {} 440 {} {} {}",
            number(LEFT.end),
            middle(from),
            middle(from),
            middle(to),
            number(RIGHT.start),
            middle(to)
        ),
        (Some(from), None) => format!("M{} {} H338", number(LEFT.end), middle(from)),
        (None, Some(to)) => format!("M526 {} H{}", middle(to), number(RIGHT.start)),
        (None, None) => return String::new(),
    };
    format!("<path class=\"{}\" d=\"{way}\"/>", course.classes().0)
}

/// The boxes of a stream, and the word for how it goes.
fn drawn(stream: &Stream, ends: (Option<f64>, Option<f64>)) -> String {
    let word = |x: f64, y: f64, anchor: &str| {
        format!(
            "<text class=\"{}\" x=\"{}\" y=\"{}\"{anchor}>{}</text>",
            stream.course.classes().1,
            number(x),
            number(y),
            escape(&stream.word)
        )
    };
    let end = " text-anchor=\"end\"";
    let word = match ends {
        (Some(_), Some(to)) => word(581.0, to + 7.0, end),
        (Some(from), None) => word(345.0, from + 20.0, ""),
        (None, Some(to)) => word(519.0, to + 20.0, end),
        (None, None) => String::new(),
    };
    let left = ends.0.map(|y| node(stream, LEFT, y)).unwrap_or_default();
    let right = ends.1.map(|y| node(stream, RIGHT, y)).unwrap_or_default();
    format!("{left}{right}{word}")
}

fn node(stream: &Stream, edges: Range<f64>, y: f64) -> String {
    let width = edges.end - edges.start;
    let id = cut(&stream.id, ID);
    let indent = match id.is_empty() {
        true => 10.0,
        false => 20.0 + length(&id) * MONO,
    };
    let room = (width - indent - 8.0) / LETTER;
    let title = cut(&stream.title, room as usize);
    let base = number(y + 20.0);
    let id = match id.is_empty() {
        true => id,
        false => format!(
            "<text class=\"m\" x=\"{}\" y=\"{base}\">{}</text>",
            number(edges.start + 10.0),
            escape(&id)
        ),
    };
    let is_cut = title != stream.title;
    let whole = format!("{} {}", stream.id, stream.title);
    let whole = match is_cut {
        true => format!("<title>{}</title>", escape(whole.trim())),
        false => String::new(),
    };
    let inner = format!(
        "{whole}<rect class=\"node\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\"/>{id}<text x=\"{}\" y=\"{base}\">{}</text>",
        number(edges.start),
        number(y),
        number(width),
        number(BOX),
        number(edges.start + indent),
        escape(&title)
    );
    match &stream.href {
        Some(href) => format!("<a href=\"{}\">{inner}</a>", escape(href)),
        None => format!("<g>{inner}</g>"),
    }
}

/// How wide a letter of this script is: those of East Asia take the place of two.
fn width(letter: char) -> usize {
    let is_wide = matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}');
    1 + usize::from(is_wide)
}

fn length(text: &str) -> f64 {
    count(text.chars().map(width).sum())
}

/// The beginning of words that are longer than there is room for.
fn cut(text: &str, room: usize) -> String {
    if text.chars().map(width).sum::<usize>() <= room {
        return text.to_string();
    }
    let mut left = room.saturating_sub(1);
    let fits = |letter: &char| {
        let is_fit = width(*letter) <= left;
        left = left.saturating_sub(width(*letter));
        is_fit
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(course: Course, title: &str) -> Stream {
        Stream {
            course,
            word: "w".into(),
            href: Some("#x".into()),
            id: "T-1".into(),
            title: title.into(),
        }
    }

    fn of(streams: Vec<Stream>) -> String {
        flow(&Flow {
            label: "Flow".into(),
            region: "Region".into(),
            from: ("Week 1".into(), "a".into()),
            to: ("Week 2".into(), "b".into()),
            streams,
        })
    }

    #[test]
    fn each_course_has_its_line_and_its_boxes() {
        let boxes = |course| of(vec![stream(course, "x")]).matches("<rect").count();
        assert_eq!(
            [Course::Done, Course::Carried, Course::Entered].map(boxes),
            [1, 2, 1]
        );
        let drawn = of(vec![
            stream(Course::Entered, "new"),
            stream(Course::Blocked, "old"),
        ]);
        assert!(drawn.contains("class=\"f f-blocked\" d=\"M270 61 C420 61 440 61 590 61\""));
        assert!(drawn.contains("class=\"f f-in\" d=\"M526 99 H590\""));
        assert_eq!(of(Vec::new()), "");
    }

    #[test]
    fn the_shorter_column_spreads() {
        assert_eq!((step(8, 8), step(1, 9)), (38.0, 38.0));
        assert!(step(5, 8) > 60.0 - 0.1 && step(7, 8) > 44.0);
    }

    #[test]
    fn titles_fit_their_boxes() {
        assert_eq!(cut("Deck plan editor", 20), "Deck plan editor");
        assert_eq!(cut("Deck plan editor", 11), "Deck plan…");
        assert_eq!(cut("予約変更の規則", 9), "予約変更…");
        assert!(of(vec![stream(Course::Left, "<b>")]).contains("&lt;b&gt;"));
    }
}
