//! The values of every enumeration, with their CloudFormation strings.

use crate::rules::Rule;
use crate::suggest::fold;

/// A value of an enumeration: `AllowUserSrpAuth` for `ALLOW_USER_SRP_AUTH`.
#[derive(Debug, PartialEq, Eq)]
pub struct Variant {
    /// The name in Rust.
    pub name: &'static str,
    /// The string in a template.
    pub value: &'static str,
    /// What others call it: `authorization_code`, as OAuth does.
    pub synonyms: &'static [&'static str],
    /// What it means, in one line.
    pub documentation: &'static str,
}

/// An enumeration of the schema.
pub struct Enumeration {
    /// The name of the Rust enum.
    pub name: &'static str,
    /// The variants.
    pub variants: &'static [&'static Variant],
    /// The prefix of strings other than the variants; `None` if the enumeration accepts no other string.
    pub other: Option<&'static str>,
    /// The rule under which another string is reported, if Cognito rejects it.
    pub rule: Option<&'static Rule>,
}

impl Enumeration {
    /// Whether strings other than the variants are accepted.
    pub fn is_open(&self) -> bool {
        self.other.is_some()
    }

    /// How a string other than the variants is written, if such strings are accepted.
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

    /// The variant that is meant by another spelling of its name or value, or by what others call it.
    pub fn by_synonym(&self, name: &str) -> Option<&'static Variant> {
        let name = fold(name);
        let is = |known: &str| fold(known) == name;
        let by_name = |variant: &&&Variant| is(variant.name) || is(variant.value);
        let by_synonym = |variant: &&&Variant| variant.synonyms.iter().copied().any(is);
        self.variants.iter().find(by_name).or_else(|| self.variants.iter().find(by_synonym)).copied()
    }

    /// The variants in a string that names several, separated by commas or blanks.
    pub fn several(&self, written: &str) -> Option<Vec<&'static Variant>> {
        let names = written.split(|character: char| character == ',' || character.is_whitespace());
        let names = names.filter(|name| !name.is_empty());
        let variants: Option<Vec<_>> = names.map(|name| self.by_value(name).or_else(|| self.by_name(name))).collect();
        variants.filter(|variants| variants.len() > 1)
    }
}

enumerations! {
    ($) rows enumerations, names enumeration_names;

    /// An OAuth 2.0 grant.
    closed OAuthFlow rule OA14 {
        /// Machine-to-machine: the client gets an access token with its secret, without a user.
        ClientCredentials = "client_credentials" also "machine_to_machine",
        /// Authorization code grant: the browser returns a code, which the client exchanges for tokens.
        Code = "code" also "authorization_code" "authorization_code_grant",
        /// Implicit grant: the browser returns the tokens in the URL. Discouraged.
        Implicit = "implicit" also "token" "implicit_code_grant",
    }

    /// An OAuth 2.0 scope. `Other` is the scope of a resource server, `<identifier>/<scope>`.
    open OAuthScope rule SC04 other "<identifier>/" {
        /// Allows the access token to change the account of its user through the user pools API.
        CognitoAdmin = "aws.cognito.signin.user.admin" also "admin",
        /// The claims `email` and `email_verified`.
        Email = "email",
        /// Required for an ID token.
        OpenId = "openid",
        /// The claims `phone_number` and `phone_number_verified`.
        Phone = "phone",
        /// All user attributes that the client can read, as claims.
        Profile = "profile",
    }

    /// An authentication flow of the user pools API.
    closed ExplicitAuthFlow rule AF12 {
        /// Legacy value of `AllowAdminUserPasswordAuth`. Cannot be combined with values that begin with `Allow`.
        AdminNoSrpAuth = "ADMIN_NO_SRP_AUTH",
        /// A server signs the user in with user name and password. Requires AWS credentials.
        AllowAdminUserPasswordAuth = "ALLOW_ADMIN_USER_PASSWORD_AUTH" also "ADMIN_USER_PASSWORD_AUTH" "admin_user_password",
        /// Custom challenges, defined by Lambda functions of the pool.
        AllowCustomAuth = "ALLOW_CUSTOM_AUTH" also "CUSTOM_AUTH" "custom",
        /// Refreshes tokens with `InitiateAuth`. Cannot be combined with refresh token rotation.
        AllowRefreshTokenAuth = "ALLOW_REFRESH_TOKEN_AUTH" also "REFRESH_TOKEN_AUTH" "REFRESH_TOKEN",
        /// Token exchange with an actor token. Listed by the API, not yet by CloudFormation's schema.
        AllowTokenExchangeDelegation = "ALLOW_TOKEN_EXCHANGE_DELEGATION",
        /// Token exchange without an actor token. Listed by the API, not yet by CloudFormation's schema.
        AllowTokenExchangeImpersonation = "ALLOW_TOKEN_EXCHANGE_IMPERSONATION",
        /// Choice-based sign-in: password, passkey or one-time code. Not available in the Lite tier.
        AllowUserAuth = "ALLOW_USER_AUTH" also "USER_AUTH",
        /// The client sends user name and password to Cognito.
        AllowUserPasswordAuth = "ALLOW_USER_PASSWORD_AUTH" also "ALLOW_PASSWORD_AUTH" "user_password",
        /// Secure Remote Password: the client proves the password without sending it.
        AllowUserSrpAuth = "ALLOW_USER_SRP_AUTH" also "ALLOW_SRP_AUTH" "USER_SRP_AUTH" "user_srp",
        /// Legacy value of `AllowCustomAuth`. Cannot be combined with values that begin with `Allow`.
        CustomAuthFlowOnly = "CUSTOM_AUTH_FLOW_ONLY",
        /// Legacy value of `AllowUserPasswordAuth`. Cannot be combined with values that begin with `Allow`.
        UserPasswordAuth = "USER_PASSWORD_AUTH",
    }

    /// An identity provider. `Other` is the name of a SAML or OIDC provider of the pool.
    open IdentityProvider other "" {
        /// The users of the pool itself.
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

    /// The error of a sign-in for a user who does not exist.
    closed PreventUserExistenceErrors rule MI02 {
        /// The same error as for a wrong password, so that user names cannot be guessed.
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

    /// Whether every use of a refresh token returns a new one.
    closed RefreshTokenRotationFeature rule LT01 {
        /// A refresh token can be used until it expires.
        Disabled = "DISABLED",
        /// Every use of a refresh token returns a new one.
        Enabled = "ENABLED",
    }

    /// A user attribute. `Other` is a custom attribute, `custom:<name>`.
    open UserAttribute rule AT11 other "custom:" {
        /// Postal address.
        Address = "address",
        /// Date of birth, `YYYY-MM-DD`.
        Birthdate = "birthdate",
        /// Email address.
        Email = "email",
        /// Whether the email address is verified. Clients cannot write it.
        EmailVerified = "email_verified",
        /// Surname.
        FamilyName = "family_name" also "last_name" "surname",
        /// Gender.
        Gender = "gender",
        /// First name.
        GivenName = "given_name" also "first_name",
        /// Language and region, such as `en-US`.
        Locale = "locale",
        /// Middle name.
        MiddleName = "middle_name",
        /// Full name.
        Name = "name",
        /// Nickname.
        Nickname = "nickname",
        /// Phone number in E.164 format: `+` and digits.
        PhoneNumber = "phone_number" also "phone",
        /// Whether the phone number is verified. Clients cannot write it.
        PhoneNumberVerified = "phone_number_verified",
        /// URL of a picture.
        Picture = "picture",
        /// The name that the user prefers to be called by.
        PreferredUsername = "preferred_username",
        /// URL of a profile page.
        Profile = "profile",
        /// The id of the user in the pool. Clients cannot write it.
        Sub = "sub",
        /// When the user was last updated, in seconds of Unix time.
        UpdatedAt = "updated_at",
        /// URL of a web page.
        Website = "website",
        /// Time zone, such as `Europe/Paris`.
        Zoneinfo = "zoneinfo",
    }

    /// What happens to a resource that is removed from the stack.
    closed DeletionPolicy {
        /// The resource is deleted.
        Delete = "Delete",
        /// The resource is kept.
        Retain = "Retain",
        /// The resource is kept, unless its creation failed.
        RetainExceptOnCreate = "RetainExceptOnCreate",
    }

    /// What happens to the old resource when an update replaces it.
    closed UpdateReplacePolicy {
        /// The old resource is deleted.
        Delete = "Delete",
        /// The old resource is kept.
        Retain = "Retain",
    }
}
