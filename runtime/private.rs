//! Items for the expansion of `user_pool_client!`. Do not use them: they change without notice.
//!
//! The functions cost rustc as little as possible: few are generic, and none is inlined.

#![allow(missing_docs, reason = "not for programs")]

pub use crate::positions::*;
pub use crate::value::token_validity::units;
pub use crate::{
    AnalyticsConfiguration, CfnUserPoolClient, IntoLogicalId, IntoPlainText, Intrinsic, Json, RefreshTokenRotation,
    TokenValidityUnits, Value,
};
pub use cognito_cfn_macros::declare;
/// The codes of findings, for editors.
pub use cognito_cfn_schema::rules::codes;
pub use std::boxed::Box;
pub use std::default::Default;
pub use std::option::Option::{None, Some};
pub use std::string::String;
pub use std::vec::Vec;

use crate::json::object;
use crate::value::token_validity::TokenValidity;
use crate::value::{Content, EnumValue, If, List};

/// The names of properties, members and attributes, for editors.
pub mod names {
    pub use cognito_cfn_schema::blocks::analytics_configuration::names as analytics_configuration;
    pub use cognito_cfn_schema::blocks::refresh_token_rotation::names as refresh_token_rotation;
    pub use cognito_cfn_schema::blocks::token_validity_units::names as token_validity_units;
    pub mod client {
        pub use cognito_cfn_schema::attributes::names::*;
        pub use cognito_cfn_schema::attributes::settings::names::*;
        pub use cognito_cfn_schema::client::names::*;
    }
}

macro_rules! reexport {
    ($($kind:ident $enumeration:ident)+) => { $(pub use crate::$enumeration;)+ };
}
cognito_cfn_schema::enumeration_names!(reexport);

/// What an editor sees and rustc does not read.
#[doc(hidden)]
#[macro_export]
macro_rules! __pass {
    ($($tokens:tt)*) => { $($tokens)* };
}
pub use crate::__pass as pass;

/// A Rust expression, whose errors stay within it.
#[doc(hidden)]
#[macro_export]
macro_rules! __expression {
    ($expression:expr) => {
        $expression
    };
}
pub use crate::__expression as expression;

#[track_caller]
pub fn blank() -> CfnUserPoolClient {
    CfnUserPoolClient::default()
}

/// The logical id that a declaration names stays, wherever the client is placed.
pub fn name(client: &mut CfnUserPoolClient, logical_id: String) {
    client.logical_id = logical_id;
    client.state.named = true;
}

/// A client that is made of another was declared where its own declaration is.
pub fn declared_here(base: &mut CfnUserPoolClient, declared: &CfnUserPoolClient) {
    base.state.created = declared.state.created;
}

/// The logical id that the declaration names replaces that of the base, and with it the place in the tree.
pub fn rename(base: &mut CfnUserPoolClient, declared: &CfnUserPoolClient) {
    base.logical_id.clone_from(&declared.logical_id);
    base.state.named = declared.state.named;
    base.state.node = None;
}

pub fn set<T>(field: &mut Option<T>, value: T) {
    *field = Some(value);
}

pub fn set_present<T>(field: &mut Option<T>, value: Option<T>) {
    *field = value;
}

pub fn replace<T>(field: &mut T, value: T) {
    *field = value;
}

pub fn boolean(field: &mut Option<Value<bool>>, truth: bool) {
    *field = Some(Value::Literal(truth));
}

pub fn integer(field: &mut Option<Value<i64>>, number: i64) {
    *field = Some(Value::Literal(number));
}

pub fn text(field: &mut Option<Value<String>>, text: &str) {
    *field = Some(literal_text(text));
}

pub fn word<E>(field: &mut Option<Value<E>>, word: E) {
    *field = Some(Value::Literal(word));
}

pub fn reference<T>(field: &mut Option<Value<T>>, target: &str) {
    *field = Some(Value::Intrinsic(Intrinsic::reference(target)));
}

/// The block of a field, or the items of one, which is a block or a list from now on.
pub fn block_of<B: Default>(field: &mut Option<Value<B>>) -> &mut B {
    if !matches!(field, Some(Value::Literal(_))) {
        *field = None;
    }
    match field.get_or_insert_with(|| Value::Literal(B::default())) {
        Value::Literal(block) => block,
        Value::Intrinsic(_) | Value::If(_) => unreachable!("anything but a literal was taken out"),
    }
}

/// Items that are literals, by their CloudFormation strings.
pub fn texts<T: FromText>(field: &mut Option<List<T>>, texts: &[&str]) {
    let items = block_of(field);
    items.reserve(texts.len());
    for text in texts {
        items.push(T::from_text(text));
    }
}

pub fn push<T>(field: &mut Option<List<T>>, item: Value<T>) {
    block_of(field).push(item);
}

/// A token validity; returns its unit, which has a place of its own.
pub fn set_validity(field: &mut Option<Value<i64>>, validity: Option<TokenValidity>) -> Option<Value<TimeUnit>> {
    let (number, unit) = validity.map(|validity| (validity.number, validity.unit)).unzip();
    *field = number;
    unit.flatten()
}

pub fn validity(number: Value<i64>) -> TokenValidity {
    TokenValidity::count(number)
}

pub fn choose_validity(
    condition: String,
    then: Option<TokenValidity>,
    otherwise: Option<TokenValidity>,
) -> TokenValidity {
    TokenValidity::choose(condition, then, otherwise)
}

/// The unit of a validity, put into `token_validity_units` by the name of its member. Whether the declaration
/// gives that block, in which a unit of the same token would be a second one.
pub mod place {
    use super::{CfnUserPoolClient, TimeUnit, Value};
    use crate::resource::place_unit;
    use cognito_cfn_schema::blocks::token_validity_units;

    pub fn access_token(client: &mut CfnUserPoolClient, unit: Option<Value<TimeUnit>>, is_given: bool) {
        place_unit(client, &token_validity_units::access_token, unit, is_given, |units| &mut units.access_token);
    }

    pub fn id_token(client: &mut CfnUserPoolClient, unit: Option<Value<TimeUnit>>, is_given: bool) {
        place_unit(client, &token_validity_units::id_token, unit, is_given, |units| &mut units.id_token);
    }

    pub fn refresh_token(client: &mut CfnUserPoolClient, unit: Option<Value<TimeUnit>>, is_given: bool) {
        place_unit(client, &token_validity_units::refresh_token, unit, is_given, |units| &mut units.refresh_token);
    }
}

pub fn push_present<T>(field: &mut Option<List<T>>, item: Option<Value<T>>) {
    block_of(field).extend(item);
}

pub fn extend<T>(field: &mut Option<List<T>>, items: Vec<Value<T>>) {
    block_of(field).extend(items);
}

pub fn extend_plain(field: &mut Vec<String>, items: Vec<String>) {
    field.extend(items);
}

/// A list of parts: items, each as a list of at most one, and what is spread between them.
pub fn joined<T>(parts: Box<[Vec<Value<T>>]>) -> List<T> {
    Value::Literal(parts.into_vec().into_iter().flatten().collect())
}

pub fn one<T>(item: Option<Value<T>>) -> Vec<Value<T>> {
    item.into_iter().collect()
}

pub fn single(id: String) -> Vec<String> {
    Vec::from([id])
}

pub fn concatenated(parts: &[Vec<String>]) -> Vec<String> {
    parts.concat()
}

pub fn push_plain(field: &mut Vec<String>, text: String) {
    field.push(text);
}

pub fn plain_text(text: &str) -> String {
    text.to_owned()
}

pub fn plain_texts(field: &mut Vec<String>, texts: &[&str]) {
    field.extend(texts.iter().map(|text| plain_text(text)));
}

pub fn literal_text(text: &str) -> Value<String> {
    Value::Literal(text.to_owned())
}

/// A string among enum values.
pub fn literal_name<E: EnumValue>(text: &str) -> Value<E> {
    E::from_value(text).map_or_else(|| dynamic(text), Value::Literal)
}

/// A string that CloudFormation replaces with a value of the right kind.
pub fn dynamic<T>(text: &str) -> Value<T> {
    Value::Intrinsic(Intrinsic::Raw(Json::from(text)))
}

pub fn no_value<T>() -> Value<T> {
    Value::Intrinsic(Intrinsic::NoValue)
}

/// `None` is absent; if a value is required, it is `NoValue`.
pub fn present<T>(value: Option<Value<T>>) -> Value<T> {
    value.unwrap_or_else(no_value)
}

pub fn choose<T>(condition: String, then: Value<T>, otherwise: Value<T>) -> Value<T> {
    Value::If(Box::new(If { condition, then, otherwise }))
}

/// The value if a mapping has none.
pub fn default_value<T: Content>(value: Value<T>) -> Json {
    value.json()
}

pub fn list<T>(items: Box<[Option<Value<T>>]>) -> List<T> {
    Value::Literal(items.into_vec().into_iter().flatten().collect())
}

/// What a literal of a list can be.
pub trait FromText: Sized {
    fn from_text(text: &str) -> Value<Self>;
}

impl FromText for String {
    fn from_text(text: &str) -> Value<Self> {
        literal_text(text)
    }
}

impl<E: EnumValue> FromText for E {
    fn from_text(text: &str) -> Value<Self> {
        literal_name(text)
    }
}

pub fn json(value: impl Into<Json>) -> Json {
    value.into()
}

pub fn json_value(value: Value<String>) -> Json {
    value.json()
}

pub fn json_array(items: Box<[Json]>) -> Json {
    Json::Array(items.into_vec())
}

pub fn json_object(members: Box<[(&str, Json)]>) -> Json {
    object(members.into_vec())
}

pub fn variables(variables: Box<[(&str, Value<String>)]>) -> Vec<(String, Value<String>)> {
    variables.into_vec().into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The functions of CloudFormation, with the names and the arguments of the language.
#[allow(non_snake_case, reason = "the names are those of the language")]
pub mod functions {
    use super::{Box, Intrinsic, Json, List, String, Value, Vec};

    /// `Fn::Base64`: a string, encoded.
    pub fn Base64(text: Value<String>) -> Intrinsic {
        Intrinsic::Base64(Box::new(text))
    }

    /// `Fn::Cidr`: a list of CIDR blocks within a larger one: the block, the number of blocks, and the host bits of each.
    pub fn Cidr(block: Value<String>, count: Value<i64>, bits: Option<Value<i64>>) -> Intrinsic {
        Intrinsic::Cidr { block: Box::new(block), count: Box::new(count), bits: bits.map(Box::new) }
    }

    /// `Fn::FindInMap`: the value of a mapping of the template, by two keys, or a default if there is none.
    pub fn FindInMap(
        map: Value<String>,
        top: Value<String>,
        second: Value<String>,
        default: Option<Json>,
    ) -> Intrinsic {
        Intrinsic::FindInMap { map: Box::new(map), top: Box::new(top), second: Box::new(second), default }
    }

    /// `Fn::GetAZs`: a list of the availability zones of a region; `""` is the region of the stack.
    pub fn GetAZs(region: Value<String>) -> Intrinsic {
        Intrinsic::GetAZs(Box::new(region))
    }

    /// `Fn::GetAtt`: a return value of a resource, also as `GetAtt("LogicalId.Attribute")`.
    pub fn GetAtt(logical_id: String, attribute: Value<String>) -> Intrinsic {
        Intrinsic::GetAtt { logical_id, attribute: Box::new(attribute) }
    }

    /// `Fn::GetStackOutput`: an output of another stack; a block has its `region` and the `role_arn` with access to it.
    pub fn GetStackOutput(
        stack: Value<String>,
        output: Value<String>,
        region: Option<Value<String>>,
        role_arn: Option<Value<String>>,
    ) -> Intrinsic {
        Intrinsic::GetStackOutput {
            stack: Box::new(stack),
            output: Box::new(output),
            region: region.map(Box::new),
            role_arn: role_arn.map(Box::new),
        }
    }

    /// `Fn::If`: one value if a condition of the template is true, another if it is false.
    pub fn If<T>(condition: String, then: Value<T>, otherwise: Value<T>) -> Value<T> {
        super::choose(condition, then, otherwise)
    }

    /// `Fn::ImportValue`: the value that another stack exports under that name.
    pub fn ImportValue(name: Value<String>) -> Intrinsic {
        Intrinsic::ImportValue(Box::new(name))
    }

    /// `Fn::Join`: strings, joined with a delimiter.
    pub fn Join(delimiter: String, items: List<String>) -> Intrinsic {
        Intrinsic::Join { delimiter, items: Box::new(items) }
    }

    /// `Fn::Length`: the number of items of a list. Requires the transform `AWS::LanguageExtensions`.
    pub fn Length(items: List<String>) -> Intrinsic {
        Intrinsic::Length(Box::new(items))
    }

    /// `AWS::NoValue`: the property is absent.
    pub struct NoValue;

    /// JSON that is not checked.
    pub fn Raw(json: Json) -> Intrinsic {
        Intrinsic::Raw(json)
    }

    /// `Ref`: the id of a resource, or the value of a parameter.
    pub fn Ref(logical_id: String) -> Intrinsic {
        Intrinsic::Ref(logical_id)
    }

    /// `Fn::Select`: one item of a list, by its index from 0.
    pub fn Select(index: Value<i64>, items: List<String>) -> Intrinsic {
        Intrinsic::Select { index: Box::new(index), items: Box::new(items) }
    }

    /// `Fn::Split`: a string, split into a list by a delimiter.
    pub fn Split(delimiter: String, text: Value<String>) -> Intrinsic {
        Intrinsic::Split { delimiter, text: Box::new(text) }
    }

    /// `Fn::Sub`: a string with each `${Name}` replaced, from the template or from a block of variables.
    pub fn Sub(template: String, variables: Vec<(String, Value<String>)>) -> Intrinsic {
        Intrinsic::Sub { template, variables }
    }

    /// `Fn::ToJsonString`: JSON as a string, including functions in it. Requires the transform `AWS::LanguageExtensions`.
    pub fn ToJsonString(json: Json) -> Intrinsic {
        Intrinsic::ToJsonString(json)
    }

    /// `Fn::Transform`: the result of a macro of CloudFormation.
    pub fn Transform(name: String, parameters: Option<Json>) -> Intrinsic {
        Intrinsic::Transform { name, parameters }
    }
}
