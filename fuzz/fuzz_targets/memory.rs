//! How much memory an input may take.

use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// So many bytes for each one of the input.
const FACTOR: usize = 50;
/// What any input may take.
const FLOOR: usize = 1 << 20;

/// Runs that, which may take so much memory at once and no more.
pub(crate) fn bounded(input: &[u8], run: impl FnOnce()) {
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    run();
    let taken = ALLOCATOR.peak_usage().saturating_sub(before);
    assert!(taken <= FLOOR.max(FACTOR * input.len()), "{} bytes took {taken} bytes of memory", input.len());
}
