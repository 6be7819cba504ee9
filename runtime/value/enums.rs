//! The enumerations of the schema as Rust enums.

use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::suggest::{listed, nearest};
use cognito_cfn_schema::{Enumeration, enums};
use serde_core::de::{Deserialize, Deserializer, Error};
use serde_core::ser::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A Rust enum whose variants are values of CloudFormation.
///
/// Each of them converts from and to the string in a template, and lists its variants in the constant `VALUES`: all of
/// them, or the named ones if other strings are valid too.
///
/// ```
/// use cognito_cfn::{OAuthFlow, OAuthScope};
///
/// assert_eq!("client_credentials".parse(), Ok(OAuthFlow::ClientCredentials));
/// assert_eq!(OAuthFlow::Code.to_string(), "code");
/// assert_eq!("orders/read".parse(), Ok(OAuthScope::Other("orders/read".into())));
/// assert_eq!(OAuthFlow::VALUES.len(), 3);
///
/// let error = "Code".parse::<OAuthFlow>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown `OAuthFlow` value `Code`: a similar value exists: `code`; \
///      expected `client_credentials`, `code` or `implicit`"
/// );
/// ```
pub trait EnumValue: Sized {
    /// The rows of the schema.
    #[doc(hidden)]
    const ENUMERATION: &'static Enumeration;

    /// The string in a template.
    fn as_str(&self) -> &str;

    /// The variant of a CloudFormation string, or `None` if a closed enumeration has no such value.
    fn from_value(value: &str) -> Option<Self>;
}

/// A string that is not a value of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseEnumError {
    enumeration: &'static str,
    value: String,
    expected: Vec<&'static str>,
}

impl ParseEnumError {
    fn new(enumeration: &'static Enumeration, value: &str) -> Self {
        let expected = enumeration.variants.iter().map(|variant| variant.value).collect();
        Self { enumeration: enumeration.name, value: value.to_owned(), expected }
    }

    /// The string.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The strings that are values.
    pub fn expected(&self) -> &[&'static str] {
        &self.expected
    }

    /// The most similar one, if one is similar enough.
    pub fn similar(&self) -> Option<&'static str> {
        nearest(&self.value, self.expected.iter().copied())
    }
}

impl fmt::Display for ParseEnumError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown `{}` value `{}`: ", self.enumeration, shorten(&self.value))?;
        if let Some(similar) = self.similar() {
            write!(f, "a similar value exists: `{similar}`; ")?;
        }
        write!(f, "expected {}", listed(&self.expected))
    }
}

impl std::error::Error for ParseEnumError {}

fn parse<E: EnumValue>(value: &str) -> Result<E, ParseEnumError> {
    E::from_value(value).ok_or_else(|| ParseEnumError::new(E::ENUMERATION, value))
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

            impl $enumeration {
                /// The variants, in alphabetical order, without `Other`.
                pub const VALUES: &'static [Self] = &[$(Self::$variant),+];
            }

            impl FromStr for $enumeration {
                type Err = ParseEnumError;

                fn from_str(value: &str) -> Result<Self, ParseEnumError> {
                    parse(value)
                }
            }

            impl fmt::Display for $enumeration {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(self.as_str())
                }
            }

            impl Serialize for $enumeration {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }

            impl<'de> Deserialize<'de> for $enumeration {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
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
            /// Another string, as it is in the template.
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

#[cfg(test)]
mod tests {
    use super::EnumValue;
    use crate::{ExplicitAuthFlow, IdentityProvider, OAuthFlow, OAuthScope, ParseEnumError, TimeUnit};
    use serde_json::{from_str, to_string};

    macro_rules! all {
        ($($openness:ident $enumeration:ident)+) => { $( round_trip::<$enumeration>(crate::$enumeration::VALUES); )+ };
    }

    fn round_trip<E>(values: &[E])
    where
        E: EnumValue
            + PartialEq
            + std::fmt::Debug
            + std::fmt::Display
            + std::str::FromStr<Err = ParseEnumError>
            + serde_core::Serialize
            + serde_core::de::DeserializeOwned,
    {
        let rows: Vec<&str> = E::ENUMERATION.variants.iter().map(|variant| variant.value).collect();
        assert_eq!(values.iter().map(ToString::to_string).collect::<Vec<_>>(), rows);
        for value in values {
            assert_eq!(value.to_string().parse().as_ref(), Ok(value));
            let json = to_string(value).expect("a string");
            assert_eq!(json, format!("{:?}", value.as_str()));
            assert_eq!(&from_str::<E>(&json).expect("the same value"), value);
        }
        let unknown = "no/such value".parse::<E>();
        assert_eq!(unknown.is_ok(), E::ENUMERATION.is_open());
        assert!(from_str::<E>("3").is_err(), "a number is no value of {}", E::ENUMERATION.name);
    }

    #[test]
    fn every_value_parses_from_what_it_prints() {
        use crate::*;
        cognito_cfn_schema::enumeration_names!(all);
    }

    #[test]
    fn what_is_no_value_is_an_error_that_lists_the_values() {
        let error = "minute".parse::<TimeUnit>().expect_err("the unit is `minutes`");
        assert_eq!(error.value(), "minute");
        assert_eq!(error.similar(), Some("minutes"));
        assert_eq!(error.expected(), ["days", "hours", "minutes", "seconds"]);
        assert_eq!(
            error.to_string(),
            "unknown `TimeUnit` value `minute`: a similar value exists: `minutes`; \
             expected `days`, `hours`, `minutes` or `seconds`",
        );
        let error = from_str::<OAuthFlow>("\"password\"").expect_err("there is no such flow");
        assert!(
            error.to_string().starts_with(
                "unknown `OAuthFlow` value `password`: expected `client_credentials`, `code` or `implicit`"
            )
        );
        assert!("allow_user_srp_auth".parse::<ExplicitAuthFlow>().is_err(), "values are case-sensitive");
    }

    #[test]
    fn other_strings_are_values_of_open_enumerations() {
        assert_eq!("orders/read".parse(), Ok(OAuthScope::Other("orders/read".into())));
        assert_eq!("openid".parse(), Ok(OAuthScope::OpenId));
        assert_eq!(from_str::<IdentityProvider>("\"Okta\"").expect("a name"), IdentityProvider::Other("Okta".into()));
        assert_eq!(format!("{:>6}|", IdentityProvider::Other("Okta".into())), "  Okta|");
    }
}
