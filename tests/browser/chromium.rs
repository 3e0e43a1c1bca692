//! A Chromium without a window, told what to do over its pipe.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::scratch::Scratch;

/// Longer than anything takes on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where it is found, unless the environment says so.
const USUAL: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// One browser; it ends with its value.
pub(crate) struct Chromium {
    child: Child,
    to: RefCell<ChildStdin>,
    from: Receiver<Value>,
    next: Cell<u64>,
    events: RefCell<VecDeque<Value>>,
    _profile: Scratch,
}

/// One open page.
pub(crate) struct Tab<'a> {
    browser: &'a Chromium,
    session: String,
}

impl Chromium {
    pub(crate) fn new() -> Self {
        let named = std::env::var("CHROMIUM").ok();
        let usual = || {
            USUAL
                .iter()
                .find(|path| std::path::Path::new(path).is_file())
        };
        let program = named.or_else(|| usual().map(ToString::to_string));
        let program = program.expect("Chromium is needed: install it, or name it in CHROMIUM");
        let profile = Scratch::new("chromium");
        // The pipe is at 3 and 4, which a shell can lay over the usual ends.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null"])
            .arg(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-pipe",
            ])
            .arg(format!("--user-data-dir={}", profile.root().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let to = child.stdin.take().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let (sender, from) = mpsc::channel();
        thread::spawn(move || {
            let mut message = Vec::new();
            while out.read_until(0, &mut message).is_ok_and(|read| read > 0) {
                message.pop();
                let value = serde_json::from_slice(&message).unwrap();
                if sender.send(value).is_err() {
                    return;
                }
                message.clear();
            }
        });
        Self {
            child,
            to: RefCell::new(to),
            from,
            next: Cell::new(1),
            events: RefCell::default(),
            _profile: profile,
        }
    }

    /// Opens a page and waits until it is there.
    pub(crate) fn open(&self, url: &str) -> Tab<'_> {
        let target = self.call(
            None,
            "Target.createTarget",
            &json!({ "url": "about:blank" }),
        );
        let target = &target["targetId"];
        let attached = json!({ "targetId": target, "flatten": true });
        let session = self.call(None, "Target.attachToTarget", &attached);
        let tab = Tab {
            browser: self,
            session: session["sessionId"].as_str().unwrap().into(),
        };
        for domain in ["Page", "Runtime", "Log", "Network"] {
            tab.call(&format!("{domain}.enable"), &json!({}));
        }
        tab.call("Page.navigate", &json!({ "url": url }));
        tab.until("document.readyState === 'complete' && location.href !== 'about:blank'");
        tab
    }

    fn call(&self, session: Option<&str>, method: &str, params: &Value) -> Value {
        let id = self.next.replace(self.next.get() + 1);
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = serde_json::to_vec(&message).unwrap();
        bytes.push(0);
        self.to.borrow_mut().write_all(&bytes).unwrap();
        loop {
            let answer = self.from.recv_timeout(PATIENCE);
            let answer = answer.unwrap_or_else(|_| panic!("no answer to {method}"));
            if answer["id"] != id {
                self.events.borrow_mut().push_back(answer);
                continue;
            }
            assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
            return answer["result"].clone();
        }
    }

    /// What went wrong in any page: exceptions, errors in the console, requests that failed.
    pub(crate) fn errors(&self) -> Vec<String> {
        while let Ok(event) = self.from.recv_timeout(Duration::from_millis(100)) {
            self.events.borrow_mut().push_back(event);
        }
        let is_error = |event: &&Value| match event["method"].as_str() {
            Some("Runtime.exceptionThrown") => true,
            Some("Runtime.consoleAPICalled") => event["params"]["type"] == "error",
            Some("Log.entryAdded") => event["params"]["entry"]["level"] == "error",
            _ => false,
        };
        let events = self.events.borrow();
        events
            .iter()
            .filter(is_error)
            .map(ToString::to_string)
            .collect()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Tab<'_> {
    fn call(&self, method: &str, params: &Value) -> Value {
        self.browser.call(Some(&self.session), method, params)
    }

    /// What this script gives; nothing while the page is loading.
    pub(crate) fn value(&self, script: &str) -> Value {
        let params = json!({ "expression": script, "returnByValue": true });
        self.call("Runtime.evaluate", &params)["result"]["value"].clone()
    }

    pub(crate) fn text(&self, script: &str) -> String {
        self.value(script).as_str().unwrap_or_default().to_string()
    }

    /// Waits until this holds.
    pub(crate) fn until(&self, script: &str) {
        let start = Instant::now();
        while self.value(script) != true {
            let text = || self.text("document.body.innerText.slice(0, 400)");
            assert!(start.elapsed() < PATIENCE, "never: {script}\n{}", text());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Puts this page before all others: those that nobody sees do not listen.
    pub(crate) fn front(&self) {
        self.call("Page.bringToFront", &json!({}));
        self.until("document.visibilityState === 'visible'");
    }

    /// Sets the size of the window.
    pub(crate) fn size(&self, width: u32, height: u32) {
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", &params);
    }
}
