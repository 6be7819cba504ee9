//! The character classes of the registry schema, as Cognito applies them.

/// A class of characters of a string.
#[derive(Clone, Copy)]
pub enum Characters {
    /// `[\w\s+=,.@-]` with ASCII `\w`: Cognito rejects letters that a Unicode engine would accept.
    ClientName,
    /// `[\p{L}\p{M}\p{S}\p{N}\p{P}]`: anything but whitespace and invisible characters.
    Visible,
    /// `[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]`: as `Visible`, with spaces.
    VisibleOrSpace,
    /// Printable ASCII without space, `"` and `\`.
    Scope,
    /// `[\w-]+_[0-9a-zA-Z]+`: a region, an underscore, an id.
    UserPoolId,
    /// Hexadecimal digits.
    Hexadecimal,
    /// `arn:partition:service:region:account:resource`.
    Arn,
}

impl Characters {
    /// The first character of the text that is not in the class, or `None`. If no single character is wrong, the whole
    /// text is returned.
    pub fn misfit(self, text: &str) -> Option<&str> {
        match self {
            Self::UserPoolId => (!is_user_pool_id(text)).then_some(text),
            Self::Arn => (!is_arn(text)).then_some(text),
            // At least one digit.
            Self::Hexadecimal if text.is_empty() => Some(text),
            _ => {
                for (at, character) in text.char_indices() {
                    if !self.holds(character) {
                        return text.get(at..at + character.len_utf8());
                    }
                }
                None
            }
        }
    }

    /// Whether each part of a string has the same characters as the whole.
    pub(crate) fn are_of_each_part(self) -> bool {
        !matches!(self, Self::UserPoolId | Self::Arn)
    }

    /// The text without what is not in the class.
    pub fn keep(self, text: &str) -> String {
        text.chars().filter(|&character| self.holds(character)).collect()
    }

    fn holds(self, character: char) -> bool {
        match self {
            // Whether whitespace beyond ASCII is rejected is not known, so it is accepted.
            Self::ClientName => {
                character.is_ascii_alphanumeric() || character.is_whitespace() || "_+=,.@-".contains(character)
            }
            // Most characters are these.
            Self::Visible | Self::VisibleOrSpace if matches!(character, '!'..='~') => true,
            Self::Visible => !is_separator(character) && !is_invisible(character),
            Self::VisibleOrSpace => !is_invisible(character),
            Self::Scope => matches!(character, '\x21' | '\x23'..='\x5B' | '\x5D'..='\x7E'),
            Self::Hexadecimal => character.is_ascii_hexdigit(),
            Self::UserPoolId | Self::Arn => true,
        }
    }

    /// The characters of the class, for a message.
    pub fn describe(self) -> &'static str {
        match self {
            Self::ClientName => "ASCII letters, digits, whitespace and `_+=,.@-`",
            Self::Visible => "letters, digits, symbols and punctuation, without whitespace",
            Self::VisibleOrSpace => "letters, digits, symbols, punctuation and spaces",
            Self::Scope => "printable ASCII without space, `\"` and `\\`",
            Self::UserPoolId => "a region, `_` and an id, such as `us-east-1_a1B2c3D4e`",
            Self::Hexadecimal => "hexadecimal digits",
            Self::Arn => "`arn:<partition>:<service>:<region>:<account>:<resource>`",
        }
    }
}

/// Unicode's category Z.
fn is_separator(character: char) -> bool {
    character.is_whitespace() && !character.is_control()
}

/// Unicode's category C without the code points that are not assigned yet: a newer Unicode may assign them.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}' | '\u{890}'..='\u{891}' | '\u{8E2}'
                | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
                | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}'
                | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0001}'
                | '\u{E0020}'..='\u{E007F}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}'
                | '\u{100000}'..='\u{10FFFD}'
        )
}

fn is_user_pool_id(text: &str) -> bool {
    // The last underscore divides: `\w` before it may hold others, the id behind it none.
    text.rsplit_once('_').is_some_and(|(region, id)| {
        !region.is_empty()
            && region.chars().all(|character| character.is_ascii_alphanumeric() || "_-".contains(character))
            && !id.is_empty()
            && id.chars().all(|character| character.is_ascii_alphanumeric())
    })
}

fn is_arn(text: &str) -> bool {
    let is_part =
        |part: &str| part.chars().all(|character| character.is_ascii_alphanumeric() || "_+=/,.@-".contains(character));
    let mut parts = text.split(':');
    let mut next = || parts.next().unwrap_or_default();
    let (scheme, partition, service, region, account) = (next(), next(), next(), next(), next());
    let resource: Vec<&str> = parts.collect();
    scheme == "arn"
        && [partition, service].iter().all(|part| !part.is_empty() && is_part(part))
        && is_part(region)
        && !account.is_empty()
        && account.chars().all(|character| character.is_ascii_digit())
        && (1..=3).contains(&resource.len())
        && resource.iter().all(|part| !part.is_empty() && is_part(part))
}
