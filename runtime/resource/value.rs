//! A resource where a value belongs: its `Ref`, or its logical id.

use super::Resource;
use crate::value::{IntoLogicalId, IntoValue, Value};

#[diagnostic::do_not_recommend]
impl<R: Resource + ?Sized> IntoLogicalId for &R {
    fn into_logical_id(self) -> String {
        self.logical_id().to_owned()
    }
}

#[diagnostic::do_not_recommend]
impl<R: Resource + ?Sized> IntoValue<String> for &R {
    fn into_value(self) -> Option<Value<String>> {
        Some(Value::Intrinsic(self.reference()))
    }
}

/// Open enumerations have names of the user's own, and a `Ref` can give one.
macro_rules! open {
    ($($openness:ident $enumeration:ident)+) => { $(open!(@$openness $enumeration);)+ };
    (@closed $enumeration:ident) => {};
    (@open $enumeration:ident) => {
        #[diagnostic::do_not_recommend]
        impl<R: Resource + ?Sized> IntoValue<crate::value::enums::$enumeration> for &R {
            fn into_value(self) -> Option<Value<crate::value::enums::$enumeration>> {
                Some(Value::Intrinsic(self.reference()))
            }
        }
    };
}
cognito_cfn_schema::enumeration_names!(open);
