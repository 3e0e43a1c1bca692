//! Lists of words as they are looked up: folded, and without the accents that many do not type.

use rustc_hash::FxHashMap as HashMap;

use crate::read::inflection::forms;
use crate::text::similar::fold;

/// The words as they are compared; those with accents also as they are typed without.
pub fn table<T: Copy>(rows: &[(T, &[&str])]) -> HashMap<String, T> {
    let mut words = HashMap::default();
    let pairs = rows
        .iter()
        .flat_map(|(meaning, words)| words.iter().map(|word| (fold(word), *meaning)));
    for (word, meaning) in pairs {
        if word.chars().any(is_accented) {
            words.entry(unaccented(&word)).or_insert(meaning);
        }
        words.insert(word, meaning);
    }
    words
}

/// Adds lists with commas between the words; a word that is known keeps its meaning.
pub fn add<T: Copy>(words: &mut HashMap<String, T>, rows: &[(T, &str)]) {
    for (meaning, list) in rows {
        for word in list.split(", ").map(fold) {
            if word.chars().any(is_accented) {
                words.entry(unaccented(&word)).or_insert(*meaning);
            }
            words.entry(word).or_insert(*meaning);
        }
    }
}

/// Adds the other forms of these words; a word that is known keeps its meaning.
pub fn inflect<T: Copy>(words: &mut HashMap<String, T>, rows: &[(T, &str)]) {
    for (meaning, list) in rows {
        for word in list.split(", ").flat_map(forms) {
            if word.chars().any(is_accented) {
                words.entry(unaccented(&word)).or_insert(*meaning);
            }
            words.entry(word).or_insert(*meaning);
        }
    }
}

/// Whether a letter is a Latin one with an accent.
fn is_accented(c: char) -> bool {
    matches!(c, 'à'..='ÿ' | 'ą'..='ż')
}

/// The word without its accents.
fn unaccented(word: &str) -> String {
    let plain = |c| match c {
        'à'..='å' | 'ą' => 'a',
        'ç' | 'ć' => 'c',
        'è'..='ë' | 'ę' => 'e',
        'ì'..='ï' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ł' => 'l',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        other => other,
    };
    word.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_may_be_missing() {
        let words = table(&[(1, &["À faire", "won't do"])]);
        assert_eq!(words.get("a faire"), Some(&1));
        assert_eq!(words.get("à faire"), Some(&1));
        assert_eq!(words.get("wont do"), Some(&1));
    }

    #[test]
    fn a_known_word_keeps_its_meaning() {
        let mut words = table(&[(1, &["fase"])]);
        add(&mut words, &[(2, "fase, étape")]);
        assert_eq!(
            (words.get("fase"), words.get("etape")),
            (Some(&1), Some(&2))
        );
    }
}
