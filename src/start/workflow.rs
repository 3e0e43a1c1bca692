//! The workflow that checks the plan on pull requests and publishes it on GitHub Pages.

use crate::start::draft::Draft;
use crate::start::quote;

/// Where it goes, from the root of the repository.
pub const PATH: &str = ".github/workflows/plan.yml";

/// The branch that is published where nobody knows its name.
pub const MAIN: &str = "main";

/// Actions of GitHub's own, each by the commit that its version is.
const CHECKOUT: &str = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
const CACHE: &str = "actions/cache@668228422ae6a00e4ad889ee87cd7109ec5666a7 # v5.0.4";
const CONFIGURE: &str = "actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0";
const UPLOAD: &str =
    "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0";
const DEPLOY: &str = "actions/deploy-pages@368f82528645a54fb793d4d04e342629a3f51346 # v5.0.1";

/// What the machines that run it are.
const TARGET: &str = "x86_64-unknown-linux-musl";

/// What the workflow is written for.
#[derive(Clone, Copy, Debug)]
pub struct Workflow<'a> {
    /// The folder of the plan in the repository; nothing for the repository's own.
    pub folder: &'a str,
    /// The branch that is published.
    pub branch: &'a str,
    /// Who may see what is published.
    pub audience: &'a str,
    /// Which plansite runs.
    pub version: &'a str,
    /// The repository that its releases are in; nothing where they are in none.
    pub releases: &'a str,
}

impl Workflow<'_> {
    /// The file.
    pub fn draft(&self) -> Draft {
        let parts = [self.head(), self.check(), self.build(), deploy()];
        Draft {
            path: PATH.to_string(),
            text: parts.concat(),
        }
    }

    fn head(&self) -> String {
        let Self { version, .. } = self;
        let branch = quote::workflow(self.branch);
        let folder = self.folder.trim_end_matches('/');
        let plan = quote::workflow(&match folder {
            "" => ".".to_string(),
            folder => format!("./{folder}"),
        });
        let audience = quote::workflow(self.audience);
        let sees = sees(self.audience);
        format!(
            "# Publishes the plan on GitHub Pages, and checks it on pull requests.
# Written by `plansite init`, version {version}. It is yours: plansite does not write it again.
name: Plan

on:
  push:
    branches: [{branch}]
  pull_request:
  workflow_dispatch:

permissions:
  contents: read

# One site is published after the other; of a pull request only the newest state is checked.
concurrency:
  group: ${{{{ github.event_name == 'pull_request' && github.ref || 'pages' }}}}
  cancel-in-progress: ${{{{ github.event_name == 'pull_request' }}}}

env:
  # The folder of the plan, from the root of the repository.
  PLAN: {plan}
  # Who may see what is published: {sees}.
  AUDIENCE: {audience}

jobs:
"
        )
    }

    fn check(&self) -> String {
        let install = self.install();
        format!(
            "  check:
    name: Check
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - name: Fetch the documents
        uses: {CHECKOUT}
        with:
          fetch-depth: 0
          persist-credentials: false
{install}      - name: Check the plan
        run: plansite check --format github -- \"$PLAN\"

"
        )
    }

    fn build(&self) -> String {
        let install = self.install();
        format!(
            "  build:
    name: Build
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pages: read # to ask where the site will stand
    steps:
      - name: Fetch the documents with their history
        uses: {CHECKOUT}
        with:
          fetch-depth: 0
          persist-credentials: false
{install}      - name: Ask where the site will stand
        id: pages
        uses: {CONFIGURE}
      - name: Build the site
        env:
          BASE_URL: ${{{{ steps.pages.outputs.base_url }}}}
        run: >-
          plansite build
          --audience \"$AUDIENCE\"
          --base-url \"$BASE_URL\"
          --out-dir \"$RUNNER_TEMP/site\"
          -- \"$PLAN\"
      - name: Keep it for the deployment
        uses: {UPLOAD}
        with:
          path: ${{{{ runner.temp }}}}/site

"
        )
    }

    /// The released program with its checksum; where there are no releases, it is compiled once and kept.
    fn install(&self) -> String {
        let Self {
            version, releases, ..
        } = self;
        if releases.is_empty() {
            return format!(
                "      - name: Keep plansite from run to run
        uses: {CACHE}
        with:
          path: ~/.cargo/bin/plansite
          key: plansite-{version}-${{{{ runner.os }}}}-${{{{ runner.arch }}}}
      - name: Install plansite
        run: test -x ~/.cargo/bin/plansite || cargo install plansite --version {version} --locked
"
            );
        }
        let releases = releases.trim_end_matches('/');
        format!(
            "      - name: Install plansite
        env:
          RELEASE: {releases}/releases/download/v{version}
          ARCHIVE: plansite-{version}-{TARGET}.tar.gz
        working-directory: ${{{{ runner.temp }}}}
        run: |
          curl --proto '=https' --fail --silent --show-error --location --retry 3 \\
            --remote-name \"$RELEASE/$ARCHIVE\" --remote-name \"$RELEASE/$ARCHIVE.sha256\"
          sha256sum --check \"$ARCHIVE.sha256\"
          mkdir plansite
          tar --extract --gzip --file \"$ARCHIVE\" --directory plansite --strip-components 1
          echo \"$PWD/plansite\" >> \"$GITHUB_PATH\"
"
        )
    }
}

fn deploy() -> String {
    format!(
        "  deploy:
    name: Deploy
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write # to publish
      id-token: write # to prove that it is this workflow that does
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - name: Publish the site
        id: deployment
        uses: {DEPLOY}
"
    )
}

/// What an audience is shown, in a few words.
pub fn sees(audience: &str) -> &'static str {
    match audience {
        "internal" => "everything in these documents, names, paths and commits included",
        _ => "only what a document or plansite.toml opens to it",
    }
}

/// Whom a workflow of ours publishes for, as far as it says so.
pub fn audience(text: &str) -> Option<&str> {
    let value = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("AUDIENCE:"))?;
    let value = value.split(" #").next()?.trim();
    Some(value.trim_matches(['"', '\'']))
}

/// Whether a branch can be named in a workflow: marks of patterns, quotes and expressions cannot.
pub fn is_plain(branch: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "-._/".contains(c);
    !branch.is_empty() && branch.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::node::Node;
    use crate::syntax::yaml::node;

    fn written(releases: &str) -> String {
        let workflow = Workflow {
            folder: "docs/",
            branch: "main",
            audience: "public",
            version: "1.2.3",
            releases,
        };
        workflow.draft().text
    }

    fn keys(node: &Node) -> Vec<&str> {
        match node {
            Node::Map(pairs, _) => pairs.iter().map(|(key, _)| key.value.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    fn at<'a>(node: &'a Node, key: &str) -> &'a Node {
        match node {
            Node::Map(pairs, _) => &pairs.iter().find(|(name, _)| name.value == key).unwrap().1,
            other => panic!("no `{key}` in {other:?}"),
        }
    }

    #[test]
    fn it_is_yaml_with_the_parts_of_a_workflow() {
        for releases in ["", "https://github.com/acme/plansite"] {
            let text = written(releases);
            let root = node(&text, 0..text.len()).unwrap().unwrap();
            let parts = ["name", "on", "permissions", "concurrency", "env", "jobs"];
            assert_eq!(keys(&root), parts);
            assert_eq!(keys(at(&root, "jobs")), ["check", "build", "deploy"]);
            let rights = at(at(at(&root, "jobs"), "deploy"), "permissions");
            assert_eq!(keys(rights), ["pages", "id-token"]);
            assert_eq!(text.matches(": write").count(), 2);
        }
    }

    #[test]
    fn the_program_is_the_release_of_this_version_and_is_compared_with_its_checksum() {
        let text = written("https://github.com/acme/plansite/");
        let release = "RELEASE: https://github.com/acme/plansite/releases/download/v1.2.3\n";
        assert_eq!(text.matches(release).count(), 2);
        assert_eq!(text.matches("sha256sum --check").count(), 2);
        assert!(text.contains("ARCHIVE: plansite-1.2.3-x86_64-unknown-linux-musl.tar.gz\n"));
        assert!(!text.contains("cargo install"));
        let compiled = written("");
        assert_eq!(
            compiled
                .matches("cargo install plansite --version 1.2.3 --locked")
                .count(),
            2
        );
        assert!(!compiled.contains("curl"));
    }

    #[test]
    fn the_audience_can_be_found_again() {
        assert_eq!(audience(&written("")), Some("public"));
        assert_eq!(
            audience("  AUDIENCE: 'internal' # all\r\n"),
            Some("internal")
        );
        assert_eq!(audience("name: Plan\n"), None);
    }

    #[test]
    fn branches_with_marks_are_not_named() {
        assert!(is_plain("main") && is_plain("release/2.x") && is_plain("größe"));
        for branch in ["", "a*", "a\"b", "${{a}}", "a b", "!a", "[a]"] {
            assert!(!is_plain(branch), "{branch}");
        }
    }
}
