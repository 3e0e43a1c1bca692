//! Names from outside, written so that they stay one value in TOML and in a workflow.

/// The text between quotes, as TOML has it.
pub fn toml(text: &str) -> String {
    between_quotes(text)
}

/// The text between quotes, as YAML has it; the workflow's own marks for expressions mean nothing in it.
pub fn workflow(text: &str) -> String {
    between_quotes(&text.replace("${{", "${{ '${{' }}"))
}

/// Both languages know these escapes and no others are needed.
fn between_quotes(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            ' '..='~' => quoted.push(c),
            c if c.is_alphanumeric() => quoted.push(c),
            c => quoted.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_its_quotes() {
        assert_eq!(toml("größe"), "\"größe\"");
        assert_eq!(toml("a\"b\\c\n"), "\"a\\\"b\\\\c\\U0000000A\"");
        assert_eq!(workflow("docs"), "\"docs\"");
    }

    #[test]
    fn an_expression_is_taken_as_it_is_written() {
        // What GitHub makes of it: the text of the first expression, and then the rest.
        let quoted = workflow("${{ github.token }}");
        assert_eq!(quoted, "\"${{ '${{' }} github.token }}\"");
        assert_eq!(workflow("$${{{"), "\"$${{ '${{' }}{\"");
    }
}
