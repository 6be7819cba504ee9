//! The arguments of the command.

use crate::{check, diff, explain, import};
use anstream::ColorChoice;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Check Amazon Cognito app clients in CloudFormation templates
#[derive(Parser)]
#[command(
    name = "cognito-cfn",
    version,
    after_help = "Start with: cognito-cfn check template.yaml\nMore about a command: cognito-cfn help check",
    max_term_width = 100
)]
pub(crate) struct Arguments {
    /// When to use color
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Find the mistakes in app clients of templates
    Check(check::Arguments),
    /// Write the app clients of a template as Rust
    Import(import::Arguments),
    /// Compare the app clients of two templates
    Diff(diff::Arguments),
    /// Show what a code means, why it matters, and how to fix it
    Explain(explain::Arguments),
    /// List every code with its severity, group and title
    Rules,
    /// Write the completions of a shell to standard output
    #[command(
        after_help = "Example, for bash:\n  cognito-cfn completions bash > ~/.local/share/bash-completion/completions/cognito-cfn"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write a manual page to standard output
    #[command(after_help = "Example:\n  cognito-cfn man check > ~/.local/share/man/man1/cognito-cfn-check.1")]
    Man {
        /// The command that the page is about; all of them if absent
        command: Option<String>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// In a terminal
    Auto,
    Always,
    Never,
}

impl From<Color> for ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}
