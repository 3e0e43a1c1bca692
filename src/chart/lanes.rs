//! What is counted from the beginning and has no date: a row for each thing, over columns of days, weeks or months.

use crate::chart::escape::escape;
use crate::chart::number::number;

/// A thing and the columns that it takes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// The style of its state, which is also its icon.
    pub style: String,
    /// The word for its state.
    pub word: String,
    /// Where it begins, in columns.
    pub start: f64,
    /// How many columns it takes.
    pub length: f64,
}

/// Draws them under the names of the columns, in the order given; empty where there is none.
pub fn lanes(columns: &[String], lanes: &[Lane], label: &str) -> String {
    if lanes.is_empty() || columns.is_empty() {
        return String::new();
    }
    let head: String = columns
        .iter()
        .map(|name| format!("<span>{}</span>", escape(name)))
        .collect();
    let rows: String = lanes.iter().map(row).collect();
    // Whole words need more room than numbers.
    let is_named = columns
        .iter()
        .any(|name| name.contains(char::is_alphabetic));
    let named = if is_named { " named" } else { "" };
    format!(
        "<div class=\"lanes-x\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><div class=\"lanes{named}\" \
         style=\"--n:{}\"><div class=\"lh\" aria-hidden=\"true\">{head}</div><ul>{rows}</ul></div></div>",
        escape(label),
        columns.len()
    )
}

fn row(lane: &Lane) -> String {
    let style = escape(&lane.style);
    format!(
        "<li class=\"st-{style}\"><a href=\"{}\"><i class=\"i i-{style}\" role=\"img\" aria-label=\"{}\"></i><span>{}</span></a>\
         <b style=\"--s:{};--w:{}\"></b></li>\n",
        escape(&lane.href),
        escape(&lane.word),
        escape(&lane.name),
        number(lane.start),
        number(lane.length),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_begins_at_its_column_and_its_words_are_words() {
        let lane = Lane {
            name: "A <b>".into(),
            style: "done".into(),
            start: 2.0,
            length: 1.5,
            ..Lane::default()
        };
        let columns = ["Week 1", "2", "3", "4"].map(str::to_string);
        let drawn = lanes(&columns, &[lane], "A & B");
        assert!(drawn.contains("A &lt;b&gt;") && drawn.contains("A &amp; B"));
        assert!(drawn.contains("style=\"--n:4\""));
        assert!(drawn.contains("<b style=\"--s:2;--w:1.5\">"), "{drawn}");
        assert_eq!(lanes(&columns, &[], ""), "");
    }
}
