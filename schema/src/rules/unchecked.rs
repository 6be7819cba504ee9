//! What Cognito requires as well, and why no rule here checks it.

/// A fact that no rule checks.
pub struct Unchecked {
    /// The code it has among the facts that the rules are made from.
    pub code: &'static str,
    /// The fact, in a line.
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
    AF02: "the older sign-in flows go together", "legal";
    AF06: "`[AllowRefreshTokenAuth]` alone leaves no sign-in by the user pools API", "legal; it is the help of AF05";
    AF08: "`AllowUserAuth` goes with every other flow with `Allow`", "legal";
    AF10: "delegation wants an actor token, impersonation wants none", "seen in a request only";
    AF11: "`ALLOW_CLIENT_TOKEN_AUTH` is described and in no list of words", "AF12 finds it";
    AN06: "`application_id` always means a project in us-east-1", "the region is not known before deployment; the hover of the member tells";
    AN07: "the role trusts `cognito-idp.amazonaws.com` with the external id", "seen in IAM";
    AN08: "`application_arn` needs the permission to make a service-linked role", "seen in IAM";
    AN09: "`user_data_shared` goes with either form", "legal";
    AT04: "`Sub`, `EmailVerified` and `PhoneNumberVerified` can be read", "legal";
    AT05: "every other standard attribute can be written", "legal";
    AT07: "attributes to read need not include those the pool requires", "legal";
    AT10: "without a list, the standard attributes are read and written", "a default, told on the property's hover";
    AT13: "attributes that never change can be among those to write", "legal";
    AT16: "there are 20 standard attributes", "AT11 finds what is none of them";
    AT17: "names of attributes keep their letter case", "AT11 finds another spelling";
    AT18: "an attribute must reach the pool before the client names it", "the order of an update, which a template does not show";
    AT19: "who can write an attribute such as `custom:role` can give it to himself", "which attributes carry rights is known to the app alone";
    IP04: "a provider of the pool's own may be called `google`", "legal; the reason why IP03 is advice";
    IP05: "a provider of the pool's own may be called `COGNITO`", "another resource";
    IP07: "without `Cognito` the user pools API signs local users in all the same", "a default, told on the property's hover";
    IP09: "an update takes away a provider that was added by hand", "seen in the account only";
    IP10: "a provider that a client lists is deleted after the client", "the order of a deletion, whose verdict is not known";
    MI03: "without `enable_token_revocation` a new client revokes tokens", "a default, told on the property's hover";
    MI04: "taking some properties out of a template leaves their last value", "the template before this one is not seen";
    MI05: "an update puts what is left out back to its default", "the template before this one is not seen";
    MI08: "two clients of a pool cannot be changed at once", "seen at deployment only";
    MI09: "a replica region takes no writes", "seen in the account only";
    MI10: "a pool has a quota of clients", "seen in the account only";
    NM03: "without `client_name` CloudFormation makes one up", "a default, told on the property's hover";
    NM04: "two clients of a pool may have one name", "legal";
    NM05: "another name changes the client in place", "told on the property's hover";
    OA09: "without `allowed_oauth_flows_user_pool_client` OAuth is off", "a default, told on the property's hover; OA08 finds what it makes useless";
    OA10: "URLs are stored where OAuth is off", "harmless by themselves; flows or scopes show what was meant, and OA08 tells of those";
    OA18: "sign-in flows of the user pools API stay on beside OAuth", "a default, told on the property's hover";
    RR02: "rotation goes with a list of flows that is left out", "legal";
    RR07: "the API answers that rotation is off where nothing was written", "seen in the account only";
    RR09: "taking the block out does not bring `AllowRefreshTokenAuth` back", "the template before this one is not seen";
    RR10: "CloudFormation's schema lets other members of the block through", "MI11 finds them";
    RR11: "libraries that refresh with `InitiateAuth` fail on a client that rotates", "known to the app alone";
    RR12: "rotation does not lengthen the session", "legal; told on the property's hover";
    RR13: "rotation makes tokens longer", "legal";
    SC02: "without `OpenId` there is no ID token", "a client of an API may want none; the hover of the word tells";
    SC06: "the identifier of a resource server may have slashes", "legal";
    SC07: "some tools build another text from the `Ref` of a resource server", "a fault of those tools";
    SE02: "another `generate_secret` makes a new client", "told on the property's hover";
    SE03: "another `user_pool_id` makes a new client", "told on the property's hover";
    SE04: "`ClientSecret` is read and not written", "MI11 finds it";
    SE05: "a secret of one's own excludes one that is made up", "not a property of CloudFormation";
    SE06: "`GetAtt` of `ClientSecret` works for clients with a secret", "legal";
    SE08: "a client has two secrets at most", "not a property of CloudFormation";
    SE09: "without `generate_secret` there is no secret", "a default, told on the property's hover";
    SE10: "user context data counts only with threat protection in the pool", "the pool's tier may change later; the property's hover tells";
    TK06: "with the default lives no token outlives the refresh token", "legal";
    TK07: "a life of 0 means the default to the API and is refused by CloudFormation", "TK02 and TK04 find it";
    TK08: "the life of a token is more than nothing", "TK01 and TK03 find it";
    TK09: "a unit without a number is taken", "harmless: the token keeps its default life";
    TK12: "the session of the sign-in pages lasts one hour whatever is written here", "no property changes it";
    TK13: "a life need not be whole minutes", "legal";
    TK15: "access and ID tokens have a life each, an hour by default", "a default, told on the property's hover";
    TK16: "the ranges of CloudFormation's schema count seconds whatever the unit", "TK01 and TK02 hold the real ranges";
    TK17: "in days the life of an access or ID token can only be 1", "TK01 finds anything else";
    UR04: "`http://localhost` is taken with any port and path", "legal";
    UR05: "`http://127.0.0.1` and `http://[::1]` are taken for callbacks", "legal";
    UR12: "schemes of apps are taken", "legal";
    UR13: "the URL of a request is compared to the character", "seen in a request only; UR14 finds a `*`";
    UR21: "the default redirect URI keeps to what callback URLs keep to", "UR18 wants it to be one of them";
}
