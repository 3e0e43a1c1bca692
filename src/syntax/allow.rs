//! `<!-- plansite: allow RULE REASON -->`, the one comment that is read, and `plansite-allow` in front matter.

use crate::model::allow::Allow;
use crate::model::reason::Reason;
use crate::syntax::outline::{Fault, Field, Outline};
use crate::syntax::scope::Scopes;
use crate::text::span::Span;
use crate::theme::tongue::key;

/// The key of front matter that speaks for the whole document.
const KEY: &str = "plansite-allow";
/// No name of a rule is longer.
const LONGEST: usize = 60;

/// Takes out of an outline what its document allows, and what of it cannot be understood. No reader sees the key.
pub fn take(text: &str, outline: &mut Outline) -> (Vec<Allow>, Vec<Fault>) {
    let mut taken = Taken::default();
    let whole = Span::new(0..text.len());
    for field in front(outline) {
        taken.field(&field, whole);
    }
    let mut scopes = Scopes::new(text, outline);
    for comment in &outline.comments {
        if let Some(words) = text.get(comment.range()).and_then(asked) {
            taken.comment(text, words, *comment, &mut scopes);
        }
    }
    (taken.allows, taken.faults)
}

fn front(outline: &mut Outline) -> Vec<Field> {
    let is_ours = |field: &mut Field| {
        let key = &field.key.value;
        key == KEY
            || key
                .strip_prefix(KEY)
                .is_some_and(|rest| rest.starts_with('.'))
    };
    outline.front.extract_if(.., is_ours).collect()
}

#[derive(Default)]
struct Taken {
    allows: Vec<Allow>,
    faults: Vec<Fault>,
}

impl Taken {
    /// `plansite-allow: rule reason`, a list of such, or rules as keys below it.
    fn field(&mut self, field: &Field, scope: Span) {
        let key = field.key.value.strip_prefix(KEY);
        if let Some(rule) = key.and_then(|rest| rest.strip_prefix('.')) {
            let words = format!("{rule} {}", field.value.value);
            return self.words(&words, None, field.key.span, scope);
        }
        for said in &field.entries {
            self.words(&said.value, None, said.span, scope);
        }
        if field.entries.is_empty() {
            self.words(&field.value.value, None, field.value.span, scope);
        }
    }

    /// The words of a comment that is for plansite.
    fn comment(&mut self, text: &str, words: &str, comment: Span, scopes: &mut Scopes<'_>) {
        let (verb, rest) = split_word(words);
        if verb != "allow" {
            let verb: String = verb.chars().take(LONGEST).collect();
            let message = Reason::new("`{word}` is nothing that a comment can ask of plansite")
                .words("word", &verb);
            return self.fault(message, comment);
        }
        let at = text[comment.range()].find(rest);
        let at = at.map(|at| comment.start as usize + at);
        self.words(rest, at, comment, scopes.of(comment));
    }

    /// `rule reason`, or `rule, rule: reason`; `at` is where the words begin, if each rule has a place of its own.
    fn words(&mut self, words: &str, at: Option<usize>, span: Span, scope: Span) {
        let mut rest = words.trim_start();
        let known = self.allows.len();
        loop {
            let (rule, behind) = rest.split_at(rest.find(|c| !is_of_name(c)).unwrap_or(rest.len()));
            if rule.is_empty() {
                break;
            }
            let start = at.map(|at| at + words.len() - rest.len());
            let span = start.map_or(span, |start| Span::new(start..start + rule.len()));
            let rule = rule[..rule.len().min(LONGEST)].to_string();
            self.allows.push(Allow { rule, span, scope });
            rest = behind.trim_start();
            match rest.strip_prefix(',') {
                Some(more) => rest = more.trim_start(),
                None => break,
            }
        }
        if self.allows.len() == known {
            self.fault(Reason::new("no rule is named that is to be allowed"), span);
        } else if !rest.contains(char::is_alphanumeric) {
            let rule = &self.allows[known].rule;
            let message = Reason::new("nobody says why `{rule}` is allowed").words("rule", rule);
            self.fault(message, span);
        }
    }

    fn fault(&mut self, message: Reason, span: Span) {
        self.faults.push(Fault {
            rule: "unclear-allow",
            message,
            span,
            help: key("write the rule and then the reason: `<!-- plansite: allow broken-link the page comes in May -->`"),
        });
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

fn split_word(words: &str) -> (&str, &str) {
    words.split_once(char::is_whitespace).unwrap_or((words, ""))
}

/// What a comment asks of plansite, if it does.
fn asked(comment: &str) -> Option<&str> {
    let inside = comment.trim().strip_prefix("<!--")?.trim_start();
    let (name, rest) = inside.split_at_checked("plansite".len())?;
    let rest = rest.trim_start().strip_prefix(':')?;
    let rest = rest.trim_end().strip_suffix("-->").unwrap_or(rest);
    name.eq_ignore_ascii_case("plansite").then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::file::SourceFile;

    fn taken(text: &str) -> (Vec<Allow>, Vec<Fault>) {
        let file = SourceFile::new("a.md", text.as_bytes().to_vec());
        take(text, &mut crate::syntax::outline(&file))
    }

    #[test]
    fn front_matter_speaks_for_the_document_and_no_reader_sees_it() {
        for front in [
            "plansite-allow: overdue it waits",
            "plansite-allow:\n  - overdue it waits",
            "plansite-allow:\n  overdue: it waits",
        ] {
            let text = format!("---\nid: a\n{front}\n---\n\n# A");
            let (allows, faults) = taken(&text);
            assert_eq!((allows.len(), faults.len()), (1, 0), "{front}");
            assert_eq!(
                (&*allows[0].rule, allows[0].scope),
                ("overdue", Span::new(0..text.len()))
            );
            let file = SourceFile::new("a.md", text.as_bytes().to_vec());
            let mut outline = crate::syntax::outline(&file);
            take(&text, &mut outline);
            assert_eq!(outline.front.len(), 1);
        }
    }

    #[test]
    fn several_rules_have_a_place_each() {
        let text = "# A\n\nx <!-- Plansite: allow overdue, broken-link: it waits -->\n";
        let (allows, faults) = taken(text);
        let names: Vec<&str> = allows
            .iter()
            .map(|allow| &text[allow.span.range()])
            .collect();
        assert_eq!((names, faults.len()), (vec!["overdue", "broken-link"], 0));
    }

    #[test]
    fn what_cannot_be_understood_is_told() {
        let told = |words: &str| {
            let (allows, faults) = taken(&format!("# A\n\nx <!-- plansite: {words} -->\n"));
            let said = faults.first().map(|fault| fault.message.to_string());
            (allows.len(), said.unwrap_or_default())
        };
        assert_eq!(
            told("allow"),
            (0, "no rule is named that is to be allowed".into())
        );
        assert_eq!(
            told("allow a"),
            (1, "nobody says why `a` is allowed".into())
        );
        assert_eq!(
            told("allow a, b --"),
            (2, "nobody says why `a` is allowed".into())
        );
        assert_eq!(told("alow a b").0, 0);
        assert!(told("alow a b").1.starts_with("`alow` is nothing"));
        for other in [
            "plansite is fine",
            "a plansite: allow a b",
            "plansites: allow a b",
            "é",
        ] {
            assert_eq!(
                taken(&format!("# A\n\nx <!-- {other} -->")),
                (vec![], vec![])
            );
        }
        assert_eq!(taken("# A\n\n`<!-- plansite: allow a b -->`\n").0, []);
    }
}
