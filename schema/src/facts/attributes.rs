//! The attributes that any CloudFormation resource has, and settings of the declaration.

table! {
    ($) rows resource_attributes,
    page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html";

    /// The name of a condition of the template. The resource is created only if the condition is true.
    /// Add the condition itself to the stack.
    condition: Condition = "Condition" {
        python("condition"), typescript("condition"),
        default("the resource is always created"),
    }

    /// What happens to the client when it is removed from the stack: `Retain` keeps it, `Delete` deletes it,
    /// `RetainExceptOnCreate` keeps it unless its creation failed.
    deletion_policy: Enum(DeletionPolicy) = "DeletionPolicy" {
        python("deletion_policy"), typescript("deletionPolicy"),
        default("Delete"),
    }

    /// The resources that CloudFormation must create before this one and delete after it: logical ids, or resources
    /// (`&pool`).
    /// Needed for resources that the properties name only by a string, such as identity providers and scopes of
    /// resource servers.
    depends_on: LogicalIdList = "DependsOn" {
        python("depends_on"), typescript("dependsOn"),
        default("the resources that the properties reference"),
    }

    /// A note on the resource for readers of the template. CloudFormation accepts no function in it.
    description: PlainString = "Description" {
        python("description"), typescript("description"),
    }

    /// The name of the resource within the template: 1 to 255 ASCII letters and digits.
    /// Changing it replaces the client: CloudFormation deletes the old one, and the new one has a new id.
    logical_id: LogicalId = "" {
        python("logical_id"), typescript("logicalId"),
        default("UserPoolClient"), update(Replacement),
    }

    /// JSON that CloudFormation stores with the resource and does not interpret: `metadata: { "owner": "identity" }`.
    metadata: Json = "Metadata" {
        python("metadata"), typescript("metadata"),
    }

    /// What happens to the old client when an update replaces it: `Retain` keeps it, `Delete` deletes it.
    update_replace_policy: Enum(UpdateReplacePolicy) = "UpdateReplacePolicy" {
        python("update_replace_policy"), typescript("updateReplacePolicy"),
        default("Delete"),
    }
}

/// Attributes that few resource types have and app clients do not. A value can have them anyway.
pub mod options {
    table! {
        ($) rows resource_options,
        page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html";

        /// JSON with the signals that CloudFormation waits for before the resource counts as created.
        creation_policy: Json = "CreationPolicy" {
            python("creation_policy"), typescript("creationPolicy"),
        }

        /// JSON that configures how CloudFormation updates the resource.
        update_policy: Json = "UpdatePolicy" {
            python("update_policy"), typescript("updatePolicy"),
        }

        /// The version of the resource, for custom resources.
        version: PlainString = "Version" {
            python("version"), typescript("version"),
        }
    }
}

/// Settings of the checks, which are never part of the template.
pub mod settings {
    table! {
        ($) rows declaration_settings,
        page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-userpoolclient.html";

        /// Silences warnings, by their codes or by their groups: `allow: [MI01, legacy]`. The groups are `correctness`,
        /// `security` and `legacy`. The codes `SC03`, `IP01`, `AT01` and `AT02` also silence the errors of the stack, for
        /// pools that another stack adds to. It is not part of the template.
        allow: Codes = "" {
            python(""), typescript(""),
            default("all warnings are reported"),
        }
    }
}

/// The types that accept `Snapshot` as `DeletionPolicy` and `UpdateReplacePolicy`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html>
pub const TYPES_WITH_SNAPSHOTS: &[&str] = &[
    "AWS::DocDB::DBCluster",
    "AWS::EC2::Volume",
    "AWS::ElastiCache::CacheCluster",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::Neptune::DBCluster",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
    "AWS::Redshift::Cluster",
];
