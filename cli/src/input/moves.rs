//! Which part of a text a part of a template was made of.

/// JSON pointers in the template, each with the pointer of what is there in the text's document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves(Vec<(String, String)>);

impl Moves {
    /// Whatever is at or below the pointer `to` of the template came from the pointer `from` of the text.
    pub fn add(&mut self, to: impl Into<String>, from: impl Into<String>) {
        self.0.push((to.into(), from.into()));
    }

    /// The pointer in the text of a pointer in the template, by the longest prefix that was moved.
    pub fn source(&self, pointer: &str) -> String {
        let rest = |to: &str| pointer.strip_prefix(to).filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let moved = self.0.iter().filter_map(|(to, from)| Some((to.len(), from, rest(to)?)));
        // Of two moves to one place the later one made what is there.
        let longest = moved.max_by_key(|(length, ..)| *length);
        longest.map_or_else(|| pointer.to_owned(), |(_, from, rest)| format!("{from}{rest}"))
    }

    /// These moves, of a template that the moves of `first` made.
    pub(super) fn after(self, first: &Self) -> Self {
        let mut all = first.0.clone();
        all.extend(self.0.into_iter().map(|(to, from)| (to, first.source(&from))));
        Self(all)
    }
}
