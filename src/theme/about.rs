//! What a theme says of itself in `theme.toml`.

use toml_edit::{Document, Item, Key};

/// The name of the file.
pub(super) const FILE_NAME: &str = "theme.toml";

/// The name that a theme gives itself, if any.
pub(super) fn name(text: &str) -> Result<Option<String>, String> {
    let document = Document::parse(text).map_err(|fault| {
        let at = fault.span().map_or(0, |span| span.start);
        format!("line {}: {}", line(text, at), one_line(fault.message()))
    })?;
    let mut name = None;
    for (key, item) in document.iter() {
        let at = document.key(key).and_then(Key::span);
        let fault = |what| {
            Err(format!(
                "line {}: {what}",
                line(text, at.map_or(0, |at| at.start))
            ))
        };
        match (key, item) {
            ("name", Item::Value(value)) if value.is_str() => {
                name = value.as_str().map(str::to_string);
            }
            ("name", _) => return fault("`name` is no text".to_string()),
            _ => return fault(format!("unknown key `{key}`; the only key is `name`")),
        }
    }
    Ok(name)
}

fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_may_say_its_name_and_nothing_else() {
        assert_eq!(name("name = 'sea'"), Ok(Some("sea".into())));
        assert_eq!(name("# nothing\n"), Ok(None));
        assert_eq!(
            name("name = 'sea'\nnmae = 1"),
            Err("line 2: unknown key `nmae`; the only key is `name`".into())
        );
        assert_eq!(name("\nname = 1"), Err("line 2: `name` is no text".into()));
        assert!(name("\n\nname = ").is_err_and(|fault| fault.starts_with("line 3: ")));
    }
}
