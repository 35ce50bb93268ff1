import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asCivilDate } from '../../../core/time/index.ts';
import { readDates, weekdayOf } from './date-text.ts';
import { readLaws } from './law-text.ts';
import { LAWS } from './laws.ts';
import { readNumbers, readSpoken } from './number-text.ts';

const value = (text: string) => readNumbers(text).map((each) => each.value);

/** A whole number in Indonesian words, written here by another rule than the one that reads. */
function inWords(n: number): string {
  const units = [
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
  ];
  const rest = (by: number, word: string, one: string) =>
    `${n < 2 * by ? one : `${inWords(Math.floor(n / by))} ${word}`} ${inWords(n % by)}`.trim();
  if (n < 12) return units[n]!;
  if (n < 20) return `${units[n - 10]} belas`;
  if (n < 100) return `${units[Math.floor(n / 10)]} puluh ${inWords(n % 10)}`.trim();
  if (n < 1e3) return rest(100, 'ratus', 'seratus');
  if (n < 1e6) return rest(1e3, 'ribu', 'seribu');
  return `${inWords(Math.floor(n / 1e6))} juta ${inWords(n % 1e6)}`.trim();
}

describe('a number reads back the same in every notation', () => {
  const whole = fc.integer({ min: 1, max: 999_999_999 });

  test('whole: plain, with points, with commas, in words', () => {
    fc.assert(
      fc.property(whole, (n) => {
        const written = [String(n), n.toLocaleString('id-ID'), n.toLocaleString('en-GB'), inWords(n)];
        for (const each of written) expect(value(`sebanyak ${each} keping`), each).toEqual([n]);
      }),
    );
  });

  test('percentages: with comma or point, sign or word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 3 }), (n, digits) => {
        const share = Number((n / 100).toFixed(digits));
        for (const locale of ['id-ID', 'en-GB'])
          for (const sign of ['%', ' %', ' persen', ' percent', '\u00a0%']) {
            const text = `${share.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })}${sign}`;
            const [read] = readNumbers(`mencapai ${text} dari`);
            expect(read, text).toMatchObject({ value: share, percent: true });
          }
      }),
    );
  });

  test.each([
    ['196,5 juta', 196_500_000],
    ['196.5 million', 196_500_000],
    ['1,38 juta', 1_380_000],
    ['20 ribu', 20_000],
    ['dua puluh ribu', 20_000],
    ['seribu', 1_000],
    ['1 juta 378 ribu 146', 1_378_146],
    ['sejuta lebih', 1_000_000],
    ['sembilan puluh tujuh koma lima delapan persen', 97.58],
    ['2.158', 2_158],
    ['1130', 1_130],
    ['two thousand one hundred and fifty-eight', 2_158],
  ])('%s', (text, n) => {
    expect(value(`ada ${text} di sana`)).toEqual([n]);
  });

  test.each(['salah satu dua', 'juta', 'puluh', 'dua ribu lima ribu'])('%s is no number', (words) => {
    expect(readSpoken(words.replace('salah ', ''))).toBeNull();
  });

  test('a number inside a word, a code or a fraction is none', () => {
    for (const text of ['COVID-19', 'B3', '003/007', '470.13/11176/SJ', '11/12/2018'])
      expect(value(`kode ${text} itu`), text).toEqual([]);
  });
});

describe('a date is told apart from figures and reads back the same', () => {
  const first = asCivilDate('2000-01-01');
  const day = fc.integer({ min: 0, max: 14_000 }).map((n) => addDays(first, n));
  const monthNames = (locale: string, date: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

  test('in every notation, with and without its weekday', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [y, m, d] = date.split('-').map(Number) as [number, number, number];
        const weekday = new Intl.DateTimeFormat('id-ID', { weekday: 'long', timeZone: 'UTC' }).format(new Date(date));
        const written = [
          `(${d}/${m}/${y})`,
          `${d}-${m}-${y}`,
          date,
          monthNames('id-ID', date),
          monthNames('en-GB', date),
          monthNames('en-US', date),
        ];
        for (const each of written) {
          const [read, ...more] = readDates(`demikian ${each} ujarnya`);
          expect([read?.last, more], each).toEqual([date, []]);
        }
        expect(readDates(`ujarnya, ${weekday.toLowerCase()} (${d}/${m}/${y}).`)[0]).toMatchObject({
          last: date,
          weekday: weekdayOf(date),
        });
      }),
    );
  });

  test.each([
    ['Desember 2018', '2018-12-31', [2018]],
    ['sejak Tahun 2014', '2014-12-31', [2014]],
    ['Semester I 2018', '2018-06-30', [2018]],
    ['tahun 2011, 2012 dan 2013', '2013-12-31', [2011, 2012, 2013]],
    ['2011-2013', '2013-12-31', [2011, 2012, 2013]],
    ['5 September', null, []],
  ])('%s', (text, last, years) => {
    expect(readDates(`pada ${text} lalu`)).toMatchObject([{ last, years }]);
  });
});

test('a law is named in many ways and is the same law', () => {
  const law = fc.constantFrom(...LAWS);
  const long = {
    UU: 'Undang-Undang',
    PP: 'Peraturan Pemerintah',
    Perpres: 'Peraturan Presiden',
    Permendagri: 'Peraturan Menteri Dalam Negeri',
    PKPU: 'Peraturan KPU',
  };
  fc.assert(
    fc.property(law, ({ kind, number, year }) => {
      const names = [kind, kind.toLowerCase(), long[kind]];
      for (const name of names)
        for (const rest of [
          `${number}/${year}`,
          `no.${number} thn ${year}`,
          `Nomor ${number} Tahun ${year}`,
          `No. ${number}/${year}`,
          `${number} tahun ${year}`,
        ])
          expect(readLaws(`sesuai ${name} ${rest} yang`), `${name} ${rest}`).toMatchObject([{ kind, number, year }]);
    }),
  );
});
