//! A resource where a value belongs: its `Ref`, or its logical id.

use super::{CfnResource, CfnUserPoolClient, Resource};
use crate::value::{IntoLogicalId, IntoValue, Value};

#[diagnostic::do_not_recommend]
impl<R: Resource + ?Sized> IntoLogicalId for &R {
    fn into_logical_id(self) -> String {
        self.logical_id().to_owned()
    }
}

/// Iterators by reference yield references.
macro_rules! by_reference {
    ($($item:ty),+) => {
        $(#[diagnostic::do_not_recommend]
        impl IntoLogicalId for $item {
            fn into_logical_id(self) -> String {
                (*self).into_logical_id()
            }
        })+
    };
}
by_reference! { &&str, &&String, &&CfnResource, &&CfnUserPoolClient }

macro_rules! values {
    ($($value:ty),+) => {
        $(#[diagnostic::do_not_recommend]
        impl<R: Resource + ?Sized> IntoValue<$value> for &R {
            fn into_value(self) -> Option<Value<$value>> {
                Some(self.into())
            }
        }

        #[diagnostic::do_not_recommend]
        impl<R: Resource + ?Sized> From<&R> for Value<$value> {
            fn from(resource: &R) -> Self {
                Self::Intrinsic(resource.reference())
            }
        })+
    };
}
values! { String }

/// Open enumerations accept other names, which a `Ref` can return.
macro_rules! open {
    ($($openness:ident $enumeration:ident)+) => { $(open!(@$openness $enumeration);)+ };
    (@closed $enumeration:ident) => {};
    (@open $enumeration:ident) => { values! { crate::value::enums::$enumeration } };
}
cognito_cfn_schema::enumeration_names!(open);
