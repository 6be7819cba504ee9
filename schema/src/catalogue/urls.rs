//! UR: callback and sign-out URLs.

rules! {
    UR01 Error "0.1.0": "a callback URL uses `http://` only for the machine itself" {
        answer("http://example.com/cb cannot use the HTTP protocol."),
        evidence("deployment, in cdk-preflight; API reference, CallbackURLs"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["http://app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR02 Error "0.1.0": "a sign-out URL uses `http://` only for the machine itself" {
        answer("http://example.com/out cannot use the HTTP protocol."),
        evidence("deployment, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
logout_urls: ["http://app.example.com/"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
logout_urls: ["https://app.example.com/"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR03 Error "0.1.0": "`localhost` is the whole name of the host" {
        answer("http://localhost.com/ cannot use the HTTP protocol."),
        evidence("aws-amplify/amplify-cli#5419"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["http://localhost.com/"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["http://localhost/"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR06 Warning "0.1.0": "for sign-out, `localhost` is the one name of the machine itself that is known to be taken" {
        evidence("inferred from UR02 and from what callback URLs may be; no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
logout_urls: ["http://127.0.0.1:3000/"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
logout_urls: ["http://localhost:3000/"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR07 Error "0.1.0": "an address of a network is not the machine itself" {
        answer("http://192.168.1.50/ cannot use the HTTP protocol."),
        evidence("Destrayon/Connapse#441"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["http://192.168.1.50:3000/"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://192.168.1.50:3000/"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR08 Error "0.1.0": "a callback URL has no fragment" {
        answer("https://example.com/cb#frag cannot use fragment"),
        evidence("deployment, in cdk-preflight; API reference, CallbackURLs"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/#/callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR09 Warning "0.1.0": "a sign-out URL with a fragment is likely refused, as a callback URL is" {
        evidence("inferred from UR08; no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
logout_urls: ["https://app.example.com/#top"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
logout_urls: ["https://app.example.com/"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR10 Warning "0.1.0": "a URL is absolute: it begins with a scheme" {
        evidence("API reference, CallbackURLs; no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR11 Warning "0.1.0": "a host with a port is read as a scheme where the scheme is missing" {
        answer("redirect_mismatch"),
        evidence("aws-amplify/amplify-js#12779; the answer is that of the sign-in page"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["localhost:5173/callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["http://localhost:5173/callback"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR14 Warning "0.1.0": "a `*` stands for itself: URLs are compared to the character" {
        answer("redirect_mismatch"),
        evidence("developer guide, app clients; Destrayon/Connapse#441; the answer is that of the sign-in page"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://*.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback", "https://admin.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR15 Warning "0.1.0": "a URL is written once" {
        evidence("no deployment is known; other tools drop or refuse the second one"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback", "https://app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR16 Error "0.1.0": "at most 100 callback and 100 sign-out URLs" {
        answer("1 validation error detected: Value '…"),
        evidence("deployment, in cdk-preflight"),
    }
    UR17 Error "0.1.0": "a URL has 1 to 1024 characters, without whitespace" {
        evidence("registry schema; API reference, RedirectUrlType"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/call back"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/call%20back"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR18 Error "0.1.0": "the default redirect URI is one of the callback URLs" {
        answer("The default redirect URI https://other.example.com/cb is not in the callback URIs list."),
        evidence("deployment, in cdk-preflight; API reference, DefaultRedirectURI"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
default_redirect_uri: "https://app.example.com/",
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
default_redirect_uri: "https://app.example.com/callback",
prevent_user_existence_errors: Enabled,"#),
    }
    UR19 Warning "0.1.0": "a default redirect URI needs a callback URL to be" {
        evidence("inferred from UR18; no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
default_redirect_uri: "https://app.example.com/callback",
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
default_redirect_uri: "https://app.example.com/callback",
prevent_user_existence_errors: Enabled,"#),
    }
    UR20 Warning "0.1.0": "a default redirect URI counts only where there is one identity provider" {
        evidence("API reference, DefaultRedirectURI"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
default_redirect_uri: "https://app.example.com/callback",
supported_identity_providers: [Cognito, Google],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
supported_identity_providers: [Cognito, Google],
prevent_user_existence_errors: Enabled,"#),
    }
    UR22 Warning "0.1.0": "a URL names no user" {
        evidence("no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://me:secret@app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
    }
    UR23 Warning "0.1.0": "`https://example.com` is a site of others, which would be sent the codes" {
        evidence("aws/aws-cdk#28204, #8155"),
        broken(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://example.com"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["https://app.example.com/callback"],
prevent_user_existence_errors: Enabled,"#),
    }
}
