//! The name of a new file, in the manner of the files beside it: `us-107-late-fee-notice.md`, `0018-axum.md`.

use crate::model::key::slug;
use crate::read::words::Words;
use crate::start::ground::{Neighbour, most};
use crate::start::number::Next;
use crate::start::scheme::leading;
use crate::start::sort::Sort;
use crate::start::way;

/// How long the slug of a title may be in a file name.
const LONGEST: usize = 80;

/// Names that some systems keep for themselves, or that tell of a whole folder.
const RESERVED: [&str; 12] = [
    "aux",
    "changelog",
    "com1",
    "com2",
    "con",
    "index",
    "lpt1",
    "lpt2",
    "nul",
    "prn",
    "readme",
    "summary",
];

/// What stands before the title.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lead {
    /// The id, in small letters or as it is.
    Id { is_small: bool },
    /// The number, with so many digits.
    Number(usize),
    /// The word for the kind and the number: `sprint-2`.
    Counted(String),
    /// The word for the kind: `prd-search`.
    Word(String),
    /// A name that all of them have: `epic.md` in a folder for each.
    Fixed(String),
    /// Nothing.
    None,
}

/// How files of one sort are called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Naming {
    lead: Lead,
    /// What stands between the lead and the title.
    joint: String,
    has_title: bool,
    /// The word behind the title: `search-prd`.
    tail: Option<String>,
    /// What stands between words.
    blank: char,
    ending: String,
}

/// How the neighbours are called; where there are none, by id and title. All may have one name only if each lies in a
/// folder of its own.
pub fn naming(
    sort: Sort,
    neighbours: &[Neighbour<'_>],
    may_be_fixed: bool,
    words: &Words,
) -> Naming {
    let stem = most(neighbours.iter().map(Neighbour::stem)).unwrap_or_default();
    let same = neighbours.iter().filter(|one| one.stem() == stem).count();
    if may_be_fixed && same > 1 && same * 3 > neighbours.len() {
        return Naming {
            lead: Lead::Fixed(stem.to_string()),
            has_title: false,
            ..usual(sort)
        };
    }
    let found = neighbours.iter().map(|one| of(one, one.stem(), words));
    most(found).unwrap_or_else(|| usual(sort))
}

/// How the folders are called of which each document has its own; `subs` are their names.
pub fn parts(sort: Sort, subs: &[(Neighbour<'_>, String)], words: &Words) -> Naming {
    let found = subs.iter().map(|(one, sub)| of(one, sub, words));
    most(found).unwrap_or_else(|| usual(sort))
}

/// Names that end in a word for the kind: `search-prd`.
pub fn ending(sort: Sort, tail: String) -> Naming {
    Naming {
        lead: Lead::None,
        tail: Some(tail),
        ..usual(sort)
    }
}

fn usual(sort: Sort) -> Naming {
    Naming {
        lead: match sort.prefix() {
            "" => Lead::Counted(format!("{}-", sort.word())),
            _ => Lead::Id { is_small: true },
        },
        joint: "-".into(),
        has_title: true,
        tail: None,
        blank: '-',
        ending: "md".into(),
    }
}

fn of(one: &Neighbour<'_>, stem: &str, words: &Words) -> Naming {
    let (lead, rest) = lead(one, stem, words);
    let bare = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let joint = match &rest[..rest.len() - bare.len()] {
        "" => "-",
        joint => joint,
    };
    let tail = bare.rsplit_once(['-', '_', ' ']).map(|(_, tail)| tail);
    let tail = tail.filter(|tail| lead == Lead::None && words.kind(tail) == Some(one.item.kind));
    let blank = bare
        .chars()
        .find(|c| matches!(c, '-' | '_' | ' '))
        .unwrap_or('-');
    let ending = one
        .file
        .path
        .rsplit_once('.')
        .map_or("md", |(_, ending)| ending);
    Naming {
        joint: if lead == Lead::None {
            "-".into()
        } else {
            joint.into()
        },
        has_title: !bare.is_empty(),
        tail: tail.map(str::to_string),
        blank,
        ending: ending.into(),
        lead,
    }
}

/// What stands before the title in a stem, and the rest of it.
fn lead<'a>(one: &Neighbour<'_>, stem: &'a str, words: &Words) -> (Lead, &'a str) {
    let id = one.item.id.as_deref().unwrap_or_default();
    let is_apart = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    for (id, is_small) in [(id.to_string(), false), (id.to_lowercase(), true)] {
        let rest = stem.strip_prefix(id.as_str()).filter(|rest| is_apart(rest));
        if let Some(rest) = rest.filter(|_| id.starts_with(char::is_alphabetic)) {
            let has_no_case = id == id.to_lowercase() && id == id.to_uppercase();
            return (
                Lead::Id {
                    is_small: is_small || has_no_case,
                },
                rest,
            );
        }
    }
    if let Some((_, digits)) = leading(stem) {
        let width = if stem.starts_with('0') { digits } else { 1 };
        return (Lead::Number(width), &stem[digits..]);
    }
    let word = stem.len() - stem.trim_start_matches(char::is_alphabetic).len();
    let (word, rest) = stem.split_at(word);
    let behind = rest.trim_start_matches(['-', '_', ' ']);
    if words.kind(word) != Some(one.item.kind) || behind.is_empty() || behind.len() == rest.len() {
        return (Lead::None, stem);
    }
    match leading(behind) {
        Some((_, digits)) => {
            let until = stem.len() - behind.len();
            (Lead::Counted(stem[..until].to_string()), &behind[digits..])
        }
        None => (Lead::Word(word.to_string()), rest),
    }
}

impl Naming {
    /// Names for a file, the most fitting first; later ones serve where the first would be read as something else.
    pub fn names(&self, sort: Sort, title: &str, next: &Next, words: &Words) -> Vec<String> {
        let slug = short(title).replace('-', &self.blank.to_string());
        let title = if self.has_title { slug.as_str() } else { "" };
        let fitting = self.stem(sort, title, next);
        let fitting = match fitting.as_str() {
            "" => sort.word().to_string(),
            stem if RESERVED.contains(&stem) => format!("{}-{stem}", sort.word()),
            _ => fitting,
        };
        let with = |stem: &str| format!("{stem}.{}", self.ending);
        let word = sort.word();
        let mut names = vec![
            with(&fitting),
            with(&format!("{word}-{fitting}")),
            with(&format!("{word}-{fitting}-{word}")),
        ];
        names.extend(next.id.as_ref().map(|id| with(&id.to_lowercase())));
        names.push(with(word));
        names.retain(|name| !words.is_template(name));
        names
    }

    /// The name of a folder of its own.
    pub fn part(&self, sort: Sort, title: &str, next: &Next) -> String {
        let slug = short(title).replace('-', &self.blank.to_string());
        match self.stem(sort, &slug, next) {
            stem if stem.is_empty() => slug,
            stem => stem,
        }
    }

    fn stem(&self, sort: Sort, title: &str, next: &Next) -> String {
        let lead = self.lead(sort, next);
        let stem = match (lead.as_str(), title) {
            ("", title) => title.to_string(),
            (lead, "") => lead.to_string(),
            (lead, title) => format!("{lead}{}{title}", self.joint),
        };
        match &self.tail {
            Some(tail) if !title.is_empty() => format!("{stem}{}{tail}", self.blank),
            _ => stem,
        }
    }

    fn lead(&self, sort: Sort, next: &Next) -> String {
        let id = next.id.as_deref().map(plain).unwrap_or_default();
        let is_bare = id.starts_with(|c: char| c.is_ascii_digit());
        match (&self.lead, next.number) {
            (Lead::Number(width), Some(number)) => format!("{number:0width$}"),
            (Lead::Counted(word), Some(number)) => format!("{word}{number}"),
            (Lead::Word(word) | Lead::Fixed(word), _) => word.clone(),
            // A bare number says nothing without its kind.
            (Lead::Id { .. }, _) if is_bare => format!("{}-{id}", sort.word()),
            (Lead::Id { is_small: false }, _) => id,
            (Lead::Id { is_small: true } | Lead::Number(_) | Lead::Counted(_), _) => {
                id.to_lowercase()
            }
            (Lead::None, _) => String::new(),
        }
    }
}

/// An id as a part of a file name.
fn plain(id: &str) -> String {
    let plain = id.chars().map(|c| {
        if c.is_alphanumeric() || c == '_' {
            c
        } else {
            '-'
        }
    });
    plain.collect::<String>().trim_matches('-').to_string()
}

/// The slug of a title, cut between words where it is long.
pub fn short(title: &str) -> String {
    let whole = slug(title);
    if whole.len() <= LONGEST {
        return whole;
    }
    let mut end = LONGEST;
    while !whole.is_char_boundary(end) {
        end -= 1;
    }
    let cut = whole[..end].rfind('-').filter(|at| *at > LONGEST / 2);
    whole[..cut.unwrap_or(end)].to_string()
}

/// The name of a folder, so that what lies in it is no template.
pub fn folder(path: String, sort: Sort, words: &Words) -> String {
    let name = way::name(&path);
    if !words.is_template(&format!("{name}/x.md")) {
        return path;
    }
    let word = sort.word();
    way::join(way::folder(&path), &format!("{word}-{name}-{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::model::kind::Kind;

    const STORY: Sort = Sort {
        kind: Kind::Story,
        is_week: false,
    };

    fn names(title: &str, id: Option<&str>) -> Vec<String> {
        let words = Words::new(&Config::default());
        let next = Next {
            id: id.map(str::to_string),
            number: None,
        };
        naming(STORY, &[], false, &words).names(STORY, title, &next, &words)
    }

    #[test]
    fn names_are_made_of_id_and_title() {
        assert_eq!(
            names("Search customers", Some("US-102"))[0],
            "us-102-search-customers.md"
        );
        assert_eq!(names("../../etc/passwd", None)[0], "etc-passwd.md");
        assert_eq!(names("???", Some("US-1"))[0], "us-1.md");
        assert_eq!(names("???", None)[0], "story.md");
        assert_eq!(names("CON", None)[0], "story-con.md");
        assert!(names(&"word ".repeat(100), None)[0].len() < 90);
    }

    #[test]
    fn no_name_is_that_of_a_template() {
        assert_eq!(
            names("Email template", None)[0],
            "story-email-template-story.md"
        );
        assert_eq!(
            names("Email template", Some("US-7"))[0],
            "us-7-email-template.md"
        );
    }
}
