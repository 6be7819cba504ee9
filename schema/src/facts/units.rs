//! The units of time.

use crate::enums::{TimeUnit, Variant};

/// A minute in seconds.
pub const MINUTE: i64 = 60;
/// An hour in seconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day in seconds.
pub const DAY: i64 = 24 * HOUR;

/// A unit of time.
#[derive(Debug)]
pub struct Unit {
    /// The variant of `TimeUnit`.
    pub variant: &'static Variant,
    /// How many seconds it has.
    pub seconds: i64,
    /// Its name in a sentence, in the singular.
    pub noun: &'static str,
}

/// The units, the longest first.
pub static ALL: [Unit; 4] = [
    Unit { variant: &TimeUnit::Days, seconds: DAY, noun: "day" },
    Unit { variant: &TimeUnit::Hours, seconds: HOUR, noun: "hour" },
    Unit { variant: &TimeUnit::Minutes, seconds: MINUTE, noun: "minute" },
    Unit { variant: &TimeUnit::Seconds, seconds: 1, noun: "second" },
];

/// The unit of a variant of `TimeUnit`.
pub fn of(variant: &Variant) -> Option<&'static Unit> {
    ALL.iter().find(|unit| std::ptr::eq(unit.variant, variant))
}
