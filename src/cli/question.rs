//! Asks whoever sits at the terminal. There is no default: only a whole answer counts.

use std::io::{BufRead, Write};

use crate::cli::fault::Fault;

/// So many wrong answers are enough.
const TRIES: usize = 3;

/// Something to be chosen.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What is asked, and what the answers mean.
    pub words: &'a str,
    /// The word before the answer.
    pub name: &'a str,
    /// The answers.
    pub choices: &'a [&'a str],
}

/// Asks until there is an answer. An empty line is none, and asks again.
pub fn ask<'a>(
    question: &Question<'a>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<&'a str, Fault> {
    writeln!(out, "{}", question.words)?;
    let choices = question.choices.join(" or ");
    let mut wrong = 0;
    while wrong < TRIES {
        write!(out, "{} ({choices}): ", question.name)?;
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(out)?;
            break;
        }
        let answer = line.trim();
        if let Some(choice) = question.choices.iter().find(|choice| **choice == answer) {
            return Ok(choice);
        }
        if !answer.is_empty() {
            wrong += 1;
            writeln!(out, "That is none of them; write {choices}.")?;
        }
    }
    Err(Fault::Typed {
        message: format!("no answer to the question for the {}", question.name),
        help: format!(
            "nothing was written; it can be given with `--{} NAME`",
            question.name
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(typed: &str) -> (Result<&'static str, String>, String) {
        let question = Question {
            words: "Who is it for?",
            name: "audience",
            choices: &["internal", "public"],
        };
        let mut out = Vec::new();
        let answer = ask(&question, &mut typed.as_bytes(), &mut out);
        let answer = answer.map_err(|fault| fault.to_string());
        (answer, String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_whole_answer_counts() {
        let (answer, out) = answered(" public \n");
        assert_eq!(answer, Ok("public"));
        assert_eq!(out, "Who is it for?\naudience (internal or public): ");
    }

    #[test]
    fn an_empty_line_asks_again_and_is_not_wrong() {
        let (answer, out) = answered("\n\n\n\nx\ninternal\n");
        assert_eq!(answer, Ok("internal"));
        assert_eq!(out.matches("audience (").count(), 6);
    }

    #[test]
    fn three_wrong_answers_are_enough() {
        let (answer, out) = answered("p\ny\nPublic\npublic\n");
        assert!(answer.is_err() && out.matches("none of them").count() == 3);
    }

    #[test]
    fn nobody_is_asked_for_ever() {
        let (answer, _) = answered("\n");
        let wanted = "no answer to the question for the audience";
        assert_eq!(answer, Err(wanted.to_string()));
    }
}
