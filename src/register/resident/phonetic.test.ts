import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameWords, phoneticKey, soundOf, wordKeys } from './phonetic.ts';

const anyName = fc
  .array(fc.stringMatching(/^[A-Za-z]{1,12}$/), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

describe('names that are said alike have one key', () => {
  test.each([
    ['Soekarno', 'Sukarno'],
    ['Djoko Soerjadi', 'Joko Suryadi'],
    ['Tjahjono', 'Cahyono'],
    ['Widjaja', 'Wijaya'],
    ['Soenarjo Tjokro', 'Sunaryo Cokro'],
    ['Sjarifuddin', 'Syarifudin'],
    ['Njoman', 'Nyoman'],
    ['Achmad', 'Ahmad'],
    ['Akhmad', 'Ahmat'],
    ['Chairul', 'Khairul'],
    ['Chairul', 'Hairul'],
    ['Muhammad Yusuf', 'Moh. Jusuf'],
    ['Muh Yusup', 'Mohamad Yusuf'],
    ['Mhd. Ali', 'M. Ali'],
    ['Mochamad', 'Muhammad'],
    ['Fauzi', 'Pauji'],
    ['Novi', 'Nopi'],
    ['Zainal', 'Jaenal'],
    ['Aziz', 'Ajis'],
    ['Rizky', 'Riski'],
    ['Rizqi', 'Rizki'],
    ['Taufiq', 'Taufik'],
    ['Sholeh', 'Soleh'],
    ['Fitriyani', 'Fitriani'],
    ['Arief', 'Arif'],
    ['Eddy', 'Edi'],
    ['Rudie', 'Rudy'],
    ['Dzulkifli', 'Zulkipli'],
    ['Ramadhan', 'Ramadan'],
    ['Romadlon', 'Romadhon'],
    ['Thohir', 'Tohir'],
    ['Alex', 'Aleks'],
    ['Christian', 'Kristian'],
    ['Slamet', 'Selamet'],
    ['Chandra', 'Candra'],
    ['Johannes', 'Yohanes'],
    ["Nur'aini", 'Nur Aini'],
    ['Nurhayati', 'Nur Hayati'],
    ['Abdurrahman', 'Abdul Rahman'],
    ['Abd. Rahman', 'ABDURAHMAN'],
    ['Sri Wahyuni', 'SRIWAHYUNI'],
    ['Yakub', 'Yaqup'],
    ['H. Sukarno', 'Soekarno'],
    ['Dr. Ir. H. Budi Contoh, M.M.', 'Budi Contoh'],
    ['Budi Contoh S.Kom', 'BUDI CONTOH'],
    ['Budi Contoh, S.H.', 'Hj. Contoh Budi'],
    ['Jákob', 'Jakob'],
  ])('%s, %s', (a, b) => {
    expect(phoneticKey(a)).toBe(phoneticKey(b));
  });

  test('order of words and capitals do not matter', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        // Titles and degrees depend on the place of a word, so the words are those that remain.
        const words = nameWords(`Budi ${name} Budi`);
        const sorted = words.toSorted();
        expect(phoneticKey(`Budi ${sorted.join(' ').toLowerCase()} Budi`)).toBe(
          phoneticKey(`Budi ${sorted.toReversed().join(' ')} Budi`),
        );
      }),
    );
  });
});

describe('names that are said differently do not', () => {
  test.each([
    ['Budi Contoh', 'Budi Santoso'],
    ['Siti Aminah', 'Siti Maimunah'],
    ['Wati', 'Yati'],
    ['Sari', 'Susi'],
    ['Abdullah', 'Abdul Rahman'],
    ['Ali', 'Ela Wati'],
  ])('%s, %s', (a, b) => {
    expect(phoneticKey(a)).not.toBe(phoneticKey(b));
  });

  test('ten thousand different sounds give ten thousand keys', () => {
    const sounds = new Set<string>();
    const keys = new Set<bigint>();
    for (let i = 0; i < 10_000; i++) {
      const word = Array.from(String(i), (digit) =>
        'BADIGUKALIMUNARIPUTA'.slice(Number(digit) * 2, Number(digit) * 2 + 2),
      );
      sounds.add(soundOf(word.join('')));
      keys.add(phoneticKey(word.join('')));
    }
    expect(keys.size).toBe(sounds.size);
    expect(keys.size).toBeGreaterThan(9_000);
  });
});

describe('keys', () => {
  test('fit a signed bigint; only a name without letters has 0', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        for (const key of [phoneticKey(name), ...wordKeys(name)]) expect(BigInt.asIntN(64, key)).toBe(key);
      }),
    );
    expect(phoneticKey('123 !')).toBe(0n);
    expect(wordKeys('')).toEqual([]);
  });

  test('stay what they are: they are stored', () => {
    expect(phoneticKey('SITI AMINAH')).toMatchInlineSnapshot(`7164747368008569041n`);
    expect(wordKeys('SITI AMINAH')).toMatchInlineSnapshot(`
      [
        695393825568325632n,
        50997582679244800n,
      ]
    `);
  });

  test('a word has the same key in every name of the same spelling', () => {
    expect(wordKeys('Siti Aminah')).toContain(wordKeys('Aminah')[0]);
    expect(wordKeys('Aminah Siti Aminah')).toHaveLength(2);
  });

  test('a title alone is a name', () => {
    expect(nameWords('Haji')).toEqual(['HAJI']);
    expect(nameWords('Ma')).toEqual(['MA']);
    expect(phoneticKey('Raden')).not.toBe(0n);
  });
});
