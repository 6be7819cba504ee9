//! The text that a help offers, typed where the message points: the message is gone, and no error has come instead.

#[path = "support/downstream.rs"]
mod downstream;
#[path = "support/fixtures.rs"]
mod fixtures;

use cognito_cfn_schema::Severity;
use cognito_cfn_schema::rules::{self, Scope};
use downstream::{Crate, DEPENDENCY};
use pipeline::Diagnostic;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Declarations of mistakes that people make, each with the text that is offered.
const OFFERED: &[(&str, &[&str])] = &[
    (r#"client_name: "{stage}-web""#, &[r#"format!("{stage}-web")"#]),
    (r#"client_name: null"#, &["None"]),
    (r#"client_name: "café""#, &[]),
    (r#"client-name: "web""#, &["client_name"]),
    (r#"userPoolClientName: "web""#, &["client_name"]),
    (r#"client_name = "web""#, &[":"]),
    (r#"allowed_oauth_scopes: ["openid email profile"]"#, &["OpenId, Email, Profile"]),
    (r#"allowed_oauth_scopes: "openid,email""#, &["[OpenId, Email]"]),
    (r#"allowed_oauth_scopes: ["orders/read all"]"#, &[]),
    (r#"allowed_oauth_flows: [AuthorizationCode]"#, &["Code"]),
    (r#"allowed_oauth_flows: ["authorization_code"]"#, &["Code"]),
    (r#"allowed_oauth_flows: ["token"]"#, &["Implicit"]),
    (r#"allowed_oauth_flows: ["code, implicit"]"#, &["Code, Implicit"]),
    (r#"allowed_oauth_flows: [Code]; callback_urls: ["https://a.example/"]"#, &[","]),
    (r#"explicit_auth_flows: [ALLOW_SRP_AUTH]"#, &["AllowUserSrpAuth"]),
    (r#"explicit_auth_flows: ["ALLOW_SRP_AUTH"]"#, &["AllowUserSrpAuth"]),
    (r#"callback_urls: ["http://localhost.com:3000/cb"]"#, &[r#""http://localhost:3000/cb""#]),
    (r#"callback_urls: ["my_app://cb"]"#, &[r#""my-app://cb""#]),
    (r#"callback_urls: ["https//app.example.org/cb"]"#, &[r#""https://app.example.org/cb""#]),
    (r#"callback_urls: "https://a.example/,https://b.example/""#, &[r#"["https://a.example/", "https://b.example/"]"#]),
    (r#"redirect_uris: ["https://a.example/"]"#, &["callback_urls"]),
    (r#"auth_session_validity: 180"#, &["3"]),
    (r#"refresh_token_rotation: true"#, &["{ feature: Enabled }"]),
    (r#"token_validity_units: { access_token: Minutes; id_token: Hours }"#, &[","]),
    (r#"disableOAuth: true"#, &[]),
    (r#"tags: { "a": "b" }"#, &[]),
    (r#"client_name: if prod { "a" } else { "b" }, if prod { "x" } else { "y" },"#, &[]),
    (r#"let x = 3;"#, &[]),
    (r#"supported_identity_providers: !Split "a""#, &[r#"Split("a")"#]),
];

/// The same of the pool.
const POOL: &[(&str, &[&str])] = &[
    ("user_pool_id: !Ref UserPool", &[r#"Ref("UserPool")"#]),
    ("user_pool_id: !GetAtt Pool.Arn", &[r#"GetAtt("Pool.Arn")"#]),
    ("user_pool_id: pool.ref", &["&pool"]),
    (r#"user_pool_id: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1B2""#, &[r#""eu-west-1_a1B2""#]),
];

fn analyze(declaration: &str) -> Vec<Diagnostic> {
    pipeline::analyze(declaration.parse().expect("tokens"))
}

fn texts(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.text.as_str()).collect()
}

#[test]
fn what_is_offered_is_what_was_meant() {
    let clients = OFFERED.iter().map(|(written, offered)| {
        (format!("user_pool_id: Ref(\"A\"), prevent_user_existence_errors: Enabled, allow: [OA08], {written}"), offered)
    });
    let pools =
        POOL.iter().map(|(written, offered)| (format!("prevent_user_existence_errors: Enabled, {written}"), offered));
    let mut wrong = Vec::new();
    for (declaration, offered) in clients.chain(pools) {
        let diagnostics = analyze(&declaration);
        let found: Vec<&str> = diagnostics.iter().filter_map(|found| found.replacement.as_deref()).collect();
        if diagnostics.len() != 1 || found != **offered {
            wrong.push(format!("{declaration}\n  offers {found:?}: {:#?}", texts(&diagnostics)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_offered_ends_the_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile_fail");
    let folders = [root.join("many"), root];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("the folder is there").flatten());
    let paths = files.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|of| of == "rs"));
    let programs =
        paths.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a program can be read")));
    let fixtures = fixtures::of(Scope::Declaration).map(|fixture| (fixture.rule.code.to_owned(), fixture.broken));
    let (mut tried, mut wrong) = (0, Vec::new());
    for (name, program) in programs.chain(fixtures) {
        for declaration in pipeline::declarations(&program) {
            let before = analyze(declaration);
            for diagnostic in &before {
                let Some(replacement) = &diagnostic.replacement else { continue };
                let mut fixed = declaration.to_owned();
                fixed.replace_range(diagnostic.range.clone(), replacement);
                let after = analyze(&fixed);
                let count = |of: &[Diagnostic]| of.iter().filter(|other| other.text == diagnostic.text).count();
                // A value that was not known before can be in conflict with others. It may not be wrong by itself.
                let is_of_value = |code: &str| rules::find(code).is_some_and(|rule| rule.is_about_one_value);
                let is_new = |other: &&Diagnostic| {
                    other.severity == Severity::Error
                        && other.code.is_none_or(is_of_value)
                        && !before.iter().any(|known| known.text == other.text)
                };
                tried += 1;
                if count(&after) >= count(&before) || after.iter().any(|other| is_new(&other)) {
                    wrong.push(format!("{name}: {}\n  `{replacement}`: {:#?}", diagnostic.text, texts(&after)));
                }
            }
        }
    }
    assert!(tried > 100, "only {tried} replacements were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The declaration with what is offered typed, if nothing is left to report then.
fn fixed(declaration: &str) -> Option<String> {
    let diagnostics = analyze(declaration);
    let [diagnostic] = diagnostics.as_slice() else { return None };
    let mut fixed = declaration.to_owned();
    fixed.replace_range(diagnostic.range.clone(), diagnostic.replacement.as_deref()?);
    analyze(&fixed).is_empty().then_some(fixed)
}

#[test]
fn what_is_offered_compiles() {
    let fixtures = fixtures::of(Scope::Declaration);
    let broken = fixtures.filter_map(|fixture| pipeline::declarations(&fixture.broken).into_iter().find_map(fixed));
    let common = OFFERED.iter().chain(POOL).filter_map(|(written, _)| {
        let pool = if written.starts_with("user_pool_id") { "" } else { "user_pool_id: Ref(\"A\"), " };
        fixed(&format!("{pool}prevent_user_existence_errors: Enabled, allow: [OA08], {written}"))
    });
    let declarations: Vec<String> = broken.chain(common).collect();
    assert!(declarations.len() > 40, "only {} declarations were fixed", declarations.len());
    let mut program = String::from(
        "#![deny(deprecated)]\n#![allow(unused)]\nuse cognito_cfn::{CfnResource, CfnUserPoolClient, user_pool_client};\n",
    );
    for (at, declaration) in declarations.iter().enumerate() {
        let _ = writeln!(
            program,
            "fn f{at}(stage: &str, pool: CfnResource) -> CfnUserPoolClient {{ user_pool_client! {{ {declaration} }} }}"
        );
    }
    program += "fn main() {}\n";
    let created = Crate::new("replacements", "2024", DEPENDENCY);
    created.write("src/main.rs", &program);
    let output = created.cargo(&["check", "--quiet"]).output().expect("cargo runs where its tests do");
    let reported = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && reported.is_empty(), "{reported}");
}
