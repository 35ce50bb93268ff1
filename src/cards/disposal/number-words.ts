/** Whole numbers in Indonesian words, as minutes carry them beside the digits: 1.378 is "seribu tiga ratus tujuh puluh delapan". Pure. */
const UNITS = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

const GROUPS: readonly (readonly [number, string])[] = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1e3, 'ribu'],
];

/** Refuses what is no whole number from 0 to below 10^15. */
export function inWords(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= 1e15) throw new RangeError('a whole number below 10^15');
  return n === 0 ? 'nol' : words(n);
}

function words(n: number): string {
  for (const [size, name] of GROUPS) {
    if (n < size) continue;
    const head = n < 2_000 ? 'seribu' : `${words(Math.floor(n / size))} ${name}`;
    return joined(head, n % size);
  }
  if (n >= 200) return joined(`${UNITS[Math.floor(n / 100)]} ratus`, n % 100);
  if (n >= 100) return joined('seratus', n - 100);
  if (n >= 20) return joined(`${UNITS[Math.floor(n / 10)]} puluh`, n % 10);
  return n >= 12 ? `${UNITS[n - 10]} belas` : UNITS[n]!;
}

const joined = (head: string, rest: number) => (rest === 0 ? head : `${head} ${words(rest)}`);
