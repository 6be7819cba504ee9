//! What is left in the folder of a cloud assembly by runs at one time, runs that are killed, and disks that refuse.

use cognito_cfn::{App, CfnResource, Error, ErrorKind, Json, Stack, json};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

/// What the folder has after a run that ends well.
const FILES: [&str; 4] = ["cdk.out", "manifest.json", "s.template.json", "tree.json"];

/// An empty directory of that name.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("assembly").join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("the target folder can be written");
    directory
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// An app with a mark in its manifest and in each resource of its template, which is larger than one page of memory.
fn app(directory: &Path, mark: &str) -> Result<App, Error> {
    let mut stack = Stack::new("s");
    stack.tag("mark", mark);
    for index in 0..100 {
        stack.add(CfnResource::new(format!("R{index}"), "AWS::SNS::Topic", json!({ "DisplayName": mark })))?;
    }
    let mut app = App::new();
    app.add(stack)?.outdir(directory);
    Ok(app)
}

fn read(directory: &Path, file: &str) -> Option<Json> {
    let text = fs::read_to_string(directory.join(file)).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file} is broken: {error}\n{text}")))
}

/// The mark of the manifest, if there is one: then the template has the same throughout.
fn mark(directory: &Path) -> Option<String> {
    let manifest = read(directory, "manifest.json")?;
    let mark = manifest["artifacts"]["s"]["properties"]["tags"]["mark"].as_str().expect("a mark").to_owned();
    let template = read(directory, "s.template.json").expect("the manifest names it");
    for (id, resource) in template["Resources"].as_object().expect("resources") {
        assert_eq!(resource["Properties"]["DisplayName"], *mark, "{id} is of another run than the manifest");
    }
    Some(mark)
}

/// Runs in a process of its own: so many rounds in each of two threads.
#[test]
#[ignore = "a part of others"]
fn synthesizes() {
    let directory = PathBuf::from(env::var_os("DIRECTORY").expect("it is set"));
    let rounds: usize = env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).expect("it is set");
    let name = env::var("MARK").expect("it is set");
    thread::scope(|scope| {
        for thread in ["a", "b"] {
            let app = app(&directory, &format!("{name}{thread}")).expect("the app is right");
            scope.spawn(move || (0..rounds).for_each(|_| drop(app.synth().expect("the folder can be written"))));
        }
    });
}

/// The arguments of a program that runs as the first process of a namespace, where the system has these: like two
/// containers, two such processes have one id.
fn container() -> &'static [&'static str] {
    let container = &["unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child"];
    let [program, arguments @ ..] = container;
    let works = Command::new(program).args(arguments).arg("true").stderr(Stdio::null()).status();
    if works.is_ok_and(|status| status.success()) { container } else { &[] }
}

/// Starts a process that synthesizes.
fn start(wrapper: &[&str], directory: &Path, mark: &str, rounds: usize) -> Child {
    let test = env::current_exe().expect("a test is a program");
    let test = test.to_str().expect("a path of letters");
    let line = [wrapper, &[test, "--exact", "synthesizes", "--ignored", "--nocapture"]].concat();
    let [program, arguments @ ..] = line.as_slice() else { panic!("no program") };
    Command::new(program)
        .args(arguments)
        .env("CDK_CLI_VERSION", "2")
        .env("DIRECTORY", directory)
        .env("MARK", mark)
        .env("ROUNDS", rounds.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a test can be started")
}

#[test]
fn runs_at_one_time_leave_the_assembly_of_one_of_them() {
    let container = container();
    let directory = directory("race");
    for round in 0..50 {
        let children = ["x", "y"].map(|mark| start(container, &directory, mark, 2));
        for child in children {
            let output = child.wait_with_output().expect("it was started");
            assert!(output.status.success(), "round {round}: {}", String::from_utf8_lossy(&output.stderr));
        }
        assert!(mark(&directory).is_some(), "round {round}: no manifest");
        assert_eq!(names(&directory), FILES, "round {round}");
    }
}

#[test]
fn the_next_run_removes_what_killed_runs_leave() -> Result<(), Error> {
    let directory = directory("killed");
    fs::write(directory.join(".cognito-cfn-notes"), "of a user").expect("the target folder can be written");
    for round in 0..40 {
        let mut child = start(&[], &directory, &format!("{round}"), 1000);
        thread::sleep(Duration::from_millis(20 + round % 20));
        child.kill().expect("it runs");
        child.wait().expect("it was killed");
        mark(&directory);
    }
    app(&directory, "last")?.synth()?;
    assert_eq!(mark(&directory).as_deref(), Some("last"));
    assert_eq!(names(&directory), [&[".cognito-cfn-notes"][..], &FILES].concat());
    Ok(())
}

#[cfg(unix)]
#[test]
fn no_link_that_was_planted_is_followed() -> Result<(), Error> {
    use std::os::unix::fs::symlink;

    let directory = directory("links");
    let victim = directory.join("victim");
    fs::write(&victim, "kept").expect("the target folder can be written");
    let planted = |name: String| symlink(&victim, directory.join(name)).expect("the target folder can be written");
    for name in FILES {
        planted(name.to_owned());
        for turn in 0..100 {
            planted(format!(".{name}.{}.{turn}", std::process::id()));
        }
    }
    app(&directory, "new")?.synth()?;
    assert_eq!(fs::read_to_string(&victim).ok().as_deref(), Some("kept"));
    assert_eq!(mark(&directory).as_deref(), Some("new"));
    Ok(())
}

/// Every file that a process writes is limited, as if the disk were full.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there() -> Result<(), Error> {
    let directory = directory("full");
    app(&directory, "old")?.synth()?;
    let before = FILES.map(|name| fs::read(directory.join(name)).ok());
    let shell = ["sh", "-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\""];
    let output = start(&shell, &directory, "new", 1).wait_with_output().expect("it was started");
    let reported = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && reported.contains("s.template.json` cannot be written"), "{reported}");
    assert_eq!(FILES.map(|name| fs::read(directory.join(name)).ok()), before);
    assert_eq!(names(&directory), FILES);
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_read_only_stays_as_it_is() -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;

    let directory = directory("read-only");
    app(&directory, "old")?.synth()?;
    let permit = |mode| fs::set_permissions(&directory, fs::Permissions::from_mode(mode)).expect("it is ours");
    permit(0o555);
    // The superuser may write everywhere.
    if fs::write(directory.join("probe"), "").is_err() {
        let error = app(&directory, "new")?.synth().expect_err("nothing can be created");
        assert!(matches!(error.kind(), ErrorKind::Write { .. }), "{error}");
        assert_eq!(names(&directory), FILES);
    }
    permit(0o755);
    Ok(())
}
