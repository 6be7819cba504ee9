// rustdoc copies no files: these addresses of the pictures come before those of the README, and win.
#![cfg_attr(doc, doc = concat!("[errors]: ", include_str!("../docs/compiler-error.uri"), "\n"))]
#![cfg_attr(doc, doc = concat!("[completion]: ", include_str!("../docs/completion.uri"), "\n"))]
#![cfg_attr(doc, doc = include_str!("../README.md"))]
//!
//! # Where to look
//!
//! | item | what it is |
//! |---|---|
//! | [`user_pool_client!`] | the language: properties, enum values, functions |
//! | [`CfnUserPoolClient`] | the value it creates, a field per property |
//! | [`Stack`] | resources, parameters, conditions, rules, mappings, loops and outputs of a template |
//! | [`Condition`], [`Rule`], [`ForEach`] | what a stack can have besides resources |
//! | [`CfnResource`] | any other resource |
//! | [`Value`], [`Intrinsic`] | a literal, or a function of CloudFormation |
//! | [`Finding`] | what the checks report |
//! | [`guide`] | the rules by code, stages, the editor, a comparison with other tools, from a template, from the CDK |

// What a caller gives must not make a library panic; a test may.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

mod app;
mod by_name;
mod checks;
mod construct;
mod depth;
mod document;
mod error;
mod json;
mod resource;
mod stack;
mod value;
mod warning;

#[cfg(doc)]
pub mod guide;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use app::{App, CloudAssembly};
pub use cognito_cfn_schema::{Finding, PropertyPath, Severity, Span, TemplateLocation};
pub use construct::{Node, Scope, TreeInspector};
pub use document::Document;
pub use error::{Error, ErrorKind};
pub use json::Json;
pub use resource::{
    AnalyticsConfiguration, CfnOptions, CfnResource, CfnUserPoolClient, Dependency, RefreshTokenRotation,
    RemovalPolicy, RemovalPolicyOptions, Resource, ResourceState, TokenValidityUnits,
};
pub use serde_json::json;
pub use stack::{Condition, ForEach, Output, Parameter, Report, Rule, Stack, Template};
pub use value::position as positions;
pub use value::{
    EnumValue, If, IntoList, IntoLogicalId, IntoPlainText, IntoValue, Intrinsic, List, ParseEnumError, Value,
};
pub use warning::Warning;

macro_rules! reexport {
    ($($openness:ident $enumeration:ident)+) => { pub use value::enums::{$($enumeration),+}; };
}
cognito_cfn_schema::enumeration_names!(reexport);

/// Declares an Amazon Cognito app client, and checks it while the crate compiles.
///
/// The value is a [`CfnUserPoolClient`].
///
/// ```
/// use cognito_cfn::user_pool_client;
///
/// let stage = "dev";
/// let client = user_pool_client! {
///     logical_id: "WebClient",
///     user_pool_id: Ref("UserPool"),
///     client_name: format!("{stage}-web"),
///     allowed_oauth_flows: [Code],
///     allowed_oauth_flows_user_pool_client: true,
///     allowed_oauth_scopes: [OpenId, Email, "orders/read"],
///     callback_urls: ["https://app.example.com/callback", Sub("https://${Domain}/callback")],
///     supported_identity_providers: [Cognito],
///     access_token_validity: 30,
///     token_validity_units: { access_token: Minutes },
///     prevent_user_existence_errors: Enabled,
/// };
/// assert_eq!(client.to_json()["Properties"]["ClientName"], "dev-web");
/// ```
///
/// # Values
///
/// | written | is |
/// |---|---|
/// | `true`, `30`, `"text"` | a literal, of the kind the property accepts |
/// | `Code`, `Minutes`, `Retain` | an enum value; the CloudFormation string `"code"` works too and is validated the same way |
/// | `[Code, "text", flow]` | a list of enum values, strings, functions and expressions |
/// | `{ access_token: Minutes }` | a nested block |
/// | `Ref("Id")`, `GetAtt("Id", "Arn")`, `Sub("${A}")`, `Sub("${A}", { A: "b" })` | functions of CloudFormation, in any property, list or block |
/// | `Join(",", ["a", "b"])`, `Split(",", "a,b")`, `Select(0, […])`, `Base64("a")` | |
/// | `If("Condition", then, otherwise)`, `FindInMap("Map", "top", "second")`, `ImportValue("Name")`, `NoValue` | |
/// | `Cidr("10.0.0.0/16", 6, 8)`, `GetAZs("")`, `Transform("Macro", { Key: "value" })` | |
/// | `GetStackOutput("stack", "Output")`, `GetStackOutput("stack", "Output", { region: "eu-west-1", role_arn: Ref("Role") })` | |
/// | `Length([…])`, `ToJsonString({ … })`, `FindInMap("Map", "top", "second", default)` | with the transform `AWS::LanguageExtensions` in the template |
/// | `Raw({ "Fn::Any": […] })` | JSON that is not checked |
/// | anything else | a Rust expression: `name`, `MAX`, `format!("{stage}-web")`, `if prod { 1 } else { 2 }`; `None` is absent |
///
/// # Attributes of the resource
///
/// `logical_id` (`"UserPoolClient"` if absent), `depends_on: ["Id"]`, `condition: "Name"`, `deletion_policy: Retain`,
/// `update_replace_policy: Retain`, `metadata: { "key": "value" }`, `description: "text"`; and `allow: [MI01]`, which
/// silences a warning by its code.
///
/// # Errors
///
/// The compiler reports every problem of a declaration at once: unknown names and enum values, invalid literals,
/// limits, and combinations of properties that Cognito refuses. Using a list-valued function where a single value is
/// expected is an error. [`CfnUserPoolClient::validate`] runs the same rules on the finished value, which has the
/// results of Rust expressions.
///
/// # Warnings
///
/// Settings that Cognito accepts but that probably do not do what you intended produce compiler warnings, each with a
/// code. `allow` silences a code or a group, `#[allow(deprecated)]` all of them, and `#![deny(deprecated)]` turns them
/// into errors: rustc lets a macro warn only by the use of something deprecated. The page of [the rules] explains every code.
///
/// [the rules]: https://docs.rs/cognito-cfn/latest/cognito_cfn/guide/rules/
///
/// ```
/// #![deny(warnings)]
/// use cognito_cfn::{Severity, user_pool_client};
///
/// let client = user_pool_client! {
///     user_pool_id: Ref("UserPool"),
///     explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
///     prevent_user_existence_errors: Enabled,
///     allow: [AF16],
/// };
/// assert!(client.validate().is_empty());
///
/// #[allow(deprecated)]
/// let client = user_pool_client! { user_pool_id: Ref("UserPool") };
/// let codes: Vec<_> = client.validate().iter().map(|finding| (finding.code, finding.severity)).collect();
/// assert_eq!(codes, [("MI01", Severity::Warning)]);
/// ```
#[macro_export]
macro_rules! user_pool_client {
    ($($declaration:tt)*) => { $crate::__private::declare! { [$crate] $($declaration)* } };
}
