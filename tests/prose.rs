//! Bodies as HTML, read again by the rules of browsers: nothing can run, nothing is private, everything is closed.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use plansite::page::prose::ids::Ids;
use plansite::page::prose::lead::{Guide, Lead};
use plansite::page::prose::{Prose, anchors, prose};
use proptest::prelude::*;

/// Finds everything but what says that it is gone or secret.
struct Obliging;

impl Guide for Obliging {
    fn link(&self, target: &str) -> Lead {
        match target {
            _ if target.contains("gone") => Lead::Dead,
            _ if target.contains("secret") => Lead::Hidden,
            _ => Lead::To(target.to_string()),
        }
    }

    fn image(&self, target: &str) -> Lead {
        self.link(target)
    }
}

fn written(markdown: &str) -> Prose {
    prose(markdown, &mut Ids::default(), &Obliging)
}

/// The prose as it stands on a page.
fn page(prose: &Prose) -> String {
    let mut page = String::from("<!doctype html><title>x</title>");
    for passage in &prose.passages {
        match &passage.heading {
            Some(heading) => page.push_str(&format!(
                "<section id=\"{}\"><h2>{heading}</h2><div>{}</div></section>",
                passage.id, passage.html
            )),
            None => page.push_str(&format!("<div>{}</div>", passage.html)),
        }
    }
    if let Some(notes) = &prose.footnotes {
        page.push_str(&format!("<section>{notes}</section>"));
    }
    page
}

/// What a parser of HTML sees.
#[derive(Default)]
struct Seen {
    names: RefCell<Vec<QualName>>,
    elements: RefCell<Vec<(String, Vec<Attribute>)>>,
    errors: RefCell<Vec<String>>,
    comments: RefCell<usize>,
    text: RefCell<String>,
}

impl Seen {
    fn node(&self, name: QualName) -> usize {
        self.names.borrow_mut().push(name);
        self.names.borrow().len() - 1
    }

    fn hear(&self, child: NodeOrText<usize>) {
        if let NodeOrText::AppendText(text) = child {
            self.text.borrow_mut().push_str(&text);
        }
    }
}

impl TreeSink for Seen {
    type Handle = usize;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }
    fn parse_error(&self, message: Cow<'static, str>) {
        self.errors.borrow_mut().push(message.into_owned());
    }
    fn get_document(&self) -> usize {
        usize::MAX
    }
    fn elem_name<'a>(&'a self, target: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.names.borrow(), |names| &names[*target])
    }
    fn create_element(&self, name: QualName, given: Vec<Attribute>, _: ElementFlags) -> usize {
        let mut elements = self.elements.borrow_mut();
        elements.push((name.local.to_string(), given));
        self.node(name)
    }
    fn create_comment(&self, _: StrTendril) -> usize {
        *self.comments.borrow_mut() += 1;
        usize::MAX - 1
    }
    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.create_comment(StrTendril::new())
    }
    fn append(&self, _: &usize, child: NodeOrText<usize>) {
        self.hear(child);
    }
    fn append_based_on_parent_node(&self, _: &usize, _: &usize, child: NodeOrText<usize>) {
        self.hear(child);
    }
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }
    fn same_node(&self, x: &usize, y: &usize) -> bool {
        x == y
    }
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn append_before_sibling(&self, _: &usize, child: NodeOrText<usize>) {
        self.hear(child);
    }
    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}
    fn remove_from_parent(&self, _: &usize) {}
    fn reparent_children(&self, _: &usize, _: &usize) {}
}

fn seen(html: &str) -> Seen {
    let mut options = ParseOpts::default();
    options.tokenizer.exact_errors = true;
    options.tree_builder.exact_errors = true;
    parse_document(Seen::default(), options).one(html)
}

const ELEMENTS: &str = "html head title body section h2 \
    a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var \
    blockquote dd details div dl dt figcaption figure ol p pre summary table ul \
    caption li tbody td tfoot th thead tr br hr img wbr h3 h4 h5 h6";

const ATTRIBUTES: &str = "aria-label class dir id role scope tabindex title href open src alt width height loading \
    value start colspan rowspan";

const CLASSES: &str = "a broken c check d drawn k n p s h3s hl-bad hl-idle hl-ok hl-unknown hl-warn i i-blocked i-box i-boxed i-doing \
    i-error i-flag i-info i-left i-ok i-warn l note r tw-x vh wrap y";

fn is_in(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|known| known == name)
}

/// What a browser makes of an address: whether it could run, or read from the machine.
fn is_harmless(element: &str, address: &str) -> bool {
    let address = address.trim_matches(|c: char| c <= ' ').to_lowercase();
    let address: String = address
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let Some((scheme, _)) = address.split_once(':') else {
        return true;
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let known = ["http", "https", "mailto"].contains(&scheme);
    !is_scheme
        || known
        || element == "img" && address.starts_with("data:image/") && !address.contains("svg")
}

/// Everything that is wrong with this page as a parser of HTML sees it.
fn faults(seen: &Seen) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    if *seen.comments.borrow() > 0 {
        faults.push("a comment".to_string());
    }
    for (name, given) in seen.elements.borrow().iter() {
        if !is_in(ELEMENTS, name) {
            faults.push(format!("<{name}>"));
        }
        for Attribute {
            name: attribute,
            value,
        } in given
        {
            let (attribute, value) = (attribute.local.as_ref(), value.as_ref());
            let is_class = |class: &str| is_in(CLASSES, class) || class.starts_with("language-");
            let fits = match attribute {
                "class" => value.split(' ').all(is_class),
                "id" => {
                    ids.insert(value.to_string())
                        && !value.contains([' ', '\t', '\n'])
                        && !value.is_empty()
                }
                "href" | "src" => is_harmless(name, value),
                _ => is_in(ATTRIBUTES, attribute),
            };
            if !fits {
                faults.push(format!("<{name} {attribute}={value:?}>"));
            }
        }
    }
    faults
}

fn is_safe(markdown: &str) -> Seen {
    let page = page(&written(markdown));
    let seen = seen(&page);
    assert_eq!(faults(&seen), [""; 0], "{markdown:?}\n{page}");
    seen
}

#[test]
fn the_checks_can_fail() {
    for html in [
        "<p onclick=x>",
        "<p class=bar>",
        "<a href=javascript:x>",
        "<p id=a><p id=a>",
        "<form>",
        "<!-- a -->",
    ] {
        assert_eq!(faults(&seen(html)).len(), 1, "{html}");
    }
    for html in [
        "<p><ul></ul></p>",
        "<b>",
        "<table><p>",
        "<a><a></a></a>",
        "</b>",
    ] {
        assert!(
            !seen(&format!("<!doctype html><title>x</title><div>{html}</div>"))
                .errors
                .borrow()
                .is_empty(),
            "{html}"
        );
    }
    assert_eq!(
        [ends("<b><br></b>"), ends("<b><i></b>"), ends("<b>")],
        ["", "</b>", "b"]
    );
}

#[test]
fn nothing_runs() {
    for attempt in [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<scr<!-- x -->ipt>alert(1)</script>",
        "<script\n>alert(1)//",
        "a <script>alert(1)</script> b",
        "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<math><mtext></p><style><img src=x onerror=alert(1)></style>",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<img src=x onerror=alert(1)>",
        "<img src=\"x\"onerror=\"alert(1)\">",
        "<img/src/onerror=alert(1)>",
        "<img src=javascript:alert(1)>",
        "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
        "<img srcset=\"javascript:alert(1)\" src=a.png>",
        "<picture><source srcset=\"javascript:alert(1)\"><img src=a.png></picture>",
        "<a href=javascript:alert(1)>x</a>",
        "<a href=\" \u{1}JaVa\tScRiPt\n:alert(1)\">x</a>",
        "<a href=\"&#106;&#97;vascript&colon;alert(1)\">x</a>",
        "<a href=\"java&Tab;script&NewLine;:alert(1)\">x</a>",
        "<a href=\"&#0;javascript:alert(1)\">x</a>",
        "<a href='vbscript:msgbox(1)'>x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=x onclick=alert(1) style=\"x:expression(1)\" target=_top>x</a>",
        "<a href=x title='\"><img src=x onerror=alert(1)>'>x</a>",
        "<a href=\"file:///etc/passwd\">x</a> <a href=\"blob:x\">y</a> <a href=\"intent:x\">z</a>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=x.swf><embed src=x.swf></object>",
        "<form action=javascript:alert(1)><button formaction=x>b</button><input autofocus onfocus=alert(1)></form>",
        "<base href=\"//evil.example/\"><link rel=stylesheet href=x><meta http-equiv=refresh content=\"0;url=x\">",
        "<style>@import 'x'; body{display:none}</style>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<div class=bar id=main role=banner tabindex=1 aria-label=x data-search hidden>x</div>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
        "<body onload=alert(1)><html onclick=alert(1)><head><title>x</title>",
        "<textarea></textarea><img src=x onerror=alert(1)>",
        "<title><img src=x onerror=alert(1)></title>",
        "<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>",
        "<template><script>alert(1)</script></template><slot>x</slot>",
        "<table><td><script>alert(1)</script><a href=javascript:x>y",
        "<table background=\"javascript:alert(1)\"><tr><td onclick=x>y</table>",
        "</p></div></main></body><script>alert(1)</script>",
        "<div title=\"\n\n<script>alert(1)</script>\n\n\">",
        "<!--><script>alert(1)</script>-->",
        "<!--><img src=x onerror=alert(1)>",
        "<?php echo '<script>alert(1)</script>' ?>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<!DOCTYPE x [<!ENTITY y \"<script>alert(1)</script>\">]>",
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT&colon;alert(1))",
        "[x](java&#x0A;script:alert(1))",
        "[x](&#1;javascript:alert(1))",
        "[x](<java script:alert(1)> \"a\\\" onclick=alert(1)\")",
        "[x][y]\n\n[y]: data:text/html;base64,PHNjcmlwdD4=",
        "<javascript:alert(1)>",
        "<vbscript:x>",
        "[[javascript:alert(1)]] [[a|<script>alert(1)</script>]] [[a\" onclick=\"alert(1)]]",
        "![x](javascript:alert(1)) ![\" onerror=\"alert(1)](a.png)",
        "![x](data:text/html,x) ![x](data:image/svg+xml,<svg>)",
        "[x](data:image/png;base64,AAAA)",
        "```\"><script>alert(1)</script>\nx\n```",
        "``` x\" onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```",
        "`</code><script>alert(1)</script>`",
        "# \"><script>alert(1)</script>\n\n## <img src=x onerror=alert(1)> a",
        "| <script>alert(1)</script> | [x](javascript:y) |\n|:-:|--:|\n| <td onclick=x> | </table><script> |",
        "a[^\"><script>]\n\n[^\"><script>]: <script>alert(1)</script>",
        "a[^1]\n\n[^1]: </li></ol><script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
        "https://a.example/\"onmouseover=alert(1) http://a.example/<script>",
        "> [!NOTE]\n> <script>alert(1)</script>",
        "- [x] <script>alert(1)</script>\n- [\"] b",
    ] {
        is_safe(attempt);
        for around in ["> ", "- ", "# ", "a <b> ", "<div>\n\n", "| a |\n|---|\n| "] {
            is_safe(&format!("{around}{attempt}"));
            is_safe(&format!("{attempt}\n\n{around}{attempt}\n\n</div>\n\n# b"));
        }
    }
}

#[test]
fn comments_are_private() {
    for text in [
        "a <!-- PRIVATE --> b",
        "<!-- PRIVATE -->",
        "<!-- PRIVATE",
        "a\n\n<!-- PRIVATE\n\n# PRIVATE\n\n- PRIVATE",
        "a <!-- PRIVATE",
        "a <!-- PRIVATE\n\nPRIVATE\n\n```\nPRIVATE\n```\n--> b",
        "<div><!-- PRIVATE --></div>",
        "<div><!-- PRIVATE\n\nPRIVATE `PRIVATE` [PRIVATE](PRIVATE) --> b",
        "<div>\n<!-- PRIVATE\n\n| PRIVATE |\n|---|\n| PRIVATE |\n\n-->\n</div>",
        "- a <!-- PRIVATE\n- PRIVATE -->\n- b",
        "> <!-- PRIVATE\n\nPRIVATE -->",
        "# a <!-- PRIVATE -->\n\n## <!-- PRIVATE\n\n## PRIVATE --> b",
        "| a <!-- PRIVATE --> | <!-- PRIVATE |\n|---|---|\n| PRIVATE | PRIVATE |",
        "a[^1] <!-- b[^2] -->\n\n[^1]: <!-- PRIVATE -->\n",
        "**<!-- PRIVATE** PRIVATE",
        "<!-- a > PRIVATE -- PRIVATE --!> PRIVATE -->",
        "<pre><!-- PRIVATE\n\nPRIVATE --></pre>",
        "<script><!-- PRIVATE --></script>",
        "<!PRIVATE>\n\n<?PRIVATE?>\n\n<![CDATA[PRIVATE]]>",
        "![a <!-- PRIVATE -->](b.png) [a <!-- PRIVATE -->](b)",
    ] {
        let html = page(&written(text));
        assert!(!html.contains("PRIVATE"), "{text:?}\n{html}");
        let anchors = anchors(text, &mut Ids::default());
        assert!(
            !format!("{anchors:?}").to_lowercase().contains("private"),
            "{anchors:?}"
        );
        is_safe(text);
    }
}

#[test]
fn no_text_is_swallowed() {
    for text in [
        "<div>\n\na\n\n# b\n\nHERE",
        "<b>a\n\nHERE",
        "<details><summary>a\n\nHERE",
        "<table><tr><td>a\n\nHERE",
        "<a href=\"a\n\nHERE",
        "<svg><text>a\n\nHERE",
        "a <script> b\n\nHERE",
        "<p><p><p>\n\n> HERE",
        "<div title='\n\nHERE",
        "<select><option>a\n\nHERE",
    ] {
        let seen = is_safe(text);
        assert!(seen.text.borrow().contains("HERE"), "{text:?}");
    }
}

#[test]
fn hostile_bodies_come_to_an_end() {
    let (deep, long) = (100_000, 15_000);
    for text in [
        format!("{}HERE", "> ".repeat(deep)),
        format!("{}HERE", "- ".repeat(deep)),
        format!("{}\n\nHERE", "<div>".repeat(deep)),
        format!("{}\n\nHERE", "<div>\n\n".repeat(long)),
        format!("{}\n\nHERE", "<table><tr><td>".repeat(long)),
        format!("{}\n\nHERE", "</b>".repeat(long)),
        format!("a {} HERE", "<b>".repeat(long)),
        format!("a {} HERE", "<b title=x><i>".repeat(long)),
        format!("{} HERE", "[".repeat(1_000_000)),
        format!("{} HERE", "![".repeat(long)),
        format!("{} HERE", "[a](".repeat(long)),
        format!("{} HERE", "*a **b _c ".repeat(long)),
        format!("{}HERE{}", "**a *b ".repeat(3_000), "*b **a".repeat(3_000)),
        format!("{} HERE", "<".repeat(long)),
        format!("{} HERE", "`a".repeat(long)),
        format!("{} HERE", "http://".repeat(long)),
        format!("http://a{} HERE", ")".repeat(long)),
        format!("HERE {}", "<!-- a ".repeat(long)),
        format!("{} HERE", "a <!-- b\n\nc --> ".repeat(long)),
        format!("{} HERE", "[^a]".repeat(long)),
        format!("{} HERE\n\n[^a]: b", "[^a]".repeat(long)),
        format!("{}HERE", "[^a]: ".repeat(long)),
        format!("{}HERE", "# a\n".repeat(long)),
        format!(
            "{}HERE\n",
            "|a".repeat(2_000) + "\n" + &"|-".repeat(2_000) + "\n" + &"|b\n".repeat(500)
        ),
        format!("{}HERE", "- [ ] a\n".repeat(long)),
        format!("{}HERE", "\u{0}\u{1}\u{feff}\u{202e}".repeat(long)),
    ] {
        let head: String = text.chars().take(20).collect();
        let seen = is_safe(&text);
        assert!(seen.text.borrow().contains("HERE"), "{head:?}");
    }
}

/// Pieces of markdown that meet in unexpected ways.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "# a",
        "## b `c`",
        "#### d",
        "###### [e](f)",
        "g\n===",
        "> # h",
        "> [!TIP]\n> i",
        "> j",
        "- k",
        "- [ ] l",
        "  - [x] m",
        "1. n",
        "7) o",
        "    p",
        "```rust\nq < r\n```",
        "~~~\n<!-- s",
        "| t | u |\n|:-|-:|\n| v | `w` |",
        "x[^1] y[^2]",
        "[^1]: z",
        "[bb[^1] https://cc.example](dd)",
        "[^1]:\n    aa\n\n    bb",
        "---",
        "**a",
        "b**",
        "*c*",
        "~~d~~",
        "[e](gone.md)",
        "[f](secret.md \"g\")",
        "[[h]]",
        "[[i|j]]",
        "![k](l.png)",
        "![m](gone.png)",
        "[![n](o.png)](p)",
        "<https://q.example>",
        "<r@s.example>",
        "t https://u.example/v_w.",
        "x  \ny",
        "z\\\na",
        "&amp; &lt;b&gt;",
        "\u{a0}\u{7}\u{202e}",
        "日本 <b>語</b>",
        "",
    ]);
    fixed.prop_map(str::to_string)
}

fn raw_piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a href=x>",
        "<a href=gone>",
        "</a>",
        "<details>",
        "<summary>a</summary>",
        "</details>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<!-- a",
        "b -->",
        "<script>",
        "</script>",
        "<svg>",
        "<div id=x class=i role=y>",
        "<a id=x name=y>",
        "</svg>",
        "<img src=c>",
        "<br>",
        "<h1>",
        "</h1>",
        "<hr>",
        "<pre>",
        "</pre>",
        "<b",
        "title=\"",
        "\"",
        "<?x",
        "<p><b><div><i>",
        "</b></p>",
        "<thead><th>",
        "<caption>",
    ]);
    fixed.prop_map(str::to_string)
}

fn body(raw: bool) -> impl Strategy<Value = String> {
    let one = match raw {
        true => prop_oneof![piece(), raw_piece()].boxed(),
        false => piece().boxed(),
    };
    let between = prop::sample::select(vec!["\n\n", "\n\n", "\n", " ", "\n> ", "\n- ", "\n  "]);
    let parts = prop::collection::vec((one, between), 0..14);
    parts.prop_map(|parts| {
        parts
            .into_iter()
            .map(|(one, between)| one + between)
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn markdown_makes_valid_html(text in body(false)) {
        let seen = is_safe(&text);
        prop_assert_eq!(&*seen.errors.borrow(), &Vec::<String>::new(), "{:?}\n{}", text, page(&written(&text)));
    }

    #[test]
    fn raw_html_makes_closed_html(text in body(true)) {
        is_safe(&text);
        for passage in written(&text).passages {
            prop_assert_eq!(ends(&passage.html), "", "{:?}\n{}", text, passage.html);
        }
    }

    #[test]
    fn anchors_are_those_of_the_prose(text in body(true)) {
        let anchors: Vec<String> = anchors(&text, &mut Ids::default()).into_iter().map(|(_, id)| id).collect();
        let seen = is_safe(&text);
        let ids = seen.elements.borrow().iter().flat_map(|(_, given)| given.clone()).collect::<Vec<_>>();
        let ids = ids.iter().filter(|one| &*one.name.local == "id" && !one.value.contains(':'));
        prop_assert_eq!(anchors, ids.map(|one| one.value.to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn any_text_is_safe(text in "(?s).{0,200}") {
        is_safe(&text);
    }

    #[test]
    fn any_tag_is_safe(text in "[<>/!a-d=\"' \n&;:#`\\[\\]()|*-]{0,80}") {
        is_safe(&text);
    }
}

/// What is left open, or closed too often.
fn ends(html: &str) -> String {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = &tag[..tag.find('>').unwrap()];
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) if open.last() == Some(&name) => drop(open.pop()),
            Some(name) => return format!("</{name}>"),
            None if ["br", "hr", "img", "wbr"].contains(&name) => {}
            None => open.push(name),
        }
    }
    open.join(" ")
}
