//! Programs at random: clients and other resources in scopes of one to three stacks, and what is done with them.

use crate::model;
use cognito_cfn::{Json, json};
use cognito_cfn_schema::Property;
use cognito_cfn_schema::client;
use cognito_cfn_schema::property::Kind;
use fastrand::Rng;
use serde_json::Map;

const STACKS: &[&str] = &["identity", "other", "My-Third"];
const SCOPES: &[&str] = &["Auth", "auth", "Default", "Resource", "my-scope", "A1", "a/b", "Auth-2", "x_y"];
const IDS: &[&str] = &["Client", "client", "Web", "Web-1", "web_2", "1st", "Pool", "Resource2", "AuthClient", "Z z"];

/// A program, as `cdk.cjs` reads it.
pub(crate) fn program(random: &mut Rng) -> Json {
    let stacks = &STACKS[..random.usize(1..=STACKS.len())];
    let mut steps = Vec::new();
    let mut names = Vec::new();
    let mut places: Vec<Vec<&str>> = Vec::new();
    for index in 0..random.usize(1..=5) {
        let Some(place) = free_place(random, stacks, &places) else { continue };
        let is_client = index == 0 || random.bool();
        let name = format!("{}{index}", if is_client { "client" } else { "resource" });
        steps.push(if is_client {
            json!({ "do": "client", "as": name, "at": place, "props": props(&model::declaration(random)) })
        } else {
            let types = ["AWS::Cognito::UserPool", "AWS::RDS::DBInstance", "Custom::Thing"];
            let properties = Json::Object(object(random, 2, false));
            json!({ "do": "resource", "as": name, "at": place, "type": types[random.usize(0..3)], "properties": properties })
        });
        if random.u8(0..6) == 0 {
            // Before anything refers to it: what was read of an id keeps it.
            steps.push(json!({ "do": "override_logical_id", "on": name, "id": format!("Renamed{index}") }));
        }
        names.push((name, is_client));
        places.push(place);
    }
    let mut awaited = Vec::new();
    for _ in 0..random.usize(0..=12) {
        let mut step = step(random, &names, stacks.len());
        match step["do"].as_str() {
            Some("add_dependency") => awaited.push((step["on"].clone(), step["target"].clone())),
            // Seldom one that there is not: the CDK breaks off there, and the rest of the program is lost.
            Some("replace_dependency") if random.u8(0..20) > 0 => {
                let Some((on, target)) = random.choice(&awaited) else { continue };
                step["on"] = on.clone();
                step["target"] = target.clone();
            }
            _ => {}
        }
        steps.push(step);
    }
    json!({ "stacks": stacks, "steps": steps })
}

/// A path that no other resource has, stands in, or holds.
fn free_place<'p>(random: &mut Rng, stacks: &[&'p str], taken: &[Vec<&'p str>]) -> Option<Vec<&'p str>> {
    let mut place = vec![stacks[random.usize(0..stacks.len())]];
    for _ in 0..[0, 0, 1, 1, 2, 3][random.usize(0..6)] {
        place.push(SCOPES[random.usize(0..SCOPES.len())]);
    }
    place.push(IDS[random.usize(0..IDS.len())]);
    let clashes = taken.iter().any(|other| other.starts_with(&place) || place.starts_with(other));
    if clashes { None } else { Some(place) }
}

/// Properties under the names that the class has in TypeScript.
pub(crate) fn props(members: &Map<String, Json>) -> Json {
    renamed(members, client::ALL)
}

fn renamed(members: &Map<String, Json>, rows: &[&Property]) -> Json {
    let named = rows.iter().filter_map(|row| {
        let value = members.get(row.cloudformation)?;
        let value = match (&row.kind, value) {
            (Kind::Block(block), Json::Object(inner)) => renamed(inner, block.members),
            _ => value.clone(),
        };
        Some((row.typescript.to_owned(), value))
    });
    Json::Object(named.collect())
}

fn step(random: &mut Rng, names: &[(String, bool)], stacks: usize) -> Json {
    let (on, is_client) = &names[random.usize(0..names.len())];
    let (other, _) = &names[random.usize(0..names.len())];
    let (third, _) = &names[random.usize(0..names.len())];
    match random.u8(0..22) {
        0..=4 => json!({ "do": "add_override", "on": on, "path": path(random), "value": value(random, 3, true) }),
        5..=6 => json!({ "do": "add_deletion_override", "on": on, "path": path(random) }),
        7..=8 => {
            let path = path(random);
            let path = path.strip_prefix("Properties.").unwrap_or("ClientName");
            json!({ "do": "add_property_override", "on": on, "path": path, "value": value(random, 2, true) })
        }
        9 => json!({ "do": "add_property_deletion_override", "on": on, "path": property(random) }),
        10 => json!({ "do": "add_metadata", "on": on, "key": key(random), "value": value(random, 2, false) }),
        11 => json!({ "do": "get_metadata", "on": on, "key": key(random) }),
        12..=14 => json!({ "do": "add_dependency", "on": on, "target": other }),
        15 => json!({ "do": "remove_dependency", "on": on, "target": other }),
        16 => json!({ "do": "replace_dependency", "on": on, "target": other, "new_target": third }),
        // With three stacks the CDK lists those of others in an order that depends on all resources.
        17 if stacks < 3 => json!({ "do": "obtain_dependencies", "on": on }),
        18 => {
            let policies = ["destroy", "retain", "retain-on-update-or-delete"];
            let policies = if random.u8(0..10) == 0 { &["snapshot"] } else { &policies[..] };
            let mut step = json!({ "do": "apply_removal_policy", "on": on });
            for name in ["policy", "default"] {
                if random.bool() {
                    step[name] = json!(policies[random.usize(0..policies.len())]);
                }
            }
            if random.bool() {
                step["apply_to_update_replace_policy"] = json!(random.bool());
            }
            step
        }
        19 => match random.u8(0..7) {
            0 => json!({ "do": "set_option", "on": on, "name": "version", "value": "1.0" }),
            1 => json!({ "do": "set_option", "on": on, "name": "description", "value": "what it is for" }),
            2 => {
                json!({ "do": "set_option", "on": on, "name": "creationPolicy", "value": { "ResourceSignal": { "Count": 1 } } })
            }
            3 => {
                json!({ "do": "set_option", "on": on, "name": "updatePolicy", "value": { "UseOnlineResharding": true } })
            }
            4 => {
                json!({ "do": "set_option", "on": on, "name": "deletionPolicy", "value": random.choice(["Delete", "Retain", "RetainExceptOnCreate"]) })
            }
            5 => {
                json!({ "do": "set_option", "on": on, "name": "updateReplacePolicy", "value": random.choice(["Delete", "Retain"]) })
            }
            _ => json!({ "do": "set_option", "on": on, "name": "condition", "value": "IsProd" }),
        },
        20 if *is_client => json!({ "do": "inspect", "on": on }),
        _ => match random.u8(0..5) {
            0 => json!({ "do": "to_string", "on": on }),
            1 => json!({ "do": "logical_id", "on": on }),
            2 => json!({ "do": "node", "on": on }),
            3 => json!({ "do": "get_att", "on": on, "name": random.choice(["ClientId", "ClientSecret", "Name"]) }),
            _ => json!({ "do": "ref", "on": on }),
        },
    }
}

/// A path of an override.
fn path(random: &mut Rng) -> String {
    let tops = ["Properties", "Properties", "Properties", "Metadata", "DependsOn", "Type", "Condition", "Other"];
    let top = tops[random.usize(0..tops.len())];
    match random.u8(0..8) {
        0 => top.to_owned(),
        1..=4 => format!("Properties.{}", property(random)),
        _ => (0..random.usize(1..=3)).fold(top.to_owned(), |path, _| path + "." + &key(random)),
    }
}

/// A property or what is within it, by the names the class has and by others.
fn property(random: &mut Rng) -> String {
    let row = client::ALL[random.usize(0..client::ALL.len())];
    let name = row.cloudformation;
    match (&row.kind, random.u8(0..4)) {
        (_, 0) => name.to_owned(),
        (Kind::Block(block), 1..=2) => {
            let member = block.members[random.usize(0..block.members.len())].cloudformation;
            format!("{name}.{member}")
        }
        (Kind::List(Kind::String(_)) | Kind::List(Kind::Enum(_)), 1..=2) => format!("{name}.{}", random.u8(0..5)),
        _ => format!("{name}.{}", key(random)),
    }
}

fn key(random: &mut Rng) -> String {
    let keys = [
        "A",
        "B",
        "a",
        "Ref",
        "Fn::GetAtt",
        "Fn::If",
        "0",
        "1",
        "00",
        "my\\.key",
        "back\\\\slash",
        "日本",
        "Condition",
    ];
    keys[random.usize(0..keys.len())].to_owned()
}

/// Any JSON. `null` only where nothing can lead through it: there the CDK breaks off.
fn value(random: &mut Rng, depth: u8, with_null: bool) -> Json {
    match random.u8(0..10) {
        0 if with_null => Json::Null,
        1 => json!(random.bool()),
        2 => json!(random.i32(-5..100)),
        3 => json!({ "Ref": "Pool" }),
        4 => json!({ "Fn::GetAtt": ["Pool", "Arn"] }),
        5 | 6 if depth > 0 => Json::Object(object(random, depth - 1, with_null)),
        7 | 8 if depth > 0 => {
            Json::Array((0..random.usize(0..4)).map(|_| value(random, depth - 1, with_null)).collect())
        }
        _ => json!(["text", "", "ENABLED", "https://example.com"][random.usize(0..4)]),
    }
}

fn object(random: &mut Rng, depth: u8, with_null: bool) -> Map<String, Json> {
    let names = ["A", "B", "a", "UserPoolName", "0", "Ref", "Nested", "my.key"];
    (0..random.usize(0..4))
        .map(|_| (names[random.usize(0..names.len())].to_owned(), value(random, depth, with_null)))
        .collect()
}
