//! The functions that say whether something holds: in the conditions of a template, and in its rules.

use crate::Diagnostic;

/// A function that says whether something holds.
pub struct ConditionFunction {
    /// The key in a template: `Fn::And`.
    pub cloudformation: &'static str,
    /// How many conditions it takes, where it takes conditions.
    pub conditions: Option<(usize, usize)>,
    /// Whether YAML has a tag for it: `!And`.
    pub has_tag: bool,
}

macro_rules! condition_functions {
    ($($name:ident = $cloudformation:literal, $conditions:expr, $tag:expr;)+) => {
        /// The functions.
        pub static CONDITION_FUNCTIONS: &[&ConditionFunction] = &[$(&$name),+];

        $(
            #[doc = concat!("`", $cloudformation, "`.")]
            pub static $name: ConditionFunction =
                ConditionFunction { cloudformation: $cloudformation, conditions: $conditions, has_tag: $tag };
        )+
    };
}

// Behind the key: how many conditions it takes, and whether YAML has a tag. The last six belong to rules alone.
condition_functions! {
    AND = "Fn::And", Some((2, 10)), true;
    CONDITION = "Condition", None, true;
    EQUALS = "Fn::Equals", None, true;
    NOT = "Fn::Not", Some((1, 1)), true;
    OR = "Fn::Or", Some((2, 10)), true;
    CONTAINS = "Fn::Contains", None, false;
    EACH_MEMBER_EQUALS = "Fn::EachMemberEquals", None, false;
    EACH_MEMBER_IN = "Fn::EachMemberIn", None, false;
    REF_ALL = "Fn::RefAll", None, false;
    VALUE_OF = "Fn::ValueOf", None, false;
    VALUE_OF_ALL = "Fn::ValueOfAll", None, false;
}

/// How many conditions stand in a function.
pub fn check_count(function: &ConditionFunction, count: usize) -> Result<(), Diagnostic> {
    let Some((least, most)) = function.conditions.filter(|(least, most)| !(*least..=*most).contains(&count)) else {
        return Ok(());
    };
    let name = function.cloudformation;
    Err(Diagnostic {
        message: format!("`{name}` takes {least} to {most} conditions, found {count}"),
        help: match count {
            0 => format!("write {least} to {most} conditions"),
            1 => "write the condition without the function around it".into(),
            _ => format!("put some of them into a `{name}` of their own"),
        },
    })
}
