// Which sites are built, and from what.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { home } from './asked.mjs';
import { Folder } from './folder.mjs';
import { grow } from './plan.mjs';

const run = promisify(execFile);

/** The day that counts as today in plansite's own plan, as in `.ci/run`. */
const OWN_DAY = '2026-11-21';
/** The same for the plans of other people, and for those that are made here. */
const THEIR_DAY = '2026-06-01';
/** Pages of one kind that are read as HTML where there are thousands. */
const READ = 40;
/** Documents of the large plan: every list has more than one page. */
const LARGE = 1_500;

/** Every site there is to build. Where one kind of page is much like that of another site, few of it are looked at. */
function sites(scratch) {
  const plans = folders(path.join(home, 'tests/plans'));
  const own = { of: 'our own', from: path.join(home, 'content'), day: OWN_DAY, git: true };
  const theirs = process.env.PLANSITE_CORPORA ?? path.join(home, '../shared/field/corpora');
  return [
    { name: 'content', ...own },
    { name: 'public', ...own, more: ['--audience', 'public'] },
    { name: 'sub-path', ...own, again: true, more: ['--base-url', 'https://example.org/plans/ferry'], sample: 1 },
    ...plans.map((plan) => ({ name: path.basename(plan), of: 'test plans', from: path.join(plan, 'plan'), day: day(plan) })),
    { name: 'themed', of: 'test plans', from: themed(scratch), day: '2026-02-11', sample: 1 },
    large(scratch, LARGE),
    ...(fs.existsSync(theirs) ? folders(theirs) : []).map((from) => ({ name: path.basename(from).split('+').pop(), of: "other people's", from, day: THEIR_DAY, sample: 1, read: READ })),
  ];
}

/** A plan of so many documents. */
function large(scratch, documents) {
  const from = path.join(scratch, 'large-plan');
  return { name: 'large', of: 'made here', from, day: THEIR_DAY, sample: 2, read: READ, prepare: () => grow(from, documents) };
}

function folders(root) {
  const entries = fs.readdirSync(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(root, entry.name)).sort();
}

/** The day that the answer key of a plan names. */
function day(plan) {
  return /today = (\d{4}-\d\d-\d\d)/.exec(fs.readFileSync(path.join(plan, 'NOTES.md'), 'utf8'))?.[1] ?? OWN_DAY;
}

/** A plan with a look of its own: the settings and the templates of `tests/web/theme`. */
function themed(scratch) {
  const to = path.join(scratch, 'themed-plan');
  fs.cpSync(path.join(home, 'tests/plans/milestone-tree/plan'), to, { recursive: true });
  fs.cpSync(path.join(home, 'tests/web/theme'), to, { recursive: true });
  return to;
}

/** What was asked for: the plans of these folders, a large one, or all. */
function asked(scratch, { plan = [], grow: documents }) {
  const given = plan.map((from) => ({ name: path.basename(path.resolve(from)), of: 'as asked for', from, day: THEIR_DAY, sample: 1, read: READ }));
  if (documents) given.push(large(scratch, Number(documents)));
  return given.length ? given : sites(scratch);
}

/** Builds what was asked for, of that the sites with these names or parts of them. */
export async function build(scratch, options) {
  const { site: names = [], sample } = options;
  const program = process.env.PLANSITE ?? path.join(home, 'target/debug/plansite');
  const wanted = asked(scratch, options).filter(({ name }) => !names.length || names.some((part) => name.includes(part)));
  const built = [];
  for (const { name, from, day, git, more = [], prepare, ...one } of wanted) {
    prepare?.();
    const to = path.join(scratch, 'sites', name);
    const flags = ['--as-of', day, '--quiet', ...(git ? [] : ['--no-git']), ...more];
    try {
      await run(program, ['build', from, '--out-dir', to, ...flags]);
    } catch (wrong) {
      throw new Error(`cannot build ${name}: ${wrong.stderr || wrong.message} ${wrong.signal ?? ''}`);
    }
    const many = sample ? { sample: Number(sample), read: Math.max(Number(sample), one.read ?? Infinity) } : {};
    built.push(new Folder(name, to, { ...one, ...many }));
  }
  return built;
}
