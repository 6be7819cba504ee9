//! The rules: a row with the facts of each, directly above the function that checks it.
//!
//! A file per family of codes; [`unchecked`] lists constraints of Cognito that no rule checks.

#[macro_use]
mod rule;

#[cfg(feature = "catalogue")]
pub mod catalogue;
pub mod unchecked;

pub use allow::check_allowed;
pub use rule::{Check, Group, Rule, Scope};
pub use strings::items_in;

use crate::diagnostic::{Finding, Severity};
use crate::input::Properties;
use crate::stack_context::StackContext;

/// The files of rules. Findings on the same value are in this order.
macro_rules! families {
    ($($folder:ident $(:: $file:ident)?),+ $(,)?) => {
        pub use self::{ $($folder $(::$file)? ::rows::*),+ };

        /// The codes and groups that `allow` accepts, for editors to complete and explain.
        pub mod codes {
            pub use super::rule::groups::*;
            pub use super::{ $($folder $(::$file)? ::codes::*),+ };
        }

        static FAMILIES: &[&[&Rule]] = &[$($folder $(::$file)? ::ALL),+];

        #[cfg(feature = "catalogue")]
        static ENTRIES: &[&[catalogue::Entry]] = &[$($folder $(::$file)? ::ENTRIES),+];
    };
}

mod allow;
mod analytics;
mod attributes;
mod auth_flows;
mod client;
mod conditional;
mod duplicates;
mod dynamic_references;
mod limits;
mod oauth;
mod providers;
mod rotation;
mod scopes;
mod secret;
mod strings;
mod tokens;
mod urls;

families! {
    limits,
    dynamic_references,
    strings,
    client,
    oauth,
    scopes,
    urls::protocol,
    urls::forms,
    urls::default_redirect,
    auth_flows,
    rotation,
    tokens,
    secret,
    analytics,
    attributes,
    providers,
    duplicates,
}

fn each() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten().copied()
}

/// Every rule, by its code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = Vec::new();
    for rule in each() {
        rules.insert(rules.partition_point(|known| known.code <= rule.code), rule);
    }
    rules
}

/// The rule of a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    each().find(|rule| rule.code == code)
}

/// Whether `allow` with these codes and groups silences the finding: a warning by the code or the group of its rule, and an
/// error by its code if another stack may have made what the rule misses.
pub fn silences<'c>(allowed: impl IntoIterator<Item = &'c str>, finding: &Finding) -> bool {
    silences_code(allowed, finding.code, finding.severity)
}

/// The same of a finding with that code and severity.
pub fn silences_code<'c>(allowed: impl IntoIterator<Item = &'c str>, code: &str, severity: Severity) -> bool {
    let Some(rule) = find(code) else { return false };
    let is_warning = severity == Severity::Warning;
    allowed.into_iter().any(|allowed| {
        (allowed == rule.code && (is_warning || rule.may_be_made_elsewhere))
            || (is_warning && allowed == rule.group.name())
    })
}

/// Everything the rules find in a client, taken alone.
pub fn check(client: &Properties<'_>) -> Vec<Finding> {
    let mut findings = check_once(client);
    findings.extend(conditional::findings(client, &findings));
    findings
}

/// What the rules find in each arm of each `If`, whatever the rest of the client comes to.
fn check_once(client: &Properties<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for family in FAMILIES {
        for rule in *family {
            if let Check::Client(check) = rule.check {
                check(client, &mut findings);
            }
        }
    }
    findings
}

/// Everything the rules find in a client among the resources of its stack.
///
/// Resources of other stacks are not visible, so a rule that needs the pool reports nothing if this stack has none.
pub fn check_in_stack(client: &Properties<'_>, stack: &StackContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for family in FAMILIES {
        for rule in *family {
            if let Check::Stack(check) = rule.check {
                check(client, stack, &mut findings);
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_of_another_rule_is_a_function() {
        for rule in all() {
            if let Check::Of(other) = rule.check {
                assert!(matches!(other.check, Check::Client(_) | Check::Stack(_)), "{} of {}", rule.code, other.code);
            }
        }
    }

    #[test]
    fn every_rule_has_a_source() {
        for rule in all() {
            assert!(!rule.source.is_empty(), "{}", rule.code);
        }
    }
}
