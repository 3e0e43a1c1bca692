//! What a browser asks, and what it is answered.

use crate::output::RenderFault;
use crate::page::percent::encoded;
use crate::serve::host;
use crate::serve::media::media;
use crate::serve::name::{hash, named};
use crate::serve::scene::{LOST, Scene, Served};
use crate::serve::trouble::Trouble;
use crate::theme::markup::escape;

/// What serves the preview itself lies here, where no page of a site can be.
const OWN: &str = "_plansite/";

/// Looks for changes and shows what is wrong.
const SCRIPT: &str = include_str!("live.js");

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The method, as written.
    pub method: &'a str,
    /// The path, as written.
    pub path: &'a str,
    /// What follows it, as written.
    pub query: &'a str,
    /// The host that the browser believes to ask.
    pub host: Option<&'a str>,
    /// The versions that the browser has already.
    pub known: Option<&'a str>,
}

/// What is answered.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// All of it, at once.
    Whole(Whole),
    /// News of a page, as long as somebody listens.
    News(Listener),
}

/// An answer that is all there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// The number that says how it went.
    pub status: u16,
    /// Headers beside those that every answer has.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent.
    pub body: Vec<u8>,
    /// How long the body is; who asks for the head alone is told it all the same.
    pub length: usize,
}

/// An open page that wants to know when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listener {
    /// Its address.
    pub page: String,
}

/// Answers.
pub fn answer(scene: &Scene, asked: &Asked<'_>) -> Answer {
    let mut answer = match told(scene, asked) {
        Answer::Whole(whole) => whole,
        news => return news,
    };
    answer.length = answer.body.len();
    if asked.method == "HEAD" {
        answer.body.clear();
    }
    Answer::Whole(answer)
}

fn told(scene: &Scene, asked: &Asked<'_>) -> Answer {
    if !asked.host.is_some_and(host::is_ours) {
        return plain(403, "This preview answers to localhost only.").into();
    }
    if !matches!(asked.method, "GET" | "HEAD") {
        let mut answer = plain(405, "Nothing can be changed here.");
        answer.headers.push(("allow", "GET, HEAD".into()));
        return answer.into();
    }
    let Some(path) = decoded(asked.path) else {
        return plain(400, "This address cannot be read.").into();
    };
    let Some(below) = path.strip_prefix(&scene.base) else {
        return outside(scene, &path).into();
    };
    match below.strip_prefix(OWN) {
        Some("live.js") => {
            let version = named(hash(SCRIPT));
            known(media("live.js"), &version, SCRIPT.into(), asked).into()
        }
        Some("news") => Answer::News(Listener {
            page: value(asked.query, "page").unwrap_or_default(),
        }),
        _ => page(scene, below, asked).into(),
    }
}

/// What is told to an open page: how it looks now, and what is wrong.
pub fn news(scene: &Scene, listener: &Listener) -> String {
    let found = scene.find(&listener.page);
    let served = found.and_then(|address| scene.served(&address));
    let (look, broken) = match served.or_else(|| scene.lost()) {
        Some(Ok(served)) => (Some(served.look), None),
        Some(Err(fault)) => (None, Some(Trouble::page(&fault))),
        None => (None, None),
    };
    let trouble = broken.as_ref().or(scene.trouble.as_deref());
    serde_json::json!({ "look": look, "trouble": trouble }).to_string()
}

/// A page, or what else there is below the first page.
fn page(scene: &Scene, below: &str, asked: &Asked<'_>) -> Whole {
    let Some(address) = scene.find(below) else {
        return match scene.find(&format!("{below}/")) {
            Some(_) => moved(&format!("{}{}/", scene.base, encoded(below))),
            None => lost(scene, below),
        };
    };
    match scene.served(&address) {
        Some(Ok(served)) if address.ends_with(".html") => {
            let page = live(scene, &address, &served);
            known(media(&address), &served.look, page, asked)
        }
        Some(Ok(served)) => known(media(&address), &served.version, served.bytes, asked),
        Some(Err(fault)) => broken(scene, &address, &fault),
        None => lost(scene, below),
    }
}

/// There is nothing at this address; when something comes to be there, the page shows it.
fn lost(scene: &Scene, below: &str) -> Whole {
    match scene.lost() {
        Some(Ok(served)) => html(404, live(scene, below, &served)),
        Some(Err(fault)) => broken(scene, below, &fault),
        None => plain(404, "There is no such page."),
    }
}

/// Outside the site: the way in, or nothing.
fn outside(scene: &Scene, path: &str) -> Whole {
    match path == "/" || format!("{path}/") == scene.base {
        true => moved(&scene.base),
        // No page can come to be there.
        false => lost(scene, LOST),
    }
}

/// A page that cannot be rendered says why, and looks for its mending.
fn broken(scene: &Scene, address: &str, fault: &RenderFault) -> Whole {
    let fault = fault.to_string();
    let text = escape(&fault);
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>This page cannot be made</title>\n</head>\n\
         <body>\n<h1>This page cannot be made</h1>\n<pre>{text}</pre>\n</body>\n</html>\n"
    );
    let served = Served {
        bytes: page.into_bytes(),
        version: String::new(),
        look: String::new(),
    };
    html(500, live(scene, address, &served))
}

/// The page with the one element that a build does not write.
fn live(scene: &Scene, address: &str, served: &Served) -> Vec<u8> {
    let (base, page, look) = (escape(&scene.base), escape(address), &served.look);
    let editor = scene.editor.as_ref().map(|opens| {
        let (template, root) = (escape(opens.editor.template()), escape(&opens.root));
        format!(" data-editor=\"{template}\" data-root=\"{root}\"")
    });
    let editor = editor.unwrap_or_default();
    let script = format!(
        "<script src=\"{base}{OWN}live.js\" data-page=\"{page}\" data-look=\"{look}\"{editor} defer></script>"
    );
    let end = b"</head>";
    let bytes = &served.bytes;
    let at = bytes.windows(end.len()).position(|window| window == end);
    let (head, rest) = bytes.split_at(at.unwrap_or(bytes.len()));
    [head, script.as_bytes(), rest].concat()
}

/// An answer that is not sent to those who have it.
fn known(media: &'static str, version: &str, body: Vec<u8>, asked: &Asked<'_>) -> Whole {
    let tag = format!("\"{version}\"");
    let has = |known: &str| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag;
    let mut all = asked.known.into_iter().flat_map(|known| known.split(','));
    let is_known = all.any(|known| has(known.trim()));
    let mut answer = Whole {
        status: if is_known { 304 } else { 200 },
        headers: vec![("etag", tag)],
        ..Whole::default()
    };
    if !is_known {
        answer.headers.push(("content-type", media.into()));
        answer.body = body;
    }
    answer
}

fn html(status: u16, body: Vec<u8>) -> Whole {
    Whole {
        status,
        headers: vec![("content-type", media("a.html").into())],
        body,
        length: 0,
    }
}

fn plain(status: u16, text: &str) -> Whole {
    Whole {
        status,
        headers: vec![("content-type", media("a.txt").into())],
        body: format!("{text}\n").into_bytes(),
        length: 0,
    }
}

fn moved(to: &str) -> Whole {
    let mut answer = plain(302, "This way.");
    answer.headers.push(("location", to.into()));
    answer
}

/// The path as it is meant; none where it is no text, or no way down.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                bytes.push(digit(*high)? << 4 | digit(*low)?);
                rest = after;
            }
            (b'%', _) => return None,
            (byte, _) => bytes.push(*byte),
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let is_strange = text.contains(['\0', '\\']) || text.split('/').any(|name| name == "..");
    (text.starts_with('/') && !is_strange).then_some(text)
}

fn digit(byte: u8) -> Option<u8> {
    let digit = (byte as char).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// The value of a key in a query.
fn value(query: &str, key: &str) -> Option<String> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == key)?;
    // Read as a path, which it is; it begins below the first page.
    let path = decoded(&format!("/{value}"))?;
    Some(path[1..].to_string())
}

impl From<Whole> for Answer {
    fn from(whole: Whole) -> Self {
        Self::Whole(whole)
    }
}
