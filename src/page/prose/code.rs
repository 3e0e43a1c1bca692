//! A block of code as it is written: its language as a class, its words told apart.

use crate::page::prose::highlight::highlight;
use crate::page::prose::markup::Markup;

/// Drawings that are written as code: no page draws them, and their words can be read.
const DRAWINGS: [&str; 5] = ["mermaid", "plantuml", "dot", "graphviz", "d2"];

/// Writes a block of code; a drawing that is written as code says that it is one.
pub(super) fn write(markup: &mut Markup, language: &str, code: &str) {
    let code = code.strip_suffix('\n').unwrap_or(code);
    if !DRAWINGS.contains(&language) {
        return block(markup, language, code);
    }
    markup.begin("figure", &[("class", "drawn")]);
    markup.begin("figcaption", &[]);
    markup.text(language);
    markup.end("figcaption");
    block(markup, language, code);
    markup.end("figure");
}

fn block(markup: &mut Markup, language: &str, code: &str) {
    markup.begin("pre", &[("tabindex", "0")]);
    let class = format!("language-{language}");
    let attributes = [("class", class.as_str())];
    markup.begin("code", &attributes[..usize::from(!language.is_empty())]);
    for (token, words) in highlight(language, code) {
        let Some(class) = token.class() else {
            markup.text(words);
            continue;
        };
        markup.begin("i", &[("class", class)]);
        markup.text(words);
        markup.end("i");
    }
    markup.end("pre");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(language: &str, code: &str) -> String {
        let mut markup = Markup::default();
        write(&mut markup, language, code);
        markup.finish().0
    }

    #[test]
    fn code_is_text() {
        assert_eq!(
            html("c++", "<b>\n\n&amp;\n"),
            "<pre tabindex=\"0\"><code class=\"language-c++\">&lt;b&gt;\n\n&amp;amp;</code></pre>"
        );
        assert_eq!(
            html("sh", "# <b>\n"),
            "<pre tabindex=\"0\"><code class=\"language-sh\"><i class=\"c\"># &lt;b&gt;</i></code></pre>"
        );
        assert_eq!(html("", "a"), "<pre tabindex=\"0\"><code>a</code></pre>");
    }

    #[test]
    fn a_drawing_says_that_it_is_one() {
        let drawn = "<figure class=\"drawn\"><figcaption>mermaid</figcaption><pre tabindex=\"0\">\
                     <code class=\"language-mermaid\">a --&gt; b</code></pre>\n</figure>";
        assert_eq!(html("mermaid", "a --> b"), drawn);
    }
}
