// Every link leads to a file that is there, by its exact name, and to a place in it.
import path from 'node:path';

const LEADS = { a: 'href', link: 'href', script: 'src', img: 'src', source: 'src', use: 'href', iframe: 'src', form: 'action' };

export function links({ folders, kindOf, faults }) {
  let count = 0;
  for (const folder of folders) {
    const anchors = new Map(folder.pages.map((page) => [page, anchorsOf(folder, page)]));
    const ids = (page) => anchors.get(page);
    const twice = (page) => ids(page).twice.forEach((id) => faults.add(folder.name, page, 'file', `the id ${id} is there twice`));
    folder.pages.filter(kindOf).forEach((page) => {
      twice(page);
      for (const { name, has } of folder.tags(page)) {
        if (name === 'link' && ['canonical', 'alternate'].includes(has.get('rel')) && isElsewhere(has.get('href') ?? '')) continue;
        const leads = [has.get(LEADS[name] ?? ''), ...(has.get('srcset') ?? '').split(',').map((part) => part.trim().split(/\s/)[0])];
        for (const lead of leads) if (lead !== undefined && lead !== '') count += 1, follow(folder, page, lead, ids, faults);
        for (const [attribute, value] of has) if (/^(aria-(labelledby|describedby|controls|activedescendant|owns)|for|popovertarget|list|headers)$/.test(attribute)) {
          for (const id of value.split(/\s+/)) if (!ids(page).all.has(id)) faults.add(folder.name, page, 'file', `${attribute}="${id}" names nothing`);
        }
      }
    });
    for (const file of folder.files) {
      const text = /\.(css|svg)$/.test(file) ? folder.text(file) : '';
      for (const [, double, single, word] of text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()]*))\s*\)/g)) {
        const lead = double ?? single ?? word;
        if (lead) count += 1, follow(folder, file, lead, ids, faults);
      }
    }
  }
  return count;
}

function isElsewhere(lead) {
  return /^[a-z][a-z0-9+.-]*:/i.test(lead) || lead.startsWith('//');
}

function follow(folder, page, lead, ids, faults) {
  if (isElsewhere(lead)) return;
  const [address, fragment] = cut(lead, '#');
  const [file] = cut(address, '?');
  const to = target(folder, page, file);
  if (to === null) return faults.add(folder.name, page, 'file', `the link ${lead} does not stay in the site`);
  if (!folder.files.has(to)) return faults.add(folder.name, page, 'file', `the link ${lead} leads to no file`);
  if (fragment && to.endsWith('.html') && !ids(to).all.has(decode(fragment))) faults.add(folder.name, page, 'file', `the link ${lead} leads to no place in ${to}`);
}

function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** The file that an address means, or null if it is outside of the site. */
function target(folder, page, address) {
  const file = decode(address);
  if (file === '') return page;
  if (file.startsWith('/')) {
    const below = `${folder.base}/`;
    return folder.base && file.startsWith(below) ? indexed(file.slice(below.length)) : null;
  }
  const to = path.posix.normalize(path.posix.join(path.posix.dirname(page), file));
  return to.startsWith('..') ? null : indexed(to === '.' ? '' : to);
}

function indexed(file) {
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function anchorsOf(folder, page) {
  const all = new Set(['top']);
  const twice = new Set();
  for (const { has } of folder.tags(page)) {
    if (!has.has('id')) continue;
    const id = has.get('id');
    if (all.has(id) && id !== 'top') twice.add(id);
    all.add(id);
  }
  return { all, twice };
}
