// Which sites are built, and from what.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { home } from './asked.mjs';
import { Folder } from './folder.mjs';

const run = promisify(execFile);

/** The day that counts as today in plansite's own plan, as in `.ci/run`. */
const OWN_DAY = '2026-11-21';
/** The same for the plans of other people. */
const THEIR_DAY = '2026-06-01';

/** Every site there is to build. */
function sites(scratch) {
  const plans = folders(path.join(home, 'tests/plans'));
  const own = { from: path.join(home, 'content'), day: OWN_DAY, git: true };
  const theirs = process.env.PLANSITE_CORPORA ?? path.join(home, '../shared/field/corpora');
  return [
    { name: 'content', ...own },
    { name: 'public', ...own, more: ['--audience', 'public'] },
    { name: 'sub-path', ...own, again: true, more: ['--base-url', 'https://example.org/plans/ferry'], sparse: true },
    ...plans.map((plan) => ({ name: path.basename(plan), from: path.join(plan, 'plan'), day: day(plan) })),
    { name: 'themed', from: themed(scratch), day: '2026-02-11', sparse: true },
    ...(fs.existsSync(theirs) ? folders(theirs) : []).map((from) => ({ name: path.basename(from).split('+').pop(), from, day: THEIR_DAY, sparse: true })),
  ];
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

/** Builds what was asked for: sites by parts of their names, or the plans of these folders. */
export async function build(scratch, names, plans = []) {
  const program = process.env.PLANSITE ?? path.join(home, 'target/debug/plansite');
  const given = plans.map((from) => ({ name: path.basename(path.resolve(from)), from, day: THEIR_DAY, sparse: true }));
  const all = given.length ? given : sites(scratch);
  const wanted = all.filter(({ name }) => !names.length || names.some((part) => name.includes(part)));
  const built = [];
  for (const { name, from, day, git, again, more = [], sparse } of wanted) {
    const to = path.join(scratch, 'sites', name);
    const flags = ['--as-of', day, '--quiet', ...(git ? [] : ['--no-git']), ...more];
    try {
      await run(program, ['build', from, '--out-dir', to, ...flags]);
    } catch (wrong) {
      throw new Error(`cannot build ${name}: ${wrong.stderr || wrong.message}`);
    }
    built.push(new Folder(name, to, { again, sparse }));
  }
  return built;
}
