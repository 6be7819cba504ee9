//! CloudFormation's functions, and what they accept.

use crate::conditions::CONDITION_FUNCTIONS;
use crate::{JsonFormat, Kind, StringFormat};

/// A function of CloudFormation, as the language has it.
pub struct Function {
    /// The name in a declaration: `Sub`.
    pub name: &'static str,
    /// The key in a template: `Fn::Sub`.
    pub cloudformation: &'static str,
    /// What it accepts, in order.
    pub parameters: &'static [Parameter],
    /// How it is written, for messages.
    pub form: &'static str,
    /// What it returns.
    pub gives: Gives,
    /// Whether YAML has a tag for it: `!Sub`.
    pub has_tag: bool,
    /// Whether an override of the AWS CDK replaces it as a whole, where it merges other objects member by member.
    pub is_replaced_whole: bool,
    /// The number of arguments from which it needs the transform `AWS::LanguageExtensions` in the template.
    pub extended_from: Option<usize>,
}

/// What a function returns, if that does not depend on its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// A string, or what CloudFormation reads from it: a number, a boolean.
    Text,
    /// A whole number.
    Integer,
    /// A list of strings.
    List,
    /// It depends on the arguments or on the template.
    Any,
}

/// The transform that adds functions to the language of templates.
pub const LANGUAGE_EXTENSIONS: &str = "AWS::LanguageExtensions";

impl Function {
    /// The number of optional parameters, which come last.
    pub fn optional(&self) -> usize {
        self.parameters.iter().filter(|parameter| parameter.is_optional).count()
    }
}

/// A parameter of a function.
#[derive(Clone, Copy)]
pub struct Parameter {
    /// What an argument for it is.
    pub kind: Kind,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// The minimum, the maximum, and the start of a message that names them.
    pub range: Option<(i64, i64, &'static str)>,
}

impl Parameter {
    const fn new(kind: Kind) -> Self {
        Self { kind, is_optional: false, range: None }
    }

    const fn string(format: StringFormat) -> Self {
        Self::new(Kind::String(format))
    }

    const fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    const fn range(mut self, min: i64, max: i64, subject: &'static str) -> Self {
        self.range = Some((min, max, subject));
        self
    }
}

/// The members of the block that locates another stack.
pub const STACK_LOCATION: &[&str] = &["region", "role_arn"];

/// The parameters of the functions.
mod parameters {
    use super::{JsonFormat, Kind, Parameter, STACK_LOCATION, StringFormat};

    pub(super) const RESULT: Parameter = Parameter::new(Kind::Result);
    pub(super) const STRING: Parameter = Parameter::string(StringFormat::Any);
    pub(super) const PLAIN: Parameter = Parameter::string(StringFormat::Plain);
    pub(super) const STRINGS: Parameter = Parameter::new(Kind::List(&Kind::STRING));
    pub(super) const INDEX: Parameter =
        Parameter::new(Kind::Integer).range(0, i64::MAX, "the index of `Select` must be 0 or more");
    pub(super) const BLOCK: Parameter = Parameter::string(StringFormat::AddressBlock);
    pub(super) const COUNT: Parameter =
        Parameter::new(Kind::Integer).range(1, 256, "the count of `Cidr` must be 1 to 256");
    pub(super) const BITS: Parameter =
        Parameter::new(Kind::Integer).range(1, 128, "the bits of `Cidr` must be 1 to 128").optional();
    pub(super) const REFERENCE: Parameter = Parameter::string(StringFormat::Reference);
    pub(super) const LOGICAL_ID: Parameter = Parameter::string(StringFormat::LogicalId);
    pub(super) const RETURN_VALUE: Parameter = Parameter::string(StringFormat::ReturnValue);
    pub(super) const CONDITION: Parameter = Parameter::string(StringFormat::Condition);
    pub(super) const TEMPLATE: Parameter = Parameter::string(StringFormat::Template);
    pub(super) const VARIABLES: Parameter = Parameter::new(Kind::Variables(&[])).optional();
    pub(super) const EXPORT_NAME: Parameter = Parameter::string(StringFormat::ExportName);
    pub(super) const JSON: Parameter = Parameter::new(Kind::Json(JsonFormat::Any));
    pub(super) const CONTAINER: Parameter = Parameter::new(Kind::Json(JsonFormat::Container));
    pub(super) const OBJECT: Parameter = Parameter::new(Kind::Json(JsonFormat::Object)).optional();
    pub(super) const DEFAULT: Parameter = RESULT.optional();
    pub(super) const LOCATION: Parameter = Parameter::new(Kind::Variables(STACK_LOCATION)).optional();
}

macro_rules! functions {
    ($($name:ident($($parameter:ident),*) -> $gives:ident = $cloudformation:literal, $tag:expr, $whole:expr, $extended:expr, $form:literal;)+) => {
        /// The functions of the language.
        pub static FUNCTIONS: &[Function] = &[$(Function {
            name: stringify!($name),
            cloudformation: $cloudformation,
            parameters: &[$(parameters::$parameter),*],
            form: $form,
            gives: Gives::$gives,
            has_tag: $tag,
            is_replaced_whole: $whole,
            extended_from: $extended,
        }),+];
    };
}

// Behind the key: whether YAML has a tag, whether an override replaces it as a whole, from how many arguments on it needs
// the transform, and the form.
functions! {
    Base64(STRING) -> Text = "Fn::Base64", true, true, None, "Base64(\"text\")";
    Cidr(BLOCK, COUNT, BITS) -> List = "Fn::Cidr", true, true, None, "Cidr(\"10.0.0.0/16\", 6, 8)";
    FindInMap(STRING, STRING, STRING, DEFAULT) -> Any = "Fn::FindInMap", true, true, Some(4), "FindInMap(\"Map\", \"top\", \"second\")";
    GetAZs(STRING) -> List = "Fn::GetAZs", true, true, None, "GetAZs(\"\")";
    GetAtt(LOGICAL_ID, RETURN_VALUE) -> Any = "Fn::GetAtt", true, true, None, "GetAtt(\"LogicalId\", \"Attribute\")";
    GetStackOutput(STRING, STRING, LOCATION) -> Text = "Fn::GetStackOutput", true, false, None, "GetStackOutput(\"stack-name\", \"OutputName\")";
    If(CONDITION, RESULT, RESULT) -> Any = "Fn::If", true, true, None, "If(\"Condition\", then, otherwise)";
    ImportValue(EXPORT_NAME) -> Text = "Fn::ImportValue", true, true, None, "ImportValue(\"ExportName\")";
    Join(PLAIN, STRINGS) -> Text = "Fn::Join", true, true, None, "Join(\",\", [\"a\", \"b\"])";
    Length(STRINGS) -> Integer = "Fn::Length", false, false, Some(1), "Length([\"a\", \"b\"])";
    NoValue() -> Any = "Ref", true, true, None, "NoValue";
    Raw(JSON) -> Any = "", false, false, None, "Raw({ \"Fn::Name\": \"argument\" })";
    Ref(REFERENCE) -> Any = "Ref", true, true, None, "Ref(\"LogicalId\")";
    Select(INDEX, STRINGS) -> Any = "Fn::Select", true, true, None, "Select(0, [\"a\", \"b\"])";
    Split(PLAIN, STRING) -> List = "Fn::Split", true, true, None, "Split(\",\", \"a,b\")";
    Sub(TEMPLATE, VARIABLES) -> Text = "Fn::Sub", true, true, None, "Sub(\"https://${Domain}/callback\")";
    ToJsonString(CONTAINER) -> Text = "Fn::ToJsonString", false, false, Some(1), "ToJsonString({ \"key\": \"value\" })";
    Transform(PLAIN, OBJECT) -> Any = "Fn::Transform", true, true, None, "Transform(\"MacroName\", { \"key\": \"value\" })";
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

/// Whether an override of the AWS CDK replaces the function of a template as a whole: half of one and half of another is
/// none. It is the list `MERGE_EXCLUDE_KEYS` of aws-cdk-lib's `core/lib/private/deep-merge.ts`.
pub fn is_replaced_whole(cloudformation: &str) -> bool {
    let values = FUNCTIONS.iter().map(|function| (function.cloudformation, function.is_replaced_whole));
    let conditions = CONDITION_FUNCTIONS.iter().map(|function| (function.cloudformation, function.is_replaced_whole));
    values.chain(conditions).any(|(known, is_replaced_whole)| is_replaced_whole && known == cloudformation)
}

/// The pseudo parameters, which `Ref` accepts like logical ids.
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
