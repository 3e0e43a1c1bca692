//! `[[views]]`: filters with a name, each with a page of its own.

use crate::config::appearance::VIEWS;
use crate::config::entry::{Entry, Faults};
use crate::query::fault::Fault;
use crate::query::field::Field;
use crate::query::view::{Named, View, columns, sort};
use crate::text::span::Span;

/// A view, and where its parts stand in the file.
#[derive(Clone, Debug, Default)]
pub struct Configured {
    /// The view.
    pub named: Named,
    /// Where what names fields stands.
    pub(super) places: Vec<Span>,
}

/// Reads the list of views out of this file; of these names audiences can be.
pub(super) fn views(
    entry: &Entry<'_>,
    audiences: &[&str],
    file: &str,
    faults: &mut Faults,
) -> Vec<Configured> {
    let tables = entry.tables(&VIEWS.names(), faults).into_iter();
    tables
        .map(|parts| view(&parts, audiences, file, faults))
        .collect()
}

fn view(parts: &[Entry<'_>], audiences: &[&str], file: &str, faults: &mut Faults) -> Configured {
    let mut found = Configured::default();
    for part in parts {
        let Configured { named, places } = &mut found;
        match part.name {
            "name" => named.name = part.text(faults).unwrap_or_default().trim().to_string(),
            "description" => named.description = part.text(faults).map(str::to_string),
            "audience" => {
                for (word, span) in part.texts(faults) {
                    match audiences.contains(&word) {
                        true => named.audiences.push(word.to_string()),
                        false => faults.unknown("audience", word, span, audiences),
                    }
                }
            }
            _ => {
                places.push(part.value());
                question(part, &mut named.view, file, faults);
            }
        }
    }
    if found.named.name.is_empty() {
        found.named.name = match found.named.view.written.as_str() {
            "" => "All items".to_string(),
            written => written.to_string(),
        };
    }
    found
}

/// The parts that name fields.
fn question(part: &Entry<'_>, view: &mut View, file: &str, faults: &mut Faults) {
    let text = match part.name {
        "columns" | "sort" => part.words(faults).join(", "),
        _ => part.text(faults).unwrap_or_default().to_string(),
    };
    let told: Result<(), Fault> = match part.name {
        "filter" => view.set_filter(&text),
        "columns" => columns(&text).map(|found| view.columns = found),
        "sort" => sort(&text).map(|found| view.sort = found),
        _ => {
            view.group = Some(Field::named(&text));
            Ok(())
        }
    };
    if let Err(fault) = told {
        let place = part.place_in(&text, fault.range.clone(), file);
        faults.question(fault, place);
    }
}

impl Configured {
    /// Tells of fields that no item states and whose names are nearly those of other fields: they are slips.
    pub(super) fn slips(&self, own: &[String], file: &str, faults: &mut Faults) {
        let view = &self.named.view;
        for fault in view.faults(own).into_iter().filter(|fault| fault.is_slip) {
            let place = |span: &Span| {
                let found = fault.clone().placed(file.get(span.range())?)?;
                let found = found.within(span.start as usize);
                Some(Span::new(found.range))
            };
            let place = self.places.iter().find_map(place);
            faults.question(fault.clone(), place.unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::Document;

    use super::*;

    fn read(text: &str) -> Result<Vec<Configured>, String> {
        let document = Document::parse(text).unwrap();
        let mut faults = Faults::default();
        let root = Entry::root(&document);
        let parts = root.parts(&mut faults);
        let audiences = ["internal", "public"];
        let found = views(&parts[0], &audiences, text, &mut faults);
        faults.told().map_or(Ok(found), Err)
    }

    #[test]
    fn a_view_is_read() {
        let found = read(
            "[[views]]\nname = 'Waits'\nfilter = 'blocked'\ncolumns = ['id', 'Risk']\nsort = 'due descending'\n\
             group = 'owner'\naudience = 'public'\n[[views]]\nfilter = 'kind  is task'",
        );
        let found = found.unwrap();
        assert_eq!(found[0].named.name, "Waits");
        assert_eq!(found[0].named.audiences, ["public"]);
        assert_eq!(found[0].named.view.fields().len(), 5);
        assert_eq!(found[1].named.name, "kind is task");
        assert_eq!(read("views = [{ name = 'a' }]").unwrap().len(), 1);
    }

    #[test]
    fn a_broken_view_is_told_at_its_place() {
        let text = "[[views]]\nfilter = 'kind is taks'";
        assert_eq!(
            read(text).unwrap_err(),
            format!(
                "{}: unknown kind `taks` (did you mean `task`?)",
                text.find("taks").unwrap()
            )
        );
        assert!(
            read("[[views]]\nfiltre = ''")
                .unwrap_err()
                .contains("did you mean `filter`?")
        );
        assert!(
            read("[views]\nname = ''")
                .unwrap_err()
                .contains("write each as `[[views]]`")
        );
        assert!(
            read("[[views]]\naudience = 'pubic'")
                .unwrap_err()
                .contains("`public`")
        );
    }

    #[test]
    fn a_slip_in_a_name_is_told_and_a_field_that_is_gone_is_not() {
        let text = "[[views]]\nfilter = 'Aera is search and Size > 3'";
        let mut faults = Faults::default();
        read(text).unwrap()[0].slips(&["Area".to_string()], text, &mut faults);
        let told = faults.told().unwrap();
        assert_eq!(told, "20: no item states `Aera` (did you mean `Area`?)");
        assert_eq!(faults.found.len(), 1);
    }
}
