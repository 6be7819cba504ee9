//! The two forms in which facts are written: rows of properties, and variants of an enumeration.

/// Rows of properties: each becomes a documented static, all of them a slice, and the rows themselves are handed on
/// (as a macro of the given name) to whoever builds something with one part per row.
///
/// The first argument is a `$`, because a macro that writes a macro cannot spell one.
macro_rules! table {
    (
        ($d:tt) rows $rows:ident, page $page:literal;
        $(
            $(#[doc = $doc:literal])+
            $name:ident: $kind:ident $(($of:ident))? = $cloudformation:literal {
                $($fact:ident($($value:tt)*)),* $(,)?
            }
        )+
    ) => {
        $(
            $(#[doc = $doc])+
            #[allow(non_upper_case_globals, reason = "the name is the one users write")]
            pub static $name: $crate::Property = {
                #[allow(unused_imports, reason = "not every row has a fact of every kind")]
                use $crate::{characters::Characters::*, enums, fallback::Fallback::*, property::Update::*, rules::*};
                $crate::Property::new(
                    stringify!($name),
                    $cloudformation,
                    table!(@kind $kind $(($of))?),
                    concat!($($doc, "\n"),+),
                    $page,
                )
                $(.$fact($($value)*))*
            };
        )+

        /// The names of the rows, for editors to complete and explain.
        #[allow(non_camel_case_types, reason = "the names are those users write")]
        pub mod names {
            $(
                #[doc = concat!(
                    "`", $cloudformation, "`: ", table!(@describe $kind $(($of))?), "\n\n",
                    $($doc, "\n",)+ "\n",
                    $(table!(@line $fact $($value)*),)*
                    "- [AWS CloudFormation](", $page, ")",
                )]
                pub struct $name;
            )+
        }

        /// Every row, in the order of CloudFormation's own page: alphabetical by CloudFormation name.
        pub static ALL: &[&$crate::Property] = &[$(&$name),+];

        /// Hands every row to a macro of the caller: documentation, name and kind.
        #[macro_export]
        #[doc(hidden)]
        macro_rules! $rows {
            ($d callback:ident $d ($d argument:tt)*) => {
                $d callback! {
                    $d ($d argument)*
                    $( $(#[doc = $doc])+ $name: $kind $(($of))? )+
                }
            };
        }
    };
    (@kind String) => { $crate::Kind::STRING };
    (@kind PlainString) => { $crate::Kind::String($crate::StringFormat::Plain) };
    (@kind LogicalId) => { $crate::Kind::String($crate::StringFormat::LogicalId) };
    (@kind Condition) => { $crate::Kind::String($crate::StringFormat::Condition) };
    (@kind StringList) => { $crate::Kind::List(&$crate::Kind::STRING) };
    (@kind LogicalIdList) => { $crate::Kind::List(&$crate::Kind::String($crate::StringFormat::LogicalId)) };
    (@kind Enum($of:ident)) => { $crate::Kind::Enum(&$crate::enums::$of) };
    (@kind EnumList($of:ident)) => { $crate::Kind::List(&$crate::Kind::Enum(&$crate::enums::$of)) };
    (@kind Block($of:ident)) => { $crate::Kind::Block(&$crate::blocks::$of) };
    (@kind Json) => { $crate::Kind::Json($crate::JsonFormat::Any) };
    (@kind $kind:ident) => { $crate::Kind::$kind };

    // What an editor shows of a kind, and of a fact.
    (@describe Boolean) => { "a boolean" };
    (@describe Integer) => { "an integer" };
    (@describe String) => { "a string" };
    (@describe PlainString) => { "a string without functions" };
    (@describe StringList) => { "a list of strings" };
    (@describe Enum($of:ident)) => { concat!("a value of `", stringify!($of), "`") };
    (@describe EnumList($of:ident)) => { concat!("a list of `", stringify!($of), "` values") };
    (@describe Block($of:ident)) => { "a block" };
    (@describe LogicalId) => { "a logical id" };
    (@describe LogicalIdList) => { "a list of logical ids" };
    (@describe Condition) => { "the name of a condition" };
    (@describe Json) => { "JSON" };
    (@describe Codes) => { "a list of codes" };
    (@line unit $unit:literal) => { concat!("- in ", $unit, "\n") };
    (@line range $min:literal, $max:literal) => { concat!("- ", $min, " to ", $max, "\n") };
    (@line length $min:literal, $max:literal) => { concat!("- ", $min, " to ", $max, " characters", "\n") };
    (@line items $max:literal) => { concat!("- at most ", $max, " items", "\n") };
    (@line default $default:literal) => { concat!("- if absent: ", $default, "\n") };
    (@line required) => { "- required\n" };
    (@line update InPlace) => { "- a change updates the client in place\n" };
    (@line update Replacement) => { "- **a change replaces the client**: the new one has a new id\n" };
    (@line $fact:ident $($value:tt)*) => { "" };
}

/// Enumerations: of each a static [`Enumeration`](crate::Enumeration), and a module of the same name with a static
/// [`Variant`](crate::Variant) each. The rows are handed on, as a macro of the given name, to whoever builds a Rust enum.
///
/// An `open` enumeration accepts strings beyond its variants, and `other` is what such a string begins with.
macro_rules! enumerations {
    (
        ($d:tt) rows $rows:ident, names $names:ident;
        $(
            $(#[doc = $about:literal])+
            $openness:ident $enumeration:ident $(rule $rule:ident)? $(other $other:literal)? {
                $( $(#[doc = $doc:literal])+ $variant:ident = $value:literal $(also $($also:literal)+)?, )+
            }
        )+
    ) => {
        $(
            $(#[doc = $about])+
            #[allow(non_upper_case_globals, reason = "named like the Rust enum that is made of it")]
            pub static $enumeration: $crate::Enumeration = $crate::Enumeration {
                name: stringify!($enumeration),
                variants: &[$(&$enumeration::$variant),+],
                other: enumerations!(@optional $($other)?),
                rule: enumerations!(@rule $($rule)?),
            };

            $(#[doc = $about])+
            #[allow(non_snake_case, non_upper_case_globals, reason = "named like the Rust enum that is made of it")]
            pub mod $enumeration {
                $(
                    $(#[doc = $doc])+
                    pub static $variant: $crate::Variant = $crate::Variant {
                        name: stringify!($variant),
                        value: $value,
                        synonyms: &[$($($also),+)?],
                        documentation: concat!($($doc, "\n"),+),
                    };
                )+
            }
        )+

        /// Hands the rows of every enumeration to a macro of the caller, with `open` or `closed` before each name.
        #[macro_export]
        #[doc(hidden)]
        macro_rules! $rows {
            ($d callback:ident) => {
                $d callback! {
                    $(
                        $(#[doc = $about])+
                        $openness $enumeration { $( $(#[doc = $doc])+ $variant = $value, )+ }
                    )+
                }
            };
        }

        /// Hands the name of every enumeration to a macro of the caller, with `open` or `closed` before it.
        #[macro_export]
        #[doc(hidden)]
        macro_rules! $names {
            ($d callback:ident) => { $d callback! { $($openness $enumeration)+ } };
        }
    };
    (@optional $fact:literal) => { Some($fact) };
    (@optional) => { None };
    (@rule $rule:ident) => { Some(&$crate::rules::$rule) };
    (@rule) => { None };
}
