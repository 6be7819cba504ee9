//! The codes: what each rule says, what the service answers to a declaration that breaks it, how that is known, and a
//! declaration that breaks it beside the same one mended.
//!
//! A file per family of codes; [`not_ours`] has what the service holds as well and no check here could see, or should
//! tell. `docs/rules.md` is made from these.

pub mod not_ours;

use crate::finding::{Finding, PropertyPath, Severity};

/// A rule of the product.
pub struct Rule {
    /// The code.
    pub code: &'static str,
    /// Whether breaking it is an error.
    pub severity: Severity,
    /// What has to be seen to find it.
    pub scope: Scope,
    /// The version of this crate that has it first.
    pub since: &'static str,
    /// The rule, in a line.
    pub title: &'static str,
    /// The service's own words to a declaration that breaks it, where they are known.
    pub answer: Option<&'static str>,
    /// How it is known.
    pub evidence: &'static str,
    /// What stands in a `user_pool_client!` that breaks this rule and no other. For a rule over a stack: what is done with
    /// a `stack` that breaks it.
    pub broken: &'static str,
    /// The same with nothing left to find.
    pub mended: &'static str,
}

/// What has to be seen to find that a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The declaration alone: the compiler tells.
    Declaration,
    /// Other resources of the stack as well: the stack tells.
    Stack,
}

/// A row is written as a chain of the facts that are known of it.
impl Rule {
    const fn new(code: &'static str, severity: Severity, since: &'static str, title: &'static str) -> Self {
        let scope = Scope::Declaration;
        Self { code, severity, scope, since, title, answer: None, evidence: "", broken: "", mended: "" }
    }

    const fn over_a_stack(mut self) -> Self {
        self.scope = Scope::Stack;
        self
    }

    const fn answer(mut self, answer: &'static str) -> Self {
        self.answer = Some(answer);
        self
    }

    const fn evidence(mut self, evidence: &'static str) -> Self {
        self.evidence = evidence;
        self
    }

    const fn broken(mut self, declaration: &'static str) -> Self {
        self.broken = declaration;
        self
    }

    const fn mended(mut self, declaration: &'static str) -> Self {
        self.mended = declaration;
        self
    }

    /// A finding under this rule.
    pub fn finding(
        &self,
        tag: usize,
        path: PropertyPath,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        Finding { code: self.code, severity: self.severity, path, message: message.into(), help: help.into(), tag }
    }
}

/// The rules of a family: each a static, all of them a slice, and a documented name of each code for editors.
macro_rules! rules {
    ($($code:ident $severity:ident $since:literal: $title:literal { $($fact:ident($($value:literal)?)),+ $(,)? })+) => {
        $(
            #[doc = $title]
            pub static $code: $crate::catalogue::Rule =
                $crate::catalogue::Rule::new(stringify!($code), $crate::Severity::$severity, $since, $title)
                $(.$fact($($value)?))+;
        )+

        /// Every rule of the family.
        pub(super) static ALL: &[&$crate::catalogue::Rule] = &[$(&$code),+];

        /// The codes, for editors to complete and explain.
        pub mod codes {
            $(
                #[doc = concat!($title, "\n\n")]
                #[doc = rules!(@severity $severity $code)]
                $(#[doc = rules!(@line $fact $($value)?)])+
                pub struct $code;
            )+
        }
    };
    (@severity Error $code:ident) => { "An error, which `allow` cannot silence.\n" };
    (@severity Warning $code:ident) => { concat!("Advice: `allow: [", stringify!($code), "]` silences it.\n") };
    (@line answer $answer:literal) => { concat!("The service answers\n\n```text\n", $answer, "\n```\n") };
    (@line evidence $evidence:literal) => { concat!("Known from: ", $evidence, "\n") };
    (@line over_a_stack) => { "Found when the resources of the stack are seen together.\n" };
    (@line broken $declaration:literal) => { concat!("```text\n", $declaration, "\n```\n\nbreaks it, and is mended as\n") };
    (@line mended $declaration:literal) => { concat!("```text\n", $declaration, "\n```\n") };
}

macro_rules! families {
    ($($(#[doc = $doc:literal])+ $family:ident)+) => {
        $( $(#[doc = $doc])+ pub mod $family; )+

        pub use self::{ $($family::*),+ };

        /// The codes, for editors to complete and explain.
        pub mod codes {
            $( pub use super::$family::codes::*; )+
        }

        /// The families, each with its rules.
        static FAMILIES: &[&[&Rule]] = &[$($family::ALL),+];
    };
}

families! {
    /// AF: sign-in flows of the user pools API.
    auth_flows
    /// AN: analytics.
    analytics
    /// AT: attributes of users.
    attributes
    /// IP: identity providers.
    providers
    /// LT, MI, NM: the client itself.
    client
    /// OA: OAuth flows.
    oauth
    /// RR: rotation of refresh tokens.
    rotation
    /// SC: scopes.
    scopes
    /// SE: the client secret.
    secret
    /// TK: lives of tokens.
    tokens
    /// UR: URLs.
    urls
}

/// Every rule, by its code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = FAMILIES.iter().copied().flatten().copied().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// The rule of a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    FAMILIES.iter().copied().flatten().copied().find(|rule| rule.code == code)
}
