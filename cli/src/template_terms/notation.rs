//! The notation of messages and helps, read: the values of `user_pool_client!` and the calls of the library.

use std::iter::Peekable;
use std::str::Chars;

/// What is between backticks.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// `"text"`
    Text(String),
    /// A name, a number, a path, `…`
    Word(String),
    /// `Ref("Id")`
    Call(String, Vec<Expression>),
    /// `[a, b]`
    List(Vec<Expression>),
    /// `{ name: value }`
    Block(Vec<Entry>),
    /// `name: value`
    Entry(Box<Entry>),
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) key: String,
    /// Whether the key was written as a string: it is one of a template already.
    pub(super) is_quoted: bool,
    pub(super) value: Expression,
}

/// Reads it. `None` is prose, a URL, or a piece of another language.
pub(super) fn parse(written: &str) -> Option<Expression> {
    let mut reader = Reader { rest: written.chars().peekable(), depth: 0 };
    let first = reader.value()?;
    let is_quoted = matches!(first, Expression::Text(_));
    let whole = match (first, reader.colon()) {
        (Expression::Word(key) | Expression::Text(key), true) => {
            Expression::Entry(Box::new(Entry { key, is_quoted, value: reader.value()? }))
        }
        (_, true) => return None,
        (value, false) => value,
    };
    reader.skip_spaces();
    reader.rest.next().is_none().then_some(whole)
}

/// Reads the value that a text begins with: the body of a macro, the arguments of a call.
pub(super) fn parse_first(text: &str) -> Option<Expression> {
    Reader { rest: text.chars().peekable(), depth: 0 }.value()
}

/// Values in messages are a few levels deep.
const MAX_DEPTH: usize = 16;

struct Reader<'w> {
    rest: Peekable<Chars<'w>>,
    depth: usize,
}

impl Reader<'_> {
    fn skip_spaces(&mut self) {
        while self.rest.next_if(|character| character.is_whitespace()).is_some() {}
    }

    /// Whether that comes next, which is then read.
    fn next_is(&mut self, expected: char) -> bool {
        self.skip_spaces();
        self.rest.next_if_eq(&expected).is_some()
    }

    /// A colon between a key and its value: one without a space is part of a word, such as `custom:role`.
    fn colon(&mut self) -> bool {
        let mut ahead = self.rest.clone();
        let is_colon = (ahead.next(), ahead.next()) == (Some(':'), Some(' '));
        if is_colon {
            self.rest = ahead;
        }
        is_colon
    }

    fn value(&mut self) -> Option<Expression> {
        self.skip_spaces();
        match *self.rest.peek()? {
            '"' => self.text().map(Expression::Text),
            '[' => self.nested(|reader| reader.items('[', ']')).map(Expression::List),
            '{' => self.nested(Self::block).map(Expression::Block),
            _ => self.word(),
        }
    }

    fn nested<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        self.depth += 1;
        let read = if self.depth > MAX_DEPTH { None } else { read(self) };
        self.depth -= 1;
        read
    }

    fn items(&mut self, open: char, close: char) -> Option<Vec<Expression>> {
        let mut items = Vec::new();
        if !self.next_is(open) {
            return None;
        }
        while !self.next_is(close) {
            items.push(self.value()?);
            if !self.next_is(',') {
                return self.next_is(close).then_some(items);
            }
        }
        Some(items)
    }

    fn block(&mut self) -> Option<Vec<Entry>> {
        let mut entries = Vec::new();
        if !self.next_is('{') {
            return None;
        }
        while !self.next_is('}') {
            let written = self.value()?;
            let is_quoted = matches!(written, Expression::Text(_));
            let (Expression::Word(key) | Expression::Text(key)) = written else { return None };
            let value = match self.colon() {
                true => self.value()?,
                false if key == "…" => Expression::Word("…".into()),
                false => return None,
            };
            entries.push(Entry { key, is_quoted, value });
            if !self.next_is(',') {
                return self.next_is('}').then_some(entries);
            }
        }
        Some(entries)
    }

    /// A name, or a call of it.
    fn word(&mut self) -> Option<Expression> {
        let mut word = String::new();
        let is_of_word = |character: &char| character.is_alphanumeric() || "_.…!-".contains(*character);
        loop {
            while let Some(character) = self.rest.next_if(is_of_word) {
                word.push(character);
            }
            // `Parameter::string`, but not `name: value`.
            let mut ahead = self.rest.clone();
            if (ahead.next(), ahead.next()) != (Some(':'), Some(':')) {
                break;
            }
            self.rest = ahead;
            word += "::";
        }
        if word.is_empty() {
            return None;
        }
        if self.rest.peek() == Some(&'(') {
            let arguments = self.nested(|reader| reader.items('(', ')'))?;
            return Some(Expression::Call(word, arguments));
        }
        Some(Expression::Word(word))
    }

    /// A string as `{:?}` writes it.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        self.rest.next();
        loop {
            match self.rest.next()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                character => text.push(character),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        match self.rest.next()? {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            '0' => Some('\0'),
            'u' => {
                let digits: String = self.rest.by_ref().skip(1).take_while(|digit| *digit != '}').collect();
                char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
            }
            character => Some(character),
        }
    }
}
