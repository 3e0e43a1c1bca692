// On paper, in the colours of the system, without movement.
import { each, onDisk } from '../browser.mjs';
import { wide } from './looks.mjs';

/** A4 between its margins, in CSS pixels. */
const PAPER = 718;

export async function media({ browser, tabs, chosen, faults }) {
  await each(browser, tabs, {}, chosen, faults, async (tab, { folder, page }) => {
    const told = (look, what) => faults.add(folder.name, page, look, what);
    await tab.page.setViewportSize({ width: PAPER, height: 1000 });
    await tab.page.emulateMedia({ media: 'print', reducedMotion: 'no-preference', forcedColors: 'none' });
    await tab.goto(onDisk(folder, page));
    for (const what of await tab.page.evaluate(wide)) told('print', what);
    for (const what of await tab.page.evaluate(chrome)) told('print', what);
    await tab.page.emulateMedia({ media: 'screen', reducedMotion: 'reduce', forcedColors: 'active' });
    for (const what of await tab.page.evaluate(moving)) told('reduced motion', what);
    for (const what of await tab.page.evaluate(hollow)) told('forced colours', what);
    for (const what of tab.wrong()) told('print', what);
  });
  return chosen.length * 3;
}

/** In the page: what is of no use on paper. */
function chrome() {
  const shown = (selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
  return ['.bar', 'nav.side', '.skip'].filter(shown).map((selector) => `${selector} is printed`);
}

/** In the page: what moves although the reader asked for rest. */
function moving() {
  const seconds = (text) => Math.max(...text.split(',').map((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 0.001 : 1)));
  const moves = [...document.querySelectorAll('*')].find((element) => {
    const style = getComputedStyle(element);
    return seconds(style.transitionDuration) > 0.01 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01);
  });
  return moves ? [`${moves.tagName.toLowerCase()}.${moves.className} moves`] : [];
}

/** In the page: bars and icons that would vanish, since the system takes their colour away. */
function hollow() {
  const gone = [...document.querySelectorAll('main i.i, main .pb')].find((element) => {
    const style = getComputedStyle(element);
    const isDrawn = style.backgroundColor !== getComputedStyle(document.body).backgroundColor || parseFloat(style.borderTopWidth) > 0;
    return element.checkVisibility() && !isDrawn;
  });
  return gone ? [`${gone.className} cannot be seen`] : [];
}
