//! Rising numbers in few characters: each is written as its distance to the one before, five bits a character.

/// The characters, by their value; those of the upper half say that more follow.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Adds numbers that rise.
pub(super) fn write(numbers: impl Iterator<Item = u32>, out: &mut String) {
    let mut next = 0;
    for number in numbers {
        let mut left = number.saturating_sub(next) as usize;
        while left >= 32 {
            out.push(char::from(DIGITS[32 + left % 32]));
            left /= 32;
        }
        out.push(char::from(DIGITS[left]));
        next = number + 1;
    }
}

/// The numbers that were written.
#[cfg(test)]
pub(super) fn read(text: &str) -> Vec<u32> {
    let (mut next, mut value, mut weight) = (0, 0, 1);
    let mut numbers = Vec::new();
    for c in text.bytes() {
        let digit = DIGITS.iter().position(|digit| *digit == c).unwrap() as u32;
        value += digit % 32 * weight;
        weight *= 32;
        if digit < 32 {
            numbers.push(next + value);
            next += value + 1;
            (value, weight) = (0, 1);
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 2, 33, 34, 66, 1_000, 1_000_000, 900_000_000];
        let mut out = String::new();
        write(numbers.into_iter(), &mut out);
        assert!(out.starts_with("000U0V"), "{out}");
        assert_eq!(read(&out), numbers);
    }
}
