//! The attributes of a resource as one struct.

use super::fields::field;

/// Hands the rows of both tables to one macro.
macro_rules! with_options {
    ($($rows:tt)+) => { cognito_cfn_schema::resource_options! { options { $($rows)+ } } };
}

macro_rules! options {
    (
        { $( $(#[doc = $doc:literal])+ $attribute:ident: $kind:ident $(($of:ident))? )+ }
        $( $(#[doc = $option_doc:literal])+ $option:ident: $option_kind:ident )+
    ) => {
        options! { @fields {} $( { $(#[doc = $doc])+ $attribute: $kind $(($of))? } )+ $( { $(#[doc = $option_doc])+ $option: $option_kind } )+ }
    };
    // Ids are no options.
    (@fields { $($fields:tt)* } { $(#[$doc:meta])+ $name:ident: LogicalId } $($rest:tt)*) => {
        options! { @fields { $($fields)* } $($rest)* }
    };
    (@fields { $($fields:tt)* } { $(#[$doc:meta])+ $name:ident: LogicalIds } $($rest:tt)*) => {
        options! { @fields { $($fields)* } $($rest)* }
    };
    (@fields { $($fields:tt)* } { $(#[$doc:meta])+ $name:ident: $kind:ident $(($of:ident))? } $($rest:tt)*) => {
        options! { @fields { $($fields)* $(#[$doc])+ $name: (field!($kind $($of)?)); } $($rest)* }
    };
    (@fields { $( $(#[$doc:meta])+ $name:ident: ($field:ty); )+ }) => {
        /// The resource attributes: `cfnOptions` in the CDK.
        ///
        /// They are references to the fields of the resource.
        ///
        /// ```
        /// use cognito_cfn::{json, user_pool_client};
        ///
        /// let mut client = user_pool_client! { user_pool_id: Ref("UserPool") };
        /// let options = client.cfn_options();
        /// *options.version = Some("1.0".into());
        /// *options.condition = Some("IsProduction".into());
        /// assert_eq!(client.to_json()["Version"], json!("1.0"));
        /// ```
        #[derive(Debug)]
        #[non_exhaustive]
        pub struct CfnOptions<'r> {
            $( $(#[$doc])+ pub $name: &'r mut $field, )+
        }

        macro_rules! of_fields {
            ($resource:ident) => { $crate::resource::CfnOptions { $( $name: &mut $resource.$name, )+ } };
        }
        pub(crate) use of_fields;
    };
}
cognito_cfn_schema::resource_attributes!(with_options);
