//! The corpus: declarations with one fault and right ones, each with the stack around it.
//!
//! A case is what it changes of one of the clients of `surroundings.json`; what its stack needs of the rest of that file
//! is put beside it. `null` takes something out.

use cognito_cfn::{Json, json};
use serde_json::Map;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What the client of every case is called.
pub(crate) const CLIENT: &str = "Client";

/// What is to be thought of a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// It has one fault, for which it is refused. The code is that of the rule it breaks, or a word for what no rule of
    /// the service is about: `type`, `word`, `reference`, ….
    Refused(String),
    /// The service takes it and does not do as meant, or nobody has shown that it takes it.
    Warned(String),
    /// Nothing is wrong.
    Right,
}

/// A declaration of the corpus.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The file it is of, which is a family of rules.
    pub(crate) family: String,
    /// What it is.
    pub(crate) name: String,
    pub(crate) expected: Expected,
    /// Codes that its fault cannot be had without.
    pub(crate) besides: Vec<String>,
    /// Places beside the client where a finding is about the fault: sections of the template, or resources.
    pub(crate) places: Vec<String>,
    /// The client: attributes of the resource, and `Properties`.
    pub(crate) client: Map<String, Json>,
    /// The template, with the client in it.
    pub(crate) template: Json,
}

impl Case {
    pub(crate) fn properties(&self) -> Map<String, Json> {
        self.client["Properties"].as_object().cloned().unwrap_or_default()
    }

    /// Properties and attributes: all that a declaration has.
    pub(crate) fn declared(&self) -> Map<String, Json> {
        let mut declared = self.properties();
        declared.insert("logical_id".to_owned(), CLIENT.into());
        declared.extend(self.client.clone().into_iter().filter(|(name, _)| name != "Properties"));
        declared
    }
}

/// The cases of all families, in the order of the files.
pub(crate) fn read() -> Vec<Case> {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let folders = packages.map(|folder| folder.join("tests/conformance/corpus"));
    let folder = folders.into_iter().find(|folder| folder.exists()).expect("the corpus is part of the repository");
    let surroundings = json_of(&folder.join("surroundings.json"));
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the corpus is part of the repository")
        .map(|entry| entry.expect("the corpus can be read").path())
        .filter(|file| file.file_stem().is_some_and(|name| name != "surroundings" && name != "exceptions"))
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let family = file.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        let lists = json_of(&file);
        for (list, written) in lists.as_object().expect("lists") {
            for case in written.as_array().expect("a list") {
                cases.push(case_of(&family, list, case, &surroundings));
            }
        }
    }
    cases
}

/// What a file of the corpus has.
pub(crate) fn json_of(file: &Path) -> Json {
    let text = fs::read_to_string(file).expect("a file of the corpus");
    text.parse().unwrap_or_else(|fault| panic!("{fault} in {}", file.display()))
}

fn case_of(family: &str, list: &str, written: &Json, surroundings: &Json) -> Case {
    let text = |name: &str| written[name].as_str().unwrap_or_default().to_owned();
    let texts = |name: &str| {
        let items = written[name].as_array().into_iter().flatten();
        items.filter_map(Json::as_str).map(str::to_owned).collect::<Vec<_>>()
    };
    let known = ["name", "code", "of", "properties", "attributes", "stack", "with", "besides", "at"];
    let members = written.as_object().expect("a case");
    assert!(members.keys().all(|name| known.contains(&name.as_str())), "{written}");

    let mut client = surroundings["clients"][written["of"].as_str().unwrap_or("plain")].clone();
    assert!(client.is_object(), "{written}");
    merge_members(&mut client, &expanded(&written["attributes"]));
    merge_members(&mut client["Properties"], &expanded(&written["properties"]));
    let Json::Object(client) = client else { panic!("{written}") };

    let expected = match list {
        "refused" => Expected::Refused(text("code")),
        "warned" => Expected::Warned(text("code")),
        "right" => Expected::Right,
        other => panic!("no list is called {other}"),
    };
    assert_eq!(expected == Expected::Right, text("code").is_empty(), "{written}");
    let template = template(&client, &written["stack"], &written["with"], surroundings);
    Case {
        family: family.to_owned(),
        name: text("name"),
        expected,
        besides: texts("besides"),
        places: texts("at"),
        client,
        template,
    }
}

/// The stack: the client, what the case writes, and of the surroundings what they name or the case is `with`.
fn template(client: &Map<String, Json>, of_case: &Json, with: &Json, surroundings: &Json) -> Json {
    let mut resource = client.clone();
    resource.insert("Type".to_owned(), "AWS::Cognito::UserPoolClient".into());
    let mut template = json!({ "Resources": { CLIENT: resource } });
    loop {
        let mut named = BTreeSet::new();
        for named_in in [&template, of_case, with, &surroundings["always"]] {
            names(named_in, &mut named);
        }
        let mut grown = template.clone();
        for (section, entries) in surroundings["stack"].as_object().expect("sections") {
            let named = entries.as_object().expect("entries").iter().filter(|(name, _)| named.contains(name.as_str()));
            for (name, entry) in named {
                grown[section][name] = entry.clone();
            }
        }
        // What the case writes stands for what the surroundings have.
        for (section, entries) in of_case.as_object().into_iter().flatten() {
            merge_members(&mut grown[section], entries);
        }
        if grown == template {
            return template;
        }
        template = grown;
    }
}

/// Every text, and every name within one, as in a `Fn::Sub`.
fn names(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::String(text) => found.extend(text.split(['$', '{', '}']).map(str::to_owned)),
        Json::Array(items) => items.iter().for_each(|item| names(item, found)),
        Json::Object(members) => members.values().for_each(|member| names(member, found)),
        _ => {}
    }
}

/// Lays the members of one over those of the other; `null` takes one out.
fn merge_members(under: &mut Json, over: &Json) {
    for (name, value) in over.as_object().into_iter().flatten() {
        if value.is_null() {
            under.as_object_mut().expect("members").remove(name);
        } else {
            under[name] = value.clone();
        }
    }
}

/// What is too long to be written out: `{ "Times": ["a", 129] }`, `{ "Joined": [text, …] }` and
/// `{ "Numbered": ["https://app.example.org/{}", 101] }`, which is a list.
fn expanded(json: &Json) -> Json {
    let members = match json {
        Json::Array(items) => return items.iter().map(expanded).collect(),
        Json::Object(members) => members,
        other => return other.clone(),
    };
    let shorthand = members.iter().next().and_then(|(name, value)| Some((name.as_str(), value.as_array()?)));
    match shorthand.filter(|_| members.len() == 1) {
        Some(("Times", arguments)) => text(&arguments[0]).repeat(count(&arguments[1])).into(),
        Some(("Joined", texts)) => texts.iter().map(|part| text(&expanded(part)).to_owned()).collect::<String>().into(),
        Some(("Numbered", arguments)) => {
            (1..=count(&arguments[1])).map(|number| text(&arguments[0]).replace("{}", &number.to_string())).collect()
        }
        _ => Json::Object(members.iter().map(|(name, value)| (name.clone(), expanded(value))).collect()),
    }
}

fn text(json: &Json) -> &str {
    json.as_str().expect("a text")
}

fn count(json: &Json) -> usize {
    json.as_u64().and_then(|count| usize::try_from(count).ok()).expect("a count")
}
