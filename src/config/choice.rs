//! What may stand where `plansite.toml` asks for one of several words.

/// The choices of `sources.pages`.
pub(super) const PAGES: &[&str] = &["linked", "all", "items"];
/// What a word for a status may stand for.
pub(super) const STATUSES: &[&str] = &["planned", "active", "blocked", "done", "dropped"];
/// What a word for a field may stand for; `own` is a field of the author's own.
pub const FIELD_NAMES: &[&str] = &[
    "id",
    "title",
    "kind",
    "status",
    "priority",
    "rank",
    "start",
    "due",
    "span",
    "done",
    "owner",
    "estimate",
    "sprint",
    "labels",
    "part-of",
    "phase",
    "milestone",
    "feature",
    "story",
    "task",
    "depends-on",
    "blocked-by",
    "blocks",
    "became",
    "audience",
    "progress",
    "goal",
    "document",
    "own",
];
/// What may stand below a heading; `none` is nothing that its words alone say.
pub const TOPIC_NAMES: &[&str] = &[
    "criteria",
    "phases",
    "milestones",
    "features",
    "stories",
    "tasks",
    "sprints",
    "decisions",
    "blocked",
    "discovered",
    "outside",
    "aside",
    "none",
];
/// The choices of `progress.weight`.
pub(super) const WEIGHTS: &[&str] = &["count", "estimate"];
/// The choices of `audiences.NAME.progress`.
pub(super) const COUNTED: &[&str] = &["visible", "all"];
/// The levels of a rule.
pub(super) const LEVELS: &[&str] = &["deny", "warn", "allow"];
/// The choices of `site.twins`.
pub(super) const TWINS: &[&str] = &["md", "json"];
/// The choices of `site.forge`.
pub(super) const FORGES: &[&str] = &["github", "gitlab", "gitea", "bitbucket"];
