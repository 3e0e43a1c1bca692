//! Where a site says that it stands: canonical links, the map for search engines, and the page for what is not there.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod dom;
mod printed;

use std::collections::BTreeSet;

use dom::Dom;
use printed::{Printed, Sheets};

const WHOLE: &str = "https://host.example/a&b/plan";

/// A plan of two audiences, with names that must be written otherwise in an address.
fn plan(base: &str) -> Printed {
    let documents = [
        (
            "milestones/größe 100%.md",
            "---\nid: 'M-1 & more'\naudience: public\n---\n\n# Größe\n\nSee [words](<../docs/a b%23c%3F.md>).\n",
        ),
        (
            "milestones/two.md",
            "---\nid: M-secret\n---\n\n# Two\n\n| Task | Status |\n|---|---|\n| One | Done |\n",
        ),
        (
            "milestones/検索.md",
            "---\nid: 検索\naudience: public\n---\n\n# 検索\n",
        ),
        ("docs/a b#c?.md", "# Words\n"),
    ];
    let documents = documents.map(|(path, text)| (path.to_string(), text.to_string()));
    let config = if base.is_empty() {
        String::new()
    } else {
        format!("[site]\nbase-url = '{base}'\n")
    };
    Printed::new(&documents, &config, "2026-03-11")
}

fn pages(sheets: &Sheets) -> impl Iterator<Item = (&str, Dom)> {
    let pages = sheets
        .iter()
        .filter(|(address, _)| address.ends_with(".html"));
    pages.map(|(address, bytes)| (address.as_str(), Dom::parse(bytes)))
}

/// The canonical addresses in the head of a page.
fn canonical(page: &Dom) -> Vec<&str> {
    let head = page.all("head")[0];
    let links = page
        .children(head)
        .filter(|at| page.name(*at) == "link" && page.get(*at, "rel") == Some("canonical"));
    links.map(|at| page.get(at, "href").unwrap()).collect()
}

/// The bytes that an address stands for, letters as they are.
fn decoded(url: &str) -> String {
    let mut out = Vec::new();
    let mut rest = url.bytes();
    while let Some(byte) = rest.next() {
        out.push(match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(out).unwrap()
}

/// The texts of the elements of this name, if the text is sound XML; nothing else is let pass.
fn texts(xml: &[u8], name: &str) -> Vec<String> {
    let text = str::from_utf8(xml).unwrap();
    let mut rest = text
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .unwrap();
    let (mut open, mut found) = (Vec::new(), Vec::new());
    while let Some((words, behind)) = rest.split_once('<') {
        let (tag, behind) = behind.split_once('>').unwrap();
        assert!(!words.contains('>') && !tag.contains('<'), "{words}<{tag}>");
        let plain = ["&amp;", "&#39;", "&quot;", "&lt;", "&gt;"]
            .iter()
            .fold(words.to_string(), |words, entity| words.replace(entity, ""));
        assert!(!plain.contains('&'), "{words}");
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed));
            if closed == name {
                found.push(words.replace("&amp;", "&"));
            }
        } else {
            assert!(open.last() != Some(&"loc"), "<{tag}> in <loc>");
            open.push(tag.split(' ').next().unwrap());
        }
        rest = behind;
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    found
}

#[test]
fn every_page_names_its_address_and_is_on_the_map() {
    for audience in ["internal", "public"] {
        let sheets = plan(WHOLE).sheets(audience);
        let mut named = BTreeSet::new();
        for (address, page) in pages(&sheets) {
            let urls = canonical(&page);
            if address == "404.html" {
                assert!(urls.is_empty(), "{urls:?}");
                continue;
            }
            let [url] = urls.as_slice() else {
                panic!("{address}: {urls:?}");
            };
            let path = url.strip_prefix(&format!("{WHOLE}/")).unwrap();
            assert!(!path.contains(['#', '?', ' ', '"']), "{url}");
            let expected = if address == "index.html" { "" } else { address };
            assert_eq!(decoded(path), expected);
            if !address.starts_with("reading/") {
                named.insert((*url).to_string());
            }
        }
        let listed = texts(&sheets["sitemap.xml"], "loc");
        assert_eq!(
            listed.len(),
            named.len(),
            "{audience}: a page is there twice"
        );
        assert_eq!(BTreeSet::from_iter(listed), named, "{audience}");
        assert!(named.contains(&format!("{WHOLE}/")));
        assert!(named.contains(&format!("{WHOLE}/milestones/検索.html")));
    }
}

#[test]
fn a_hidden_page_is_on_no_map_of_another_audience() {
    let plan = plan(WHOLE);
    let map = |audience| {
        let bytes = &plan.sheets(audience)["sitemap.xml"];
        String::from_utf8(bytes.clone()).unwrap()
    };
    assert!(map("internal").contains("secret") && map("internal").contains("/docs/"));
    assert!(!map("public").contains("secret") && !map("public").contains("/docs/"));
    assert!(map("internal").contains("/reading.html") && !map("internal").contains("/reading/"));
}

/// Lines of pages that are there only where the host is known.
const WITH_A_HOST: [&str; 3] = [
    "<link rel=\"canonical\"",
    "<meta property=\"og:",
    "<meta name=\"twitter:",
];

#[test]
fn without_a_host_no_page_names_an_address() {
    let without = plan("").sheets("internal");
    let path = plan("/a/plan").sheets("internal");
    let whole = plan(WHOLE).sheets("internal");
    assert!(path.keys().eq(without.keys()));
    let mut more = whole.keys().filter(|address| !path.contains_key(*address));
    assert_eq!(more.next().map(String::as_str), Some("sitemap.xml"));
    assert_eq!(more.next(), None);
    let is_same = |address: &str| !["404.html", "llms.txt"].contains(&address);
    for (address, bytes) in path.iter().filter(|(address, _)| is_same(address)) {
        assert!(*bytes == without[address], "{address}");
        let text = str::from_utf8(&whole[address]).unwrap();
        let lines = text.split_inclusive('\n');
        let lines = lines.filter(|line| !WITH_A_HOST.iter().any(|head| line.starts_with(head)));
        assert!(
            lines.eq(str::from_utf8(bytes).unwrap().split_inclusive('\n')),
            "{address}"
        );
    }
}

#[test]
fn the_page_for_what_is_not_there_is_whole_at_every_depth() {
    for (base, root) in [
        (WHOLE, "/a&b/plan/"),
        ("/x/", "/x/"),
        ("https://host.example", "/"),
        ("/", "/"),
    ] {
        let sheets = plan(base).sheets("internal");
        let page = Dom::parse(&sheets["404.html"]);
        let mut count = 0;
        for at in page.elements().iter().copied() {
            for link in ["href", "src"].iter().filter_map(|name| page.get(at, name)) {
                if link == "#main" {
                    continue;
                }
                let path = link
                    .strip_prefix(root)
                    .unwrap_or_else(|| panic!("{base}: {link}"));
                let path = decoded(path.split('#').next().unwrap());
                assert!(sheets.contains_key(&path), "{base}: {link}");
                count += 1;
            }
        }
        assert!(count > 10, "{base}: {count} links");
    }
}

#[test]
fn hosts_are_told_to_leave_the_files_alone() {
    for base in ["", "/plan", WHOLE] {
        assert_eq!(plan(base).sheets("public")[".nojekyll"], b"");
    }
}
