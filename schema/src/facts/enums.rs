//! The values of every enumeration, with their CloudFormation strings.

use crate::rules::Rule;

/// A value of an enumeration: `AllowUserSrpAuth` for `ALLOW_USER_SRP_AUTH`.
#[derive(Debug, PartialEq, Eq)]
pub struct Variant {
    /// The name in Rust.
    pub name: &'static str,
    /// The string in a template.
    pub value: &'static str,
    /// What it means, in a line.
    pub documentation: &'static str,
}

/// An enumeration of the schema.
pub struct Enumeration {
    /// The name of the Rust enum.
    pub name: &'static str,
    /// The variants.
    pub variants: &'static [&'static Variant],
    /// What a string beyond the variants begins with; `None` where the enumeration accepts no other string.
    pub other: Option<&'static str>,
    /// The rule under which another string is reported, if Cognito is who refuses it.
    pub rule: Option<&'static Rule>,
}

impl Enumeration {
    /// Whether strings beyond the variants are accepted.
    pub fn is_open(&self) -> bool {
        self.other.is_some()
    }

    /// How a string beyond the variants is written, where such are accepted.
    pub fn other_value(&self, name: &str) -> Option<String> {
        self.other.map(|prefix| format!("{:?}", format!("{prefix}{name}")))
    }

    /// The variant of that Rust name.
    pub fn by_name(&self, name: &str) -> Option<&'static Variant> {
        self.variants.iter().copied().find(|variant| variant.name == name)
    }

    /// The variant of that CloudFormation string.
    pub fn by_value(&self, value: &str) -> Option<&'static Variant> {
        self.variants.iter().copied().find(|variant| variant.value == value)
    }
}

enumerations! {
    ($) rows enumerations, names enumeration_names;

    /// A grant of OAuth 2.0.
    closed OAuthFlow rule OA14 {
        /// The client secret alone gets an access token; no user is involved.
        ClientCredentials = "client_credentials",
        /// The browser brings back a code, which the client exchanges for tokens.
        Code = "code",
        /// The browser brings back the tokens themselves, in the URL; discouraged.
        Implicit = "implicit",
    }

    /// A scope of OAuth 2.0. `Other` holds a scope of a resource server, `<identifier>/<scope>`.
    open OAuthScope rule SC04 other "<identifier>/" {
        /// Lets the access token change the user's own account through the user pools API.
        CognitoAdmin = "aws.cognito.signin.user.admin",
        /// The claims `email` and `email_verified`.
        Email = "email",
        /// An ID token; without this scope there is none.
        OpenId = "openid",
        /// The claims `phone_number` and `phone_number_verified`.
        Phone = "phone",
        /// All claims of the user that the client can read.
        Profile = "profile",
    }

    /// A sign-in flow of the user pools API.
    closed ExplicitAuthFlow rule AF12 {
        /// Older word for `AllowAdminUserPasswordAuth`; not beside words with `Allow`.
        AdminNoSrpAuth = "ADMIN_NO_SRP_AUTH",
        /// A server signs the user in with name and password, by AWS credentials.
        AllowAdminUserPasswordAuth = "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        /// Challenges that Lambda functions of the pool define.
        AllowCustomAuth = "ALLOW_CUSTOM_AUTH",
        /// Refresh tokens can be exchanged with `InitiateAuth`; excluded by refresh token rotation.
        AllowRefreshTokenAuth = "ALLOW_REFRESH_TOKEN_AUTH",
        /// Token exchange with an actor token. In the list of the API; CloudFormation's schema does not have it yet.
        AllowTokenExchangeDelegation = "ALLOW_TOKEN_EXCHANGE_DELEGATION",
        /// Token exchange without an actor token. In the list of the API; CloudFormation's schema does not have it yet.
        AllowTokenExchangeImpersonation = "ALLOW_TOKEN_EXCHANGE_IMPERSONATION",
        /// The user chooses among the pool's first factors, passkeys and one-time codes included; not in the Lite tier.
        AllowUserAuth = "ALLOW_USER_AUTH",
        /// The client sends name and password as they are.
        AllowUserPasswordAuth = "ALLOW_USER_PASSWORD_AUTH",
        /// Name and password by the SRP protocol: the password itself is never sent.
        AllowUserSrpAuth = "ALLOW_USER_SRP_AUTH",
        /// Older word: only the challenges of Lambda functions; not beside words with `Allow`.
        CustomAuthFlowOnly = "CUSTOM_AUTH_FLOW_ONLY",
        /// Older word for `AllowUserPasswordAuth`; not beside words with `Allow`.
        UserPasswordAuth = "USER_PASSWORD_AUTH",
    }

    /// Where a user may come from. `Other` holds the name of a SAML or OIDC provider of the pool.
    open IdentityProvider other "" {
        /// The user pool's own directory.
        Cognito = "COGNITO",
        /// Facebook Login.
        Facebook = "Facebook",
        /// Google Sign-In.
        Google = "Google",
        /// Login with Amazon.
        LoginWithAmazon = "LoginWithAmazon",
        /// Sign in with Apple.
        SignInWithApple = "SignInWithApple",
    }

    /// What sign-in answers for a user who does not exist.
    closed PreventUserExistenceErrors rule MI02 {
        /// The same as for a wrong password, so that names cannot be tried out.
        Enabled = "ENABLED",
        /// `UserNotFoundException`.
        Legacy = "LEGACY",
    }

    /// A unit of time.
    closed TimeUnit rule TK10 {
        /// 86400 seconds.
        Days = "days",
        /// 3600 seconds.
        Hours = "hours",
        /// 60 seconds.
        Minutes = "minutes",
        /// One second.
        Seconds = "seconds",
    }

    /// Whether refresh tokens are exchanged at each use.
    closed RefreshTokenRotationFeature rule LT01 {
        /// A refresh token stays the same until it expires.
        Disabled = "DISABLED",
        /// Each use gives a new refresh token.
        Enabled = "ENABLED",
    }

    /// An attribute of a user. `Other` holds an attribute of the pool's own, `custom:<name>`.
    open UserAttribute rule AT11 other "custom:" {
        /// Postal address.
        Address = "address",
        /// Date of birth, `YYYY-MM-DD`.
        Birthdate = "birthdate",
        /// E-mail address.
        Email = "email",
        /// Whether the e-mail address was verified; cannot be written by clients.
        EmailVerified = "email_verified",
        /// Surname.
        FamilyName = "family_name",
        /// Gender.
        Gender = "gender",
        /// First name.
        GivenName = "given_name",
        /// Language and region, such as `en-US`.
        Locale = "locale",
        /// Middle name.
        MiddleName = "middle_name",
        /// Full name.
        Name = "name",
        /// Nickname.
        Nickname = "nickname",
        /// Telephone number, `+` and digits.
        PhoneNumber = "phone_number",
        /// Whether the telephone number was verified; cannot be written by clients.
        PhoneNumberVerified = "phone_number_verified",
        /// URL of a picture.
        Picture = "picture",
        /// The name the user chose to be known by.
        PreferredUsername = "preferred_username",
        /// URL of a profile page.
        Profile = "profile",
        /// The id of the user within the pool; cannot be written by clients.
        Sub = "sub",
        /// When the user's data last changed, in seconds of Unix time.
        UpdatedAt = "updated_at",
        /// URL of a web page.
        Website = "website",
        /// Time zone, such as `Europe/Paris`.
        Zoneinfo = "zoneinfo",
    }

    /// What happens to a resource that leaves the stack.
    closed DeletionPolicy {
        /// The resource is deleted.
        Delete = "Delete",
        /// The resource stays in the account.
        Retain = "Retain",
        /// The resource stays in the account, unless its creation failed.
        RetainExceptOnCreate = "RetainExceptOnCreate",
    }

    /// What happens to the old resource when a change makes a new one.
    closed UpdateReplacePolicy {
        /// The old resource is deleted.
        Delete = "Delete",
        /// The old resource stays in the account.
        Retain = "Retain",
    }
}
