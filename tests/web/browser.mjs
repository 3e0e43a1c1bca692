// The browser, and its tabs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Opens a browser without a window. */
export function open() {
  const executablePath = process.env.CHROMIUM ?? USUAL.find(existsSync);
  if (!executablePath) throw new Error('Chromium is needed: install it, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** The address of a page on the disk. */
export function onDisk(folder, page) {
  return pathToFileURL(path.join(folder.root, page)).href;
}

/** A tab that remembers what went wrong in it. */
export class Tab {
  #wrong = [];

  static async in(browser, { width = 1440, scheme = 'light', ...more } = {}) {
    const tab = new Tab();
    tab.context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, ...more });
    tab.page = await tab.context.newPage();
    tab.page.setDefaultTimeout(60_000);
    tab.page.on('console', (said) => ['error', 'warning'].includes(said.type()) && tab.#wrong.push(`console: ${said.text()}`));
    tab.page.on('pageerror', (error) => tab.#wrong.push(`script: ${error.message}`));
    // What a page no longer wants when the next one is opened has not failed.
    const isGivenUp = (request) => request.failure()?.errorText === 'net::ERR_ABORTED';
    tab.page.on('requestfailed', (request) => isGivenUp(request) || tab.#wrong.push(`request failed: ${request.url()}`));
    // Nothing of a page is elsewhere but pictures of its author, and a test asks nobody for those.
    await tab.page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.fulfill({ status: 200, contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }));
    return tab;
  }

  /** Goes to a page; once more where the browser itself gave up. */
  goto(url) {
    return this.page.goto(url).catch((wrong) => (wrong.message.includes('ERR_ABORTED') ? this.page.goto(url) : Promise.reject(wrong)));
  }

  /** What went wrong since this was last asked. */
  wrong() {
    return this.#wrong.splice(0);
  }

  end() {
    return this.context.close();
  }
}

/** Does the work for each of these pages, in several tabs at once; where it cannot be done, that is a fault of the page. */
export async function each(browser, tabs, settings, list, faults, work) {
  const rest = [...list];
  const one = async () => {
    const tab = await Tab.in(browser, settings);
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      await work(tab, next).catch((wrong) => faults.add(next.folder.name, next.page, 'trying', wrong.message.split('\n').slice(0, 4).join(' ')));
    }
    await tab.end();
  };
  await Promise.all(Array.from({ length: Math.min(tabs, list.length) }, one));
}
