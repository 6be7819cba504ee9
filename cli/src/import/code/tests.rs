//! The layout, compared with that of rustfmt.

use super::*;
use std::fs;
use std::process::Command;

/// Lists, calls and words at random.
fn random(random: &mut fastrand::Rng, depth: usize) -> Code {
    let word = |random: &mut fastrand::Rng| {
        let length = match random.u8(..20) {
            0 => random.usize(60..90),
            1..=3 => random.usize(30..60),
            _ => random.usize(1..24),
        };
        let text: String = (0..length).map(|_| random.lowercase()).collect();
        if random.bool() { Code::string(&text) } else { Code::word(random.u16(..).to_string()) }
    };
    let parts = |random: &mut fastrand::Rng, max| {
        let count = random.usize(1..max);
        Vec::from_iter((0..count).map(|_| self::random(random, depth.saturating_sub(1))))
    };
    let max = if random.bool() { 2 } else { 5 };
    match random.u8(..if depth == 0 { 1 } else { 6 }) {
        0..=3 if depth < 3 => word(random),
        4 => Code::call(["If", "Sub", "Join", "Base64", "FindInMap"][random.usize(..5)], parts(random, max)),
        _ => Code::List("", parts(random, 14)),
    }
}

#[test]
fn the_layout_is_that_of_rustfmt() {
    let mut program = String::new();
    let mut numbers = fastrand::Rng::with_seed(14);
    // Around the width of a line, every length.
    let mut codes: Vec<Code> = (50..110).map(|length| Code::string(&"a".repeat(length))).collect();
    for (number, code) in codes.iter().enumerate() {
        let statement = Statement::assign("client.description".to_owned(), code.clone()).layout(";");
        program.push_str(&format!("fn g{number}(client: &mut Client) {{\n{statement}}}\n\n"));
    }
    codes.extend((0..1_500).map(|_| random(&mut numbers, 3)));
    for (number, code) in codes.into_iter().enumerate() {
        let field = Field::new("callback_urls", code);
        program.push_str(&format!(
            "fn f{number}() -> Client {{\n    Client {{\n        logical_id: \"{number}\",\n{}    }}\n}}\n\n",
            field.layout(8)
        ));
    }
    let program = program.trim_end().to_owned() + "\n";
    let folder = std::env::temp_dir().join(format!("cognito-cfn-layout-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    let file = folder.join("layout.rs");
    fs::write(&file, &program).expect("a file");
    let output = Command::new("rustfmt")
        .args(["--edition", "2024", "--check", "--color", "never"])
        .arg(&file)
        .current_dir(&folder)
        .output();
    let output = output.expect("rustfmt is installed with the toolchain of the repository");
    fs::remove_dir_all(&folder).expect("the folder is there");
    let differences = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{differences}{}", String::from_utf8_lossy(&output.stderr));
}
