// On a server, below a path: nothing is missing, and a lost reader finds home.
import { each } from '../browser.mjs';
import { serve } from '../server.mjs';

export async function places({ folders, browser, tabs, chosen, faults }) {
  for (const folder of folders) {
    const server = await serve(folder, folder.base || '/sub/path');
    const told = (page, what) => faults.add(folder.name, page, 'on a server', what);
    const mine = chosen.filter((one) => one.folder === folder);
    await each(browser, tabs, {}, mine, faults, async (tab, { page }) => {
      await tab.goto(server.url + page.split('/').map(encodeURIComponent).join('/'));
      for (const what of tab.wrong()) told(page, what);
    });
    const away = { folder, page: 'deep/er/than/any.html' };
    if (folder.base) await each(browser, 1, {}, [away], faults, (tab, { page }) => lost(tab, server.url, page, told));
    server.end();
  }
  return chosen.length;
}

/** A page that is not there shows 404.html with its colours, and leads home. */
async function lost(tab, url, page, told) {
  await tab.goto(url + page);
  const looks = await tab.page.evaluate(() => getComputedStyle(document.querySelector('.bar')).position);
  if (looks !== 'sticky') told(page, 'the stylesheets are not found');
  await tab.page.locator('a.brand').click();
  const title = await tab.page.locator('h1').first().textContent();
  const answered = tab.page.url();
  if (![url, `${url}index.html`].includes(answered)) told(page, `the way home leads to ${answered}, ${title}`);
  // The page itself is one that was not found, which the console tells.
  for (const what of tab.wrong()) if (!what.includes('404')) told(page, what);
}
