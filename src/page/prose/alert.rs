//! What marks alerts and the boxes of tasks: a class, an icon and a word, never a colour alone.

use pulldown_cmark::BlockQuoteKind;

use crate::theme::tongue::key;

/// How an alert looks: the class of its note, its icon, its word.
pub(super) fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note hl-idle", "i i-info", key("Note")),
        BlockQuoteKind::Tip => ("note hl-ok", "i i-ok", key("Tip")),
        BlockQuoteKind::Important => ("note hl-unknown", "i i-flag", key("Important")),
        BlockQuoteKind::Warning => ("note hl-warn", "i i-warn", key("Warning")),
        BlockQuoteKind::Caution => ("note hl-bad", "i i-error", key("Caution")),
    }
}

/// How the box of a task looks, by what stands in it: its icon and its word.
pub(super) fn mark(mark: char) -> (&'static str, &'static str) {
    match mark {
        'x' | 'X' | '✓' | '✔' | '✅' => ("i i-boxed", key("Done")),
        '-' | '~' | '/' | '🔄' | '🚧' => ("i i-doing", key("In progress")),
        '!' | '❗' | '⛔' => ("i i-blocked", key("Blocked")),
        '>' => ("i i-left", key("Dropped")),
        _ => ("i i-box", key("Open")),
    }
}
