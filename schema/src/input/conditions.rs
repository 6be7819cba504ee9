//! The conditions that values depend on, and the client as it is where one of them is true or false.

use super::{AbstractValue, Node, Properties};

impl<'a> Properties<'a> {
    /// The names of the conditions that values depend on, each once. `None` if there are more than that.
    pub fn conditions(&self, max: usize) -> Option<Vec<String>> {
        let mut names = Vec::new();
        self.entries.iter().try_for_each(|(_, node)| node.collect_conditions(max, &mut names)).map(|()| names)
    }

    /// The same client where the condition is true, or false.
    pub fn assuming(&self, condition: &str, is_true: bool) -> Self {
        let entries =
            self.entries.iter().map(|(property, node)| (*property, node.assuming(condition, is_true))).collect();
        Self { entries, ..*self }
    }
}

impl Node<'_> {
    fn collect_conditions(&self, max: usize, names: &mut Vec<String>) -> Option<()> {
        match &self.value {
            AbstractValue::If { condition, then, otherwise } => {
                if let Some(name) = condition.as_deref().filter(|name| !names.iter().any(|known| known == name)) {
                    names.push(name.to_owned());
                }
                if names.len() > max {
                    return None;
                }
                then.collect_conditions(max, names)?;
                otherwise.collect_conditions(max, names)
            }
            AbstractValue::List(items) => items.iter().try_for_each(|item| item.collect_conditions(max, names)),
            AbstractValue::Block(members) => {
                members.entries.iter().try_for_each(|(_, member)| member.collect_conditions(max, names))
            }
            _ => Some(()),
        }
    }

    fn assuming(&self, condition: &str, is_true: bool) -> Self {
        let assume = |node: &Self| node.assuming(condition, is_true);
        let value = match &self.value {
            AbstractValue::If { condition: Some(name), then, otherwise } if name == condition => {
                return assume(if is_true { then } else { otherwise });
            }
            AbstractValue::If { condition, then, otherwise } => AbstractValue::If {
                condition: condition.clone(),
                then: Box::new(assume(then)),
                otherwise: Box::new(assume(otherwise)),
            },
            AbstractValue::List(items) => AbstractValue::List(items.iter().map(assume).collect()),
            AbstractValue::Block(members) => AbstractValue::Block(members.assuming(condition, is_true)),
            other => other.clone(),
        };
        Self { tag: self.tag, value, dynamic: self.dynamic.clone() }
    }
}
