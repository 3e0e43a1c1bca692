//! The other forms of words for states: *terminado* is *terminada* of a task, *terminadas* of several.

use crate::text::similar::fold;

/// Endings of the last word, with those that it has of other things and of several.
const ENDINGS: &[(&str, &[&str])] = &[
    ("ado", &["ada", "ados", "adas"]),
    ("ido", &["ida", "idos", "idas"]),
    ("ato", &["ata", "ati", "ate"]),
    ("ito", &["ita", "iti", "ite", "itos", "itas"]),
    ("uto", &["uta", "uti", "ute"]),
    ("ído", &["ída", "ídos", "ídas"]),
    ("erto", &["erta", "ertos", "ertas"]),
    ("cho", &["cha", "chos", "chas"]),
    ("eito", &["eita", "eitos", "eitas"]),
    ("ivo", &["iva", "ivos", "ivas"]),
    ("uelto", &["uelta", "ueltos", "ueltas"]),
    ("nte", &["ntes"]),
    ("tiva", &["tivas"]),
    ("é", &["ée", "és", "ées"]),
    ("ert", &["erte", "erter", "ertes"]),
    ("sen", &["sene", "sener", "senes"]),
    ("nen", &["nene", "nener", "nenes"]),
    ("fen", &["fene", "fener", "fenes"]),
    ("igt", &["igte", "igter", "igtes"]),
    ("ant", &["ante", "anter", "antes"]),
    ("one", &["ony", "ona", "oni"]),
    ("ane", &["any", "ana", "ani"]),
    ("ено", &["ена", "ены", "ен", "ені"]),
    ("ано", &["ана", "аны", "ан", "ані"]),
    ("ято", &["ята", "яты", "ят", "яті"]),
    ("то", &["та", "ты", "т", "ті"]),
];

/// The other forms of a word or of the last of several, where its ending has any.
pub fn forms(word: &str) -> Vec<String> {
    let word = fold(word);
    let ending = |(end, others): &(&str, &'static [&'static str])| {
        let stem = word.strip_suffix(end)?;
        let is_word = stem.chars().next_back().is_some_and(char::is_alphabetic);
        is_word.then(|| (stem.to_string(), *others))
    };
    let found = ENDINGS
        .iter()
        .filter_map(|row| Some((row.0.len(), ending(row)?)))
        .max_by_key(|(length, _)| *length);
    found.map_or_else(Vec::new, |(_, (stem, others))| {
        others.iter().map(|end| format!("{stem}{end}")).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_changes() {
        for (word, form) in [
            ("terminado", "terminadas"),
            ("no iniciado", "no iniciada"),
            ("concluído", "concluídas"),
            ("pendente", "pendentes"),
            ("Terminé", "terminées"),
            ("abgeschlossen", "abgeschlossene"),
            ("erledigt", "erledigte"),
            ("выполнено", "выполнены"),
        ] {
            assert!(forms(word).contains(&form.to_string()), "{word}");
        }
    }

    #[test]
    fn others_have_one_form() {
        for word in ["en curso", "in Arbeit", "listo", "완료", ""] {
            assert_eq!(forms(word), Vec::<String>::new(), "{word}");
        }
    }
}
