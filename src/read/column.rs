//! The columns of a table: what each says, and of which kind the rows are.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::outcome::{is_outcome, is_reason};
use crate::read::words::Words;
use crate::syntax::outline::Text;
use crate::text::similar::fold;

/// The meaning of one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// It names the item.
    Title,
    /// It holds its id.
    Id,
    /// It counts the rows.
    Count,
    /// It says what became of a decision.
    Outcome,
    /// It states something of the item.
    States(FieldName),
    /// It is kept under its own name.
    Own,
}

/// Words over a column that names things without saying what they are.
pub const ITEMS: &[&str] = &[
    "item",
    "work item",
    "title",
    "name",
    "summary",
    "description",
    "what",
    "topic",
    "work",
    "titel",
    "titulo",
    "título",
    "titre",
    "제목",
    "标题",
    "descripción",
    "descrição",
    "beschreibung",
    "tätigkeit",
    "was",
    "qué",
    "o que",
    "항목",
    "작업 항목",
    "작업 내용",
    "事项",
    "工作内容",
    "任务描述",
    "任务内容",
    "描述",
    "項目",
    "工作內容",
    "описание",
    "опис",
    "opis",
    "açıklama",
    "nội dung",
    "mô tả",
    "deskripsi",
];

/// What one column says.
pub fn column(
    at: usize,
    head: &str,
    kind: Option<Kind>,
    subject: Option<usize>,
    title: Option<usize>,
    words: &Words,
) -> Column {
    if Some(at) == title {
        return Column::Title;
    }
    match (kind, words.field(head)) {
        (Some(_), _) if Some(at) == subject => Column::Id,
        (_, Some(FieldName::Id)) if is_count(head) => Column::Count,
        (_, Some(FieldName::Id)) => Column::Id,
        (_, _) if matches!(fold(head).as_str(), "item" | "work item") => Column::Id,
        (Some(Kind::Sprint), _) => Column::States(FieldName::Sprint),
        (Some(Kind::Blocker), _) => Column::States(FieldName::BlockedBy),
        (Some(kind), _) if kind.level().is_some() => Column::States(FieldName::Parent(Some(kind))),
        (_, Some(FieldName::Title | FieldName::Kind | FieldName::Goal)) => Column::Own,
        (_, Some(name)) => Column::States(name),
        _ => Column::Own,
    }
}

/// The column whose kind the rows are: the one lowest in the plan. A kind behind the title, or a phase behind a column
/// of other things, is what a row belongs to.
pub fn subject(
    kinds: &[Option<Kind>],
    titled: Option<usize>,
    head: &[Text],
    words: &Words,
) -> Option<usize> {
    let level = |kind: Kind| kind.level().map_or(-1, i32::from);
    let names = |at: usize| {
        let name = head[at].value.as_str();
        !head[at].is_empty() && kinds[at].is_none() && words.field(name).is_none() && !is_date(name)
    };
    let holds = |kind: Kind| matches!(kind, Kind::Phase | Kind::Milestone | Kind::Sprint);
    let leads = |at: usize, kind: Kind| match titled {
        Some(titled) => at <= titled,
        None => !holds(kind) || !(0..at).any(names),
    };
    let tells = |name| {
        head.iter()
            .any(|cell| words.field(&cell.value) == Some(name))
    };
    // "ID | Priority | Sprint | Description": in which sprint.
    let is_described = head
        .iter()
        .any(|cell| ITEMS.contains(&fold(&cell.value).as_str()));
    let is_in_sprint = tells(FieldName::Id) && is_described;
    let far = kinds.first() == Some(&Some(Kind::Phase)) && tells(FieldName::Progress);
    kinds
        .iter()
        .enumerate()
        .filter_map(|(at, kind)| kind.map(|kind| (at, kind)))
        .filter(|(at, kind)| leads(*at, *kind))
        // A table of how far the phases are tells beside each which milestone it leads to.
        .filter(|(_, kind)| !(far && *kind == Kind::Milestone))
        .filter(|(_, kind)| !(is_in_sprint && *kind == Kind::Sprint))
        .max_by_key(|(at, kind)| (level(*kind), std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}

/// A count beside a column of ids is a rank; the last word on a decision is its state.
pub fn refined(mut columns: Vec<Column>, kind: Option<Kind>, head: &[Text]) -> Vec<Column> {
    let has_id = columns.contains(&Column::Id);
    let has_state = columns.contains(&Column::States(FieldName::Status));
    for (column, head) in columns.iter_mut().zip(head) {
        *column = match *column {
            Column::Count if has_id => Column::States(FieldName::Rank),
            Column::Own if is_date(&head.value) => match kind {
                Some(Kind::Milestone) => Column::States(FieldName::Due),
                Some(Kind::Sprint | Kind::Phase) => Column::States(FieldName::Span),
                _ => Column::Own,
            },
            Column::Own if kind == Some(Kind::Decision) && is_reason(&head.value) => {
                Column::Outcome
            }
            Column::Own if !has_state && kind.is_some() && is_outcome(&head.value) => {
                Column::Outcome
            }
            other => other,
        };
    }
    columns
}

/// Whether a column holds what comes of an item.
pub fn is_delivered(head: &str) -> bool {
    matches!(
        fold(head).as_str(),
        "deliverable"
            | "deliverables"
            | "entregable"
            | "entregables"
            | "entregável"
            | "entregáveis"
            | "livrable"
            | "livrables"
    )
}

/// Whether a column tells when.
fn is_date(head: &str) -> bool {
    matches!(
        fold(head).as_str(),
        "date"
            | "fecha"
            | "data"
            | "datum"
            | "дата"
            | "날짜"
            | "日期"
            | "日付"
            | "날짜 목표"
            | "목표 시점"
            | "시기"
            | "tarih"
            | "ngày"
            | "tanggal"
            | "wann"
            | "quand"
            | "cuándo"
            | "quando"
    )
}

/// Whether a column only counts its rows.
fn is_count(head: &str) -> bool {
    matches!(head.trim(), "#" | "№")
        || matches!(
            fold(head).as_str(),
            "no" | "nr" | "number" | "n" | "nº" | "序号" | "序號" | "번호" | "順番"
        )
}
