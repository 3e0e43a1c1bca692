//! Ways of writing a document, the most fitting first.

use crate::start::form::Form;
use crate::start::habit::{Habit, usual_heading};
use crate::start::matter::Matter;

/// One way of writing a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Where fields are stated.
    pub form: Form,
    /// The heading, with gaps in it.
    pub heading: Option<String>,
    /// Whether the title stands in the front matter, even if the others do without.
    pub titled: bool,
    /// Whether the document says its kind.
    pub kinded: bool,
}

/// Ways of writing it, from that of the neighbours to one that leaves nothing to be guessed.
pub fn manners(habit: &Habit, matter: &Matter) -> Vec<Manner> {
    let front = match habit.form {
        Form::Lines => Form::Yaml,
        form => form,
    };
    let manner = |form, heading: Option<&str>, titled, kinded| Manner {
        form,
        heading: heading.map(str::to_string),
        titled,
        kinded,
    };
    let usual = match (matter.sort.kind, habit.form) {
        _ if !matter.is_named => "{title}",
        _ if matter.week.is_some() => "Week {id}: {title}",
        (_, form) => usual_heading(matter.sort, form),
    };
    let own = match matter.is_named {
        true => habit.heading.as_deref(),
        false => Some(usual),
    };
    let kind = matter.sort.name();
    let spelt = format!(
        "{}{} {{id}}: {{title}}",
        kind[..1].to_uppercase(),
        &kind[1..]
    );
    vec![
        manner(habit.form, own, false, false),
        manner(habit.form, Some(usual), false, false),
        manner(habit.form, Some(&spelt), false, false),
        manner(front, own, true, false),
        manner(front, Some("{title}"), true, false),
        manner(front, Some("{title}"), true, true),
        manner(front, None, true, true),
    ]
}
