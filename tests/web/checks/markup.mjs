// Every page is valid HTML.
import fs from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import path from 'node:path';
import { some } from '../dice.mjs';
import { kinds } from '../folder.mjs';
import { closed } from '../table.mjs';
import { tags } from '../tag.mjs';

/** What is asked of the markup, beside what the standard asks. */
const CONFIG = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // Matters of style that the pages decide for themselves: the doctype in small letters, void elements without a slash.
    'doctype-style': ['error', { style: 'lowercase' }],
    'void-style': 'error',
    // Titles and paragraphs are words of an author.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // A place that scrolls sideways is a region with a name that the keyboard reaches; that is what it is for.
    'no-redundant-role': 'error',
    'prefer-native-element': ['error', { exclude: ['region', 'img', 'listbox', 'option'] }],
    // Told by `styled`, which knows custom properties.
    'no-inline-style': 'off',
    // The navigation stands before the page's own heading, and its groups have headings too.
    'heading-level': ['error', { minInitialRank: 'h2', sectioningRoots: ['dialog'] }],
    'require-csp-nonce': 'off',
    'require-sri': 'off',
  },
};

export async function markup({ folders, kindOf, faults }) {
  const list = folders.flatMap((folder) => several(folder, kindOf).map((page) => [folder.name, page, path.join(folder.root, page)]));
  const threads = Math.max(1, Math.min(2, os.cpus().length, list.length));
  const parts = Array.from({ length: threads }, (_, at) => list.filter((_, place) => place % threads === at));
  await Promise.all(
    parts.map(
      (part) =>
        new Promise((done, fail) => {
          const worker = new Worker(fileURLToPath(import.meta.url), { workerData: part });
          worker.on('message', ([site, page, what]) => faults.add(site, page, 'file', what));
          worker.on('error', fail);
          worker.on('exit', done);
        }),
    ),
  );
  return list.length;
}

/** All pages, or so many of each kind at random: the next thousand come from the same template. */
function several(folder, kindOf) {
  return [...kinds(folder.pages.filter(kindOf))].flatMap(([name, pages]) => some(pages, folder.read, name));
}

if (!isMainThread) {
  const { HtmlValidate, StaticConfigLoader } = await import('html-validate');
  const validate = new HtmlValidate(new StaticConfigLoader(CONFIG));
  for (const [site, page, file] of workerData) {
    const text = fs.readFileSync(file, 'utf8');
    const tell = (what) => parentPort.postMessage([site, page, what]);
    for (const style of new Set(styled(text))) tell(`the inline style "${style}" is more than numbers`);
    for (const { messages } of validate.validateStringSync(closed(text)).results) {
      for (const { ruleId, message, line, column } of messages) tell(`html ${ruleId} at ${line}:${column}: ${message}`);
    }
  }
}

/** Inline styles that do more than hand a number to the stylesheet. */
function styled(text) {
  const all = tags(text).map(({ has }) => has.get('style')).filter((style) => style !== undefined);
  return all.filter((style) => !/^(--[a-z0-9-]+:\s*-?[\d.]+\s*;?\s*)+$/.test(style));
}
