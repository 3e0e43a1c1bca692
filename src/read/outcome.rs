//! Columns that tell what came of work or of a decision; their words may be a state.

use crate::model::kind::Kind;
use crate::read::words::Words;
use crate::text::similar::fold;

/// Whether a column tells what came of the work.
pub fn is_outcome(head: &str) -> bool {
    matches!(
        fold(head).as_str(),
        "outcome" | "result" | "ergebnis" | "resultado" | "résultat" | "resultat" | "결과" | "结果"
    )
}

/// A verdict has at most as many words: a sentence may begin with any.
const LONGEST: usize = 6;

/// Whether what came of something is a state: of a decision few words that begin with one, of work one with a remark
/// behind it, "Done (first draft)".
pub fn is_state(cell: &str, kind: Kind, words: &Words) -> bool {
    if kind == Kind::Decision {
        return cell.split_whitespace().nth(LONGEST).is_none()
            && words.status(cell, kind).is_some();
    }
    let said = cell.split(['(', ';', ',', '.', ':', '—', '–']).next();
    words.status_alone(said.unwrap_or_default()).is_some()
}

/// Whether a column beside a decision tells why it was made or what became of it.
pub fn is_reason(head: &str) -> bool {
    matches!(
        fold(head).as_str(),
        "rationale"
            | "reason"
            | "reasoning"
            | "why"
            | "outcome"
            | "result"
            | "choice"
            | "position"
            | "alternatives"
            | "consequences"
            | "context"
            | "evidence"
            | "made by"
            | "decided by"
            | "begründung"
            | "motivo"
            | "razón"
            | "justificación"
            | "raison"
            | "理由"
            | "이유"
            | "근거"
            | "原因"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_state_with_a_remark_is_one_and_a_tale_is_none() {
        let words = Words::new(&Config::default());
        let is = |cell: &str| is_state(cell, Kind::Task, &words);
        assert!(is("Done (PR 41)") && is("Done; two are left") && is("Dropped"));
        assert!(!is("Open the door and see") && !is("First version done") && !is(""));
    }
}
