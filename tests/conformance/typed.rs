//! A value of the runtime from properties as CloudFormation spells them.

use cognito_cfn::{
    AnalyticsConfiguration, CfnUserPoolClient, EnumValue, If, Intrinsic, Json, RefreshTokenRotation,
    TokenValidityUnits, Value,
};
use cognito_cfn_schema::{blocks, client};
use serde_json::Map;

/// What JSON a field can be made of.
trait FromJson: Sized {
    fn from_json(json: &Json) -> Self;
}

impl<T: Literal> FromJson for Value<T> {
    fn from_json(json: &Json) -> Self {
        if let Some(arguments) = json.get("Fn::If").and_then(Json::as_array) {
            let condition = arguments[0].as_str().expect("a name").to_owned();
            let (then, otherwise) = (Self::from_json(&arguments[1]), Self::from_json(&arguments[2]));
            return Self::If(Box::new(If { condition, then, otherwise }));
        }
        match T::literal(json) {
            Some(literal) => Self::Literal(literal),
            None => Self::Intrinsic(Intrinsic::Raw(json.clone())),
        }
    }
}

trait Literal: Sized {
    fn literal(json: &Json) -> Option<Self>;
}

impl Literal for bool {
    fn literal(json: &Json) -> Option<Self> {
        json.as_bool()
    }
}

impl Literal for i64 {
    fn literal(json: &Json) -> Option<Self> {
        json.as_i64()
    }
}

impl Literal for String {
    fn literal(json: &Json) -> Option<Self> {
        json.as_str().map(str::to_owned)
    }
}

impl<T: Literal> Literal for Vec<Value<T>> {
    fn literal(json: &Json) -> Option<Self> {
        Some(json.as_array()?.iter().map(Value::from_json).collect())
    }
}

macro_rules! words {
    ($($kind:ident $enumeration:ident)+) => {
        $(impl Literal for cognito_cfn::$enumeration {
            fn literal(json: &Json) -> Option<Self> {
                Self::from_value(json.as_str()?)
            }
        })+
    };
}
cognito_cfn_schema::enumeration_names!(words);

/// The rows of the table, as assignments of every field that is there.
macro_rules! fill {
    (
        $value:ident $members:ident $rows:ident
        $( $(#[doc = $doc:literal])+ $property:ident: $kind:ident $(($of:ident))? )+
    ) => {
        $( $value.$property = $members.get($rows::$property.cloudformation).map(FromJson::from_json); )+
    };
}

macro_rules! block {
    ($block:ident $module:ident $members_of:ident) => {
        impl Literal for $block {
            fn literal(json: &Json) -> Option<Self> {
                let members = json.as_object()?;
                if members.keys().any(|name| name == "Ref" || name.starts_with("Fn::")) {
                    return None;
                }
                let mut value = Self::default();
                use blocks::$module as rows;
                cognito_cfn_schema::$members_of!(fill value members rows);
                Some(value)
            }
        }
    };
}
block!(AnalyticsConfiguration analytics_configuration analytics_configuration_members);
block!(RefreshTokenRotation refresh_token_rotation refresh_token_rotation_members);
block!(TokenValidityUnits token_validity_units token_validity_units_members);

/// The client with those properties.
pub(crate) fn client(members: &Map<String, Json>) -> CfnUserPoolClient {
    let mut value = CfnUserPoolClient::default();
    cognito_cfn_schema::client_properties!(fill value members client);
    value
}
