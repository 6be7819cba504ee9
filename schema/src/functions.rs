//! CloudFormation's functions: what can be said of their literal arguments.

use crate::spelling::{listed, nearest};

/// A function of CloudFormation, as the language has it.
pub struct Function {
    /// The name in a declaration: `Sub`.
    pub name: &'static str,
    /// The key in a template: `Fn::Sub`.
    pub cloudformation: &'static str,
    /// What it takes, in order.
    pub arguments: &'static [Argument],
    /// How it is written, for messages.
    pub form: &'static str,
}

/// What a function takes as argument.
#[derive(Clone, Copy, PartialEq)]
pub enum Argument {
    /// The value of the property, a value of the same kind as the whole.
    Value,
    /// Text, or a function that gives some.
    Text,
    /// Text in which CloudFormation takes no function.
    PlainText,
    /// A list of text, or a function that gives one.
    Texts,
    /// A number, or a function that gives one.
    Integer,
    /// What `Ref` takes: a logical id or a pseudo parameter.
    Reference,
    /// A logical id, or `id.attribute` where it stands alone.
    LogicalId,
    /// The name of an attribute, or a function that gives it.
    Attribute,
    /// The name of a condition.
    Condition,
    /// Text with `${…}`.
    Template,
    /// A block of variables, which may be left out.
    Variables,
    /// The name of an export, or a function that gives it.
    Import,
    /// Any JSON.
    Json,
}

macro_rules! functions {
    ($($name:ident($($argument:ident),*) = $cloudformation:literal, $form:literal;)+) => {
        /// The functions of the language.
        pub static FUNCTIONS: &[Function] = &[$(Function {
            name: stringify!($name),
            cloudformation: $cloudformation,
            arguments: &[$(Argument::$argument),*],
            form: $form,
        }),+];
    };
}

functions! {
    Base64(Text) = "Fn::Base64", "Base64(\"text\")";
    FindInMap(Text, Text, Text) = "Fn::FindInMap", "FindInMap(\"Map\", \"top\", \"second\")";
    GetAtt(LogicalId, Attribute) = "Fn::GetAtt", "GetAtt(\"LogicalId\", \"Attribute\")";
    If(Condition, Value, Value) = "Fn::If", "If(\"Condition\", then, otherwise)";
    ImportValue(Import) = "Fn::ImportValue", "ImportValue(\"ExportName\")";
    Join(PlainText, Texts) = "Fn::Join", "Join(\",\", [\"a\", \"b\"])";
    NoValue() = "Ref", "NoValue";
    Raw(Json) = "", "Raw({ \"Fn::GetAZs\": \"\" })";
    Ref(Reference) = "Ref", "Ref(\"LogicalId\")";
    Select(Integer, Texts) = "Fn::Select", "Select(0, [\"a\", \"b\"])";
    Split(PlainText, Text) = "Fn::Split", "Split(\",\", \"a,b\")";
    Sub(Template, Variables) = "Fn::Sub", "Sub(\"https://${Domain}/callback\")";
}

/// The function of that name.
pub fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

/// The pseudo parameters: what `Ref` takes beside logical ids.
pub const PSEUDO_PARAMETERS: &[&str] = &[
    "AWS::AccountId",
    "AWS::NoValue",
    "AWS::NotificationARNs",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
];

/// What is wrong with a literal argument, and what to type instead.
pub struct Fault {
    /// What is wrong, in one line.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

/// A logical id, of a resource or parameter: ASCII letters and digits, 1 to 255.
pub fn check_logical_id(id: &str) -> Result<(), Fault> {
    if !id.is_empty() && id.len() <= 255 && id.chars().all(|character| character.is_ascii_alphanumeric()) {
        return Ok(());
    }
    let legal = join_words(id);
    let shown = if legal.is_empty() { "WebClient" } else { &legal };
    Err(Fault {
        message: if id.is_empty() {
            "empty text is not a logical id".into()
        } else {
            format!("`{}` is not a logical id", shorten(id))
        },
        help: format!("write ASCII letters and digits, 1 to 255: `\"{}\"`", shorten(shown)),
    })
}

/// The letters and digits of a name, each word of it with a capital: `WebClient` of `web-client`.
fn join_words(name: &str) -> String {
    let mut joined = String::new();
    for word in name.split(|character: char| !character.is_ascii_alphanumeric()) {
        let (first, rest) = word.split_at(word.len().min(1));
        joined.push_str(&first.to_ascii_uppercase());
        joined.push_str(rest);
    }
    joined.truncate(255);
    joined
}

/// The name of a condition: made like a logical id.
pub fn check_condition(name: &str) -> Result<(), Fault> {
    check_logical_id(name)
        .map_err(|fault| Fault { message: format!("`{}` is not the name of a condition", shorten(name)), ..fault })
}

/// What `Ref` takes: a logical id, or a pseudo parameter. Transforms make ids with dots.
pub fn check_reference(target: &str) -> Result<(), Fault> {
    if let Some(name) = target.strip_prefix("AWS::") {
        if PSEUDO_PARAMETERS.contains(&target) {
            return Ok(());
        }
        let nearest = nearest(name, PSEUDO_PARAMETERS.iter().filter_map(|known| known.strip_prefix("AWS::")));
        return Err(Fault {
            message: format!("there is no pseudo parameter `{target}`"),
            help: nearest.map_or_else(
                || format!("write {}", listed(PSEUDO_PARAMETERS)),
                |name| format!("did you mean `AWS::{name}`?"),
            ),
        });
    }
    if let Some((id, attribute)) = target.split_once('.')
        && check_logical_id(id).is_ok()
        && is_attribute(attribute)
    {
        return Ok(());
    }
    check_logical_id(target)
}

/// What `GetAtt` takes as attribute: names of letters and digits, joined by dots.
pub fn check_attribute(attribute: &str) -> Result<(), Fault> {
    if is_attribute(attribute) {
        return Ok(());
    }
    Err(Fault {
        message: format!("`{}` is not the name of an attribute", shorten(attribute)),
        help: "an attribute is letters and digits, such as `\"ClientSecret\"`".into(),
    })
}

fn is_attribute(attribute: &str) -> bool {
    // Attributes of custom resources and of nested stacks (`Outputs.Name`) are the user's own names.
    !attribute.is_empty()
        && attribute.split('.').all(|part| {
            !part.is_empty()
                && part.chars().all(|character| character.is_ascii_alphanumeric() || "_-:".contains(character))
        })
}

/// The `${…}` of a `Sub`: letters, digits, `_`, `.` and `:`; `${!…}` stands for itself.
pub fn check_template(template: &str) -> Result<(), Fault> {
    let mut rest = template;
    while let Some((_, opened)) = rest.split_once("${") {
        if opened.starts_with('!') {
            rest = opened;
            continue;
        }
        let Some((name, after)) = opened.split_once('}') else {
            return Err(Fault {
                message: "`${` without `}` in `Sub`".into(),
                help: "close it as in `${Name}`, or write `${!Name}` to have the text `${Name}`".into(),
            });
        };
        check_variable(name)?;
        rest = after;
    }
    Ok(())
}

/// The name within a `${…}`.
fn check_variable(written: &str) -> Result<(), Fault> {
    let name = written.trim();
    if name.is_empty() {
        return Err(Fault {
            message: format!("`${{{written}}}` names nothing"),
            help: "write a logical id, a parameter or a variable of the block: `${Name}`".into(),
        });
    }
    let is_legal = |character: char| character.is_ascii_alphanumeric() || "_.:".contains(character);
    if !name.chars().all(is_legal) {
        let legal: String = name.chars().filter(|&character| is_legal(character)).collect();
        return Err(Fault {
            message: format!("`${{{}}}` is no name that `Sub` takes", shorten(written)),
            help: format!(
                "a name is ASCII letters, digits, `_`, `.` and `:`, such as `${{{}}}`; `${{!{}}}` stands for itself",
                if legal.is_empty() { "Name" } else { &legal },
                shorten(name),
            ),
        });
    }
    if name.starts_with("AWS::") { check_reference(name) } else { Ok(()) }
}

/// What `ImportValue` takes: text in which nothing is left to substitute.
pub fn check_import(name: &str) -> Result<(), Fault> {
    if name.contains("${") {
        return Err(Fault {
            message: "nothing fills in the `${…}` of this `ImportValue`".into(),
            help: format!("write `ImportValue(Sub({name:?}))`"),
        });
    }
    Ok(())
}

/// Text as it stands in a message: the first line of a message stays short.
pub fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}
