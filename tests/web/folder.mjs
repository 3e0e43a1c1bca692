// The files of a built site.
import fs from 'node:fs';
import path from 'node:path';
import { tags } from './tag.mjs';

/** A built site: whether few pages of each kind are enough, and whether it is another one again at another address. */
export class Folder {
  #pages = new Map();

  constructor(name, root, { sparse = false, again = false } = {}) {
    Object.assign(this, { name, root, sparse, again });
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

  /** The tags of a page; kept, since several checks ask. */
  tags(file) {
    if (!this.#pages.has(file)) this.#pages.set(file, tags(this.text(file)));
    return this.#pages.get(file);
  }
}

/** The kind of a page: its folder, or its name without what tells one of a series from another. */
export function kind(page) {
  const [first, ...rest] = page.split('/');
  return rest.length ? first : first.replace(/\.html$/, '').replace(/-(\d+)$/, '').replace(/-20\d\d.*$/, '');
}

/** The pages to look at: of each kind the longest, and unless told otherwise the emptiest. */
export function chosen(folder, kinds) {
  const by = new Map();
  for (const page of folder.pages) {
    if ((kinds.length && !kinds.includes(kind(page))) || folder.leads(page)) continue;
    by.set(kind(page), [...(by.get(kind(page)) ?? []), page]);
  }
  return [...by.values()].flatMap((pages) => {
    const ordered = pages.map((page) => [folder.size(page), page]).sort(([a], [b]) => b - a);
    const longest = ordered[0][1];
    const emptiest = ordered.at(-1)[1];
    return folder.sparse || longest === emptiest ? [longest] : [longest, emptiest];
  });
}
