//! The nested blocks and their members.

use crate::{Block, Property, client};

macro_rules! blocks {
    ($($(#[doc = $doc:literal])+ $name:ident in $module:ident;)+) => {
        $(
            $(#[doc = $doc])+
            #[allow(non_upper_case_globals)] // named like the struct that holds such a block
            pub static $name: Block =
                Block { name: stringify!($name), module: stringify!($module), members: $module::ALL };
        )+

        /// Every block.
        pub static ALL: &[&Block] = &[$(&$name),+];
    };
}

blocks! {
    /// Where usage events go.
    AnalyticsConfiguration in analytics_configuration;
    /// Whether refresh tokens are exchanged at each use.
    RefreshTokenRotation in refresh_token_rotation;
    /// The units of the tokens' lives.
    TokenValidityUnits in token_validity_units;
}

/// Members of `analytics_configuration`.
pub mod analytics_configuration {
    table! {
        ($) rows analytics_configuration_members,
        page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpoolclient-analyticsconfiguration.html";

        /// The ARN of the Amazon Pinpoint project, 20 to 2048 characters. Stands alone, or with `user_data_shared`:
        /// the other members belong to the form with `application_id`.
        application_arn: String = "ApplicationArn" {
            python("application_arn"), typescript("applicationArn"),
            length(20, 2048), characters(Arn), update(InPlace),
        }

        /// The id of the Amazon Pinpoint project, hexadecimal. Needs `role_arn` and `external_id` beside it, and
        /// always means a project in us-east-1.
        application_id: String = "ApplicationId" {
            python("application_id"), typescript("applicationId"),
            characters(Hexadecimal), update(InPlace),
        }

        /// The external id that the trust policy of `role_arn` asks for, at most 131072 characters.
        /// Goes with `application_id`.
        external_id: String = "ExternalId" {
            python("external_id"), typescript("externalId"),
            length(0, 131_072), update(InPlace),
        }

        /// The ARN of the role with which Cognito publishes events to Amazon Pinpoint, 20 to 2048 characters.
        /// Goes with `application_id`; the role trusts `cognito-idp.amazonaws.com`.
        role_arn: String = "RoleArn" {
            python("role_arn"), typescript("roleArn"),
            length(20, 2048), characters(Arn), update(InPlace),
        }

        /// Whether the events carry data of the user. Legal in either form.
        user_data_shared: Boolean = "UserDataShared" {
            python("user_data_shared"), typescript("userDataShared"),
            default("false"), update(InPlace),
        }
    }
}

/// Members of `refresh_token_rotation`.
pub mod refresh_token_rotation {
    table! {
        ($) rows refresh_token_rotation_members,
        page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpoolclient-refreshtokenrotation.html";

        /// `Enabled` or `Disabled`. With `Enabled`, `explicit_auth_flows` must not hold `AllowRefreshTokenAuth`: the
        /// client refreshes with `GetTokensFromRefreshToken` instead.
        feature: Enum(RefreshTokenRotationFeature) = "Feature" {
            python("feature"), typescript("feature"), update(InPlace),
        }

        /// How many seconds the old refresh token stays valid after the exchange, so that a lost answer can be asked
        /// for again. 0 to 60 seconds.
        retry_grace_period_seconds: Integer = "RetryGracePeriodSeconds" {
            python("retry_grace_period_seconds"), typescript("retryGracePeriodSeconds"),
            unit("seconds"), default("0 seconds"),
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
        /// Without it the number counts hours.
        access_token: Enum(TimeUnit) = "AccessToken" {
            python("access_token"), typescript("accessToken"),
            default("Hours"), update(InPlace),
        }

        /// The unit of `id_token_validity`: `Seconds`, `Minutes`, `Hours` or `Days`.
        /// Without it the number counts hours.
        id_token: Enum(TimeUnit) = "IdToken" {
            python("id_token"), typescript("idToken"),
            default("Hours"), update(InPlace),
        }

        /// The unit of `refresh_token_validity`: `Seconds`, `Minutes`, `Hours` or `Days`.
        /// Without it the number counts days.
        refresh_token: Enum(TimeUnit) = "RefreshToken" {
            python("refresh_token"), typescript("refreshToken"),
            default("Days"), update(InPlace),
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
