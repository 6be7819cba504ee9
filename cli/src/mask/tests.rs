use super::*;

fn hidden(text: &str) -> String {
    Secrets::find(text).hide(text).into_owned()
}

/// In each text, `S3CR3T` is a secret (or a part of one), and `seen` is not.
const TEXTS: &[&str] = &[
    // JSON.
    r#"{"ClientSecret": "S3CR3T", "seen": 1}"#,
    r#"{"seen": 1, "ClientSecret":"S3CR3T\"S3CR3T","b":"seen"}"#,
    r#"{"client_secret": "S3CR3T", "seen": 1}"#,
    r#"{"client-secret" : "S3CR3T", "seen": 1}"#,
    r#"{"CLIENTSECRET": "S3CR3T", "seen": 1}"#,
    r#"{"GoogleClientSecret": "S3CR3T", "seen": 1}"#,
    r#"{"Client\u0053ecret": "S3CR3T", "seen": 1}"#,
    r#"{"ClientSecret": ["S3CR3T", {"a": "S3CR3T]"}], "seen": 1}"#,
    "{\"ClientSecret\":\n  \"S3CR3T\",\n  \"seen\": 1}",
    "{\"ClientSecret\"\n:\n  \"S3CR3T\",\n  \"seen\": 1}",
    // JSON with a mistake.
    r#"{"seen": 1, "ClientSecret": "S3CR3T"#,
    r#"{"seen": 1, "ClientSecret": "S3CR3T, "a": 1}"#,
    r#"{"seen": 1, "ClientSecret" "S3CR3T"}"#,
    r#"{"ClientSecret: "S3CR3T", "seen": 1}"#,
    r#"{"ClientSecret": S3CR3T, "seen": 1}"#,
    r#"{"ClientSecret": 'S3CR3T', "seen": 1}"#,
    r#"{"ClientSecret" = "S3CR3T", "seen": 1}"#,
    r#"{"ClientSecret":: "S3CR3T", "seen": 1}"#,
    r#"{ClientSecret: "S3CR3T", "seen": 1}"#,
    // YAML.
    "ClientSecret: S3CR3T\nseen: 1\n",
    "seen: 1\nClientSecret: S3CR3T # S3CR3T\nb: seen",
    "- ClientSecret: S3CR3T\n  seen: 1\n",
    "ClientSecret: 'S3CR3T''S3CR3T'\nseen: 1\n",
    "ClientSecret: \"S3CR3T\n  S3CR3T\"\nseen: 1\n",
    "ClientSecret: S3CR3T\n  S3CR3T\nseen: 1\n",
    "ClientSecret:\n  S3CR3T\nseen: 1\n",
    "ClientSecret: # a comment\n  S3CR3T\nseen: 1\n",
    "a:\n  ClientSecret: |\n    S3CR3T\n\n    S3CR3T\n  seen: 1\n",
    "a:\n  - ClientSecret: >-\n      S3CR3T\n    seen: 1\n",
    "ClientSecret: !!str S3CR3T\nseen: 1\n",
    "ClientSecret: &a \"S3CR3T\"\nseen: 1\n",
    "ClientSecret: !Sub 'S3CR3T'\nseen: 1\n",
    "ClientSecret:\n  - S3CR3T\n  - S3CR3T\nseen: 1\n",
    "ClientSecret:\n  a: S3CR3T\nseen: 1\n",
    "{ClientSecret: S3CR3T, seen: 1}",
    "a: {ClientName: seen, client_secret: S3CR3T, seen: 1}",
    "? ClientSecret\n: S3CR3T\nseen: 1\n",
    "\"ClientSecret\": S3CR3T\nseen: 1\n",
    "ClientSecret: S3CR3T\r\nseen: 1\r\n",
    // YAML with a mistake.
    "ClientSecret S3CR3T\nseen: 1\n",
    "ClientSecret:S3CR3T\nseen: 1\n",
    "ClientSecret=S3CR3T\nseen: 1\n",
    "ClientSecret: |\nS3CR3T\nseen: 1\n",
    "seen: 1\nClientSecret: \"S3CR3T\nb: S3CR3T\n",
    "seen: 1\nClientSecret: S3CR3T\n\tS3CR3T\n",
];

#[test]
fn a_secret_is_hidden_and_its_neighbours_are_not() {
    for text in TEXTS {
        let hidden = hidden(text);
        assert!(!hidden.contains("S3CR3T"), "{text}\n{hidden}");
        assert!(hidden.contains("seen"), "{text}\n{hidden}");
        assert_eq!(hidden.chars().count(), text.chars().count(), "{text}\n{hidden}");
        assert_eq!(hidden.lines().count(), text.lines().count(), "{text}\n{hidden}");
    }
}

#[test]
fn what_is_no_secret_stays() {
    for text in [
        "Value: !GetAtt Client.ClientSecret\nb: 1",
        "{\"Fn::GetAtt\": [\"Client\", \"ClientSecret\"]}",
        "Value: !GetAtt [Client, ClientSecret]\nb: 1",
        "Value: !Sub ${Client.ClientSecret}/rest",
        "GenerateSecret: true\nb: 1",
        "Description: the ClientSecret of the client\nb: 1",
        "ClientSecretParameter:\n  Type: String\n  NoEcho: true\n",
        "ClientSecret:",
        "ClientSecret",
        "ClientSecret:\nb: 1",
        "\\",
        "",
    ] {
        assert_eq!(hidden(text), text);
    }
}

#[test]
fn a_long_secret_is_hidden_where_it_is_repeated() {
    let secret = "S3CR3T-S3CR3T-S3CR3T-S3CR3T";
    let text = format!("a: {secret}\nClientSecret: {secret}\nb: https://seen.example/{secret}?a\n");
    let hidden = hidden(&text);
    assert!(!hidden.contains("S3CR3T") && hidden.contains("seen.example"), "{hidden}");
    assert_eq!(hidden.chars().count(), text.chars().count(), "{hidden}");
}

#[test]
fn any_start_of_a_text_is_read() {
    for text in TEXTS {
        for (at, _) in text.char_indices() {
            hidden(&text[..at]);
            hidden(&text[at..]);
        }
    }
}

#[test]
fn a_message_has_no_secret() {
    let secrets = Secrets::find("ClientSecret: S3CR3T-S3CR3T\nClientName: web");
    assert_eq!(secrets.remove("found `S3CR3T-S3CR3T` in `web`"), "found `***` in `web`");
    let secrets = Secrets::find("ClientSecret: S3CR3T-S3CR3T-S3CR3T-S3CR3T");
    assert_eq!(secrets.remove("found `S3CR3T-S3CR3T-S3CR3T-S…`"), "found `***…`");
}
