//! What `docs/from-cdk.md` says of the members of the CDK's class.
//!
//! `cargo bless` writes the tables of properties.

#[path = "support/bless.rs"]
mod bless;
#[path = "support/downstream.rs"]
mod downstream;
#[path = "support/skip.rs"]
mod skip;
#[path = "support/tools.rs"]
mod tools;

use cognito_cfn::Json;
use cognito_cfn_schema::characters::Characters;
use cognito_cfn_schema::property::Update;
use cognito_cfn_schema::{Block, Enumeration, Kind, Property, blocks, client};
use downstream::{Crate, DEPENDENCY};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MEMBERS: &str = include_str!("data/cdk-members.txt");

/// Enum values for examples, rather than the first one of the alphabet.
const SHOWN: &[&str] = &["AllowUserSrpAuth", "Code", "Cognito", "Email", "Enabled", "Minutes", "OpenId"];

const PAGE: &str = "docs/from-cdk.md";

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE)).expect("the page is part of the repository")
}

/// A row of a table: its cells.
fn cells(line: &str) -> Option<Vec<&str>> {
    let row = line.strip_prefix("| ")?.strip_suffix('|')?;
    let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
    (!["Python", ""].contains(&cells[0])).then_some(cells)
}

/// The rows of the tables below a heading.
fn rows<'p>(page: &'p str, heading: &str) -> Vec<Vec<&'p str>> {
    let section = page.lines().skip_while(|line| line.trim_start_matches('#') != format!(" {heading}"));
    section.skip(1).take_while(|line| !line.starts_with('#')).filter_map(cells).collect()
}

/// What stands between backquotes.
fn spans(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
}

#[test]
fn every_member_of_the_documented_class_is_in_a_table() {
    let page = page();
    let mut heading = "";
    let mut missing = Vec::new();
    for member in MEMBERS.lines() {
        if let Some(next) = member.strip_prefix("# ") {
            heading = next;
            continue;
        }
        // Most parameters and attributes of the class are properties.
        let all =
            [rows(&page, heading), if heading.ends_with("Property") { vec![] } else { rows(&page, "Properties") }];
        let is_there = all.iter().flatten().any(|row| spans(row[0]).flat_map(words).any(|word| word == member));
        if !is_there {
            missing.push(format!("{heading}: {member}"));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// An example of the text a property takes, as Rust source.
fn text(property: &Property) -> &'static str {
    match property.limits.characters {
        Some(Characters::Arn) if property.name == "role_arn" => "\"arn:aws:iam::123456789012:role/events\"",
        Some(Characters::Arn) => {
            "\"arn:aws:mobiletargeting:us-east-1:123456789012:apps/d70b2ba36a8c4dc5a04a0451a31a1e12\""
        }
        Some(Characters::Hexadecimal) => "\"d70b2ba36a8c4dc5a04a0451a31a1e12\"",
        Some(Characters::UserPoolId) => "\"eu-west-1_a1B2c3D4e\"",
        Some(Characters::Visible) => "\"https://app.example.com/\"",
        _ => "\"web\"",
    }
}

fn shown(enumeration: &Enumeration) -> &'static str {
    let mut names = enumeration.variants.iter().map(|word| word.name);
    names.find(|name| SHOWN.contains(name)).expect("`SHOWN` has a word of every enumeration")
}

/// The entry of a declaration.
fn entry(property: &Property) -> String {
    let value = match &property.kind {
        Kind::Boolean => "true".to_owned(),
        Kind::Integer => property.limits.range.map_or(5, |(least, _)| least).to_string(),
        Kind::String(_) => text(property).to_owned(),
        Kind::List(Kind::String(_)) => format!("[{}]", text(property)),
        Kind::Enum(enumeration) => shown(enumeration).to_owned(),
        Kind::List(Kind::Enum(enumeration)) => format!("[{}]", shown(enumeration)),
        Kind::Block(block) => format!("{{ {} }}", entry(block.members[0])),
        _ => unreachable!("no property is of that kind"),
    };
    format!("{}: {value}", property.name)
}

/// The assignment to a field.
fn assignment(owner: &str, property: &Property) -> String {
    let value = match &property.kind {
        Kind::Boolean => "true".to_owned(),
        Kind::Integer => property.limits.range.map_or(5, |(least, _)| least).to_string(),
        Kind::String(_) => text(property).to_owned(),
        Kind::List(Kind::String(_)) => format!("vec![{}.to_owned()]", text(property)),
        Kind::Enum(enumeration) => format!("{}::{}", enumeration.name, shown(enumeration)),
        Kind::List(Kind::Enum(enumeration)) => format!("vec![{}::{}]", enumeration.name, shown(enumeration)),
        Kind::Block(block) => format!("{}::default()", block.name),
        _ => unreachable!("no property is of that kind"),
    };
    format!("{owner}.{} = Some({value}.into())", property.name)
}

/// The table of some properties, which are fields of the variable `owner`.
fn table(owner: &str, properties: &[&Property]) -> String {
    let mut table =
        "\n| Python | TypeScript | Rust, in the declaration | Rust, on the value | |\n|---|---|---|---|---|\n"
            .to_owned();
    for property in properties {
        let Property { python, typescript, cloudformation, .. } = property;
        let required = if property.required { ", required" } else { "" };
        let replaced = if property.update == Update::Replacement { "; a change replaces the client" } else { "" };
        writeln!(
            table,
            "| `{python}` | `{typescript}` | `{}` | `{}` | `{cloudformation}`{required}{replaced} |",
            entry(property),
            assignment(owner, property),
        )
        .expect("a string can be written to");
    }
    table + "\n"
}

fn properties() -> String {
    table("client", client::ALL)
}

fn block_tables() -> String {
    let tables = blocks::ALL.iter().map(|block| {
        let Block { name, module, members, is_open: _ } = block;
        format!(
            "\n#### {name}Property\n\nIn the declaration a block of the client; on the value the struct `{name}`, here in the variable `{module}`.\n{}",
            table(block.module, members).trim_end_matches('\n')
        )
    });
    tables.collect::<Vec<_>>().join("\n") + "\n\n"
}

/// The page with the generated parts as they are to be.
fn current(page: &str) -> String {
    let mut page = page.to_owned();
    for (name, generated) in [("properties", properties()), ("blocks", block_tables())] {
        let opening = page.find(&format!("<!-- {name}:")).expect("the page has the mark");
        let start = opening + page[opening..].find("-->\n").expect("a mark has an end") + "-->\n".len();
        let end = page.find(&format!("<!-- /{name} -->")).expect("the page has the mark");
        page.replace_range(start..end, &generated);
    }
    page
}

#[test]
fn the_tables_of_properties_are_those_of_the_schema() {
    bless::compare(PAGE, &current(&page()));
}

/// A form of a table, with what it gives or writes.
struct Form<'p> {
    typescript: &'p str,
    rust: &'p str,
    gives: Option<&'p str>,
    writes: Option<&'p str>,
}

const WITH_FORMS: &[&str] = &["Constructor", "Methods", "Attributes", "Options", "Static methods", "Around the client"];

fn forms(page: &str) -> Vec<Form<'_>> {
    let rows = WITH_FORMS.iter().flat_map(|heading| rows(page, heading));
    rows.map(|row| {
        let rust: Vec<&str> = row[2].split('`').collect();
        let after = |word: &str| (rust.get(2) == Some(&word)).then(|| rust[3]);
        Form {
            typescript: spans(row[1]).last().expect("the form in TypeScript"),
            rust: rust[1],
            gives: after(" gives "),
            writes: after(" writes "),
        }
    })
    .collect()
}

/// The block of the page in that language that declares the client.
fn program<'p>(page: &'p str, language: &str) -> &'p str {
    let opened = page.split_once(&format!("```{language}\n")).map_or("", |(_, rest)| rest);
    opened.split_once("\n```").map_or("", |(block, _)| block)
}

/// Its statements up to the client, on which the forms go on.
fn prelude(page: &str, language: &str) -> String {
    let statements = program(page, language).split("\n\n").nth(1).expect("a part behind the imports");
    statements.trim_start_matches("fn main() -> Result<(), Error> {\n").to_owned()
}

/// A program in which each form is a function of its own.
fn rust_program(page: &str) -> String {
    let prelude = prelude(page, "rust,no_run");
    let mut functions = Vec::new();
    for Form { rust, gives, writes, .. } in forms(page) {
        functions.push(match (gives, writes) {
            (Some(value), _) => format!("{prelude}\nassert_eq!(json!({rust}), json!({value}));"),
            (_, Some(json)) => {
                let compared = format!("assert_holds(&client.to_json(), &json!({json}));");
                format!("{prelude}\n{rust};\n{compared}")
            }
            _ => format!("{prelude}\n{rust};"),
        });
    }
    let tables = [("CfnUserPoolClient", "client", "Properties".to_owned())]
        .into_iter()
        .chain(blocks::ALL.iter().map(|block| (block.name, block.module, format!("{}Property", block.name))));
    for (of, owner, heading) in tables {
        for row in rows(page, &heading) {
            let form = spans(row[3]).next().expect("the form on the value");
            functions.push(format!("let mut {owner} = {of}::default();\n{form};"));
        }
    }
    functions.extend(declarations(page).iter().map(|entries| {
        format!("let client = user_pool_client! {{ {entries} }};\nassert!(client.validate().iter().all(|finding| finding.severity == Severity::Warning));")
    }));
    let calls: String = (0..functions.len()).map(|index| format!("form_{index}()?;\n")).collect();
    let functions: String = functions
        .iter()
        .enumerate()
        .map(|(index, body)| format!("fn form_{index}() -> Result<(), Error> {{\n{body}\nOk(())\n}}\n"))
        .collect();
    format!(
        "#![allow(deprecated, unused)]\nuse cognito_cfn::*;\n\
         fn assert_holds(whole: &Json, part: &Json) {{\n\
             match part {{\n\
                 Json::Object(members) => members.iter().for_each(|(name, part)| assert_holds(&whole[name], part)),\n\
                 part => assert_eq!(whole, part),\n\
             }}\n\
         }}\n\
         {functions}\nfn main() -> Result<(), Error> {{\n{calls}Ok(())\n}}\n"
    )
}

/// Every entry of the tables, in declarations that hold together.
fn declarations(page: &str) -> Vec<String> {
    let entries = |heading: &str| -> Vec<String> {
        rows(page, heading).iter().map(|row| row[2].trim_matches('`').to_owned()).collect()
    };
    let properties = entries("Properties").join(", ");
    let within = blocks::ALL.iter().flat_map(|block| {
        let members = entries(&format!("{}Property", block.name));
        // The two ways to name a project exclude each other.
        let (one, rest): (Vec<_>, Vec<_>) = members.iter().partition(|member| member.starts_with("application_arn"));
        let ways = [one, rest].into_iter().filter(|way| !way.is_empty());
        ways.map(|way| {
            let way: Vec<&str> = way.into_iter().map(String::as_str).collect();
            format!("user_pool_id: Ref(\"UserPool\"), {}: {{ {} }}", block.module, way.join(", "))
        })
        .collect::<Vec<_>>()
    });
    [properties].into_iter().chain(within).collect()
}

/// Runs a program as a crate of its own. What it synthesizes goes into the folder that is given back, with what it prints.
fn run_rust(name: &str, program: &str) -> (PathBuf, Vec<u8>) {
    let created = Crate::new(&format!("from-cdk-{name}"), "2024", DEPENDENCY);
    created.write("src/main.rs", program);
    let outdir = created.folder.join("cdk.out");
    let mut cargo = created.cargo(&["run", "--quiet"]);
    let output = cargo
        .env("CDK_OUTDIR", &outdir)
        .env("CDK_CLI_VERSION", "2.1148.1")
        .output()
        .expect("cargo runs where its tests do");
    let reported = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && reported.is_empty(), "{reported}");
    (outdir, output.stdout)
}

/// The same with node and aws-cdk-lib.
fn run_node(name: &str, program: &str, tools: &Path) -> (PathBuf, Vec<u8>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("from_cdk").join(name);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    fs::write(folder.join("main.cjs"), program).expect("the target folder can be written");
    let outdir = folder.join("cdk.out");
    let output = Command::new("node")
        .arg("main.cjs")
        .current_dir(&folder)
        .env("NODE_PATH", tools.join("node_modules"))
        .env("CDK_OUTDIR", &outdir)
        .output()
        .expect("node can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (outdir, output.stdout)
}

fn resources(outdir: &Path) -> Json {
    let template = fs::read_to_string(outdir.join("identity.template.json")).expect("the program wrote a template");
    template.parse::<Json>().expect("a template is JSON")["Resources"].clone()
}

#[test]
fn every_form_in_rust_compiles_and_does_what_the_page_says() {
    run_rust("forms", &rust_program(&page()));
}

#[test]
fn the_client_in_rust_is_the_client_in_typescript() {
    let Some(tools) = tools::tools() else { return };
    let page = page();
    let ours = resources(&run_rust("client", program(&page, "rust,no_run")).0);
    let (imports, statements) = program(&page, "ts").split_once("\n\n").expect("a part behind the imports");
    let theirs = format!("{}{statements}", required(imports));
    assert_eq!(ours, resources(&run_node("client-ts", &theirs, &tools).0));
}

/// Imports, as node knows them without TypeScript.
fn required(imports: &str) -> String {
    let imports = imports.lines().map(|line| {
        let (names, module) = line.trim_start_matches("import ").split_once(" from ").expect("an import");
        format!("const {} = require({});\n", names.trim_start_matches("* as "), module.trim_end_matches(';'))
    });
    imports.collect()
}

/// The forms in TypeScript as a program of node, which prints what each gave, and the client afterwards.
fn node_program(page: &str) -> String {
    let imports = required(program(page, "ts").split("\n\n").next().unwrap_or_default());
    let prelude = prelude(page, "ts");
    let forms: String = forms(page)
        .iter()
        .map(|form| {
            // A construct is a value that only the program itself understands.
            let reported = if form.gives.is_some() { "value" } else { "null" };
            format!(
                "() => {{\n{prelude}\nconst value = ({});\n\
                 const written = Object.values(stack.resolve(client._toCloudFormation()).Resources)[0];\n\
                 return {{ value: stack.resolve({reported}) ?? null, written }};\n}},\n",
                form.typescript
            )
        })
        .collect();
    format!(
        "process.env.JSII_DEPRECATED = \"quiet\";\n{imports}\
         const forms = [\n{forms}];\nconsole.log(JSON.stringify(forms.map((form) => form())));\n"
    )
}

fn holds(whole: &Json, part: &Json) -> bool {
    match part {
        Json::Object(members) => members.iter().all(|(name, part)| holds(&whole[name], part)),
        part => whole == part,
    }
}

#[test]
fn every_form_in_typescript_does_the_same_in_the_cdk() {
    let Some(tools) = tools::tools() else { return };
    let page = page();
    let (_, printed) = run_node("forms-ts", &node_program(&page), &tools);
    let results: Vec<Json> = serde_json::from_slice(&printed).expect("the program prints JSON");
    let forms = forms(&page);
    assert_eq!(results.len(), forms.len());
    for (form, result) in forms.iter().zip(&results) {
        let parsed = |json: &str| json.parse::<Json>().expect("what a form gives is JSON");
        if let Some(value) = form.gives {
            assert_eq!(result["value"], parsed(value), "{}", form.typescript);
        }
        if let Some(json) = form.writes {
            assert!(holds(&result["written"], &parsed(json)), "{}: {}", form.typescript, result["written"]);
        }
    }
}

/// The part of the page about the L2 class.
fn l2(page: &str) -> &str {
    let (_, rest) = page.split_once("\n## The L2 class\n").expect("the page has the section");
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// The statements of its program in that language up to the client.
fn l2_prelude(page: &str, language: &str, client: &str) -> String {
    let statements = program(l2(page), language).split_once("\n\n").expect("a part behind the imports").1;
    let statements = statements.trim_start_matches("fn main() -> Result<(), Error> {\n");
    statements.split_once(client).expect("the client is declared").0.to_owned()
}

fn printed(output: &[u8]) -> Vec<Json> {
    serde_json::from_slice(output).expect("the program prints JSON")
}

#[test]
fn the_l2_client_in_rust_is_the_client_in_typescript() {
    let Some(tools) = tools::tools() else { return };
    let page = page();
    let ours = resources(&run_rust("l2-client", program(l2(&page), "rust,no_run")).0);
    let (imports, statements) = program(l2(&page), "ts").split_once("\n\n").expect("a part behind the imports");
    let theirs = resources(&run_node("l2-client-ts", &format!("{}{statements}", required(imports)), &tools).0);
    for id in ["PeopleWebCFF4F5A2", "PeopleOrdersCD015CDE"] {
        assert!(ours[id].is_object(), "{id}");
        assert_eq!(ours[id], theirs[id], "{id}");
    }
}

/// What the L2 class sets without options: the cells of the table.
fn filled_in(page: &str) -> Vec<(String, Json, String)> {
    let rows = rows(page, "What it fills in").into_iter().skip(1);
    let inner = |cell: &str| cell.trim_matches('`').to_owned();
    rows.map(|row| (inner(row[0]), inner(row[1]).parse().expect("a value is JSON"), inner(row[2]))).collect()
}

#[test]
fn every_option_of_the_l2_class_gives_the_same_properties() {
    let Some(tools) = tools::tools() else { return };
    let page = page();
    let options: Vec<[String; 2]> = rows(&page, "Options of UserPoolClient")
        .iter()
        .map(|row| [row[1], row[2]].map(|cell| cell.trim_matches('`').to_owned()))
        .collect();
    let filled_in = filled_in(&page);
    let all: Vec<&str> = filled_in.iter().map(|(_, _, entry)| entry.as_str()).collect();
    let no_options = [String::new(), all.join(", ")];

    let prelude = l2_prelude(&page, "ts", "const client");
    let imports = required(program(l2(&page), "ts").split("\n\n").next().unwrap_or_default());
    let programs: String = options
        .iter()
        .chain([&no_options])
        .map(|[typescript, _]| {
            format!(
                "() => {{\n{prelude}\nconst client = pool.addClient(\"Web\", {{ {typescript} }});\n\
                 const made = client.node.defaultChild;\n\
                 return Object.values(stack.resolve(made._toCloudFormation()).Resources)[0].Properties;\n}},\n"
            )
        })
        .collect();
    let node = format!(
        "process.env.JSII_DEPRECATED = \"quiet\";\n{imports}\
         const programs = [\n{programs}];\nconsole.log(JSON.stringify(programs.map((program) => program())));\n"
    );
    let theirs = printed(&run_node("l2-options-ts", &node, &tools).1);

    let prelude = l2_prelude(&page, "rust,no_run", "let client");
    let clients: String = options
        .iter()
        .chain([&no_options])
        .map(|[_, entries]| {
            format!("clients.push(user_pool_client! {{ user_pool_id: &pool, {entries} }}.to_json()[\"Properties\"].clone());\n")
        })
        .collect();
    let rust = format!(
        "#![allow(deprecated, unused)]\nuse cognito_cfn::*;\nfn main() -> Result<(), Error> {{\n{prelude}\n\
         let mut clients = Vec::new();\n{clients}println!(\"{{}}\", json!(clients));\nOk(())\n}}\n"
    );
    let ours = printed(&run_rust("l2-options", &rust).1);

    assert_eq!(ours.len(), theirs.len());
    let (ours_filled_in, theirs_filled_in) = (ours.last(), theirs.last());
    assert_eq!(ours_filled_in, theirs_filled_in);
    assert_eq!(ours_filled_in.and_then(Json::as_object).map(serde_json::Map::len), Some(filled_in.len() + 1));
    for (([option, _], ours), theirs) in options.iter().zip(&ours).zip(&theirs) {
        let (ours, theirs) = (ours.as_object().expect("an object"), theirs.as_object().expect("an object"));
        for (name, value) in ours {
            assert_eq!(Some(value), theirs.get(name), "{option}: {name}");
        }
        for (name, value) in theirs.iter().filter(|(name, _)| !ours.contains_key(*name)) {
            let is_filled_in = filled_in.iter().any(|(filled_in, with, _)| filled_in == name && with == value);
            assert!(is_filled_in, "{option}: {name}: {value}");
        }
    }
}

#[test]
fn every_member_of_the_l2_class_gives_the_same_value() {
    let Some(tools) = tools::tools() else { return };
    let page = page();
    let members: Vec<(&str, &str, Option<&str>)> = rows(&page, "Members of UserPoolClient")
        .iter()
        .map(|row| {
            let rust: Vec<&str> = row[2].split('`').collect();
            let gives = (rust.get(2) == Some(&" gives ")).then(|| rust[3]);
            (row[1].trim_matches('`'), rust[1], gives)
        })
        .collect();
    let (imports, statements) = program(l2(&page), "ts").split_once("\n\n").expect("a part behind the imports");
    let prelude = statements.replace("app.synth();", "");
    let programs: String = members
        .iter()
        .map(|(typescript, _, gives)| {
            let reported = if gives.is_some() { "value" } else { "null" };
            format!(
                "() => {{\n{prelude}\nconst value = ({typescript});\nreturn stack.resolve({reported}) ?? null;\n}},\n"
            )
        })
        .collect();
    let node = format!(
        "process.env.JSII_DEPRECATED = \"quiet\";\n{}\
         const programs = [\n{programs}];\nconsole.log(JSON.stringify(programs.map((program) => program())));\n",
        required(imports)
    );
    let theirs = printed(&run_node("l2-members-ts", &node, &tools).1);
    assert_eq!(theirs.len(), members.len());

    let statements =
        program(l2(&page), "rust,no_run").split_once("fn main() -> Result<(), Error> {\n").expect("a program").1;
    let prelude = statements.split_once("\n\n").expect("the client is added behind an empty line").0;
    let prelude = prelude.replace("let client", "let mut client");
    let checks: String = members
        .iter()
        .map(|(_, rust, gives)| match gives {
            Some(value) => format!("assert_eq!(json!({rust}), json!({value}));\n"),
            None => format!("let _ = {{ {rust} }};\n"),
        })
        .collect::<Vec<_>>()
        .join(&format!("}}\n{{\n{prelude}\n"));
    let rust = format!(
        "#![allow(deprecated, unused, unused_mut)]\nuse cognito_cfn::*;\n\
         fn main() -> Result<(), Error> {{\n{{\n{prelude}\n{checks}}}\nOk(())\n}}\n"
    );
    run_rust("l2-members", &rust);
    for ((typescript, _, gives), theirs) in members.iter().zip(&theirs) {
        if let Some(value) = gives {
            assert_eq!(Ok(theirs.clone()), value.parse::<Json>().map_err(|_| ()), "{typescript}");
        }
    }
}

/// The options and members that the class has in the version that is installed.
#[test]
fn every_option_of_the_l2_class_has_a_row() {
    let Some(tools) = tools::tools() else { return };
    let page = page();
    let section = l2(&page);
    let declared = fs::read_to_string(tools.join("node_modules/aws-cdk-lib/aws-cognito/lib/user-pool-client.d.ts"))
        .expect("aws-cdk-lib has declarations");
    let mut names = Vec::new();
    for line in
        declared.lines().map(str::trim).filter(|line| !line.starts_with(['*', '/']) && !line.contains("private"))
    {
        let line = line.trim_start_matches("static ").trim_start_matches("get ");
        let name = line.trim_start_matches("readonly ").split(['?', ':', '(']).next().unwrap_or_default();
        let is_member = line.contains("readonly ") || line.ends_with(");") || line.contains("): ");
        if is_member && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_') {
            names.push(name);
        }
    }
    assert!(names.len() > 40, "{names:?}");
    // A value of the class itself, and what the page has under the names of Cognito.
    let elsewhere = ["constructor", "scopeName", "name", "PROPERTY_INJECTION_ID", "APPLE", "FACEBOOK", "AMAZON"];
    let missing: Vec<&&str> =
        names.iter().filter(|name| !elsewhere.contains(*name) && !words(section).any(|word| word == **name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
