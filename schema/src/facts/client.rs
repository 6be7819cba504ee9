//! The properties of the app client.

table! {
    ($) rows client_properties,
    page "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-userpoolclient.html";

    /// How long an access token is valid.
    /// The number counts hours unless `token_validity_units: { access_token: … }` names another unit, and the time
    /// must be 5 minutes to 24 hours and no longer than the refresh token's.
    access_token_validity: Integer = "AccessTokenValidity" {
        python("access_token_validity"), typescript("accessTokenValidity"),
        unit("hours"), default("1 hour"), update(InPlace),
    }

    /// The OAuth 2.0 grants the client may use: `Code`, `Implicit`, or `ClientCredentials` alone.
    /// `Code` and `Implicit` send users through the sign-in pages and need `callback_urls`; `ClientCredentials` is for
    /// programs and needs `generate_secret: true`. Takes effect only with `allowed_oauth_flows_user_pool_client: true`.
    allowed_oauth_flows: EnumList(OAuthFlow) = "AllowedOAuthFlows" {
        python("allowed_o_auth_flows"), typescript("allowedOAuthFlows"),
        default("no OAuth flow"),
        items(3), rule(&OA15), update(InPlace),
    }

    /// Switches OAuth 2.0 on for the client: `allowed_oauth_flows`, `allowed_oauth_scopes` and the URLs take effect.
    /// With `true`, at least one flow and one scope are required.
    allowed_oauth_flows_user_pool_client: Boolean = "AllowedOAuthFlowsUserPoolClient" {
        python("allowed_o_auth_flows_user_pool_client"), typescript("allowedOAuthFlowsUserPoolClient"),
        default("false"), update(InPlace),
    }

    /// The scopes the client may ask for: `OpenId`, `Email`, `Phone`, `Profile`, `CognitoAdmin`, and scopes of resource
    /// servers as text, `"<resource server identifier>/<scope>"`. At most 50, each of 1 to 256 printable ASCII
    /// characters without space, quote and backslash. `ClientCredentials` takes only scopes of resource servers.
    allowed_oauth_scopes: EnumList(OAuthScope) = "AllowedOAuthScopes" {
        python("allowed_o_auth_scopes"), typescript("allowedOAuthScopes"),
        default("no scope"),
        length(1, 256), characters(Scope), items(50), rule(&SC10), update(InPlace),
    }

    /// Where the client sends its usage events: an Amazon Pinpoint project.
    /// Either `application_arn` alone, or `application_id`, `role_arn` and `external_id` together.
    analytics_configuration: Block(AnalyticsConfiguration) = "AnalyticsConfiguration" {
        python("analytics_configuration"), typescript("analyticsConfiguration"),
        default("no analytics"), update(InPlace),
    }

    /// How long a user has to answer each challenge of a sign-in, in minutes: the life of the session token that
    /// Cognito gives between the steps. 3 to 15 minutes.
    auth_session_validity: Integer = "AuthSessionValidity" {
        python("auth_session_validity"), typescript("authSessionValidity"),
        unit("minutes"), default("3 minutes"),
        range(3, 15), rule(&TK14), update(InPlace),
    }

    /// Where Cognito may send the browser after sign-in. Each is an absolute URL without fragment, compared to the
    /// character with the `redirect_uri` of the request. `https://`, or a scheme of an app (`myapp://callback`);
    /// `http://` only for `localhost`, `127.0.0.1` and `[::1]`. At most 100, each of 1 to 1024 characters.
    callback_urls: StringList = "CallbackURLs" {
        python("callback_ur_ls"), typescript("callbackUrLs"),
        default("no callback URL"),
        length(1, 1024), characters(Visible), items(100), rule(&UR17), count_rule(&UR16), update(InPlace),
    }

    /// The name of the client, as the console shows it. It need not be unique.
    /// 1 to 128 characters: ASCII letters, digits, whitespace and `_ + = , . @ -`.
    client_name: String = "ClientName" {
        python("client_name"), typescript("clientName"),
        default("a name CloudFormation makes up"),
        length(1, 128), characters(ClientName), rule(&NM02), characters_rule(&NM01),
        update(InPlace),
    }

    /// The callback URL that is used when a request names none. It must be one of `callback_urls`, to the character,
    /// and takes effect only on clients with exactly one identity provider.
    default_redirect_uri: String = "DefaultRedirectURI" {
        python("default_redirect_uri"), typescript("defaultRedirectUri"),
        default("no default"),
        length(1, 1024), characters(Visible), rule(&UR17), update(InPlace),
    }

    /// Lets the client pass on what it knows of the user's device and address (`UserContextData`) in calls that are
    /// not signed with AWS credentials. Needs `generate_secret: true`, and threat protection in the pool to matter.
    enable_propagate_additional_user_context_data: Boolean = "EnablePropagateAdditionalUserContextData" {
        python("enable_propagate_additional_user_context_data"),
        typescript("enablePropagateAdditionalUserContextData"),
        default("false"), update(InPlace),
    }

    /// Lets refresh tokens be revoked, and marks tokens so that a revoked session's access tokens end with it.
    enable_token_revocation: Boolean = "EnableTokenRevocation" {
        python("enable_token_revocation"), typescript("enableTokenRevocation"),
        default("true for a new client"), update(InPlace),
    }

    /// The sign-in flows of the user pools API: `AllowUserSrpAuth`, `AllowUserAuth`, `AllowRefreshTokenAuth`, ….
    /// The older words without `Allow` cannot stand beside those with it. An empty list means the default, not none.
    explicit_auth_flows: EnumList(ExplicitAuthFlow) = "ExplicitAuthFlows" {
        python("explicit_auth_flows"), typescript("explicitAuthFlows"),
        default("AllowRefreshTokenAuth, AllowUserSrpAuth and AllowCustomAuth"), update(InPlace),
    }

    /// Gives the client a secret, which it must show with every request. For programs on a server; a browser or phone
    /// cannot keep one. Read it with `client.get_att("ClientSecret")`. A change makes a new client with a new id.
    generate_secret: Boolean = "GenerateSecret" {
        python("generate_secret"), typescript("generateSecret"),
        default("false"), update(Replacement),
    }

    /// How long an ID token is valid.
    /// The number counts hours unless `token_validity_units: { id_token: … }` names another unit, and the time must be
    /// 5 minutes to 24 hours and no longer than the refresh token's.
    id_token_validity: Integer = "IdTokenValidity" {
        python("id_token_validity"), typescript("idTokenValidity"),
        unit("hours"), default("1 hour"), update(InPlace),
    }

    /// Where the sign-out page may send the browser afterwards. `https://`, or a scheme of an app; `http://` only for
    /// `localhost`. At most 100, each of 1 to 1024 characters.
    logout_urls: StringList = "LogoutURLs" {
        python("logout_ur_ls"), typescript("logoutUrLs"),
        default("no sign-out URL"),
        length(1, 1024), characters(Visible), items(100), rule(&UR17), count_rule(&UR16), update(InPlace),
    }

    /// What sign-in answers for a user who does not exist: `Enabled` says the same as for a wrong password, `Legacy`
    /// tells that there is no such user.
    prevent_user_existence_errors: Enum(PreventUserExistenceErrors) = "PreventUserExistenceErrors" {
        python("prevent_user_existence_errors"), typescript("preventUserExistenceErrors"),
        default("Legacy"), update(InPlace),
    }

    /// The attributes of a user that the client can read: words for the standard ones (`Email`, `FamilyName`), text for
    /// the pool's own (`"custom:role"`). An empty list means the default, not none.
    read_attributes: EnumList(UserAttribute) = "ReadAttributes" {
        python("read_attributes"), typescript("readAttributes"),
        default("the standard attributes"),
        length(1, 2048), rule(&AT20), update(InPlace),
    }

    /// Whether each use of a refresh token gives a new one and ends the old one after a grace period.
    /// Excludes `AllowRefreshTokenAuth` from `explicit_auth_flows`. The new token ends when the first one would have:
    /// rotation does not lengthen the session.
    refresh_token_rotation: Block(RefreshTokenRotation) = "RefreshTokenRotation" {
        python("refresh_token_rotation"), typescript("refreshTokenRotation"),
        default("no rotation"), update(InPlace),
    }

    /// How long a refresh token is valid, and with it the session.
    /// The number counts days unless `token_validity_units: { refresh_token: … }` names another unit, and the time must
    /// be 60 minutes to 3650 days (10 years).
    refresh_token_validity: Integer = "RefreshTokenValidity" {
        python("refresh_token_validity"), typescript("refreshTokenValidity"),
        unit("days"), default("30 days"), update(InPlace),
    }

    /// Where users of this client may come from: `Cognito` for the pool's own directory, words for the social providers,
    /// text for SAML and OIDC providers by the name they have in the pool (1 to 32 characters). Each must exist before
    /// the client: refer to it by `Ref`, or name it in `depends_on`. Without `Cognito` only the sign-in pages hide the
    /// pool's own users; the user pools API signs them in all the same.
    supported_identity_providers: EnumList(IdentityProvider) = "SupportedIdentityProviders" {
        python("supported_identity_providers"), typescript("supportedIdentityProviders"),
        default("no provider, so the sign-in pages have nothing to show"),
        length(1, 32), characters(VisibleOrSpace), rule(&IP06), update(InPlace),
    }

    /// The units in which `access_token_validity`, `id_token_validity` and `refresh_token_validity` are counted.
    /// A member that is absent stays at hours (access and ID token) or days (refresh token).
    token_validity_units: Block(TokenValidityUnits) = "TokenValidityUnits" {
        python("token_validity_units"), typescript("tokenValidityUnits"),
        default("hours for access and ID tokens, days for refresh tokens"), update(InPlace),
    }

    /// The id of the user pool the client belongs to: `Ref("UserPool")`, or text such as `"us-east-1_a1B2c3D4e"`.
    /// A change makes a new client with a new id.
    user_pool_id: String = "UserPoolId" {
        python("user_pool_id"), typescript("userPoolId"),
        required(), default("none, it is required"),
        length(1, 55), characters(UserPoolId), update(Replacement),
    }

    /// The attributes of a user that the client can write: words for the standard ones, text for the pool's own
    /// (`"custom:role"`). `EmailVerified`, `PhoneNumberVerified` and `Sub` cannot be written. An empty list means the
    /// default, not none. Attributes that an identity provider is mapped to must be among them.
    write_attributes: EnumList(UserAttribute) = "WriteAttributes" {
        python("write_attributes"), typescript("writeAttributes"),
        default("the standard attributes that can be written"),
        length(1, 2048), rule(&AT20), update(InPlace),
    }
}
