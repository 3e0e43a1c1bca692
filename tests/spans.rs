//! Whatever a document holds, each place in its outline is a piece of its text.

use plansite::syntax;
use plansite::text::file::SourceFile;
use proptest::prelude::*;

/// Lines of anything, most of them with a mark that means something.
fn documents() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        2 => "\\PC{0,20}",
        3 => ("[-*>#|`~+:：.1)( \\[\\]x_]{0,6}", "[aé状ß ]{0,4}", "[-*|`:：&;_\\]\\[()!]{0,4}", "[bа🌱 ]{0,4}")
            .prop_map(|(a, b, c, d)| format!("{a}{b}{c}{d}")),
        2 => prop::sample::select(vec![
            "---", "+++", "title: é", "状態： 完了", "| é | b |", "|--|--|", "**Clé:** x | **b**: é", "`é:", "`",
            "- [ ] é: b", "<b>é</b>: &amp;", "[é](a.md): b", "![é][b]", "> é: b", "    é", "\t- é", "```", "~~é~~: b",
        ]).prop_map(str::to_string),
    ];
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

/// Every span that the outline holds, taken from its printed form.
fn spans(printed: &str) -> Vec<(usize, usize)> {
    let spans = printed.split("Span { start: ").skip(1);
    let ends = spans.filter_map(|rest| rest.split_once(" }")?.0.split_once(", end: "));
    ends.filter_map(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_place_is_a_piece_of_the_text(text in documents()) {
        let file = SourceFile::new("docs/a.md", text.clone().into_bytes());
        let outline = syntax::outline(&file);
        for (start, end) in spans(&format!("{outline:?}")) {
            prop_assert!(file.text.get(start..end).is_some(), "{start}..{end} of {text:?}");
        }
    }
}
