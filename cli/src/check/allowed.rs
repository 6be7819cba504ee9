//! `--allow`: codes and groups.

use cognito_cfn_schema::Severity;
use cognito_cfn_schema::rules::{self, Group, unchecked};
use cognito_cfn_schema::suggest::nearest;

/// A code or a group that silences something, without regard to case.
pub(super) fn parse(written: &str) -> Result<String, String> {
    let (code, group) = (written.to_uppercase(), written.to_lowercase());
    match rules::find(&code) {
        Some(rule) if rule.severity == Severity::Warning || rule.may_be_made_elsewhere => Ok(code),
        Some(rule) => Err(format!("`{code}` is an error, which cannot be silenced: {}", rule.title)),
        None if Group::find(&group).is_some() => Ok(group),
        None if unchecked::ALL.iter().any(|fact| fact.code == code) => Err(format!("`{code}` is not checked")),
        None => Err(unknown(&code)),
    }
}

/// What is known that is similar.
fn unknown(written: &str) -> String {
    let rules = rules::all();
    let codes = rules.iter().filter(|rule| rule.severity == Severity::Warning).map(|rule| rule.code);
    match nearest(written, codes.chain(Group::ALL.map(Group::name))) {
        Some(near) => format!("unknown code or group; a similar one exists: `{near}`"),
        None => "unknown code or group; `cognito-cfn rules` lists them".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_silences_nothing_is_refused() {
        assert_eq!(parse("mi01"), Ok("MI01".into()));
        assert_eq!(parse("Security"), Ok("security".into()));
        assert_eq!(parse("SC03"), Ok("SC03".into()), "another stack can have the scope");
        for (written, reason) in [
            ("OA01", "`OA01` is an error, which cannot be silenced"),
            ("AF02", "`AF02` is not checked"),
            ("MI1", "a similar one exists: `MI01`"),
            ("securty", "a similar one exists: `security`"),
            ("everything", "`cognito-cfn rules` lists them"),
        ] {
            let refused = parse(written).expect_err("it silences nothing");
            assert!(refused.contains(reason), "{refused}");
        }
    }
}
