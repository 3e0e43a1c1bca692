// The end tags that a table may leave out, put in: html-validate takes a cell without one for a fault, and HTML does not.

const PART = /<(\/?)(table|thead|tbody|tfoot|tr|th|td)\b(?:[^>"]|"[^"]*")*>/gi;
/** What each of these ends by beginning, from the innermost. */
const ENDS = {
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  thead: ['td', 'th', 'tr', 'thead', 'tbody'],
  tbody: ['td', 'th', 'tr', 'thead', 'tbody'],
  tfoot: ['td', 'th', 'tr', 'thead', 'tbody'],
};

/** The page with every row and cell ended where the standard says that it ends. */
export function closed(html) {
  const open = [];
  const end = (names) => {
    let out = '';
    while (open.length && names.includes(open.at(-1))) out += `</${open.pop()}>`;
    return out;
  };
  return html.replace(PART, (tag, isEnd, written) => {
    const name = written.toLowerCase();
    if (!isEnd) {
      const before = end(ENDS[name] ?? []);
      open.push(name);
      return before + tag;
    }
    const inner = open.slice(open.lastIndexOf(name) + 1);
    const before = end(inner);
    if (open.at(-1) === name) open.pop();
    return before + tag;
  });
}
