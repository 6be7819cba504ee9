//! `cognito-cfn check` on a template of 500 resources, against cfn-lint on it and against a program of node that does
//! nothing.
//!
//! `cargo bench --bench check_command` builds the command in the release profile, lets the three take turns, and prints the
//! medians in milliseconds, what they are ratios of, and the memory that `check` takes at most by the size of the file.
//! cfn-lint is that of `CONFORMANCE_TOOLS`; without it, its column is missing.

#[cfg(unix)]
fn main() {
    measure::main();
}

#[cfg(not(unix))]
fn main() {
    println!("skipped: the memory of other processes is measured on Unix");
}

#[cfg(unix)]
mod measure {
    use cognito_cfn::{Document, Json};
    use nix::sys::resource::{UsageWho, getrusage};
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};
    use std::time::Instant;
    use std::{env, fs};

    const ROUNDS: usize = 11;
    /// cfn-lint takes seconds.
    const ROUNDS_OF_LINT: usize = 3;
    const CLIENTS: usize = 498;
    /// Runs this program once more: it checks the file of that name, and prints how much memory that took.
    const MEMORY: &str = "CHECK_COMMAND_MEMORY";

    pub(super) fn main() {
        let command = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../release/cognito-cfn");
        if let Some(file) = env::var_os(MEMORY) {
            time(Command::new(command).arg("check").arg(file));
            let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("every Unix has it");
            print!("{}", usage.max_rss());
            return;
        }
        build(&command);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check_command");
        fs::create_dir_all(&folder).expect("the target folder can be written");
        let yaml = template();
        let json = pretty(Document::read(&yaml).expect("a template").json());
        println!("{CLIENTS} clients, a pool and its domain; medians, milliseconds");
        for (what, name, text) in [("JSON", "template.json", json), ("YAML", "template.yaml", yaml)] {
            let file = folder.join(name);
            fs::write(&file, &text).expect("the target folder can be written");
            report(what, &command, &file, text.len());
        }
    }

    /// Builds the command in the release profile.
    fn build(command: &Path) {
        let target = command.parent().and_then(Path::parent).expect("it is in the target folder");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--release", "--quiet", "--package", "cognito-cfn-cli", "--target-dir"]).arg(target);
        let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo runs");
        assert!(status.success(), "the command does not build");
    }

    fn report(what: &str, command: &Path, file: &Path, bytes: usize) {
        let mut check = Command::new(command);
        check.arg("check").arg(file);
        let mut node = Command::new("node");
        node.args(["-e", "0"]);
        let mut lint = env::var_os("CONFORMANCE_TOOLS").map(|tools| {
            let mut lint = Command::new(PathBuf::from(tools).join("python/bin/cfn-lint"));
            lint.arg(file);
            lint
        });
        let (mut of_check, mut of_node, mut of_lint) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            of_check.push(time(&mut check));
            of_node.push(time(&mut node));
            if let Some(lint) = lint.as_mut().filter(|_| round < ROUNDS_OF_LINT) {
                of_lint.push(time(lint));
            }
        }
        let (check, node, bytes) = (median(of_check), median(of_node), bytes as f64);
        let memory = peak(file);
        print!("{what}, {:.2} MB: check {check:.1}, node -e 0 {node:.1} (ratio {:.2})", bytes / 1e6, check / node);
        if !of_lint.is_empty() {
            let lint = median(of_lint);
            print!(", cfn-lint {lint:.0} (ratio 1/{:.0})", lint / check);
        }
        println!(", memory {:.1} MB ({:.1} times the file)", memory / 1e6, memory / bytes);
    }

    /// The most memory that checking the file takes, in bytes.
    fn peak(file: &Path) -> f64 {
        let this = env::current_exe().expect("a program has a path");
        let output = Command::new(this).env(MEMORY, file).output().expect("it runs once more");
        let printed = String::from_utf8_lossy(&output.stdout);
        let printed: f64 = printed.parse().unwrap_or_else(|_| panic!("{output:?}"));
        // macOS counts bytes, the others kilobytes.
        if cfg!(target_os = "macos") { printed } else { printed * 1024.0 }
    }

    /// How long the program runs, in milliseconds.
    fn time(command: &mut Command) -> f64 {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        start.elapsed().as_secs_f64() * 1e3
    }

    fn median(mut times: Vec<f64>) -> f64 {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or_default()
    }

    fn pretty(json: &Json) -> String {
        serde_json::to_string_pretty(json).expect("JSON can be written")
    }

    /// A template as teams have it, with a web, a mobile and a service client in turn.
    fn template() -> String {
        let mut text = String::from(
            "AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n  Stage:\n    Type: String\n    Default: dev\n    \
             AllowedValues: [dev, beta, prod]\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\nResources:\n  \
             UserPool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: !Sub '${Stage}-people'\n  \
             Domain:\n    Type: AWS::Cognito::UserPoolDomain\n    Properties:\n      Domain: !Sub '${Stage}-shop'\n      \
             UserPoolId: !Ref UserPool\n",
        );
        for at in 0..CLIENTS {
            text += &format!(
                "  Client{at}:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      \
                 ClientName: !Sub '${{Stage}}-client-{at}'\n      UserPoolId: !Ref UserPool\n"
            );
            text += &match at % 3 {
                0 => web(at),
                1 => mobile(at),
                _ => service(),
            };
        }
        text
    }

    fn web(at: usize) -> String {
        format!(
            "      GenerateSecret: false
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows:
        - code
      AllowedOAuthScopes:
        - openid
        - email
        - profile
      CallbackURLs:
        - !Sub 'https://app{at}.${{Stage}}.example.org/callback'
        - !If [IsProd, !Ref AWS::NoValue, 'http://localhost:3000/callback']
      LogoutURLs:
        - !Sub 'https://app{at}.${{Stage}}.example.org/'
      SupportedIdentityProviders:
        - COGNITO
      ExplicitAuthFlows:
        - ALLOW_USER_SRP_AUTH
        - ALLOW_REFRESH_TOKEN_AUTH
      PreventUserExistenceErrors: ENABLED
      AccessTokenValidity: 15
      IdTokenValidity: 15
      RefreshTokenValidity: !If [IsProd, 7, 30]
      TokenValidityUnits:
        AccessToken: minutes
        IdToken: minutes
        RefreshToken: days
      ReadAttributes: [email, email_verified, name]
      WriteAttributes: [email, name]
"
        )
    }

    fn mobile(at: usize) -> String {
        format!(
            "      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, phone]
      CallbackURLs:
        - org.example.app{at}://callback
      SupportedIdentityProviders: [COGNITO]
      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]
      RefreshTokenRotation:
        Feature: ENABLED
        RetryGracePeriodSeconds: 30
      PreventUserExistenceErrors: ENABLED
"
        )
    }

    fn service() -> String {
        "      GenerateSecret: true
      ExplicitAuthFlows:
        - ALLOW_ADMIN_USER_PASSWORD_AUTH
        - ALLOW_REFRESH_TOKEN_AUTH
      PreventUserExistenceErrors: !If [IsProd, ENABLED, LEGACY]
      EnableTokenRevocation: true
"
        .to_owned()
    }
}
