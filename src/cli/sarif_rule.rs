//! The rules as SARIF lists them, each with its page as help.

use serde::Serialize;

use crate::cli::rulebook::{body, opening};
use crate::lint::rule::Rule;
use crate::lint::rules::RULES;
use crate::page::words::first_sentence;

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleJson {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Text {
    text: &'static str,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: &'static str,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// Every rule, in the order of their list.
pub fn rules() -> Vec<RuleJson> {
    RULES.iter().map(|rule| told(*rule)).collect()
}

/// The place of a rule in the list.
pub fn index(name: &str) -> Option<usize> {
    RULES.iter().position(|rule| rule.name() == name)
}

fn told(rule: &dyn Rule) -> RuleJson {
    let opening = opening(rule);
    let first = opening.split("\n\n").next().unwrap_or_default();
    RuleJson {
        id: rule.name(),
        short_description: Text {
            text: first_sentence(first).unwrap_or(first),
        },
        full_description: Text { text: first },
        help: Help {
            text: opening.replace('`', ""),
            markdown: body(rule),
        },
        default_configuration: Configuration {
            level: rule.severity().word(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_says_what_it_is_about() {
        for rule in rules() {
            assert!(rule.short_description.text.ends_with('.'), "{}", rule.id);
            assert!(!rule.help.text.contains('`'), "{}", rule.id);
            assert!(rule.help.markdown.contains("```"), "{}", rule.id);
            assert!(!rule.help.markdown.starts_with('#'), "{}", rule.id);
        }
        assert_eq!(index(RULES[1].name()), Some(1));
        assert_eq!(index("no-such-rule"), None);
    }
}
