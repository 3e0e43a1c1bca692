// What is wrong, where it was seen, and how it is told in one line.

/** Faults, each with its page and the look in which it was seen. */
export class Faults {
  #lines = [];

  /** Adds one: `look` is something like "390 dark", or what was tried. */
  add(site, page, look, what) {
    this.#lines.push({ site, page, look, what: what.replace(/\s+/g, ' ').trim().slice(0, 400) });
  }

  get count() {
    return this.#lines.length;
  }

  /** Forgets what was told. */
  clear() {
    this.#lines = [];
  }

  /** All lines; what is the same in several looks of a page is one of them. */
  told() {
    const looks = new Map();
    for (const { site, page, look, what } of this.#lines) {
      const key = JSON.stringify([site, page, what]);
      looks.set(key, [...(looks.get(key) ?? []), look]);
    }
    return [...looks].map(([key, all]) => {
      const [site, page, what] = JSON.parse(key);
      return `${site} ${page} [${[...new Set(all)].join(', ')}] ${what}`;
    });
  }

  /** The same fault on many pages, in one line with the first page. */
  gathered() {
    const by = new Map();
    for (const { site, page, what } of this.#lines) {
      const key = `${site} ${what}`;
      by.set(key, (by.get(key) ?? new Set()).add(page));
    }
    return [...by].map(([key, pages]) => `${pages.size} pages, first ${[...pages][0]}: ${key}`);
  }
}
