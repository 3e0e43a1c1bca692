//! The last gate for HTML that holds an author's raw HTML: what is not on the list is not let through.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use crate::page::prose::element::written;

/// Attributes that any element may have: those that the page itself writes.
const ATTRIBUTES: [&str; 8] = [
    "aria-label",
    "class",
    "dir",
    "id",
    "role",
    "scope",
    "tabindex",
    "title",
];

/// Attributes that some elements may have.
const OWN: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("details", &["open"]),
    ("img", &["src", "alt", "width", "height", "loading"]),
    ("li", &["value"]),
    ("ol", &["start"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan"]),
];

/// Class names that the page itself writes.
const CLASSES: [&str; 32] = [
    "a",
    "broken",
    "c",
    "check",
    "d",
    "drawn",
    "h3s",
    "hl-bad",
    "hl-idle",
    "hl-ok",
    "hl-unknown",
    "hl-warn",
    "i",
    "i-blocked",
    "i-box",
    "i-boxed",
    "i-doing",
    "i-error",
    "i-flag",
    "i-info",
    "i-left",
    "i-ok",
    "i-warn",
    "k",
    "l",
    "n",
    "note",
    "p",
    "r",
    "s",
    "tw-x",
    "wrap",
];

/// The HTML as a browser would read it, with nothing in it but what is on the lists.
pub(super) fn sanitise(html: &str) -> String {
    builder().clean(html).to_string()
}

fn builder() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(written().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(HashSet::from(ATTRIBUTES))
        .tag_attributes(own())
        .url_schemes(HashSet::from(["http", "https", "mailto", "data"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(filtered);
    builder
}

fn own() -> HashMap<&'static str, HashSet<&'static str>> {
    let own = OWN
        .iter()
        .map(|(tag, names)| (*tag, names.iter().copied().collect()));
    own.collect()
}

fn filtered<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let stays = match attribute {
        "class" => value.split(' ').all(is_ours),
        "href" | "src" => {
            element == "img" || !value.trim_start().to_ascii_lowercase().starts_with("data:")
        }
        _ => true,
    };
    stays.then_some(Cow::Borrowed(value))
}

fn is_ours(class: &str) -> bool {
    class == "vh" || class == "y" || class.starts_with("language-") || CLASSES.contains(&class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_own_markup_stays() {
        for html in [
            r##"<p>a <a href="../b.html#c" title="d">e</a><br><sup><a href="#fn:1" id="fnref:1" aria-label="Footnote 1">1</a></sup></p>"##,
            r#"<ul class="check"><li class="y"><i class="i i-boxed" role="img" aria-label="Done"></i><div>a</div></li></ul>"#,
            r#"<div class="tw-x" tabindex="0" role="group" aria-label="Table"><table><thead><tr><th scope="col" class="r">a</th></tr></thead></table></div>"#,
            r#"<div class="note hl-warn"><i class="i i-warn"></i><div>a</div></div><h3 class="h3s" id="a">a</h3>"#,
            r#"<pre tabindex="0"><code class="language-c++">a</code></pre><img src="a.png" alt="b" loading="lazy"><ol start="3"><li>a</li></ol>"#,
            r#"<details open=""><summary>a</summary></details><span class="broken" title="x">a<span class="vh"> (x)</span></span>"#,
        ] {
            assert_eq!(sanitise(html), html);
        }
    }

    #[test]
    fn nothing_else_does() {
        for (html, left) in [
            ("<script>x</script>a", "a"),
            ("<p style=\"x\" onclick=\"x\" class=\"bar\">a", "<p>a</p>"),
            ("<a href=\"javascript:x\">a</a>", "<a>a</a>"),
            ("<a href=\"data:image/png;base64,x\">a</a>", "<a>a</a>"),
            ("<iframe src=\"x\"></iframe><form><input>a</form>", "a"),
            ("<svg><p><style><img src=x onerror=y></style>", "<p></p>"),
            ("<!-- a --><b>c", "<b>c</b>"),
        ] {
            assert_eq!(sanitise(html), left);
        }
    }
}
