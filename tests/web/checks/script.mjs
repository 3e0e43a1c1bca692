// Without scripts: the same words, and every control that is shown does its work.
import { onDisk, Tab, each } from '../browser.mjs';

/** Choices tried on a page; one group is like another. */
const MOST = 8;

export async function script({ browser, tabs, chosen, faults }) {
  const full = await Tab.in(browser);
  let last = Promise.resolve();
  const words = (href) => (last = last.catch(() => {}).then(async () => (await full.goto(href), full.page.evaluate(told))));
  await each(browser, tabs, { javaScriptEnabled: false }, chosen, faults, async (tab, { folder, page }) => {
    const fault = (look, what) => faults.add(folder.name, page, look, what);
    await tab.page.setViewportSize({ width: 1440, height: 900 });
    await tab.goto(onDisk(folder, page));
    const [mine, theirs] = [await tab.page.evaluate(told), await words(onDisk(folder, page))];
    if (mine !== theirs) fault('no script', `the words differ: ${difference(mine, theirs)}`);
    for (const what of await tab.page.evaluate(idle)) fault('no script', what);
    for (const what of await choices(tab.page)) fault('no script', what);
    for (const what of await folded(tab.page)) fault('no script', what);
    await tab.page.setViewportSize({ width: 390, height: 844 });
    for (const what of await menu(tab.page)) fault('no script, 390', what);
    for (const what of tab.wrong()) fault('no script', what);
  });
  await full.end();
  return chosen.length;
}

function difference(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `"${one.slice(Math.max(0, at - 20), at + 30)}", with scripts "${other.slice(Math.max(0, at - 20), at + 30)}"`;
}

/** In the page: its words, but for those that scripts are told to write. */
function told() {
  const main = document.querySelector('main').cloneNode(true);
  main.querySelectorAll('.js-only, [data-live], [data-count]').forEach((element) => element.remove());
  return main.textContent.replace(/\s+/g, ' ').trim();
}

/** In the page: what needs a script and is shown without. */
function idle() {
  const shown = [...document.querySelectorAll('.js-only, [data-theme-toggle]')].filter((element) => element.checkVisibility());
  return shown.map((element) => `${element.className} is shown and can do nothing`);
}

/** Radios and boxes: each shows as many rows as it says, and the first choice shows all again. */
async function choices(page) {
  const wrong = [];
  // Folded groups can be looked at when they are open.
  await page.evaluate(() => document.querySelectorAll('main details:has(input)').forEach((details) => (details.open = true)));
  const tried = (await page.evaluate(offered)).slice(0, MOST);
  const press = (at) => page.locator(CHOICE).nth(at).evaluateHandle((input) => input.labels[0]).then((label) => label.asElement().click());
  const all = await page.evaluate(rows);
  for (const { at, name, first, says } of tried) {
    await press(at);
    if (!(await page.locator(CHOICE).nth(at).isChecked())) wrong.push(`the choice ${name} cannot be made`);
    const shown = await page.evaluate(rows);
    if (says !== null && all > 0 && shown !== says) wrong.push(`the choice ${name} says ${says} and shows ${shown} of ${all}`);
    if (first >= 0) await press(first);
  }
  const again = await page.evaluate(rows);
  if (again !== all) wrong.push(`${again} of ${all} are shown after all choices are taken back`);
  return wrong;
}

const CHOICE = 'main input:is([type=radio], [type=checkbox])';

/** In the page: what can be chosen, what it says of itself, and what takes it back: the first of its group, or itself. */
function offered() {
  const all = [...document.querySelectorAll('main input:is([type=radio], [type=checkbox])')];
  const number = (input) => /([\d,.]+)\s*$/.exec(input.labels[0].querySelector('.n')?.textContent ?? '')?.[1];
  return all.flatMap((input, at) => {
    if (input.disabled || input.defaultChecked || !input.labels[0]?.checkVisibility()) return [];
    const says = number(input);
    const first = input.type === 'checkbox' ? at : all.findIndex((other) => other.name === input.name && other.defaultChecked);
    return [{ at, name: `"${input.labels[0].textContent.trim()}"`, first, says: says === undefined ? null : Number(says.replace(/\D/g, '')) }];
  });
}

/** In the page: how many rows or cards can be seen that a filter may hide. */
function rows() {
  const all = [...document.querySelectorAll('.list tbody tr, .card, .explain tbody tr')];
  return all.filter((row) => row.checkVisibility()).length;
}

/** What is folded opens. */
async function folded(page) {
  const closed = page.locator('main details:not([open]) > summary:visible').first();
  if (!(await closed.count())) return [];
  await closed.click();
  const isOpen = await page.evaluate(() => document.querySelector('main details[open] > summary ~ *')?.checkVisibility());
  return isOpen ? [] : ['what is folded does not open'];
}

/** The menu of a phone opens, and Escape closes it. */
async function menu(page) {
  const button = page.locator('.menu-btn');
  const isShown = () => page.locator('#nav').isVisible();
  if (await isShown()) return ['the menu is open before it is asked for'];
  if (!(await button.isVisible())) return ['there is no way to the menu'];
  await page.evaluate(() => scrollTo(0, 0));
  await button.click();
  if (!(await isShown())) return ['the menu does not open'];
  await page.keyboard.press('Escape');
  return (await isShown()) ? ['Escape does not close the menu'] : [];
}
