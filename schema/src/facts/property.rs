//! A property: its names, kind, limits and the effect of a change.

use crate::characters::Characters;
use crate::enums::Enumeration;
use crate::fallback::Fallback;
use crate::rules::{LT01, Rule};

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
    /// What others call it: `redirect_uris`, as OpenID Connect does.
    pub synonyms: &'static [&'static str],
    /// What a value of it is.
    pub kind: Kind,
    /// The unit of a number, in the plural; empty where there is none.
    pub unit: &'static str,
    /// The limits of the value alone.
    pub limits: Limits,
    /// What Cognito does when the property is absent.
    pub default: &'static str,
    /// The value that a client has then.
    pub fallback: Fallback,
    /// Whether an update without the property may leave the client as it is.
    pub survives_removal: bool,
    /// Whether CloudFormation rejects a resource without it.
    pub required: bool,
    /// What a change of it does.
    pub update: Update,
    /// Two to five lines on what it means.
    pub documentation: &'static str,
    /// The AWS page that describes it, without the anchor.
    pub page: &'static str,
}

/// What CloudFormation does when a property changes.
#[derive(Clone, Copy, PartialEq)]
pub enum Update {
    /// The existing client is changed.
    InPlace,
    /// A new client with a new id is created, and the old one is deleted.
    Replacement,
}

/// A row is written as a chain of the facts that are known of it.
impl Property {
    pub(crate) const fn new(
        name: &'static str,
        cloudformation: &'static str,
        kind: Kind,
        documentation: &'static str,
        page: &'static str,
    ) -> Self {
        Self {
            name,
            cloudformation,
            python: "",
            typescript: "",
            synonyms: &[],
            kind,
            unit: "",
            limits: Limits::NONE,
            default: "absent",
            fallback: Fallback::Absent,
            survives_removal: false,
            required: false,
            update: Update::InPlace,
            documentation,
            page,
        }
    }

    pub(crate) const fn python(mut self, name: &'static str) -> Self {
        self.python = name;
        self
    }

    pub(crate) const fn typescript(mut self, name: &'static str) -> Self {
        self.typescript = name;
        self
    }

    pub(crate) const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    pub(crate) const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = unit;
        self
    }

    pub(crate) const fn default(mut self, default: &'static str) -> Self {
        self.default = default;
        self
    }

    pub(crate) const fn fallback(mut self, fallback: Fallback) -> Self {
        self.fallback = fallback;
        self
    }

    pub(crate) const fn survives_removal(mut self) -> Self {
        self.survives_removal = true;
        self
    }

    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(crate) const fn update(mut self, update: Update) -> Self {
        self.update = update;
        self
    }

    pub(crate) const fn range(mut self, min: i64, max: i64) -> Self {
        self.limits.range = Some((min, max));
        self
    }

    pub(crate) const fn length(mut self, min: usize, max: usize) -> Self {
        self.limits.length = Some((min, max));
        self
    }

    pub(crate) const fn characters(mut self, characters: Characters) -> Self {
        self.limits.characters = Some(characters);
        self
    }

    pub(crate) const fn items(mut self, max: usize) -> Self {
        self.limits.items = Some(max);
        self
    }

    /// The rule of every limit that has none of its own.
    pub(crate) const fn rule(mut self, rule: &'static Rule) -> Self {
        self.limits.rules = LimitRules { length: rule, characters: rule, count: rule };
        self
    }

    pub(crate) const fn characters_rule(mut self, rule: &'static Rule) -> Self {
        self.limits.rules.characters = rule;
        self
    }

    pub(crate) const fn count_rule(mut self, rule: &'static Rule) -> Self {
        self.limits.rules.count = rule;
        self
    }
}

/// What a value is, of a property or of a function's parameter. A function such as `Ref` can be used for most of them.
#[derive(Clone, Copy)]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A string.
    String(StringFormat),
    /// A value of an enumeration, or another string where the enumeration is open.
    Enum(&'static Enumeration),
    /// A list of such values.
    List(&'static Kind),
    /// A nested block with members of its own.
    Block(&'static Block),
    /// JSON.
    Json(JsonFormat),
    /// Named strings: the variables of a `Sub`. Where names are listed, no others are accepted.
    Variables(&'static [&'static str]),
    /// Codes of rules.
    Codes,
    /// Of a parameter: the kind of the value that the function is used for.
    Result,
}

/// What a string is for, where that limits what may be literal in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StringFormat {
    /// Whatever the property's limits say.
    Any,
    /// A string in which CloudFormation accepts no function.
    Plain,
    /// The logical id of a resource.
    LogicalId,
    /// What `Ref` accepts: a logical id or a pseudo parameter.
    Reference,
    /// The name of a return value of `Fn::GetAtt`.
    ReturnValue,
    /// The name of a condition.
    Condition,
    /// The string of a `Sub`, with `${…}`.
    Template,
    /// The name of an export.
    ExportName,
    /// A block of addresses: `10.0.0.0/16`.
    AddressBlock,
}

/// What JSON may be at its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFormat {
    /// Anything.
    Any,
    /// A list or an object.
    Container,
    /// An object.
    Object,
}

impl Kind {
    /// A string that only the property's limits bound.
    pub const STRING: Self = Self::String(StringFormat::Any);

    /// The enumeration of the value, or of its items.
    pub const fn enumeration(self) -> Option<&'static Enumeration> {
        match self {
            Self::Enum(of) | Self::List(&Self::Enum(of)) => Some(of),
            _ => None,
        }
    }

    /// What an item of such a list is.
    pub fn item(self) -> Option<Self> {
        match self {
            Self::List(item) => Some(*item),
            _ => None,
        }
    }

    /// Whether CloudFormation accepts a function here.
    pub fn accepts_functions(self) -> bool {
        match self {
            Self::String(format) => matches!(
                format,
                StringFormat::Any | StringFormat::ReturnValue | StringFormat::ExportName | StringFormat::AddressBlock
            ),
            Self::List(Self::String(StringFormat::LogicalId)) | Self::Variables(_) | Self::Codes => false,
            _ => true,
        }
    }

    /// The kind in a message: "a string", "a list of strings".
    pub fn describe(self) -> String {
        let described = match self {
            Self::Enum(of) if of.is_open() => return format!("a value of `{}` or a string", of.name),
            Self::Enum(of) => return format!("a value of `{}`", of.name),
            Self::List(Self::Enum(of)) if of.is_open() => {
                return format!("a list of `{}` values or strings", of.name);
            }
            Self::List(Self::Enum(of)) => return format!("a list of `{}` values", of.name),
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::String(StringFormat::LogicalId | StringFormat::Reference) => "a logical id",
            Self::String(StringFormat::Condition) => "the name of a condition",
            Self::String(_) => "a string",
            Self::List(Self::String(StringFormat::LogicalId)) => "a list of logical ids",
            Self::List(_) => "a list of strings",
            Self::Block(_) => "a block",
            Self::Json(_) => "JSON",
            Self::Variables(_) => "a block of variables",
            Self::Codes => "a list of codes",
            Self::Result => "a value",
        };
        described.to_owned()
    }
}

/// A nested block: its CloudFormation name and members.
pub struct Block {
    /// The name of the type in CloudFormation and of the Rust struct.
    pub name: &'static str,
    /// The module of [`crate::blocks`] that holds the members.
    pub module: &'static str,
    /// The members, alphabetical by CloudFormation name.
    pub members: &'static [&'static Property],
    /// Whether the registry schema allows other members.
    pub is_open: bool,
}

/// The limits of a value alone. Where a rule is more precise (the unit of a token validity), the rule decides.
pub struct Limits {
    /// The minimum and the maximum.
    pub range: Option<(i64, i64)>,
    /// The minimum and the maximum number of characters, of each item if the property is a list.
    pub length: Option<(usize, usize)>,
    /// The characters that the string, or each item, may have.
    pub characters: Option<Characters>,
    /// The maximum number of items of a list.
    pub items: Option<usize>,
    /// The rules under which a violation is reported.
    pub rules: LimitRules,
}

/// The rules under which violations of limits are reported.
#[derive(Clone, Copy)]
pub struct LimitRules {
    /// A string that is too short or too long.
    pub length: &'static Rule,
    /// A string with a character it must not have.
    pub characters: &'static Rule,
    /// A number out of range, or a list with too many items.
    pub count: &'static Rule,
}

impl Limits {
    /// No limit that the value alone could break.
    const NONE: Self = Self {
        range: None,
        length: None,
        characters: None,
        items: None,
        rules: LimitRules { length: &LT01, characters: &LT01, count: &LT01 },
    };
}
