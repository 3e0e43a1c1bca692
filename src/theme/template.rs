//! Templates: rendered by name, strict about what is not there.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;

use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

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
    /// These templates, by file name, in a language; the first one that is broken is the fault.
    pub(super) fn new<'a>(
        files: impl Iterator<Item = (&'a str, Cow<'a, str>)>,
        tongue: Arc<Tongue>,
    ) -> Result<Self, Fault> {
        let mut engine = Environment::new();
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        // Without it a fault does not say which value is missing. It costs nothing while all goes well.
        engine.set_debug(true);
        engine.set_auto_escape_callback(|_| AutoEscape::Html);
        engine.set_formatter(write);
        // The engine's own filter also writes `/` as an entity.
        engine.add_filter("escape", escaped);
        engine.add_filter("e", escaped);
        engine.add_filter("say", move |words: &Value, parts: Kwargs| {
            said(&tongue, words, &parts)
        });
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
        None if value.is_undefined() => return Err(ErrorKind::UndefinedError.into()),
        None => out.write_str(&escape(&value.to_string())),
    };
    written.map_err(Error::from)
}

/// The filter that escapes by hand.
fn escaped(value: &Value) -> Value {
    if value.is_safe() {
        return value.clone();
    }
    let words = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_string);
    Value::from_safe_string(Markup::text(&words).as_str().to_string())
}

/// The filter that says words in the language of the pages; holes are filled by its arguments.
fn said(tongue: &Tongue, words: &Value, parts: &Kwargs) -> Result<Value, Error> {
    let Some(text) = words.as_str() else {
        return Ok(words.clone());
    };
    let mut holes = Vec::new();
    for name in parts.args() {
        let value: Value = parts.get(name)?;
        holes.push((name, Markup::html(escaped(&value).to_string())));
    }
    if holes.is_empty() {
        return Ok(match tongue.say(text) {
            Cow::Borrowed(said) if said == text => words.clone(),
            said => Value::from(said.into_owned()),
        });
    }
    let holes: Vec<(&str, &Markup)> = holes.iter().map(|(name, value)| (*name, value)).collect();
    let said = tongue.mark(text, &holes);
    Ok(Value::from_safe_string(said.as_str().to_string()))
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
    let file = inner.name().unwrap_or(name).to_string();
    let mut what = what(inner);
    if file != name {
        what.push_str(&format!(", while rendering `{name}`"));
    }
    Fault {
        file,
        line: inner.line(),
        what,
    }
}

fn what(fault: &Error) -> String {
    let kind = fault.kind();
    match fault.detail() {
        Some(detail) if kind == ErrorKind::UndefinedError => {
            match detail.strip_suffix(" is undefined") {
                Some(value) => format!("undefined value {value}"),
                None => detail.to_string(),
            }
        }
        Some(detail) => format!("{kind}: {detail}"),
        None => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Page {
        title: &'static str,
        lead: Option<Markup>,
        rows: Vec<Row>,
    }

    #[derive(Serialize)]
    struct Row {
        status: Markup,
        of: u32,
    }

    fn page() -> Page {
        let status = Markup::html("<b>Done</b>".into());
        Page {
            title: "R&D </title> 'a/b'",
            lead: None,
            rows: vec![Row { status, of: 5 }],
        }
    }

    fn rendered(files: &[(&str, &str)]) -> String {
        let files = files
            .iter()
            .map(|(name, text)| (*name, Cow::Borrowed(*text)));
        let rendered = Templates::new(files, Arc::new(Tongue::english()))
            .and_then(|all| all.render("item", &page()));
        rendered.unwrap_or_else(|fault| fault.to_string())
    }

    fn item(text: &str) -> String {
        rendered(&[("item.html", text)])
    }

    #[test]
    fn words_are_escaped_and_markup_is_not() {
        let words = "R&amp;D &lt;/title&gt; &#39;a/b&#39;";
        assert_eq!(
            item("{{ title }}|{{ title|e }}"),
            format!("{words}|{words}")
        );
        let done = "<b>Done</b>";
        assert_eq!(
            item("{{ rows[0].status }}{{ rows[0].status|escape }}"),
            format!("{done}{done}")
        );
        assert_eq!(item("{{ ['<'] }}"), "[&#39;&lt;&#39;]");
    }

    #[test]
    fn numbers_are_written_and_nothing_is_nothing() {
        assert_eq!(item("{{ rows[0].of }}[{{ lead }}]"), "5[]");
    }

    #[test]
    fn blocks_leave_no_blanks() {
        let text =
            "<ul>\n  {% for row in rows %}\n  <li>{{ row.of }}</li>\n  {% endfor %}\n</ul>\n";
        assert_eq!(item(text), "<ul>\n  <li>5</li>\n</ul>");
    }

    #[test]
    fn a_missing_value_is_named_wherever_it_is_used() {
        for used in [
            "{{ rows[0].titel }}",
            "{% if rows[0].titel %}{% endif %}",
            "{% for x in rows[0].titel %}{% endfor %}",
            "{{ rows[0].titel|upper }}",
        ] {
            let fault = item(&format!("\n\n{used}"));
            assert_eq!(fault, "item.html:3: undefined value `rows[0].titel`");
        }
        assert_eq!(item("{{ titel }}"), "item.html:1: undefined value `titel`");
    }

    #[test]
    fn a_fault_is_told_where_it_is() {
        let while_rendering = "while rendering `item.html`";
        let base = ("base.html", "{% block main %}{% endblock %}\n{{ site }}");
        let child = (
            "item.html",
            "{% extends 'base.html' %}\n{% block main %}x{% endblock %}",
        );
        assert_eq!(
            rendered(&[base, child]),
            format!("base.html:2: undefined value `site`, {while_rendering}")
        );
        let outer = ("item.html", "\n{% include 'row.html' %}");
        assert_eq!(
            rendered(&[outer, ("row.html", "\n\n{{ nope }}")]),
            format!("row.html:3: undefined value `nope`, {while_rendering}")
        );
        let calls = "{% import 'parts.html' as parts %}{{ parts.m(rows) }}";
        let parts = "{% macro m(x) %}\n{{ x.gone }}\n{% endmacro %}";
        assert_eq!(
            rendered(&[("item.html", calls), ("parts.html", parts)]),
            format!("parts.html:2: undefined value `x.gone`, {while_rendering}")
        );
        assert!(rendered(&[outer]).starts_with("item.html:2: template not found"));
    }

    #[test]
    fn what_cannot_be_compiled_is_told() {
        for (text, line) in [("x\n{% if %}", 2), ("\n\n{% for a in b %}", 3), ("{{ 1", 1)] {
            let fault = item(text);
            let start = format!("item.html:{line}: syntax error: ");
            assert!(fault.starts_with(&start), "{fault}");
        }
        let fault = item("{{ title|shout }}");
        assert!(fault.starts_with("item.html:1: unknown filter"), "{fault}");
    }

    #[test]
    fn templates_that_call_themselves_end() {
        for text in [
            "{% include 'item.html' %}",
            "{% macro a(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}",
            "{% extends 'item.html' %}",
        ] {
            let fault = item(text);
            assert!(fault.starts_with("item.html:1: "), "{fault}");
        }
    }
}
