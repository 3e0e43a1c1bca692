//! Links in markdown to headings of the same page.

/// One line of links to these headings.
pub fn jumps<'a>(headings: impl Iterator<Item = &'a str>) -> String {
    let links: Vec<String> = headings.map(jump).collect();
    format!("{}\n\n", links.join(" · "))
}

fn jump(heading: &str) -> String {
    let stays = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let anchor: String = heading.chars().filter(stays).collect();
    format!("[{heading}](#{})", anchor.to_lowercase().replace(' ', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_markdown() {
        assert_eq!(jumps(["a", "B c"].into_iter()), "[a](#a) · [B c](#b-c)\n\n");
        assert_eq!(jump("kinds.KIND"), "[kinds.KIND](#kindskind)");
    }
}
