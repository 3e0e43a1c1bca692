// With the keyboard alone: the way to the content, the order, and a focus that can be seen.
import { each, onDisk } from '../browser.mjs';

/** Presses of Tab on a page; what comes after them is like what came before. */
const PRESSES = 40;

export async function keyboard({ browser, tabs, chosen, faults }) {
  await each(browser, tabs, { reducedMotion: 'reduce' }, chosen, faults, async (tab, { folder, page }) => {
    for (const width of [1440, 390]) {
      const told = (what) => faults.add(folder.name, page, `${width} keyboard`, what);
      await tab.page.setViewportSize({ width, height: 900 });
      await tab.goto(onDisk(folder, page));
      for (const what of await skip(tab.page)) told(what);
      for (const what of await tab.page.evaluate(unseen)) told(what);
      for (const what of tab.wrong()) told(what);
    }
    await tab.page.setViewportSize({ width: 1440, height: 900 });
    await tab.goto(onDisk(folder, page));
    for (const what of await walk(tab.page)) faults.add(folder.name, page, '1440 keyboard', what);
  });
  return chosen.length * 3;
}

/** The first stop leads past the navigation. */
async function skip(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const { activeElement: at } = document;
    const { top, bottom } = at.getBoundingClientRect();
    return { isSkip: at.matches('a.skip'), isSeen: top >= 0 && bottom <= innerHeight };
  });
  if (!first.isSkip) return ['the first stop is not the link to the content'];
  if (!first.isSeen) return ['the link to the content is not seen when it has the focus'];
  await page.keyboard.press('Enter');
  const isThere = await page.evaluate(() => document.activeElement?.id === 'main');
  return isThere ? [] : ['the link to the content does not lead there'];
}

/** The order of the stops is that of the page, and each is in view. */
async function walk(page) {
  await page.evaluate(watch);
  for (let at = 0; at < PRESSES; at += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => globalThis.wrong);
}

/** In the page: looks at each stop when it gets the focus. */
function watch() {
  const stops = [];
  globalThis.wrong = [];
  const bar = document.querySelector('.bar');
  const isSticky = getComputedStyle(bar).position === 'sticky';
  const wrongWith = (at, before) => {
    if (before && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'comes after what stands below it';
    if (at.tabIndex > 0) return 'has a place of its own in the order';
    const { left, right, top, bottom, width } = (at.labels?.[0] ?? at).getBoundingClientRect();
    if (right < 0 || left > innerWidth || bottom < 0 || top > innerHeight || !width) return 'has the focus out of view';
    const isOfFrame = at.closest('.bar, .skip, #nav, dialog');
    return isSticky && !isOfFrame && bottom <= bar.getBoundingClientRect().bottom ? 'has the focus below the bar' : '';
  };
  document.addEventListener('focusin', ({ target: at }) => {
    if (stops.includes(at)) return;
    const what = wrongWith(at, stops.at(-1));
    stops.push(at);
    if (what) globalThis.wrong.push(`${at.tagName.toLowerCase()}.${at.className?.baseVal ?? at.className} "${at.textContent.trim().slice(0, 30)}" ${what}`);
  });
}

/** In the page: what does not change its looks when it gets the focus. The keyboard was used last, so focus is shown. */
function unseen() {
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const MARKS = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderColor', 'stroke', 'strokeWidth', 'insetBlockStart'];
  const around = (element) => [element, ...(element.labels ?? []), ...(element instanceof SVGElement ? element.querySelectorAll('*') : [])];
  const looks = (element) => around(element).map((part) => MARKS.map((mark) => getComputedStyle(part)[mark]).join()).join();
  const all = [...document.querySelectorAll(FOCUSABLE)].filter((element) => element.checkVisibility() && !element.disabled && element.id !== 'main').slice(0, 200);
  const kinds = new Map();
  for (const element of all) {
    const kind = `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} in ${element.parentElement.tagName.toLowerCase()}.${element.parentElement.className?.baseVal ?? element.parentElement.className}`;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  const wrong = [];
  for (const [kind, element] of kinds) {
    document.activeElement?.blur?.();
    const before = looks(element);
    element.focus({ preventScroll: true });
    if (document.activeElement !== element) continue;
    if (looks(element) === before) wrong.push(`the focus is not seen on ${kind}`);
  }
  return wrong;
}
