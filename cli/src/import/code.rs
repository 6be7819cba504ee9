//! Rust as a tree, and its text, laid out as rustfmt lays out a struct literal.
//!
//! rustfmt leaves the body of a macro in braces alone, so what is in one has to be written as it would write it. Its rules,
//! with its defaults: a line has at most 100 columns; the arguments of a call and the items of a list are on one line if
//! they take at most 60, the fields of a block if they take at most 18; otherwise each has its own line, with a comma. JSON
//! it does not know: here an object is laid out like a call.

#[cfg(test)]
mod tests;

use unicode_width::UnicodeWidthStr;

/// The columns of a line.
pub(super) const LINE: usize = 100;
/// The columns of the arguments of a call, of the items of a list and of the members of an object, on one line.
const ARGUMENTS: usize = 60;
/// The columns of a chain of calls on one line.
const CHAIN: usize = 60;
/// The columns of the fields of a block on one line.
const FIELDS: usize = 18;
/// The columns of an item that is short: a list of only such items fills its lines.
const SHORT: usize = 10;
/// The columns of one level.
pub(super) const INDENT: usize = 4;

/// A part of a program.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Code {
    /// What has no inside: a literal, a name.
    Word(String),
    /// `[a, b]`, with what is before the bracket: nothing, or `vec!`.
    List(&'static str, Vec<Code>),
    /// `name(a, b)`.
    Call(String, Vec<Code>),
    /// `{ name: value }`.
    Block(Vec<Field>),
    /// JSON: `{ "name": value }`.
    Object(Vec<Field>),
    /// `root.call(a).call(b)`; the names of the calls begin with their dots.
    Chain(Box<Code>, Vec<Code>),
    /// A string of several lines, `r#"…"#`, as JSON.
    Raw(String),
}

/// A member of a block or an object.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    /// Lines above it, without their slashes.
    pub(super) comments: Vec<String>,
    pub(super) name: String,
    pub(super) value: Code,
}

impl Field {
    pub(super) fn new(name: impl Into<String>, value: Code) -> Self {
        Self { comments: Vec::new(), name: name.into(), value }
    }

    /// The field on lines of its own, with a comma.
    pub(super) fn layout(&self, indent: usize) -> String {
        let above = comments(&self.comments, indent);
        format!("{above}{}{},\n", " ".repeat(indent), self.part().layout(indent))
    }

    fn part(&self) -> Part<'_> {
        Part { comments: &self.comments, name: Some(&self.name), value: &self.value }
    }
}

/// A list, a call or a block: what is around its parts, and how many columns they may take on one line.
struct Parts<'c> {
    open: String,
    close: &'static str,
    limit: usize,
    items: Vec<Part<'c>>,
}

/// An item of a list, an argument, or a field.
struct Part<'c> {
    comments: &'c [String],
    name: Option<&'c str>,
    value: &'c Code,
}

impl Code {
    pub(super) fn word(text: impl Into<String>) -> Self {
        Self::Word(text.into())
    }

    /// A string as a literal of Rust.
    pub(super) fn string(text: &str) -> Self {
        Self::Word(format!("{text:?}"))
    }

    pub(super) fn call(name: impl Into<String>, arguments: Vec<Code>) -> Self {
        Self::Call(name.into(), arguments)
    }

    /// Calls one after the other.
    pub(super) fn chain(root: Code, calls: Vec<Code>) -> Self {
        if calls.is_empty() { root } else { Self::Chain(root.into(), calls) }
    }

    /// Whether an item of the crate is named in it: a type before its function, or a macro.
    pub(super) fn names(&self, item: &str) -> bool {
        let is_of = |name: &str| {
            let name = name.trim_start_matches('&');
            name.split_once("::").map(|(of, _)| of).or(name.strip_suffix('!')) == Some(item)
        };
        match self {
            Self::Word(_) | Self::Raw(_) => false,
            Self::List(_, items) => items.iter().any(|item_of| item_of.names(item)),
            Self::Chain(root, calls) => root.names(item) || calls.iter().any(|call| call.names(item)),
            Self::Call(name, arguments) => is_of(name) || arguments.iter().any(|argument| argument.names(item)),
            Self::Block(members) | Self::Object(members) => members.iter().any(|member| member.value.names(item)),
        }
    }

    /// The same with a `&` before it.
    pub(super) fn referenced(self) -> Self {
        match self {
            Self::Word(text) => Self::Word(format!("&{text}")),
            Self::Raw(text) => Self::Raw(format!("&{text}")),
            Self::Call(name, arguments) => Self::Call(format!("&{name}"), arguments),
            other => other,
        }
    }

    /// The text, where its line has so many columns before it, is indented that far, and goes on for so many columns.
    pub(super) fn layout(&self, indent: usize, before: usize, after: usize) -> String {
        if let Some(line) = self.line().filter(|line| before + width(line) + after <= LINE) {
            return line;
        }
        match self {
            Self::Word(text) => text.clone(),
            Self::Raw(text) => {
                let pad = " ".repeat(indent);
                format!("{text}\n{pad}.parse::<cognito_cfn::Json>()\n{pad}.expect(\"it is JSON\")")
            }
            // One call begins on the line of what it is called on.
            Self::Chain(root, calls) => {
                let root_text = root.layout(indent, before, 0);
                match calls.as_slice() {
                    [call] if !root_text.contains('\n') && !call.fits(indent + INDENT, after) => {
                        format!("{root_text}{}", call.layout(indent, before + width(&root_text), after))
                    }
                    calls => {
                        let inner = if root_text.contains('\n') { indent } else { indent + INDENT };
                        let line = |call: &Code| format!("\n{}{}", " ".repeat(inner), call.layout(inner, inner, after));
                        format!("{root_text}{}", calls.iter().map(line).collect::<String>())
                    }
                }
            }
            _ => self.parts().layout(indent, before, after, ARGUMENTS),
        }
    }

    /// Whether it fits on a line of its own.
    fn fits(&self, indent: usize, after: usize) -> bool {
        self.line().is_some_and(|line| indent + width(&line) + after <= LINE)
    }

    /// The text on one line, if its parts are short enough for that. The line itself is not measured.
    fn line(&self) -> Option<String> {
        match self {
            Self::Word(text) => return Some(text.clone()),
            Self::Raw(_) => return None,
            Self::Chain(root, calls) => {
                let calls: Vec<String> = calls.iter().map(Self::line).collect::<Option<_>>()?;
                let line = format!("{}{}", root.line()?, calls.concat());
                return Some(line).filter(|line| calls.len() == 1 || width(line) <= CHAIN);
            }
            _ => {}
        }
        let parts = self.parts();
        let items: Vec<String> = parts.items.iter().map(Part::line).collect::<Option<_>>()?;
        let inner = items.join(", ");
        // A single argument is not worth a line of its own, unless it is a call with arguments.
        let is_single = match parts.items.as_slice() {
            [Part { name: None, value, .. }] => !matches!(value, Self::Call(_, arguments) if !arguments.is_empty()),
            _ => false,
        };
        if !is_single && width(&inner) > parts.limit {
            return None;
        }
        let space = if matches!(self, Self::Block(_) | Self::Object(_)) && !items.is_empty() { " " } else { "" };
        Some(format!("{}{space}{inner}{space}{}", parts.open, parts.close))
    }

    /// The parts of what has brackets.
    fn parts(&self) -> Parts<'_> {
        fn values(values: &[Code]) -> Vec<Part<'_>> {
            values.iter().map(|value| Part { comments: &[], name: None, value }).collect()
        }
        fn fields(fields: &[Field]) -> Vec<Part<'_>> {
            fields.iter().map(Field::part).collect()
        }
        let (open, close, limit, items) = match self {
            Self::Word(_) | Self::Raw(_) | Self::Chain(..) => (String::new(), "", 0, Vec::new()),
            Self::List(before, items) => (format!("{before}["), "]", ARGUMENTS, values(items)),
            Self::Call(name, arguments) => (format!("{name}("), ")", ARGUMENTS, values(arguments)),
            Self::Block(members) => ("{".to_owned(), "}", FIELDS, fields(members)),
            Self::Object(members) => ("{".to_owned(), "}", ARGUMENTS, fields(members)),
        };
        Parts { open, close, limit, items }
    }
}

impl Parts<'_> {
    /// The text on several lines. A call that is alone in its brackets has one line if it takes at most so many columns.
    fn layout(&self, indent: usize, before: usize, after: usize, room: usize) -> String {
        let Self { open, close, items, .. } = self;
        // What is alone in its brackets begins on their line.
        if let [Part { name: None, value, .. }] = items.as_slice()
            && !matches!(value, Code::Word(_))
        {
            let (before, after) = (before + width(open), after + 1);
            let is_long = matches!(value, Code::Call(..)) && value.line().is_none_or(|line| width(&line) > room);
            let inner = if is_long {
                let parts = value.parts();
                let brackets = width(&parts.open) + width(parts.close);
                parts.layout(indent, before, after, room.saturating_sub(brackets))
            } else {
                value.layout(indent, before, after)
            };
            return format!("{open}{inner}{close}");
        }
        let inner = indent + INDENT;
        let pad = " ".repeat(inner);
        let mut text = format!("{open}\n");
        if open.ends_with('[') && items.iter().all(Part::is_short) {
            let mut column = LINE;
            for item in items {
                let item = item.layout(inner);
                if column + 1 + width(&item) + 1 > LINE {
                    let newline = if column == LINE { "" } else { "\n" };
                    text.push_str(&format!("{newline}{pad}{item},"));
                    column = inner + width(&item) + 1;
                } else {
                    text.push_str(&format!(" {item},"));
                    column += 1 + width(&item) + 1;
                }
            }
            text.push('\n');
        } else {
            for item in items {
                text.push_str(&comments(item.comments, inner));
                // `json!` accepts no comma after what it is called with.
                let comma = if open.ends_with("!(") { "" } else { "," };
                text.push_str(&format!("{pad}{}{comma}\n", item.layout(inner)));
            }
        }
        format!("{text}{}{close}", " ".repeat(indent))
    }
}

impl Part<'_> {
    fn line(&self) -> Option<String> {
        let value = self.value.line().filter(|_| self.comments.is_empty())?;
        Some(self.name.map_or_else(|| value.clone(), |name| format!("{name}: {value}")))
    }

    fn is_short(&self) -> bool {
        matches!(self.value, Code::Word(text) if text.len() <= SHORT)
    }

    /// The text of an item with a line of its own, and a comma behind it.
    fn layout(&self, indent: usize) -> String {
        let Some(name) = self.name else { return self.value.layout(indent, indent, 1) };
        let value = self.value.layout(indent, indent + width(name) + 2, 1);
        format!("{name}: {value}")
    }
}

/// A statement in a function: a call, or an assignment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Statement {
    /// Lines above it, without their slashes.
    pub(super) comments: Vec<String>,
    /// What the value is assigned to.
    pub(super) left: Option<String>,
    pub(super) code: Code,
}

impl Statement {
    pub(super) fn call(code: Code) -> Self {
        Self { comments: Vec::new(), left: None, code }
    }

    pub(super) fn assign(left: String, code: Code) -> Self {
        Self { left: Some(left), ..Self::call(code) }
    }

    /// The statement on lines of its own, with what it ends with.
    pub(super) fn layout(&self, end: &str) -> String {
        let above = comments(&self.comments, INDENT);
        let statement = match &self.left {
            Some(left) => assignment(left, &self.code, end),
            None => format!("{}{}{end}\n", " ".repeat(INDENT), self.code.layout(INDENT, INDENT, width(end))),
        };
        above + &statement
    }
}

/// `left = code;`, indented, with what it ends with.
fn assignment(left: &str, code: &Code, end: &str) -> String {
    let before = INDENT + width(left) + " = ".len();
    let pad = " ".repeat(INDENT);
    let next = code.line().filter(|line| 2 * INDENT + width(line) + width(end) <= LINE);
    match next {
        Some(line) if before + width(&line) + width(end) > LINE => format!("{pad}{left} =\n{pad}{pad}{line}{end}\n"),
        _ => format!("{pad}{left} = {}{end}\n", code.layout(INDENT, before, width(end))),
    }
}

/// A function without parameters. `head` is what is before its result.
pub(super) fn function(head: &str, result: &str, body: &str) -> String {
    let line = format!("{head} -> {result} {{");
    let head = if width(&line) <= LINE { line } else { format!("{head}\n-> {result} {{") };
    format!("{head}\n{body}}}\n")
}

/// Lines of comments, indented that far, each as long as a line may be.
pub(super) fn comments(comments: &[String], indent: usize) -> String {
    let start = format!("{}// ", " ".repeat(indent));
    let options = textwrap::Options::new(LINE).initial_indent(&start).subsequent_indent(&start).break_words(false);
    let wrapped = |comment: &String| textwrap::fill(&visible(comment), &options) + "\n";
    comments.iter().map(wrapped).collect()
}

/// The text on one line, with what a reader could not see escaped: rustc refuses some of it.
pub(super) fn visible(text: &str) -> String {
    let mut visible = String::new();
    for character in text.chars() {
        if matches!(character, '"' | '\'' | '\\') {
            visible.push(character);
        } else {
            visible.extend(character.escape_debug());
        }
    }
    visible
}

fn width(text: &str) -> usize {
    text.width()
}
