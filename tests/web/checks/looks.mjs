// Wide and narrow, light and dark: rules of accessibility, nothing wider than the window, nothing that fails.
import { each, onDisk } from '../browser.mjs';
import { ALL, axe, COLOURED } from './axe.mjs';
import { crowded } from './targets.mjs';

/** All rules once at each width and once in each theme; the other two looks differ in their colours alone. */
const LOOKS = [
  { width: 1440, scheme: 'light', only: ALL },
  { width: 1440, scheme: 'dark', only: COLOURED },
  { width: 390, scheme: 'dark', only: ALL },
  { width: 390, scheme: 'light', only: COLOURED },
];
const WIDTHS = [1440, 768, 390, 360];
/** Rows of a table or list that axe looks at: it needs minutes for 500, and one is like another. */
const ROWS = 40;

export async function looks({ browser, tabs, chosen, faults }) {
  // Colours must stand still when they are measured.
  await each(browser, tabs, { reducedMotion: 'reduce' }, chosen, faults, async (tab, { folder, page }) => {
    const told = (look, what) => faults.add(folder.name, page, look, what);
    await tab.page.setViewportSize({ width: 1440, height: 900 });
    await tab.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await tab.goto(onDisk(folder, page));
    const look = async ({ width, scheme }) => {
      await tab.page.setViewportSize({ width, height: 900 });
      await tab.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      return `${width} ${scheme}`;
    };
    for (const width of WIDTHS) {
      const name = await look({ width, scheme: 'light' });
      for (const what of await tab.page.evaluate(wide)) told(name, what);
      for (const what of await tab.page.evaluate(crowded)) told(name, what);
    }
    await tab.page.evaluate(shorten, ROWS);
    for (const { only, ...one } of LOOKS) {
      const name = await look(one);
      for (const what of await axe(tab.page, 'html', only)) told(name, what);
    }
    for (const what of tab.wrong()) told('loading', what);
  });
  return chosen.length * (LOOKS.length + WIDTHS.length);
}

/** In the page: what makes the document wider than the window. */
export function wide() {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return [];
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const sticks = (element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width && (isRtl ? left < -0.5 : right > innerWidth + 0.5);
  };
  const scrolls = (element) => element && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
  const all = [...document.body.querySelectorAll('*')].filter((element) => sticks(element) && !scrolls(element.parentElement));
  const inner = all.filter((element) => ![...element.children].some(sticks));
  const name = (element) => `${element.tagName.toLowerCase()}${element.className?.trim?.() ? `.${element.className.trim().split(/\s+/).join('.')}` : ''}`;
  const where = inner.slice(0, 2).map((element) => `${name(element)} in ${name(element.parentElement)}: "${element.textContent.trim().slice(0, 40)}"`);
  return [`${over} px wider than the window: ${where.join('; ')}`];
}

/** In the page: leaves so many rows, and of each kind that comes later the first. */
function shorten(rows) {
  const seen = new Set();
  const kindOf = (row) => [row.className, ...[...row.querySelectorAll('*')].map((part) => `${part.tagName}.${part.getAttribute('class')}`)].join();
  for (const list of document.querySelectorAll('main :is(tbody, ul, ol)')) {
    for (const row of [...list.children].slice(rows)) {
      const kind = kindOf(row);
      if (seen.has(kind) || seen.size > rows) row.remove();
      seen.add(kind);
    }
  }
}
