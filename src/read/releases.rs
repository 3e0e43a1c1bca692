//! Notes on releases: chapters named by versions, the newest first, as no plan has them.

use std::cmp::Ordering;

use crate::syntax::outline::{Outline, Section, Shape};

/// Fewer versions show no order.
const LEAST: usize = 3;

/// Whether a document tells of releases, the newest first. What is still to be ticked off is a plan.
pub fn is_told(outline: &Outline) -> bool {
    let found = |section: &Section| version(&section.heading.value).map(|_| section.level);
    let Some(level) = outline.sections.iter().find_map(found) else {
        return false;
    };
    let beside = outline.sections.iter().filter(|one| one.level == level);
    let beside: Vec<_> = beside.map(|one| version(&one.heading.value)).collect();
    let versions: Vec<&Vec<u64>> = beside.iter().flatten().collect();
    let falls = |pair: &[&Vec<u64>]| pair[0].cmp(pair[1]) == Ordering::Greater;
    // An older series may still get a release, and parts of one thing count apart.
    let falling = versions.windows(2).filter(|pair| falls(pair)).count();
    versions.len() >= LEAST
        && versions.len() * 3 >= beside.len() * 2
        && falling * 4 >= (versions.len() - 1) * 3
        && !has_open_box(outline)
}

fn has_open_box(outline: &Outline) -> bool {
    outline.blocks.iter().any(|block| match &block.shape {
        Shape::List(list) => list
            .entries
            .iter()
            .any(|entry| entry.checkbox.is_some_and(|tick| !tick.done())),
        _ => false,
    })
}

/// The version in the first words of a heading: "2.14.2 (May)", "Version 1.0", "[v0.3.1] Oak".
fn version(heading: &str) -> Option<Vec<u64>> {
    heading.split_whitespace().take(3).find_map(|word| {
        let word = word.trim_matches(['[', ']', '(', ')', ':', ',', '*', '`']);
        let word = word.trim_start_matches(['v', 'V']);
        let numbers: Option<Vec<u64>> = word.split('.').map(|part| part.parse().ok()).collect();
        numbers.filter(|numbers| numbers.len() > 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::outline;
    use crate::text::file::SourceFile;

    fn told(text: &str) -> bool {
        is_told(&outline(&SourceFile::new(
            "oak.md",
            text.as_bytes().to_vec(),
        )))
    }

    #[test]
    fn the_newest_release_stands_first() {
        assert!(told("# Oak\n\n## 2.1\n\n- x\n\n## 2.0\n\n## 1.9.1\n"));
        assert!(told(
            "# Version 0.3 (soon)\n\n# Version 0.2\n\n# Version 0.1\n"
        ));
        assert!(told(
            "## oak [v0.3.0] - May\n\n## oak [v0.2.1]\n\n## oak [v0.2.0]\n"
        ));
    }

    #[test]
    fn plans_go_on() {
        assert!(!told("## v1.0\n\n## v1.1\n\n## v1.2\n\n## v2.0\n"));
        assert!(!told("## 1.2\n\n## 1.1\n"));
        assert!(!told("## 1.3\n\n- [ ] x\n\n## 1.2\n\n## 1.1\n"));
        assert!(!told("## 1.3\n\n## 1.2\n\n## 1.1\n\n## Oak\n\n## Elm\n"));
        assert!(!told("# Oak\n\n## Elm\n"));
    }
}
