/** Numbers as people write them, in digits and in words, Indonesian and English: pure. */

export interface NumberRead {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What the last digit that was written stands for: 10,000 of "1,38 juta". Rounded to it, a figure may bear the number out. */
  readonly step: number;
  readonly percent: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  ratus: 1e2,
  hundred: 1e2,
  ribu: 1e3,
  rb: 1e3,
  thousand: 1e3,
  juta: 1e6,
  jt: 1e6,
  million: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  billion: 1e9,
  triliun: 1e12,
  trillion: 1e12,
};

const DIGITS: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};

const WHOLE: Readonly<Record<string, number>> = {
  sepuluh: 10,
  sebelas: 11,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** One of a scale in a single word. */
const ONE_OF: Readonly<Record<string, number>> = { seratus: 1e2, seribu: 1e3, sejuta: 1e6 };

const alternatives = (...tables: object[]) => tables.flatMap((table) => Object.keys(table)).join('|');
const WORD = `(?:${alternatives(DIGITS, WHOLE, ONE_OF, SCALES)}|belas|puluh)`;
const SPOKEN = new RegExp(`(?<![\\p{L}\\d-])${WORD}(?:[ \\u00a0-]+(?:and )?${WORD})*(?![\\p{L}\\d])`, 'giu');
/** Not inside a word, a code or a longer number. */
const WRITTEN = /(?<![\p{L}\d/.,-])\d+(?:[.,\u00a0\u202f]\d+)*(?![\p{L}\d/]|[.,]\d)/gu;
const SCALE_AFTER = new RegExp(`^[ \\u00a0]?(${alternatives(SCALES)})(?![\\p{L}\\d])`, 'iu');
const PERCENT_AFTER = /^[ \u00a0]?(?:%|persen\b|percent\b|per cent\b|prosen\b)/iu;

/** "koma lima delapan": digit by digit. */
const FRACTION_AFTER = new RegExp(
  `^\\s(?:koma|point)\\s((?:${alternatives(DIGITS)})(?:\\s(?:${alternatives(DIGITS)}))*)(?![\\p{L}\\d])`,
  'iu',
);

/** Every number of a text in its order. */
export function readNumbers(text: string): NumberRead[] {
  const written = joined(
    text,
    [...text.matchAll(WRITTEN)].map((match) => writtenAt(text, match)),
  );
  const spoken = [...text.matchAll(SPOKEN)].flatMap((match) => spokenAt(text, match));
  const free = spoken.filter(
    ({ start, end }, place) =>
      // The digits after "koma" were read with what stands before it.
      !(place > 0 && start < spoken[place - 1]!.end) && !written.some((one) => start < one.end && end > one.start),
  );
  return [...written, ...free].toSorted((a, b) => a.start - b.start);
}

function writtenAt(text: string, match: RegExpExecArray): NumberRead {
  const start = match.index;
  let end = start + match[0].length;
  const scale = SCALE_AFTER.exec(text.slice(end));
  if (scale) end += scale[0].length;
  const sign = PERCENT_AFTER.exec(text.slice(end));
  const factor = scale ? SCALES[scale[1]!.toLowerCase()]! : 1;
  const { value, decimals } = readDigits(match[0], Boolean(scale ?? sign));
  if (sign) end += sign[0].length;
  return { start, end, value: rounded(value * factor), step: factor / 10 ** decimals, percent: sign !== null };
}

/**
 * Points and commas mean thousands or decimals by where they stand: groups of three are thousands, unless one alone stands before a
 * percent sign or "juta", where nobody writes thousands.
 */
export function readDigits(digits: string, mayBeFraction: boolean): { value: number; decimals: number } {
  const parts = digits.split(/[.,\u00a0\u202f]/);
  const marks = digits.replaceAll(/\d/g, '');
  const last = parts.at(-1)!;
  const groups = parts.slice(1);
  const one = marks.length === 1;
  const allThree = groups.every((group) => group.length === 3) && parts[0]!.length <= 3 && parts[0] !== '0';
  const sameMark = marks === marks.charAt(0).repeat(marks.length);
  if (marks === '' || (allThree && sameMark && !(one && mayBeFraction)))
    return { value: Number(parts.join('')), decimals: 0 };
  return { value: Number(`${parts.slice(0, -1).join('')}.${last}`), decimals: last.length };
}

/** "1 juta 378 ribu 146" is one number. */
function joined(text: string, numbers: readonly NumberRead[]): NumberRead[] {
  const out: NumberRead[] = [];
  for (const number of numbers) {
    const before = out.at(-1);
    const goesOn =
      before !== undefined &&
      before.step >= 1e3 &&
      !before.percent &&
      number.value < before.step &&
      /^[ \u00a0]$/.test(text.slice(before.end, number.start));
    if (goesOn) out[out.length - 1] = { ...number, start: before.start, value: before.value + number.value };
    else out.push(number);
  }
  return out;
}

function spokenAt(text: string, match: RegExpExecArray): NumberRead[] {
  const whole = readSpoken(match[0]);
  if (whole === null) return [];
  const start = match.index;
  let end = start + match[0].length;
  const scales = Object.values(SCALES).filter((scale) => scale <= whole && whole % scale === 0);
  let [value, step] = [whole, Math.max(1, ...scales)];
  const fraction = FRACTION_AFTER.exec(text.slice(end));
  if (fraction) {
    const digits = fraction[1]!
      .toLowerCase()
      .split(/\s+/)
      .map((word) => DIGITS[word]!);
    value = rounded(whole + Number(digits.join('')) / 10 ** digits.length);
    step = 10 ** -digits.length;
    end += fraction[0].length;
  }
  const sign = PERCENT_AFTER.exec(text.slice(end));
  return [{ start, end: end + (sign?.[0].length ?? 0), value, step, percent: sign !== null }];
}

/** "dua ribu seratus lima puluh delapan" is 2158; `null` for words that are no number together ("satu dua", "juta"). */
export function readSpoken(words: string): number | null {
  let sum = 0;
  let below = 0;
  let digit: number | null = null;
  let limit = Infinity;
  const settle = () => {
    below += digit ?? 0;
    digit = null;
  };
  for (const word of words.toLowerCase().split(/[\s\u00a0-]+/)) {
    if (word === 'and') continue;
    if (word in DIGITS || word in WHOLE) {
      if (digit !== null && digit < 20) return null;
      settle();
      if (below % 10 !== 0) return null;
      digit = DIGITS[word] ?? WHOLE[word]!;
    } else if (word === 'belas' || word === 'puluh') {
      if (digit === null || digit < 1 || digit > 9) return null;
      digit = word === 'belas' ? digit + 10 : digit * 10;
      if (word === 'puluh') settle();
    } else if (word === 'ratus' || word === 'hundred' || word === 'seratus') {
      if (word === 'seratus' ? below !== 0 || digit !== null : digit === null || below !== 0) return null;
      below = (digit ?? 1) * 100;
      digit = null;
    } else {
      const scale = ONE_OF[word] ?? SCALES[word]!;
      settle();
      if (word in ONE_OF ? below !== 0 : below === 0) return null;
      if (scale >= limit) return null;
      limit = scale;
      sum += (below || 1) * scale;
      below = 0;
    }
  }
  settle();
  return sum + below;
}

/** 196.5 x 1,000,000 is 196,500,000 and not a hair beside it. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
