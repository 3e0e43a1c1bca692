//! What the words over a column say of what stands in it.

use crate::model::kind::Kind;
use crate::text::similar::fold;

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

/// Words over a first column that in a roadmap names what the rows are.
pub const TERMS: &[(Kind, &[&str])] = &[
    (
        Kind::Milestone,
        &[
            "version",
            "release",
            "versión",
            "versão",
            "版本",
            "버전",
            "バージョン",
        ],
    ),
    (
        Kind::Phase,
        &[
            "quarter",
            "quartal",
            "trimestre",
            "half",
            "half year",
            "semester",
            "季度",
            "분기",
        ],
    ),
];

/// Whether a row sums up the others.
pub fn is_sum(name: &str) -> bool {
    const SUMS: [&str; 14] = [
        "total",
        "totals",
        "grand total",
        "overall",
        "sum",
        "subtotal",
        "average",
        "gesamt",
        "summe",
        "suma",
        "totale",
        "합계",
        "合计",
        "合計",
    ];
    SUMS.contains(&fold(name).as_str())
}

/// Whether a column only counts its rows.
pub fn is_count(head: &str) -> bool {
    matches!(head.trim(), "#" | "№")
        || matches!(
            fold(head).as_str(),
            "no" | "nr" | "number" | "n" | "nº" | "序号" | "序號" | "번호" | "順番"
        )
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
pub fn is_date(head: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_over_columns() {
        assert!(is_count("Nº") && is_count("序号") && !is_count("Id"));
        assert!(is_date("Fecha") && is_date("日付") && !is_date("Due"));
        assert!(is_delivered("Livrable") && !is_delivered("Tâche"));
        assert!(is_sum("Gesamt") && !is_sum("Gesamtplan"));
    }
}
