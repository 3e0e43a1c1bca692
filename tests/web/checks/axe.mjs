// Rules of accessibility, asked of a page or of a part of it.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The only rules whose answer depends on the colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** All rules, or those of the colours alone. */
export const ALL = { type: 'tag', values: TAGS };
export const COLOURED = { type: 'rule', values: COLOURS };

/** What axe finds, a line for each rule. */
export async function axe(page, part = 'html', only = ALL) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(AXE);
    await page.evaluate(bare);
  }
  return page.evaluate(violations, { part, only });
}

/**
 * In the page: takes away the ground of the navigation, a pseudo-element behind which axe cannot see any colour, and lets
 * the tally of a long list stand at its end: at the lower edge of the window it lies over some row, and axe takes what
 * is left of a link there for its size.
 */
function bare() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.shell::before { display: none !important; } .tally { position: static !important; }');
  document.adoptedStyleSheets.push(sheet);
}

/** In the page: what axe finds. It would fetch the stylesheets again, which a page from the disk must not. */
async function violations({ part, only }) {
  const { violations } = await globalThis.axe.run(part, { runOnly: only, resultTypes: ['violations'], preload: false });
  return violations.map(({ id, nodes }) => {
    const { html, any, all, none, target } = nodes[0];
    const why = [...any, ...all, ...none][0]?.message ?? '';
    return `axe ${id}, ${nodes.length}x: ${target.join(' ')} ${html.slice(0, 110)} ${why}`;
  });
}
