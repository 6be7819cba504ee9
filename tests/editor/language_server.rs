//! A client of rust-analyzer: just enough of the language server protocol to ask about one file.

use cognito_cfn::{Json, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The answer to a request that an edit has overtaken: ask again.
const CONTENT_MODIFIED: i64 = -32801;

pub(crate) struct LanguageServer {
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// The address of the one file.
    pub(crate) file: String,
    version: i64,
    last_id: i64,
}

impl LanguageServer {
    /// Starts the program on a crate, and waits until it has read all of it.
    pub(crate) fn start(program: &str, root: &Path) -> Self {
        let mut process = Command::new(program)
            .current_dir(root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("rust-analyzer starts");
        let requests = process.stdin.take().expect("its input is a pipe");
        let answers = BufReader::new(process.stdout.take().expect("its output is a pipe"));
        let file = format!("file://{}/src/main.rs", root.display());
        let mut server = Self { process, requests, answers, file, version: 0, last_id: 0 };
        server.request(
            "initialize",
            json!({
                "rootUri": format!("file://{}", root.display()),
                "capabilities": {
                    "experimental": { "serverStatusNotification": true },
                    "textDocument": { "hover": { "contentFormat": ["markdown"] }, "diagnostic": {} },
                },
                "initializationOptions": { "checkOnSave": false, "cachePriming": { "enable": false } },
            }),
        );
        server.send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
        let document = json!({ "uri": server.file, "languageId": "rust", "version": 0, "text": "fn main() {}" });
        server.notify("textDocument/didOpen", json!({ "textDocument": document }));
        while server.receive().is_none_or(|status| status["params"]["quiescent"] != true) {}
        server
    }

    /// Replaces the file by a text, and asks about the place of its `$0`.
    pub(crate) fn ask(&mut self, method: &str, text: &str) -> Json {
        let (before, after) = text.split_once("$0").unwrap_or((text, ""));
        let line = before.matches('\n').count();
        let character = before.rsplit('\n').next().unwrap_or_default().chars().count();
        self.version += 1;
        let document = json!({ "uri": self.file, "version": self.version });
        let changes = json!([{ "text": format!("{before}{after}") }]);
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
        let position = json!({ "line": line, "character": character });
        self.request(method, json!({ "textDocument": { "uri": self.file }, "position": position }))
    }

    fn request(&mut self, method: &str, params: Json) -> Json {
        loop {
            self.last_id += 1;
            self.send(json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }));
            let answer = loop {
                if let Some(message) = self.receive().filter(|message| message["id"] == self.last_id) {
                    break message;
                }
            };
            if answer["error"]["code"] != CONTENT_MODIFIED {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            sleep(Duration::from_millis(20));
        }
    }

    fn notify(&mut self, method: &str, params: Json) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn send(&mut self, message: Json) {
        let text = message.to_string();
        write!(self.requests, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("rust-analyzer reads");
        self.requests.flush().expect("rust-analyzer reads");
    }

    /// The next message. What the server itself asks is answered with nothing.
    fn receive(&mut self) -> Option<Json> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            let read = self.answers.read_line(&mut line).expect("rust-analyzer writes");
            assert!(read > 0, "rust-analyzer has ended");
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().expect("a length is a number"),
                Some(_) => {}
                None => break,
            }
        }
        let mut text = vec![0; length];
        self.answers.read_exact(&mut text).expect("rust-analyzer writes");
        let message: Json = String::from_utf8_lossy(&text).parse().expect("a message is JSON");
        if message["method"].is_string() && !message["id"].is_null() {
            self.send(json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
            return None;
        }
        Some(message)
    }
}

impl Drop for LanguageServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
