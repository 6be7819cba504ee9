//! Constraints and facts of Cognito that no rule checks, and why.

/// A fact that no rule checks.
pub struct Unchecked {
    /// Its code among the facts behind the rules.
    pub code: &'static str,
    /// The fact, in one line.
    pub fact: &'static str,
    /// Why no rule checks it.
    pub reason: &'static str,
}

macro_rules! unchecked {
    ($($code:ident: $fact:literal, $reason:literal;)+) => {
        /// Every such fact, by its code.
        pub static ALL: &[Unchecked] = &[$(Unchecked { code: stringify!($code), fact: $fact, reason: $reason }),+];
    };
}

unchecked! {
    AF02: "legacy authentication flows can be combined with each other", "not an error";
    AF06: "`[AllowRefreshTokenAuth]` alone disables sign-in through the user pools API", "not an error; AF05 suggests it";
    AF08: "`AllowUserAuth` can be combined with every other `Allow…` flow", "not an error";
    AF10: "token exchange for delegation needs an actor token, for impersonation none", "visible only in a request";
    AF11: "`ALLOW_CLIENT_TOKEN_AUTH` is documented, but no list of values has it", "reported by AF12";
    AN06: "`application_id` always refers to a project in us-east-1", "the region is not known before deployment; the hover text mentions it";
    AN07: "the trust policy of the role must allow `cognito-idp.amazonaws.com` with the external id", "visible only in IAM";
    AN08: "`application_arn` requires permission to create a service-linked role", "visible only in IAM";
    AN09: "`user_data_shared` can be combined with either form", "not an error";
    AT04: "`Sub`, `EmailVerified` and `PhoneNumberVerified` can be read", "not an error";
    AT05: "every other standard attribute can be written", "not an error";
    AT07: "`read_attributes` need not include the attributes that the pool requires", "not an error";
    AT10: "without `read_attributes` and `write_attributes`, clients can read and write the standard attributes", "a default; the hover text mentions it";
    AT13: "`write_attributes` can include immutable attributes", "not an error";
    AT16: "there are 20 standard attributes", "AT11 reports other names";
    AT17: "attribute names are case-sensitive", "AT11 reports wrong case";
    AT18: "an attribute must be added to the pool before the client lists it", "depends on the order of an update, which a template does not show";
    AT19: "a user who can write an attribute such as `custom:role` can change their own rights", "only the app knows which attributes grant rights";
    IP04: "a custom provider can be named `google`", "not an error, which is why IP03 is a warning";
    IP05: "a custom provider can be named `COGNITO`", "concerns another resource";
    IP07: "without `Cognito`, the user pools API still signs in users of the pool", "a default; the hover text mentions it";
    IP09: "an update removes a provider that was added by hand", "visible only in the account";
    IP10: "a provider that a client lists is deleted after the client", "depends on the order of a deletion, whose result is not known";
    MI03: "without `enable_token_revocation`, a new client revokes tokens", "a default; the hover text mentions it";
    MI04: "removing some properties from a template keeps their last value", "the previous template is not visible";
    MI05: "an update resets removed properties to their defaults", "the previous template is not visible";
    MI08: "two clients of a pool cannot be changed at the same time", "visible only at deployment";
    MI09: "a replica region accepts no writes", "visible only in the account";
    MI10: "a pool has a quota of clients", "visible only in the account";
    NM03: "without `client_name`, CloudFormation generates a name", "a default; the hover text mentions it";
    NM04: "two clients of a pool can have the same name", "not an error";
    NM05: "changing `client_name` updates the client in place", "not an error; the hover text mentions it";
    OA09: "without `allowed_oauth_flows_user_pool_client`, OAuth is disabled", "a default; OA08 reports settings without effect";
    OA10: "URLs are stored even if OAuth is disabled", "harmless without flows or scopes, which OA08 reports";
    OA18: "authentication flows of the user pools API stay enabled with OAuth", "a default; the hover text mentions it";
    RR02: "rotation can be combined with an absent `explicit_auth_flows`", "not an error";
    RR07: "the API returns `DISABLED` for rotation if nothing was set", "visible only in the account";
    RR09: "removing the block does not restore `AllowRefreshTokenAuth`", "the previous template is not visible";
    RR10: "the CloudFormation schema allows other members in the block", "reported by MI11";
    RR11: "libraries that refresh tokens with `InitiateAuth` fail with rotation", "only the app knows";
    RR12: "rotation does not extend the session", "not an error; the hover text mentions it";
    RR13: "rotation makes tokens longer", "not an error";
    SC02: "without `OpenId` there is no ID token", "clients of an API may not need one; the hover text mentions it";
    SC06: "the identifier of a resource server can contain slashes", "not an error";
    SC07: "some tools build a wrong string from the `Ref` of a resource server", "concerns those tools";
    SE02: "changing `generate_secret` replaces the client", "not an error; the hover text mentions it";
    SE03: "changing `user_pool_id` replaces the client", "not an error; the hover text mentions it";
    SE04: "`ClientSecret` is read-only", "reported by MI11";
    SE05: "a custom client secret cannot be combined with a generated one", "not a property of CloudFormation";
    SE06: "`GetAtt` of `ClientSecret` works for clients with a secret", "not an error";
    SE08: "a client has at most two secrets", "not a property of CloudFormation";
    SE09: "without `generate_secret` there is no secret", "a default; the hover text mentions it";
    SE10: "user context data has an effect only with threat protection in the pool", "the tier of the pool can change later; the hover text mentions it";
    TK06: "with the default validities, no token outlives the refresh token", "not an error";
    TK07: "the API treats a validity of 0 as the default; CloudFormation rejects it", "reported by TK02 and TK04";
    TK08: "a token validity must be positive", "reported by TK01 and TK03";
    TK09: "a unit without a validity is accepted", "harmless: the token keeps its default validity";
    TK12: "the managed login session always lasts one hour", "no property changes it";
    TK13: "a validity need not be a whole number of minutes", "not an error";
    TK15: "access and ID tokens each have their own validity, one hour by default", "a default; the hover text mentions it";
    TK16: "the ranges in the CloudFormation schema ignore the unit", "TK01 and TK02 check the actual ranges";
    TK17: "in days, the validity of an access or ID token can only be 1", "TK01 reports other numbers";
    UR04: "`http://localhost` is accepted with any port and path", "not an error";
    UR05: "`http://127.0.0.1` and `http://[::1]` are accepted as callback URLs", "not an error";
    UR12: "custom URL schemes are accepted", "not an error";
    UR13: "Cognito compares the URL of a request exactly", "visible only in a request; UR14 reports a `*`";
    UR21: "the rules for callback URLs also apply to the default redirect URI", "UR18 requires it to be a callback URL";
}
