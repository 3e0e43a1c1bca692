//! Paths of the plan taken apart and put together, and the way from one document to another.

/// The folder of a path, without an ending slash; empty at the top.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name at the end of a path.
pub fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The name at the end of a path, without what follows its last dot.
pub fn stem(path: &str) -> &str {
    let name = name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A name as it stands in a folder.
pub fn join(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_string(),
        folder => format!("{folder}/{name}"),
    }
}

/// The way from the document `from` to the path `to`.
pub fn between(from: &str, to: &str) -> String {
    let from: Vec<&str> = parts(folder(from));
    let to: Vec<&str> = parts(to);
    // The last part of `to` is a name and never a folder on the way.
    let folders = &to[..to.len().saturating_sub(1)];
    let common = from.iter().zip(folders).take_while(|(a, b)| a == b).count();
    let up = from[common..].iter().map(|_| "..");
    let way: Vec<&str> = up.chain(to[common..].iter().copied()).collect();
    way.join("/")
}

/// How many steps there are from one folder to another.
pub fn steps(from: &str, to: &str) -> usize {
    let (from, to) = (parts(from), parts(to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    from.len() + to.len() - 2 * common
}

/// A link of a list to a document, as markdown.
pub fn link(words: &str, from: &str, to: &str) -> String {
    let way = between(from, to);
    let is_plain = !way.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>'));
    let way = if is_plain { way } else { format!("<{way}>") };
    format!("[{words}]({way})")
}

fn parts(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::path::{Target, target};

    #[test]
    fn ways_lead_where_they_should() {
        for (from, to, wanted) in [
            (
                "docs/prd/search/prd.md",
                "docs/stories/search/us-1.md",
                "../../stories/search/us-1.md",
            ),
            ("plan.md", "tasks/t-1.md", "tasks/t-1.md"),
            ("tasks/t-1.md", "tasks/t-2.md", "t-2.md"),
            ("a/b.md", "c.md", "../c.md"),
        ] {
            assert_eq!(between(from, to), wanted);
            assert_eq!(target(from, wanted), Target::Path(to.into()));
        }
        assert_eq!(link("A", "b.md", "x (1).md"), "[A](<x (1).md>)");
    }

    #[test]
    fn paths_come_apart() {
        assert_eq!((folder("a/b/c.md"), stem("a/b/c.md")), ("a/b", "c"));
        assert_eq!(
            (folder("c.md"), stem("c.x.md"), stem("c")),
            ("", "c.x", "c")
        );
        assert_eq!(steps("docs/prd", "docs/templates"), 2);
        assert_eq!(steps("", "docs"), 1);
    }
}
