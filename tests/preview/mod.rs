//! A preview that runs beside a test, asked over HTTP; it ends with its value.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// Longer than anything takes on a machine that is busy with other tests.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Preview {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    /// The path of the first page.
    pub(crate) base: String,
    lines: Receiver<String>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

impl Preview {
    /// Starts on a free port and waits until it is ready.
    pub(crate) fn new(folder: &Path, typed: &str) -> Self {
        let typed = format!("serve --as-of 2026-11-21 --addr 127.0.0.1:0 {typed}");
        let mut child = Command::new(env!("CARGO_BIN_EXE_plansite"))
            .current_dir(folder)
            .args(typed.split_whitespace())
            .env_remove("SOURCE_DATE_EPOCH")
            .env_remove("VISUAL")
            .env_remove("EDITOR")
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = mpsc::channel();
        let said = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        let mut preview = Self {
            child,
            address: "127.0.0.1:0".parse().unwrap(),
            base: String::new(),
            lines,
        };
        let ready = preview.line(|line| line.starts_with("preview at "));
        let url = ready.split_whitespace().nth(2).unwrap();
        let (address, base) = url["http://".len()..].split_once('/').unwrap();
        preview.address = address.parse().unwrap();
        preview.base = format!("/{base}");
        preview
    }

    /// The next line on standard error that is wanted.
    pub(crate) fn line(&self, wanted: impl Fn(&str) -> bool) -> String {
        let mut others = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if wanted(&line) => return line,
                Ok(line) => others.push(line),
                Err(_) => panic!("no such line, but\n{}", others.join("\n")),
            }
        }
    }

    /// The lines that are there, and those that come within this time.
    pub(crate) fn lines_within(&self, time: Duration) -> Vec<String> {
        let end = Instant::now() + time;
        let mut lines = Vec::new();
        while let Ok(line) = self
            .lines
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            lines.push(line);
        }
        lines
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends these lines, of which the first is the question, and reads the answer.
    pub(crate) fn raw(&self, head: &str) -> Answer {
        let mut stream = self.connect();
        let text = format!("{head}\r\nConnection: close\r\n\r\n");
        stream.write_all(text.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = b"\r\n\r\n";
        let at = answer.windows(4).position(|window| window == end).unwrap();
        let head = String::from_utf8(answer[..at].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let pairs = lines.map(|line| line.split_once(": ").unwrap());
        Answer {
            status: status.parse().unwrap(),
            headers: pairs
                .map(|(name, value)| (name.to_lowercase(), value.to_string()))
                .collect(),
            body: answer[at + 4..].to_vec(),
        }
    }

    /// Asks for an address below the first page.
    pub(crate) fn get(&self, address: &str) -> Answer {
        self.raw(&format!(
            "GET {}{address} HTTP/1.1\r\nHost: localhost",
            self.base
        ))
    }

    /// Waits until a page holds these words.
    pub(crate) fn until(&self, address: &str, wanted: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let text = self.get(address).text();
            if wanted(&text) {
                return text;
            }
            if start.elapsed() > PATIENCE {
                panic!(
                    "{address} ({} bytes) never came to be as it should",
                    text.len()
                );
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Opens a page and listens for its news.
    pub(crate) fn listen(&self, page: &str) -> News {
        let mut stream = self.connect();
        let head = format!(
            "GET {}_plansite/news?page={page} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            self.base
        );
        stream.write_all(head.as_bytes()).unwrap();
        News(BufReader::new(stream))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What an open page is told.
pub(crate) struct News(BufReader<TcpStream>);

impl News {
    /// The next news.
    pub(crate) fn next(&mut self) -> serde_json::Value {
        let mut line = String::new();
        loop {
            line.clear();
            let read = self.0.read_line(&mut line).unwrap();
            assert_ne!(read, 0, "the stream has ended");
            if let Some(data) = line.trim_end().strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }

    /// The next news that are wanted.
    pub(crate) fn until(
        &mut self,
        wanted: impl Fn(&serde_json::Value) -> bool,
    ) -> serde_json::Value {
        loop {
            let news = self.next();
            if wanted(&news) {
                return news;
            }
        }
    }
}

pub(crate) fn without_script(page: &str) -> String {
    let Some(own) = page.find("_plansite/live.js\"") else {
        return page.into();
    };
    let start = page[..own].rfind("<script src=\"/").unwrap();
    let end = start + page[start..].find("</script>").unwrap() + "</script>".len();
    format!("{}{}", &page[..start], &page[end..])
}
