//! A look as files of the site: a style sheet with its values, and the logo, the icon and the fonts.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::theme::colour::{BLACK, Colour, WHITE};
use crate::theme::layer::LayerFault;
use crate::theme::look::{Colours, Look, ending, is_font, shape};
use crate::theme::token::{self, DARK, LIGHT};

/// The style sheet with the values.
const VALUES: &str = "assets/look.css";

/// The style sheet of the user.
const OWN: &str = "assets/own.css";

/// No part of a look is larger.
const MOST_BYTES: u64 = 4 << 20;

/// Where colours that are set are shown.
const COLOURS: &str = "@media screen and (prefers-contrast: no-preference)";

/// The least contrast of words.
const LEAST: f64 = 4.5;

/// A look as files of the site.
#[derive(Debug, Default)]
pub struct Dress {
    /// The style sheets that all pages have beside those of the theme, from the folder of the assets.
    pub sheets: Vec<&'static str>,
    /// The logo, from the folder of the assets.
    pub logo: Option<String>,
    /// The words for the logo.
    pub logo_words: String,
    /// The icon, from the folder of the assets.
    pub icon: String,
    /// What can hardly be read, and what leads elsewhere, one sentence each.
    pub(super) remarks: Vec<String>,
    /// The files, by address.
    pub(super) files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Dress {
    /// The look of which files lie in this folder, over the values of this style sheet.
    pub(super) fn new(look: &Look, home: &Path, tokens: &str) -> Result<Self, LayerFault> {
        let mut dress = Self {
            icon: "favicon.svg".into(),
            logo_words: look.logo_words.clone().unwrap_or_default(),
            ..Self::default()
        };
        if let Some(path) = &look.logo {
            let name = format!("logo.{}", ending(path));
            dress.add(home, path, &name)?;
            dress.logo = Some(name);
        }
        if let Some(path) = &look.icon {
            dress.icon = format!("icon.{}", ending(path));
            let name = dress.icon.clone();
            dress.add(home, path, &name)?;
        }
        let values = dress.values(look, home, tokens)?;
        if !values.is_empty() {
            dress
                .files
                .insert(VALUES.into(), values.into_bytes().into());
            dress.sheets.push("look.css");
        }
        if let Some(path) = &look.css {
            dress.add(home, path, "own.css")?;
            dress.sheets.push("own.css");
            dress.look_elsewhere(path);
        }
        Ok(dress)
    }

    fn add(&mut self, home: &Path, path: &str, name: &str) -> Result<(), LayerFault> {
        let bytes = read(&home.join(path))?;
        self.files.insert(format!("assets/{name}"), bytes.into());
        Ok(())
    }

    /// The style sheet: fonts, then the values by day and by night. Paper is always light, so print has its own.
    fn values(&mut self, look: &Look, home: &Path, tokens: &str) -> Result<String, LayerFault> {
        let mut css = String::new();
        let mut shared = Vec::new();
        for (family, fonts) in [("sans", &look.sans), ("mono", &look.mono)] {
            shared.extend(self.fonts(&mut css, family, fonts, home, tokens)?);
        }
        if let Some(radius) = look.radius {
            let part = |of: u32| format!("{}px", (radius * of).div_ceil(6));
            shared.push(("--r-1", part(4)));
            shared.push(("--r-2", part(6)));
            shared.push(("--r-3", part(10)));
        }
        block(&mut css, ":root", &shared);
        let by_day = self.colours(look.light, tokens, LIGHT);
        let by_night = self.colours(at_night(look, tokens), tokens, DARK);
        if !by_day.is_empty() || !by_night.is_empty() {
            let mut screen = String::new();
            block(&mut screen, ":root", &by_day);
            if !by_night.is_empty() {
                let mut night = String::new();
                block(&mut night, ":root:not([data-theme=\"light\"])", &by_night);
                _ = write!(
                    screen,
                    "@media (prefers-color-scheme: dark) {{\n{night}}}\n"
                );
                block(&mut screen, ":root[data-theme=\"dark\"]", &by_night);
            }
            // Who asks for more contrast has the colours of the theme, which know how to give it.
            _ = write!(css, "{COLOURS} {{\n{screen}}}\n");
        }
        Ok(css)
    }

    /// Writes the faces of fonts that are files, and says which families the words have.
    fn fonts(
        &mut self,
        css: &mut String,
        family: &str,
        fonts: &[String],
        home: &Path,
        tokens: &str,
    ) -> Result<Option<(&'static str, String)>, LayerFault> {
        let mut families = Vec::new();
        for (at, font) in fonts.iter().enumerate() {
            if !is_font(font) {
                families.push(font.clone());
                continue;
            }
            let (name, face) = (
                format!("fonts/{family}-{}.{}", at + 1, ending(font)),
                format!("\"plan {family}\""),
            );
            self.add(home, font, &name)?;
            let (weight, style) = shape(font);
            _ = writeln!(
                css,
                "@font-face {{ font-family: {face}; src: url(\"{name}\"); font-weight: {weight}; font-style: {style}; font-display: swap; }}"
            );
            if !families.contains(&face) {
                families.push(face);
            }
        }
        let token = if family == "mono" {
            "--font-mono"
        } else {
            "--font-sans"
        };
        // What the font has no letters for stands in those of the theme.
        let usual = token::value(tokens, LIGHT, token);
        let usual = usual.map(|usual| usual.split_whitespace().collect::<Vec<_>>().join(" "));
        let any = families.is_empty();
        families.extend(usual);
        Ok((!any).then(|| (token, families.join(", "))))
    }

    /// The values of colours that are set, and of those that follow from them.
    fn colours(&mut self, set: Colours, tokens: &str, block: &str) -> Vec<(&'static str, String)> {
        let usual = |name: &str| token::colour(tokens, block, name);
        let paper = set.paper.or_else(|| usual("--bg")).unwrap_or(WHITE);
        let ink = set.ink.or_else(|| usual("--ink")).unwrap_or(BLACK);
        let mut values = Vec::new();
        if set.paper.is_some() || set.ink.is_some() {
            values.extend(ground(paper, ink, block == DARK));
            self.judge("ink", ink, paper, block);
            self.judge_meanings(tokens, paper, block);
        }
        let accent = set.accent.or_else(|| usual("--accent"));
        if let Some(accent) = accent.filter(|_| set.accent.is_some() || set.paper.is_some()) {
            let words = match accent.contrast(WHITE) >= accent.contrast(BLACK) {
                true => WHITE,
                false => BLACK,
            };
            values.extend([
                ("--accent", accent),
                ("--accent-ink", words),
                (
                    "--accent-tint",
                    paper.mixed(accent, if block == DARK { 0.16 } else { 0.09 }),
                ),
                ("--focus", accent),
            ]);
            self.judge("accent", accent, paper, block);
        }
        let values = values.into_iter();
        values
            .map(|(name, colour)| (name, colour.to_string()))
            .collect()
    }

    fn judge(&mut self, name: &str, colour: Colour, paper: Colour, block: &str) {
        let contrast = colour.contrast(paper);
        if contrast < LEAST {
            let key = if block == DARK {
                format!("{name}-dark")
            } else {
                name.to_string()
            };
            // Rounded down: 4.49 is not enough.
            let contrast = (contrast * 10.0).floor() / 10.0;
            self.remarks.push(format!(
                "`[theme] {key}`: {colour} on the paper {paper} has a contrast of {contrast:.1} to 1, and words need {LEAST} to be read"
            ));
        }
    }

    /// Another paper also lies below the colours that have a meaning.
    fn judge_meanings(&mut self, tokens: &str, paper: Colour, block: &str) {
        let names = ["--ok", "--doing", "--review", "--warn", "--bad", "--idle"];
        let faint = names.iter().filter(|name| {
            let colour = token::colour(tokens, block, name);
            colour.is_some_and(|colour| colour.contrast(paper) < LEAST)
        });
        let faint: Vec<&str> = faint.copied().collect();
        if !faint.is_empty() {
            let key = if block == DARK { "paper-dark" } else { "paper" };
            self.remarks.push(format!(
                "`[theme] {key}`: on {paper}, words in `{}` have a contrast below {LEAST} to 1; give them other values in `[theme] css`",
                faint.join("`, `")
            ));
        }
    }

    /// Pages load nothing from elsewhere, so what the style sheet asks for there never comes.
    fn look_elsewhere(&mut self, path: &str) {
        let Some(bytes) = self.files.get(OWN) else {
            return;
        };
        let text = String::from_utf8_lossy(bytes);
        if text.contains("://") || text.contains("url(//") || text.contains("@import") {
            self.remarks.push(format!(
                "`{path}` asks for something from elsewhere, which pages do not load; put it into the assets of a theme"
            ));
        }
    }
}

/// By night an accent that was set by day alone is made as light as it must be.
fn at_night(look: &Look, tokens: &str) -> Colours {
    let paper = look
        .dark
        .paper
        .or_else(|| token::colour(tokens, DARK, "--bg"));
    let paper = paper.unwrap_or(BLACK);
    let lighter = |accent: Colour| accent.read_on(paper, WHITE, 6.0);
    Colours {
        accent: look.dark.accent.or(look.light.accent.map(lighter)),
        ..look.dark
    }
}

/// The ground, its lines and the words on it, from the colours of paper and ink.
fn ground(paper: Colour, ink: Colour, is_dark: bool) -> Vec<(&'static str, Colour)> {
    let between = |share: f64| paper.mixed(ink, share);
    vec![
        ("--bg", paper),
        ("--bg-raised", if is_dark { between(0.03) } else { paper }),
        ("--bg-side", between(0.025)),
        ("--bg-sunken", between(0.04)),
        ("--bg-hover", between(0.05)),
        ("--bg-active", between(0.09)),
        ("--line", between(0.11)),
        ("--line-2", between(0.19)),
        ("--line-ctl", between(0.52)),
        ("--c-track", between(0.1)),
        ("--c-grid", between(0.09)),
        ("--ink", ink),
        ("--ink-2", between(0.8)),
        ("--ink-3", between(0.68)),
    ]
}

fn block(css: &mut String, selector: &str, values: &[(&'static str, String)]) {
    if values.is_empty() {
        return;
    }
    let values: Vec<String> = values
        .iter()
        .map(|(name, value)| format!("{name}: {value};"))
        .collect();
    _ = writeln!(css, "{selector} {{ {} }}", values.join(" "));
}

fn read(path: &Path) -> Result<Vec<u8>, LayerFault> {
    let mut bytes = Vec::new();
    let unread = |source| LayerFault::Part {
        path: PathBuf::from(path),
        source,
    };
    let file = File::open(path).map_err(unread)?;
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unread)?;
    match bytes.len() as u64 > MOST_BYTES {
        true => Err(LayerFault::Wrong {
            path: path.to_path_buf(),
            message: format!("has more than {} MiB", MOST_BYTES >> 20),
        }),
        false => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::sample::Folder;

    const TOKENS: &str = ":root { --font-sans: system-ui; --bg: #ffffff; --ink: #17181b; --accent: #1f4fd0; --warn: #855000; }\n\
        :root[data-theme=\"dark\"] { --bg: #111214; --ink: #ededef; --accent: #8fb0ff; }";

    fn colour(text: &str) -> Option<Colour> {
        Colour::read(text)
    }

    fn css(look: &Look) -> (String, Vec<String>) {
        let dress = Dress::new(look, Path::new(""), TOKENS).unwrap();
        let css = dress
            .files
            .get(VALUES)
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        (css.unwrap_or_default(), dress.remarks)
    }

    #[test]
    fn nothing_set_is_nothing_written() {
        let dress = Dress::new(&Look::default(), Path::new(""), TOKENS).unwrap();
        assert!(dress.files.is_empty() && dress.sheets.is_empty());
        assert_eq!(dress.icon, "favicon.svg");
    }

    #[test]
    fn an_accent_by_day_is_lighter_by_night() {
        let mut look = Look::default();
        look.light.accent = colour("#7a1fa2");
        let (css, remarks) = css(&look);
        assert!(
            css.contains(":root { --accent: #7a1fa2; --accent-ink: #ffffff;"),
            "{css}"
        );
        assert!(
            css.contains(":root[data-theme=\"dark\"] { --accent: #"),
            "{css}"
        );
        assert!(css.starts_with(COLOURS), "{css}");
        assert_eq!(remarks, Vec::<String>::new());
    }

    #[test]
    fn what_can_hardly_be_read_is_told() {
        let mut look = Look::default();
        look.light.accent = colour("#ff9900");
        look.light.paper = colour("#d0c080");
        let (css, remarks) = css(&look);
        assert!(
            css.contains("--bg: #d0c080;") && css.contains("--ink-3: "),
            "{css}"
        );
        assert!(
            remarks[0].starts_with("`[theme] paper`: on #d0c080, words in `--warn`"),
            "{remarks:?}"
        );
        assert_eq!(
            remarks[1],
            "`[theme] accent`: #ff9900 on the paper #d0c080 has a contrast of 1.1 to 1, and words need 4.5 to be read"
        );
    }

    #[test]
    fn files_are_copied_under_plain_names() {
        let folder = Folder::new("dress")
            .file("brand/Our Logo.SVG", "<svg/>")
            .file("f/Inter-Bold.woff2", [1])
            .file("f/Inter[wght].woff2", [2])
            .file("own.css", "a { background: url(https://x) }");
        let look = Look {
            logo: Some("brand/Our Logo.SVG".into()),
            sans: vec![
                "f/Inter[wght].woff2".into(),
                "f/Inter-Bold.woff2".into(),
                "Inter".into(),
            ],
            css: Some("own.css".into()),
            radius: Some(0),
            ..Look::default()
        };
        let dress = Dress::new(&look, folder.path(), TOKENS).unwrap();
        let names: Vec<&str> = dress.files.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "assets/fonts/sans-1.woff2",
                "assets/fonts/sans-2.woff2",
                "assets/logo.svg",
                "assets/look.css",
                "assets/own.css"
            ]
        );
        let css = String::from_utf8_lossy(&dress.files[VALUES]);
        assert!(
            css.contains("url(\"fonts/sans-1.woff2\"); font-weight: 100 900;"),
            "{css}"
        );
        assert!(
            css.contains("--font-sans: \"plan sans\", Inter, system-ui;"),
            "{css}"
        );
        assert!(css.contains("--r-2: 0px;"), "{css}");
        assert_eq!(dress.sheets, ["look.css", "own.css"]);
        assert!(dress.remarks[0].starts_with("`own.css` asks for something from elsewhere"));
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let look = Look {
            icon: Some("none.ico".into()),
            ..Look::default()
        };
        let fault = Dress::new(&look, Path::new("plan"), TOKENS).unwrap_err();
        assert!(
            fault.to_string().starts_with("cannot read `plan"),
            "{fault}"
        );
    }
}
