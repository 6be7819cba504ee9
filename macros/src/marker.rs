//! The marker that rust-analyzer puts at the cursor when it completes.

/// It is a name of its own, or the end of the name at the cursor.
pub(crate) const MARKER: &str = "raCompletionMarker";

/// A name as far as the user has typed it.
pub(crate) fn without_marker(name: &str) -> String {
    name.replace(MARKER, "")
}
