// Builds the sites of all plans and looks at them as their readers do. `--help` tells how to look at a part.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asked } from './asked.mjs';
import { open } from './browser.mjs';
import { build } from './build.mjs';
import { Faults } from './fault.mjs';
import { chosen, isOf } from './folder.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { links } from './checks/links.mjs';
import { looks } from './checks/looks.mjs';
import { markup } from './checks/markup.mjs';
import { media } from './checks/media.mjs';
import { places } from './checks/places.mjs';
import { script } from './checks/script.mjs';
import { search } from './checks/search.mjs';
import { weight } from './checks/weight.mjs';

/** Those of the files, and those of the browser, in the order of what is cheap. */
const CHECKS = { weight, links, markup, looks, media, script, keyboard, places, search };
/** Two pages at once for each processor, at most four: the browser waits as often as it works. */
const TABS = Math.min(4, Math.max(2, os.availableParallelism?.() ?? 2));

const options = asked();
const scratch = options.out ?? fs.mkdtempSync(path.join(os.tmpdir(), 'plansite-web-'));
const faults = new Faults();
const started = Date.now();
const since = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;
let browser;
const total = { wrong: 0 };
try {
  const folders = await build(scratch, options);
  if (!folders.length) throw new Error(`no site is named ${options.site.join(' or ')}`);
  const kindOf = isOf(options.kind);
  const pages = folders.flatMap((folder) => chosen(folder, options.kind).map((page) => ({ folder, page })));
  const built = folders.reduce((sum, folder) => sum + folder.pages.length, 0);
  const whose = [...new Set(folders.map((folder) => folder.of))].map((of) => `${folders.filter((folder) => folder.of === of).length} ${of}`);
  console.log(`${folders.length} sites (${whose.join(', ')}) of ${built} pages built in ${since(started)}; ${pages.length} pages to look at`);
  for (const [name, check] of Object.entries(CHECKS)) {
    if (options.check.length && !options.check.includes(name)) continue;
    const start = Date.now();
    browser ??= await open();
    // A site again at another address is of interest on a server only, and so is its page for what is not there.
    const isLookedAt = ({ folder, page }) => name === 'places' || !(folder.again || (folder.base && page === '404.html'));
    const count = await check({ folders, kindOf, chosen: pages.filter(isLookedAt), browser, tabs: TABS, faults, say: console.log });
    console.log(`${name.padEnd(9)} ${String(count).padStart(7)} looked at, ${faults.count} wrong, ${since(start)}`);
    for (const line of options.brief ? faults.gathered() : faults.told()) console.log(`  ${line}`);
    total.wrong += faults.count;
    faults.clear();
  }
} catch (wrong) {
  console.error(wrong.stack);
  process.exitCode = 2;
} finally {
  await browser?.close();
  if (!options.out) fs.rmSync(scratch, { recursive: true, force: true });
}
const end = process.exitCode ? 'not all was looked at' : 'no faults';
console.log(total.wrong ? `${total.wrong} faults` : end, `in ${since(started)}`);
if (total.wrong) process.exitCode ||= 1;
