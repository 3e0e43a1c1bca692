//! Numbers that are written as words before the name of a kind: "First milestone: Piers".

/// The words for one to ten, in the languages that write them before the kind.
const ORDINALS: [(&str, &str); 10] = [
    (
        "1",
        "first erste erster erstes primera primer primero primeira primeiro première premier prima primo eerste",
    ),
    (
        "2",
        "second zweite zweiter zweites segunda segundo deuxième seconde seconda secondo tweede",
    ),
    (
        "3",
        "third dritte dritter drittes tercera tercer tercero terceira terceiro troisième terza terzo derde",
    ),
    (
        "4",
        "fourth vierte vierter viertes cuarta cuarto quarta quarto quatrième vierde",
    ),
    (
        "5",
        "fifth fünfte fünfter fünftes quinta quinto cinquième vijfde",
    ),
    (
        "6",
        "sixth sechste sechster sechstes sexta sexto sixième sesta sesto zesde",
    ),
    (
        "7",
        "seventh siebte siebter siebtes séptima séptimo sétima sétimo septième settima settimo zevende",
    ),
    (
        "8",
        "eighth achte achter achtes octava octavo oitava oitavo huitième ottava ottavo achtste",
    ),
    (
        "9",
        "ninth neunte neunter neuntes novena noveno nona nono neuvième negende",
    ),
    (
        "10",
        "tenth zehnte zehnter zehntes décima décimo dixième decima decimo tiende",
    ),
];

/// The longest of these words, in bytes.
const LONGEST: usize = 11;

/// The number that the first word of a line spells, and what stands behind it.
pub fn ordinal(line: &str) -> Option<(&'static str, &str)> {
    let (first, rest) = line.trim_start().split_once(' ')?;
    // Most lines are told from these by a glance.
    let may_be = first.len() <= LONGEST && first.chars().all(char::is_alphabetic);
    if !may_be || !rest.contains([':', '：', '–', '—', '-']) {
        return None;
    }
    let first = first.to_lowercase();
    let found = ORDINALS
        .iter()
        .find(|(_, names)| names.split(' ').any(|name| name == first))?;
    Some((found.0, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_words_too() {
        assert_eq!(
            ordinal("First milestone: Piers"),
            Some(("1", "milestone: Piers"))
        );
        assert_eq!(ordinal("Zweite Phase: Stege"), Some(("2", "Phase: Stege")));
        assert_eq!(ordinal("Firstborn phase"), None);
    }
}
