// Chance that falls the same way every time.

/** Numbers from 0 to 1, the same for the same name. */
export function dice(name) {
  let state = [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.codePointAt(0), 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of a list, in its order. */
export function some(list, many, name) {
  const roll = dice(name);
  let wanted = Math.min(many, list.length);
  return list.filter((_, at) => roll() * (list.length - at) < wanted && wanted-- > 0);
}
