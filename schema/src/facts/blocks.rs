//! The nested blocks and their members.

use crate::{Block, Property, client};

macro_rules! blocks {
    ($($(#[doc = $doc:literal])+ $name:ident in $module:ident, open $is_open:literal;)+) => {
        $(
            $(#[doc = $doc])+
            #[allow(non_upper_case_globals)] // named like the struct that holds such a block
            pub static $name: Block = Block {
                name: stringify!($name),
                module: stringify!($module),
                members: $module::ALL,
                is_open: $is_open,
            };
        )+

        /// Every block.
        pub static ALL: &[&Block] = &[$(&$name),+];
    };
}

blocks! {
    /// The Amazon Pinpoint project that received usage events.
    AnalyticsConfiguration in analytics_configuration, open false;
    /// Whether every use of a refresh token returns a new one.
    RefreshTokenRotation in refresh_token_rotation, open true;
    /// The units of the token validities.
    TokenValidityUnits in token_validity_units, open false;
}

/// Members of `analytics_configuration`.
pub mod analytics_configuration {
    table! {
        ($) rows analytics_configuration_members,
        page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpoolclient-analyticsconfiguration.html";

        /// The ARN of the Amazon Pinpoint project, 20 to 2048 characters.
        /// Cannot be combined with `application_id`, `external_id` and `role_arn`.
        application_arn: String = "ApplicationArn" {
            python("application_arn"), typescript("applicationArn"),
            length(20, 2048), characters(Arn), update(InPlace),
        }

        /// The id of the Amazon Pinpoint project, in hexadecimal digits. The project is always in us-east-1.
        /// Requires `role_arn` and `external_id`.
        application_id: String = "ApplicationId" {
            python("application_id"), typescript("applicationId"),
            characters(Hexadecimal), update(InPlace),
        }

        /// The external id that the trust policy of `role_arn` requires, at most 131072 characters.
        /// Goes with `application_id`.
        external_id: String = "ExternalId" {
            python("external_id"), typescript("externalId"),
            length(0, 131_072), update(InPlace),
        }

        /// The ARN of the role with which Cognito published events to Amazon Pinpoint, 20 to 2048 characters. Its trust
        /// policy must allow `cognito-idp.amazonaws.com`.
        /// Goes with `application_id`.
        role_arn: String = "RoleArn" {
            python("role_arn"), typescript("roleArn"),
            length(20, 2048), characters(Arn), update(InPlace),
        }

        /// Whether the events include user data. Can be combined with either form of the block.
        user_data_shared: Boolean = "UserDataShared" {
            python("user_data_shared"), typescript("userDataShared"),
            default("false"), fallback(Boolean(false)), update(InPlace),
        }
    }
}

/// Members of `refresh_token_rotation`.
pub mod refresh_token_rotation {
    table! {
        ($) rows refresh_token_rotation_members,
        page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpoolclient-refreshtokenrotation.html";

        /// Turns rotation on (`Enabled`) or off (`Disabled`).
        /// With `Enabled`, `explicit_auth_flows` must not contain `AllowRefreshTokenAuth`; the client refreshes tokens
        /// with `GetTokensFromRefreshToken` instead.
        feature: Enum(RefreshTokenRotationFeature) = "Feature" {
            python("feature"), typescript("feature"),
            fallback(Variant(&enums::RefreshTokenRotationFeature::Disabled)), update(InPlace),
        }

        /// How many seconds the old refresh token remains valid after it was used, so that a client can retry a request
        /// whose response was lost: 0 to 60.
        retry_grace_period_seconds: Integer = "RetryGracePeriodSeconds" {
            python("retry_grace_period_seconds"), typescript("retryGracePeriodSeconds"),
            unit("seconds"), default("0 seconds"), fallback(Integer(0)),
            range(0, 60), rule(&RR05), update(InPlace),
        }
    }
}

/// Members of `token_validity_units`.
pub mod token_validity_units {
    table! {
        ($) rows token_validity_units_members,
        page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpoolclient-tokenvalidityunits.html";

        /// The unit of `access_token_validity`: `Seconds`, `Minutes`, `Hours` or `Days`.
        access_token: Enum(TimeUnit) = "AccessToken" {
            python("access_token"), typescript("accessToken"),
            default("Hours"), fallback(Variant(&enums::TimeUnit::Hours)), update(InPlace),
        }

        /// The unit of `id_token_validity`: `Seconds`, `Minutes`, `Hours` or `Days`.
        id_token: Enum(TimeUnit) = "IdToken" {
            python("id_token"), typescript("idToken"),
            default("Hours"), fallback(Variant(&enums::TimeUnit::Hours)), update(InPlace),
        }

        /// The unit of `refresh_token_validity`: `Seconds`, `Minutes`, `Hours` or `Days`.
        refresh_token: Enum(TimeUnit) = "RefreshToken" {
            python("refresh_token"), typescript("refreshToken"),
            default("Days"), fallback(Variant(&enums::TimeUnit::Days)), update(InPlace),
        }
    }
}

/// The member of `token_validity_units` that has the unit of a token validity; `None` of any other property.
pub fn unit_of(validity: &Property) -> Option<&'static Property> {
    [
        (&client::access_token_validity, &token_validity_units::access_token),
        (&client::id_token_validity, &token_validity_units::id_token),
        (&client::refresh_token_validity, &token_validity_units::refresh_token),
    ]
    .into_iter()
    .find_map(|(property, member)| std::ptr::eq(property, validity).then_some(member))
}
