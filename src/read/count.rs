//! A line that counts what is done of something: "32 of 37 stories complete (~86%)", "22/24 requirements met".

use crate::read::vocabulary::terms::{FINISHED, WORK};
use crate::text::similar::fold;

/// More words before the one for what is counted tell of something else.
const FAR: usize = 3;

/// Whether a line begins by counting parts of a plan and says that they are done.
pub fn is_count(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(rest) = pair(line) else { return false };
    let rest = rest.split(['(', ',', ';', '—', '–']).next().unwrap_or(rest);
    let folded = fold(rest);
    let mut words = folded.split(' ').take(FAR + 2);
    let is_work = |word: &str| WORK.contains(&word);
    let counted = words.by_ref().take(FAR).any(is_work);
    counted && words.next().is_some_and(|word| FINISHED.contains(&word)) && words.next().is_none()
}

/// Words with a count of parts of a plan in them: "Complete (6/6 stories done)".
pub fn counts_work(words: &str) -> bool {
    fold(words).split(' ').any(|word| WORK.contains(&word))
}

/// What stands behind two numbers: "3/4", "3 of 4", "3 out of 4".
fn pair(line: &str) -> Option<&str> {
    let rest = digits(line)?.trim_start();
    let gaps = ["/", "out of ", "of ", "von ", "de ", "sur "];
    let rest = gaps.iter().find_map(|gap| rest.strip_prefix(gap))?;
    digits(rest.trim_start())
}

/// What stands behind the digits that the words begin with.
fn digits(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < words.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_plan_are_counted() {
        for line in [
            "22/24 requirements complete (2 deferred)",
            "**32 of 37 stories complete (~86%)**",
            "3 out of 4 plans done",
            "2 von 3 Aufgaben erledigt",
        ] {
            assert!(is_count(line), "{line}");
        }
    }

    #[test]
    fn counts_stand_among_words() {
        assert!(counts_work("Partly (1 of 5 tasks done)") && !counts_work("Done (PR 2/3)"));
    }

    #[test]
    fn tests_and_steps_are_not() {
        for line in [
            "48/49 tests passing",
            "3 tasks complete",
            "75/100",
            "1/2 stories are told by people who are done",
            "2 of 3 tasks",
            "12/24 boxes complete",
        ] {
            assert!(!is_count(line), "{line}");
        }
    }
}
