// The files of a built site.
import fs from 'node:fs';
import path from 'node:path';
import { some } from './dice.mjs';
import { tags } from './tag.mjs';

/**
 * A built site: whose plan it is of, how many pages of each kind to look at, how many to read as HTML, and whether it is
 * another one again at another address.
 */
export class Folder {
  constructor(name, root, { of = '', sample = 2, read = Infinity, again = false } = {}) {
    Object.assign(this, { name, root, of, sample, read, again });
    this.files = new Set(
      fs
        .readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/')),
    );
    // The page for what is not there is met at any depth, so it says where the site stands, where that is known.
    this.base = /class="brand" href="(\/[^"]*)\/index\.html"/.exec(this.text('404.html'))?.[1] ?? '';
    this.pages = [...this.files].filter((file) => file.endsWith('.html')).sort();
  }

  size(file) {
    return fs.statSync(path.join(this.root, file)).size;
  }

  text(file) {
    return fs.readFileSync(path.join(this.root, file), 'utf8');
  }

  /** Whether a page only leads on to where it has moved. */
  leads(file) {
    return this.size(file) < 2_000 && this.text(file).includes('http-equiv="refresh"');
  }

  /** The tags of a page. They are not kept: twenty thousand pages have several million. */
  tags(file) {
    return tags(this.text(file));
  }
}

/** The kind of a page: its folder with a slash, or its name without what tells one of a series from another. */
export function kind(page) {
  const [first, ...rest] = page.split('/');
  return rest.length ? `${first}/` : first.replace(/\.html$/, '').replace(/-(\d+)$/, '').replace(/-20\d\d.*$/, '');
}

/** Whether a page is of one of these kinds, or none is asked for: `milestones` are the list and its items. */
export function isOf(wanted) {
  return (page) => !wanted.length || wanted.some((one) => [one, `${one}/`].includes(kind(page)));
}

/** The pages of each kind. */
export function kinds(pages) {
  const by = new Map();
  for (const page of pages) {
    if (!by.has(kind(page))) by.set(kind(page), []);
    by.get(kind(page)).push(page);
  }
  return by;
}

/** The pages to look at: of each kind the longest, then the emptiest, then others at random, the same every time. */
export function chosen(folder, wanted) {
  const pages = folder.pages.filter((page) => isOf(wanted)(page) && !folder.leads(page));
  return [...kinds(pages)].flatMap(([name, pages]) => {
    const ordered = pages.map((page) => [folder.size(page), page]).sort(([a], [b]) => b - a).map(([, page]) => page);
    const ends = [...new Set([ordered[0], ordered.at(-1)])].slice(0, folder.sample);
    const rest = pages.filter((page) => !ends.includes(page));
    return [...ends, ...some(rest, folder.sample - ends.length, name)];
  });
}
