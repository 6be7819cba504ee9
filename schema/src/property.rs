//! What is known of a property: its names, kind, limits and what a change of it does.

use crate::characters::Characters;
use crate::words::Enumeration;

/// One row: a property of the client, a member of a block, or an attribute of the resource.
pub struct Property {
    /// The name in Rust: `callback_urls`.
    pub name: &'static str,
    /// The name in a template: `CallbackURLs`.
    pub cloudformation: &'static str,
    /// The name in the CDK for Python: `callback_ur_ls`.
    pub python: &'static str,
    /// The name in the CDK for TypeScript: `callbackUrLs`.
    pub typescript: &'static str,
    /// What a value of it is.
    pub kind: Kind,
    /// The unit of a number, in the plural; empty where there is none.
    pub unit: &'static str,
    /// What the value must keep to, taken alone.
    pub limits: Limits,
    /// What the service does when the property is absent.
    pub default: &'static str,
    /// Whether CloudFormation refuses a resource without it.
    pub required: bool,
    /// Whether a change makes a new client, with a new id, instead of changing the one there is.
    pub replaces: bool,
    /// Two to five lines on what it means.
    pub documentation: &'static str,
    /// The AWS page that describes it, without the anchor.
    pub page: &'static str,
}

impl Property {
    pub(crate) const BLANK: Self = Self {
        name: "",
        cloudformation: "",
        python: "",
        typescript: "",
        kind: Kind::Json,
        unit: "",
        limits: Limits::NONE,
        default: "absent",
        required: false,
        replaces: false,
        documentation: "",
        page: "",
    };
}

/// What a value of a property is. A function such as `Ref` can stand for any of them.
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A string.
    Text,
    /// A list of strings.
    Texts,
    /// A word of an enumeration.
    Word(&'static Enumeration),
    /// A list of words; of names as well where the enumeration is open.
    Words(&'static Enumeration),
    /// A nested block with members of its own.
    Block(&'static Block),
    /// The logical id of the resource itself.
    LogicalId,
    /// Logical ids of other resources.
    LogicalIds,
    /// The name of a condition of the template.
    Condition,
    /// A string in which CloudFormation takes no function.
    PlainText,
    /// Any JSON.
    Json,
    /// Codes of findings.
    Codes,
}

/// A nested block: its CloudFormation name and members.
pub struct Block {
    /// The name of the type in CloudFormation and of the Rust struct.
    pub name: &'static str,
    /// The module of [`crate::blocks`] that holds the members.
    pub module: &'static str,
    /// The members, alphabetical by CloudFormation name.
    pub members: &'static [&'static Property],
}

/// What a value must keep to, taken alone. Where a rule knows better (the unit of a token's life), the rule decides.
pub struct Limits {
    /// The least and the greatest number.
    pub range: Option<(i64, i64)>,
    /// The least and the greatest number of characters, of each item where the property is a list.
    pub length: Option<(usize, usize)>,
    /// The characters the text, or each item, is made of.
    pub characters: Option<Characters>,
    /// The greatest number of items of a list.
    pub items: Option<usize>,
    /// The codes of a text too short or too long, of a wrong character, and of the rest.
    pub codes: Codes,
}

/// Under which code a limit is reported.
#[derive(Clone, Copy)]
pub struct Codes {
    /// A text that is too short or too long.
    pub length: &'static str,
    /// A text with a character it must not have.
    pub characters: &'static str,
    /// A number out of range, or a list with too many items.
    pub count: &'static str,
}

impl Limits {
    /// No limit that the value alone could break.
    pub const NONE: Self = Self { range: None, length: None, characters: None, items: None, codes: Codes::of("LT01") };
}

impl Codes {
    /// The same code for everything.
    pub const fn of(code: &'static str) -> Self {
        Self { length: code, characters: code, count: code }
    }
}
