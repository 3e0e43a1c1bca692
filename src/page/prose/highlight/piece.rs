//! A piece of code, and what it is; and code that is cut into pieces from its beginning to its end.

/// What a piece of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page::prose) enum Token {
    /// Nothing that stands out.
    Plain,
    /// A comment.
    Comment,
    /// A text.
    Text,
    /// A word of the language.
    Keyword,
    /// A number, or a word that stands for a value.
    Number,
    /// The name of a value.
    Name,
    /// A line that is gone.
    Gone,
    /// A line that has come.
    New,
}

impl Token {
    /// The class that its colour hangs on.
    pub(in crate::page::prose) fn class(self) -> Option<&'static str> {
        Some(match self {
            Self::Plain => return None,
            Self::Comment => "c",
            Self::Text => "s",
            Self::Keyword => "k",
            Self::Number => "n",
            Self::Name => "a",
            Self::Gone => "d",
            Self::New => "p",
        })
    }
}

/// Code under way. What has not been taken as anything is plain.
pub(in crate::page::prose) struct Pieces<'a> {
    code: &'a str,
    /// How far it was read.
    at: usize,
    /// Up to where pieces are known; what lies between the two is plain.
    told: usize,
    /// What was found, and from where to where it reaches.
    found: Vec<(Token, usize, usize)>,
}

impl<'a> Pieces<'a> {
    /// Code of which nothing was read.
    pub(in crate::page::prose) fn new(code: &'a str) -> Self {
        Self {
            code,
            at: 0,
            told: 0,
            found: Vec::new(),
        }
    }

    /// What was not read yet.
    pub(in crate::page::prose) fn rest(&self) -> &'a str {
        &self.code[self.at..]
    }

    /// The rest of the line, without its end.
    pub(in crate::page::prose) fn line(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find('\n').unwrap_or(rest.len())]
    }

    /// The letter before what comes next.
    pub(in crate::page::prose) fn before(&self) -> Option<char> {
        self.code[..self.at].chars().next_back()
    }

    /// Takes so many bytes as this.
    pub(in crate::page::prose) fn take(&mut self, token: Token, length: usize) {
        if length == 0 || token == Token::Plain {
            self.at += length;
            return;
        }
        self.plain();
        let (start, end) = (self.at, self.at + length);
        match self.found.last_mut() {
            Some((last, _, to)) if *last == token && *to == start => *to = end,
            _ => self.found.push((token, start, end)),
        }
        (self.at, self.told) = (end, end);
    }

    /// Passes the next letter.
    pub(in crate::page::prose) fn pass(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    fn plain(&mut self) {
        if self.told < self.at {
            self.found.push((Token::Plain, self.told, self.at));
        }
        self.told = self.at;
    }

    /// Every piece, in order.
    pub(in crate::page::prose) fn finish(mut self) -> Vec<(Token, &'a str)> {
        self.at = self.code.len();
        self.plain();
        let found = self.found.into_iter();
        found
            .map(|(token, start, end)| (token, &self.code[start..end]))
            .collect()
    }
}
