//! Colours as one writes them, how well one is read on another, and what lies between two.

use std::fmt;

/// A colour without transparency: red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// White.
pub const WHITE: Colour = Colour([255; 3]);

/// Nearly black, for words on a light colour.
pub const BLACK: Colour = Colour([11, 13, 18]);

impl Colour {
    /// The colour of `#1f4fd0`, `#14d`, `rgb(31, 79, 208)` or `hsl(224, 74%, 47%)`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(digits) = text.strip_prefix('#') {
            return hex(digits);
        }
        let (name, rest) = text.split_once('(')?;
        let parts = rest.strip_suffix(')')?.split([',', ' ']);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let [a, b, c] = parts[..] else {
            return None;
        };
        match name.trim() {
            "rgb" => Some(Self([byte(a)?, byte(b)?, byte(c)?])),
            "hsl" => Some(hsl(
                number(a.trim_end_matches("deg"), 360.0)?,
                share(b)?,
                share(c)?,
            )),
            _ => None,
        }
    }

    /// How well one colour is read on another: from 1, not at all, to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.light(), other.light());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour with so much of another in it: of 0 nothing, of 1 nothing else.
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mut parts = self.0;
        for (mine, theirs) in parts.iter_mut().zip(other.0) {
            let value = f64::from(*mine) * (1.0 - share) + f64::from(theirs) * share;
            *mine = rounded(value);
        }
        Self(parts)
    }

    /// The nearest colour towards another that is read on this paper with at least such a contrast.
    pub fn read_on(self, paper: Self, towards: Self, least: f64) -> Self {
        let steps = (0..=20).map(|step| self.mixed(towards, f64::from(step) / 20.0));
        let mut steps = steps.skip_while(|colour| colour.contrast(paper) < least);
        steps.next().unwrap_or(towards)
    }

    /// How light it is to the eye.
    fn light(self) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            match value <= 0.040_45 {
                true => value / 12.92,
                false => ((value + 0.055) / 1.055).powf(2.4),
            }
        };
        let [red, green, blue] = self.0;
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

fn hex(digits: &str) -> Option<Colour> {
    let value = |at: usize, length: usize| {
        let part = digits.get(at..at + length)?;
        let is_hex = part.bytes().all(|byte| byte.is_ascii_hexdigit());
        u8::from_str_radix(part, 16).ok().filter(|_| is_hex)
    };
    match digits.len() {
        3 => Some(Colour([
            value(0, 1)? * 17,
            value(1, 1)? * 17,
            value(2, 1)? * 17,
        ])),
        6 => Some(Colour([value(0, 2)?, value(2, 2)?, value(4, 2)?])),
        _ => None,
    }
}

fn byte(text: &str) -> Option<u8> {
    text.parse().ok()
}

fn number(text: &str, most: f64) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    (0.0..=most).contains(&number).then_some(number)
}

fn share(text: &str) -> Option<f64> {
    Some(number(text.strip_suffix('%')?, 100.0)? / 100.0)
}

fn hsl(hue: f64, saturation: f64, lightness: f64) -> Colour {
    let reach = saturation * lightness.min(1.0 - lightness);
    let part = |offset: f64| {
        let turn = (offset + hue / 30.0) % 12.0;
        let value = lightness - reach * (turn - 3.0).min(9.0 - turn).clamp(-1.0, 1.0);
        rounded(value * 255.0)
    };
    Colour([part(0.0), part(8.0), part(4.0)])
}

fn rounded(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        Colour::read(text).map(|colour| colour.to_string())
    }

    #[test]
    fn colours_are_read_as_they_are_written() {
        assert_eq!(said("#1F4fd0").as_deref(), Some("#1f4fd0"));
        assert_eq!(said("#14d").as_deref(), Some("#1144dd"));
        assert_eq!(said("rgb(31, 79, 208)").as_deref(), Some("#1f4fd0"));
        assert_eq!(said("rgb(31 79 208)").as_deref(), Some("#1f4fd0"));
        assert_eq!(said("hsl(0, 100%, 50%)").as_deref(), Some("#ff0000"));
        assert_eq!(said("hsl(120deg 100% 25%)").as_deref(), Some("#008000"));
        for bad in [
            "",
            "blue",
            "#12",
            "#12345g",
            "#+12345",
            "rgb(1,2)",
            "rgb(256,0,0)",
            "hsl(0,1,1)",
            "url(x)",
        ] {
            assert_eq!(said(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let contrast = |a, b| Colour::read(a).unwrap().contrast(Colour::read(b).unwrap());
        assert!((contrast("#000", "#fff") - 21.0).abs() < 0.01);
        assert!((contrast("#777", "#fff") - 4.48).abs() < 0.01);
    }

    #[test]
    fn a_colour_is_moved_until_it_can_be_read() {
        let (blue, dark) = (
            Colour::read("#1f4fd0").unwrap(),
            Colour::read("#111214").unwrap(),
        );
        assert!(blue.contrast(dark) < 4.5);
        assert!(blue.read_on(dark, WHITE, 5.0).contrast(dark) >= 5.0);
        assert_eq!(blue.read_on(WHITE, BLACK, 4.5), blue);
        assert_eq!(WHITE.mixed(BLACK, 1.0), BLACK);
    }
}
