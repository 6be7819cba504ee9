//! CloudFormation's functions: what can be said of their literal arguments.

use crate::conditions::CONDITION_FUNCTIONS;
use crate::spelling::{listed, nearest};
use std::net::IpAddr;

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
    /// What it gives.
    pub gives: Gives,
    /// Whether YAML has a tag for it: `!Sub`.
    pub has_tag: bool,
    /// With how many arguments it needs the transform `AWS::LanguageExtensions` in the template.
    pub extended_from: Option<usize>,
}

/// What a function gives, where that does not depend on its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Text, or whatever CloudFormation reads from it: a number, a boolean.
    Text,
    /// A whole number.
    Integer,
    /// A list of text.
    List,
    /// What its arguments or the template say.
    Any,
}

/// The transform that adds functions to the language of templates.
pub const LANGUAGE_EXTENSIONS: &str = "AWS::LanguageExtensions";

impl Function {
    /// How many of its last arguments may be left out.
    pub fn optional(&self) -> usize {
        self.arguments.iter().filter(|argument| argument.is_optional()).count()
    }
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
    /// The place of an item in a list, from 0, or a function that gives it.
    Index,
    /// A block of addresses: `10.0.0.0/16`, or a function that gives it.
    AddressBlock,
    /// How many blocks of addresses to make, or a function that says so.
    BlockCount,
    /// How many bits of an address each block leaves free, which may be left out, or a function that says so.
    FreeBits,
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
    /// A list or an object of JSON.
    Container,
    /// An object of JSON, which may be left out.
    Parameters,
    /// The value where there is no other, a value of the same kind as the whole, which may be left out.
    Default,
    /// A block of `region` and `role_arn`, which may be left out.
    Source,
}

impl Argument {
    /// Whether it may be left out.
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Variables | Self::FreeBits | Self::Parameters | Self::Default | Self::Source)
    }

    /// Whether the tokens of the argument are JSON as a whole.
    pub fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Container)
    }
}

/// What a block of where another stack is may hold.
pub const SOURCE: [&str; 2] = ["region", "role_arn"];

macro_rules! functions {
    ($($name:ident($($argument:ident),*) -> $gives:ident = $cloudformation:literal, $tag:expr, $extended:expr, $form:literal;)+) => {
        /// The functions of the language.
        pub static FUNCTIONS: &[Function] = &[$(Function {
            name: stringify!($name),
            cloudformation: $cloudformation,
            arguments: &[$(Argument::$argument),*],
            form: $form,
            gives: Gives::$gives,
            has_tag: $tag,
            extended_from: $extended,
        }),+];
    };
}

// Behind the key: whether YAML has a tag, from how many arguments on it needs the transform, and the form.
functions! {
    Base64(Text) -> Text = "Fn::Base64", true, None, "Base64(\"text\")";
    Cidr(AddressBlock, BlockCount, FreeBits) -> List = "Fn::Cidr", true, None, "Cidr(\"10.0.0.0/16\", 6, 8)";
    FindInMap(Text, Text, Text, Default) -> Any = "Fn::FindInMap", true, Some(4), "FindInMap(\"Map\", \"top\", \"second\")";
    GetAZs(Text) -> List = "Fn::GetAZs", true, None, "GetAZs(\"\")";
    GetAtt(LogicalId, Attribute) -> Any = "Fn::GetAtt", true, None, "GetAtt(\"LogicalId\", \"Attribute\")";
    GetStackOutput(Text, Text, Source) -> Text = "Fn::GetStackOutput", true, None, "GetStackOutput(\"stack-name\", \"OutputName\")";
    If(Condition, Value, Value) -> Any = "Fn::If", true, None, "If(\"Condition\", then, otherwise)";
    ImportValue(Import) -> Text = "Fn::ImportValue", true, None, "ImportValue(\"ExportName\")";
    Join(PlainText, Texts) -> Text = "Fn::Join", true, None, "Join(\",\", [\"a\", \"b\"])";
    Length(Texts) -> Integer = "Fn::Length", false, Some(1), "Length([\"a\", \"b\"])";
    NoValue() -> Any = "Ref", true, None, "NoValue";
    Raw(Json) -> Any = "", false, None, "Raw({ \"Fn::Name\": \"argument\" })";
    Ref(Reference) -> Any = "Ref", true, None, "Ref(\"LogicalId\")";
    Select(Index, Texts) -> Any = "Fn::Select", true, None, "Select(0, [\"a\", \"b\"])";
    Split(PlainText, Text) -> List = "Fn::Split", true, None, "Split(\",\", \"a,b\")";
    Sub(Template, Variables) -> Text = "Fn::Sub", true, None, "Sub(\"https://${Domain}/callback\")";
    ToJsonString(Container) -> Text = "Fn::ToJsonString", false, Some(1), "ToJsonString({ \"key\": \"value\" })";
    Transform(PlainText, Parameters) -> Any = "Fn::Transform", true, None, "Transform(\"MacroName\", { \"key\": \"value\" })";
}

/// The function of that name.
pub fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

/// The name that YAML has for a function of a template, behind a `!`: `Sub` for `Fn::Sub`.
pub fn tag(cloudformation: &str) -> Option<&str> {
    let values = FUNCTIONS.iter().map(|function| (function.cloudformation, function.has_tag));
    let conditions = CONDITION_FUNCTIONS.iter().map(|function| (function.cloudformation, function.has_tag));
    let (_, has_tag) = values.chain(conditions).find(|(known, _)| *known == cloudformation)?;
    has_tag.then(|| cloudformation.strip_prefix("Fn::").unwrap_or(cloudformation))
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

/// A block of addresses: an address, and how long the prefix is that all of the block have in common.
pub fn check_address_block(block: &str) -> Result<(), Fault> {
    let is_legal = block.split_once('/').is_some_and(|(address, length)| {
        let longest = match address.parse() {
            Ok(IpAddr::V4(_)) => 32,
            Ok(IpAddr::V6(_)) => 128,
            Err(_) => return false,
        };
        length.parse().is_ok_and(|length: u8| length <= longest)
    });
    if is_legal {
        return Ok(());
    }
    Err(Fault {
        message: format!("`{}` is not a block of addresses", shorten(block)),
        help: "write an address and the length of its prefix: `\"10.0.0.0/16\"`".into(),
    })
}

/// A number where CloudFormation says how small and great it can be.
pub fn check_number(argument: Argument, number: i64) -> Result<(), Fault> {
    let (least, greatest, what) = match argument {
        Argument::Index => (0, i64::MAX, "`Select` counts items from 0"),
        Argument::BlockCount => (1, 256, "`Cidr` makes 1 to 256 blocks"),
        Argument::FreeBits => (1, 128, "`Cidr` takes 1 to 128 bits"),
        _ => return Ok(()),
    };
    if (least..=greatest).contains(&number) {
        return Ok(());
    }
    let help = if greatest == i64::MAX { format!("write `{least}`") } else { format!("write {least} to {greatest}") };
    Err(Fault { message: format!("{what}, not {number}"), help })
}

/// The place of an item in a list of so many.
pub fn check_index(index: i64, count: usize) -> Result<(), Fault> {
    let Some(last) = count.checked_sub(1) else {
        return Err(Fault {
            message: "`Select` from a list without items".into(),
            help: "write the items: `Select(0, [\"a\", \"b\"])`".into(),
        });
    };
    if usize::try_from(index).is_ok_and(|index| index > last) {
        return Err(Fault {
            message: format!("`Select` counts items from 0, and the last one here is {last}, not {index}"),
            help: format!("write `{last}`"),
        });
    }
    Ok(())
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
