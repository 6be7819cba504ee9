//! Removal policies.

use crate::error::ErrorKind;
use cognito_cfn_schema::attributes::TYPES_WITH_SNAPSHOTS;

/// What happens to a resource that is removed from its stack, or that a change replaces: the policies of the CDK.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RemovalPolicy {
    /// It is deleted.
    Destroy,
    /// It stays in the account.
    Retain,
    /// It is deleted after a snapshot was created. Few types support this, and app clients do not.
    Snapshot,
    /// It stays in the account, unless its creation failed.
    RetainOnUpdateOrDelete,
}

/// How [`apply_removal_policy`](crate::CfnUserPoolClient::apply_removal_policy) sets the policies of a resource.
///
/// ```
/// use cognito_cfn::{RemovalPolicy, RemovalPolicyOptions, json, user_pool_client};
///
/// let mut client = user_pool_client! { user_pool_id: Ref("UserPool") };
/// client.apply_removal_policy(RemovalPolicyOptions {
///     policy: Some(RemovalPolicy::Destroy),
///     apply_to_update_replace_policy: false,
///     ..RemovalPolicyOptions::default()
/// })?;
/// assert_eq!(client.to_json()["DeletionPolicy"], json!("Delete"));
/// assert_eq!(client.to_json()["UpdateReplacePolicy"], json!(null));
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RemovalPolicyOptions {
    /// The policy.
    pub policy: Option<RemovalPolicy>,
    /// The default policy. If it is absent too, the resource is retained.
    pub default: Option<RemovalPolicy>,
    /// Whether it also applies to a resource that a change replaces. The default is `true`.
    pub apply_to_update_replace_policy: bool,
}

impl Default for RemovalPolicyOptions {
    fn default() -> Self {
        Self { policy: None, default: None, apply_to_update_replace_policy: true }
    }
}

impl From<RemovalPolicy> for RemovalPolicyOptions {
    fn from(policy: RemovalPolicy) -> Self {
        Self { policy: Some(policy), ..Self::default() }
    }
}

impl From<Option<RemovalPolicy>> for RemovalPolicyOptions {
    fn from(policy: Option<RemovalPolicy>) -> Self {
        Self { policy, ..Self::default() }
    }
}

impl RemovalPolicyOptions {
    /// The values of the policy attributes for a resource of that type: on deletion, and on replacement.
    pub(crate) fn policies(self, resource_type: &str) -> Result<(&'static str, Option<&'static str>), ErrorKind> {
        let policy = self.policy.or(self.default).unwrap_or(RemovalPolicy::Retain);
        let (deletion, replacement) = match policy {
            RemovalPolicy::Destroy => ("Delete", "Delete"),
            RemovalPolicy::Retain => ("Retain", "Retain"),
            RemovalPolicy::RetainOnUpdateOrDelete => ("RetainExceptOnCreate", "Retain"),
            RemovalPolicy::Snapshot if TYPES_WITH_SNAPSHOTS.contains(&resource_type) => ("Snapshot", "Snapshot"),
            RemovalPolicy::Snapshot => {
                let resource_type = resource_type.to_owned();
                return Err(ErrorKind::UnsupportedPolicy { policy: "Snapshot", resource_type });
            }
        };
        Ok((deletion, self.apply_to_update_replace_policy.then_some(replacement)))
    }
}
