//! TK: the validity of tokens, and its units.

use super::Rule;
use crate::blocks::token_validity_units::{access_token, id_token, refresh_token};
use crate::client::{self, token_validity_units};
use crate::diagnostic::{Finding, Help};
use crate::input::{AbstractValue, Assumptions, Properties};
use crate::property::Property;
use crate::suggest::counted;
use crate::units::{self, DAY, HOUR, MINUTE, Unit};

family!(TK01, TK02, TK03, TK04, TK05, TK10, TK11, TK18);

/// A token: its validity, the unit of it, and the range of the validity in seconds.
struct Token {
    validity: &'static Property,
    unit: &'static Property,
    min: i64,
    max: i64,
    range: &'static str,
    rule: &'static Rule,
    rule_without_unit: &'static Rule,
}

/// What access and ID tokens share.
const SHORT_LIVED: Token = Token {
    validity: &client::access_token_validity,
    unit: &access_token,
    min: 5 * MINUTE,
    max: DAY,
    range: "5 minutes to 24 hours",
    rule: &TK01,
    rule_without_unit: &TK03,
};

static ACCESS: Token = SHORT_LIVED;

static ID: Token = Token { validity: &client::id_token_validity, unit: &id_token, ..SHORT_LIVED };

static REFRESH: Token = Token {
    validity: &client::refresh_token_validity,
    unit: &refresh_token,
    min: HOUR,
    max: 3650 * DAY,
    range: "60 minutes to 3650 days",
    rule: &TK02,
    rule_without_unit: &TK04,
};

impl Token {
    /// Whether that many units are a validity the token may have.
    fn is_valid(&self, number: i64, unit: &Unit) -> bool {
        number.checked_mul(unit.seconds).is_some_and(|seconds| (self.min..=self.max).contains(&seconds))
    }

    /// The unit of a validity, and whether it was written. `None` if that is not known.
    fn unit_of(
        &self,
        validity: &AbstractValue<'_>,
        client: &Properties<'_>,
        given: &Assumptions<'_>,
    ) -> Option<(&'static Unit, bool)> {
        match validity.unit() {
            Some(own) => units::of(own).map(|unit| (unit, true)),
            None => self.unit_in(client, given),
        }
    }

    /// The unit in which every validity counts, and whether it was written. `None` if that is not known.
    fn common_unit(&self, client: &Properties<'_>, given: &Assumptions<'_>) -> Option<(&'static Unit, bool)> {
        let mut units = Vec::new();
        client.each_given(self.validity, given, |validity, given| {
            units.push(self.unit_of(validity.value, client, given));
        });
        let first = units.first().copied()??;
        units.iter().all(|unit| unit.is_some_and(|(unit, _)| std::ptr::eq(unit, first.0))).then_some(first)
    }

    /// The unit of a number that has none of its own, and whether it was written. `None` if that is not known.
    fn unit_in(&self, client: &Properties<'_>, given: &Assumptions<'_>) -> Option<(&'static Unit, bool)> {
        let is_always =
            |test: &dyn Fn(&AbstractValue<'_>) -> bool| client.always_in(&token_validity_units, self.unit, given, test);
        if is_always(&|unit| unit.is_absent()) {
            return units::of(self.unit.fallback.variant()?).map(|unit| (unit, false));
        }
        units::ALL.iter().find(|unit| is_always(&|value| value.is(unit.variant))).map(|unit| (unit, true))
    }

    /// The validity in seconds, if it is known and in range.
    fn seconds(&self, validity: &AbstractValue<'_>, client: &Properties<'_>, given: &Assumptions<'_>) -> Option<i64> {
        let number = validity.number()?;
        let (unit, _) = self.unit_of(validity, client, given)?;
        self.is_valid(number, unit).then(|| number * unit.seconds)
    }
}

rule! {
    TK02 Error "0.1.0": "refresh token validity out of range (60 minutes to 3650 days)" {
        cognito_error("Invalid range for token validity."),
        source("deployment, in cdk-preflight; awsdocs/aws-cloudformation-user-guide#828"),
        checked_with(&TK01),
    }
}

rule! {
    TK03 Error "0.1.0": "access or ID token validity without a unit out of range (1–24 hours)" {
        cognito_error("Invalid range for token validity."),
        source("deployment, in cdk-preflight"),
        checked_with(&TK01),
    }
}

rule! {
    TK04 Error "0.1.0": "refresh token validity without a unit out of range (1–3650 days)" {
        cognito_error("Invalid range for token validity."),
        source("awsdocs/aws-cloudformation-user-guide#828"),
        checked_with(&TK01),
    }
}

rule! {
    TK01 Error "0.1.0": "access or ID token validity out of range (5 minutes to 24 hours)" {
        cognito_error("Invalid range for token validity."),
        source("deployment, in cdk-preflight; API reference, AccessTokenValidity"),
        checked_by(check_ranges),
    }
}

fn check_ranges(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for token in [&ACCESS, &ID, &REFRESH] {
        client.each(token.validity, |validity, given| {
            let Some(number) = validity.value.number() else { return };
            let name = token.validity.name;
            match token.unit_of(validity.value, client, given) {
                // Whatever the unit will be, the number must be valid in one of them.
                None if !(1..=token.max).contains(&number) => findings.push(token.rule.at(
                    &validity,
                    format!("`{name}` is out of range in every unit: {number}"),
                    format!("write a number that is {} in its unit", token.range),
                )),
                Some((unit, is_written)) if !token.is_valid_count(number, unit) => {
                    let rule = if is_written { token.rule } else { token.rule_without_unit };
                    let message = format!("`{name}` must be {}, not {}", token.range, counted(number, unit.noun));
                    let help = match validity.value.unit() {
                        Some(_) => with_unit_in_range(token, number, unit),
                        None => in_range(client, token, number, unit, is_written),
                    };
                    findings.push(rule.at(&validity, message, help));
                }
                None | Some(_) => {}
            }
        });
    }
}

impl Token {
    /// The least and the greatest count of a unit. Where a unit is too coarse for the least validity, 1 of it is the least.
    fn counts(&self, unit: &Unit) -> (i64, i64) {
        ((self.min + unit.seconds - 1) / unit.seconds, self.max / unit.seconds)
    }

    fn is_valid_count(&self, number: i64, unit: &Unit) -> bool {
        let (min, max) = self.counts(unit);
        (min..=max).contains(&number)
    }
}

/// What to type for a number that is out of range.
fn in_range(client: &Properties<'_>, token: &Token, number: i64, unit: &Unit, is_written: bool) -> Help {
    let (min, max) = token.counts(unit);
    let nearest = Help::write(number.clamp(min, max).to_string());
    match (other_unit(client, token, number, unit), is_written) {
        (Some(other), false) => {
            format!("{other}; without a unit, the number means {}s ({min} to {max})", unit.noun).into()
        }
        (None, false) => nearest.with(&format!("; without a unit, the number means {}s ({min} to {max})", unit.noun)),
        (Some(other), true) => nearest.with(&format!(", or {other}")),
        (None, true) => nearest,
    }
}

/// What to type for a number with a unit that is out of range.
fn with_unit_in_range(token: &Token, number: i64, unit: &Unit) -> Help {
    let (min, max) = token.counts(unit);
    let nearest = Help::write(format!("{}({})", unit.variant.name, number.clamp(min, max)));
    match units::ALL.iter().find(|other| other.seconds != unit.seconds && token.is_valid(number, other)) {
        Some(other) => nearest.with(&format!(", or `{}({number})`", other.variant.name)),
        None => nearest,
    }
}

/// The unit that makes the number valid, as it is typed: the longest, because that is nearest to what was meant.
fn other_unit(client: &Properties<'_>, token: &Token, number: i64, than: &Unit) -> Option<String> {
    let unit = units::ALL.iter().find(|unit| unit.seconds != than.seconds && token.is_valid(number, unit))?;
    let (units, member, variant) = (&token_validity_units, token.unit.name, unit.variant.name);
    let (verb, written) = match client.get(units) {
        Some(_) => ("write", format!("`{member}: {variant}` in `{}`", units.name)),
        None => ("add", format!("`{}: {{ {member}: {variant} }}`", units.name)),
    };
    Some(format!("for {}, {verb} {written}", counted(number, unit.noun)))
}

rule! {
    TK05 Error "0.1.0": "access or ID token outlives the refresh token" {
        cognito_error("Access and Id Token expiration times must be less than or equal to refresh token expiration times."),
        source("deployment, in cdk-preflight"),
        checked_by(check_order),
    }
}

fn check_order(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for token in [&ACCESS, &ID] {
        client.each(token.validity, |validity, given| {
            let Some(seconds) = token.seconds(validity.value, client, given) else { return };
            let Some(refresh) = shorter_refresh(client, seconds, given) else { return };
            let (this, other) = (spell(seconds), spell(refresh));
            let message = format!("this token is valid for {this}, the refresh token for only {other}");
            let unit = token.unit_of(validity.value, client, given);
            let help = shorter(token, refresh, unit.map(|(unit, _)| unit), validity.value.unit().is_some());
            findings.push(TK05.at(&validity, message, help));
        });
    }
}

/// The longest validity of the refresh token, if it certainly is shorter than that.
fn shorter_refresh(client: &Properties<'_>, than: i64, given: &Assumptions<'_>) -> Option<i64> {
    let mut longest = Some(0);
    client.each_given(REFRESH.validity, given, |validity, given| {
        let seconds = REFRESH.seconds(validity.value, client, given);
        longest = longest.zip(seconds.filter(|seconds| *seconds < than)).map(|(longest, seconds)| longest.max(seconds));
    });
    longest.filter(|seconds| *seconds > 0)
}

/// The longest validity that does not outlive the refresh token, as it is typed.
fn shorter(token: &Token, refresh: i64, unit: Option<&Unit>, is_own: bool) -> String {
    let (name, lengthen) = (token.validity.name, REFRESH.validity.name);
    match unit.map(|unit| (unit, refresh / unit.seconds)) {
        Some((unit, longest)) if token.is_valid(longest, unit) => {
            let longest = if is_own { format!("{}({longest})", unit.variant.name) } else { longest.to_string() };
            format!("write `{name}: {longest}`, or increase `{lengthen}`")
        }
        _ => format!("increase `{lengthen}`, or use a smaller unit for `{name}`"),
    }
}

/// A time in the longest unit that divides it.
fn spell(seconds: i64) -> String {
    let unit = units::ALL.iter().find(|unit| seconds % unit.seconds == 0);
    unit.map_or_else(|| counted(seconds, "second"), |unit| counted(seconds / unit.seconds, unit.noun))
}

rule! {
    TK10 Error "0.1.0": "unknown unit of time" {
        source("registry schema; API reference, TokenValidityUnitsType"),
        checked_by_the_reader(),
    }
}

rule! {
    TK11 Warning "0.1.0": "unit for only one of access and ID token" {
        source("API reference, TokenValidityUnitsType"),
        checked_by(check_units_agree),
    }
}

/// Of access and ID token one has a unit, in which the number of the other would be valid too.
fn check_units_agree(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for [token, other] in [[&ACCESS, &ID], [&ID, &ACCESS]] {
        client.each(token.validity, |validity, given| {
            let Some(number) = validity.value.number() else { return };
            let units = (token.unit_of(validity.value, client, given), other.common_unit(client, given));
            let (Some((own, false)), Some((meant, true))) = units else { return };
            let is_number = |value: &AbstractValue<'_>| value.number().is_some();
            let is_valid = token.is_valid(number, own) && token.is_valid(number, meant);
            if !std::ptr::eq(own, meant) && is_valid && client.always(other.validity, given, &is_number) {
                let (name, member) = (token.validity.name, token.unit.name);
                let (default, meant, units) = (own.variant.name, meant.variant.name, token_validity_units.name);
                let help = match client.get(&token_validity_units) {
                    Some(_) => {
                        format!("add `{member}: {meant}` to `{units}`, or `{member}: {default}` to keep {}s", own.noun)
                    }
                    None => {
                        format!("write `{name}: {meant}({number})`, or `{default}({number})` to keep {}s", own.noun)
                    }
                };
                let message = format!("`{name}` has no unit and means {}", counted(number, own.noun));
                findings.push(TK11.at(&validity, message, help));
            }
        });
    }
}

rule! {
    TK18 Error "0.1.0": "token validity with two units" {
        source("a template has one unit per token; the declaration names two"),
        checked_by(check_one_unit),
    }
}

fn check_one_unit(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for token in [&ACCESS, &ID, &REFRESH] {
        client.each_member(&token_validity_units, token.unit, |member, given| {
            let mut own = None;
            client.each_given(token.validity, given, |validity, _| own = own.or(validity.value.unit()));
            let Some(own) = own.filter(|_| !member.value.is_absent()) else { return };
            let (name, validity) = (token.unit.name, token.validity.name);
            findings.push(TK18.at(
                &member,
                format!("`{validity}` already has a unit: `{}(…)`", own.name),
                format!("remove `{name}` from `{}`, or write the number without a unit", token_validity_units.name),
            ));
        });
    }
}
