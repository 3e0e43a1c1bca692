//! The keys of `[theme]` and `[[views]]`: how a site looks, and what it shows beside its own pages.

use crate::config::key::{Key, Table, Value};

/// The look.
pub(super) const THEME: Table = Table {
    name: "theme",
    about: "Colours, logo and fonts, over those of the theme. Paths begin in the folder of this file. \
            [Themes](themes.md) tells more.",
    example: "theme",
    keys: &[
        Key {
            name: "accent",
            value: Value::Colour,
            default: "that of the theme",
            meaning: "The colour of links and of what is marked.",
            example: "accent = \"#7a1fa2\"",
        },
        Key {
            name: "accent-dark",
            value: Value::Colour,
            default: "the same, as light as it must be",
            meaning: "The same on dark paper.",
            example: "accent-dark = \"#d9a6f2\"",
        },
        Key {
            name: "paper",
            value: Value::Colour,
            default: "that of the theme",
            meaning: "The colour of the ground; what lies on it and its lines follow from it.",
            example: "paper = \"#fffdf7\"",
        },
        Key {
            name: "paper-dark",
            value: Value::Colour,
            default: "that of the theme",
            meaning: "The same by night.",
            example: "paper-dark = \"#14110d\"",
        },
        Key {
            name: "ink",
            value: Value::Colour,
            default: "that of the theme",
            meaning: "The colour of words; the fainter ones follow from it.",
            example: "ink = \"#1c1917\"",
        },
        Key {
            name: "ink-dark",
            value: Value::Colour,
            default: "that of the theme",
            meaning: "The same by night.",
            example: "ink-dark = \"#f0ece4\"",
        },
        Key {
            name: "radius",
            value: Value::Amount,
            default: "that of the theme",
            meaning: "How round corners are, in pixels; `0` is not at all.",
            example: "radius = 2",
        },
        Key {
            name: "logo",
            value: Value::Path,
            default: "the sign of plansite",
            meaning: "A picture that stands before the name of the plan.",
            example: "logo = \"brand/logo.svg\"",
        },
        Key {
            name: "logo-alt",
            value: Value::Text,
            default: "nothing, for the name stands beside it",
            meaning: "The words for those who do not see the logo.",
            example: "logo-alt = \"Acme\"",
        },
        Key {
            name: "favicon",
            value: Value::Path,
            default: "the sign of plansite",
            meaning: "The picture that browsers show in a tab: `.svg`, `.png` or `.ico`.",
            example: "favicon = \"brand/icon.svg\"",
        },
        Key {
            name: "font-sans",
            value: Value::Texts,
            default: "that of the system",
            meaning: "Fonts for words: files that are copied to the site, or names.",
            example: "font-sans = [\"brand/inter-variable.woff2\"]",
        },
        Key {
            name: "font-mono",
            value: Value::Texts,
            default: "that of the system",
            meaning: "Fonts for ids, paths and code.",
            example: "font-mono = [\"JetBrains Mono\"]",
        },
        Key {
            name: "css",
            value: Value::Path,
            default: "none",
            meaning: "A style sheet that comes after all others.",
            example: "css = \"brand/plan.css\"",
        },
    ],
};

/// Views.
pub(super) const VIEWS: Table = Table {
    name: "[views]",
    about: "Views of your own, each with a page. [Views](views.md) tells how to write a filter.",
    example: "[views]",
    keys: &[
        Key {
            name: "name",
            value: Value::Text,
            default: "the words of the filter",
            meaning: "What the view is called.",
            example: "name = \"Waiting for legal\"",
        },
        Key {
            name: "description",
            value: Value::Text,
            default: "nothing",
            meaning: "A sentence that says what it is for.",
            example: "description = \"What legal is asked for, the most urgent first.\"",
        },
        Key {
            name: "filter",
            value: Value::Text,
            default: "all items",
            meaning: "Which items it shows.",
            example: "filter = \"status is blocked and label is legal\"",
        },
        Key {
            name: "columns",
            value: Value::Texts,
            default: "id, title, status, owner, due",
            meaning: "The fields that it shows, at most twelve.",
            example: "columns = [\"id\", \"title\", \"owner\", \"since\"]",
        },
        Key {
            name: "sort",
            value: Value::Texts,
            default: "the order of the documents",
            meaning: "The fields that it is sorted by; `due descending` is the latest first.",
            example: "sort = [\"priority\", \"due\"]",
        },
        Key {
            name: "group",
            value: Value::Text,
            default: "no groups",
            meaning: "The field that it is grouped by.",
            example: "group = \"milestone\"",
        },
        Key {
            name: "audience",
            value: Value::Texts,
            default: "those who see all",
            meaning: "The audiences that have it on their site, too. They see only the items that are open to them.",
            example: "audience = [\"public\"]",
        },
    ],
};
