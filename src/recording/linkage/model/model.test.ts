import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/text/index.ts';
import { comparer } from '../compare/compare.ts';
import { COMPARISON_NAMES, COMPARISONS, levelNumber, type ComparisonName, type LevelOf } from '../compare/level.ts';
import { en } from '../en.ts';
import { id } from '../id.ts';
import { birthForm, formMaker, type LinkageRecord } from '../record/record.ts';
import { estimate, posteriorOf, type PatternCount, type Shares } from './em.ts';
import { explainer, reasonsOf } from './explain.ts';
import { judgeBy, posteriorOfBits, priorBits } from './model.ts';
import { preparedModel } from './prepared.ts';
import { trapOf } from './trap.ts';

describe('expectation and maximisation', () => {
  const m: Shares = [
    [0.9, 0.1],
    [0.8, 0.15, 0.05],
    [0.95, 0.05],
    [0.7, 0.3],
  ];
  const u: Shares = [
    [0.05, 0.95],
    [0.02, 0.08, 0.9],
    [0.1, 0.9],
    [0.01, 0.99],
  ];
  const prior = 0.1;
  const start: Shares = m.map((levels) => levels.map((_, l) => (l === 0 ? 0.6 : 0.4 / (levels.length - 1))));
  const strangers: Shares = m.map((levels) => levels.map((_, l) => (l === 0 ? 0.2 : 0.8 / (levels.length - 1))));

  /** What a million pairs look like when m, u and the prior are true, exactly. */
  function counts(): PatternCount[] {
    const patterns = m.reduce<number[][]>(
      (all, levels) => all.flatMap((pattern) => levels.map((_, l) => [...pattern, l + 1])),
      [[]],
    );
    const chance = (pattern: number[], shares: Shares) =>
      pattern.reduce((product, level, c) => product * shares[c]![level - 1]!, 1);
    return patterns.map((pattern) => ({
      pattern,
      count: 1e6 * (prior * chance(pattern, m) + (1 - prior) * chance(pattern, u)),
    }));
  }

  const close = (found: Shares, truth: Shares) =>
    found.forEach((levels, c) => levels.forEach((share, l) => expect(share).toBeCloseTo(truth[c]![l]!, 2)));

  test('recovers the m, u and prior from which the counts were made', () => {
    const found = estimate({ counts: counts(), m: start, u: strangers, prior: 0.3, fixed: [], strength: 1 });
    close(found.m, m);
    close(found.u, u);
    expect(found.prior).toBeCloseTo(prior, 2);
  });

  test('recovers m where u is known from random pairs and the prior from rules, and leaves those alone', () => {
    const found = estimate({ counts: counts(), m: start, u, prior, fixed: ['u', 'prior'], strength: 1 });
    close(found.m, m);
    expect(found.u).toBe(u);
    expect(found.prior).toBe(prior);
  });

  test('where there is nothing to learn from, what was known before holds', () => {
    const found = estimate({ counts: [], m: start, u, prior, fixed: ['u', 'prior'], strength: 10 });
    close(found.m, start);
  });

  test('seldom levels stay seldom, however often they come', () => {
    const found = estimate({
      counts: [{ pattern: [2, 3, 1, 1], count: 1e6 }],
      m: start,
      u,
      prior: 0.9,
      fixed: ['u', 'prior'],
      strength: 10,
      seldom: [undefined, { from: 2, most: 0.1 }],
    });
    expect(found.m[1]![1]! + found.m[1]![2]!).toBeCloseTo(0.1, 6);
    expect(found.m[1]!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  test('the posterior is Bayes’s', () => {
    expect(posteriorOf([1, 0, 0, 0], m, u, prior)).toBeCloseTo((0.1 * 0.9) / (0.1 * 0.9 + 0.9 * 0.05), 10);
  });
});

type Levels = Partial<{ [Name in ComparisonName]: LevelOf<Name> }>;
const patternWith = (levels: Levels) => COMPARISON_NAMES.map((name) => levelNumber(name, levels[name] ?? null));

describe('traps', () => {
  test.each<[string, Levels, ReturnType<typeof trapOf>]>([
    ['twins', { name: 'some', birth: 'same', family: 'both', number: 'neighbour' }, 'twins'],
    ['twins whose NIKs are not known', { name: 'other', birth: 'same', family: 'mother' }, 'twins'],
    ['twins without parents in the file', { name: 'some', birth: 'same', home: 'same' }, 'twins'],
    [
      'a boy and a girl, one digit of whose NIKs differs',
      { name: 'other', birth: 'same', number: 'nikSlip', family: 'both' },
      'twins',
    ],
    ['brothers', { name: 'some', birth: 'other', family: 'both' }, 'siblings'],
    ['father and son of one name', { name: 'same', birth: 'other', family: 'card' }, 'namesakes'],
    [
      'twins whose names are a letter apart',
      { name: 'slip', birth: 'same', number: 'neighbour', family: 'both' },
      'perhapsTwins',
    ],
    [
      'twins with numbers of another kind',
      { name: 'some', birth: 'same', number: 'slip', home: 'same' },
      'perhapsTwins',
    ],
    ['a changed name under the same NIK', { name: 'other', birth: 'same', number: 'same', family: 'both' }, null],
    ['a slip in the name and nothing else', { name: 'slip', birth: 'same', family: 'both' }, null],
    ['strangers', { name: 'some', birth: 'same', family: 'other', home: 'other' }, null],
  ])('%s', (_, levels, trap) => expect(trapOf(patternWith(levels))).toBe(trap));
});

describe('reasons', () => {
  const forms = formMaker();
  const person = (name: string, birth: string): LinkageRecord => ({
    id: name,
    name: forms.name(name),
    birth: birthForm(birth),
    sex: 1,
    birthPlace: null,
    number: null,
    familyCard: null,
    mother: null,
    father: null,
    motherKey: 'k',
    home: null,
  });
  const model = preparedModel(1_000_000);
  const compare = comparer();
  const judge = judgeBy(model, null, compare);
  const [one, other] = [person('SOEKARNO CONTOH', '1945-08-05'), person('SUKARNO CONTOH', '1945-05-08')];
  const pattern = compare.compare(one, other);
  const judged = judge.judge(one, other, pattern);

  test('the bits of all reasons and of the prior make the posterior', () => {
    const bits = reasonsOf(pattern, judged).reduce((sum, { weight }) => sum + weight, 0);
    expect(bits).toBeCloseTo(judged.weight, 10);
    expect(judged.posterior).toBeCloseTo(posteriorOfBits(bits + priorBits(model)), 10);
    expect(judged.posterior).toBeGreaterThan(0.9);
  });

  test('a rare name says more than a common one', () => {
    const weight = (others: number) => {
      const unknown = () => null;
      const none = { word: unknown, birth: unknown, mother: unknown, father: unknown, birthPlace: unknown };
      const known = { records: 1e6, words: 2e6, sharedWord: 0.01, name: () => others, ...none };
      return judgeBy(model, known, compare).judge(one, other, pattern).weight;
    };
    expect(weight(0)).toBeGreaterThan(weight(1000) + 9);
  });

  test('are said in both languages, strongest first, with the trap at the end', () => {
    const texts = explainer();
    const reasons = reasonsOf(pattern, judged);
    expect(texts.sentence('id', reasons, null)).toMatch(
      /^tanggal dan bulan lahir tertukar \+\d+,\d; nama sama bunyinya \+\d+,\d; .*ibu sama \+\d+,\d|^nama sama bunyinya/,
    );
    expect(texts.sentence('en', reasons, 'twins')).toMatch(
      /name that sounds the same \+\d+\.\d.*day and month of birth exchanged|day and month of birth exchanged \+\d+\.\d.*name that sounds the same/,
    );
    expect(texts.sentence('en', reasons, 'twins')).toMatch(/twins, not one person$/);
  });

  test('every level and every trap has its words', () => {
    const keys = COMPARISON_NAMES.flatMap((name) =>
      COMPARISONS[name].levels.map((level) => `linkage.${name}.${level}`),
    );
    for (const language of LANGUAGES) {
      const texts: Readonly<Record<string, string>> = { id, en }[language];
      for (const key of [
        ...keys,
        'linkage.trap.twins',
        'linkage.trap.siblings',
        'linkage.trap.perhapsTwins',
        'linkage.trap.namesakes',
      ]) {
        expect(texts[key], `${language} ${key}`).toBeTruthy();
      }
    }
  });
});

test('what is known beforehand is a distribution for every comparison', () => {
  for (const name of COMPARISON_NAMES) {
    expect(COMPARISONS[name].m).toHaveLength(COMPARISONS[name].levels.length);
    expect(COMPARISONS[name].m.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  }
  for (const levels of preparedModel(1000).u) {
    expect(levels.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
  }
});
