//! Rules: assertions about parameters, evaluated before a template is deployed.

use crate::json::{Json, object, object_of_present, sorted};

/// A rule of a template.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html>
///
/// ```
/// use cognito_cfn::{Condition, Intrinsic, Rule};
///
/// let sizes = Condition::contains(["m5.large", "m5.xlarge"], Intrinsic::reference("Size"));
/// let rule = Rule::new(sizes, "production runs on large machines")
///     .condition(Condition::equals(Intrinsic::reference("Stage"), "prod"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    condition: Option<Json>,
    assertions: Vec<Json>,
}

impl Rule {
    /// A rule that asserts a condition, with the message for its violation.
    pub fn new(assertion: impl Into<Json>, description: impl Into<String>) -> Self {
        Self { condition: None, assertions: Vec::new() }.assertion(assertion, description)
    }

    /// Asserts one more condition.
    pub fn assertion(mut self, assertion: impl Into<Json>, description: impl Into<String>) -> Self {
        let description = Json::from(description.into());
        self.assertions.push(object(vec![("Assert", sorted(assertion.into())), ("AssertDescription", description)]));
        self
    }

    /// The condition under which the rule applies; without it, the rule always applies.
    pub fn condition(mut self, condition: impl Into<Json>) -> Self {
        self.condition = Some(sorted(condition.into()));
        self
    }
}

impl From<Rule> for Json {
    fn from(rule: Rule) -> Self {
        let assertions = Json::Array(rule.assertions);
        object_of_present(vec![("Assertions", Some(assertions)), ("RuleCondition", rule.condition)])
    }
}
