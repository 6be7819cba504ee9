//! The functions that return a boolean: in the conditions of a template, and in its rules.

use crate::Diagnostic;

/// A function that returns a boolean.
pub struct ConditionFunction {
    /// The key in a template: `Fn::And`.
    pub cloudformation: &'static str,
    /// How many conditions it accepts, if it accepts conditions.
    pub conditions: Option<(usize, usize)>,
    /// Whether YAML has a tag for it: `!And`.
    pub has_tag: bool,
    /// Whether an override of the AWS CDK replaces it as a whole.
    pub is_replaced_whole: bool,
}

macro_rules! condition_functions {
    ($($name:ident = $cloudformation:literal, $conditions:expr, $tag:expr, $whole:expr;)+) => {
        /// The functions.
        pub static CONDITION_FUNCTIONS: &[&ConditionFunction] = &[$(&$name),+];

        $(
            #[doc = concat!("`", $cloudformation, "`.")]
            pub static $name: ConditionFunction =
                ConditionFunction { cloudformation: $cloudformation, conditions: $conditions, has_tag: $tag, is_replaced_whole: $whole };
        )+
    };
}

// Behind the key: how many conditions it accepts, whether YAML has a tag, and whether an override replaces it as a
// whole. The last six belong to rules alone.
condition_functions! {
    AND = "Fn::And", Some((2, 10)), true, true;
    CONDITION = "Condition", None, true, false;
    EQUALS = "Fn::Equals", None, true, true;
    NOT = "Fn::Not", Some((1, 1)), true, true;
    OR = "Fn::Or", Some((2, 10)), true, true;
    CONTAINS = "Fn::Contains", None, false, false;
    EACH_MEMBER_EQUALS = "Fn::EachMemberEquals", None, false, false;
    EACH_MEMBER_IN = "Fn::EachMemberIn", None, false, false;
    REF_ALL = "Fn::RefAll", None, false, false;
    VALUE_OF = "Fn::ValueOf", None, false, false;
    VALUE_OF_ALL = "Fn::ValueOfAll", None, false, false;
}

/// The number of conditions in a function.
pub fn check_count(function: &ConditionFunction, count: usize) -> Result<(), Diagnostic> {
    let Some((min, max)) = function.conditions.filter(|(min, max)| !(*min..=*max).contains(&count)) else {
        return Ok(());
    };
    let name = function.cloudformation;
    Err(Diagnostic {
        message: format!("`{name}` accepts {min} to {max} conditions, found {count}"),
        help: match count {
            0 => format!("write {min} to {max} conditions").into(),
            1 => "write the condition without the function around it".into(),
            _ => format!("move some of them into a nested `{name}`").into(),
        },
    })
}
