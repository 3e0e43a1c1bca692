//! The vocabulary: which words mean which kind, field, section and status. Most new conventions are new words.

use rustc_hash::FxHashMap as HashMap;

use crate::config::Config;
use crate::model::kind::Kind;
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::read::field::FieldName;
use crate::text::similar::fold;

/// What stands below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Acceptance or success criteria, outcomes.
    Criteria,
    /// Items of one kind ("Tasks", "User stories").
    Items(Kind),
    /// Tasks found during work.
    Discovered,
    /// What is blocked, and by what.
    Blocked,
    /// Decisions that are needed or were made.
    Decisions,
    /// The sprints that were.
    Sprints,
    /// What belongs to a sprint.
    Members,
    /// What a week did with items.
    Movement(Change),
    /// What comes from outside.
    Outside,
    /// What stands beside a plan and is no part of it: risks, examples, results of tests.
    Aside,
}

/// The vocabulary, built in and extended by the configuration.
#[derive(Debug)]
pub struct Words {
    fields: HashMap<String, FieldName>,
    kinds: HashMap<String, Kind>,
    folders: HashMap<String, Kind>,
    prefixes: HashMap<String, Kind>,
    topics: HashMap<String, Topic>,
    statuses: HashMap<String, Status>,
    templates: Vec<String>,
}

impl Words {
    /// The built-in vocabulary with what the configuration adds.
    pub fn new(config: &Config) -> Self {
        let mut words = Self {
            fields: table(FIELDS),
            kinds: table(KINDS),
            folders: table(FOLDERS),
            prefixes: table(PREFIXES),
            topics: topics(),
            statuses: table(STATUSES),
            templates: config
                .sources
                .templates
                .iter()
                .map(|name| name.to_lowercase())
                .collect(),
        };
        for (kind, extra) in &config.kinds {
            let all = |names: &[String]| {
                names
                    .iter()
                    .map(|name| (fold(name), *kind))
                    .collect::<Vec<_>>()
            };
            words.folders.extend(all(&extra.folders));
            words.kinds.extend(all(&extra.headings));
            words.kinds.extend(all(&extra.columns));
            words.prefixes.extend(
                extra
                    .prefix
                    .iter()
                    .map(|name| (name.trim_end_matches('-').to_lowercase(), *kind)),
            );
        }
        words.statuses.extend(
            config
                .status
                .iter()
                .map(|(word, status)| (fold(word), *status)),
        );
        words
    }

    /// What a key, a column or a one-word heading says.
    pub fn field(&self, name: &str) -> Option<FieldName> {
        let folded = fold(name);
        self.fields.get(&folded).copied().or_else(|| {
            if matches!(name.trim(), "#" | "№") {
                return Some(FieldName::Id);
            }
            let bare = fold(name.split(['(', '[']).next()?);
            (bare != folded)
                .then(|| self.fields.get(&bare).copied())
                .flatten()
        })
    }

    /// The kind that a word or a heading of a few words names, in the singular or the plural.
    pub fn kind(&self, name: &str) -> Option<Kind> {
        self.kinds.get(&fold(name)).copied()
    }

    /// The kind whose documents lie in a folder of this name.
    pub fn folder(&self, name: &str) -> Option<Kind> {
        self.folders.get(&fold(name)).copied()
    }

    /// The kind of an id by the letters before its number.
    pub fn prefix(&self, letters: &str) -> Option<Kind> {
        self.prefixes.get(&letters.to_lowercase()).copied()
    }

    /// What stands below a heading of these words.
    pub fn topic(&self, heading: &str) -> Option<Topic> {
        let folded = fold(heading);
        if let Some(topic) = self.topics.get(&folded) {
            return Some(*topic);
        }
        // "Features and Deliverables", "Open tasks", "Phase overview": one of the words at the ends names the kind.
        let words: Vec<&str> = folded
            .split(' ')
            .filter(|word| !FILLERS.contains(word))
            .collect();
        match words.as_slice() {
            [] => None,
            [one] => self
                .topics
                .get(*one)
                .copied()
                .or_else(|| self.kinds.get(*one).map(|kind| Topic::Items(*kind))),
            several => self.topics.get(&several.join(" ")).copied().or_else(|| {
                self.kinds
                    .get(&several.join(" "))
                    .map(|kind| Topic::Items(*kind))
            }),
        }
    }

    /// The state that written words mean, by their longest known beginning; a mark alone is a state too.
    pub fn status(&self, raw: &str, kind: Kind) -> Option<Status> {
        let line = raw.lines().next().unwrap_or_default();
        let folded = fold(line);
        if folded.is_empty() {
            return line.chars().find_map(mark);
        }
        let words: Vec<&str> = folded.split(' ').collect();
        let known = (1..=words.len().min(5))
            .rev()
            .find_map(|count| self.statuses.get(&words[..count].join(" ")));
        known.copied().map(|status| settled(status, &words, kind))
    }

    /// The state, where these words say nothing else.
    pub fn status_alone(&self, raw: &str) -> Option<Status> {
        let folded = fold(raw);
        if folded.is_empty() {
            raw.chars().find_map(mark)
        } else {
            self.statuses.get(&folded).copied()
        }
    }

    /// Whether a path is that of a template.
    pub fn is_template(&self, path: &str) -> bool {
        let path = path.to_lowercase();
        let mut parts: Vec<&str> = path.split('/').collect();
        let file = parts.pop().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let named = |name: &str| {
            let words: Vec<&str> = name
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            let is_template =
                |word: Option<&&str>| matches!(word, Some(&("template" | "templates")));
            // "Task 12: cache the email template" is no template; "0000-template" is.
            let is_numbered = name.contains(|c: char| matches!(c, '1'..='9'));
            words.contains(&"nnnn")
                || !is_numbered && (is_template(words.first()) || is_template(words.last()))
        };
        parts.iter().any(|folder| named(folder))
            || named(stem)
            || self
                .templates
                .iter()
                .any(|template| path.contains(template.as_str()))
    }
}

/// "Accepted" ends a decision and begins a feature.
fn settled(status: Status, words: &[&str], kind: Kind) -> Status {
    match words.first() {
        Some(&("accepted" | "approved" | "decided" | "agreed")) if kind == Kind::Decision => {
            Status::Done
        }
        _ => status,
    }
}

fn topics() -> HashMap<String, Topic> {
    let mut topics = table(TOPICS);
    topics.extend(table(&[(Topic::Aside, ASIDES)]));
    topics
}

fn table<T: Copy>(rows: &[(T, &[&str])]) -> HashMap<String, T> {
    rows.iter()
        .flat_map(|(meaning, words)| words.iter().map(|word| ((*word).to_string(), *meaning)))
        .collect()
}

/// Words behind "none" that do not change it: "None so far".
const AFTER_NONE: [&str; 12] = [
    "so",
    "yet",
    "at",
    "currently",
    "for",
    "identified",
    "known",
    "right",
    "planned",
    "open",
    "new",
    "this",
];

/// What a document may say there is none of: "No blockers". "No account" is an obstacle.
const ABSENT: [&str; 12] = [
    "blocker",
    "blockers",
    "impediments",
    "issues",
    "tasks",
    "items",
    "decisions",
    "dependencies",
    "changes",
    "risks",
    "stories",
    "entries",
];

/// Whether these words say that there is nothing.
pub fn is_none(raw: &str) -> bool {
    let head = raw.split('(').next().unwrap_or_default();
    let folded = fold(head);
    if folded.is_empty() {
        return raw.trim().is_empty() || !raw.contains(char::is_alphanumeric);
    }
    let words: Vec<&str> = folded.split(' ').collect();
    if let [first, second, ..] = words.as_slice()
        && match *first {
            "none" | "nothing" => words.len() == 2 || AFTER_NONE.contains(second),
            "no" => ABSENT.contains(second),
            _ => false,
        }
    {
        return true;
    }
    matches!(
        folded.as_str(),
        "none"
            | "nothing"
            | "n a"
            | "na"
            | "no"
            | "nil"
            | "null"
            | "tbd"
            | "tba"
            | "to be determined"
            | "to be decided"
            | "not applicable"
            | "not set"
            | "unassigned"
            | "nobody"
            | "keine"
            | "keiner"
            | "nichts"
            | "ninguno"
            | "ninguna"
            | "nada"
            | "aucun"
            | "aucune"
            | "rien"
            | "nenhum"
            | "nenhuma"
            | "없음"
            | "无"
            | "なし"
            | "无依赖"
    )
}

/// Whether these words wait to be replaced: `YYYY-MM-DD`, `[Name]`, `{{title}}`, `<owner>`, `todo|doing|done`.
pub fn is_placeholder(raw: &str) -> bool {
    let text = raw.trim().trim_matches(['*', '`', '"', '_']);
    let wraps = |open: char, close: char| {
        text.strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|inner| {
                inner.contains(char::is_alphabetic)
                    && !inner.contains([open, close])
                    && !inner.contains("://")
                    && !looks_like_id(inner)
            })
    };
    let choices = text.split('|').collect::<Vec<_>>();
    text.contains("YYYY")
        || is_all_gaps(text)
        || text.contains("{{")
        || text.contains("NNN")
        || wraps('[', ']')
        || wraps('<', '>')
        || wraps('{', '}')
        || (choices.len() >= 3
            && choices
                .iter()
                .all(|choice| !choice.trim().is_empty() && choice.trim().split(' ').count() <= 3))
}

/// `[Task]: [what blocks it]`: nothing stands outside the brackets.
fn is_all_gaps(text: &str) -> bool {
    let mut outside = String::new();
    let mut gaps = 0;
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('[') {
        let Some((inside, after)) = behind.split_once(']') else {
            return false;
        };
        let is_gap =
            inside.chars().filter(|c| c.is_alphabetic()).count() > 2 && !looks_like_id(inside);
        gaps += usize::from(is_gap);
        outside.push_str(before);
        if !is_gap {
            outside.push_str(inside);
        }
        rest = after;
    }
    outside.push_str(rest);
    gaps > 0 && !outside.contains(char::is_alphanumeric)
}

/// Whether the words are an id: letters, a number behind them, no blanks.
pub fn looks_like_id(text: &str) -> bool {
    let text = text.trim().trim_start_matches('#');
    let letters = text.chars().take_while(|c| c.is_alphabetic()).count();
    let rest: String = text.chars().skip(letters).collect();
    letters <= 12
        && rest.contains(|c: char| c.is_ascii_digit())
        && !rest.contains(char::is_whitespace)
        && rest
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))
}

/// The state that a mark means where no word stands beside it.
pub fn mark(c: char) -> Option<Status> {
    Some(match c {
        '✅' | '✓' | '✔' | '☑' | '🟢' | '🎉' | '🏁' => Status::Done,
        '🚧' | '🔄' | '⏳' | '🟡' | '🏗' | '🔵' | '▶' | '🔃' => Status::Active,
        '⬜' | '☐' | '❌' | '📋' | '🔲' | '⚪' | '🔜' | '📅' => Status::Planned,
        '⛔' | '🚫' | '🛑' | '🔒' => Status::Blocked,
        '🗑' => Status::Dropped,
        _ => return None,
    })
}

/// Words that say nothing about what a heading is over.
const FILLERS: &[&str] = &[
    "overview",
    "list",
    "table",
    "and",
    "the",
    "of",
    "our",
    "all",
    "open",
    "planned",
    "current",
    "official",
    "next",
    "upcoming",
    "deliverables",
    "summary",
    "status",
    "project",
    "key",
    "prioritised",
    "prioritized",
    "this",
    "for",
    "scope",
    "in",
    "index",
    "remaining",
    "related",
    "linked",
];

const FIELDS: &[(FieldName, &[&str])] = &[
    (
        FieldName::Id,
        &[
            "id",
            "key",
            "no",
            "nr",
            "number",
            "story id",
            "task id",
            "ticket",
            "ticket id",
            "milestone id",
            "prd id",
            "feature id",
            "epic id",
            "issue id",
            "item id",
            "decision id",
            "kennung",
            "identificador",
        ],
    ),
    (
        FieldName::Kind,
        &["kind", "type", "item type", "tipo", "typ"],
    ),
    (
        FieldName::Title,
        &[
            "title", "name", "titulo", "título", "titel", "titre", "제목", "标题", "名称",
        ],
    ),
    (
        FieldName::Status,
        &[
            "status",
            "state",
            "stage",
            "current status",
            "estado",
            "statut",
            "zustand",
            "stand",
            "situação",
            "상태",
            "状态",
            "project status",
            "implementation status",
        ],
    ),
    (
        FieldName::Priority,
        &[
            "priority",
            "prio",
            "prioridad",
            "prioridade",
            "priorität",
            "priorite",
            "priorité",
            "우선순위",
            "优先级",
            "importance",
            "moscow",
        ],
    ),
    (
        FieldName::Rank,
        &[
            "rank",
            "order",
            "ordinal",
            "sequence",
            "position",
            "orden",
            "ordem",
            "reihenfolge",
        ],
    ),
    (
        FieldName::Start,
        &[
            "start",
            "start date",
            "started",
            "starts",
            "begin",
            "begins",
            "from",
            "kick off",
            "inicio",
            "início",
            "beginn",
            "début",
        ],
    ),
    (
        FieldName::Due,
        &[
            "due",
            "due date",
            "due on",
            "deadline",
            "target",
            "target date",
            "end",
            "end date",
            "ends",
            "until",
            "expected",
            "expected date",
            "expected completion",
            "target release date",
            "release date",
            "eta",
            "delivery date",
            "planned for",
            "needed by",
            "fecha límite",
            "fecha limite",
            "fällig",
            "fälligkeit",
            "échéance",
            "echeance",
            "prazo",
            "vencimiento",
            "마감일",
            "截止日期",
            "date limite",
            "target completion",
        ],
    ),
    (
        FieldName::Span,
        &[
            "dates",
            "date range",
            "timeline",
            "period",
            "window",
            "timebox",
            "time box",
            "when",
            "duration dates",
            "sprint dates",
            "schedule",
            "zeitraum",
            "periodo",
            "período",
            "fechas",
            "dates prévues",
        ],
    ),
    (
        FieldName::Done,
        &[
            "done",
            "done on",
            "completed on",
            "completed date",
            "completion date",
            "finished",
            "finished on",
            "closed",
            "closed at",
            "completed at",
            "date completed",
            "shipped",
            "shipped on",
            "actual end",
            "fecha de cierre",
        ],
    ),
    (
        FieldName::Owner,
        &[
            "owner",
            "owners",
            "assignee",
            "assignees",
            "assigned to",
            "assigned",
            "responsible",
            "lead",
            "dri",
            "who",
            "author",
            "authors",
            "team",
            "point of contact",
            "responsable",
            "verantwortlich",
            "담당자",
            "负责人",
            "owner s",
            "owner s or team s",
            "product owner",
        ],
    ),
    (
        FieldName::Estimate,
        &[
            "estimate",
            "estimated",
            "estimation",
            "effort",
            "estimated effort",
            "points",
            "story points",
            "sp",
            "pts",
            "size",
            "est",
            "complexity",
            "estimated time",
            "duration",
            "aufwand",
            "esfuerzo",
            "esforço",
            "estimación",
            "tamaño",
        ],
    ),
    (
        FieldName::Sprint,
        &[
            "sprint",
            "iteration",
            "cycle",
            "in sprint",
            "planned sprint",
            "week",
        ],
    ),
    (
        FieldName::Labels,
        &[
            "labels",
            "label",
            "tags",
            "tag",
            "categories",
            "etiquetas",
            "schlagworte",
        ],
    ),
    (
        FieldName::Parent(None),
        &[
            "parent",
            "part of",
            "belongs to",
            "parent task",
            "parent task id",
            "parent id",
            "parent issue",
        ],
    ),
    (
        FieldName::Parent(Some(Kind::Phase)),
        &["phase", "roadmap phase", "fase"],
    ),
    (
        FieldName::Parent(Some(Kind::Milestone)),
        &[
            "milestone",
            "milestone id",
            "hito",
            "meilenstein",
            "jalon",
            "release",
            "target milestone",
        ],
    ),
    (
        FieldName::Parent(Some(Kind::Feature)),
        &[
            "prd",
            "epic",
            "epics",
            "feature",
            "spec",
            "related prd",
            "epic id",
            "epica",
            "épica",
            "prd id",
            "sub epic",
            "prd reference",
        ],
    ),
    (
        FieldName::Parent(Some(Kind::Story)),
        &[
            "story",
            "user story",
            "related story",
            "historia",
            "story id ref",
        ],
    ),
    (
        FieldName::DependsOn,
        &[
            "depends",
            "depends on",
            "dependencies",
            "dependency",
            "requires",
            "needs",
            "prerequisites",
            "prerequisite",
            "after",
            "predecessors",
            "predecessor",
            "depends upon",
            "dependencias",
            "abhängig von",
            "abhängigkeiten",
            "dépend de",
            "dépendances",
            "dependências",
            "depende de",
            "의존성",
            "依赖",
        ],
    ),
    (
        FieldName::BlockedBy,
        &[
            "blocked by",
            "blocker",
            "blockers",
            "waiting for",
            "waiting on",
            "waits for",
            "obstacle",
            "impediment",
            "held up by",
            "bloqueado por",
            "bloqué par",
            "blockiert durch",
            "blocked on",
        ],
    ),
    (
        FieldName::Blocks,
        &["blocks", "blocking", "unblocks", "holds up", "required by"],
    ),
    (
        FieldName::Became,
        &[
            "became",
            "split into",
            "replaced by",
            "superseded by",
            "moved to",
            "turned into",
        ],
    ),
    (FieldName::Audience, &["audience", "visibility"]),
    (
        FieldName::Aliases,
        &["aliases", "alias", "also known as", "former ids"],
    ),
    (
        FieldName::Progress,
        &[
            "progress",
            "completion",
            "tasks complete",
            "plans complete",
            "stories complete",
            "fortschritt",
            "progreso",
            "avancement",
            "진행률",
            "进度",
        ],
    ),
    (
        FieldName::Committed,
        &[
            "committed",
            "planned points",
            "commitment",
            "committed points",
            "planned pts",
            "selected",
            "planned sp",
            "comprometido",
        ],
    ),
    (
        FieldName::Completed,
        &[
            "completed",
            "delivered",
            "completed points",
            "completed pts",
            "done points",
            "delivered points",
            "completed sp",
            "entregado",
        ],
    ),
    (
        FieldName::Velocity,
        &[
            "velocity",
            "velocity actual",
            "actual velocity",
            "velocidad",
            "velocidade",
        ],
    ),
    (
        FieldName::Goal,
        &[
            "goal",
            "sprint goal",
            "objective",
            "focus",
            "theme",
            "aim",
            "objetivo",
            "ziel",
            "objectif",
            "목적",
        ],
    ),
    (
        FieldName::Document,
        &[
            "prd link",
            "link",
            "document",
            "doc",
            "plan doc",
            "spec link",
            "prd document",
            "details link",
            "story link",
            "url",
        ],
    ),
];

const KINDS: &[(Kind, &[&str])] = &[
    (
        Kind::Phase,
        &[
            "phase",
            "phases",
            "roadmap phase",
            "roadmap phases",
            "horizon",
            "horizons",
            "fase",
            "fases",
            "phasen",
            "단계",
            "阶段",
        ],
    ),
    (
        Kind::Milestone,
        &[
            "milestone",
            "milestones",
            "hito",
            "hitos",
            "meilenstein",
            "meilensteine",
            "jalon",
            "jalons",
            "marco",
            "marcos",
            "마일스톤",
            "里程碑",
        ],
    ),
    (
        Kind::Feature,
        &[
            "feature",
            "features",
            "prd",
            "prds",
            "epic",
            "epics",
            "spec",
            "specs",
            "proposal",
            "proposals",
            "rfc",
            "rfcs",
            "kep",
            "keps",
            "épica",
            "épicas",
            "epica",
            "epicas",
            "initiative",
            "initiatives",
            "capability",
            "capabilities",
            "product requirements document",
            "product requirements",
            "deliverable",
            "deliverables",
            "funktion",
            "funktionen",
            "funcionalidad",
            "funcionalidades",
            "fonctionnalité",
            "fonctionnalités",
        ],
    ),
    (
        Kind::Story,
        &[
            "story",
            "stories",
            "user story",
            "user stories",
            "us",
            "historia",
            "historias",
            "historia de usuario",
            "historias de usuario",
            "récit",
            "récits",
            "anwendergeschichte",
        ],
    ),
    (
        Kind::Task,
        &[
            "task",
            "tasks",
            "issue",
            "issues",
            "ticket",
            "tickets",
            "to do",
            "todo",
            "todos",
            "to dos",
            "work item",
            "work items",
            "subtask",
            "subtasks",
            "backlog",
            "backlog item",
            "backlog items",
            "tarea",
            "tareas",
            "tarefa",
            "tarefas",
            "aufgabe",
            "aufgaben",
            "tâche",
            "tâches",
            "bug",
            "bugs",
            "chore",
            "chores",
            "작업",
            "任务",
            "task list",
            "action items",
        ],
    ),
    (
        Kind::Sprint,
        &[
            "sprint",
            "sprints",
            "iteration",
            "iterations",
            "cycle",
            "cycles",
            "week",
            "weeks",
            "sprint history",
            "sprint log",
            "woche",
            "wochen",
            "semana",
            "semanas",
            "semaine",
            "semaines",
        ],
    ),
    (
        Kind::Decision,
        &[
            "decision",
            "decisions",
            "adr",
            "adrs",
            "decision record",
            "decision records",
            "architecture decision",
            "architecture decisions",
            "entscheidung",
            "entscheidungen",
            "decisión",
            "decisiones",
            "décision",
            "décisions",
        ],
    ),
    (
        Kind::Blocker,
        &[
            "blocker",
            "blockers",
            "impediment",
            "impediments",
            "obstacle",
            "obstacles",
            "bloqueo",
            "bloqueos",
        ],
    ),
];

const FOLDERS: &[(Kind, &[&str])] = &[
    (Kind::Phase, &["phases", "roadmap phases"]),
    (
        Kind::Milestone,
        &["milestones", "hitos", "meilensteine", "jalons"],
    ),
    (
        Kind::Feature,
        &[
            "prd",
            "prds",
            "features",
            "epics",
            "proposals",
            "rfcs",
            "rfc",
            "keps",
            "specs",
            "initiatives",
        ],
    ),
    (
        Kind::Story,
        &["user stories", "stories", "userstories", "us", "historias"],
    ),
    (
        Kind::Task,
        &["tasks", "issues", "tickets", "tareas", "aufgaben", "todos"],
    ),
    (
        Kind::Sprint,
        &["sprints", "iterations", "cycles", "weeks", "weekly"],
    ),
    (
        Kind::Decision,
        &["decisions", "adr", "adrs", "decision records"],
    ),
];

const PREFIXES: &[(Kind, &[&str])] = &[
    (Kind::Phase, &["phase", "ph"]),
    (Kind::Milestone, &["milestone", "ms", "m"]),
    (
        Kind::Feature,
        &["prd", "epic", "feat", "feature", "rfc", "kep", "e", "f"],
    ),
    (Kind::Story, &["us", "story", "st"]),
    (Kind::Task, &["task", "t", "issue", "tkt", "bug", "todo"]),
    (Kind::Sprint, &["sprint", "sp", "s"]),
    (Kind::Decision, &["adr", "dec", "decision", "d"]),
];

const TOPICS: &[(Topic, &[&str])] = &[
    (
        Topic::Criteria,
        &[
            "acceptance criteria",
            "acceptance",
            "success criteria",
            "success criterion",
            "exit criteria",
            "done when",
            "definition of done",
            "outcome",
            "outcomes",
            "expected outcome",
            "expected outcomes",
            "success metrics",
            "criteria",
            "criterios de aceptación",
            "criterios de aceptacion",
            "criterios de éxito",
            "critérios de aceitação",
            "critérios de sucesso",
            "critères d acceptation",
            "akzeptanzkriterien",
            "abnahmekriterien",
            "erfolgskriterien",
            "验收标准",
            "인수 조건",
        ],
    ),
    (
        Topic::Items(Kind::Task),
        &[
            "task breakdown",
            "implementation tasks",
            "tasks subtasks",
            "checklist of tasks",
            "work breakdown",
        ],
    ),
    (
        Topic::Discovered,
        &[
            "discovered tasks",
            "discovered",
            "discovered work",
            "discovered issues",
            "found on the way",
            "found along the way",
            "found during work",
            "unplanned work",
            "unplanned tasks",
            "emergent work",
            "tareas descubiertas",
        ],
    ),
    (
        Topic::Blocked,
        &[
            "blocked",
            "blocked tasks",
            "blocked items",
            "blocked work",
            "blockers",
            "blocker",
            "impediments",
            "current blockers",
            "waiting",
            "waiting for",
            "on hold",
            "bloqueados",
            "blockiert",
        ],
    ),
    (
        Topic::Decisions,
        &[
            "architecture decisions needed",
            "decisions needed",
            "decisions to make",
            "open decisions",
            "pending decisions",
            "decisions pending",
            "decision needed",
            "decisions required",
            "needed decisions",
            "decisiones pendientes",
            "offene entscheidungen",
        ],
    ),
    (
        Topic::Sprints,
        &[
            "sprint history",
            "sprint log",
            "sprints",
            "past sprints",
            "velocity",
            "velocity history",
            "iteration history",
            "iterations",
            "iteration log",
            "sprint velocity",
        ],
    ),
    (
        Topic::Members,
        &[
            "committed",
            "commitment",
            "members",
            "sprint backlog",
            "in this sprint",
            "sprint items",
            "sprint scope",
            "planned work",
            "selected",
        ],
    ),
    (
        Topic::Movement(Change::Entered),
        &[
            "entered",
            "entering",
            "enters",
            "in",
            "added",
            "new this week",
            "pulled in",
            "started this week",
            "entra",
            "entran",
            "neu",
        ],
    ),
    (
        Topic::Movement(Change::Left),
        &[
            "left",
            "leaving",
            "leaves",
            "exited",
            "out",
            "moved out",
            "removed",
            "dropped",
            "pushed out",
            "sale",
            "salen",
        ],
    ),
    (
        Topic::Movement(Change::Done),
        &[
            "done",
            "completed",
            "finished",
            "shipped",
            "done this week",
            "closed",
            "erledigt",
            "hecho",
            "terminé",
        ],
    ),
    (
        Topic::Movement(Change::Carried),
        &[
            "carried over",
            "carry over",
            "carried",
            "carryover",
            "spillover",
            "rolled over",
            "still open",
            "übertragen",
        ],
    ),
    (
        Topic::Outside,
        &[
            "external",
            "external dependencies",
            "outside",
            "third party",
            "vendors",
        ],
    ),
];

const ASIDES: &[&str] = &[
    "risk",
    "risks",
    "risks and mitigations",
    "risk register",
    "risk assessment",
    "example",
    "examples",
    "example workflow",
    "glossary",
    "metrics",
    "key metrics",
    "test results",
    "test report",
    "test coverage",
    "coverage",
    "changelog",
    "references",
    "appendix",
    "riesgos",
    "risiken",
    "risques",
    "riscos",
    "ejemplo",
    "beispiel",
    "exemple",
];

const STATUSES: &[(Status, &[&str])] = &[
    (
        Status::Planned,
        &[
            "planned",
            "not started",
            "to do",
            "todo",
            "pending",
            "proposed",
            "draft",
            "drafted",
            "backlog",
            "ready",
            "ready for dev",
            "ready for development",
            "open",
            "new",
            "planning",
            "scheduled",
            "approved",
            "accepted",
            "implementable",
            "provisional",
            "upcoming",
            "queued",
            "created",
            "idea",
            "future",
            "future backlog",
            "defined",
            "next",
            "not begun",
            "not yet started",
            "unstarted",
            "committed",
            "to be written",
            "to be done",
            "awaiting start",
            "needs triage",
            "recommended",
            "optional",
            "selected",
            "waiting to start",
            "pendiente",
            "por hacer",
            "planificado",
            "planeado",
            "pendente",
            "a fazer",
            "planejado",
            "à faire",
            "prévu",
            "en attente de démarrage",
            "geplant",
            "offen",
            "ausstehend",
            "예정",
            "대기",
            "시작 전",
            "计划中",
            "待办",
            "未开始",
            "em breve",
            "proposé",
            "unresolved",
            "future work",
            "decided",
            "agreed",
            "requested",
            "on the list",
        ],
    ),
    (
        Status::Active,
        &[
            "active",
            "in progress",
            "inprogress",
            "in work",
            "doing",
            "started",
            "wip",
            "work in progress",
            "ongoing",
            "underway",
            "under way",
            "in review",
            "review",
            "reviewing",
            "under review",
            "in testing",
            "testing",
            "in development",
            "developing",
            "in qa",
            "qa",
            "partial",
            "partially",
            "partially done",
            "partially complete",
            "partially implemented",
            "mostly done",
            "mostly complete",
            "nearly done",
            "current",
            "running",
            "implementing",
            "in flight",
            "in sprint",
            "researched",
            "en curso",
            "en progreso",
            "em andamento",
            "em progresso",
            "en cours",
            "in arbeit",
            "in bearbeitung",
            "laufend",
            "진행 중",
            "진행중",
            "进行中",
            "being reviewed",
            "being written",
            "awaiting review",
            "ready for review",
            "in implementation",
            "building",
            "begun",
            "code review",
        ],
    ),
    (
        Status::Blocked,
        &[
            "blocked",
            "on hold",
            "paused",
            "stuck",
            "waiting",
            "suspended",
            "halted",
            "stalled",
            "hold",
            "bloqueado",
            "bloqueada",
            "blockiert",
            "bloqué",
            "bloquée",
            "차단됨",
            "阻塞",
            "en espera",
            "awaiting",
            "impeded",
        ],
    ),
    (
        Status::Done,
        &[
            "done",
            "complete",
            "completed",
            "finished",
            "shipped",
            "released",
            "implemented",
            "merged",
            "verified",
            "closed",
            "resolved",
            "delivered",
            "deployed",
            "live",
            "fixed",
            "passed",
            "pass",
            "achieved",
            "met",
            "reached",
            "success",
            "fully implemented",
            "fully complete",
            "ready for release",
            "prod",
            "in production",
            "hecho",
            "completado",
            "completada",
            "terminado",
            "terminada",
            "concluído",
            "concluída",
            "feito",
            "terminé",
            "terminée",
            "fait",
            "fertig",
            "erledigt",
            "abgeschlossen",
            "완료",
            "已完成",
            "完成",
            "configurado",
            "finalizado",
            "livré",
            "signed off",
        ],
    ),
    (
        Status::Dropped,
        &[
            "dropped",
            "cancelled",
            "canceled",
            "won t do",
            "wont do",
            "won t fix",
            "wontfix",
            "superseded",
            "rejected",
            "withdrawn",
            "deferred",
            "split",
            "split into",
            "discarded",
            "abandoned",
            "obsolete",
            "deprecated",
            "skipped",
            "absorbed",
            "removed",
            "declined",
            "discontinued",
            "replaced",
            "duplicate",
            "expired",
            "returned for revision",
            "retired",
            "archived",
            "postponed",
            "descartado",
            "cancelado",
            "cancelada",
            "verworfen",
            "gestrichen",
            "annulé",
            "abandonné",
            "취소",
            "已取消",
            "not planned",
            "merged into",
            "parked",
            "closed as not planned",
        ],
    ),
];
