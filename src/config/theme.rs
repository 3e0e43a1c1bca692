//! `[theme]`: colours, logo and fonts.

use std::path::Path;

use crate::config::appearance::THEME;
use crate::config::entry::{Entry, Faults};
use crate::theme::colour::Colour;
use crate::theme::look::{ICONS, LOGOS, Look, ending, is_font};

/// Rounder corners are circles.
const ROUNDEST: f64 = 24.0;

/// Reads the table of the look.
pub(super) fn theme(entry: &Entry<'_>, faults: &mut Faults) -> Look {
    let mut look = Look::default();
    for part in entry.known(&THEME.names(), faults) {
        match part.name {
            "accent" => look.light.accent = colour(&part, faults),
            "accent-dark" => look.dark.accent = colour(&part, faults),
            "paper" => look.light.paper = colour(&part, faults),
            "paper-dark" => look.dark.paper = colour(&part, faults),
            "ink" => look.light.ink = colour(&part, faults),
            "ink-dark" => look.dark.ink = colour(&part, faults),
            "radius" => look.radius = radius(&part, faults),
            "logo" => look.logo = file(&part, &LOGOS, faults),
            "logo-alt" => look.logo_words = part.text(faults).map(str::to_string),
            "favicon" => look.icon = file(&part, &ICONS, faults),
            "font-sans" => look.sans = fonts(&part, faults),
            "font-mono" => look.mono = fonts(&part, faults),
            "css" => look.css = file(&part, &["css"], faults),
            _ => {}
        }
    }
    look
}

fn colour(entry: &Entry<'_>, faults: &mut Faults) -> Option<Colour> {
    let help = "write it as `#1f4fd0`, `rgb(31, 79, 208)` or `hsl(224, 74%, 47%)`";
    let read = |text: &str| Colour::read(text).ok_or("this is no colour");
    entry.sound("a colour", help, read, faults)
}

fn radius(entry: &Entry<'_>, faults: &mut Faults) -> Option<u32> {
    let amount = entry.amount(faults)?;
    if amount > ROUNDEST || amount.fract() > 0.0 {
        let help = format!("write a whole number of pixels up to {ROUNDEST}");
        faults.key(entry, "no corner is as round as that".into(), help);
        return None;
    }
    Some(amount as u32)
}

fn file(entry: &Entry<'_>, endings: &[&str], faults: &mut Faults) -> Option<String> {
    let known = endings.join("`, `.");
    let help =
        format!("write the path of a file from the folder of this one; it ends with `.{known}`");
    entry.sound("a file", &help, |text| path(text, endings), faults)
}

fn path(text: &str, endings: &[&str]) -> Result<String, &'static str> {
    if text.contains("://") {
        Err("pages load nothing from elsewhere")
    } else if Path::new(text).has_root() || Path::new(text).is_absolute() || text.contains('\0') {
        Err("this is a path of one machine")
    } else if !endings.contains(&ending(text).as_str()) {
        Err("its ending is not known here")
    } else {
        Ok(text.to_string())
    }
}

/// Files of fonts, and names of those that the reader may have.
fn fonts(entry: &Entry<'_>, faults: &mut Faults) -> Vec<String> {
    let help = "write the path of a `.woff2` file, or the name of a font";
    let mut found = Vec::new();
    for (text, span) in entry.texts(faults) {
        match font(text) {
            Ok(font) => found.push(font),
            Err(why) => faults.refused(entry, "a font", span, why, help),
        }
    }
    found
}

fn font(text: &str) -> Result<String, &'static str> {
    if is_font(text) || text.contains("://") {
        return path(text, &crate::theme::look::FONTS);
    }
    let fits = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | ',' | '"' | '\'');
    let is_closed =
        text.matches('"').count().is_multiple_of(2) && text.matches('\'').count().is_multiple_of(2);
    match !text.trim().is_empty() && text.chars().all(fits) && is_closed {
        true => Ok(text.trim().to_string()),
        false => Err("this is no name of a font"),
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::Document;

    use super::*;

    fn read(text: &str) -> Result<Look, String> {
        let document = Document::parse(text).unwrap();
        let mut faults = Faults::default();
        let look = theme(&Entry::root(&document), &mut faults);
        faults.told().map_or(Ok(look), Err)
    }

    #[test]
    fn a_look_is_read() {
        let look = read(
            "accent = '#7a1fa2'\nradius = 2\nlogo = 'a/b.svg'\nfont-sans = ['f/a.woff2', '\"Inter Tight\", Inter']",
        )
        .unwrap();
        assert_eq!(look.light.accent, Colour::read("#7a1fa2"));
        assert_eq!(
            (look.radius, look.logo.as_deref()),
            (Some(2), Some("a/b.svg"))
        );
        assert_eq!(look.files().collect::<Vec<_>>(), ["a/b.svg", "f/a.woff2"]);
    }

    #[test]
    fn what_is_none_is_refused() {
        for (text, why) in [
            ("accent = 'blue'", "must be a colour"),
            ("accent = 'red; } a {'", "must be a colour"),
            ("logo = 'https://x/y.svg'", "must be a file"),
            ("logo = '/etc/y.svg'", "must be a file"),
            ("favicon = 'a.exe'", "must be a file"),
            ("font-sans = 'a; }'", "must be a font"),
            ("font-mono = '\"'", "must be a font"),
            ("radius = 99", "round"),
            ("acent = '#fff'", "did you mean `accent`?"),
        ] {
            let told = read(text).unwrap_err();
            assert!(told.contains(why), "{text}: {told}");
        }
    }
}
