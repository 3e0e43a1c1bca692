//! What marks alerts and the boxes of tasks: a class, an icon and a word, never a colour alone.

use pulldown_cmark::BlockQuoteKind;

/// How an alert looks: the class of its note, its icon, its word.
pub(super) fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note hl-idle", "i i-info", "Note"),
        BlockQuoteKind::Tip => ("note hl-ok", "i i-ok", "Tip"),
        BlockQuoteKind::Important => ("note hl-unknown", "i i-flag", "Important"),
        BlockQuoteKind::Warning => ("note hl-warn", "i i-warn", "Warning"),
        BlockQuoteKind::Caution => ("note hl-bad", "i i-error", "Caution"),
    }
}

/// How the box of a task looks, by what stands in it: its icon and its word.
pub(super) fn mark(mark: char) -> (&'static str, &'static str) {
    match mark {
        'x' | 'X' | '✓' | '✔' | '✅' => ("i i-boxed", "Done"),
        '-' | '~' | '/' | '🔄' | '🚧' => ("i i-doing", "In progress"),
        '!' | '❗' | '⛔' => ("i i-blocked", "Blocked"),
        '>' => ("i i-left", "Dropped"),
        _ => ("i i-box", "Open"),
    }
}
