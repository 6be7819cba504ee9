//! The enumerations of the schema as Rust enums.

use cognito_cfn_schema::{Enumeration, enums};

/// A Rust enum whose variants are values of CloudFormation.
pub trait EnumValue: Sized {
    /// What the schema knows of the enumeration.
    #[doc(hidden)]
    const ENUMERATION: &'static Enumeration;

    /// The string in a template.
    fn as_str(&self) -> &str;

    /// The variant of a CloudFormation string, or `None` where the enumeration is closed and has no such value.
    fn from_value(value: &str) -> Option<Self>;
}

macro_rules! rust_enums {
    ($(
        $(#[doc = $about:literal])+
        $openness:ident $enumeration:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $value:literal, )+ }
    )+) => {
        $(
            rust_enums! { @enum $openness {
                $(#[doc = $about])+
                $enumeration { $( $(#[doc = $doc])+ $variant = $value, )+ }
            } }

            impl EnumValue for $enumeration {
                const ENUMERATION: &'static Enumeration = &enums::$enumeration;

                fn as_str(&self) -> &str {
                    rust_enums!(@as_str $openness self { $($variant = $value),+ })
                }

                fn from_value(value: &str) -> Option<Self> {
                    match value {
                        $( $value => Some(Self::$variant), )+
                        other => rust_enums!(@from $openness other),
                    }
                }
            }
        )+
    };
    (@enum closed { $(#[doc = $about:literal])+ $enumeration:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $value:literal, )+ } }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $enumeration { $( #[doc = concat!("`", $value, "`\n")] $(#[doc = $doc])+ $variant, )+ }
    };
    (@enum open { $(#[doc = $about:literal])+ $enumeration:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $value:literal, )+ } }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $enumeration {
            $( #[doc = concat!("`", $value, "`\n")] $(#[doc = $doc])+ $variant, )+
            /// Another string, as CloudFormation is to see it.
            Other(String),
        }
    };
    (@as_str open $this:ident { $($variant:ident = $value:literal),+ }) => {
        match $this { $( Self::$variant => $value, )+ Self::Other(value) => value }
    };
    (@as_str closed $this:ident { $($variant:ident = $value:literal),+ }) => {
        match $this { $( Self::$variant => $value ),+ }
    };
    (@from open $value:ident) => { Some(Self::Other($value.to_owned())) };
    (@from closed $value:ident) => {{
        let _ = $value;
        None
    }};
}
cognito_cfn_schema::enumerations!(rust_enums);
