//! The words of a block of code, told apart by what they are: comments, texts, keywords, numbers, names.

mod data;
mod diff;
mod grammar;
mod markup;
pub(super) mod piece;
mod scan;

use crate::page::prose::highlight::grammar::{GRAMMARS, Grammar};
use crate::page::prose::highlight::piece::{Pieces, Token};

/// A longer block is shown without: nobody reads it word by word.
const LONGEST: usize = 200_000;

/// The pieces of a block of code in this language, in order; together they are the code. What is in a language that is
/// not known is plain.
pub(super) fn highlight<'a>(language: &str, code: &'a str) -> Vec<(Token, &'a str)> {
    let mut pieces = Pieces::new(code);
    if code.len() <= LONGEST {
        told(language, &mut pieces);
    }
    pieces.finish()
}

fn told(language: &str, pieces: &mut Pieces<'_>) {
    match language {
        "json" | "jsonc" | "json5" => data::json(pieces),
        "yaml" | "yml" => data::yaml(pieces),
        "toml" => data::sections(pieces, &grammar::TOML),
        "ini" | "cfg" | "conf" | "properties" | "editorconfig" | "gitconfig" | "dotenv" | "env" => {
            data::sections(pieces, &grammar::INI);
        }
        "dockerfile" | "docker" | "containerfile" => data::commands(pieces),
        "console" | "shell-session" | "terminal" => data::session(pieces),
        "html" | "xml" | "svg" | "vue" | "xhtml" | "rss" => markup::tags(pieces),
        "markdown" | "md" => markup::markdown(pieces),
        "diff" | "patch" | "udiff" => diff::diff(pieces),
        language => {
            if let Some(grammar) = named(language) {
                scan::scan(pieces, grammar);
            }
        }
    }
}

fn named(language: &str) -> Option<&'static Grammar> {
    let mut all = GRAMMARS.iter();
    all.find(|grammar| grammar.names.contains(&language))
        .copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every language, and one that nobody knows.
    const LANGUAGES: [&str; 30] = [
        "rust",
        "js",
        "ts",
        "go",
        "java",
        "c",
        "cpp",
        "cs",
        "kotlin",
        "swift",
        "php",
        "python",
        "ruby",
        "sh",
        "json",
        "yaml",
        "toml",
        "sql",
        "html",
        "xml",
        "css",
        "diff",
        "md",
        "ini",
        "dockerfile",
        "console",
        "scala",
        "scss",
        "make",
        "klingon",
    ];

    /// Each piece in brackets with the first letter of what it is.
    fn marked(language: &str, code: &str) -> String {
        let pieces = highlight(language, code).into_iter();
        let told = pieces.map(|(token, words)| match token.class() {
            None => words.to_string(),
            Some(class) => format!("{class}({words})"),
        });
        told.collect()
    }

    #[test]
    fn words_are_told_apart() {
        for (language, code, told) in [
            (
                "rust",
                "fn a() -> &'a str { \"b\\\"\" } // c",
                "k(fn) a() -> &'a str { s(\"b\\\"\") } c(// c)",
            ),
            (
                "rust",
                "r#\"a\"b\"# 'c' 1_000u8 0..2",
                "s(r#\"a\"b\"#) s('c') n(1_000u8) n(0)..n(2)",
            ),
            (
                "js",
                "const a = `b\nc`; /* d */ null",
                "k(const) a = s(`b\nc`); c(/* d */) n(null)",
            ),
            (
                "python",
                "def a():\n  '''b\n\"'''  # c",
                "k(def) a():\n  s('''b\n\"''')  c(# c)",
            ),
            (
                "sh",
                "if [ $# -gt 1 ]; then echo \"a\" # b",
                "k(if) [ $# -gt n(1) ]; k(then) echo s(\"a\") c(# b)",
            ),
            (
                "sql",
                "select 'a''b' FROM t -- c",
                "k(select) s('a''b') k(FROM) t c(-- c)",
            ),
            (
                "json",
                "{\"a\": [1.5, \"b\", true]}",
                "{a(\"a\"): [n(1.5), s(\"b\"), n(true)]}",
            ),
            (
                "yaml",
                "a-b: 1 # c\n- d: 'e'\n  f",
                "a(a-b): n(1) c(# c)\n- a(d): s('e')\n  f",
            ),
            (
                "toml",
                "[a.b]\nc = \"d\" # e",
                "k([a.b])\na(c) = s(\"d\") c(# e)",
            ),
            ("ini", "; a\n[b]\nc=d", "c(; a)\nk([b])\na(c)=d"),
            (
                "dockerfile",
                "FROM a AS b\n# c\nRUN d \"e\"",
                "k(FROM) a AS b\nc(# c)\nk(RUN) d s(\"e\")",
            ),
            (
                "html",
                "<a href=\"b\">c</a><!-- d -->",
                "k(<a) a(href)=s(\"b\")k(>)ck(</a>)c(<!-- d -->)",
            ),
            (
                "css",
                "a { color: red } /* b */",
                "a { a(color): red } c(/* b */)",
            ),
            (
                "diff",
                "@@ -1 +1 @@\n-a\n+b\n c",
                "k(@@ -1 +1 @@)\nd(-a)\np(+b)\n c",
            ),
            (
                "md",
                "# a\n\n`b` <!-- c -->",
                "k(# a)\n\ns(`b`) c(<!-- c -->)",
            ),
            ("console", "$ ls -l\na \"b\"", "c($) ls -l\na \"b\""),
            ("klingon", "fn \"a\" # b", "fn \"a\" # b"),
        ] {
            assert_eq!(marked(language, code), told, "{language}");
        }
    }

    #[test]
    fn hostile_code_takes_no_longer() {
        for hostile in [
            "\"", "\\\"", "/*", "<!--", "'''", "`", "<a ", "r#", "{\"", "- ", "#", "[", "a: ",
            "$ \"", "//",
        ] {
            let code = hostile.repeat(20_000);
            for language in LANGUAGES {
                let length: usize = highlight(language, &code)
                    .iter()
                    .map(|(_, words)| words.len())
                    .sum();
                assert_eq!(length, code.len(), "{language} {hostile}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(code in "[a-z0-9 \\n\"'`#/*<>!=:;{}\\[\\]()$@+\\\\ü-]{0,80}", at in 0..LANGUAGES.len()) {
            let pieces = highlight(LANGUAGES[at], &code);
            let whole: String = pieces.iter().map(|(_, words)| *words).collect();
            prop_assert_eq!(whole, code);
        }

        #[test]
        fn nothing_stops_it(code in any::<String>(), at in 0..LANGUAGES.len()) {
            let pieces = highlight(LANGUAGES[at], &code);
            let whole: String = pieces.iter().map(|(_, words)| *words).collect();
            prop_assert_eq!(whole, code);
        }
    }
}
