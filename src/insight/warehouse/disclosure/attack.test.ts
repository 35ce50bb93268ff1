import { describe, expect, test } from 'vitest';
import { isTooThin, LEAST } from './rules.ts';
import { deduce, differences, families, isSmall, nameOf } from './given-attack.ts';
import { everyChoice, givenTown, tableOf } from './given-town.ts';

/** What disclosure control gives of a town: every table of at most three attributes that is not too thin. */
function published(seed: number) {
  const town = givenTown(5_000, seed);
  const tables = new Map(
    everyChoice(3).map((over) => {
      const inOrder = over.toSorted((a, b) => a - b);
      return [nameOf(over), { over: inOrder, cells: tableOf(town, inOrder) }] as const;
    }),
  );
  const given = [...tables].filter(([, { cells }]) => !isTooThin([...cells.values()].map(({ shown }) => shown)));
  const choices = given.map(([, { over }]) => over);
  const all = families(town, choices);
  const shown = new Map(given.map(([name, { cells }]) => [name, cells]));
  const at = (name: string) => {
    const [table, cell] = name.split('|') as [string, string];
    return shown.get(table)!.get(cell) ?? { n: 0, shown: 0 };
  };
  return { town, choices, tables: shown, all, at };
}

const towns = [1, 2, 3, 4].map(published);
const { town, choices, tables, all } = towns[0]!;
const cells = [...tables.values()].flatMap((table) => [...table.values()]);

describe('every table of up to three attributes of a town of 5,000 that is not too thin', () => {
  test('has hundreds of cells of one or two, and shows none', () => {
    expect(cells.filter(({ n }) => isSmall(n)).length).toBeGreaterThan(300);
    expect(tables.size).toBeGreaterThan(40);
    expect(cells.filter(({ shown }) => isSmall(shown))).toEqual([]);
  });

  test('shows totals within half a percent', () => {
    const totals = cells.filter(({ n }) => n >= 1_000);
    expect(totals.length).toBeGreaterThan(10);
    for (const { n, shown } of totals) expect(Math.abs(shown - n) / n).toBeLessThanOrEqual(0.005);
    const sums = [...tables].map(([, table]) => [...table.values()].reduce((sum, { shown }) => sum + shown, 0));
    // What a thousand small changes come to: additivity is not promised, and what is lost of it is said.
    for (const sum of sums) expect(Math.abs(sum - 5_000) / 5_000).toBeLessThan(0.02);
  });

  test('says the same of the same people in whatever table, order and repetition', () => {
    for (const over of choices.slice(0, 30)) {
      const again = tableOf(town.toReversed(), over);
      const before = tableOf(town, over);
      for (const [name, { shown }] of again) expect(shown).toBe(before.get(name)!.shown);
    }
    // Alone in a table of two, and therefore the same person in each table of three that divides it.
    const [pair, triple] = [tableOf(town, [3, 6]), tableOf(town, [1, 3, 6])];
    for (const [name, { n, shown }] of pair) {
      if (n !== 1) continue;
      const [religion, occupation] = name.split(' ');
      const found = ['0', '1'].flatMap((sex) => triple.get(`${sex} ${religion} ${occupation}`) ?? []);
      expect(found).toEqual([{ n: 1, shown }]);
    }
  });
});

describe('somebody with all tables and the method', () => {
  test('deduces of no cell that one or two people are in it', () => {
    for (const { tables: each, all: related } of towns) {
      const known = deduce(each, related);
      expect([...known].filter(([, { low, high }]) => low >= 1 && high < LEAST)).toEqual([]);
    }
  });

  test('gets nobody by taking the parts from the whole: where all differences agree on one or two he is not more often right than by naming any cell shown as nothing or little', () => {
    let [claimed, right, little, small] = [0, 0, 0, 0];
    for (const { tables: each, all: related, at } of towns) {
      for (const [name, estimates] of differences(each, related)) {
        const { n, shown } = at(name);
        if (estimates.length < 2) continue;
        if (shown <= 4) {
          little += 1;
          if (isSmall(n)) small += 1;
        }
        if (!estimates.every(isSmall)) continue;
        claimed += 1;
        if (isSmall(n)) right += 1;
      }
    }
    expect(claimed).toBeGreaterThan(20);
    expect(right / claimed).toBeLessThanOrEqual(small / little);
  });

  test('learns nothing of one person from two tables that differ by that person', () => {
    // Every pair of a cell and one that lies in it, where the truth is that one person lies between them.
    let [pairs, hits, said] = [0, 0, 0];
    for (const { parent, children } of all) {
      const whole = tables.get(parent.table)!.get(parent.cell);
      for (const child of children) {
        const part = tables.get(child.table)!.get(child.cell);
        if (!whole || !part) continue;
        const difference = whole.shown - part.shown;
        if (difference === 1) said += 1;
        if (whole.n - part.n !== 1) continue;
        pairs += 1;
        if (difference === 1) hits += 1;
      }
    }
    expect(pairs).toBeGreaterThan(50);
    expect(hits / pairs).toBeLessThan(0.25);
    expect(hits / said).toBeLessThan(0.25);
  });
});
