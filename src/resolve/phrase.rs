//! The words of a reference: what stands round them, and those that lead outside or to all above.

use crate::text::similar::fold;

/// The words without quotes, brackets and number signs round them.
pub fn clean(text: &str) -> &str {
    let text = text
        .trim()
        .trim_end_matches('.')
        .trim_matches(['`', '"', '“', '”']);
    let text = text
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
        .unwrap_or(text);
    text.trim_start_matches('#').trim()
}

/// "owner/repo#12", "PR #5", "pull request 7": numbers of another place than the plan.
pub fn is_outside(text: &str) -> bool {
    let lower = text.to_lowercase();
    let behind = [
        "pr #",
        "pr-",
        "pull request",
        "pull/",
        "mr !",
        "merge request",
        "upstream #",
    ];
    let foreign = text.split_once('#').is_some_and(|(before, number)| {
        before.contains('/')
            && !before.contains(char::is_whitespace)
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !number.is_empty()
    });
    foreign
        || behind.iter().any(|word| lower.starts_with(word))
            && lower.contains(|c: char| c.is_ascii_digit())
}

/// "all above", "alle oben": the rows that stand before.
pub fn is_above(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "all above"
            | "all of the above"
            | "everything above"
            | "above"
            | "all previous"
            | "previous"
            | "all preceding"
            | "all tasks above"
            | "alle oben"
            | "todo lo anterior"
    )
}
