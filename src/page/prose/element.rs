//! The elements that authors may write as raw HTML, and what becomes of them.

/// What kind of element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Runs within a line.
    Inline,
    /// Stands for itself, and ends an open paragraph.
    Block,
    /// A part of a list or a table: it needs the whole around it.
    Part,
    /// Has no content.
    Void,
    /// Is not shown, nor what is in it.
    Muted,
}

/// An element that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    /// The author's name of it.
    pub(super) name: &'static str,
    /// The name that is written.
    pub(super) tag: &'static str,
    /// What kind of element it is.
    pub(super) sort: Sort,
}

const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "strong", "sub", "sup", "u", "var",
];

const BLOCK: &[&str] = &[
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "ul",
];

const PART: &[&str] = &["caption", "li", "tbody", "td", "tfoot", "th", "thead", "tr"];

const VOID: &[&str] = &["br", "hr", "img", "wbr"];

const MUTED: &[&str] = &[
    "applet", "audio", "canvas", "frameset", "head", "iframe", "math", "noembed", "noframes",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "video", "xmp",
];

/// Elements that are written under another name. Headings of raw HTML would break the page's outline.
const RENAMED: &[(&str, &str, Sort)] = &[
    ("article", "div", Sort::Block),
    ("center", "div", Sort::Block),
    ("h1", "p", Sort::Block),
    ("h2", "p", Sort::Block),
    ("h3", "p", Sort::Block),
    ("h4", "p", Sort::Block),
    ("h5", "p", Sort::Block),
    ("h6", "p", Sort::Block),
    ("section", "div", Sort::Block),
    ("strike", "s", Sort::Inline),
    ("tt", "code", Sort::Inline),
];

/// Elements whose tags are dropped while their content stays.
const DROPPED: &[&str] = &[
    "address",
    "area",
    "aside",
    "base",
    "basefont",
    "bgsound",
    "big",
    "blink",
    "body",
    "button",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dialog",
    "dir",
    "embed",
    "fieldset",
    "font",
    "footer",
    "form",
    "frame",
    "header",
    "hgroup",
    "html",
    "image",
    "input",
    "isindex",
    "keygen",
    "label",
    "legend",
    "link",
    "main",
    "map",
    "marquee",
    "menu",
    "meta",
    "meter",
    "nav",
    "nobr",
    "optgroup",
    "option",
    "output",
    "param",
    "picture",
    "plaintext",
    "progress",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "search",
    "slot",
    "source",
    "span",
    "time",
    "track",
];

/// Bold words, as headings of raw HTML are written.
pub(super) const STRONG: Element = Element {
    name: "strong",
    tag: "strong",
    sort: Sort::Inline,
};

/// Whether HTML has an element of this name.
pub(super) fn is_html(name: &str) -> bool {
    element(name).is_some() || DROPPED.contains(&name)
}

/// The element of this name; none where its tags are dropped and its content stays.
pub(super) fn element(name: &str) -> Option<Element> {
    let lists = [
        (INLINE, Sort::Inline),
        (BLOCK, Sort::Block),
        (PART, Sort::Part),
        (VOID, Sort::Void),
        (MUTED, Sort::Muted),
    ];
    let plain = lists.into_iter().find_map(|(names, sort)| {
        let name = *names.iter().find(|known| **known == name)?;
        let tag = name;
        Some(Element { name, tag, sort })
    });
    plain.or_else(|| {
        let (name, tag, sort) = *RENAMED.iter().find(|(known, _, _)| *known == name)?;
        Some(Element { name, tag, sort })
    })
}

/// Which open elements an element ends by beginning, and at which the search for them stops.
pub(super) fn ended_by(element: Element) -> (&'static [&'static str], &'static [&'static str]) {
    match element.name {
        "a" => (&["a"], &[]),
        "li" => (&["li", "p"], &["ul", "ol"]),
        "dt" | "dd" => (&["dt", "dd", "p"], &["dl"]),
        "td" | "th" => (&["td", "th", "caption"], &["table"]),
        "tr" => (&["tr", "caption"], &["table"]),
        "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "tr", "caption"], &["table"]),
        "caption" => (&["caption", "thead", "tbody", "tfoot", "tr"], &["table"]),
        _ if element.sort == Sort::Block => (&["p"], &["table", "td", "th", "li", "summary"]),
        _ => (&[], &[]),
    }
}

/// What must be open around a part.
pub(super) fn whole_of(part: &str) -> &'static [&'static str] {
    match part {
        "li" => &["ul", "ol"],
        _ => &["table"],
    }
}

/// Every name that may be written.
pub(super) fn written() -> impl Iterator<Item = &'static str> {
    let plain = [INLINE, BLOCK, PART, VOID].into_iter().flatten().copied();
    plain.chain(["span", "h3", "h4", "h5", "h6"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_is_written() {
        for name in [
            "script", "style", "iframe", "form", "input", "object", "svg", "math", "base", "meta",
            "link",
        ] {
            assert!(written().all(|written| written != name), "{name}");
            assert!(element(name).is_none_or(|element| element.sort == Sort::Muted));
        }
    }

    #[test]
    fn what_is_renamed_is_written() {
        for (_, tag, _) in RENAMED {
            assert!(written().any(|written| written == *tag));
        }
    }
}
