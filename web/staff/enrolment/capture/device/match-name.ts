/** Which finger a file is of, as offices name their files: `kanan-telunjuk`, `right_index`, `finger_2`, `2.fmr`. */

const SIDES: readonly (readonly [right: boolean, words: readonly string[], letters: readonly string[]])[] = [
  [true, ['kanan', 'right'], ['r', 'ka']],
  [false, ['kiri', 'left'], ['l', 'ki']],
];
const KINDS: readonly (readonly string[])[] = [
  ['jempol', 'ibujari', 'thumb'],
  ['telunjuk', 'index', 'fore'],
  ['tengah', 'middle'],
  ['manis', 'ring'],
  ['kelingking', 'little', 'pinky'],
];

/** The position 1 to 10 that a file's name speaks of, or null where it speaks of none or of more than one. */
export function fingerOfName(name: string): number | null {
  const { text, tokens } = taken(name);
  const kinds = KINDS.flatMap((words, kind) => (words.some((word) => text.includes(word)) ? [kind] : []));
  if (kinds.length > 1) return null;
  const right = sideOf(text, tokens);
  if (kinds.length === 1) return right === null ? null : (right ? 1 : 6) + kinds[0]!;
  const named = /(?:finger|jari|fgp|pos|posisi)[^a-z0-9]*0?([1-9]|10)(?![0-9])/.exec(name.toLowerCase())?.[1];
  const numbers = tokens.filter((token) => /^f?0?([1-9]|10)$/.test(token));
  const number = named ?? (numbers.length === 1 ? numbers[0]!.replace(/^f?0?/, '') : null);
  return number === null ? null : Number(number);
}

function taken(name: string): { text: string; tokens: readonly string[] } {
  const stem = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { text: stem.replaceAll(/[^a-z]/g, ''), tokens: stem.split(/[^a-z0-9]+/).filter(Boolean) };
}

function sideOf(text: string, tokens: readonly string[]): boolean | null {
  const found = SIDES.filter(
    ([, words, letters]) => words.some((word) => text.includes(word)) || letters.some((word) => tokens.includes(word)),
  );
  return found.length === 1 ? found[0]![0] : null;
}
