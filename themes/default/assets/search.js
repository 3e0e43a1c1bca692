/* plansite: search.js. Loaded by site.js when somebody searches. The index is scripts in search/ beside assets/, each
   a few kilobytes: search/index.js says which shelf holds the words that begin like this, a shelf (w-…) holds words
   with the numbers of what they lead to, t-… the best of a beginning that takes several shelves, r-… what is shown of
   numbers. Each calls plansiteSearch(name, version, words, records); nothing is fetched, so it works from a disk. */
(function () {
  'use strict';
  var d = document, root = d.currentScript.src.replace(/assets\/[^\/]*$/, ''),
    index, version, files = {}, shelves = {}, records = {}, isMixed = false, starts, stamp;

  /* 1. words: the same rules as src/page/index/{letter,words}.rs */
  var NOTHING = /[\u00ad\u02bc\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u0e47-\u0e4e\u200c\u200d\u2019\ufe00-\ufe0f]/,
    GAPLESS = /[\u0e01-\u0e3a\u0e40-\u0e46\u0e81-\u0ecd\u1000-\u1049\u1780-\u17d3\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u,
    LETTER = /[\p{Alphabetic}\p{N}\u0900-\u0963\u0966-\u096f\u0971-\u0dff]/u, DIGIT = /^\p{N}/u, LONGEST = 30, JOINED = 24,
    PLAIN = { 'æ': 'ae', 'œ': 'oe', 'ß': 'ss', 'þ': 'th', 'ø': 'o', 'ð': 'd', 'đ': 'd', 'ł': 'l', 'ħ': 'h', 'ŧ': 't', 'ı': 'i', 'ё': 'е', 'й': 'и', 'ї': 'і', 'ў': 'у', 'ς': 'σ', 'ά': 'α', 'έ': 'ε', 'ή': 'η', 'ί': 'ι', 'ϊ': 'ι', 'ΐ': 'ι', 'ό': 'ο', 'ύ': 'υ', 'ϋ': 'υ', 'ΰ': 'υ', 'ώ': 'ω', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ة': 'ه' };
  function plain(c) {
    if (PLAIN[c]) return PLAIN[c];
    if (NOTHING.test(c)) return '';
    var base = /[\u00e0-\u024f\u1e00-\u1eff]/.test(c) ? c.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : '';
    return /^[a-z]$/.test(base) ? base : c;
  }
  /* A sign as [what it is, its plain form]: word, joint, nothing, gapless, or '' between words. */
  function fold(c) {
    if (c >= '\uff01' && c <= '\uff5e') c = String.fromCharCode(c.charCodeAt(0) - 0xfee0);
    if (c < '\u0080') return /[a-z0-9]/i.test(c) ? ['word', c.toLowerCase()] : /[-._]/.test(c) ? ['joint', ''] : c === "'" ? ['nothing', ''] : ['', ''];
    if (NOTHING.test(c)) return ['nothing', ''];
    if (GAPLESS.test(c)) return ['gapless', c];
    return LETTER.test(c) ? ['word', Array.from(c.toLowerCase()).map(plain).join('')] : ['', ''];
  }
  function folded(text) { return Array.from(text).map(function (c) { return fold(c)[1]; }).join(''); }
  /* What is typed as words to look for: an id is one of them, and so are each two signs of a script without gaps. */
  function terms(text) {
    var out = [], parts = [], word = [], run = [], hasDigit = false;
    function endRun() {
      if (run.length === 1) out.push(run[0]);
      for (var i = 1; i < run.length; i++) out.push(run[i - 1] + run[i]);
      run = [];
    }
    function endWord() { if (word.length) parts.push(word.join('')); word = []; }
    function end() {
      endWord();
      var joined = parts.join('');
      if (parts.length > 1 && hasDigit && Array.from(joined).length <= JOINED) out.push(joined); else out.push.apply(out, parts);
      parts = []; hasDigit = false;
    }
    Array.from(text).forEach(function (c) {
      var sign = fold(c), kind = sign[0];
      if (kind === 'nothing') return;
      if (kind === 'gapless') { end(); run.push(c); return; }
      endRun();
      if (kind === 'word') { if (word.length < LONGEST) { word.push(sign[1]); hasDigit = hasDigit || DIGIT.test(sign[1]); } }
      else if (kind === 'joint') endWord();
      else end();
    });
    end(); endRun();
    return out.filter(function (term, at) { return term && out.indexOf(term) === at; });
  }

  /* 2. files */
  function bytes(text) { return unescape(encodeURIComponent(text)); }
  function name(kind, key) {
    return kind + '-' + key.replace(/[^a-z0-9]/g, function (c) { return '_' + ('0' + c.charCodeAt(0).toString(16)).slice(-2); });
  }
  /* The file that holds the words that begin like this. */
  function place(term) {
    var key = bytes(term), low = 0, high = starts.length - 1, at = 0;
    while (low <= high) {
      var mid = (low + high) >> 1;
      if (starts[mid] <= key) { at = mid; low = mid + 1; } else high = mid - 1;
    }
    // What several shelves begin with has its best apart.
    var of = (starts[at] || '').indexOf(key) === 0 ? at : at + 1;
    return of + 1 < starts.length && starts[of].indexOf(key) === 0 && starts[of + 1].indexOf(key) === 0 ? name('t', key) : name('w', starts[at] || '');
  }
  function load(names, then) {
    var left = 1;
    function done() { if (!--left) then(); }
    names.forEach(function (name) {
      var known = files[name];
      if (known === true) return;
      left++;
      if (known) { known.push(done); return; }
      files[name] = [done];
      var s = d.createElement('script');
      var of = name === 'index' ? stamp : version;
      s.setAttribute('src', root + 'search/' + name + '.js' + (of ? '?v=' + of : ''));
      s.onload = s.onerror = function (e) {
        var waiting = files[name];
        // What did not come may come another time.
        files[name] = e.type === 'load' || undefined;
        s.remove();
        waiting.forEach(function (f) { f(); });
      };
      d.head.appendChild(s);
    });
    done();
  }
  function register(name, of, words, told) {
    if (name === 'index') {
      index = words; version = of;
      var last = [];
      starts = index.starts.split(',').map(function (entry) {
        last = last.slice(0, parseInt(entry[0], 36)).concat(Array.from(entry.slice(1)));
        return bytes(last.join(''));
      });
      return;
    }
    // A site that was built anew since the index was loaded counts otherwise.
    if (of !== version) { isMixed = true; return; }
    shelves[name] = words.split(',').map(function (entry) {
      var parts = entry.split(' '), isCut = parts[0][0] === '!';
      return { word: isCut ? parts[0].slice(1) : parts[0], isCut: isCut, lists: parts.slice(1) };
    });
    for (var i = 0; i < told.length; i += 2) records[told[i]] = told[i + 1];
  }
  function forget() {
    files = {}; shelves = {}; records = {};
    index = null; isMixed = false; stamp = Date.now();
  }
  var DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  function numbers(text) {
    var out = [], next = 0, value = 0, weight = 1;
    for (var i = 0; i < text.length; i++) {
      var digit = DIGITS.indexOf(text[i]);
      value += digit % 32 * weight; weight *= 32;
      if (digit < 32) { next += value; out.push(next++); value = 0; weight = 1; }
    }
    return out;
  }

  /* 3. finding: id, first word of the title, title, heading or mark, text; the whole word more than its beginning */
  var ROLE = [12, 9, 7, 4, 1], WHOLE = [8, 3, 3, 2, 1], TEXT = 2;
  function score(shelf, term) {
    var at = new Map(), isCut = false;
    function add(entry, isWhole, part) {
      isCut = isCut || entry.isCut;
      entry.lists.forEach(function (list, role) {
        var worth = (ROLE[role] + (isWhole ? WHOLE[role] : 0)) * part;
        numbers(list).forEach(function (n) { if (!(at.get(n) >= worth)) at.set(n, worth); });
      });
    }
    shelf.forEach(function (entry) { if (entry.word.indexOf(term) === 0) add(entry, entry.word === term, 1); });
    if (!at.size && !isCut && term.length > 3) shelf.forEach(function (entry) { if (isNear(term, entry.word)) add(entry, false, 0.5); });
    return { at: at, isCut: isCut };
  }
  /* Whether a word begins like this but for one sign: another, missing, too many, or two in the wrong order. */
  function isNear(term, word) {
    var i = 0;
    while (i < term.length && term[i] === word[i]) i++;
    var a = term.slice(i), b = word.slice(i);
    return b.indexOf(a.slice(1)) === 0 || b.slice(1).indexOf(a) === 0 || b.slice(1).indexOf(a.slice(1)) === 0 ||
      a[1] === b[0] && a[0] === b[1] && b.slice(2).indexOf(a.slice(2)) === 0;
  }
  function best(found, isAll) {
    var total = new Map(), must = isAll ? found.filter(function (f) { return !f.isCut; }) : [];
    (must.length ? must.slice(0, 1) : found).forEach(function (f) { f.at.forEach(function (_, n) { total.set(n, 0); }); });
    total.forEach(function (_, n) {
      if (must.every(function (f) { return f.at.has(n); })) {
        total.set(n, found.reduce(function (sum, f) { return sum + (f.at.get(n) || 0); }, 0));
      } else total.delete(n);
    });
    return Array.from(total).map(function (one) {
      var isTitle = found.some(function (f) { return f.at.get(one[0]) > TEXT; });
      return { n: one[0], worth: one[1], isTitle: isTitle };
    }).sort(function (a, b) { return b.isTitle - a.isTitle || b.worth - a.worth || a.n - b.n; });
  }
  /* Gives { hits, count, isPart, isOpen, asked } to `then`: isPart where no hit has all words, isOpen where there may be
     more, since of a common word not all is told. */
  function find(text, most, then, isAgain) {
    load(['index'], function () {
      if (!index) return then(null);
      var asked = terms(text), names = asked.map(place);
      load(names, function () {
        if (isMixed && !isAgain) { forget(); return find(text, most, then, true); }
        var found = asked.map(function (term, i) { return score(shelves[names[i]] || [], term); });
        var hits = best(found, true), isPart = !hits.length && asked.length > 1;
        if (isPart) hits = best(found, false);
        var whole = hits.filter(function (hit) { return found.every(function (f) { return f.at.has(hit.n); }); }).length;
        var shown = hits.slice(0, most), missing = shown.filter(function (hit) { return !records[hit.n]; });
        load(missing.map(function (hit) { return 'r-' + Math.floor(hit.n / index.block); }), function () {
          shown.forEach(function (hit) { hit.record = records[hit.n]; });
          then({ hits: shown.filter(function (hit) { return hit.record; }), count: whole || hits.length, isPart: isPart && hits.length > 0,
            isOpen: found.some(function (f) { return f.isCut; }), asked: asked });
        });
      });
    });
  }

  /* 4. showing: text nodes only */
  function el(name, attributes, inner) {
    var e = d.createElement(name);
    Object.keys(attributes || {}).forEach(function (k) { if (attributes[k] !== null) e.setAttribute(k, attributes[k]); });
    [].concat(inner || []).forEach(function (c) { e.appendChild(typeof c === 'string' ? d.createTextNode(c) : c); });
    return e;
  }
  function icon(name) { return el('i', { 'class': 'i i-' + name }); }
  /* A title whose words that begin like what is asked are marked. */
  function marked(title, asked) {
    var out = [], signs = Array.from(title), on = signs.map(function () { return false; });
    signs.forEach(function (c, i) {
      if (!/word|gapless/.test(fold(c)[0]) || i && fold(signs[i - 1])[0] === 'word' && fold(c)[0] === 'word') return;
      asked.forEach(function (term) {
        var got = '', j = i;
        while (j < signs.length && got.length < term.length && term.indexOf(got) === 0) { if (got && !fold(signs[j])[0]) break; got += fold(signs[j++])[1]; }
        if (got.indexOf(term) === 0) for (var k = i; k < j; k++) on[k] = true;
      });
    });
    for (var i = 0; i < signs.length;) {
      var j = i;
      while (j < signs.length && on[j] === on[i]) j++;
      var part = signs.slice(i, j).join('');
      out.push(on[i] ? el('mark', {}, part) : part);
      i = j;
    }
    return out;
  }
  /* kind, title, address, id, what it is a part of, state */
  function parts(record, asked) {
    var kind = index.kinds[record[0]], state = index.states[record[5]];
    return {
      href: root + record[2], icon: kind[0], kind: kind[1], title: marked(record[1], asked), id: record[3] ? el('bdi', { 'class': 'id' }, marked(record[3], asked)) : null,
      parent: record[4], state: state && el('span', { 'class': 'st st-' + state[0] }, [icon(state[0]), state[1]])
    };
  }
  function say(words, n) { return words.replace('{shown}', n); }
  function summary(answer) {
    var w = index.words;
    return isMixed ? w.mixed : !answer.count ? w.none : answer.isPart ? w.some : say(answer.isOpen ? w.atleast : w.count, answer.count);
  }

  /* 5. the overlay */
  var dialog, input, list, status, options = [], at = 0, turn = 0, MOST = 10;
  function build(label) {
    input = el('input', { type: 'text', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'sd-res', 'aria-autocomplete': 'list', 'aria-label': label, placeholder: label, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', enterkeyhint: 'go' });
    list = el('div', { 'class': 'res', id: 'sd-res', role: 'listbox', 'aria-label': label });
    status = el('span', { role: 'status' });
    var close = el('button', { type: 'button', 'class': 'btn' }, el('kbd', {}, 'Esc'));
    dialog = el('dialog', { 'class': 'sd', 'aria-label': label }, [el('div', { 'class': 'q' }, [icon('search'), input, close]), list, el('div', { 'class': 'keys' }, status)]);
    d.body.appendChild(dialog);
    close.addEventListener('click', function () { dialog.close(); });
    input.addEventListener('input', update);
    input.addEventListener('keydown', key);
    dialog.addEventListener('click', function (e) {
      var option = e.target.closest('[role="option"]');
      if (e.target === dialog || option && !(e.ctrlKey || e.metaKey || e.shiftKey)) dialog.close();
      // Who is there already need not load the page again.
      if (option && option.href === location.href) e.preventDefault();
    });
    list.addEventListener('mousemove', function (e) {
      var option = e.target.closest('[role="option"]');
      if (option && options.indexOf(option) !== at) select(options.indexOf(option), true);
    });
  }
  /* The words of the search come with the index. */
  function word() {
    var w = index && index.words, keys = dialog.lastChild;
    if (!w || keys.childNodes.length > 1) return;
    dialog.querySelector('.q .btn').setAttribute('aria-label', 'Esc: ' + w.close);
    list.setAttribute('aria-label', w.list);
    input.placeholder = w.hint;
    var hint = [el('bdi', {}, [el('kbd', {}, '↑'), ' ', el('kbd', {}, '↓'), ' ' + w.move]), el('bdi', {}, [el('kbd', {}, 'Enter'), ' ' + w.open])];
    keys.insertBefore(el('span', { 'class': 'hint' }, hint), status);
    update();
  }
  function key(e) {
    if (e.isComposing || e.keyCode === 229) return;
    var last = options.length - 1;
    if (e.key === 'ArrowDown' && last >= 0) select(at < last ? at + 1 : 0);
    else if (e.key === 'ArrowUp' && last >= 0) select(at > 0 ? at - 1 : last);
    else if (e.key === 'Enter' && options[at]) options[at].click();
    else return;
    e.preventDefault();
  }
  function select(to, isPointed) {
    if (options[at]) options[at].setAttribute('aria-selected', 'false');
    at = to;
    var option = options[at];
    if (!option) { input.removeAttribute('aria-activedescendant'); return; }
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    if (!isPointed) option.scrollIntoView({ block: 'nearest' });
  }
  function option(to) {
    var end = [to.id, to.state].filter(Boolean);
    var title = to.parent ? [el('span', {}, to.title), el('span', { 'class': 'sub' }, to.parent)] : [el('span', {}, to.title)];
    return el('a', { role: 'option', tabindex: '-1', 'aria-selected': 'false', href: to.href }, [
      el('span', { 'class': 'k' }, [icon(to.icon), to.kind]), el('span', { 'class': 't' }, title), el('span', { 'class': 'e' }, end)]);
  }
  function show(groups) {
    list.textContent = '';
    options = [];
    groups.forEach(function (group, g) {
      if (!group.options.length) return;
      var inner = group.label ? [el('div', { 'class': 'g', id: 'sd-g' + g }, group.label)] : [];
      group.options.forEach(function (option) { option.id = 'sd-' + options.length; options.push(option); });
      list.appendChild(el('div', { role: 'group', 'aria-labelledby': group.label ? 'sd-g' + g : null, 'aria-label': group.label ? null : index.words.list }, inner.concat(group.options)));
    });
    list.hidden = !options.length;
    input.setAttribute('aria-expanded', String(!!options.length));
    at = 0;
    select(0);
    list.scrollTop = 0;
  }
  /* Before anything is typed: the views, as the navigation of the page has them. */
  function views() {
    return Array.from(d.querySelectorAll('#nav ul:not(.tree) a')).map(function (a) {
      var words = Array.from(a.childNodes).filter(function (n) { return n.nodeType === 3; }).map(function (n) { return n.textContent; }).join('');
      var of = a.querySelector('i.i');
      return option({ href: a.href, icon: of ? of.className.replace(/^i i-/, '') : 'eye', kind: index.kinds[index.kinds.length - 1][1], title: [words] });
    });
  }
  function update() {
    var mine = ++turn, text = input.value;
    if (!terms(text).length) {
      if (!index) return;
      status.textContent = '';
      return show([{ label: index.words.views, options: views() }]);
    }
    find(text, MOST, function (answer) {
      if (mine !== turn || !answer) return;
      var of = function (isTitle) {
        return answer.hits.filter(function (hit) { return hit.isTitle === isTitle; }).map(function (hit) { return option(parts(hit.record, answer.asked)); });
      };
      var more = answer.count > answer.hits.length ? [el('a', { role: 'option', tabindex: '-1', 'aria-selected': 'false', 'class': 'all', href: root + 'search.html?q=' + encodeURIComponent(text) }, index.words.all)] : [];
      show([{ options: of(true) }, { label: index.words.text, options: of(false) }, { options: more }]);
      status.textContent = summary(answer);
    });
  }
  function open(label) {
    if (!dialog) build(label);
    if (!dialog.open) dialog.showModal();
    load(['index'], word);
    input.select();
    input.focus();
  }

  /* 6. the page */
  var form = d.querySelector('form[data-find]'), box = d.querySelector('[data-found]'), PAGE = 60;
  function row(hit, asked) {
    var to = parts(hit.record, asked);
    return el('li', {}, [el('span', {}, [icon(to.icon)]), el('span', {}, [el('a', { 'class': 'title', href: to.href }, to.title)].concat(to.id ? [' ', to.id] : [])),
      el('span', { 'class': 'end' }, to.state || ''), el('span', { 'class': 'why' }, [to.kind].concat(to.parent ? [' · ', to.parent] : []))]);
  }
  function answerPage() {
    var field = form.elements.q, mine = ++turn, text = field.value;
    try { history.replaceState(null, '', text ? '?q=' + encodeURIComponent(text) : location.pathname); } catch (e) {}
    if (!terms(text).length) { box.textContent = ''; return; }
    find(text, PAGE, function (answer) {
      if (mine !== turn || !answer) return;
      box.textContent = '';
      box.appendChild(el('p', { 'class': 'sub', role: 'status' }, summary(answer)));
      box.appendChild(el('ul', { 'class': 'rows' }, answer.hits.map(function (hit) { return row(hit, answer.asked); })));
      if (answer.count > answer.hits.length) box.appendChild(el('p', { 'class': 'sub mt2' }, say(index.words.first, answer.hits.length)));
    });
  }
  if (form && box) {
    form.elements.q.value = new URLSearchParams(location.search).get('q') || '';
    form.elements.q.addEventListener('input', answerPage);
    form.addEventListener('submit', function (e) { e.preventDefault(); answerPage(); });
    if (form.elements.q.value) answerPage();
  }

  window.plansiteSearch = register;
  register.open = open;
  register.terms = terms;
})();
