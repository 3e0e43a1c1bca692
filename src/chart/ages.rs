//! How long things have waited, as rows of bars.

use crate::chart::axis::axis;
use crate::chart::escape::escape;
use crate::chart::number::number;

/// A thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Age {
    /// Its short name.
    pub name: String,
    /// For how many days it has waited, where that is known.
    pub days: Option<u32>,
    /// That in words.
    pub words: String,
}

/// Draws a row for each, in the order given; empty where there is none.
pub fn ages(ages: &[Age]) -> String {
    if ages.is_empty() {
        return String::new();
    }
    let days = ages.iter().filter_map(|age| age.days).map(f64::from);
    let top = axis(days).last().copied().unwrap_or(1.0);
    let rows: String = ages.iter().map(|age| row(age, top)).collect();
    format!("<ul class=\"rows barcol\">{rows}</ul>")
}

fn row(age: &Age, top: f64) -> String {
    let words = escape(&age.words);
    let (class, bar) = match age.days {
        Some(days) => ("pb", bar(f64::from(days) / top)),
        None => ("pb unk", String::new()),
    };
    format!(
        "<li><span class=\"id\">{}</span><span class=\"{class}\" role=\"img\" aria-label=\"{words}\">{bar}</span><span class=\"end\">{words}</span></li>\n",
        escape(&age.name)
    )
}

fn bar(share: f64) -> String {
    format!(
        "<i class=\"p-blocked\" style=\"--v:{}\"></i>",
        number(100.0 * share)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_is_nearly_full_and_unknown_is_no_bar() {
        let age = |name: &str, days| Age {
            name: name.into(),
            days,
            words: days.map_or("unknown".into(), |days| format!("{days} days")),
        };
        let rows = ages(&[
            age("T-<37>", Some(28)),
            age("T-1", Some(1)),
            age("T-2", None),
        ]);
        let wanted = "<ul class=\"rows barcol\">\
            <li><span class=\"id\">T-&lt;37&gt;</span><span class=\"pb\" role=\"img\" aria-label=\"28 days\">\
            <i class=\"p-blocked\" style=\"--v:93.33\"></i></span><span class=\"end\">28 days</span></li>\n\
            <li><span class=\"id\">T-1</span><span class=\"pb\" role=\"img\" aria-label=\"1 days\">\
            <i class=\"p-blocked\" style=\"--v:3.33\"></i></span><span class=\"end\">1 days</span></li>\n\
            <li><span class=\"id\">T-2</span><span class=\"pb unk\" role=\"img\" aria-label=\"unknown\"></span>\
            <span class=\"end\">unknown</span></li>\n</ul>";
        assert_eq!(rows, wanted);
        assert_eq!(ages(&[]), "");
    }
}
