//! What a character is to a word, and the plain form in which it is looked for. The script of the search folds what
//! is typed by the same rules.

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// A part of a word.
    Word,
    /// A letter of a script that leaves no gaps between words.
    Gapless,
    /// It joins the parts of an id, a version or a date.
    Joint,
    /// It changes nothing: a mark above a letter, an apostrophe.
    Nothing,
    /// It stands between words.
    Gap,
}

/// The letters without marks for U+00E0 to U+017F, U+0180 to U+024F and U+1E00 to U+1EFF; a dot where there is none.
const BASES: [(u32, &[u8]); 3] = [
    (
        0xe0,
        b"aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.",
    ),
    (
        0x180,
        b"................................oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................",
    ),
    (
        0x1e00,
        b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......",
    ),
];

/// Adds the plain form of a character, and tells what it is.
pub(super) fn fold(c: char, out: &mut String) -> Letter {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '-' | '.' | '_' => return Letter::Joint,
        '\'' => return Letter::Nothing,
        c if c.is_ascii() => return Letter::Gap,
        '\u{ff01}'..='\u{ff5e}' => return fold(narrow(c), out),
        c if is_nothing(c) => return Letter::Nothing,
        c if is_gapless(c) => {
            out.push(c);
            return Letter::Gapless;
        }
        c if is_letter(c) => c.to_lowercase().for_each(|c| plain(c, out)),
        _ => return Letter::Gap,
    }
    Letter::Word
}

/// The ASCII character of the same shape as a wide one.
fn narrow(wide: char) -> char {
    char::from_u32(u32::from(wide) - 0xfee0).unwrap_or(' ')
}

fn plain(c: char, out: &mut String) {
    match c {
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ß' => out.push_str("ss"),
        'þ' => out.push_str("th"),
        'ø' => out.push('o'),
        'ð' | 'đ' => out.push('d'),
        'ł' => out.push('l'),
        'ħ' => out.push('h'),
        'ŧ' => out.push('t'),
        'ı' => out.push('i'),
        'ё' => out.push('е'),
        'й' => out.push('и'),
        'ї' => out.push('і'),
        'ў' => out.push('у'),
        'ς' => out.push('σ'),
        'ά' => out.push('α'),
        'έ' => out.push('ε'),
        'ή' => out.push('η'),
        'ί' | 'ϊ' | 'ΐ' => out.push('ι'),
        'ό' => out.push('ο'),
        'ύ' | 'ϋ' | 'ΰ' => out.push('υ'),
        'ώ' => out.push('ω'),
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' => out.push('ي'),
        'ة' => out.push('ه'),
        c if is_nothing(c) => {}
        c => out.push(base(c).unwrap_or(c)),
    }
}

fn base(c: char) -> Option<char> {
    let code = u32::from(c);
    let found = BASES.iter().find_map(|(first, bases)| {
        let at = usize::try_from(code.checked_sub(*first)?).ok()?;
        bases.get(at).copied()
    });
    found.filter(|base| *base != b'.').map(char::from)
}

fn is_letter(c: char) -> bool {
    // In the scripts of India a sign that ends a syllable is a part of its word.
    c.is_alphanumeric() || matches!(c, '\u{900}'..='\u{dff}') && !matches!(c, '।' | '॥' | '॰')
}

/// Marks that readers leave out: accents, the vowels of Arabic and Hebrew, the tones of Thai, joiners, apostrophes.
fn is_nothing(c: char) -> bool {
    matches!(
        u32::from(c),
        0xad | 0x2bc
            | 0x300..=0x36f
            | 0x591..=0x5bd
            | 0x5bf
            | 0x5c1..=0x5c2
            | 0x5c4..=0x5c5
            | 0x5c7
            | 0x610..=0x61a
            | 0x640
            | 0x64b..=0x65f
            | 0x670
            | 0xe47..=0xe4e
            | 0x200c..=0x200d
            | 0x2019
            | 0xfe00..=0xfe0f
    )
}

/// Han, kana, Thai, Lao, Myanmar and Khmer.
fn is_gapless(c: char) -> bool {
    matches!(
        u32::from(c),
        0xe01..=0xe3a
            | 0xe40..=0xe46
            | 0xe81..=0xecd
            | 0x1000..=0x1049
            | 0x1780..=0x17d3
            | 0x3005..=0x3007
            | 0x3041..=0x3096
            | 0x309d..=0x309f
            | 0x30a1..=0x30fa
            | 0x30fc..=0x30ff
            | 0x3400..=0x4dbf
            | 0x4e00..=0x9fff
            | 0xf900..=0xfaff
            | 0x20000..=0x3ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|c| {
            fold(c, &mut out);
        });
        out
    }

    #[test]
    fn letters_are_folded() {
        assert_eq!(
            folded("Größe Ångström ÇİŁØÆ"),
            "grosseangstromcilooae".replace("oo", "o")
        );
        assert_eq!(folded("Việt Nam Ｕｓ－１"), "vietnamus1");
        assert_eq!(folded("e\u{301}te\u{301}"), "ete");
        assert_eq!(folded("ΣΊΣΥΦΟΣ Ёй"), "σισυφοσеи");
        assert_eq!(folded("أُسْبُوع"), "اسبوع");
        assert_eq!(folded("שָׁלוֹם"), "שלום");
    }

    #[test]
    fn scripts_without_gaps_are_known() {
        let of = |c| fold(c, &mut String::new());
        assert_eq!(of('検'), Letter::Gapless);
        assert_eq!(of('ー'), Letter::Gapless);
        assert_eq!(of('ก'), Letter::Gapless);
        assert_eq!(of('한'), Letter::Word);
        assert_eq!(of('्'), Letter::Word);
        assert_eq!(
            (of('।'), of('、'), of('—')),
            (Letter::Gap, Letter::Gap, Letter::Gap)
        );
        assert_eq!((of('-'), of('’')), (Letter::Joint, Letter::Nothing));
    }

    #[test]
    fn the_tables_are_as_long_as_their_ranges() {
        let lengths = BASES.map(|(_, bases)| bases.len());
        assert_eq!(lengths, [0xa0, 0xd0, 0x100]);
        assert_eq!(
            (base('é'), base('ǟ'), base('ỹ')),
            (Some('e'), Some('a'), Some('y'))
        );
    }
}
