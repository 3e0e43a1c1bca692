// Breaks pages of a site on purpose, one fault each, and sees every one of them told. `node tests/web/selftest.mjs`
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { open } from './browser.mjs';
import { build } from './build.mjs';
import { Faults } from './fault.mjs';
import { Folder } from './folder.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { links } from './checks/links.mjs';
import { looks } from './checks/looks.mjs';
import { markup } from './checks/markup.mjs';
import { media } from './checks/media.mjs';
import { places } from './checks/places.mjs';
import { script } from './checks/script.mjs';
import { weight } from './checks/weight.mjs';

/** Puts something before the end of the content. */
const end = (more) => (html) => html.replace('</main>', `${more}</main>`);
const head = (more) => (html) => html.replace('</head>', `${more}</head>`);

/** The check that must tell it, what is done to the page, and what must be told. */
const BREAKS = {
  'no-alt': [looks, end('<img src="assets/favicon.svg">'), /axe image-alt/],
  'pale': [looks, end('<p class="broken-pale">words</p>'), /\[1440 light, 390 light\] axe color-contrast/],
  'dark-pale': [looks, end('<p class="broken-dark">words</p>'), /\[1440 dark, 390 dark\] axe color-contrast/],
  'wide': [looks, end('<p class="broken-wide">words</p>'), /wider than the window: p\.broken-wide/],
  'small-target': [looks, end('<div><a class="broken-small" href="index.html">a</a><a class="broken-small" href="health.html">b</a></div>'), /small targets too near/],
  'console': [looks, head('<script src="assets/broken.js" defer></script>'), /script: broken on purpose/],
  'policy': [looks, end('<p style="color: red">words</p><script>1</script>'), /console: .*Content Security Policy/],
  'on-paper': [media, end('<p class="broken-paper">words</p>'), /\[print\] .*wider/],
  'moves': [media, end('<p class="broken-moves">words</p>'), /\[reduced motion\] .*moves/],
  'no-focus': [keyboard, end('<a class="broken-focus" href="index.html">words</a>'), /the focus is not seen on a\.broken-focus/],
  'order': [keyboard, end('<a tabindex="1" href="index.html">words</a>'), /first stop is not the link to the content/],
  'scripted': [script, head('<script src="assets/broken-words.js" defer></script>'), /the words differ/],
  'dead-choice': [script, end('<input type="checkbox" id="gone" disabled><div class="list"><input type="radio" name="x" id="x0" checked><label for="x0">All</label><input type="radio" name="x" id="x1"><label for="x1">Open <span class="n">1</span></label><table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table></div>'), /"Open 1" says 1 and shows \d+ of/],
  'server': [places, end('<img alt="" src="assets/Favicon.svg">'), /404/],
  'no-file': [links, end('<a href="nowhere.html">words</a>'), /leads to no file/],
  'case': [links, end('<a href="Index.html">words</a>'), /leads to no file/],
  'no-place': [links, end('<a href="index.html#nowhere">words</a>'), /leads to no place/],
  'twice': [links, end('<p id="main">words</p>'), /the id main is there twice/],
  'no-label': [links, end('<p aria-labelledby="nobody">words</p>'), /aria-labelledby="nobody" names nothing/],
  'nested': [markup, end('<p><div>words</div></p>'), /html /],
  'attribute': [markup, end('<button type="buton">words</button>'), /html attribute-allowed-values/],
  'cells': [markup, end('<table><tr><td>words<p><tr><div>words</table>'), /html /],
  'styled': [markup, end('<p style="--v:1; color: red">words</p>'), /more than numbers/],
  'heavy': [weight, (html) => html.replace('</body>', `<p>${'word '.repeat(1000)}</p></body>`), /bytes beside the content/],
};

const CSS = `.broken-pale { color: #aaa; background: #fff; } .broken-wide { inline-size: 2000px; } .broken-small { display: block; inline-size: 10px; block-size: 10px; overflow: hidden; }
.broken-dark { color: #333; background: #fff; } @media (prefers-color-scheme: dark) { .broken-pale { color: #000; } .broken-dark { background: #222; } }
@media print { .broken-paper { inline-size: 2000px; } } .broken-moves { transition: color 1s !important; } .broken-focus, .broken-focus:focus-visible { outline: none; }
`;

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'plansite-web-'));
const browser = await open();
let failed = 0;
try {
  const [sound] = await build(scratch, { site: ['four-tiers'] });
  const index = sound.text('index.html');
  fs.appendFileSync(path.join(sound.root, 'assets/site.css'), CSS);
  fs.writeFileSync(path.join(sound.root, 'assets/broken.js'), "throw new Error('broken on purpose');");
  fs.writeFileSync(path.join(sound.root, 'assets/broken-words.js'), "document.querySelector('main').append('more words');");
  for (const [name, [, change]] of Object.entries(BREAKS)) fs.writeFileSync(path.join(sound.root, `broken-${name}.html`), change(index));
  const folder = new Folder('broken', sound.root);
  for (const [name, [check, , expected]] of Object.entries(BREAKS)) {
    const page = `broken-${name}.html`;
    const faults = new Faults();
    await check({ folders: [folder], kindOf: (other) => other === page, chosen: [{ folder, page }], browser, tabs: 1, faults, say: () => {} });
    const told = faults.told().some((line) => line.includes(page) && expected.test(line));
    if (!told) failed += 1, console.log(`${name} is not told: ${faults.told().join(' | ') || 'nothing'}`);
  }
  console.log(`${Object.keys(BREAKS).length - failed} of ${Object.keys(BREAKS).length} faults are told`);
} finally {
  await browser.close();
  fs.rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
