//! What `Fn::GetAtt` returns for an app client.

use crate::Diagnostic;
use crate::literals::shorten;
use crate::suggest::{listed, nearest};

/// The id of the client, which `Ref` returns too.
pub const CLIENT_ID: &str = "ClientId";
/// The secret of a client that has one.
pub const CLIENT_SECRET: &str = "ClientSecret";
/// The name of the client.
pub const NAME: &str = "Name";

/// Every return value: the read-only properties of the registry schema.
pub static ALL: &[&str] = &[CLIENT_ID, CLIENT_SECRET, NAME];

/// What `Fn::GetAtt` returns for a user pool.
pub static OF_POOL: &[&str] = &["Arn", "ProviderName", "ProviderURL", "UserPoolId"];

/// Whether a resource of that type has the return value; for most types this is not known.
pub fn check_of(resource_type: &str, attribute: &str) -> Result<(), Diagnostic> {
    if resource_type != "AWS::Cognito::UserPool" || OF_POOL.contains(&attribute) {
        return Ok(());
    }
    Err(Diagnostic {
        message: format!("a user pool has no return value `{}`", shorten(attribute)),
        help: nearest(attribute, OF_POOL.iter().copied())
            .map_or_else(
                || format!("use {}", listed(OF_POOL)),
                |near| format!("a return value with a similar name exists: `{near}`"),
            )
            .into(),
    })
}

/// Whether an app client has the return value.
pub fn check(attribute: &str) -> Result<(), Diagnostic> {
    if ALL.contains(&attribute) {
        return Ok(());
    }
    Err(Diagnostic {
        message: format!("an app client has no return value `{}`", shorten(attribute)),
        help: nearest(attribute, ALL.iter().copied())
            .map_or_else(
                || format!("use {}", listed(ALL)),
                |near| format!("a return value with a similar name exists: `{near}`"),
            )
            .into(),
    })
}
