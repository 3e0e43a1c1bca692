//! Templates: rendered by name, strict about what is not there.

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

impl Templates {
    /// These templates, by file name; the first one that is broken is the fault.
    pub(super) fn new(files: impl Iterator<Item = (String, String)>) -> Result<Self, String> {
        let mut engine = Environment::new();
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        engine.set_auto_escape_callback(|_| AutoEscape::Html);
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build();
        engine.set_syntax(syntax.map_err(|fault| fault.to_string())?);
        engine.set_formatter(write);
        for (name, text) in files {
            let told = |fault: Error| told(&name, &fault);
            engine
                .add_template_owned(name.clone(), text)
                .map_err(told)?;
        }
        Ok(Self { engine })
    }

    /// A template with its values put in.
    pub(super) fn render(&self, name: &str, context: &impl Serialize) -> Result<String, String> {
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
        None => write!(out, "{}", escape(&value.to_string())),
    };
    written.map_err(Error::from)
}

/// What is wrong with a template, and where.
fn told(name: &str, fault: &Error) -> String {
    let file = fault.name().unwrap_or(name);
    let line = fault
        .line()
        .map_or(String::new(), |line| format!(":{line}"));
    let detail = fault
        .detail()
        .map_or_else(|| fault.kind().to_string(), str::to_string);
    format!("{file}{line}: {detail}")
}
