#![doc = include_str!("../README.md")]
//!
//! # Where to look
//!
//! | item | what it is |
//! |---|---|
//! | [`user_pool_client!`] | the language: properties, words, functions |
//! | [`CfnUserPoolClient`] | the value it makes, a field per property |
//! | [`Stack`] | resources, parameters, conditions, rules, mappings, loops and outputs of a template |
//! | [`Condition`], [`Rule`], [`ForEach`] | what a stack takes beside resources |
//! | [`CfnResource`] | any other resource |
//! | [`Value`], [`Intrinsic`] | a literal, or a function of CloudFormation |
//! | [`Finding`] | what the checks say |

// What a caller gives must not make a library panic; a test may.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

mod app;
mod assembly;
mod attributes;
mod check;
mod client;
mod collation;
mod condition;
mod content;
mod context;
mod convert;
mod dependency;
mod deployment;
mod enums;
mod error;
mod for_each;
mod inspect;
mod intrinsic;
mod members;
mod names;
mod node;
mod options;
mod output;
mod overrides;
mod parameter;
mod possible;
mod references;
mod removal_policy;
mod resource;
mod rule;
mod sections;
mod stack;
mod state;
mod surroundings;
mod transform;
mod unique_id;
mod value;
mod view;
#[cfg(feature = "yaml")]
mod yaml;

/// The programs of the page are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../docs/from-cdk.md")]
mod from_cdk {}

#[doc(hidden)]
#[path = "declare.rs"]
pub mod __private;

pub use app::App;
pub use assembly::CloudAssembly;
pub use client::{AnalyticsConfiguration, CfnUserPoolClient, RefreshTokenRotation, TokenValidityUnits};
pub use cognito_cfn_schema::{Finding, PropertyPath, Severity};
pub use condition::Condition;
pub use convert::{
    BlockValue, BooleanValue, IntegerValue, LogicalIdList, OptionalPlainText, PlainText, TextListValue, TextValue,
    WordListValue, WordValue,
};
pub use dependency::Dependency;
pub use error::{Error, ErrorKind};
pub use for_each::ForEach;
pub use inspect::TreeInspector;
pub use intrinsic::Intrinsic;
pub use node::{Node, Scope};
pub use options::CfnOptions;
pub use output::Output;
pub use parameter::Parameter;
pub use removal_policy::{RemovalPolicy, RemovalPolicyOptions};
pub use resource::{CfnResource, Resource};
pub use rule::Rule;
pub use serde_json::{Value as Json, json};
pub use stack::Stack;
pub use state::ResourceState;
pub use value::{If, List, Value};

pub use enums::EnumValue;

macro_rules! reexport {
    ($($openness:ident $enumeration:ident)+) => { pub use enums::{$($enumeration),+}; };
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
/// | `true`, `30`, `"text"` | a literal, of the kind the property takes |
/// | `Code`, `Minutes`, `Retain` | a word of the property's enumeration; its CloudFormation text, `"code"`, is taken too |
/// | `[Code, "text", flow]` | a list, with words, text, functions and expressions side by side |
/// | `{ access_token: Minutes }` | a nested block |
/// | `Ref("Id")`, `GetAtt("Id", "Arn")`, `Sub("${A}")`, `Sub("${A}", { A: "b" })` | functions of CloudFormation, in any property, list or block |
/// | `Join(",", ["a", "b"])`, `Split(",", "a,b")`, `Select(0, […])`, `Base64("a")` | |
/// | `If("Condition", then, otherwise)`, `FindInMap("Map", "top", "second")`, `ImportValue("Name")`, `NoValue` | |
/// | `Cidr("10.0.0.0/16", 6, 8)`, `GetAZs("")`, `Transform("Macro", { Key: "value" })` | |
/// | `GetStackOutput("stack", "Output")`, `GetStackOutput("stack", "Output", { region: "eu-west-1", role_arn: Ref("Role") })` | |
/// | `Length([…])`, `ToJsonString({ … })`, `FindInMap("Map", "top", "second", default)` | with the transform `AWS::LanguageExtensions` in the template |
/// | `Raw({ "Fn::Any": […] })` | JSON that the checks let through unread |
/// | anything else | a Rust expression: `name`, `MAX`, `format!("{stage}-web")`, `if prod { 1 } else { 2 }`; `None` is absent |
///
/// # Attributes of the resource
///
/// `logical_id` (`"UserPoolClient"` if absent), `depends_on: ["Id"]`, `condition: "Name"`, `deletion_policy: Retain`,
/// `update_replace_policy: Retain`, `metadata: { "key": "value" }`, `description: "text"`; and `allow: [MI01]`, which
/// silences advice by its code.
///
/// # Errors
///
/// All mistakes of a declaration are compiler errors of one build: names, words, literals, limits, and combinations of
/// properties that Cognito refuses. A function that gives a list is one where one value belongs. What only the finished value shows, [`CfnUserPoolClient::validate`] finds.
///
/// # Advice
///
/// What Cognito takes and does not do as meant, or is not known to take, is a compiler warning under a code. `allow`
/// silences it by its code, `#[allow(deprecated)]` all of it at once, and `#![deny(deprecated)]` makes errors of it:
/// rustc lets a macro warn only by the use of something deprecated. `docs/rules.md` explains every code.
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
/// let talkative = user_pool_client! { user_pool_id: Ref("UserPool") };
/// let advice: Vec<_> = talkative.validate().iter().map(|finding| (finding.code, finding.severity)).collect();
/// assert_eq!(advice, [("MI01", Severity::Warning)]);
/// ```
#[macro_export]
macro_rules! user_pool_client {
    ($($declaration:tt)*) => { $crate::__private::declare! { [$crate] $($declaration)* } };
}
