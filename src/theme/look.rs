//! What a plan sets of its look without a theme of its own: colours, logo, fonts.

use crate::theme::colour::Colour;

/// What is set of the look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Colours by day.
    pub light: Colours,
    /// Colours by night.
    pub dark: Colours,
    /// How round the corners of controls are, in pixels.
    pub radius: Option<u32>,
    /// The file of the logo, as written; so are those below.
    pub logo: Option<String>,
    /// The words for those who do not see the logo.
    pub logo_words: Option<String>,
    /// The file of the icon that browsers show.
    pub icon: Option<String>,
    /// Files and names of fonts for words.
    pub sans: Vec<String>,
    /// Files and names of fonts for ids, paths and code.
    pub mono: Vec<String>,
    /// A style sheet that comes last.
    pub css: Option<String>,
}

/// Colours that are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Of links and of what is marked.
    pub accent: Option<Colour>,
    /// Of the ground.
    pub paper: Option<Colour>,
    /// Of words.
    pub ink: Option<Colour>,
}

/// Endings of fonts.
pub const FONTS: [&str; 4] = ["woff2", "woff", "ttf", "otf"];

/// Endings of pictures that can be a logo.
pub const LOGOS: [&str; 7] = ["svg", "png", "webp", "avif", "jpg", "jpeg", "gif"];

/// Endings of pictures that can be an icon.
pub const ICONS: [&str; 3] = ["svg", "png", "ico"];

impl Look {
    /// Every file that it names.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let fonts = self.sans.iter().chain(&self.mono);
        let fonts = fonts.filter(|font| is_font(font));
        let single = [&self.logo, &self.icon, &self.css].into_iter().flatten();
        single.chain(fonts).map(String::as_str)
    }
}

/// Whether a font is named by its file.
pub fn is_font(text: &str) -> bool {
    FONTS.contains(&ending(text).as_str())
}

/// What stands behind the last dot, in small letters.
pub fn ending(path: &str) -> String {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    ending.unwrap_or_default().to_ascii_lowercase()
}

/// The weight and the style of a font, as its name tells them.
pub(super) fn shape(path: &str) -> (&'static str, &'static str) {
    const WEIGHTS: [(&str, &str); 10] = [
        ("variable", "100 900"),
        ("wght", "100 900"),
        ("semibold", "600"),
        ("demibold", "600"),
        ("600", "600"),
        ("medium", "500"),
        ("500", "500"),
        ("bold", "700"),
        ("700", "700"),
        ("light", "300"),
    ];
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let weight = WEIGHTS.iter().find(|(word, _)| name.contains(word));
    let is_italic = name.contains("italic") || name.contains("oblique");
    (
        weight.map_or("400", |(_, weight)| weight),
        if is_italic { "italic" } else { "normal" },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_font_tells_its_shape() {
        assert_eq!(shape("f/Inter[wght].woff2"), ("100 900", "normal"));
        assert_eq!(shape("bold/Inter-SemiBoldItalic.woff2"), ("600", "italic"));
        assert_eq!(shape("Inter.woff2"), ("400", "normal"));
    }
}
