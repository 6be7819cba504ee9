//! Entries to a declaration: what each name means, and what each run of tokens is worth there.

use crate::declaration::{Declaration, Member, Value, What};
use crate::names::{Meaning, Scope, resolve};
use crate::report::{Reports, Site};
use crate::syntax::{Entry, Key, entries, items, show_token, site};
use crate::{function, json, literal, scan};
use cognito_cfn_schema::suggest::{listed, nearest};
use cognito_cfn_schema::{Kind, Property, Severity, StringFormat, attributes, rules};
use proc_macro2::{Delimiter, Group, Ident, TokenTree};

/// The whole body.
pub(crate) fn declaration(body: Vec<TokenTree>, reports: &mut Reports) -> Declaration {
    let entries = entries(&body, reports);
    let mut allowed = Vec::new();
    let (attributes, members) = members(&entries, Scope::Client, reports)
        .into_iter()
        .partition::<Vec<_>, _>(|member| attributes::ALL.iter().any(|row| std::ptr::eq(*row, member.property)));
    for entry in &entries {
        if matches!(&entry.key, Key::Name(name) if name == attributes::settings::allow.name) {
            allowed.extend(codes(entry, reports));
        }
    }
    Declaration { entries, members, attributes, allowed }
}

/// The properties among the entries, with their values. A property that is declared twice keeps its first value.
fn members(entries: &[Entry], scope: Scope, reports: &mut Reports) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut seen: Vec<&Property> = Vec::new();
    let mut guesses = Vec::new();
    for entry in entries {
        let key = &entry.key;
        let property = match resolve(entry, scope, reports) {
            Meaning::Property(property) => property,
            Meaning::Guess(meant) => {
                guesses.extend(meant.into_iter().map(|property| (property, key)));
                continue;
            }
        };
        if seen.iter().any(|seen| std::ptr::eq(*seen, property)) {
            reports.error(key.span(), format!("`{}` is declared twice", property.name), "leave one of them out");
            continue;
        }
        seen.push(property);
        if matches!(property.kind, Kind::Codes) {
            continue;
        }
        let shape = property.kind;
        let value = if entry.value.is_empty() {
            let help = format!("write `{}: {}`", property.name, example(shape, property));
            reports.error(key.span(), format!("`{}` has no value", property.name), help);
            Value { site: key.span().into(), kind: shape, what: What::Wrong }
        } else {
            let value = value(&entry.value, shape, property, reports);
            function::check_kind(&value, reports);
            value
        };
        members.push(Member { property, value });
    }
    for (property, key) in guesses {
        if !matches!(property.kind, Kind::Codes) && !seen.iter().any(|seen| std::ptr::eq(*seen, property)) {
            seen.push(property);
            let value = Value { site: key.span().into(), kind: property.kind, what: What::Wrong };
            members.push(Member { property, value });
        }
    }
    members
}

/// A value of that shape, as it is typed.
fn example(shape: Kind, property: &Property) -> String {
    match shape {
        _ if property.required => "Ref(\"UserPool\")".into(),
        Kind::Boolean => "true".into(),
        Kind::Integer => property.limits.range.map_or(1, |(least, _)| least).to_string(),
        Kind::String(StringFormat::LogicalId) => "\"WebClient\"".into(),
        Kind::String(_) => "\"…\"".into(),
        Kind::List(Kind::String(_)) => "[\"…\"]".into(),
        Kind::Enum(of) => of.variants.first().map_or_else(String::new, |word| word.name.to_owned()),
        Kind::List(Kind::Enum(of)) => of.variants.first().map_or_else(String::new, |word| format!("[{}]", word.name)),
        Kind::Block(of) => of
            .members
            .first()
            .map_or_else(String::new, |member| format!("{{ {}: {} }}", member.name, example(member.kind, member))),
        _ => "{ \"key\": \"value\" }".into(),
    }
}

/// What a run of tokens is worth as a value of that shape. `property` is whose value it is, or stands within.
pub(crate) fn value(tokens: &[TokenTree], shape: Kind, property: &Property, reports: &mut Reports) -> Value {
    let what = match tokens {
        // A fragment of another macro: `$name:expr` comes in such a group.
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            return Value { site: site(tokens), ..value(&inner, shape, property, reports) };
        }
        [TokenTree::Ident(word)] if word == "None" => What::Absent,
        _ if matches!(shape, Kind::Json(_)) => What::Json(json::json(tokens, reports)),
        [TokenTree::Literal(literal)] => literal::literal(literal, false, site(tokens), shape, property, reports),
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => {
            literal::literal(literal, true, site(tokens), shape, property, reports)
        }
        [TokenTree::Ident(word)] => single_word(word, shape, property, reports),
        [TokenTree::Ident(name), TokenTree::Group(arguments)] if arguments.delimiter() == Delimiter::Parenthesis => {
            function::call(name, arguments, shape, property, reports).unwrap_or_else(|| What::Rust(tokens.to_vec()))
        }
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Bracket => list(group, shape, property, reports),
        // What others write for a list; the words in it mean what they mean here.
        [TokenTree::Ident(name), TokenTree::Punct(bang), TokenTree::Group(group)]
            if name == "vec" && bang.as_char() == '!' && shape.item().is_some() && !is_repeated(group) =>
        {
            list(group, shape, property, reports)
        }
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
            braces(group, tokens, shape, property, reports)
        }
        [.., last] if scan::is_dangling(tokens) => {
            let is_path = matches!(tokens, [.., TokenTree::Punct(one), TokenTree::Punct(two)] if one.as_char() == ':' && two.as_char() == ':');
            let shown = if is_path { "::".into() } else { show_token(last) };
            let help = format!("leave `{shown}` out, or write what comes after it");
            reports.error(last.span(), format!("expected an expression after `{shown}`"), help);
            What::Wrong
        }
        _ => What::Rust(tokens.to_vec()),
    };
    Value { site: site(tokens), kind: shape, what }
}

fn single_word(word: &Ident, shape: Kind, property: &Property, reports: &mut Reports) -> What {
    let name = word.to_string();
    match name.as_str() {
        "true" | "false" if matches!(shape, Kind::Boolean) => return What::Boolean(name == "true"),
        "true" | "false" => return wrong_kind(word.span(), "a boolean", &name, shape, property, reports),
        "NoValue" if shape.accepts_functions() => {
            return cognito_cfn_schema::intrinsics::find("NoValue")
                .map_or(What::Wrong, |function| What::Call(function, Vec::new()));
        }
        _ => {}
    }
    let rust = || What::Rust(vec![word.clone().into()]);
    let of = match shape {
        Kind::Enum(of) => of,
        Kind::List(Kind::Enum(of)) => *of,
        // A unit alone, where the block belongs: `token_validity_units: Minutes`.
        Kind::Block(block) => return block_word(word, block, property, reports).unwrap_or_else(rust),
        _ => return rust(),
    };
    if let Some(known) = of.by_name(&name) {
        if matches!(shape, Kind::List(Kind::Enum(_))) {
            return wrong_kind(word.span(), "one word", &name, shape, property, reports);
        }
        return What::Word(known);
    }
    if let Some(known) = of.by_value(&name).filter(|_| is_shouted(&name)) {
        let help = format!("write `{}`; a constant of that name goes into `({name})`", known.name);
        reports.maybe_coded(word.span(), of.rule, format!("unknown word `{name}` of `{}`", of.name), help);
        return What::Wrong;
    }
    // A variable or a constant.
    if !name.starts_with(char::is_uppercase) || is_shouted(&name) {
        return rust();
    }
    literal::unknown_word(&name, word.span(), of, reports)
}

/// Whether a name is written as constants are.
fn is_shouted(name: &str) -> bool {
    !name.contains(char::is_lowercase)
}

/// A word of one of the members, where the whole block belongs.
fn block_word(
    word: &Ident,
    block: &'static cognito_cfn_schema::Block,
    property: &Property,
    reports: &mut Reports,
) -> Option<What> {
    let name = word.to_string();
    let member =
        block.members.iter().find(|member| matches!(member.kind, Kind::Enum(of) if of.by_name(&name).is_some()))?;
    let help = format!("write `{}: {{ {}: {name} }}`", property.name, member.name);
    reports.error(word.span(), format!("`{}` is a block, found `{name}`", property.name), help);
    Some(What::Wrong)
}

fn list(group: &Group, shape: Kind, property: &Property, reports: &mut Reports) -> What {
    let Some(item) = shape.item() else {
        return wrong_kind(group.span(), "a list", "[…]", shape, property, reports);
    };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    if is_repeated(group) {
        return What::Rust(vec![group.clone().into()]);
    }
    let items = items(&tokens, reports);
    What::List(items.iter().map(|tokens| value(tokens, item, property, reports)).collect())
}

/// Whether it is `[value; count]`, which is Rust.
fn is_repeated(group: &Group) -> bool {
    group.stream().into_iter().any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'))
}

fn braces(group: &Group, tokens: &[TokenTree], shape: Kind, property: &Property, reports: &mut Reports) -> What {
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    match shape {
        Kind::Block(block) if !is_rust(&inner) => {
            let entries = entries(&inner, reports);
            What::Block(members(&entries, Scope::Block(block), reports))
        }
        Kind::Variables(_) => function::variables(&inner, property, reports),
        // Pasted from a template: `{ "Ref": "UserPool" }`.
        _ if matches!(inner.first(), Some(TokenTree::Literal(_))) && scan::is_name(&inner) => {
            let help = "write the function, such as `Ref(\"UserPool\")`, or `Raw({ … })` around it";
            reports.error(site(tokens), format!("`{}` does not take JSON", property.name), help);
            What::Wrong
        }
        // A block of Rust, whose last expression is the value.
        _ => What::Rust(tokens.to_vec()),
    }
}

/// Whether what stands in braces is a block of Rust rather than members: it has a statement, or begins with a path.
fn is_rust(inner: &[TokenTree]) -> bool {
    let is = |token: &TokenTree, character| matches!(token, TokenTree::Punct(punct) if punct.as_char() == character);
    let is_path = matches!(inner, [TokenTree::Ident(_), one, two, ..] if is(one, ':') && is(two, ':'));
    is_path || inner.iter().any(|token| is(token, ';'))
}

/// A literal of another kind than the property takes.
pub(crate) fn wrong_kind(
    at: impl Into<Site>,
    found: &str,
    written: &str,
    shape: Kind,
    property: &Property,
    reports: &mut Reports,
) -> What {
    let is_list = found == "a list";
    let help = match shape {
        Kind::List(Kind::String(StringFormat::Any))
        | Kind::List(Kind::Enum(_))
        | Kind::List(Kind::String(StringFormat::LogicalId))
            if matches!(found, "text" | "one word") =>
        {
            format!("write `[{written}]`")
        }
        _ if is_list => "write one value, without `[` and `]`".into(),
        Kind::Boolean => "write `true` or `false`".into(),
        Kind::Integer => match written.trim_matches('"').parse::<i64>() {
            Ok(number) => format!("write `{number}`"),
            Err(_) => format!("write a whole number, such as `{}`", example(shape, property)),
        },
        Kind::String(_) if found != "another literal" => format!("write `{written:?}`"),
        Kind::Enum(of) => format!("write {}", listed(&of.variants.iter().map(|word| word.name).collect::<Vec<_>>())),
        _ => format!("write `{}`", example(shape, property)),
    };
    let subject = match (shape, property.kind) {
        (Kind::Variables(_), _) | (Kind::String(_), Kind::Boolean | Kind::Integer | Kind::Block(_)) => {
            "this argument".into()
        }
        (Kind::Integer, whole) if !matches!(whole, Kind::Integer) => "this argument".into(),
        (Kind::String(format), Kind::String(of)) if format != of => "this argument".into(),
        (Kind::String(_) | Kind::Enum(_), whole) if whole.item().is_some() => {
            format!("an item of `{}`", property.name)
        }
        _ => format!("`{}`", property.name),
    };
    reports.error(at, format!("{subject} takes {}, found {found}", shape.describe()), help);
    What::Wrong
}

/// The codes of `allow: […]`.
fn codes(entry: &Entry, reports: &mut Reports) -> Vec<String> {
    let [TokenTree::Group(group)] = entry.value.as_slice() else {
        reports.error(site(&entry.value), "`allow` takes a list of codes", "write `allow: [MI01]`");
        return Vec::new();
    };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let items = items(&tokens, reports);
    items.iter().filter_map(|item| code(item, reports)).collect()
}

fn code(item: &[TokenTree], reports: &mut Reports) -> Option<String> {
    let [token] = item else {
        reports.error(site(item), "`allow` takes codes of advice", "write `allow: [MI01]`");
        return None;
    };
    let code = token.to_string();
    let (message, help) = match rules::find(&code) {
        Some(rule) if rule.severity == Severity::Warning => return Some(code),
        Some(rule) => (
            format!("`{code}` is an error, which `allow` cannot silence"),
            format!("leave it out, and mend what `{code}` finds: {}", rule.title),
        ),
        None if rules::unchecked::ALL.iter().any(|fact| fact.code == code) => {
            (format!("nothing is ever found under `{code}`"), "leave it out".to_owned())
        }
        None => (format!("`{}` is not the code of advice", show_token(token)), near_advice(&code)),
    };
    reports.error(token.span(), message, help);
    None
}

/// The code of advice that may be meant.
fn near_advice(code: &str) -> String {
    let all = rules::all();
    let mut advice = all.iter().filter(|rule| rule.severity == Severity::Warning);
    let near = nearest(code, advice.clone().map(|rule| rule.code));
    match advice.find(|rule| Some(rule.code) == near) {
        Some(rule) => format!("did you mean `{}`? {}", rule.code, rule.title),
        None => "write a code from docs/rules.md of cognito-cfn, such as `MI01`".to_owned(),
    }
}
