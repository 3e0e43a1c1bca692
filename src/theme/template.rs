//! Templates: rendered by name, strict about what is not there.

use std::borrow::Cow;
use std::fmt;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior};
use serde::Serialize;

use crate::theme::markup::escape;

/// The templates of a theme.
#[derive(Debug)]
pub(super) struct Templates {
    engine: Environment<'static>,
}

/// What is wrong with a template, and where.
#[derive(Debug)]
pub(super) struct Fault {
    /// The template.
    pub(super) file: String,
    line: Option<usize>,
    what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        write!(out, ": {}", self.what)
    }
}

impl Templates {
    /// These templates, by file name; the first one that is broken is the fault.
    pub(super) fn new<'a>(
        files: impl Iterator<Item = (&'a str, Cow<'a, str>)>,
    ) -> Result<Self, Fault> {
        let mut engine = Environment::new();
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        engine.set_auto_escape_callback(|_| AutoEscape::Html);
        engine.set_formatter(write);
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build();
        engine.set_syntax(syntax.map_err(|fault| told("", &fault))?);
        for (name, text) in files {
            engine
                .add_template_owned(name.to_string(), text.into_owned())
                .map_err(|fault| told(name, &fault))?;
        }
        Ok(Self { engine })
    }

    /// A template with its values put in.
    pub(super) fn render(&self, name: &str, context: &impl Serialize) -> Result<String, Fault> {
        let file = format!("{name}.html");
        let told = |fault: Error| told(&file, &fault);
        let template = self.engine.get_template(&file).map_err(told)?;
        template.render(Value::from(Serde(context))).map_err(told)
    }
}

/// Writes a value: finished HTML as it is, nothing for what is absent, everything else escaped.
fn write(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let written = match value.as_str() {
        Some(words) if value.is_safe() => out.write_str(words),
        Some(words) => out.write_str(&escape(words)),
        None if value.is_none() => Ok(()),
        None if value.is_undefined() => return Err(minijinja::ErrorKind::UndefinedError.into()),
        None => out.write_str(&escape(&value.to_string())),
    };
    written.map_err(Error::from)
}

/// The innermost template that is at fault: one is put into another.
fn told(name: &str, fault: &Error) -> Fault {
    let mut inner = fault;
    let mut cause = std::error::Error::source(fault);
    while let Some(deeper) = cause {
        if let Some(fault) = deeper.downcast_ref::<Error>() {
            inner = fault;
        }
        cause = deeper.source();
    }
    let what = inner
        .detail()
        .map_or_else(|| inner.kind().to_string(), str::to_string);
    Fault {
        file: inner.name().unwrap_or(name).to_string(),
        line: inner.line(),
        what,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::theme::markup::Markup;

    fn rendered(text: &str) -> Result<String, String> {
        let parts = (
            "parts.html",
            Cow::Borrowed("{% macro m(x) %}\n{{ x.gone }}\n{% endmacro %}"),
        );
        let files = [("page.html", Cow::Borrowed(text)), parts];
        let templates = Templates::new(files.into_iter()).map_err(|fault| fault.to_string())?;
        let context = BTreeMap::from([("words", "a < b/c"), ("none", "")]);
        let context = serde_context(&context, Markup::html("<b>x</b>".into()));
        templates
            .render("page", &context)
            .map_err(|fault| fault.to_string())
    }

    #[derive(Serialize)]
    struct Context<'a> {
        words: &'a BTreeMap<&'a str, &'a str>,
        done: Markup,
        absent: Option<u8>,
    }

    fn serde_context<'a>(words: &'a BTreeMap<&'a str, &'a str>, done: Markup) -> Context<'a> {
        Context {
            words,
            done,
            absent: None,
        }
    }

    #[test]
    fn words_are_escaped_and_markup_is_not() {
        let html = rendered("{{ words.words }}{{ done }}{{ absent }}").unwrap();
        assert_eq!(html, "a &lt; b/c<b>x</b>");
    }

    #[test]
    fn a_fault_names_file_and_line() {
        let fault = rendered("{{ done }}\n{{ tilte }}").unwrap_err();
        assert!(fault.starts_with("page.html:2: "), "{fault}");
        let fault = rendered("a\n{% if %}").unwrap_err();
        assert!(fault.starts_with("page.html:2: "), "{fault}");
        let call = "{% import \"parts.html\" as parts %}{{ parts.m(words) }}";
        let fault = rendered(call).unwrap_err();
        assert!(fault.starts_with("parts.html:2: "), "{fault}");
    }
}
