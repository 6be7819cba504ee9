//! Functions of CloudFormation.

use super::{Content, List, Value};
use crate::depth::{MAX_RENDERED, take_apart};
use crate::json::{Json, function, object, object_of_present, sort_within};
use cognito_cfn_schema::conditions::{REF_ALL, VALUE_OF, VALUE_OF_ALL};
use serde_core::{Serialize, Serializer};

/// A function of CloudFormation, which returns a value at deployment.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>
///
/// It can be the value of any property, and converts into any [`Value`].
///
/// ```
/// use cognito_cfn::{Intrinsic, json};
///
/// let arn = Intrinsic::get_att("UserPool", "Arn");
/// assert_eq!(json!({ "UserPoolArn": arn }), json!({ "UserPoolArn": { "Fn::GetAtt": ["UserPool", "Arn"] } }));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Intrinsic {
    /// `Ref`: the id of a resource, or the value of a parameter.
    Ref(String),
    /// `Fn::GetAtt`: a return value of a resource.
    GetAtt {
        /// The resource.
        logical_id: String,
        /// The return value.
        attribute: Box<Value<String>>,
    },
    /// `Fn::Sub`: a string with `${…}` replaced.
    Sub {
        /// The string.
        template: String,
        /// Values for names that the template does not define.
        variables: Vec<(String, Value<String>)>,
    },
    /// `Fn::Join`: strings, joined.
    Join {
        /// The delimiter.
        delimiter: String,
        /// The strings.
        items: Box<List<String>>,
    },
    /// `Fn::ImportValue`: a value that another stack exports.
    ImportValue(Box<Value<String>>),
    /// `Fn::Select`: one item of a list.
    Select {
        /// The index, from 0.
        index: Box<Value<i64>>,
        /// The list.
        items: Box<List<String>>,
    },
    /// `Fn::Split`: a list of the parts of a string.
    Split {
        /// The delimiter.
        delimiter: String,
        /// The string.
        text: Box<Value<String>>,
    },
    /// `Fn::FindInMap`: a value of a mapping.
    FindInMap {
        /// The mapping.
        map: Box<Value<String>>,
        /// The first key.
        top: Box<Value<String>>,
        /// The second key.
        second: Box<Value<String>>,
        /// The value if the mapping has no such key. Requires the transform `AWS::LanguageExtensions`.
        default: Option<Json>,
    },
    /// `Fn::Base64`: a string, encoded.
    Base64(Box<Value<String>>),
    /// `Fn::Cidr`: a list of CIDR blocks within a larger one.
    Cidr {
        /// The larger block: `10.0.0.0/16`.
        block: Box<Value<String>>,
        /// The number of blocks, 1 to 256.
        count: Box<Value<i64>>,
        /// The number of host bits of each block.
        bits: Option<Box<Value<i64>>>,
    },
    /// `Fn::GetAZs`: the availability zones of a region; an empty name is the region of the stack.
    GetAZs(Box<Value<String>>),
    /// `Fn::GetStackOutput`: an output of another stack, which need not export it.
    GetStackOutput {
        /// The other stack.
        stack: Box<Value<String>>,
        /// The logical id of its output.
        output: Box<Value<String>>,
        /// Its region, if that is another one.
        region: Option<Box<Value<String>>>,
        /// The role with access to it, if the stack is in another account.
        role_arn: Option<Box<Value<String>>>,
    },
    /// `Fn::Length`: the number of items of a list. Requires the transform `AWS::LanguageExtensions`.
    Length(Box<List<String>>),
    /// `Fn::ToJsonString`: a list or an object as a JSON string. Requires the transform `AWS::LanguageExtensions`.
    ToJsonString(Json),
    /// `Fn::Transform`: the result of a macro of CloudFormation.
    Transform {
        /// The macro.
        name: String,
        /// Its parameters.
        parameters: Option<Json>,
    },
    /// `Fn::RefAll`, in rules only: the values of all parameters of a type.
    RefAll(String),
    /// `Fn::ValueOf`, in rules only: an attribute of the resource in a parameter.
    ValueOf {
        /// The parameter.
        parameter: String,
        /// The return value.
        attribute: String,
    },
    /// `Fn::ValueOfAll`, in rules only: an attribute of the resources in all parameters of a type.
    ValueOfAll {
        /// The type of the parameters.
        parameter_type: String,
        /// The return value.
        attribute: String,
    },
    /// `AWS::NoValue`: the property is absent.
    NoValue,
    /// JSON as it is.
    Raw(Json),
}

impl Intrinsic {
    /// `Ref`: the id of a resource, or the value of a parameter, by its logical id.
    pub fn reference(logical_id: impl Into<String>) -> Self {
        Self::Ref(logical_id.into())
    }

    /// `Fn::GetAtt`: a return value of the resource with that logical id.
    pub fn get_att(logical_id: impl Into<String>, attribute: impl Into<String>) -> Self {
        Self::GetAtt { logical_id: logical_id.into(), attribute: Box::new(Value::Literal(attribute.into())) }
    }

    /// `Fn::Sub`: a string with `${…}` replaced from the template.
    pub fn sub(template: impl Into<String>) -> Self {
        Self::Sub { template: template.into(), variables: Vec::new() }
    }

    /// `Fn::RefAll`, in rules only: the values of all parameters of a type, such as `AWS::EC2::VPC::Id`.
    pub fn ref_all(parameter_type: impl Into<String>) -> Self {
        Self::RefAll(parameter_type.into())
    }

    /// `Fn::ValueOf`, in rules only: an attribute of the resource in a parameter, such as the `VpcId` of subnets.
    pub fn value_of(parameter: impl Into<String>, attribute: impl Into<String>) -> Self {
        Self::ValueOf { parameter: parameter.into(), attribute: attribute.into() }
    }

    /// `Fn::ValueOfAll`, in rules only: an attribute of the resources in all parameters of a type.
    pub fn value_of_all(parameter_type: impl Into<String>, attribute: impl Into<String>) -> Self {
        Self::ValueOfAll { parameter_type: parameter_type.into(), attribute: attribute.into() }
    }
}

impl Intrinsic {
    /// The function in a template. What is nested deeper than the checks of a stack admit is rendered as `null`.
    pub fn to_json(&self) -> Json {
        self.json_within(MAX_RENDERED)
    }

    /// The same, where so many levels are left.
    pub(super) fn json_within(&self, left: usize) -> Json {
        if let Self::Raw(json) = self {
            return sort_within(json, left);
        }
        // The object and the list of the arguments.
        let Some(left) = left.checked_sub(2) else { return Json::Null };
        match self {
            Self::Ref(target) => function("Ref", target.json_within(left)),
            Self::GetAtt { logical_id, attribute } => {
                array("Fn::GetAtt", vec![logical_id.json_within(left), attribute.json_within(left)])
            }
            Self::Sub { template, variables } if variables.is_empty() => {
                function("Fn::Sub", template.json_within(left))
            }
            Self::Sub { template, variables } => {
                let variables =
                    object(variables.iter().map(|(name, value)| (name.as_str(), value.json_within(left))).collect());
                array("Fn::Sub", vec![template.json_within(left), variables])
            }
            Self::Join { delimiter, items } => {
                array("Fn::Join", vec![delimiter.json_within(left), items.json_within(left)])
            }
            Self::ImportValue(name) => function("Fn::ImportValue", name.json_within(left)),
            Self::Select { index, items } => {
                array("Fn::Select", vec![index.json_within(left), items.json_within(left)])
            }
            Self::Split { delimiter, text } => {
                array("Fn::Split", vec![delimiter.json_within(left), text.json_within(left)])
            }
            Self::FindInMap { map, top, second, default } => {
                let default = default.as_ref().map(|value| object(vec![("DefaultValue", sort_within(value, left))]));
                array(
                    "Fn::FindInMap",
                    [map.json_within(left), top.json_within(left), second.json_within(left)]
                        .into_iter()
                        .chain(default)
                        .collect(),
                )
            }
            Self::Base64(text) => function("Fn::Base64", text.json_within(left)),
            Self::Cidr { block, count, bits } => {
                let bits = bits.as_ref().map(|bits| bits.json_within(left));
                array("Fn::Cidr", [block.json_within(left), count.json_within(left)].into_iter().chain(bits).collect())
            }
            Self::GetAZs(region) => function("Fn::GetAZs", region.json_within(left)),
            Self::GetStackOutput { stack, output, region, role_arn } => {
                let members = vec![
                    ("OutputName", Some(output.json_within(left))),
                    ("Region", region.as_ref().map(|region| region.json_within(left))),
                    ("RoleArn", role_arn.as_ref().map(|role| role.json_within(left))),
                    ("StackName", Some(stack.json_within(left))),
                ];
                function("Fn::GetStackOutput", object_of_present(members))
            }
            Self::Length(items) => function("Fn::Length", items.json_within(left)),
            Self::ToJsonString(json) => function("Fn::ToJsonString", sort_within(json, left)),
            Self::Transform { name, parameters } => {
                let members = vec![
                    ("Name", Some(name.json_within(left))),
                    ("Parameters", parameters.as_ref().map(|json| sort_within(json, left))),
                ];
                function("Fn::Transform", object_of_present(members))
            }
            Self::RefAll(parameter_type) => function(REF_ALL.cloudformation, parameter_type.json_within(left)),
            Self::ValueOf { parameter, attribute } => {
                array(VALUE_OF.cloudformation, vec![parameter.json_within(left), attribute.json_within(left)])
            }
            Self::ValueOfAll { parameter_type, attribute } => {
                array(VALUE_OF_ALL.cloudformation, vec![parameter_type.json_within(left), attribute.json_within(left)])
            }
            Self::NoValue => function("Ref", Json::from("AWS::NoValue")),
            Self::Raw(json) => sort_within(json, left),
        }
    }

    /// Whether it is `AWS::NoValue`.
    pub(crate) fn is_no_value(&self) -> bool {
        match self {
            Self::NoValue => true,
            Self::Ref(target) => target == "AWS::NoValue",
            _ => false,
        }
    }
}

/// The JSON of a user can have any number of levels.
impl Drop for Intrinsic {
    fn drop(&mut self) {
        if let Self::Raw(json) | Self::ToJsonString(json) = self {
            take_apart(json);
        }
    }
}

fn array(name: &str, arguments: Vec<Json>) -> Json {
    function(name, Json::Array(arguments))
}

impl Serialize for Intrinsic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Ref(target) => serializer.collect_map([("Ref", target)]),
            Self::Sub { template, variables } if variables.is_empty() => {
                serializer.collect_map([("Fn::Sub", template)])
            }
            other => other.to_json().serialize(serializer),
        }
    }
}

impl From<Intrinsic> for Json {
    fn from(intrinsic: Intrinsic) -> Self {
        intrinsic.to_json()
    }
}
