//! What a row of a rule holds, and how it is written.

use crate::diagnostic::{Diagnostic, Finding, Help, Position, Severity};
use crate::input::Properties;
use crate::literals::one_line;
use crate::stack_context::StackContext;

/// A rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The code.
    pub code: &'static str,
    /// Whether a violation is an error.
    pub severity: Severity,
    /// The first version of this crate that has it.
    pub since: &'static str,
    /// The violation, in one line.
    pub title: &'static str,
    /// Cognito's own error, if it is known.
    pub cognito_error: Option<&'static str>,
    /// The source of the fact.
    pub source: &'static str,
    /// What kind of mistake it is.
    pub group: Group,
    /// Whether another stack may create what is missing: `allow` silences such an error too.
    pub may_be_made_elsewhere: bool,
    /// How its violations are found.
    pub check: Check,
    /// Whether a violation depends on one value only.
    pub is_about_one_value: bool,
}

/// Groups of warnings: `allow` silences a warning by the name of its group too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The client probably does not do what was intended.
    Correctness,
    /// The client works, but less securely than it could.
    Security,
    /// The client uses something that has been replaced.
    Legacy,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 3] = [Self::Correctness, Self::Security, Self::Legacy];

    /// Its name in `allow`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Correctness => "correctness",
            Self::Security => "security",
            Self::Legacy => "legacy",
        }
    }

    /// The group of that name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }
}

/// The groups, for editors to complete and explain.
#[allow(non_camel_case_types, reason = "a group is written like this")]
pub(super) mod groups {
    /// Warnings about clients that probably do not do what was intended.
    ///
    /// `allow: [correctness]` silences all of them.
    pub struct correctness;

    /// Warnings about settings that work but are less secure than they could be.
    ///
    /// `allow: [security]` silences all of them.
    pub struct security;

    /// Warnings about settings that work but have been replaced.
    ///
    /// `allow: [legacy]` silences all of them.
    pub struct legacy;
}

/// How the violations of a rule are found.
#[derive(Clone, Copy)]
pub enum Check {
    /// A function over the client alone. It may report other rules too.
    Client(fn(&Properties<'_>, &mut Vec<Finding>)),
    /// A function over the client and the resources of its stack. It may report other rules too.
    Stack(fn(&Properties<'_>, &StackContext<'_>, &mut Vec<Finding>)),
    /// The function of that rule.
    Of(&'static Rule),
    /// No function: whatever reads a declaration or a template reports a name or a value that the facts do not have.
    Reader,
}

/// The input that a rule needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The declaration alone: the compiler reports it.
    Declaration,
    /// Other resources of the stack as well: the stack reports it.
    Stack,
}

/// A row is written as a chain of the facts that are known of it.
impl Rule {
    pub(super) const fn new(code: &'static str, severity: Severity, since: &'static str, title: &'static str) -> Self {
        Self {
            code,
            severity,
            since,
            title,
            cognito_error: None,
            source: "",
            group: Group::Correctness,
            may_be_made_elsewhere: false,
            check: Check::Reader,
            is_about_one_value: false,
        }
    }

    pub(super) const fn in_group(mut self, group: Group) -> Self {
        self.group = group;
        self
    }

    pub(super) const fn may_be_made_elsewhere(mut self) -> Self {
        self.may_be_made_elsewhere = true;
        self
    }

    pub(super) const fn cognito_error(mut self, error: &'static str) -> Self {
        self.cognito_error = Some(error);
        self
    }

    pub(super) const fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    pub(super) const fn about_one_value(mut self) -> Self {
        self.is_about_one_value = true;
        self
    }

    pub(super) const fn checked_by(mut self, check: fn(&Properties<'_>, &mut Vec<Finding>)) -> Self {
        self.check = Check::Client(check);
        self
    }

    pub(super) const fn checked_in_stack_by(
        mut self,
        check: fn(&Properties<'_>, &StackContext<'_>, &mut Vec<Finding>),
    ) -> Self {
        self.check = Check::Stack(check);
        self
    }

    pub(super) const fn checked_with(mut self, rule: &'static Rule) -> Self {
        self.check = Check::Of(rule);
        self
    }

    pub(super) const fn checked_in_stack_with(self, rule: &'static Rule) -> Self {
        self.checked_with(rule)
    }

    pub(super) const fn checked_by_the_reader(mut self) -> Self {
        self.check = Check::Reader;
        self
    }
}

impl Rule {
    /// The input that it needs.
    pub fn scope(&self) -> Scope {
        match self.check {
            Check::Client(_) | Check::Reader => Scope::Declaration,
            Check::Stack(_) => Scope::Stack,
            Check::Of(rule) => rule.scope(),
        }
    }

    /// A violation of this rule at that place.
    pub fn at(&self, position: impl Into<Position>, message: impl Into<String>, help: impl Into<Help>) -> Finding {
        self.finding(position, Diagnostic::new(message, help))
    }

    /// A violation of this rule at that place, as it was described.
    pub fn finding(&self, position: impl Into<Position>, diagnostic: Diagnostic) -> Finding {
        let position = position.into();
        let Diagnostic { message, help } = diagnostic;
        let (path, tag) = (position.path(), position.tag());
        let replacement = help.replacement().map(Into::into);
        let (message, help) = (one_line(&message), one_line(help.as_str()));
        Finding { code: self.code, severity: self.severity, path, message, help, location: None, replacement, tag }
    }
}

/// The row of a rule: code, severity, the group of a warning unless it is correctness, first version, title, and what else is known of it.
///
/// It becomes a static named after the code and, in a module of that name, what editors complete and explain.
macro_rules! rule {
    ($code:ident $severity:ident $($group:ident)? $since:literal: $title:literal { $($fact:ident($($value:tt)*)),+ $(,)? }) => {
        #[doc = $title]
        pub static $code: $crate::rules::Rule =
            $crate::rules::Rule::new(stringify!($code), $crate::Severity::$severity, $since, $title)
            $(.in_group($crate::rules::Group::$group))?
            $(.$fact($($value)*))+;

        #[allow(non_snake_case, reason = "the name is the code")]
        pub(in crate::rules) mod $code {
            #[doc = concat!($title, "\n\n")]
            #[doc = rule!(@severity $severity $code $($group)?)]
            $(#[doc = rule!(@line $fact $($value)*)])+
            #[doc = "Example:\n"]
            #[doc = rule!(@fixture $code "broken.rs")]
            #[doc = "Fixed:\n"]
            #[doc = rule!(@fixture $code "fixed.rs")]
            pub struct $code;
        }
    };
    (@severity Error $code:ident) => { "An error, which `allow` cannot silence.\n" };
    (@severity Warning $code:ident) => { rule!(@warning $code "correctness") };
    (@severity Warning $code:ident Security) => { rule!(@warning $code "security") };
    (@severity Warning $code:ident Legacy) => { rule!(@warning $code "legacy") };
    (@warning $code:ident $group:literal) => {
        concat!(
            "A warning of the group `", $group, "`: `allow: [", stringify!($code), "]` silences it, `allow: [", $group,
            "]` silences the whole group.\n",
        )
    };
    (@fixture $code:ident $program:literal) => {
        concat!(
            "```rust\n",
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/", stringify!($code), "/", $program)),
            "```\n",
        )
    };
    (@line cognito_error $error:literal) => { concat!("Cognito's error:\n\n```text\n", $error, "\n```\n") };
    (@line source $source:literal) => { concat!("Source: ", $source, "\n") };
    (@line checked_in_stack_by $check:ident) => { "Reported by `Stack::check`, which sees the other resources.\n" };
    (@line checked_in_stack_with $rule:expr) => { "Reported by `Stack::check`, which sees the other resources.\n" };
    (@line about_one_value) => { "" };
    (@line checked_by $check:ident) => { "" };
    (@line checked_by_the_reader) => { "" };
    (@line checked_with $rule:expr) => { "" };
    (@line may_be_made_elsewhere) => {
        "If another stack creates it, `allow` with this code also silences the error of `Stack::check`.\n"
    };
}

/// The rules of a file. A row that is missing here is dead code to the compiler.
macro_rules! family {
    (@fixture $code:ident $file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/", stringify!($code), "/", $file))
    };
    ($($code:ident),+ $(,)?) => {
        /// The rules, by name.
        pub(in crate::rules) mod rows {
            pub use super::{$($code),+};
        }

        /// The codes, for editors to complete and explain.
        pub(in crate::rules) mod codes {
            $(pub use super::$code::$code;)+
        }

        /// The rules, in the order in which they are checked.
        pub(in crate::rules) static ALL: &[&$crate::rules::Rule] = &[$(&$code),+];

        /// What the catalogue has of them.
        #[cfg(feature = "catalogue")]
        pub(in crate::rules) static ENTRIES: &[$crate::rules::catalogue::Entry] = &[$(
            $crate::rules::catalogue::Entry {
                rule: &$code,
                explanation: family!(@fixture $code "explanation.md"),
                broken: family!(@fixture $code "broken.rs"),
                fixed: family!(@fixture $code "fixed.rs"),
            }
        ),+];
    };
}
