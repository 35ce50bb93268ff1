/** What somebody does who has every table that was published, knows the method to the last number, and lacks only the keys. */
import { ATTRIBUTES, type Cell, type Townsman } from './given-town.ts';
import { LEAST } from './rules.ts';
import { PERTURBATION } from './table.ts';

export type Tables = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

export interface Bounds {
  low: number;
  high: number;
}

const changesOf = (n: number) => PERTURBATION[Math.min(n, PERTURBATION.length) - 1]!;

/** Which true counts may stand behind a figure. */
export function behind(shown: number): Bounds {
  const possible = Array.from({ length: shown + 12 }, (_, n) => n).filter((n) =>
    n === 0 ? shown === 0 : changesOf(n).some(([change]) => n + change === shown),
  );
  return { low: possible[0]!, high: possible.at(-1)! };
}

export const nameOf = (over: readonly number[]) => over.toSorted((a, b) => a - b).join(' ');

/** A cell as it stands below a larger one: the larger cell, itself, and what lies beside it. */
export interface Family {
  readonly parent: { readonly table: string; readonly cell: string };
  readonly children: readonly { readonly table: string; readonly cell: string }[];
}

/** Every larger cell with those into which another published table divides it; cells that nobody is in too, as he knows that they could be. */
export function families(town: readonly Townsman[], choices: readonly (readonly number[])[]): Family[] {
  const values = ATTRIBUTES.map((_, at) =>
    [...new Set(town.map(({ attributes }) => attributes[at]!))].toSorted((a, b) => a - b),
  );
  const published = new Set(choices.map(nameOf));
  return choices.flatMap((given) => {
    const over = given.toSorted((a, b) => a - b);
    return over
      .filter((without) => published.has(nameOf(over.filter((at) => at !== without))))
      .flatMap((without) => {
        const rest = over.filter((at) => at !== without);
        const parents = rest.reduce<number[][]>(
          (cells, at) => cells.flatMap((cell) => values[at]!.map((v) => [...cell, v])),
          [[]],
        );
        return parents.map((parent): Family => ({
          parent: { table: nameOf(rest), cell: parent.join(' ') },
          children: values[without]!.map((v) => ({
            table: nameOf(over),
            cell: over.map((at) => (at === without ? v : parent[rest.indexOf(at)]!)).join(' '),
          })),
        }));
      });
  });
}

/** Deduces what must be, from sums of bounds, until nothing more follows. */
export function deduce(tables: Tables, all: readonly Family[]): Map<string, Bounds> {
  const known = new Map<string, Bounds>();
  const of = ({ table, cell }: { table: string; cell: string }): Bounds => {
    const name = `${table}|${cell}`;
    let bounds = known.get(name);
    if (!bounds) known.set(name, (bounds = behind(tables.get(table)!.get(cell)?.shown ?? 0)));
    return bounds;
  };
  for (let changed = true, round = 0; changed && round < 20; round++) {
    changed = false;
    for (const { parent, children } of all) {
      const whole = of(parent);
      const parts = children.map(of);
      const low = parts.reduce((sum, part) => sum + part.low, 0);
      const high = parts.reduce((sum, part) => sum + part.high, 0);
      changed = narrow(whole, { low, high }) || changed;
      for (const part of parts)
        changed = narrow(part, { low: whole.low - (high - part.high), high: whole.high - (low - part.low) }) || changed;
    }
  }
  return known;
}

function narrow(bounds: Bounds, by: Bounds): boolean {
  const [low, high] = [Math.max(bounds.low, by.low), Math.min(bounds.high, by.high)];
  const changed = low > bounds.low || high < bounds.high;
  bounds.low = low;
  bounds.high = high;
  return changed;
}

/** What every larger cell less everything beside it says of a cell: one estimate for each way there is. */
export function differences(tables: Tables, all: readonly Family[]): Map<string, number[]> {
  const shownIn = ({ table, cell }: { table: string; cell: string }) => tables.get(table)!.get(cell)?.shown ?? 0;
  const ways = new Map<string, number[]>();
  for (const { parent, children } of all) {
    const whole = shownIn(parent);
    const sum = children.reduce((total, child) => total + shownIn(child), 0);
    for (const child of children) {
      const name = `${child.table}|${child.cell}`;
      ways.set(name, [...(ways.get(name) ?? []), whole - (sum - shownIn(child))]);
    }
  }
  return ways;
}

export const isSmall = (n: number) => n > 0 && n < LEAST;
