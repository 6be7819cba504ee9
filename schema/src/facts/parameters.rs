//! The parameters of a template: their types, and what a default may be.

use crate::Diagnostic;
use crate::literals::shorten;
use crate::suggest::{listed, nearest};

/// The types that are not about a resource or a value of AWS.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
pub const TYPES: &[&str] =
    &["String", "Number", "List<Number>", "List<String>", "CommaDelimitedList", "AWS::SSM::Parameter::Name"];

/// The types of which a parameter is one value of the account. `List<…>` of most of them is a type as well.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html>
pub const TYPES_OF_AWS: &[&str] = &[
    "AWS::EC2::AvailabilityZone::Name",
    "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName",
    "AWS::EC2::SecurityGroup::GroupName",
    "AWS::EC2::SecurityGroup::Id",
    "AWS::EC2::Subnet::Id",
    "AWS::EC2::VPC::Id",
    "AWS::EC2::Volume::Id",
    "AWS::Route53::HostedZone::Id",
];

/// What a parameter of Systems Manager begins with; the type of its value follows, and `>`.
pub const SSM_VALUE: &str = "AWS::SSM::Parameter::Value<";

/// The type of a parameter.
pub fn check_type(written: &str) -> Result<(), Diagnostic> {
    let is_item = |of: &str| TYPES_OF_AWS.contains(&of);
    let is_list = |of: &str| of.strip_prefix("List<").and_then(|of| of.strip_suffix('>')).is_some_and(is_item);
    let is_plain = |of: &str| TYPES.contains(&of) || is_item(of) || is_list(of);
    let value = written.strip_prefix(SSM_VALUE).and_then(|of| of.strip_suffix('>'));
    if value.map_or_else(|| is_plain(written), |of| is_plain(of) && of != "Number") {
        return Ok(());
    }
    let known = TYPES.iter().chain(TYPES_OF_AWS).copied();
    Err(Diagnostic {
        message: format!("unknown parameter type `{}`", shorten(written)),
        help: nearest(written, known)
            .map_or_else(
                || {
                    format!(
                        "use {}, or an AWS type such as `AWS::EC2::VPC::Id`",
                        listed(&["String", "Number", "List<Number>", "CommaDelimitedList"])
                    )
                },
                |near| format!("a type with a similar name exists: `{near}`"),
            )
            .into(),
    })
}

/// Whether a parameter of that type is a list.
pub fn is_list(parameter_type: &str) -> bool {
    parameter_type == "CommaDelimitedList"
        || parameter_type.contains("List<")
        || parameter_type.contains("<CommaDelimitedList>")
}
