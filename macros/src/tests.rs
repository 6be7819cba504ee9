//! Any token stream at all: no panic, and always an expression.

mod declarations;
mod mutations;
mod mutator;

use crate::pipeline::host::Host;
use crate::pipeline::marker::MARKER;
use crate::pipeline::{analyze, expand};
use declarations::DECLARATIONS;
use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the corpus is made of tokens")
}

fn expansion(input: TokenStream, host: Host) -> TokenStream {
    expand(&analyze(input), host)
}

/// Every stream that lacks one token of the given one, or all behind it, at any depth.
fn damaged(stream: &TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = stream.clone().into_iter().collect();
    let mut damaged = Vec::new();
    for at in 0..tokens.len() {
        let (before, after) = tokens.split_at(at);
        damaged.push(before.iter().cloned().collect());
        damaged.push(before.iter().chain(&after[1..]).cloned().collect());
        if let TokenTree::Group(group) = &after[0] {
            let with = |delimiter: Delimiter, inner: TokenStream| {
                let group = TokenTree::from(Group::new(delimiter, inner));
                before.iter().cloned().chain([group]).chain(after[1..].iter().cloned()).collect()
            };
            damaged.extend(self::damaged(&group.stream()).into_iter().map(|inner| with(group.delimiter(), inner)));
            for delimiter in [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None] {
                damaged.push(with(delimiter, group.stream()));
            }
        }
    }
    damaged
}

/// What must hold of the expansion of anything.
fn expands(input: &TokenStream) {
    for host in [Host::Compiler, Host::RustAnalyzer, Host::Unknown] {
        let output = expansion(input.clone(), host);
        let parsed = syn::parse2::<syn::Expr>(output.clone());
        assert!(parsed.is_ok(), "`{input}` expands to what is no expression: {output}");
    }
}

#[test]
fn the_corpus_expands() {
    for text in DECLARATIONS {
        expands(&tokens(text));
    }
}

#[test]
fn what_no_lexer_makes_expands() {
    let apostrophe = |spacing| TokenStream::from(TokenTree::from(Punct::new('\'', spacing)));
    let values = [apostrophe(Spacing::Joint), apostrophe(Spacing::Alone), tokens("a : : b"), tokens("")];
    for value in values {
        for delimiter in [Delimiter::None, Delimiter::Bracket, Delimiter::Brace] {
            let mut input = tokens("client_name:");
            input.extend(value.clone());
            expands(&input);
            let mut input = tokens("callback_urls:");
            input.extend([TokenTree::from(Group::new(delimiter, value.clone()))]);
            expands(&input);
        }
    }
}

#[test]
fn truncations_and_deletions_expand() {
    let mut count = 0;
    for text in DECLARATIONS {
        for stream in damaged(&tokens(text)) {
            expands(&stream);
            count += 1;
        }
    }
    assert!(count > 1_500, "only {count} streams were tried");
}

#[test]
fn a_right_declaration_has_no_errors() {
    for text in DECLARATIONS.iter().take(2) {
        let output = expansion(tokens(text), Host::Compiler).to_string();
        assert!(!output.contains("compile_error"), "{output}");
    }
}

#[test]
fn errors_come_after_the_value() {
    for text in DECLARATIONS {
        let output = expansion(tokens(text), Host::Unknown).to_string();
        if let Some(first) = output.find("compile_error") {
            let value = output.rfind("blank ()").expect("there is always a value");
            assert!(value < first, "{output}");
        }
    }
}

/// What is wrong with a declaration, as texts.
fn diagnostics(text: &str) -> Vec<String> {
    analyze(tokens(text)).diagnostics.iter().map(|diagnostic| diagnostic.text.clone()).collect()
}

#[test]
fn a_mistake_is_found_once() {
    for (text, count) in [
        (r#"user_pool_idd: Ref("A")"#, 1),
        (r#"UserPoolId: Ref("A")"#, 1),
        (r#""user_pool_id": Ref("A")"#, 1),
        (r#"user_pool_id: Ref("A"), allowed_oauth_flows: [Code, Code], allow: [OA08]"#, 1),
        (
            r#"user_pool_id: Ref("A"), generate_secret: "yes", allowed_oauth_flows: [ClientCredentials], allow: [OA08]"#,
            1,
        ),
        (r#"user_pool_id: Ref("A"), access_token_validity: 100, refresh_token_validity: 1"#, 1),
        (r#"user_pool_id: Ref("A"), allowed_oauth_scopes: ["a b"], allow: [OA08]"#, 1),
        (r#"user_pool_id: Ref("A"), client_name: + - *"#, 1),
        (r#"+ - * / user_pool_id: Ref("A")"#, 1),
        (r#"user_pool_id: Ref("A"), allow:, client_name: "a""#, 1),
        (r#"user_pool_id: Ref("A"), allow: [ZZ99, MI01, OA01, OA09]"#, 3),
    ] {
        let diagnostics = diagnostics(&format!("prevent_user_existence_errors: Enabled, {text}"));
        assert_eq!(diagnostics.len(), count, "{text}: {diagnostics:#?}");
    }
}

/// Every stream that has the marker somewhere: as a name of its own between two tokens, or at the end of a name.
fn marked(stream: &TokenStream, is_rust: bool) -> Vec<(TokenStream, TokenStream)> {
    let tokens: Vec<TokenTree> = stream.clone().into_iter().collect();
    let mut marked = Vec::new();
    for at in 0..=tokens.len() {
        let (before, after) = tokens.split_at(at);
        let with = |inserted: Vec<TokenTree>, after: &[TokenTree]| -> TokenStream {
            before.iter().cloned().chain(inserted).chain(after.iter().cloned()).collect()
        };
        // Nobody types a token before `:` or `.`, or before an operand without a comma between them.
        let is_place = match after.first() {
            Some(TokenTree::Punct(punct)) => punct.as_char() == ',',
            Some(_) => is_name(after),
            None => true,
        };
        // Within control flow, nobody types a name after an operand.
        let is_after_operand = before.last().is_some_and(|token| !matches!(token, TokenTree::Punct(_)));
        if is_place && !(is_rust && is_after_operand) {
            marked.push((stream.clone(), with(vec![ident(MARKER)], after)));
        }
        match after.split_first() {
            Some((TokenTree::Ident(name), after)) if !is_keyword(name) => {
                marked.push((stream.clone(), with(vec![ident(&format!("{name}{MARKER}"))], after)));
                // Half of the name, as it is while it is typed.
                let half: String = name.to_string().chars().take(2).collect();
                let halves = [ident(&half), ident(&format!("{half}{MARKER}"))];
                marked.push((with(vec![halves[0].clone()], after), with(vec![halves[1].clone()], after)));
            }
            Some((TokenTree::Group(group), after)) => {
                let is_block = group.delimiter() == Delimiter::Brace
                    && !matches!(before.last(), Some(TokenTree::Punct(punct)) if punct.as_char() != '>');
                for (left, right) in self::marked(&group.stream(), is_block) {
                    let group = |inner| vec![TokenTree::from(Group::new(group.delimiter(), inner))];
                    marked.push((with(group(left), after), with(group(right), after)));
                }
            }
            _ => {}
        }
    }
    marked
}

fn is_keyword(name: &proc_macro2::Ident) -> bool {
    ["if", "else", "match"].iter().any(|keyword| name == keyword)
}

/// Whether `name:` is here.
fn is_name(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Ident(_) | TokenTree::Literal(_), TokenTree::Punct(colon), ..]
        if colon.as_char() == ':' && colon.spacing() == Spacing::Alone)
}

fn ident(name: &str) -> TokenTree {
    proc_macro2::Ident::new(name, proc_macro2::Span::call_site()).into()
}

/// The editor's copy alone, without the errors behind it.
fn copy(stream: &TokenStream) -> String {
    let output = expansion(stream.clone(), Host::Unknown).to_string();
    let end = output.find("# [cfg (not (rust_analyzer))]").expect("the copy comes before the value");
    output[..end].to_owned()
}

/// rust-analyzer compares the text around the cursor in the expansions with and without its marker.
#[test]
fn the_editors_copy_is_the_same_with_and_without_the_marker() {
    let whole = [
        r#"user_pool_id: Ref("UserPool"), client_name: "web", generate_secret: true"#,
        r#"explicit_auth_flows: [AllowUserSrpAuth, "ALLOW_CUSTOM_AUTH", flow], deletion_policy: Retain, allow: [MI01]"#,
        r#"token_validity_units: { access_token: Minutes, id_token: If("C", Hours, NoValue) }, client_name: name.trim()"#,
        r#"callback_urls: [Sub("${A}", { A: Ref("B") }), Join("", ["a", b])], metadata: { "a": [c, { d: e }] }"#,
        r#"prevent_user_existence_errors: if a { Enabled } else { }, allowed_oauth_flows: match b { C => [Code, ], _ => { d; [] } }"#,
        r#"client_name: if a { Ref("B") } else { c.d() }, deletion_policy: Some(Retain), access_token_validity: Minutes(30)"#,
        r#"client_name, token_validity_units: { access_token, }, callback_urls: [..urls, "a", ..], ..base.clone()"#,
        r#"prevent_user_existence_errors: , refresh_token_rotation: { feature: , }, allowed_oauth_flows: [, ]"#,
    ];
    let (mut tried, mut differ) = (0, Vec::new());
    for text in whole {
        for (without_stream, with_stream) in marked(&tokens(text), false) {
            let (without, with) = (copy(&without_stream), copy(&with_stream));
            let spaceless = |text: &str| text.replace(MARKER, "").split_whitespace().collect::<String>();
            tried += 1;
            if spaceless(&without) != spaceless(&with) {
                differ.push(format!("{without_stream}\n{with_stream}"));
            }
        }
    }
    assert!(tried > 120, "only {tried} places were tried");
    assert!(differ.is_empty(), "{} of {tried} differ:\n{}", differ.len(), differ.join("\n\n"));
}

/// Half-typed and wrong bodies, each with what both hosts get of it. `cargo bless` writes them.
#[test]
fn broken_bodies_expand_as_written() {
    let broken = [
        "",
        "na",
        "client_name",
        "client_name:",
        "client_name: ,",
        "na: \"x\"",
        "prevent_user_existence_errors: ",
        "prevent_user_existence_errors: En",
        "prevent_user_existence_errors: PreventUserExistenceErrors::",
        "explicit_auth_flows: [AllowUserAuth, ]",
        "explicit_auth_flows: [, AllowUserAuth]",
        "explicit_auth_flows: [a b]",
        "token_validity_units: { ac }",
        "token_validity_units: { access_token: }",
        "client_name: \"a\" cal",
        "client_name = \"a\"; generate_secret true",
        "\"client_name\": a.b.",
        "+ client_name: x",
        "user_pool_id: Ref(",
        "user_pool_id: If(\"A\", ), client_name: f(1 2)",
    ];
    let mut snapshot = String::new();
    for body in broken {
        // An unclosed parenthesis never reaches a macro.
        let Ok(stream) = body.parse::<TokenStream>() else { continue };
        let functions =
            cognito_cfn_schema::intrinsics::FUNCTIONS.iter().map(|function| function.name).collect::<Vec<_>>();
        let shorten = |text: String| {
            text.replace(
                &format!("use :: cognito_cfn :: __private :: functions :: {{{}}} ;", functions.join(" , ")),
                "use functions ;",
            )
            .replace(":: cognito_cfn :: __private ::", "rt ::")
        };
        let editor = shorten(copy(&stream));
        let editor = editor.split_once("mod unused").map_or("", |(_, copy)| copy);
        let editor =
            editor.split_once("} ;").map_or(editor, |(_, copy)| copy.split_once('}').map_or(copy, |(_, copy)| copy));
        let compiler = shorten(expansion(stream, Host::Compiler).to_string());
        snapshot += &format!("{body}\n    editor:   {}\n    compiler: {compiler}\n\n", editor.trim());
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/broken.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(file, &snapshot).expect("the snapshot can be written");
    }
    assert_eq!(snapshot, std::fs::read_to_string(file).unwrap_or_default());
}

/// So many groups in one another.
fn nested(depth: usize, delimiter: Delimiter, core: &str) -> TokenStream {
    (0..depth).fold(tokens(core), |inner, _| TokenTree::from(Group::new(delimiter, inner)).into())
}

#[test]
fn nesting_has_the_limit_of_rustc() {
    let within_a_small_stack = || {
        for delimiter in [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None] {
            for (depth, is_error) in [(127, false), (128, false), (129, true), (3_000, true)] {
                let mut input = tokens("user_pool_id: Ref(\"A\"), metadata: ");
                input.extend(nested(depth, delimiter, "a"));
                let errors = analyze(input.clone()).diagnostics;
                let count = errors.iter().filter(|error| error.text.contains("levels of nesting")).count();
                assert_eq!(count, usize::from(is_error), "{depth} {delimiter:?}");
                expansion(input, Host::Unknown);
            }
        }
        let calls = (0..128).fold(String::from("a"), |inner, _| format!("If(\"C\", {inner}, b)"));
        expansion(tokens(&format!("client_name: {calls}")), Host::Unknown);
        let objects = (0..128).fold(String::from("a"), |inner, _| format!("{{ \"k\": {inner} }}"));
        expansion(tokens(&format!("metadata: {objects}")), Host::Unknown);
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(within_a_small_stack);
    thread.expect("a thread").join().expect("no overflow");
}
