//! From the pieces of a question to the filter that they say.

use std::ops::Range;

use crate::query::condition::{Filter, Sign, Test, Value};
use crate::query::fault::Fault;
use crate::query::field::{Choice, Field, Known, Sort, chosen};
use crate::query::time::Time;
use crate::query::token::{Token, What, tokens};
use crate::text::similar::{fold, nearest};

/// Parentheses within parentheses.
const DEEPEST: usize = 20;

/// The filter that these words say; of no words, all items.
pub fn filter(text: &str) -> Result<Filter, Fault> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Ok(Filter::default());
    }
    let mut parser = Parser {
        text,
        tokens,
        at: 0,
        depth: 0,
    };
    let filter = parser.any()?;
    match parser.next() {
        None => Ok(filter),
        Some(token) => Err(Fault::new(
            format!("`{}` is not expected here", &text[token.range.clone()]),
            "join two conditions with `and` or `or`",
            token.range,
        )),
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

/// Words that stand together, as written.
struct Phrase {
    words: String,
    is_quoted: bool,
    range: Range<usize>,
}

impl Parser<'_> {
    fn any(&mut self) -> Result<Filter, Fault> {
        let mut parts = vec![self.all()?];
        while self.takes("or") {
            parts.push(self.all()?);
        }
        Ok(one_of(parts, Filter::Any))
    }

    fn all(&mut self) -> Result<Filter, Fault> {
        let mut parts = vec![self.part()?];
        while self.takes("and") {
            parts.push(self.part()?);
        }
        Ok(one_of(parts, Filter::All))
    }

    fn part(&mut self) -> Result<Filter, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let help = "write it with fewer parentheses";
            return Err(Fault::new("this filter is too deep", help, self.here()));
        }
        let part = if self.takes("not") {
            Filter::Not(Box::new(self.part()?))
        } else if self.takes_sign("(") {
            let inner = self.any()?;
            self.closes()?;
            inner
        } else {
            self.test()?
        };
        self.depth -= 1;
        Ok(part)
    }

    fn test(&mut self) -> Result<Filter, Fault> {
        let name = self.phrase(Self::ends_name).ok_or_else(|| {
            let help = "write the name of a field: `status is blocked`, `due < today`";
            Fault::new("a field is missing here", help, self.here())
        })?;
        let field = Field::named(&name.words);
        let Some((sign, is_not)) = self.sign() else {
            return bare(field, &name);
        };
        let (values, range) = self.values(&field, sign)?;
        let compares = !matches!(sign, Sign::Is | Sign::Contains);
        let is_ordered = |value: &Value| matches!(value, Value::Time(..) | Value::Number(..));
        if compares && !values.iter().all(is_ordered) {
            let help = "a date is `2026-12-01`, `today`, `today + 14 days`, `this week`";
            let message = "only dates and numbers come before and after one another";
            return Err(Fault::new(message, help, range));
        }
        let test = Filter::Test(Test {
            field,
            sign,
            values,
        });
        Ok(match is_not {
            true => Filter::Not(Box::new(test)),
            false => test,
        })
    }

    /// How it is compared, and whether it must not hold; nothing where a field stands alone.
    fn sign(&mut self) -> Option<(Sign, bool)> {
        const SIGNS: [(&str, Sign); 6] = [
            ("=", Sign::Is),
            ("!=", Sign::Is),
            ("<", Sign::Below),
            ("<=", Sign::UpTo),
            (">", Sign::Above),
            (">=", Sign::From),
        ];
        for (sign, means) in SIGNS {
            if self.takes_sign(sign) {
                return Some((means, sign == "!="));
            }
        }
        for (word, means) in [("before", Sign::Below), ("after", Sign::Above)] {
            if self.takes(word) {
                return Some((means, false));
            }
        }
        let is = self.takes("is");
        let is_not = self.takes("not");
        let contains = self.takes("contains");
        let is_in = !contains && self.takes("in");
        match (is || is_in, contains) {
            (_, true) => Some((Sign::Contains, is_not)),
            (true, _) => Some((Sign::Is, is_not)),
            _ => None,
        }
    }

    /// One value, or several in parentheses.
    fn values(&mut self, field: &Field, sign: Sign) -> Result<(Vec<Value>, Range<usize>), Fault> {
        let start = self.here().start;
        if !self.takes_sign("(") {
            let (value, range) = self.value(field, sign)?;
            return Ok((vec![value], range));
        }
        let mut values = Vec::new();
        loop {
            values.push(self.value(field, sign)?.0);
            if !self.takes_sign(",") {
                break;
            }
        }
        self.closes()?;
        Ok((values, start..self.here().start))
    }

    fn value(&mut self, field: &Field, sign: Sign) -> Result<(Value, Range<usize>), Fault> {
        let words = self.phrase(Self::ends_value).ok_or_else(|| {
            let help = format!("write what `{field}` is compared with");
            Fault::new("a value is missing here", help, self.here())
        })?;
        let range = words.range.clone();
        Ok((meant(field, sign, &words)?, range))
    }

    // Pieces.

    /// The words up to what ends them; where words are quoted, these alone.
    fn phrase(&mut self, ends: fn(&Self) -> bool) -> Option<Phrase> {
        let start = self.here().start;
        let mut end = start;
        let mut count = 0;
        while !ends(self) {
            let token = self.next()?;
            end = token.range.end;
            count += 1;
            if let (What::Quoted(words), 1) = (&token.what, count) {
                return Some(Phrase {
                    words: words.clone(),
                    is_quoted: true,
                    range: token.range,
                });
            }
        }
        (count > 0).then(|| Phrase {
            words: self.text[start..end].to_string(),
            is_quoted: false,
            range: start..end,
        })
    }

    fn ends_name(&self) -> bool {
        const WORDS: [&str; 5] = ["is", "in", "contains", "before", "after"];
        let is_sign = |token: &Token| matches!(token.what, What::Sign(_));
        let is_word = |token: &Token| WORDS.iter().any(|word| token.is_word(word));
        let negates = |token: &Token| {
            let behind = self.tokens.get(self.at + 1);
            token.is_word("not")
                && behind.is_some_and(|next| next.is_word("in") || next.is_word("contains"))
        };
        self.ends_value()
            || self
                .tokens
                .get(self.at)
                .is_some_and(|token| is_sign(token) || is_word(token) || negates(token))
    }

    fn ends_value(&self) -> bool {
        let Some(token) = self.tokens.get(self.at) else {
            return true;
        };
        let ends = token.is_word("and") || token.is_word("or");
        ends || matches!(token.what, What::Sign(_))
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += usize::from(token.is_some());
        token
    }

    fn takes(&mut self, word: &str) -> bool {
        self.takes_if(|token| token.is_word(word))
    }

    fn takes_sign(&mut self, sign: &str) -> bool {
        self.takes_if(|token| token.is_sign(sign))
    }

    fn takes_if(&mut self, is: impl Fn(&Token) -> bool) -> bool {
        let found = self.tokens.get(self.at).is_some_and(is);
        self.at += usize::from(found);
        found
    }

    fn closes(&mut self) -> Result<(), Fault> {
        if self.takes_sign(")") {
            return Ok(());
        }
        let help = "close it with `)`";
        Err(Fault::new("a parenthesis is not closed", help, self.here()))
    }

    /// Where the next piece stands, or the end of the text.
    fn here(&self) -> Range<usize> {
        let end = self.text.trim_end().len();
        let token = self.tokens.get(self.at);
        token.map_or(end..end, |token| token.range.clone())
    }
}

fn one_of(mut parts: Vec<Filter>, join: fn(Vec<Filter>) -> Filter) -> Filter {
    match parts.len() {
        1 => parts.remove(0),
        _ => join(parts),
    }
}

/// A field that stands alone: it holds, or something is stated there.
fn bare(field: Field, name: &Phrase) -> Result<Filter, Fault> {
    let test = |field, value| {
        Filter::Test(Test {
            field,
            sign: Sign::Is,
            values: vec![value],
        })
    };
    Ok(match (&field, field.sort()) {
        (_, Sort::Flag) => test(field, Value::Flag(true)),
        (Field::Known(Known::Done), _) => {
            let status = Field::Known(Known::Status);
            test(status, Value::Words("done".into()))
        }
        (Field::Own(_), _) if name.words.split_whitespace().count() > 3 => {
            let help = "compare a field with a value: `status is blocked`, `title contains search`";
            let message = format!("`{}` compares nothing", name.words);
            return Err(Fault::new(message, help, name.range.clone()));
        }
        _ => Filter::Not(Box::new(test(field, Value::Empty))),
    })
}

/// What a value means for a field.
fn meant(field: &Field, sign: Sign, value: &Phrase) -> Result<Value, Fault> {
    let words = value.words.as_str();
    if !value.is_quoted && (words.eq_ignore_ascii_case("empty")) {
        return Ok(Value::Empty);
    }
    let sort = field.sort();
    match sort {
        Sort::Words | Sort::Choice(_) if sign == Sign::Contains => Ok(Value::Words(fold(words))),
        Sort::Flag => flag(field, value),
        Sort::Day => day(field, value),
        Sort::Number => number(words).ok_or_else(|| {
            let help = "write it in digits: `progress < 50`";
            Fault::new(format!("`{field}` is a number"), help, value.range.clone())
        }),
        Sort::Choice(choices) => choice(field, choices, value),
        Sort::Words if value.is_quoted => Ok(Value::Words(fold(words))),
        Sort::Words => Ok(free(words)),
    }
}

/// Words of a field that may hold anything: a number and a time can be compared, and both are words as well.
fn free(words: &str) -> Value {
    match (number(words), Time::read(words)) {
        (Some(number), _) => number,
        (None, Some(time)) => Value::Time(time, fold(words)),
        _ => Value::Words(fold(words)),
    }
}

fn flag(field: &Field, value: &Phrase) -> Result<Value, Fault> {
    match value.words.to_lowercase().as_str() {
        "yes" | "true" => Ok(Value::Flag(true)),
        "no" | "false" => Ok(Value::Flag(false)),
        _ => Err(Fault::new(
            format!("`{field}` is `yes` or `no`"),
            format!("write `{field}` alone, or `not {field}`"),
            value.range.clone(),
        )),
    }
}

fn day(field: &Field, value: &Phrase) -> Result<Value, Fault> {
    let words = fold(&value.words);
    let time = Time::read(&value.words).map(|time| Value::Time(time, words));
    time.ok_or_else(|| {
        let help = "write `2026-12-01`, `today`, `today + 14 days`, `this week`, `next month` or `2026-Q4`";
        Fault::new(
            format!("`{}` is no time, and `{field}` is one", value.words),
            help,
            value.range.clone(),
        )
    })
}

fn number(words: &str) -> Option<Value> {
    let digits = words.strip_suffix('%').unwrap_or(words).trim();
    let number: f64 = digits.parse().ok()?;
    (number.is_finite() && digits.starts_with(|c: char| c.is_ascii_digit() || c == '-'))
        .then(|| Value::Number(number, fold(words)))
}

/// One of the known words; of a status also the author's own.
fn choice(field: &Field, choices: &[Choice], value: &Phrase) -> Result<Value, Fault> {
    if let Some(word) = chosen(choices, &value.words) {
        return Ok(Value::Words(word.to_string()));
    }
    let known = choices.iter().map(|(name, _)| *name);
    let is_status = *field == Field::Known(Known::Status);
    let near = nearest(&value.words, known.clone());
    if is_status && (value.is_quoted || near.is_none()) {
        return Ok(Value::Words(fold(&value.words)));
    }
    let fault = Fault::unknown(&field.to_string(), &value.words, known, value.range.clone());
    Err(match is_status {
        true => Fault {
            help: format!(
                "{} A status in your own words stands in quotation marks",
                fault.help
            ),
            ..fault
        },
        false => fault,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match filter(text) {
            Ok(filter) => panic!("{text}: {filter:?}"),
            Err(fault) => {
                let place = &text[fault.range.clone()];
                format!("[{place}] {} ({})", fault.message, fault.help)
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        assert_eq!(
            told("kind is taks"),
            "[taks] unknown kind `taks` (did you mean `task`?)"
        );
        assert!(
            told("status is bloked")
                .starts_with("[bloked] unknown status `bloked` (did you mean `blocked`?")
        );
        assert!(told("due < soon").starts_with("[soon] `soon` is no time, and `due` is one"));
        assert!(told("priority < high").starts_with("[high] only dates and numbers"));
        assert!(told("blocked is maybe").starts_with("[maybe] `blocked` is `yes` or `no`"));
        assert!(told("kind is task, status is done").starts_with("[,] `,` is not expected"));
        assert!(told("(kind is task").starts_with("[] a parenthesis is not closed"));
        assert!(told("kind is").starts_with("[] a value is missing"));
        assert!(told("and").starts_with("[and] a field is missing"));
        assert!(told("all the tasks of mine").starts_with("[all the tasks of mine]"));
        assert!(told("progress < much").starts_with("[much] `progress` is a number"));
    }

    #[test]
    fn no_question_is_too_deep() {
        let deep = format!("{}blocked{}", "(".repeat(5000), ")".repeat(5000));
        assert!(filter(&deep).is_err());
        let deep = format!("{}blocked", "not ".repeat(900));
        assert!(told(&deep).contains("too deep"));
        let flat = vec!["blocked"; 300].join(" or ");
        assert!(filter(&flat).is_ok());
    }

    #[test]
    fn a_year_is_a_number_where_words_are_free() {
        assert!(matches!(free("2026"), Value::Number(..)));
        assert!(matches!(free("2026-12-01"), Value::Time(..)));
        assert_eq!(free("M2"), Value::Words("m2".into()));
    }
}
