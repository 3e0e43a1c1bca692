// The search: from the keyboard, from the disk and from a server, in the words of each plan.
import { onDisk, Tab } from '../browser.mjs';
import { serve } from '../server.mjs';
import { axe } from './axe.mjs';
import { wide } from './looks.mjs';

/** Bytes that a press of a key may ask for. */
const MOST = 40_000;
const PAGE = 'search.html';

export async function search({ folders, browser, faults }) {
  const all = folders.filter((folder) => folder.files.has(PAGE));
  for (const folder of all) {
    const server = await serve(folder, folder.base || '/sub/path');
    const places = folder.again ? [] : [['from the disk', onDisk(folder, '')]];
    for (const [place, root] of [...places, ['on a server', server.url]]) {
      const tab = await Tab.in(browser, { reducedMotion: 'reduce' });
      const told = (page, what) => faults.add(folder.name, page, place, what);
      await asks(tab, root.replace(/\/?$/, '/'), told).catch((wrong) => told(PAGE, wrong.message.split('\n')[0]));
      for (const what of tab.wrong()) told(PAGE, what);
      await tab.end();
    }
    server.end();
  }
  return all.length;
}

async function asks(tab, root, told) {
  const { page } = tab;
  await page.goto(`${root}${PAGE}`);
  const wanted = await page.evaluate(() => {
    // Where the search begins is no place to be led to.
    const link = document.querySelector('main section a[href]:not([href$="index.html"])');
    return link && { href: link.href, title: link.textContent.trim() };
  });
  if (!wanted) return;
  await page.goto(`${root}index.html`);
  await page.keyboard.press('Control+k');
  const input = page.locator('dialog.sd input');
  await input.waitFor({ timeout: 10_000 });
  if (!(await input.evaluate((element) => element === document.activeElement))) told('index.html', 'Ctrl-K does not bring the focus to the search');
  await found(page, input, wanted, told);
  for (const width of [1440, 390]) for (const scheme of ['light', 'dark']) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const what of await page.evaluate(wide)) told(`index.html with the search at ${width} ${scheme}`, what);
    for (const what of await axe(page, 'dialog.sd')) told(`index.html with the search at ${width} ${scheme}`, what);
  }
  await page.keyboard.press('Escape');
  if (await input.isVisible()) told('index.html', 'Escape does not close the search');
  await page.keyboard.press('/');
  if (!(await input.isVisible())) told('index.html', '/ does not open the search');
  await input.fill(wanted.title);
  await page.locator('dialog.sd [role=option]').first().waitFor();
  await leads(page, wanted, told);
  await page.goto(`${root}${PAGE}?q=${encodeURIComponent(wanted.title)}`);
  await page.locator('[data-found] a').first().waitFor({ timeout: 10_000 });
  const hrefs = await page.locator('[data-found] a').evaluateAll((links) => links.map((link) => link.href));
  if (!hrefs.includes(wanted.href)) told(PAGE, `"${wanted.title}" is not found`);
}

/** Typed letter by letter, the item is found, and no letter costs much. */
async function found(page, input, wanted, told) {
  let bytes = 0;
  const count = async (response) => response.url().includes('search') && (bytes += (await response.body().catch(() => '')).length);
  page.on('response', count);
  for (const letter of [...wanted.title].slice(0, 12)) {
    bytes = 0;
    await input.pressSequentially(letter);
    await page.waitForLoadState('networkidle');
    if (bytes > MOST) told('index.html', `the letter ${letter} asks for ${bytes} bytes, at most ${MOST}`);
  }
  page.off('response', count);
  await input.fill(wanted.title);
  const is = (href) => [...document.querySelectorAll('dialog.sd [role=option]')].some((option) => option.href === href);
  const isThere = await page.waitForFunction(is, wanted.href, { timeout: 10_000 }).catch(() => null);
  if (!isThere) told('index.html', `"${wanted.title}" is not found`);
}

/** The arrows choose, and Enter opens what is chosen. */
async function leads(page, wanted, told) {
  const chosen = () => page.evaluate(() => document.querySelector('dialog.sd [aria-selected=true]')?.href);
  const options = await page.locator('dialog.sd [role=option]').count();
  for (let at = 0; at < options && (await chosen()) !== wanted.href; at += 1) await page.keyboard.press('ArrowDown');
  if ((await chosen()) !== wanted.href) return told('index.html', 'the arrows do not reach what is found');
  await page.keyboard.press('Enter');
  await page.waitForURL(wanted.href, { timeout: 10_000 }).catch(() => told('index.html', `Enter leads to ${page.url()}`));
}
