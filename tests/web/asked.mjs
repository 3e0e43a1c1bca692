// What was asked for on the command line.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The folder of plansite itself. */
export const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const usage = `node tests/web/run.mjs [--site NAME]... [--kind KIND]... [--check NAME]... [--plan DIR]...
                                [--grow N] [--sample N] [--out DIR] [--brief]

  --site NAME    only this site: content, public, front-matter, … (a part of the name will do)
  --kind KIND    only pages of this kind: weeks, milestones, index, …
  --check NAME   only this check: links, markup, weight, looks, media, script, keyboard, places, search
  --plan DIR     the plan of this folder instead of all others
  --grow N       a plan of N documents, made here, instead of all others
  --sample N     so many pages of each kind: the longest, the emptiest, then others at random, the same every time
                 [2; 1 of the plans of other people]; every page is weighed and has its links followed in any case
  --out DIR      build the sites here and keep them
  --brief        tell the same fault on many pages once

PLANSITE          the program [target/debug/plansite]
PLANSITE_CORPORA  a folder of other people's plans [../shared/field/corpora, where it is]
CHROMIUM          the browser [/usr/bin/chromium]`;

const options = {
  site: { type: 'string', multiple: true, default: [] },
  kind: { type: 'string', multiple: true, default: [] },
  check: { type: 'string', multiple: true, default: [] },
  plan: { type: 'string', multiple: true, default: [] },
  grow: { type: 'string' },
  sample: { type: 'string' },
  out: { type: 'string' },
  brief: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** The options; ends the program where they cannot be understood. */
export function asked() {
  try {
    const { values } = parseArgs({ options });
    if (!values.help) return values;
    console.log(usage);
    process.exit(0);
  } catch (wrong) {
    console.error(`${wrong.message}\n\n${usage}`);
    process.exit(2);
  }
}
