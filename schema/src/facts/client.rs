//! The properties of the app client.

table! {
    ($) rows client_properties,
    page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-userpoolclient.html";

    /// How long an access token is valid: 5 minutes to 24 hours, and no longer than the refresh token.
    /// A plain number is in hours. `Minutes(30)` sets the number and its unit; `token_validity_units: { access_token:
    /// Minutes }` sets the unit alone.
    access_token_validity: Integer = "AccessTokenValidity" {
        python("access_token_validity"), typescript("accessTokenValidity"),
        unit("hours"), default("1 hour"), fallback(Integer(1)), update(InPlace),
    }

    /// The OAuth 2.0 grants the client may use: `Code`, `Implicit`, or `ClientCredentials` alone.
    /// `Code` and `Implicit` sign users in through managed login and require `callback_urls`. `ClientCredentials` is
    /// for machine-to-machine access and requires `generate_secret: true`. Takes effect only with
    /// `allowed_oauth_flows_user_pool_client: true`.
    allowed_oauth_flows: EnumList(OAuthFlow) = "AllowedOAuthFlows" {
        python("allowed_o_auth_flows"), typescript("allowedOAuthFlows"),
        also(&["grant_types", "oauth_flows", "flows"]),
        default("no OAuth flow"), fallback(EmptyList),
        items(3), rule(&OA15), update(InPlace),
    }

    /// Enables OAuth 2.0 for the client. Without it, `allowed_oauth_flows`, `allowed_oauth_scopes`, `callback_urls` and
    /// `logout_urls` have no effect.
    /// If `true`, at least one flow and one scope are required.
    allowed_oauth_flows_user_pool_client: Boolean = "AllowedOAuthFlowsUserPoolClient" {
        python("allowed_o_auth_flows_user_pool_client"), typescript("allowedOAuthFlowsUserPoolClient"),
        default("false"), fallback(Boolean(false)), update(InPlace),
    }

    /// The scopes the client may request: `OpenId`, `Email`, `Phone`, `Profile`, `CognitoAdmin`, or the scope of a
    /// resource server as a string, `"<resource server identifier>/<scope>"`. At most 50 scopes of 1 to 256 printable
    /// ASCII characters, without spaces, quotes or backslashes.
    /// `ClientCredentials` works only with scopes of resource servers.
    allowed_oauth_scopes: EnumList(OAuthScope) = "AllowedOAuthScopes" {
        python("allowed_o_auth_scopes"), typescript("allowedOAuthScopes"),
        also(&["scopes", "oauth_scopes"]),
        default("no scope"), fallback(EmptyList),
        length(1, 256), characters(Scope), items(50), rule(&SC10), update(InPlace),
    }

    /// The Amazon Pinpoint project that received usage events of the client. Amazon Pinpoint has ended, so new clients
    /// should leave this out.
    /// Either `application_arn` alone, or `application_id`, `role_arn` and `external_id` together.
    analytics_configuration: Block(AnalyticsConfiguration) = "AnalyticsConfiguration" {
        python("analytics_configuration"), typescript("analyticsConfiguration"),
        default("no analytics"), update(InPlace),
    }

    /// How long a user has to answer each authentication challenge, in minutes: 3 to 15.
    /// It is the lifetime of the session token that Cognito returns with a challenge.
    auth_session_validity: Integer = "AuthSessionValidity" {
        python("auth_session_validity"), typescript("authSessionValidity"),
        unit("minutes"), default("3 minutes"), fallback(Integer(3)), survives_removal(),
        range(3, 15), rule(&TK14), update(InPlace),
    }

    /// The URLs that Cognito may redirect to after sign-in. Cognito compares the `redirect_uri` of a request with them
    /// exactly.
    /// Absolute URLs without a fragment: `https://`, or a custom URL scheme such as `myapp://callback`. `http://` is
    /// accepted only for `localhost`, `127.0.0.1` and `[::1]`. At most 100 URLs of 1 to 1024 characters.
    callback_urls: StringList = "CallbackURLs" {
        python("callback_ur_ls"), typescript("callbackUrLs"),
        also(&["redirect_uri", "redirect_uris", "redirect_url", "redirect_urls", "callback_uris"]),
        default("no callback URL"), fallback(EmptyList),
        length(1, 1024), characters(Visible), items(100), rule(&UR17), count_rule(&UR16), update(InPlace),
    }

    /// The name of the client in the console and the API. It does not have to be unique.
    /// 1 to 128 characters: ASCII letters, digits, whitespace and `_ + = , . @ -`.
    client_name: String = "ClientName" {
        python("client_name"), typescript("clientName"),
        also(&["name", "user_pool_client_name"]),
        default("a name that CloudFormation generates"), fallback(Generated),
        length(1, 128), characters(ClientName), rule(&NM02), characters_rule(&NM01),
        update(InPlace),
    }

    /// The callback URL that Cognito uses if a request has no `redirect_uri`. It must equal one of `callback_urls`
    /// exactly.
    /// Takes effect only if the client has exactly one identity provider.
    default_redirect_uri: String = "DefaultRedirectURI" {
        python("default_redirect_uri"), typescript("defaultRedirectUri"),
        also(&["default_redirect_url"]),
        default("no default"),
        length(1, 1024), characters(Visible), rule(&UR17), update(InPlace),
    }

    /// Lets the client send the IP address and device data of the user (`UserContextData`) in requests that are not
    /// signed with AWS credentials.
    /// Requires `generate_secret: true`. Only pools with threat protection use the data.
    enable_propagate_additional_user_context_data: Boolean = "EnablePropagateAdditionalUserContextData" {
        python("enable_propagate_additional_user_context_data"),
        typescript("enablePropagateAdditionalUserContextData"),
        default("false"), fallback(Boolean(false)), update(InPlace),
    }

    /// Enables the revocation of refresh tokens. Revoking a refresh token also revokes the access tokens issued with
    /// it.
    enable_token_revocation: Boolean = "EnableTokenRevocation" {
        python("enable_token_revocation"), typescript("enableTokenRevocation"),
        default("true for a new client"), fallback(Boolean(true)), survives_removal(), update(InPlace),
    }

    /// The authentication flows of the user pools API that the client may use: `AllowUserSrpAuth`, `AllowUserAuth`,
    /// `AllowRefreshTokenAuth`, ….
    /// The legacy values without `Allow` cannot be combined with the others. An empty list means the default flows, not
    /// none.
    explicit_auth_flows: EnumList(ExplicitAuthFlow) = "ExplicitAuthFlows" {
        python("explicit_auth_flows"), typescript("explicitAuthFlows"),
        also(&["auth_flows"]),
        default("AllowRefreshTokenAuth, AllowUserSrpAuth and AllowCustomAuth"),
        fallback(Variants(&[
            &enums::ExplicitAuthFlow::AllowRefreshTokenAuth,
            &enums::ExplicitAuthFlow::AllowUserSrpAuth,
            &enums::ExplicitAuthFlow::AllowCustomAuth,
        ])),
        update(InPlace),
    }

    /// Generates a client secret, which the client must send with every request. For servers only: a browser or mobile
    /// app cannot keep a secret.
    /// Read it with `client.get_att("ClientSecret")`. Changing this property replaces the client: the new client has a
    /// new id.
    generate_secret: Boolean = "GenerateSecret" {
        python("generate_secret"), typescript("generateSecret"),
        default("false"), fallback(Boolean(false)), update(Replacement),
    }

    /// How long an ID token is valid: 5 minutes to 24 hours, and no longer than the refresh token.
    /// A plain number is in hours. `Minutes(30)` sets the number and its unit; `token_validity_units: { id_token:
    /// Minutes }` sets the unit alone.
    id_token_validity: Integer = "IdTokenValidity" {
        python("id_token_validity"), typescript("idTokenValidity"),
        unit("hours"), default("1 hour"), fallback(Integer(1)), update(InPlace),
    }

    /// The URLs that Cognito may redirect to after sign-out: `https://`, or a custom URL scheme. `http://` is accepted
    /// only for `localhost`.
    /// At most 100 URLs of 1 to 1024 characters.
    logout_urls: StringList = "LogoutURLs" {
        python("logout_ur_ls"), typescript("logoutUrLs"),
        also(&["logout_uris", "sign_out_urls", "post_logout_redirect_uris"]),
        default("no logout URL"), fallback(EmptyList),
        length(1, 1024), characters(Visible), items(100), rule(&UR17), count_rule(&UR16), update(InPlace),
    }

    /// Whether sign-in errors reveal that a user does not exist. `Enabled` returns the same error as for a wrong
    /// password, `Legacy` returns `UserNotFoundException`.
    prevent_user_existence_errors: Enum(PreventUserExistenceErrors) = "PreventUserExistenceErrors" {
        python("prevent_user_existence_errors"), typescript("preventUserExistenceErrors"),
        default("Legacy"), fallback(Variant(&enums::PreventUserExistenceErrors::Legacy)), update(InPlace),
    }

    /// The user attributes that the client can read: enum values for standard attributes (`Email`, `FamilyName`),
    /// strings for custom attributes (`"custom:role"`).
    /// An empty list means the default, not none.
    read_attributes: EnumList(UserAttribute) = "ReadAttributes" {
        python("read_attributes"), typescript("readAttributes"),
        default("all standard attributes"), fallback(EmptyList),
        length(1, 2048), rule(&AT20), update(InPlace),
    }

    /// Whether every use of a refresh token returns a new one and invalidates the old one after a grace period.
    /// Cannot be combined with `AllowRefreshTokenAuth`. The new refresh token expires when the first one would have:
    /// rotation does not extend the session.
    refresh_token_rotation: Block(RefreshTokenRotation) = "RefreshTokenRotation" {
        python("refresh_token_rotation"), typescript("refreshTokenRotation"),
        default("no rotation"), update(InPlace),
    }

    /// How long a refresh token is valid, and with it the session: 60 minutes to 3650 days (10 years).
    /// A plain number is in days. `Hours(12)` sets the number and its unit; `token_validity_units: { refresh_token:
    /// Hours }` sets the unit alone.
    refresh_token_validity: Integer = "RefreshTokenValidity" {
        python("refresh_token_validity"), typescript("refreshTokenValidity"),
        unit("days"), default("30 days"), fallback(Integer(30)), survives_removal(), update(InPlace),
    }

    /// The identity providers that users of this client can sign in with: `Cognito` for the users of the pool itself,
    /// enum values for social providers, strings for SAML and OIDC providers by their name in the pool (1 to 32
    /// characters).
    /// Each provider must exist before the client: reference it with `Ref`, or list it in `depends_on`. Without
    /// `Cognito`, managed login hides the sign-in form for users of the pool; the user pools API still signs them in.
    supported_identity_providers: EnumList(IdentityProvider) = "SupportedIdentityProviders" {
        python("supported_identity_providers"), typescript("supportedIdentityProviders"),
        also(&["identity_providers"]),
        default("no provider; managed login then shows no sign-in option"), fallback(EmptyList),
        length(1, 32), characters(VisibleOrSpace), rule(&IP06), update(InPlace),
    }

    /// The units of `access_token_validity`, `id_token_validity` and `refresh_token_validity`.
    /// A token without a unit uses hours (access and ID token) or days (refresh token). `access_token_validity:
    /// Minutes(30)` needs no entry here.
    token_validity_units: Block(TokenValidityUnits) = "TokenValidityUnits" {
        python("token_validity_units"), typescript("tokenValidityUnits"),
        default("hours for access and ID tokens, days for refresh tokens"), update(InPlace),
    }

    /// The id of the user pool of the client: `&pool`, `Ref("UserPool")`, or a string such as `"us-east-1_a1B2c3D4e"`.
    /// Changing it replaces the client: the new client has a new id.
    user_pool_id: String = "UserPoolId" {
        python("user_pool_id"), typescript("userPoolId"),
        also(&["pool", "pool_id", "user_pool"]),
        required(), default("none, it is required"),
        length(1, 55), characters(UserPoolId), update(Replacement),
    }

    /// The user attributes that the client can write: enum values for standard attributes, strings for custom
    /// attributes (`"custom:role"`). `EmailVerified`, `PhoneNumberVerified` and `Sub` cannot be written. An empty list
    /// means the default, not none.
    /// Must include every attribute that an identity provider of the client maps.
    write_attributes: EnumList(UserAttribute) = "WriteAttributes" {
        python("write_attributes"), typescript("writeAttributes"),
        default("all writable standard attributes"), fallback(EmptyList),
        length(1, 2048), rule(&AT20), update(InPlace),
    }
}

/// Names that others have and a client here has no property for, each with what is here instead.
pub const ELSEWHERE: &[(&str, &str)] = &[
    ("client_id", "Cognito generates this value; read it with `client.get_att(\"ClientId\")`"),
    ("client_secret", "Cognito generates this value; read it with `client.get_att(\"ClientSecret\")`"),
    ("disable_o_auth", "remove it: OAuth is off unless `allowed_oauth_flows_user_pool_client` is `true`"),
    ("o_auth", "use `allowed_oauth_flows`, `allowed_oauth_scopes`, `callback_urls` and `logout_urls`"),
    ("tags", "remove it: an app client has no tags; tag the user pool instead"),
    ("user_pool_client_tags", "remove it: an app client has no tags; tag the user pool instead"),
];
