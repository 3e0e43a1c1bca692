/* Loads the page again when it has changed, and shows what is wrong. Only the preview adds this script. */
(function () {
  'use strict';
  var d = document, me = d.currentScript, look = me.dataset.look, source = null, overlay = null, shown = '';
  var news = new URL('news?page=' + encodeURIComponent(me.dataset.page), me.src);

  /* 1. where the reader was before the page was loaded again */
  var place = 'plansite-place:' + location.pathname;
  function keep() {
    var side = d.querySelector('.side'), open = [];
    d.querySelectorAll('details').forEach(function (el) { open.push(el.open); });
    put(place, JSON.stringify({ x: scrollX, y: scrollY, side: side ? side.scrollTop : 0, open: open }));
  }
  function restore() {
    var was = JSON.parse(get(place) || 'null'), side = d.querySelector('.side'), all = d.querySelectorAll('details');
    put(place, '');
    if (!was) return;
    if (all.length === was.open.length) all.forEach(function (el, at) { el.open = was.open[at]; });
    if (side) side.scrollTop = was.side;
    scrollTo({ left: was.x, top: was.y, behavior: 'instant' });
  }
  function get(key) { try { return sessionStorage.getItem(key); } catch (e) { return null; } }
  function put(key, value) { try { sessionStorage.setItem(key, value); } catch (e) { /* kept by the browser, then */ } }

  /* 2. the news: how the page looks now, and what is wrong */
  function hear(told) {
    var said = told.trouble && told.trouble.mark;
    if (!said) put('plansite-seen', '');
    var trouble = said && said !== get('plansite-seen') ? told.trouble : null;
    var changed = told.look !== null && told.look !== look;
    if (changed && !(trouble && trouble.holds)) {
      stop();
      keep();
      location.reload();
      return;
    }
    show(trouble, said);
  }
  function listen() {
    if (source || d.visibilityState === 'hidden') return;
    source = new EventSource(news);
    source.onmessage = function (event) { hear(JSON.parse(event.data)); };
  }
  function stop() {
    if (source) source.close();
    source = null;
  }

  /* 3. the overlay */
  var css = ':host{all:initial}' +
    '.box{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:70vh;overflow:auto;box-sizing:border-box;' +
    'padding:1rem 1.25rem;background:var(--bg-raised,#fff);color:var(--ink,#17181b);' +
    'border-top:3px solid var(--bad,#b3261e);box-shadow:0 -8px 32px rgb(0 0 0/.25);' +
    'font:400 .875rem/1.45 var(--font-sans,sans-serif)}' +
    '.box.note{border-top-color:var(--warn,#855000)}' +
    'header{display:flex;gap:1rem;align-items:center;justify-content:space-between;flex-wrap:wrap}' +
    'h2{font-size:1rem;font-weight:600;margin:0;flex:1 1 12rem;overflow-wrap:anywhere}' +
    'pre{margin:.75rem 0 0;padding:.75rem 1rem;overflow:auto;background:var(--bg-sunken,#f4f4f1);border-radius:6px;' +
    'font:400 .8125rem/1.45 var(--font-mono,monospace);tab-size:4}' +
    'p{margin:.75rem 0 0}' +
    'button{font:inherit;color:inherit;background:none;border:1px solid var(--line-ctl,#84868d);border-radius:6px;' +
    'padding:.3rem .75rem;cursor:pointer}' +
    'button:focus-visible{outline:2px solid var(--focus,#1f4fd0);outline-offset:2px}' +
    '@media print{.box{display:none}}';
  function make(name, text) {
    var el = d.createElement(name);
    if (text) el.textContent = text;
    return el;
  }
  function show(trouble, said) {
    /* What is on the screen already stays as it is, with its focus, and is not read out again. */
    var now = JSON.stringify(trouble);
    if (overlay && now === shown) return;
    shown = now;
    if (overlay) overlay.remove();
    overlay = null;
    if (!trouble) return;
    overlay = make('div');
    overlay.id = 'plansite-overlay';
    var root = overlay.attachShadow({ mode: 'open' }), sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    var box = make('section'), head = make('header'), button = make('button');
    box.className = trouble.holds ? 'box' : 'box note';
    box.setAttribute('role', trouble.holds ? 'alert' : 'status');
    head.append(make('h2', trouble.title), button);
    box.append(head);
    var list = make('div');
    trouble.items.forEach(function (text) { list.append(make('pre', text)); });
    if (trouble.more) list.append(make('p', 'and ' + trouble.more + ' more: see plansite check'));
    box.append(list);
    button.type = 'button';
    button.textContent = trouble.holds ? 'Show the page as it is now' : 'Dismiss';
    button.addEventListener('click', function () {
      put('plansite-seen', said);
      if (!trouble.holds) return show(null);
      keep();
      location.reload();
    });
    if (!trouble.holds) fold(list, head, button);
    root.append(box);
    d.body.append(overlay);
  }
  /* What does not hold the page back takes one line until somebody asks. */
  function fold(list, head, before) {
    var more = make('button', 'Show');
    more.type = 'button';
    list.hidden = true;
    more.setAttribute('aria-expanded', 'false');
    more.addEventListener('click', function () {
      list.hidden = !list.hidden;
      more.textContent = list.hidden ? 'Show' : 'Hide';
      more.setAttribute('aria-expanded', String(!list.hidden));
    });
    head.insertBefore(more, before);
  }

  /* 4. lines of documents lead into the editor; no path leads out of the folder of the documents */
  function open() {
    var to = me.dataset.editor, root = me.dataset.root;
    if (!to) return;
    d.querySelectorAll('[data-at], .at, .mono').forEach(function (el) {
      var at = /^([^:\\]+):(\d+)(?::(\d+))?$/.exec((el.dataset.at || el.getAttribute('aria-label') || el.textContent).trim());
      if (!at || at[1].split('/').some(function (name) { return !name || name === '.' || name === '..'; })) return;
      var path = encodeURI(root + '/' + at[1]).replace(/[?#&]/g, encodeURIComponent), link = make('a', 'editor');
      link.href = filled(to, { path: path, line: at[2], column: at[3] || '1' });
      link.setAttribute('aria-label', 'Open ' + at[0] + ' in the editor');
      el.after(' ', link);
    });
  }
  function filled(text, values) {
    return Object.keys(values).reduce(function (all, name) { return all.split('{' + name + '}').join(values[name]); }, text);
  }

  d.addEventListener('visibilitychange', function () { d.visibilityState === 'hidden' ? stop() : listen(); });
  addEventListener('pagehide', stop);
  addEventListener('pageshow', listen);
  if (d.readyState === 'complete') restore(); else addEventListener('load', restore);
  open();
  listen();
})();
