//! Every key of `plansite.toml`: the one list that reading, errors and the guide share.

use crate::config::appearance::{THEME, VIEWS};
use crate::config::choice::{
    COUNTED, FIELD_NAMES, FORGES, LEVELS, PAGES, STATUSES, TOPIC_NAMES, TWINS, WEIGHTS,
};
use crate::config::key::{Key, Table, Value};

/// Every table, in the order in which the guide tells of them.
pub const TABLES: [&Table; 12] = [
    &SITE, &THEME, &SOURCES, &KINDS, &STATUS, &FIELDS, &HEADINGS, &PROGRESS, &SPRINTS, &AUDIENCES,
    &VIEWS, &LINT,
];

/// Parts of the file that later stages will read; a file that holds them already is no error.
pub(super) const LATER: [&str; 2] = ["forecast", "imports"];

/// The site as a whole.
pub(super) const SITE: Table = Table {
    name: "site",
    about: "What the site is called, where it will stand and for whom it is.",
    example: "site",
    keys: &[
        Key {
            name: "title",
            value: Value::Text,
            default: "what the documents call the plan",
            meaning: "The name of the plan, on every page.",
            example: "title = \"Harbour\"",
        },
        Key {
            name: "base-url",
            value: Value::Address,
            default: "not known",
            meaning: "Where the site will stand: its whole address, or only its path. `404.html` needs the path; \
                      with the whole address, pages name their own address and there is a `sitemap.xml`.",
            example: "base-url = \"https://acme.example/plan\"",
        },
        Key {
            name: "language",
            value: Value::Text,
            default: "`\"en\"`",
            meaning: "The language of the documents, as a tag that browsers know.",
            example: "language = \"de\"",
        },
        Key {
            name: "timezone",
            value: Value::Text,
            default: "not known",
            meaning: "The zone in which a week begins. Accepted, and without effect yet.",
            example: "timezone = \"Europe/Oslo\"",
        },
        Key {
            name: "repository",
            value: Value::Address,
            default: "no links to sources",
            meaning: "The repository of the documents, for links to their lines and to the commit.",
            example: "repository = \"https://github.com/acme/harbour\"",
        },
        Key {
            name: "forge",
            value: Value::Choice(FORGES),
            default: "guessed by the name of its host",
            meaning: "Which kind of host the repository lies on: each has addresses of its own. `gitea` is Forgejo and \
                      Codeberg too.",
            example: "forge = \"gitlab\"",
        },
        Key {
            name: "editor",
            value: Value::Text,
            default: "the one that VISUAL or EDITOR names, if it can be opened",
            meaning: "The editor that lines are opened in from the preview: `vscode`, `vscodium`, `cursor`, `zed`, \
                      `idea`, `sublime`, `vim`, or an address with `{path}`, `{line}` and `{column}`.",
            example: "editor = \"zed\"",
        },
        Key {
            name: "audience",
            value: Value::Audience,
            default: "`\"internal\"`",
            meaning: "For whom the site is built if the command does not say it.",
            example: "audience = \"public\"",
        },
        Key {
            name: "theme",
            value: Value::Folder,
            default: "the built-in theme",
            meaning: "The folder of a theme that lies over the built-in one, from the folder of this file.",
            example: "theme = \"themes/ours\"",
        },
        Key {
            name: "twins",
            value: Value::Words(TWINS),
            default: "`[]`",
            meaning: "The page of each item for programs too, in markdown (`tasks/t-7.md`) or as JSON.",
            example: "twins = [\"md\", \"json\"]",
        },
        Key {
            name: "badges",
            value: Value::Flag,
            default: "`false`",
            meaning: "Small pictures of how far the plan and its milestones are, in the folder `badges`.",
            example: "badges = true",
        },
    ],
};

/// The documents.
pub(super) const SOURCES: Table = Table {
    name: "sources",
    about: "Which documents are read, and which of them have pages. Patterns are written as in `.gitignore`, from the \
            folder of this file.",
    example: "sources",
    keys: &[
        Key {
            name: "include",
            value: Value::Texts,
            default: "`[]`, which is all",
            meaning: "Reads only what one of these patterns fits. A folder stands for all in it; a hidden folder is \
                      read if it is named.",
            example: "include = [\"docs\", \"PROJECT_PLAN.md\"]",
        },
        Key {
            name: "exclude",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Leaves out what one of these patterns fits.",
            example: "exclude = [\"docs/archive\"]",
        },
        Key {
            name: "templates",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Parts of paths: documents with one of them in their path are templates, from which nothing is \
                      taken. What is called a template is one anyway.",
            example: "templates = [\"docs/blank\"]",
        },
        Key {
            name: "aside",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Takes nothing from what one of these patterns fits: reports, notes, examples. They stay \
                      documents, and can have pages.",
            example: "aside = [\"docs/reports\"]",
        },
        Key {
            name: "plans",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Reads what one of these patterns fits, whatever it looks like: also what would be taken for a \
                      template, a report or a guide.",
            example: "plans = [\"docs/summary.md\"]",
        },
        Key {
            name: "pages",
            value: Value::Choice(PAGES),
            default: "`\"linked\"`",
            meaning: "Which documents that are no items have pages: those that an item leads to, all, or none.",
            example: "pages = \"all\"",
        },
    ],
};

/// Words for kinds.
pub(super) const KINDS: Table = Table {
    name: "kinds.KIND",
    about: "Further words for a kind of item. `KIND` is `phase`, `milestone`, `feature`, `story`, `task`, `sprint`, \
            `decision` or `blocker`, or a name that teams have for one of them, such as `prd` or `epic`.",
    example: "kinds.feature",
    keys: &[
        Key {
            name: "folders",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Names of folders whose documents are of this kind.",
            example: "folders = [\"bets\"]",
        },
        Key {
            name: "paths",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Patterns: each document that fits is one item of this kind, whatever it says itself.",
            example: "paths = [\"docs/ideas/*.md\"]",
        },
        Key {
            name: "headings",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Words that say this kind in a heading.",
            example: "headings = [\"Bet\"]",
        },
        Key {
            name: "columns",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Headings of columns that hold titles of this kind.",
            example: "columns = [\"Bet\"]",
        },
        Key {
            name: "prefix",
            value: Value::Texts,
            default: "`[]`",
            meaning: "What the ids of this kind begin with.",
            example: "prefix = [\"BET-\"]",
        },
    ],
};

/// Words for statuses.
pub(super) const STATUS: Table = Table {
    name: "status",
    about: "Further words for a status. Pages show the word as it is written.",
    example: "status",
    keys: &[Key {
        name: "WORD",
        value: Value::Choice(STATUSES),
        default: "the built-in words",
        meaning: "What the word is taken for.",
        example: "\"In testing\" = \"active\"",
    }],
};

/// Words for fields.
pub(super) const FIELDS: Table = Table {
    name: "fields",
    about: "Further words for fields: keys, columns and headings of one word. `own` keeps what stands there as a field \
            of your own, also where the word is built in.",
    example: "fields",
    keys: &[Key {
        name: "WORD",
        value: Value::Choice(FIELD_NAMES),
        default: "the built-in words",
        meaning: "What the word is taken for. The name of a kind is the item of this kind that it is part of.",
        example: "\"Steward\" = \"owner\"",
    }],
};

/// Words for what stands below headings.
pub(super) const HEADINGS: Table = Table {
    name: "headings",
    about: "Further headings that say what stands below them. Below `aside` stands what is no part of the plan; \
            `none` takes a built-in meaning away.",
    example: "headings",
    keys: &[Key {
        name: "WORD",
        value: Value::Choice(TOPIC_NAMES),
        default: "the built-in headings",
        meaning: "What stands below it.",
        example: "\"Ready when\" = \"criteria\"",
    }],
};

/// Figures of progress.
pub(super) const PROGRESS: Table = Table {
    name: "progress",
    about: "How progress is counted.",
    example: "progress",
    keys: &[Key {
        name: "weight",
        value: Value::Choice(WEIGHTS),
        default: "`\"count\"`",
        meaning: "What one task counts: one, or its estimate. Accepted, and without effect yet.",
        example: "weight = \"estimate\"",
    }],
};

/// Sprints.
pub(super) const SPRINTS: Table = Table {
    name: "sprints",
    about: "What is known of sprints beforehand.",
    example: "sprints",
    keys: &[
        Key {
            name: "length",
            value: Value::Days,
            default: "not known",
            meaning: "How long one is. Accepted, and without effect yet.",
            example: "length = 14",
        },
        Key {
            name: "capacity",
            value: Value::Amount,
            default: "not known",
            meaning: "How much the team can take on in one. Accepted, and without effect yet.",
            example: "capacity = 20",
        },
    ],
};

/// Audiences.
pub(super) const AUDIENCES: Table = Table {
    name: "audiences.NAME",
    about: "What is open to an audience beside the items that name it. `public` is there without being described; \
            `internal` sees everything and cannot be.",
    example: "audiences.partners",
    keys: &[
        Key {
            name: "kinds",
            value: Value::Kinds,
            default: "`[]`",
            meaning: "Opens all items of these kinds.",
            example: "kinds = [\"milestone\"]",
        },
        Key {
            name: "labels",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Opens all items with one of these labels.",
            example: "labels = [\"roadmap\"]",
        },
        Key {
            name: "fields",
            value: Value::Texts,
            default: "`[]`",
            meaning: "Shows these fields of open items too: the owner, the labels, fields of your own.",
            example: "fields = [\"owner\"]",
        },
        Key {
            name: "sources",
            value: Value::Flag,
            default: "`false`",
            meaning: "Shows paths, links to sources, commits, and documents that are no items.",
            example: "sources = true",
        },
        Key {
            name: "progress",
            value: Value::Choice(COUNTED),
            default: "`\"visible\"`",
            meaning: "Whether figures count only what the audience sees, or hidden work too; the page says so.",
            example: "progress = \"all\"",
        },
    ],
};

/// Levels of rules.
pub(super) const LINT: Table = Table {
    name: "lint",
    about: "How much findings weigh: `deny` makes them errors, `warn` warnings, `allow` leaves them out.",
    example: "lint",
    keys: &[
        Key {
            name: "RULE",
            value: Value::Choice(LEVELS),
            default: "the level of the rule",
            meaning: "The level of this rule; `warnings` is all warnings together.",
            example: "stale-tally = \"deny\"",
        },
        Key {
            name: "baseline",
            value: Value::Text,
            default: "plansite-baseline.jsonl beside this file, if there is one",
            meaning: "The file of the findings that the team lives with for now; they are left out.",
            example: "baseline = \"docs/known.jsonl\"",
        },
    ],
};
