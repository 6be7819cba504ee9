//! The two forms in which facts are written: rows of properties, and words of an enumeration.

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
                use $crate::{characters::Characters::*, property::Update::*};
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
    (@kind Word($of:ident)) => { $crate::Kind::Word(&<$crate::words::$of as $crate::Words>::ENUMERATION) };
    (@kind Words($of:ident)) => { $crate::Kind::Words(&<$crate::words::$of as $crate::Words>::ENUMERATION) };
    (@kind Block($of:ident)) => { $crate::Kind::Block(&$crate::blocks::$of) };
    (@kind $kind:ident) => { $crate::Kind::$kind };

    // What an editor shows of a kind, and of a fact.
    (@describe Boolean) => { "a boolean" };
    (@describe Integer) => { "an integer" };
    (@describe Text) => { "text" };
    (@describe Texts) => { "a list of text" };
    (@describe Word($of:ident)) => { concat!("a word of `", stringify!($of), "`") };
    (@describe Words($of:ident)) => { concat!("a list of words of `", stringify!($of), "`") };
    (@describe Block($of:ident)) => { "a block" };
    (@describe LogicalId) => { "a logical id" };
    (@describe LogicalIds) => { "a list of logical ids" };
    (@describe Condition) => { "the name of a condition" };
    (@describe PlainText) => { "plain text" };
    (@describe Json) => { "JSON" };
    (@describe Codes) => { "a list of codes" };
    (@line unit $unit:literal) => { concat!("- counts ", $unit, "\n") };
    (@line range $least:literal, $greatest:literal) => { concat!("- ", $least, " to ", $greatest, "\n") };
    (@line length $least:literal, $greatest:literal) => { concat!("- ", $least, " to ", $greatest, " characters", "\n") };
    (@line items $most:literal) => { concat!("- at most ", $most, " items", "\n") };
    (@line default $default:literal) => { concat!("- if absent: ", $default, "\n") };
    (@line required) => { "- required\n" };
    (@line update InPlace) => { "- a change updates the client in place\n" };
    (@line update Replacement) => { "- **a change replaces the client**: the new one has a new id\n" };
    (@line $fact:ident $($value:tt)*) => { "" };
}

/// Enumerations: of each the Rust enum, its words with their facts, and the conversions from and to CloudFormation's
/// text. Their names are handed on, as a macro of the given name, to whoever builds something for each.
///
/// `open` enumerations take names of the user's own beside the words, and have the variant `Other` for them; `own` is what
/// such a name begins with.
macro_rules! words {
    (
        ($d:tt) rows $rows:ident;
        $(
            $(#[doc = $about:literal])+
            $kind:ident $enumeration:ident $(code $code:literal)? $(own $own:literal)? {
                $( $(#[doc = $doc:literal])+ $word:ident = $text:literal, )+
            }
        )+
    ) => {
        $(
            words! { @enum $kind {
                $(#[doc = $about])+
                $enumeration { $( $(#[doc = $doc])+ $word = $text, )+ }
            } }

            impl $crate::Words for $enumeration {
                const ENUMERATION: $crate::Enumeration = $crate::Enumeration {
                    name: stringify!($enumeration),
                    words: &[$($crate::Word {
                        name: stringify!($word),
                        text: $text,
                        documentation: concat!($($doc, "\n"),+),
                    }),+],
                    own: words!(@optional $($own)?),
                    code: words!(@optional $($code)?),
                };

                fn text(&self) -> &str {
                    words!(@text $kind self { $($word = $text),+ })
                }

                fn from_text(text: &str) -> Option<Self> {
                    match text {
                        $( $text => Some(Self::$word), )+
                        other => words!(@from $kind other),
                    }
                }
            }
        )+

        /// Hands the name of every enumeration to a macro of the caller, with `open` or `closed` before it.
        #[macro_export]
        #[doc(hidden)]
        macro_rules! $rows {
            ($d callback:ident) => { $d callback! { $($kind $enumeration)+ } };
        }
    };
    (@enum closed { $(#[doc = $about:literal])+ $enumeration:ident { $( $(#[doc = $doc:literal])+ $word:ident = $text:literal, )+ } }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $enumeration { $( #[doc = concat!("`", $text, "`\n")] $(#[doc = $doc])+ $word, )+ }
    };
    (@enum open { $(#[doc = $about:literal])+ $enumeration:ident { $( $(#[doc = $doc:literal])+ $word:ident = $text:literal, )+ } }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $enumeration {
            $( #[doc = concat!("`", $text, "`\n")] $(#[doc = $doc])+ $word, )+
            /// A name of your own, as CloudFormation is to see it.
            Other(String),
        }
    };
    (@optional $fact:literal) => { Some($fact) };
    (@optional) => { None };
    (@text open $this:ident { $($word:ident = $text:literal),+ }) => {
        match $this { $( Self::$word => $text, )+ Self::Other(text) => text }
    };
    (@text closed $this:ident { $($word:ident = $text:literal),+ }) => { match $this { $( Self::$word => $text ),+ } };
    (@from open $text:ident) => { Some(Self::Other($text.to_owned())) };
    (@from closed $text:ident) => {{
        let _ = $text;
        None
    }};
}
