// A small server over loopback: it shows a folder below a path, as a host of static pages does.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', json: 'application/json', png: 'image/png', xml: 'application/xml', ics: 'text/calendar', txt: 'text/plain', md: 'text/markdown' };

/** Serves the folder below this path; answers where it stands, and how to end it. */
export async function serve(folder, below) {
  const server = http.createServer((request, response) => answer(folder, below, request, response));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}${below}/`, end: () => server.close() };
}

function answer(folder, below, request, response) {
  const asked = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const file = asked.startsWith(`${below}/`) ? asked.slice(below.length + 1).replace(/(^|\/)$/, '$1index.html') : '';
  // The names are compared as they are written, also where the disk does not.
  const isThere = folder.files.has(file);
  const shown = isThere ? file : '404.html';
  const type = TYPES[shown.split('.').pop()] ?? 'application/octet-stream';
  response.writeHead(isThere ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
  response.end(fs.readFileSync(path.join(folder.root, shown)));
}
