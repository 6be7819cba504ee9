//! A token validity whose unit is part of it: `Minutes(30)`, or a `Duration`.

use super::enums::TimeUnit;
use super::{If, IntoValue, Intrinsic, Value};
use crate::json::Json;
use std::time::Duration;

/// The units, the longest first, in seconds.
const UNITS: [(TimeUnit, u64); 3] = [(TimeUnit::Days, 86_400), (TimeUnit::Hours, 3_600), (TimeUnit::Minutes, 60)];

/// A number, and the unit that was written with it.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenValidity {
    pub(crate) number: Value<i64>,
    pub(crate) unit: Option<Value<TimeUnit>>,
}

impl TokenValidity {
    /// A number in the unit of the block, or in the default unit.
    pub(crate) fn count(number: Value<i64>) -> Self {
        Self { number, unit: None }
    }

    pub(crate) fn measured(number: Option<Value<i64>>, unit: TimeUnit) -> Self {
        let number = number.unwrap_or(Value::Intrinsic(Intrinsic::NoValue));
        Self { number, unit: Some(Value::Literal(unit)) }
    }

    /// One or the other, by a condition of the template.
    pub(crate) fn choose(condition: String, then: Option<Self>, otherwise: Option<Self>) -> Self {
        let absent = || Self::count(Value::Intrinsic(Intrinsic::NoValue));
        let (then, otherwise) = (then.unwrap_or_else(absent), otherwise.unwrap_or_else(absent));
        let unit = match (then.unit, otherwise.unit) {
            (None, None) => None,
            // The unit of an absent number is of no account.
            (Some(unit), None) if is_absent(&otherwise.number) => Some(unit),
            (None, Some(unit)) if is_absent(&then.number) => Some(unit),
            (Some(then), Some(otherwise)) if then == otherwise => Some(then),
            (then, otherwise) => {
                let present = |unit: Option<_>| unit.unwrap_or(Value::Intrinsic(Intrinsic::NoValue));
                let (then, otherwise) = (present(then), present(otherwise));
                Some(Value::If(Box::new(If { condition: condition.clone(), then, otherwise })))
            }
        };
        let number = Value::If(Box::new(If { condition, then: then.number, otherwise: otherwise.number }));
        Self { number, unit }
    }
}

fn is_absent(number: &Value<i64>) -> bool {
    matches!(number, Value::Intrinsic(intrinsic) if intrinsic.is_no_value())
}

/// Types that convert into a token validity: integer values, and a [`Duration`], in the longest unit that divides it.
pub trait IntoTokenValidity {
    /// The validity, or `None` if the property is absent.
    #[doc(hidden)]
    fn into_token_validity(self) -> Option<TokenValidity>;
}

#[diagnostic::do_not_recommend]
impl<V: IntoValue<i64>> IntoTokenValidity for V {
    fn into_token_validity(self) -> Option<TokenValidity> {
        self.into_value().map(TokenValidity::count)
    }
}

impl IntoTokenValidity for TokenValidity {
    fn into_token_validity(self) -> Option<TokenValidity> {
        Some(self).filter(|validity| !is_absent(&validity.number))
    }
}

impl IntoTokenValidity for Duration {
    fn into_token_validity(self) -> Option<TokenValidity> {
        if self.subsec_nanos() > 0 {
            // No unit holds it. The fraction stays as it is, and `validate` reports it.
            let number = Value::Intrinsic(Intrinsic::Raw(Json::from(self.as_secs_f64())));
            return Some(TokenValidity { number, unit: Some(Value::Literal(TimeUnit::Seconds)) });
        }
        let seconds = self.as_secs();
        let is_whole = |(_, length): &(TimeUnit, u64)| seconds > 0 && seconds.is_multiple_of(*length);
        let (unit, length) = UNITS.into_iter().find(is_whole).unwrap_or((TimeUnit::Seconds, 1));
        let number = i64::try_from(seconds / length).unwrap_or(i64::MAX);
        Some(TokenValidity::measured(Some(Value::Literal(number)), unit))
    }
}

impl IntoTokenValidity for &Duration {
    fn into_token_validity(self) -> Option<TokenValidity> {
        (*self).into_token_validity()
    }
}

macro_rules! options {
    ($($validity:ty),+) => {
        $(impl IntoTokenValidity for Option<$validity> {
            fn into_token_validity(self) -> Option<TokenValidity> {
                self.and_then(IntoTokenValidity::into_token_validity)
            }
        })+
    };
}
options! { TokenValidity, Duration, &Duration, Option<TokenValidity>, Option<Duration> }

/// A token validity with its unit, where `token_validity_units` need not name one.
#[allow(non_snake_case, reason = "the names are those of the language")]
pub mod units {
    use super::{TimeUnit, TokenValidity};
    use crate::value::position::IntegerProperty;

    /// A token validity in seconds.
    pub fn Seconds(number: impl IntegerProperty) -> TokenValidity {
        TokenValidity::measured(number.convert(), TimeUnit::Seconds)
    }

    /// A token validity in minutes.
    pub fn Minutes(number: impl IntegerProperty) -> TokenValidity {
        TokenValidity::measured(number.convert(), TimeUnit::Minutes)
    }

    /// A token validity in hours.
    pub fn Hours(number: impl IntegerProperty) -> TokenValidity {
        TokenValidity::measured(number.convert(), TimeUnit::Hours)
    }

    /// A token validity in days.
    pub fn Days(number: impl IntegerProperty) -> TokenValidity {
        TokenValidity::measured(number.convert(), TimeUnit::Days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_has_the_longest_unit_that_holds_it() {
        let seconds = |seconds| Duration::from_secs(seconds).into_token_validity();
        for (duration, number, unit) in [
            (86_400 * 30, 30, TimeUnit::Days),
            (86_400, 1, TimeUnit::Days),
            (3_600 * 25, 25, TimeUnit::Hours),
            (5_400, 90, TimeUnit::Minutes),
            (301, 301, TimeUnit::Seconds),
            (0, 0, TimeUnit::Seconds),
        ] {
            assert_eq!(seconds(duration), Some(TokenValidity::measured(Some(Value::Literal(number)), unit)));
        }
        let max = Duration::new(u64::MAX, 0).into_token_validity().map(|validity| validity.number);
        assert_eq!(max, Some(Value::Literal(i64::MAX)));
    }

    #[test]
    fn a_part_of_a_second_stays() {
        for (duration, number) in [(Duration::from_millis(1_500), 1.5), (Duration::from_nanos(1), 1e-9)] {
            let validity = duration.into_token_validity().expect("a validity");
            assert_eq!(validity.number, Value::Intrinsic(Intrinsic::Raw(Json::from(number))));
            assert_eq!(validity.unit, Some(Value::Literal(TimeUnit::Seconds)));
        }
    }
}
