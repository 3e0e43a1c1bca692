// What a page weighs beside its content, and what all pages load.
import { kind } from '../folder.mjs';

/** Everything outside of `main` on each page, but for the list of its sections: those are the document's own headings. */
const MOST = 6_000;

export function weight({ folders, kindOf, faults, say }) {
  const kinds = new Map();
  let count = 0;
  for (const folder of folders) {
    for (const page of folder.pages.filter(kindOf)) {
      const text = folder.text(page);
      const all = Buffer.byteLength(text);
      const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? '';
      const sections = /<aside class="toc"[\s\S]*?<\/aside>/.exec(text)?.[0] ?? '';
      const frame = all - Buffer.byteLength(main) - Buffer.byteLength(sections);
      if (frame > MOST) faults.add(folder.name, page, 'file', `${frame} bytes beside the content, at most ${MOST}`);
      const row = kinds.get(kind(page)) ?? { pages: 0, frame: 0, all: 0, most: 0, where: '' };
      row.pages += 1;
      row.frame = Math.max(row.frame, frame);
      row.all += all;
      if (all > row.most) Object.assign(row, { most: all, where: `${folder.name}/${page}` });
      kinds.set(kind(page), row);
      count += 1;
    }
  }
  const rows = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
  say('weight in kB        pages   frame    mean    most');
  for (const [name, { pages, frame, all, most, where }] of rows) {
    say(`${name.slice(0, 18).padEnd(18)} ${String(pages).padStart(6)}${kb(frame)}${kb(all / pages)}${kb(most)}  ${where}`);
  }
  const own = folders[0];
  for (const file of [...own.files].filter((file) => file.startsWith('assets/')).sort()) say(`${file.padEnd(25)}${kb(own.size(file))}`);
  return count;
}
