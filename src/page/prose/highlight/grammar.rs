//! What languages look like: how comments and texts begin and end, and which words have a meaning.

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    /// What begins and ends it.
    pub(super) mark: &'static str,
    /// Whether it goes on over the end of the line.
    pub(super) is_long: bool,
    /// Whether a backslash takes the meaning from what follows it.
    pub(super) escapes: bool,
}

/// What a language looks like.
#[derive(Debug)]
pub(super) struct Grammar {
    /// What blocks of code call it.
    pub(super) names: &'static [&'static str],
    /// What begins a comment that ends with its line.
    pub(super) lines: &'static [&'static str],
    /// What begins and ends a longer comment.
    pub(super) blocks: &'static [(&'static str, &'static str)],
    /// Texts, the longer marks first.
    pub(super) quotes: &'static [Quote],
    /// Words of the language, apart by blanks.
    pub(super) keywords: &'static str,
    /// Words that stand for values.
    pub(super) values: &'static str,
    /// Whether capitals make no other word.
    pub(super) is_loud: bool,
    /// Whether a `'` begins a letter, and not a text.
    pub(super) has_letters: bool,
    /// Whether a word before a colon is the name of a value.
    pub(super) has_names: bool,
    /// Whether a comment begins only behind a blank.
    pub(super) stands_apart: bool,
}

const fn short(mark: &'static str) -> Quote {
    Quote {
        mark,
        is_long: false,
        escapes: true,
    }
}

const fn long(mark: &'static str) -> Quote {
    Quote {
        mark,
        is_long: true,
        escapes: true,
    }
}

const fn literal(mark: &'static str, is_long: bool) -> Quote {
    Quote {
        mark,
        is_long,
        escapes: false,
    }
}

/// A language of the family of C, without words.
const C_LIKE: Grammar = Grammar {
    names: &[],
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[short("\"")],
    keywords: "",
    values: "true false null",
    is_loud: false,
    has_letters: true,
    has_names: false,
    stands_apart: false,
};

/// A language whose comments begin with `#`, without words.
const HASHED: Grammar = Grammar {
    lines: &["#"],
    blocks: &[],
    quotes: &[short("\""), short("'")],
    has_letters: false,
    stands_apart: true,
    ..C_LIKE
};

/// Every language that needs no more than this.
pub(super) static GRAMMARS: [&Grammar; 19] = [
    &RUST, &SCRIPT, &GO, &JAVA, &C, &C_SHARP, &KOTLIN, &SWIFT, &PHP, &SCALA, &DART, &PYTHON, &RUBY,
    &SHELL, &SQL, &CSS, &MAKE, &LUA, &GRAPHQL,
];

static RUST: Grammar = Grammar {
    names: &["rust", "rs"],
    quotes: &[long("\"")],
    keywords: "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod \
               move mut pub ref return self static struct super trait type unsafe use where while Self",
    values: "true false None Some Ok Err",
    ..C_LIKE
};

static SCRIPT: Grammar = Grammar {
    names: &[
        "js",
        "javascript",
        "ts",
        "typescript",
        "jsx",
        "tsx",
        "mjs",
        "cjs",
        "node",
    ],
    quotes: &[short("\""), short("'"), long("`")],
    keywords: "abstract as async await break case catch class const continue debugger declare default delete do else \
               enum export extends finally for from function get if implements import in instanceof interface let new \
               of private protected public readonly return satisfies set static super switch this throw try type \
               typeof var void while yield",
    values: "true false null undefined NaN Infinity",
    has_letters: false,
    ..C_LIKE
};

static GO: Grammar = Grammar {
    names: &["go", "golang"],
    quotes: &[short("\""), literal("`", true)],
    keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface map \
               package range return select struct switch type var",
    values: "true false nil iota",
    ..C_LIKE
};

static JAVA: Grammar = Grammar {
    names: &["java", "groovy", "gradle"],
    quotes: &[long("\"\"\""), short("\"")],
    keywords: "abstract assert boolean break byte case catch char class const continue default do double else enum \
               extends final finally float for if implements import instanceof int interface long native new package \
               private protected public record return sealed short static super switch synchronized this throw throws \
               transient try var void volatile while yield",
    ..C_LIKE
};

static C: Grammar = Grammar {
    names: &[
        "c",
        "h",
        "cpp",
        "c++",
        "cc",
        "hpp",
        "cxx",
        "objc",
        "objective-c",
        "arduino",
        "glsl",
    ],
    keywords: "alignas auto bool break case catch char class co_await co_return const constexpr continue default delete \
               do double else enum explicit export extern float for friend goto if inline int long mutable namespace new \
               noexcept operator private protected public register requires return short signed sizeof static struct \
               switch template this throw try typedef typename union unsigned using virtual void volatile while",
    values: "true false NULL nullptr",
    ..C_LIKE
};

static C_SHARP: Grammar = Grammar {
    names: &["cs", "csharp", "c#"],
    quotes: &[long("\"\"\""), short("\"")],
    keywords: "abstract as async await base bool break byte case catch char class const continue decimal default \
               delegate do double else enum event explicit extern finally fixed float for foreach get if implicit in init \
               int interface internal is lock long namespace new object operator out override params private protected \
               public readonly record ref return sbyte sealed set short sizeof static string struct switch this throw try \
               typeof uint ulong unsafe ushort using var virtual void volatile when where while yield",
    ..C_LIKE
};

static KOTLIN: Grammar = Grammar {
    names: &["kotlin", "kt", "kts"],
    quotes: &[long("\"\"\""), short("\"")],
    keywords: "abstract as break by catch class companion const constructor continue data do else enum finally for fun \
               if import in init inline interface internal is lateinit object open operator override package private \
               protected public return sealed super suspend this throw try typealias val var vararg when while",
    ..C_LIKE
};

static SWIFT: Grammar = Grammar {
    names: &["swift"],
    quotes: &[long("\"\"\""), short("\"")],
    keywords: "actor any as associatedtype async await break case catch class continue default defer deinit do else enum \
               extension fallthrough fileprivate for func guard if import in init inout internal is let mutating nonisolated \
               open operator override private protocol public repeat rethrows return self some static struct subscript \
               super switch throw throws try typealias var weak where while Self",
    values: "true false nil",
    has_letters: false,
    ..C_LIKE
};

static PHP: Grammar = Grammar {
    names: &["php"],
    lines: &["//", "#"],
    quotes: &[short("\""), short("'")],
    keywords: "abstract and array as break case catch class clone const continue declare default do echo else elseif empty \
               enum extends final finally fn for foreach function global if implements include instanceof interface isset \
               match namespace new or print private protected public readonly require require_once return static switch \
               throw trait try unset use var while yield",
    has_letters: false,
    is_loud: true,
    ..C_LIKE
};

static SCALA: Grammar = Grammar {
    names: &["scala"],
    quotes: &[long("\"\"\""), short("\"")],
    keywords: "abstract case catch class def do else enum extends final finally for given if implicit import lazy match new \
               object override package private protected return sealed super then this throw trait try type using val var \
               while with yield",
    ..C_LIKE
};

static DART: Grammar = Grammar {
    names: &["dart"],
    quotes: &[long("'''"), long("\"\"\""), short("\""), short("'")],
    keywords: "abstract as assert async await break case catch class const continue default do dynamic else enum export \
               extends extension factory final finally for get if implements import in is late library mixin new on part \
               required return set static super switch this throw try typedef var void while with yield",
    has_letters: false,
    ..C_LIKE
};

static PYTHON: Grammar = Grammar {
    names: &["python", "py", "python3", "starlark", "bazel"],
    quotes: &[long("\"\"\""), long("'''"), short("\""), short("'")],
    keywords: "and as assert async await break case class continue def del elif else except finally for from global if \
               import in is lambda match nonlocal not or pass raise return try while with yield",
    values: "True False None self cls",
    stands_apart: false,
    ..HASHED
};

static RUBY: Grammar = Grammar {
    names: &["ruby", "rb"],
    keywords: "alias and begin break case class def do else elsif end ensure for if in module next not or redo rescue retry \
               return self super then undef unless until when while yield require attr_accessor attr_reader",
    values: "true false nil",
    ..HASHED
};

static SHELL: Grammar = Grammar {
    names: &["sh", "shell", "bash", "zsh", "fish", "ksh"],
    quotes: &[long("\""), literal("'", true)],
    keywords: "case do done elif else esac export fi for function if in local return select set then until unset while",
    values: "",
    ..HASHED
};

static MAKE: Grammar = Grammar {
    names: &[
        "make",
        "makefile",
        "just",
        "justfile",
        "nix",
        "hcl",
        "terraform",
        "tf",
        "r",
        "perl",
        "elixir",
        "powershell",
        "ps1",
    ],
    keywords: "define do else end endef endif for foreach function if ifdef ifeq ifndef ifneq import in include let locals \
               module my output param provider resource return sub then use variable while with",
    values: "true false null TRUE FALSE NULL nil",
    ..HASHED
};

static LUA: Grammar = Grammar {
    names: &["lua", "haskell", "hs", "elm"],
    lines: &["--"],
    blocks: &[("--[[", "]]"), ("{-", "-}")],
    keywords: "and break case data deriving do else elseif end for function goto if import in instance let local module \
               newtype not of or repeat return then type until where while",
    values: "true false nil True False",
    stands_apart: false,
    ..HASHED
};

static GRAPHQL: Grammar = Grammar {
    names: &["graphql", "gql", "proto", "protobuf", "prisma", "thrift"],
    lines: &["#", "//"],
    quotes: &[long("\"\"\""), short("\"")],
    keywords: "enum extend fragment implements import input interface message mutation on oneof option optional package \
               query repeated reserved returns rpc scalar schema service subscription syntax type union model datasource \
               generator",
    has_letters: false,
    ..C_LIKE
};

static SQL: Grammar = Grammar {
    names: &[
        "sql",
        "postgres",
        "postgresql",
        "mysql",
        "sqlite",
        "plsql",
        "tsql",
    ],
    lines: &["--"],
    quotes: &[literal("'", true), literal("\"", false)],
    keywords: "add all alter and any as asc begin between by cascade case cast check column commit constraint create cross \
               database default delete desc distinct drop else end exists explain foreign from full function grant group \
               having if in index inner insert into is join key left like limit not offset on or order outer primary \
               references returning right rollback select set table then trigger truncate union unique update using values \
               view when where with int integer text varchar boolean timestamp date serial bigint numeric",
    is_loud: true,
    has_letters: false,
    ..C_LIKE
};

static CSS: Grammar = Grammar {
    names: &["css", "scss", "less", "sass"],
    quotes: &[short("\""), short("'")],
    lines: &[],
    keywords: "@media @import @supports @font-face @keyframes @layer @container @use @mixin @include @charset @property",
    values: "",
    has_letters: false,
    has_names: true,
    ..C_LIKE
};

/// Values of files of data.
pub(super) static VALUE: Grammar = Grammar {
    quotes: &[short("\""), literal("'", false)],
    values: "true false null yes no on off True False ~",
    ..HASHED
};

/// Values of JSON, in which some write comments.
pub(super) static JSON: Grammar = Grammar {
    quotes: &[short("\"")],
    has_letters: false,
    has_names: true,
    ..C_LIKE
};

/// Values of TOML.
pub(super) static TOML: Grammar = Grammar {
    quotes: &[
        long("\"\"\""),
        literal("'''", true),
        short("\""),
        literal("'", false),
    ],
    values: "true false inf nan",
    stands_apart: false,
    ..HASHED
};

/// Values of files of settings.
pub(super) static INI: Grammar = Grammar {
    lines: &["#", ";"],
    quotes: &[short("\"")],
    values: "true false yes no on off",
    ..HASHED
};

/// What stands behind a prompt.
pub(super) static COMMAND: Grammar = Grammar {
    quotes: &[short("\""), literal("'", false)],
    values: "",
    ..HASHED
};
