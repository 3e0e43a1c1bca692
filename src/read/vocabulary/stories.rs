//! How the sentence of a user story begins, and how it goes on.

/// The beginnings of a story and, for each, the words that a wish follows on.
pub const SENTENCES: &[(&[&str], &[&str])] = &[
    (
        &["as a ", "as an ", "as the ", "as "],
        &[
            " i want",
            " i need",
            " i can",
            " i would like",
            " i d like",
            " i wish",
            " i should",
            " i must",
            " i will",
            " i am able",
            " we want",
            " we need",
        ],
    ),
    (
        &["como "],
        &[
            " quiero",
            " necesito",
            " deseo",
            " puedo",
            " me gustaría",
            " quero",
            " preciso",
            " desejo",
            " gostaria",
            " posso",
            " queremos",
        ],
    ),
    (
        &["en tant qu"],
        &[
            " je veux",
            " je souhaite",
            " je voudrais",
            " j aimerais",
            " je peux",
            " je dois",
            " nous voulons",
        ],
    ),
    (
        &["als "],
        &[
            " möchte ich",
            " ich möchte",
            " will ich",
            " ich will",
            " kann ich",
            " brauche ich",
            " wil ik",
            " ik wil",
            " kan ik",
        ],
    ),
    (&["come "], &[" voglio", " vorrei", " posso"]),
];

/// The same in scripts without blanks: how the person is named, and the words for the wish.
pub const UNSPACED: &[(&str, &[&str])] = &[
    ("作为", &["我想", "我希望", "我需要", "我可以", "我要"]),
    ("로서", &["싶", "원한", "원합니다", "하고자"]),
    ("として", &["したい", "欲しい", "ほしい", "できる"]),
];
