//! A sprint that was, in one line: "Sprint S8 (2026-03-06): committed 20 SP, delivered 13 SP".

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::label;
use crate::read::mention::{Mention, Raw};
use crate::read::words::Words;
use crate::syntax::outline::{Entry, List};
use crate::text::similar::fold;
use crate::text::slot::Form;

/// What figures of a sprint are called.
const FIGURES: [(FieldName, &[&str]); 3] = [
    (
        FieldName::Committed,
        &[
            "committed",
            "commitment",
            "planned",
            "selected",
            "engagé",
            "engagés",
            "comprometido",
            "comprometidos",
            "planificado",
            "planejado",
            "zugesagt",
            "geplant",
            "계획",
            "计划",
            "承诺",
        ],
    ),
    (
        FieldName::Completed,
        &[
            "delivered",
            "completed",
            "done",
            "finished",
            "livré",
            "livrés",
            "terminé",
            "entregado",
            "entregados",
            "completado",
            "entregue",
            "geliefert",
            "erledigt",
            "완료",
            "完成",
        ],
    ),
    (
        FieldName::Velocity,
        &[
            "velocity",
            "vélocité",
            "velocidad",
            "velocidade",
            "속도",
            "速度",
        ],
    ),
];

/// The sprints of a list, if all its entries are such lines.
pub fn sprints(list: &List, reader: &'static str, words: &Words) -> Vec<Mention> {
    let top = list.entries.iter().filter(|entry| entry.depth == 0);
    let read: Option<Vec<Mention>> = top.map(|entry| sprint(entry, reader, words)).collect();
    read.unwrap_or_default()
}

fn sprint(entry: &Entry, reader: &'static str, words: &Words) -> Option<Mention> {
    let text = &entry.text;
    let (head, told) = text.value.lines().next()?.split_once([':', '：'])?;
    let (name, time) = match head.trim().split_once(['(', '（']) {
        Some((name, time)) => (name.trim(), Some(time.trim_end_matches([')', '）', ' ']))),
        None => (head.trim(), None),
    };
    let label = label::label(name, words);
    let id = label
        .id
        .filter(|_| label.kind == Some(Kind::Sprint) && entry.checkbox.is_none())?;
    let part = |words: &str| Raw::within(text, words, Form::Entry);
    let mut mention = Mention::new(reader, Role::Row, Kind::Sprint, part(name), text.span);
    mention.id = Some(part(&id));
    let figures: Vec<(FieldName, &str)> = told
        .split([',', ';', '，', '、'])
        .filter_map(figure)
        .collect();
    let has_work = figures.iter().any(|(name, _)| *name != FieldName::Velocity);
    for (name, figure) in figures {
        mention.values.push((name, part(figure)));
    }
    mention
        .values
        .extend(time.map(|time| (FieldName::Span, part(time))));
    has_work.then_some(mention)
}

/// "committed 20 SP", "13 delivered": which figure it is, and the figure as written.
fn figure(part: &str) -> Option<(FieldName, &str)> {
    let folded = fold(part);
    let is_told = |names: &[&str]| folded.split(' ').any(|word| names.contains(&word));
    let (name, _) = FIGURES.iter().find(|(_, names)| is_told(names))?;
    let from = part.find(|c: char| c.is_ascii_digit())?;
    let rest = &part[from..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .unwrap_or(rest.len());
    Some((*name, &rest[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_names() {
        assert_eq!(
            figure(" committed 20 SP"),
            Some((FieldName::Committed, "20"))
        );
        assert_eq!(figure(" 13 delivered"), Some((FieldName::Completed, "13")));
        assert_eq!((figure(" focus 0.15"), figure(" delivered")), (None, None));
    }
}
