//! Who looks after an item, where a document names several at once.

/// Words that stand where somebody is still to be named.
const NOBODY: [&str; 14] = [
    "-",
    "--",
    "---",
    "–",
    "—",
    "?",
    "n/a",
    "na",
    "nobody",
    "none",
    "tba",
    "tbd",
    "unassigned",
    "unowned",
];

/// Between these words stand names.
const JOINTS: [&str; 5] = [" and ", " & ", " + ", " / ", " | "];

/// Those who are named: "@api-team, @web" are two.
pub fn owners(raw: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for part in raw.split([',', ';', '\n']).flat_map(apart) {
        let name = part.trim();
        let is_new = !found.iter().any(|other| other.eq_ignore_ascii_case(name));
        if !name.is_empty() && is_new && !is_nobody(name) {
            found.push(name);
        }
    }
    found
}

/// The words around the joints; `@api/@web` needs no blanks, for each is a handle.
fn apart(words: &str) -> Vec<&str> {
    if !words.contains([' ', '/']) {
        return vec![words];
    }
    let mut parts = vec![words];
    for joint in JOINTS {
        parts = parts.iter().flat_map(|part| part.split(joint)).collect();
    }
    let handles = |part: &str| part.trim().starts_with('@') && part.contains("/@");
    let parts = parts.into_iter().flat_map(|part| match handles(part) {
        true => part.split('/').collect::<Vec<_>>(),
        false => vec![part],
    });
    parts.collect()
}

fn is_nobody(name: &str) -> bool {
    let name = name.to_lowercase();
    NOBODY.contains(&name.trim_matches(['(', ')', '[', ']', '_', '*']).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_names_are_several_owners() {
        assert_eq!(owners("@api-team, @web"), ["@api-team", "@web"]);
        assert_eq!(owners("@a/@b and @c & @A"), ["@a", "@b", "@c"]);
        assert_eq!(owners("Design / Web; Legal"), ["Design", "Web", "Legal"]);
        assert_eq!(owners("R&D"), ["R&D"]);
        assert_eq!(owners("@acme/web"), ["@acme/web"]);
    }

    #[test]
    fn a_placeholder_is_nobody() {
        for raw in ["", "TBD", "(none)", "—", "Unassigned", " , "] {
            assert!(owners(raw).is_empty(), "{raw}");
        }
    }
}
