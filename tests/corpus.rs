//! The templates of `tests/corpus`: read as others read them, rendered as they were, and with everything in them that a
//! template of an app client can have.

#[path = "support/skip.rs"]
mod skip;
#[path = "support/templates.rs"]
mod templates;
#[path = "support/tools.rs"]
mod tools;
#[path = "support/uses.rs"]
mod uses;

use cognito_cfn::{CfnUserPoolClient, Json, Stack};
use cognito_cfn_schema::conditions::CONDITION_FUNCTIONS;
use cognito_cfn_schema::intrinsics::{self, FUNCTIONS, Gives, PSEUDO_PARAMETERS};
use cognito_cfn_schema::loops::LOOP;
use cognito_cfn_schema::{Kind, Property, attributes, blocks, client};
use std::collections::BTreeSet;
use std::process::Command;
use templates::{File, read};
use uses::{Place, Uses};

fn templates() -> impl Iterator<Item = File> {
    read().into_iter().filter(|file| file.kind == templates::Kind::Template)
}

#[test]
fn json_is_what_serde_json_reads() {
    for file in read().iter().filter(|file| !file.is_yaml()) {
        let expected: Json = file.text.trim_start_matches('\u{feff}').parse().expect("it is JSON");
        assert_eq!(*file.document.json(), expected, "{}", file.name);
    }
}

#[test]
fn yaml_is_what_cfn_lint_reads() {
    let Some(tools) = tools::tools() else { return };
    let files: Vec<File> = read().into_iter().filter(File::is_yaml).collect();
    let mut python = Command::new(tools.join("python/bin/python"));
    python.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/decode.py")).current_dir(templates::folder());
    let output = python.args(files.iter().map(|file| &file.name)).output().expect("python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let decoded: Vec<Json> = serde_json::from_slice(&output.stdout).expect("a list");
    assert_eq!(decoded.len(), files.len());
    for (file, decoded) in files.iter().zip(decoded) {
        assert_eq!(*file.document.json(), decoded, "{}", file.name);
    }
}

#[test]
fn templates_are_rendered_as_they_were() {
    for file in templates() {
        let stack = Stack::from_template("corpus", &file.text).unwrap_or_else(|error| panic!("{}: {error}", file.name));
        assert_eq!(stack.to_json(), *file.document.json(), "{}", file.name);
    }
}

#[test]
fn clients_are_rendered_as_they_were() {
    let mut count = 0;
    for file in read() {
        for section in file.sections() {
            for (_, resource) in uses::clients(&section["Resources"]) {
                let client = CfnUserPoolClient::from_json("Client", resource).expect("a resource of that type");
                assert_eq!(client.to_json(), *resource, "{}", file.name);
                count += 1;
            }
        }
    }
    assert!(count >= 150, "only {count} clients");
    let count = templates().count();
    assert!(count >= 40, "only {count} templates");
}

/// Everything that should occur and does not.
#[track_caller]
fn assert_none(missing: Vec<String>) {
    assert!(missing.is_empty(), "the corpus has no {}", missing.join(", no "));
}

fn rows() -> impl Iterator<Item = &'static Property> {
    client::ALL.iter().chain(blocks::ALL.iter().flat_map(|block| block.members)).copied()
}

#[test]
fn every_property_and_every_member_occurs() {
    let uses = Uses::of(&read());
    let missing = rows().filter(|row| !uses.has_literal(row));
    assert_none(missing.map(|row| row.cloudformation.to_owned()).collect());
}

#[test]
fn every_enum_value_occurs() {
    let uses = Uses::of(&read());
    let policies = [&attributes::deletion_policy, &attributes::update_replace_policy];
    let rows = rows().chain(policies).filter_map(|row| Some((row, row.kind.enumeration()?)));
    let values = rows.flat_map(|(row, of)| of.variants.iter().map(move |variant| (row, variant.value)));
    let missing = values.filter(|(row, value)| !uses.has_value(row, value));
    assert_none(missing.map(|(row, value)| format!("{} {value}", row.cloudformation)).collect());
}

#[test]
fn every_resource_attribute_occurs() {
    let uses = Uses::of(&read());
    let rows = attributes::ALL.iter().chain(attributes::options::ALL);
    let missing = rows.filter(|row| !row.cloudformation.is_empty() && !uses.attributes.contains(row.cloudformation));
    assert_none(missing.map(|row| row.cloudformation.to_owned()).collect());
    assert!(uses.attributes.contains("DependsOn: string") && uses.attributes.contains("DependsOn: list"));
    assert!(uses.attributes.contains("allow"));
    for generated in ["Properties with Fn::ForEach", "Metadata with Fn::ForEach", "Properties with Fn::Transform"] {
        assert!(uses.attributes.contains(generated), "{generated}");
    }
}

#[test]
fn every_function_occurs_in_every_place_where_it_can_be() {
    let uses = Uses::of(&read());
    let mut missing = Vec::new();
    for function in FUNCTIONS.iter().filter(|function| !function.cloudformation.is_empty()) {
        let name = if function.name == "NoValue" { "AWS::NoValue" } else { function.cloudformation };
        for place in places(function.name, function.gives) {
            if !uses.functions.contains(&(name.to_owned(), *place)) {
                missing.push(format!("{name} as {place:?}"));
            }
        }
    }
    assert_none(missing);
}

/// Where a function can be that returns this.
fn places(name: &str, gives: Gives) -> &'static [Place] {
    use Place::{Block, Boolean, EnumValue, Integer, Item, List, Member, Metadata, Policy, Properties, String};
    match (gives, name) {
        (Gives::Text, _) => &[String, EnumValue, Boolean, Integer, Item, Member, Policy, Metadata],
        (Gives::Integer, _) => &[Integer, Member],
        (Gives::List, _) => &[List],
        // They return no object.
        (Gives::Any, "Ref" | "Select") => &[String, EnumValue, Boolean, Integer, Item, List, Member, Policy, Metadata],
        (Gives::Any, _) => {
            &[String, EnumValue, Boolean, Integer, Item, List, Block, Member, Policy, Metadata, Properties]
        }
    }
}

#[test]
fn every_condition_function_short_form_and_pseudo_parameter_occurs() {
    let files = read();
    let keys = uses::keys(&files);
    let functions = FUNCTIONS.iter().map(|function| function.cloudformation);
    let names: Vec<&str> =
        functions.chain(CONDITION_FUNCTIONS.iter().map(|function| function.cloudformation)).collect();
    let mut missing: Vec<String> = Vec::new();
    missing
        .extend(names.iter().filter(|name| !name.is_empty() && !keys.contains(**name)).map(|name| (*name).to_owned()));
    let yaml: String = files.iter().filter(|file| file.is_yaml()).map(|file| file.text.as_str()).collect();
    let tags = names.iter().filter_map(|name| intrinsics::tag(name)).map(|tag| format!("!{tag} "));
    missing.extend(tags.filter(|tag| !yaml.contains(tag)));
    let text: String = files.iter().map(|file| file.text.as_str()).collect();
    missing.extend(PSEUDO_PARAMETERS.iter().filter(|name| !text.contains(**name)).map(|name| (*name).to_owned()));
    assert_none(missing);
}

#[test]
fn every_leniency_occurs() {
    let uses = Uses::of(&read());
    let missing = rows().filter(|row| {
        matches!(row.kind, Kind::Boolean | Kind::Integer) && !uses.converted.contains(row.cloudformation)
    });
    assert_none(missing.map(|row| format!("{} as a string", row.cloudformation)).collect());
    let strings = rows().filter(|row| matches!(row.kind, Kind::String(_)));
    let converted = strings.filter(|row| uses.converted.contains(row.cloudformation)).count();
    assert!(converted >= 2, "numbers and booleans where a string belongs: {converted}");
}

#[test]
fn every_section_occurs() {
    let files = read();
    let mut found: BTreeSet<String> = BTreeSet::new();
    for section in files.iter().flat_map(File::sections) {
        for (name, of) in section.as_object().into_iter().flatten() {
            let is_empty = of.is_null() || of.as_object().is_some_and(serde_json::Map::is_empty);
            found.insert(if is_empty { format!("empty {name}") } else { name.clone() });
            for key in of.as_object().into_iter().flatten().map(|(key, _)| key) {
                if key.starts_with(LOOP) || key == "Fn::Transform" {
                    found.insert(format!("{name} with {}", key.trim_end_matches(|last: char| last != ':')));
                }
            }
        }
    }
    let sections = ["Parameters", "Mappings", "Conditions", "Outputs", "Metadata", "Rules"];
    let mut expected: Vec<String> =
        ["Globals", "Hooks", "Transform", "Description", "AWSTemplateFormatVersion", "Resources"]
            .map(str::to_owned)
            .to_vec();
    expected.extend(sections.iter().map(|name| (*name).to_owned()));
    expected.extend(sections.iter().map(|name| format!("empty {name}")));
    expected.extend(["Conditions", "Resources", "Outputs"].map(|name| format!("{name} with {LOOP}")));
    expected.extend(
        ["Parameters", "Mappings", "Conditions", "Resources", "Outputs"].map(|name| format!("{name} with Fn::")),
    );
    assert_none(expected.into_iter().filter(|name| !found.contains(name)).collect());
}

#[test]
fn clients_are_also_in_other_forms() {
    let files = read();
    for kind in [templates::Kind::Serverless, templates::Kind::Described, templates::Kind::Manifest] {
        assert!(files.iter().filter(|file| file.kind == kind).count() >= 2, "{kind:?}");
    }
    let of_sam = templates().filter(|file| file.text.contains("AWS::Serverless-2016-10-31")).count();
    assert!(of_sam >= 2, "only {of_sam} of SAM");
    assert!(templates().any(|file| file.name.ends_with(".nested.template.json")));
    assert!(files.iter().any(|file| file.text.contains("ClientSecret")));
}
