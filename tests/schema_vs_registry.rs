//! The table of the schema against CloudFormation's own: the registry schema of the resource type.

use cognito_cfn::Json;
use cognito_cfn_schema::enums::Enumeration;
use cognito_cfn_schema::property::Update;
use cognito_cfn_schema::{Block, Kind, Property, RESOURCE_TYPE, blocks, client};
use std::collections::BTreeSet;

/// EnumValue of the API that CloudFormation's schema does not have yet: whether it takes them is not known, so they are not
/// refused.
const AHEAD: [&str; 2] = ["ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION"];

/// Numbers whose legal range depends on a unit: the rules know it, and the range of the registry is none.
const COUNTED_IN_UNITS: [&str; 3] = ["AccessTokenValidity", "IdTokenValidity", "RefreshTokenValidity"];

fn registry() -> Json {
    include_str!("data/registry-schema.json").parse().expect("the registry schema is JSON")
}

fn names(json: &Json) -> BTreeSet<&str> {
    json.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect()
}

fn texts(json: &Json) -> BTreeSet<&str> {
    json.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
}

#[test]
fn the_type_is_the_one_described() {
    assert_eq!(registry()["typeName"], RESOURCE_TYPE);
}

#[test]
fn every_property_that_can_be_written_has_a_row() {
    let registry = registry();
    let read_only: BTreeSet<String> =
        texts(&registry["readOnlyProperties"]).into_iter().map(|path| path.replace("/properties/", "")).collect();
    let written: BTreeSet<&str> =
        names(&registry["properties"]).into_iter().filter(|name| !read_only.contains(*name)).collect();
    let rows: BTreeSet<&str> = client::ALL.iter().map(|property| property.cloudformation).collect();
    assert_eq!(rows, written);
}

#[test]
fn every_member_of_a_block_has_a_row() {
    let registry = registry();
    assert_eq!(names(&registry["definitions"]), blocks::ALL.iter().map(|block| block.name).collect());
    for block in blocks::ALL {
        let members: BTreeSet<&str> = block.members.iter().map(|member| member.cloudformation).collect();
        let definition = &registry["definitions"][block.name];
        assert_eq!(members, names(&definition["properties"]), "{}", block.name);
        assert_eq!(block.is_open, definition["additionalProperties"] != false, "{}", block.name);
    }
}

#[test]
fn rows_stand_in_the_order_of_their_names() {
    let tables = blocks::ALL.iter().map(|block| block.members).chain([client::ALL]);
    for table in tables {
        assert!(table.is_sorted_by_key(|row| row.cloudformation), "{:?}", table.first().map(|row| row.name));
    }
}

#[test]
fn what_is_required_and_what_replaces_is_the_same() {
    let registry = registry();
    for property in client::ALL {
        let path = format!("/properties/{}", property.cloudformation);
        assert_eq!(property.required, texts(&registry["required"]).contains(property.cloudformation), "{path}");
        let replaces = property.update == Update::Replacement;
        assert_eq!(replaces, texts(&registry["createOnlyProperties"]).contains(path.as_str()), "{path}");
    }
}

#[test]
fn kinds_limits_and_words_are_the_same() {
    let registry = registry();
    for property in client::ALL {
        check(property, &registry["properties"][property.cloudformation]);
    }
    for block in blocks::ALL {
        for member in block.members {
            check(member, &registry["definitions"][block.name]["properties"][member.cloudformation]);
        }
    }
}

fn check(property: &Property, described: &Json) {
    let name = property.cloudformation;
    match property.kind {
        Kind::Boolean => assert_eq!(described["type"], "boolean", "{name}"),
        Kind::Integer => {
            assert_eq!(described["type"], "integer", "{name}");
            if !COUNTED_IN_UNITS.contains(&name) {
                let range = described["minimum"].as_i64().zip(described["maximum"].as_i64());
                assert_eq!(property.limits.range, range, "{name}");
            }
        }
        Kind::String(_) => check_text(property, described),
        Kind::Enum(of) => check_words(name, of, described),
        Kind::List(Kind::String(_)) => {
            check_items(property, described);
            check_text(property, &described["items"]);
        }
        Kind::List(Kind::Enum(of)) => {
            check_items(property, described);
            if of.is_open() {
                check_text(property, &described["items"]);
            } else {
                check_words(name, of, &described["items"]);
            }
        }
        Kind::Block(of) => check_block(name, of, described),
        _ => panic!("{name} is of a kind that no property has"),
    }
}

fn check_text(property: &Property, described: &Json) {
    let name = property.cloudformation;
    assert_eq!(described["type"], "string", "{name}");
    let least = described["minLength"].as_u64();
    let greatest = described["maxLength"].as_u64();
    let length = property.limits.length.map(|(least, greatest)| (least as u64, greatest as u64));
    assert_eq!(length, least.zip(greatest), "{name}");
    assert_eq!(property.limits.characters.is_some(), described["pattern"].is_string(), "{name}");
}

fn check_items(property: &Property, described: &Json) {
    assert_eq!(described["type"], "array", "{}", property.cloudformation);
    // Three flows are all there are.
    if property.cloudformation != "AllowedOAuthFlows" {
        let most = property.limits.items.map(|most| most as u64);
        assert_eq!(most, described["maxItems"].as_u64(), "{}", property.cloudformation);
    }
}

fn check_words(name: &str, of: &Enumeration, described: &Json) {
    let words: BTreeSet<&str> =
        of.variants.iter().map(|word| word.value).filter(|text| !AHEAD.contains(text)).collect();
    assert_eq!(words, texts(&described["enum"]), "{name}");
}

fn check_block(name: &str, of: &Block, described: &Json) {
    assert_eq!(described["$ref"], format!("#/definitions/{}", of.name), "{name}");
}

#[test]
fn every_row_is_documented_in_two_to_five_lines_or_says_it_in_one() {
    let members = blocks::ALL.iter().flat_map(|block| block.members.iter());
    for row in client::ALL.iter().chain(members) {
        let lines = row.documentation.lines().count();
        assert!((1..=5).contains(&lines), "{} has {lines} lines", row.name);
        assert!(row.documentation.len() > 60, "{} says too little", row.name);
        assert!(row.page.starts_with("https://docs.aws.amazon.com/"), "{}", row.name);
    }
}

#[test]
fn cdk_names_are_those_of_the_documented_class() {
    let listed = include_str!("data/cdk-members.txt").lines().skip_while(|line| *line != "# Constructor").skip(1);
    let documented: BTreeSet<&str> =
        listed.take_while(|line| !line.starts_with('#')).filter(|name| !["scope", "id"].contains(name)).collect();
    let rows: BTreeSet<&str> = client::ALL.iter().map(|property| property.python).collect();
    assert!(documented.is_subset(&rows), "{documented:?}");
    // A property that is newer than the list is called as the CDK's generator would call it.
    for property in client::ALL.iter().filter(|property| !documented.contains(property.python)) {
        assert_eq!(property.python, property.name);
    }
    for property in client::ALL {
        let mut camel = String::new();
        for (at, word) in property.python.split('_').enumerate() {
            let (first, rest) = word.split_at(1);
            camel += &if at == 0 { first.to_owned() } else { first.to_uppercase() };
            camel += rest;
        }
        assert_eq!(property.typescript, camel, "{}", property.name);
    }
}
