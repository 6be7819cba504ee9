//! Conditions of a template, evaluated at deployment.

use crate::depth::take_apart;
use crate::error::Error;
use crate::json::{Json, function};
use crate::value::{Content, IntoList, IntoValue, Intrinsic, List, Value};
use cognito_cfn_schema::conditions::{
    AND, CONDITION, CONTAINS, ConditionFunction, EACH_MEMBER_EQUALS, EACH_MEMBER_IN, EQUALS, NOT, OR, check_count,
};
use serde_core::{Serialize, Serializer};

/// A condition of a template, or of one of its rules.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html>
///
/// ```
/// use cognito_cfn::{Condition, Intrinsic, json};
///
/// let stage = Intrinsic::reference("Stage");
/// let is_prod = Condition::equals(&stage, "prod");
/// let is_live = Condition::or([Condition::named("IsProd"), Condition::equals(stage, "beta")])?;
/// assert_eq!(json!(is_prod), json!({ "Fn::Equals": [{ "Ref": "Stage" }, "prod"] }));
/// assert_eq!(
///     json!(is_live),
///     json!({ "Fn::Or": [{ "Condition": "IsProd" }, { "Fn::Equals": [{ "Ref": "Stage" }, "beta"] }] })
/// );
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Condition(Json);

impl Condition {
    /// `Fn::Equals`: true if the two strings are equal.
    pub fn equals(one: impl IntoValue<String>, other: impl IntoValue<String>) -> Self {
        Self::of(&EQUALS, vec![text(one), text(other)])
    }

    /// `Fn::And`: true if all of 2 to 10 conditions are true.
    ///
    /// # Errors
    ///
    /// If there are fewer or more.
    pub fn and(conditions: impl IntoIterator<Item = Self>) -> Result<Self, Error> {
        Self::of_counted(&AND, conditions)
    }

    /// `Fn::Or`: true if at least one of 2 to 10 conditions is true.
    ///
    /// # Errors
    ///
    /// If there are fewer or more.
    pub fn or(conditions: impl IntoIterator<Item = Self>) -> Result<Self, Error> {
        Self::of_counted(&OR, conditions)
    }

    /// `Fn::Not`: true if the condition is false.
    #[expect(clippy::should_implement_trait, reason = "it is CloudFormation's `Fn::Not`, beside `and` and `or`")]
    pub fn not(condition: Self) -> Self {
        Self::of(&NOT, vec![condition.into()])
    }

    /// `Condition`: true if the condition of that name in the template is.
    pub fn named(name: impl Into<String>) -> Self {
        Self(function(CONDITION.cloudformation, Json::from(name.into())))
    }

    /// `Fn::Contains`, in rules only: true if the string is in the list.
    pub fn contains(texts: impl IntoList<String>, one: impl IntoValue<String>) -> Self {
        Self::of(&CONTAINS, vec![list(texts), text(one)])
    }

    /// `Fn::EachMemberEquals`, in rules only: true if every string of the list equals this one.
    pub fn each_member_equals(texts: impl IntoList<String>, one: impl IntoValue<String>) -> Self {
        Self::of(&EACH_MEMBER_EQUALS, vec![list(texts), text(one)])
    }

    /// `Fn::EachMemberIn`, in rules only: true if the second list has every string of the first.
    pub fn each_member_in(texts: impl IntoList<String>, known: impl IntoList<String>) -> Self {
        Self::of(&EACH_MEMBER_IN, vec![list(texts), list(known)])
    }

    fn of(name: &ConditionFunction, arguments: Vec<Json>) -> Self {
        Self(function(name.cloudformation, Json::Array(arguments)))
    }

    fn of_counted(name: &ConditionFunction, conditions: impl IntoIterator<Item = Self>) -> Result<Self, Error> {
        let conditions: Vec<Json> = conditions.into_iter().map(Json::from).collect();
        check_count(name, conditions.len())?;
        Ok(Self::of(name, conditions))
    }
}

/// What is `None` has no value for CloudFormation either.
fn text(text: impl IntoValue<String>) -> Json {
    text.into_value().unwrap_or(Value::Intrinsic(Intrinsic::NoValue)).json()
}

fn list(texts: impl IntoList<String>) -> Json {
    texts.into_list().unwrap_or_else(|| List::Literal(Vec::new())).json()
}

impl From<Condition> for Json {
    fn from(mut condition: Condition) -> Self {
        condition.0.take()
    }
}

/// Conditions can be made of each other in any number of levels.
impl Drop for Condition {
    fn drop(&mut self) {
        take_apart(&mut self.0);
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
