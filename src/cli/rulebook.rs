//! The pages of all rules as one page of the guide.

use crate::cli::jump::jumps;
use crate::lint::rule::Rule;
use crate::lint::rules::RULES;

/// The whole page.
pub fn page() -> String {
    let mut out = String::from(
        "<!-- plansite: allow mojibake its page shows what it looks like -->\n\n\
         # Rules\n\n\
         What `check` looks for, rule by rule. This page is made by the program itself: `plansite explain RULE` prints \
         the same, and so do editors and code scanning that read SARIF. How much a rule weighs is set in \
         [`[lint]`](reference.md#lint); how findings reach pull requests and editors is told in \
         [In CI and in editors](ci-and-editors.md).\n\n\
         In an example, the documents come first and then what is found in them, each with its line. Where nothing \
         follows, nothing is found.\n\n",
    );
    out.push_str(&jumps(RULES.iter().map(|rule| rule.name())));
    for rule in RULES {
        out.push_str(&entry(*rule));
    }
    format!("{}\n", out.trim_end())
}

fn entry(rule: &dyn Rule) -> String {
    let (name, weight) = (rule.name(), rule.severity().word());
    format!(
        "## {name}\n\nLevel: {weight}.\n\n{}\n\n",
        lowered(body(rule))
    )
}

/// The page of a rule without its title.
pub fn body(rule: &dyn Rule) -> &'static str {
    let page = rule.page();
    page.split_once('\n').map_or("", |(_, body)| body).trim()
}

/// What a page says before its first example or its first heading: what is found, why it matters, what to do.
pub fn opening(rule: &dyn Rule) -> &'static str {
    let body = body(rule);
    let ends = ["\n```", "\n## "]
        .into_iter()
        .filter_map(|end| body.find(end));
    body[..ends.min().unwrap_or(body.len())].trim_end()
}

/// The same text with its headings one level lower; what stands in an example is left alone.
fn lowered(body: &str) -> String {
    let mut fence = "";
    let mut out = String::with_capacity(body.len() + 16);
    for line in body.lines() {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        if fence.is_empty() && line.starts_with('#') {
            out.push('#');
        } else if fence.is_empty() && ticks.len() > 2 {
            fence = ticks;
        } else if !fence.is_empty() && line.trim_end() == fence {
            fence = "";
        }
        out.push_str(line);
        out.push('\n');
    }
    out.trim_end().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rules;

    #[test]
    fn headings_are_lowered_and_examples_are_not() {
        let text = "One.\n\n## When\n\n````md a.md\n# A\n```x\n# B\n```\n````\n## Then";
        let wanted = "One.\n\n### When\n\n````md a.md\n# A\n```x\n# B\n```\n````\n### Then";
        assert_eq!(lowered(text), wanted);
    }

    #[test]
    fn a_page_opens_with_words() {
        let rule = rules::find("stale-tally").unwrap();
        let opening = opening(rule);
        assert!(opening.starts_with("A progress that a document declares"));
        assert!(
            !opening.contains("```") && !opening.contains('#'),
            "{opening}"
        );
        assert!(body(rule).starts_with(opening));
    }

    #[test]
    fn every_rule_has_its_entry() {
        let page = page();
        for rule in RULES {
            let wanted = format!("\n## {}\n\nLevel: ", rule.name());
            assert_eq!(page.matches(&wanted).count(), 1, "{wanted}");
        }
    }
}
