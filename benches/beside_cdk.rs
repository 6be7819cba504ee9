//! The same stack of 490 clients and 20 parameters here and with the CDK: the whole process, and the loop of changing one
//! property and getting the new template.
//!
//! `CONFORMANCE_TOOLS=$(tests/conformance/install) cargo bench --profile dev --bench beside_cdk` prints medians in seconds
//! and their ratios; `ROUNDS=1` is quicker. All sides take turns. The TypeScript is compiled as `cdk init` sets it up: by `ts-node`, which is
//! installed once from npm.

mod project;

use project::{Project, median, number, run};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

const RUST: &str = r#"
#![allow(deprecated)]
use cognito_cfn::{CfnResource, Error, Intrinsic, Parameter, Stack, json, user_pool_client};

fn main() -> Result<(), Error> {
    let mut stack = Stack::new("identity");
    stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
    for at in 0..20 {
        let url = |stage: &str| format!("https://{stage}-{at}.example.org/callback");
        let parameter = Parameter::string().default(url("dev")).allowed_values([url("dev"), url("beta"), url("prod")]);
        stack.parameter(format!("Url{at}"), parameter)?;
    }
    for at in 0..490 {
        let callback = Intrinsic::reference(format!("Url{}", at % 20));
        stack.add(user_pool_client! {
            logical_id: format!("Client{at}"),
            user_pool_id: Ref("UserPool"),
            client_name: "CHANGED",
            explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
            allowed_oauth_flows: [Code],
            allowed_oauth_flows_user_pool_client: true,
            allowed_oauth_scopes: [OpenId, Email],
            callback_urls: [callback, "https://app.example.org/callback"],
            supported_identity_providers: [Cognito],
            access_token_validity: 30,
            token_validity_units: { access_token: Minutes },
            prevent_user_existence_errors: Enabled,
        })?;
    }
    println!("{}", stack.synth()?.to_json());
    Ok(())
}
"#;

const TYPESCRIPT: &str = r#"
const app = new cdk.App();
const stack = new cdk.Stack(app, 'identity');
const pool = new cognito.CfnUserPool(stack, 'UserPool', {});
const urls: cdk.CfnParameter[] = [];
for (let at = 0; at < 20; at++) {
  const url = (stage: string) => `https://${stage}-${at}.example.org/callback`;
  urls.push(new cdk.CfnParameter(stack, `Url${at}`, {
    type: 'String', default: url('dev'), allowedValues: [url('dev'), url('beta'), url('prod')],
  }));
}
for (let at = 0; at < 490; at++) {
  new cognito.CfnUserPoolClient(stack, `Client${at}`, {
    userPoolId: pool.ref,
    clientName: 'CHANGED',
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    allowedOAuthFlows: ['code'],
    allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthScopes: ['openid', 'email'],
    callbackUrLs: [urls[at % 20].valueAsString, 'https://app.example.org/callback'],
    supportedIdentityProviders: ['COGNITO'],
    accessTokenValidity: 30,
    tokenValidityUnits: { accessToken: 'minutes' },
    preventUserExistenceErrors: 'ENABLED',
  });
}
app.synth();
"#;

const IMPORTS: &str = "import * as cdk from 'aws-cdk-lib';\nimport * as cognito from 'aws-cdk-lib/aws-cognito';\n";
const CONFIGURATION: &str = r#"{ "compilerOptions": { "target": "ES2022", "module": "NodeNext", "moduleResolution": "NodeNext", "strict": true, "skipLibCheck": true, "types": ["node"] } }"#;

fn main() {
    let Some(tools) = env::var_os("CONFORMANCE_TOOLS").map(PathBuf::from) else {
        println!("skipped: set CONFORMANCE_TOOLS to what tests/conformance/install prints");
        return;
    };
    let work = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("beside-cdk");
    let ours =
        Project::create(&work.join("ours"), &[format!("cognito-cfn = {{ path = {:?} }}", env!("CARGO_MANIFEST_DIR"))]);
    let typescript = TypeScript::create(&work.join("typescript"), &tools);
    ours.write_main(&RUST.replace("CHANGED", "web"));
    typescript.write("web");
    run(ours.cargo("build"));
    let mut release = ours.cargo("build");
    release.arg("--release");
    run(release);
    typescript.transpile();

    let rounds = number("ROUNDS", 5);
    println!("seconds, medians of {rounds} rounds");
    let mut times: [Vec<f64>; 5] = Default::default();
    for round in 0..rounds {
        times[0].push(time(typescript.node("app.js")));
        times[1].push(time(Command::new(ours.binary("debug"))));
        times[2].push(time(Command::new(ours.binary("release"))));
        typescript.write(&format!("web-{round}"));
        times[3].push(time(typescript.synth()));
        ours.write_main(&RUST.replace("CHANGED", &format!("web-{round}")));
        times[4].push(time(ours.cargo("run")));
    }
    let [node, dev, release, synth, cargo_run] = times.map(|times| median(&times));
    println!("the process                  aws-cdk-lib in node {node:>6.3}");
    println!("    in the dev profile  {dev:>6.3}   ratio {:.3}", dev / node);
    println!("    in release          {release:>6.3}   ratio {:.4}", release / node);
    println!("a property changed           cdk synth {synth:>6.3}");
    println!("    cargo run           {cargo_run:>6.3}   ratio {:.3}", cargo_run / synth);
}

/// The time of a process whose output nobody reads.
fn time(mut command: Command) -> f64 {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    run(command);
    start.elapsed().as_secs_f64()
}

struct TypeScript {
    folder: PathBuf,
}

impl TypeScript {
    fn create(folder: &Path, tools: &Path) -> Self {
        let modules = folder.join("node_modules");
        if !modules.join(".bin/ts-node").exists() {
            fs::create_dir_all(folder).expect("the target folder can be written");
            fs::write(folder.join("package.json"), "{}").expect("the target folder can be written");
            let mut npm = Command::new("npm");
            npm.args(["install", "--silent", "--no-audit", "--no-fund"]);
            npm.args(["typescript@5.9.3", "ts-node@10.9.2", "@types/node@20.19.0"]).current_dir(folder);
            run(npm);
        }
        for package in ["aws-cdk-lib", "constructs", "aws-cdk", "@aws-cdk"] {
            let link = modules.join(package);
            if !link.exists() {
                std::os::unix::fs::symlink(tools.join("node_modules").join(package), link).expect("a link can be made");
            }
        }
        fs::write(folder.join("tsconfig.json"), CONFIGURATION).expect("the target folder can be written");
        Self { folder: folder.to_owned() }
    }

    fn write(&self, name: &str) {
        let source = format!("{IMPORTS}{}", TYPESCRIPT.replace("CHANGED", name));
        fs::write(self.folder.join("app.ts"), source).expect("the target folder can be written");
    }

    fn transpile(&self) {
        let mut compiler = self.node("node_modules/typescript/bin/tsc");
        compiler.args(["--project", "."]);
        run(compiler);
    }

    fn node(&self, script: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(script).current_dir(&self.folder);
        node
    }

    fn synth(&self) -> Command {
        let mut cdk = self.node("node_modules/aws-cdk/bin/cdk");
        cdk.args(["synth", "--app", "node_modules/.bin/ts-node --prefer-ts-exts app.ts"]);
        cdk.args(["--no-notices", "--no-version-reporting"]);
        cdk
    }
}
