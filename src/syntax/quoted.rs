//! What stands in quotes, read without a parser.

/// What a quoted scalar says and how long it is, if nothing but a comment follows it.
pub fn unquoted(raw: &str) -> Option<(String, usize)> {
    let long = ["\"\"\"", "'''"]
        .into_iter()
        .find(|quote| raw.starts_with(quote) && raw.len() >= 6);
    if let Some(quote) = long {
        let end = 3 + raw[3..].find(quote)?;
        return Some((raw[3..end].trim().to_string(), end + 3));
    }
    let quote = raw.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut said = String::new();
    let mut rest = raw.char_indices().skip(1).peekable();
    while let Some((at, c)) = rest.next() {
        match c {
            '\\' if quote == '"' => {
                said.extend(rest.next().map(|(_, c)| escaped(c)).into_iter().flatten());
            }
            '\'' if quote == c && rest.next_if(|(_, next)| *next == c).is_some() => said.push(c),
            c if c == quote => {
                let after = raw[at + 1..].trim_start();
                let is_last = after.is_empty() || (after.starts_with('#') && !after.contains('\n'));
                return is_last.then(|| (folded(&said), at + 1));
            }
            c => said.push(c),
        }
    }
    None
}

fn escaped(c: char) -> impl Iterator<Item = char> {
    let (kept, c) = match c {
        'n' => (None, '\n'),
        't' => (None, '\t'),
        '"' | '\\' | '/' => (None, c),
        _ => (Some('\\'), c),
    };
    kept.into_iter().chain([c])
}

/// Lines as one.
fn folded(text: &str) -> String {
    if !text.contains("\n ") && !text.contains('\r') {
        return text.to_string();
    }
    let words: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    words.join(" ")
}

/// Goes on to behind the quote that closes what this one opens.
pub fn pass(bytes: &mut impl Iterator<Item = (usize, u8)>, quote: u8) {
    while let Some((_, byte)) = bytes.next() {
        match byte {
            b'\\' if quote == b'"' => _ = bytes.next(),
            byte if byte == quote => return,
            _ => {}
        }
    }
}
