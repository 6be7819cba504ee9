//! Differences for people.

use crate::Streams;
use crate::diff::change::{Action, Change, Difference};
use anstyle::{AnsiColor, Style};
use cognito_cfn_schema::suggest::counted;
use std::io;

pub(in crate::diff) fn write(differences: &[Difference], streams: &mut Streams<'_>) -> io::Result<()> {
    for difference in differences.iter().filter(|difference| is_shown(difference)) {
        let style = style(difference.action);
        let id = printable(&difference.logical_id);
        writeln!(streams.stdout, "{style}{id}: {}{style:#}", title(difference.action))?;
        for change in &difference.changes {
            write_change(change, streams)?;
        }
        for note in &difference.notes {
            writeln!(streams.stdout, "  note: {note}")?;
        }
        writeln!(streams.stdout)?;
    }
    writeln!(streams.stdout, "{}", summary(differences))
}

fn is_shown(difference: &Difference) -> bool {
    difference.action.is_some() || !difference.changes.is_empty()
}

fn title(action: Option<Action>) -> &'static str {
    match action {
        Some(Action::Added) => "added",
        Some(Action::Removed) => "removed",
        Some(Action::Changed) => "changed in place",
        Some(Action::Replaced) => "replaced: a new client id and secret; users must sign in again",
        Some(Action::Unknown) | None => "no known change",
    }
}

fn style(action: Option<Action>) -> Style {
    match action {
        Some(Action::Added) => AnsiColor::Green.on_default().bold(),
        Some(Action::Removed) => AnsiColor::Red.on_default().bold(),
        Some(Action::Changed) => AnsiColor::Yellow.on_default().bold(),
        Some(Action::Replaced) => AnsiColor::BrightRed.on_default().bold(),
        Some(Action::Unknown) | None => Style::new().bold(),
    }
}

fn write_change(change: &Change, streams: &mut Streams<'_>) -> io::Result<()> {
    let Change { action, property, texts: [old, new], .. } = change;
    let remark = match action {
        Action::Replaced => " (replaces the client)",
        Action::Unknown if change.note.is_none() => " (not known before deployment)",
        _ => "",
    };
    let style = if *action == Action::Replaced { style(Some(*action)) } else { Style::new() };
    match &change.items {
        Some([gone, added]) => {
            writeln!(streams.stdout, "  {style}{property}:{remark}{style:#}")?;
            let (red, green) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
            for item in gone {
                writeln!(streams.stdout, "    {red}- {item}{red:#}")?;
            }
            for item in added {
                writeln!(streams.stdout, "    {green}+ {item}{green:#}")?;
            }
        }
        None => writeln!(streams.stdout, "  {style}{property}: {old} -> {new}{remark}{style:#}")?,
    }
    change.note.map_or(Ok(()), |note| writeln!(streams.stdout, "    note: {note}"))
}

/// "1 replaced, 2 changed", or that there is nothing.
fn summary(differences: &[Difference]) -> String {
    if differences.is_empty() {
        return "no app clients on either side".to_owned();
    }
    let count = |action: Action| differences.iter().filter(|difference| difference.action == Some(action)).count();
    let actions = [Action::Replaced, Action::Changed, Action::Added, Action::Removed];
    let counts: Vec<String> = actions
        .into_iter()
        .filter(|action| count(*action) > 0)
        .map(|action| format!("{} {}", count(action), action.name()))
        .collect();
    let compared = counted(differences.len(), "app client");
    if counts.is_empty() { format!("{compared}: no change") } else { format!("{compared}: {}", counts.join(", ")) }
}

/// A logical id can be anything in a template that CloudFormation would refuse.
fn printable(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { '\u{FFFD}' } else { character }).collect()
}
