// What can be pressed is 24 px large, or has that much room around its middle.

/**
 * In the page: what is too small and too near to something else. axe asks the same, but lets pass what stands below
 * the first screen. A link within a sentence is as high as its line, which the guidelines allow.
 */
export function crowded() {
  const LEAST = 24;
  const PRESSED = 'a[href], button, summary, select, textarea, input:not([type=hidden])';
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const around = [...element.parentElement.childNodes];
    return around.some((node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent));
  };
  const places = (element) => {
    // A choice is pressed on its words; of a link that goes on in the next line each part can be pressed.
    const shown = element.matches('input') && element.labels?.[0] ? element.labels[0] : element;
    const boxes = [...shown.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    const isSmall = boxes.every(({ width, height }) => width < LEAST || height < LEAST);
    return boxes.map(({ left, right, top, bottom }) => ({ element, left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2, isSmall }));
  };
  const isSeen = (element) => (element.matches('input') ? element.labels?.[0] ?? element : element).checkVisibility({ visibilityProperty: true });
  const all = [...document.querySelectorAll(PRESSED)].filter((element) => isSeen(element) && !element.disabled && !element.matches('.skip')).flatMap(places);
  all.sort((one, other) => one.top - other.top);
  const isNear = (one, other) => {
    const across = Math.max(other.left - one.x, 0, one.x - other.right);
    const down = Math.max(other.top - one.y, 0, one.y - other.bottom);
    const reaches = Math.hypot(across, down) < LEAST / 2 - 0.5;
    return reaches || (other.isSmall && Math.hypot(one.x - other.x, one.y - other.y) < LEAST - 0.5);
  };
  const isSame = (one, other) => one.href && one.href === other.href;
  // What stays at an edge of the window while the page scrolls lies over everything once.
  const edge = (element) => (element ? (['sticky', 'fixed'].includes(getComputedStyle(element).position) ? element : edge(element.parentElement)) : null);
  const wrong = [];
  all.forEach((one, at) => {
    if (!one.isSmall || isInSentence(one.element)) return;
    const near = [...all.slice(Math.max(0, at - 40), at), ...all.slice(at + 1, at + 40)].find((other) => other.element !== one.element && !isSame(one.element, other.element) && edge(one.element) === edge(other.element) && !one.element.contains(other.element) && !other.element.contains(one.element) && isNear(one, other));
    if (near) wrong.push([one, near]);
  });
  if (!wrong.length) return [];
  const [{ element, top, bottom, left, right }, near] = wrong[0];
  const name = (one) => `${one.tagName.toLowerCase()}${one.className ? `.${one.className.toString().split(' ').join('.')}` : ''} "${one.textContent.trim().slice(0, 30)}"`;
  const within = element.closest('[class]:not(a, button)')?.className;
  return [`${wrong.length} small targets too near to others: ${name(element)} in .${within}, ${Math.round(right - left)} x ${Math.round(bottom - top)}, near ${name(near.element)}`];
}
