// The tags of a page, as they are written. The pages are our own: a value is in double quotes or is one plain word.

const TAG = /<!--[\s\S]*?-->|<([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:=(?:"[^"]*"|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"]+)(?:=(?:"([^"]*)"|([^\s"'>]+)))?/g;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Each tag that opens, with its attributes. */
export function tags(html) {
  const found = [];
  for (const match of html.matchAll(TAG)) {
    if (match[1]) found.push({ name: match[1].toLowerCase(), has: attributes(match[2]) });
  }
  return found;
}

function attributes(text) {
  const has = new Map();
  for (const [, name, quoted, word] of text.matchAll(ATTRIBUTE)) has.set(name.toLowerCase(), plain(quoted ?? word ?? ''));
  return has;
}

/** Text without its character references. */
export function plain(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return NAMED[name] ?? whole;
  });
}
