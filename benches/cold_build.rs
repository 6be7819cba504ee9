//! What the crate costs a first build, in CPU time: alone against `serde_json`, and beside `serde` with derive and
//! `serde_json`, which most projects have, against those two.
//!
//! The first project has no code: what it costs to depend on the crate. In another a program declares a client and prints
//! its template, for rooms that are compiled only where they are used are a cost of such programs.
//!
//! `cargo bench --profile dev --bench cold_build` prints medians in seconds and their ratios; `ROUNDS=1` is quicker. All sides take
//! turns. The crates are built as cargo builds published ones: in the dev profile, without incremental compilation and
//! without lints.
//!
//! `BASELINE=<another checkout>` adds the crate of that checkout: what a change costs, crate by crate.

#[cfg(unix)]
mod project;

#[cfg(unix)]
fn main() {
    match std::env::var_os(measure::LOG) {
        Some(log) => measure::rustc(&log),
        None => measure::compare(),
    }
}

#[cfg(not(unix))]
fn main() {
    println!("skipped: the CPU time of other processes is measured on Unix");
}

#[cfg(unix)]
mod measure {
    use super::project::{Project, median, number, run};
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    use std::collections::BTreeMap;
    use std::ffi::OsStr;
    use std::fs::OpenOptions;
    use std::io::Write;
    use std::path::{Path, PathBuf};
    use std::process::{Command, exit};
    use std::{env, fs};

    /// Names the file to which this program, as cargo's wrapper of rustc, adds the time of each crate.
    pub(super) const LOG: &str = "COLD_BUILD_LOG";

    /// Dependencies as a manifest has them: what is on both sides of the `=`.
    type Dependencies = BTreeMap<String, String>;

    /// A program that declares, checks and renders.
    const PROGRAM: &str = include_str!("../examples/single_page_app.rs");

    struct Build {
        name: String,
        project: Project,
        program: Option<&'static str>,
        log: PathBuf,
        times: Vec<f64>,
        crates: BTreeMap<String, Vec<f64>>,
    }

    pub(super) fn compare() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let json = lines(r#"serde_json = "1""#);
        let derive = lines("serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"");
        let whole = lines(&format!("cognito-cfn = {{ path = {root:?} }}"));
        let without_yaml = lines(&format!("cognito-cfn = {{ path = {root:?}, default-features = false }}"));
        let mut sides = vec![
            ("crate", whole.clone(), None),
            ("  and a program", whole, Some(PROGRAM)),
            ("  without `yaml`", without_yaml, None),
            ("its dependencies", dependencies(root), None),
        ];
        if let Some(baseline) = env::var_os("BASELINE") {
            let baseline = lines(&format!("cognito-cfn = {{ path = {baseline:?} }}"));
            sides.push(("baseline", baseline.clone(), None));
            sides.push(("  and a program", baseline, Some(PROGRAM)));
        }
        let (mut alone, mut beside) = (vec![Build::create("serde_json", &json, None)], Vec::new());
        beside.push(Build::create("serde, serde_json", &derive, None));
        for (name, dependencies, program) in sides {
            alone.push(Build::create(name, &dependencies, program));
            beside.push(Build::create(name, &dependencies.into_iter().chain(derive.clone()).collect(), program));
        }
        let rounds = number("ROUNDS", 7);
        for _ in 0..rounds {
            alone.iter_mut().chain(&mut beside).for_each(Build::build);
        }
        println!("CPU seconds of a cold build, medians of {rounds} rounds");
        report("alone", &alone);
        report("beside serde with derive and serde_json", &beside);
        println!("\nthe same, crate by crate");
        for build in &beside {
            let crates = build.crates.iter().map(|(name, times)| format!("{name} {:.2}", median(times)));
            println!("{}: {}", build.name.trim(), crates.collect::<Vec<_>>().join(", "));
        }
    }

    /// The first of the builds is what the others are compared with.
    fn report(title: &str, builds: &[Build]) {
        println!("\n{title}");
        let times: Vec<f64> = builds.iter().map(|build| median(&build.times)).collect();
        for (build, time) in builds.iter().zip(&times) {
            println!("{:<20}{time:>7.2}   ratio {:.2}", build.name, time / times[0]);
        }
    }

    fn lines(dependencies: &str) -> Dependencies {
        let entries = dependencies.lines().filter_map(|line| line.split_once(" = "));
        entries.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// What the three crates depend on, without each other.
    fn dependencies(root: &Path) -> Dependencies {
        let mut dependencies = Dependencies::new();
        for manifest in ["Cargo.toml", "macros/Cargo.toml", "schema/Cargo.toml"] {
            let manifest = fs::read_to_string(root.join(manifest)).expect("a manifest");
            let (_, section) = manifest.split_once("\n[dependencies]\n").unwrap_or_default();
            let (section, _) = section.split_once("\n[").unwrap_or((section, ""));
            dependencies.extend(lines(&section.replace(", optional = true", "")));
        }
        dependencies.retain(|name, _| !name.starts_with("cognito-cfn"));
        dependencies
    }

    impl Build {
        fn create(name: &str, dependencies: &Dependencies, program: Option<&'static str>) -> Self {
            let dependencies: Vec<String> =
                dependencies.iter().map(|(name, value)| format!("{name} = {value}")).collect();
            let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cold-build");
            let project = Project::create(&folder, &dependencies);
            let (name, log) = (name.to_owned(), folder.join("log"));
            Self { name, project, program, log, times: Vec::new(), crates: BTreeMap::new() }
        }

        fn build(&mut self) {
            self.project.remove();
            match self.program {
                Some(program) => self.project.write_main(program),
                None => self.project.write(""),
            }
            fs::write(&self.log, "").expect("the target folder can be written");
            let mut cargo = self.project.cargo("build");
            cargo.env("CARGO_INCREMENTAL", "0").env("RUSTFLAGS", "--cap-lints=allow");
            cargo.env("RUSTC_WRAPPER", env::current_exe().expect("this program")).env(LOG, &self.log);
            let before = children();
            run(cargo);
            self.times.push(children() - before);
            for line in fs::read_to_string(&self.log).expect("the log of the crates").lines() {
                let Some((name, time)) = line.split_once(' ') else { continue };
                self.crates.entry(name.to_owned()).or_default().push(time.parse().expect("seconds"));
            }
        }
    }

    /// Runs rustc and notes the time that it took.
    pub(super) fn rustc(log: &OsStr) {
        let mut arguments = env::args_os().skip(1);
        let rustc = arguments.next().expect("cargo names the compiler first");
        let arguments: Vec<_> = arguments.collect();
        let status = Command::new(rustc).args(&arguments).status().expect("rustc runs");
        let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
        if let Some(name) =
            name.and_then(|name| name.to_str()).filter(|name| *name != "___" && *name != "build_script_build")
        {
            let mut log = OpenOptions::new().append(true).open(log).expect("the log of the crates");
            writeln!(log, "{name} {:.3}", children()).expect("the log of the crates");
        }
        exit(status.code().unwrap_or(1));
    }

    /// The CPU time of all processes that this one started and that ended, in seconds.
    fn children() -> f64 {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("every Unix has it");
        (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e6
    }
}
