//! The codes: what each rule says, what the service answers to a declaration that breaks it, and how that is known.

use crate::finding::{Finding, Place, Severity};

/// A rule of the product.
pub struct Rule {
    /// The code.
    pub code: &'static str,
    /// Whether breaking it is an error.
    pub severity: Severity,
    /// The rule, in a line.
    pub title: &'static str,
    /// The service's own words to a declaration that breaks it, where they are known.
    pub refusal: Option<&'static str>,
    /// How it is known.
    pub evidence: &'static str,
}

impl Rule {
    /// A finding under this rule.
    pub fn finding(&self, tag: usize, place: Place, message: impl Into<String>, help: impl Into<String>) -> Finding {
        Finding { code: self.code, severity: self.severity, place, message: message.into(), help: help.into(), tag }
    }
}

/// The rule of a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code == code)
}

macro_rules! rules {
    ($($code:ident: $title:literal, $(refusal $refusal:literal,)? evidence $evidence:literal;)+) => {
        $(
            #[doc = $title]
            pub static $code: Rule = Rule {
                code: stringify!($code),
                severity: Severity::Error,
                title: $title,
                refusal: rules!(@refusal $($refusal)?),
                evidence: $evidence,
            };
        )+

        /// The codes, for editors to complete and explain.
        pub mod codes {
            $(
                #[doc = concat!($title, "\n")]
                $(#[doc = concat!("The service answers\n\n```text\n", $refusal, "\n```\n")])?
                #[doc = concat!("Known from: ", $evidence)]
                pub struct $code;
            )+
        }

        /// Every rule.
        pub static ALL: &[&Rule] = &[$(&$code),+];
    };
    (@refusal $refusal:literal) => { Some($refusal) };
    (@refusal) => { None };
}

rules! {
    AF01: "older sign-in flows cannot stand beside those with `Allow`",
        refusal "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
        evidence "deployment, in cdk-preflight; API reference, ExplicitAuthFlows";
    AF12: "a sign-in flow is one of those Cognito knows",
        refusal "failed to satisfy constraint: [Member must satisfy enum value set: […]]",
        evidence "awsdocs/aws-cloudformation-user-guide#525";
    AN01: "analytics take `application_arn`, or `application_id` with `role_arn` and `external_id`, not both",
        refusal "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
        evidence "deployment, in cdk-preflight";
    AN02: "`application_id` needs `role_arn` and `external_id`",
        refusal "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
        evidence "deployment, in cdk-preflight";
    AT03: "some attributes of a user cannot be written by a client",
        refusal "Invalid write attributes specified while creating a client",
        evidence "deployment of each, in cdk-preflight";
    AT11: "an attribute is a standard one, or the pool's own with `custom:` before it",
        refusal "Invalid read attributes specified while creating a client",
        evidence "aws/aws-cdk#20760";
    AT20: "the name of an attribute has 1 to 2048 characters",
        evidence "registry schema; API reference, ClientPermissionType";
    IP06: "the name of a provider has 1 to 32 characters, none of them invisible",
        evidence "registry schema; API reference, ProviderNameType";
    LT01: "a value keeps to the limits of the registry schema",
        evidence "registry schema";
    MI02: "`prevent_user_existence_errors` is `Enabled` or `Legacy`",
        evidence "registry schema; API reference, PreventUserExistenceErrors";
    MI07: "`user_pool_id` is required",
        evidence "registry schema";
    MI11: "the resource has no other properties",
        evidence "registry schema: additionalProperties is false";
    NM01: "`client_name` is ASCII letters, digits, whitespace and `_+=,.@-`",
        refusal "1 validation error detected: Value '????' at 'clientName' failed to satisfy constraint",
        evidence "deployment, in cdk-preflight";
    NM02: "`client_name` has 1 to 128 characters",
        evidence "registry schema; API reference, ClientNameType";
    OA01: "`ClientCredentials` stands alone",
        refusal "client_credentials flow can not be selected along with code flow or implicit flow.",
        evidence "deployment, in cdk-preflight; API reference, AllowedOAuthFlows";
    OA02: "`ClientCredentials` needs a client secret",
        refusal "client_credentials flow can not be selected if client does not have a client secret.",
        evidence "deployment, in cdk-preflight";
    OA03: "`ClientCredentials` takes only scopes of resource servers",
        refusal "openid is not supported with client_credentials flow",
        evidence "hashicorp/terraform-provider-aws#4984";
    OA06: "OAuth that is on needs a flow",
        refusal "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
        evidence "deployment, in cdk-preflight";
    OA07: "OAuth that is on needs a scope",
        refusal "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
        evidence "deployment, in cdk-preflight";
    OA11: "`Code` and `Implicit` need a callback URL",
        refusal "CallbackUrls can not be empty when code flow or implicit flow is selected",
        evidence "deployment, in cdk-preflight; anomalyco/sst#6272; cisagov/crossfeed#440";
    OA14: "an OAuth flow is `Code`, `Implicit` or `ClientCredentials`",
        refusal "failed to satisfy constraint: [Member must satisfy enum value set: [implicit, client_credentials, code]]",
        evidence "awsdocs/aws-cloudformation-user-guide#563, #517";
    RR01: "refresh token rotation excludes `AllowRefreshTokenAuth`",
        refusal "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.",
        evidence "notes of a deployment; developer guide, refresh token rotation";
    RR05: "the grace period is 0 to 60 seconds",
        evidence "registry schema; API reference, RefreshTokenRotationType";
    SC04: "Cognito reserves five scopes and knows no others of OpenID Connect",
        refusal "Invalid scope requested: Cognito",
        evidence "awsdocs/aws-cloudformation-user-guide#518, #564";
    SC05: "a scope of a resource server has the server's identifier before it",
        refusal "Invalid scope requested: get-todos",
        evidence "aws/aws-cdk#10676";
    SC10: "at most 50 scopes, each of 1 to 256 printable ASCII characters without space, `\"` and `\\`",
        evidence "registry schema; API reference, ScopeType";
    SE01: "passing on user context data needs a client secret",
        refusal "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
        evidence "deployment, in cdk-preflight";
    TK01: "access and ID tokens live 5 minutes to 24 hours",
        refusal "Invalid range for token validity.",
        evidence "deployment, in cdk-preflight; API reference, AccessTokenValidity";
    TK02: "refresh tokens live 60 minutes to 3650 days",
        refusal "Invalid range for token validity.",
        evidence "deployment, in cdk-preflight; awsdocs/aws-cloudformation-user-guide#828";
    TK03: "without a unit, the life of access and ID tokens counts hours: 1 to 24",
        refusal "Invalid range for token validity.",
        evidence "deployment, in cdk-preflight";
    TK04: "without a unit, the life of refresh tokens counts days: 1 to 3650",
        refusal "Invalid range for token validity.",
        evidence "awsdocs/aws-cloudformation-user-guide#828";
    TK05: "no access or ID token outlives the refresh token",
        refusal "Access and Id Token expiration times must be less than or equal to refresh token expiration times.",
        evidence "deployment, in cdk-preflight";
    TK10: "a unit of time is `Seconds`, `Minutes`, `Hours` or `Days`",
        evidence "registry schema; API reference, TokenValidityUnitsType";
    TK14: "a sign-in challenge waits 3 to 15 minutes",
        evidence "registry schema; API reference, AuthSessionValidity";
    UR01: "a callback URL uses `http://` only for the machine itself",
        refusal "http://example.com/cb cannot use the HTTP protocol.",
        evidence "deployment, in cdk-preflight; API reference, CallbackURLs";
    UR02: "a sign-out URL uses `http://` only for the machine itself",
        refusal "http://example.com/out cannot use the HTTP protocol.",
        evidence "deployment, in cdk-preflight";
    UR03: "`localhost` is the whole name of the host",
        refusal "http://localhost.com/ cannot use the HTTP protocol.",
        evidence "aws-amplify/amplify-cli#5419";
    UR07: "an address of a network is not the machine itself",
        refusal "http://192.168.1.50/ cannot use the HTTP protocol.",
        evidence "Destrayon/Connapse#441";
    UR08: "a callback URL has no fragment",
        refusal "https://example.com/cb#frag cannot use fragment",
        evidence "deployment, in cdk-preflight; API reference, CallbackURLs";
    UR16: "at most 100 callback and 100 sign-out URLs",
        refusal "1 validation error detected: Value '…",
        evidence "deployment, in cdk-preflight";
    UR17: "a URL has 1 to 1024 characters, without whitespace",
        evidence "registry schema; API reference, RedirectUrlType";
    UR18: "the default redirect URI is one of the callback URLs",
        refusal "The default redirect URI https://other.example.com/cb is not in the callback URIs list.",
        evidence "deployment, in cdk-preflight; API reference, DefaultRedirectURI";
}
