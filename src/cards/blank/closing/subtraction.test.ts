import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { givenActor } from '../../../../test/given/people.ts';
import { givenLine } from '../given-line.ts';
import { closeDay } from './close.ts';
import { securityHold } from './hold.ts';
import { blankStockPage } from './read.ts';
import { CLOSING_NUMBERS } from './rules.ts';
import type { BlankStockPage } from './schema.ts';

/**
 * During a security hold nobody can reckon what is held from what is published. Everything that may be known is put down as sums of
 * unknowns, one unknown a store and number; what such sums determine is found by elimination, whatever the numbers are.
 */
const line = await givenLine('2018-03-01T02:00:00Z');
afterAll(() => line.sequencer.stop());
const FIRST = 9_700_000;

interface Row {
  readonly store: string;
  readonly region: string;
  readonly numbers: object | null;
}

beforeAll(async () => {
  for (const region of ['32', '3273', '16', '1671']) {
    const officeId = await line.office(region);
    const { officerId: keeperId } = await line.officer({ role: 'store_keeper', officeId });
    const kind = region.length === 2 ? 'province' : 'regency';
    await line.ok(
      line.ministry.call('POST', '/v1/blanks/stores', { officeId, name: `Gudang ${region}`, kind, keeperId }),
    );
  }
  await line.deliver(FIRST, 300);
  await line.ship('centre', 'province', FIRST, FIRST + 199);
  await line.ship('province', 'tulangBawang', FIRST, FIRST + 99);
});

/** In March 2018. */
const date = (day: number) => asCivilDate(`2018-03-${String(day).padStart(2, '0')}`);
const morningOf = (day: number) => line.clock.moveTo(new Date(`${date(day)}T01:00:00Z`));

/** Closes a day and stands at the morning after it. */
async function close(day: number): Promise<void> {
  morningOf(day + 1);
  await line.system((tx) => closeDay(tx, date(day)));
}

/** Held back from a day until the one after it, which is when it is read. */
async function closeHeld(day: number, regionCode: string): Promise<void> {
  morningOf(day);
  const given = { regionCode, untilOn: date(day + 1), reason: 'penyelidikan contoh', askedBy: newId() };
  await line.system((tx) => securityHold.execute(tx, givenActor({ region: '' }), given as never));
  await close(day);
}

const rowsOf = async (day: number): Promise<Row[]> =>
  (await line.ok(line.anybody.call('GET', `/v1/blanks/closings/${date(day)}`))).rows;

function pageOf(day: number, provinsi?: string): Promise<BlankStockPage> {
  const query = { tanggal: date(day), ...(provinsi && { provinsi }) };
  return line.system(
    (tx) => blankStockPage.load(tx, { query, form: null, language: 'id' } as never) as Promise<BlankStockPage>,
  );
}

type Sum = ReadonlyMap<string, number>;
const unknown = (store: string, number: string) => `${store} ${number}`;
const sumOver = (rows: readonly Row[], number: string): Sum =>
  new Map(rows.map(({ store }) => [unknown(store, number), 1]));

/** What anybody knows: the rows and lines that have numbers, the sums over the nation (the statement has some of them), and the books. */
async function known(day: number, rows: readonly Row[]): Promise<Sum[]> {
  const sums: Sum[] = [];
  const tell = (of: readonly Row[]) => sums.push(...CLOSING_NUMBERS.map((number) => sumOver(of, number)));
  for (const row of rows) if (row.numbers) tell([row]);
  tell(rows);
  for (const row of rows) {
    const parts = ['handedOn', 'inStock', 'inTransit', 'personalised', 'spoiled', 'missing', 'destroyed', 'difference'];
    sums.push(
      new Map([[unknown(row.store, 'received'), 1], ...parts.map((part) => [unknown(row.store, part), -1] as const)]),
    );
    sums.push(new Map([[unknown(row.store, 'difference'), 1]]));
  }
  // What was received and not handed on by anybody else came from suppliers, whose deliveries are no secret.
  const flows = rows.flatMap(({ store }) => [
    [unknown(store, 'received'), 1] as const,
    [unknown(store, 'handedOn'), -1] as const,
  ]);
  sums.push(new Map(flows));
  for (const province of [undefined, '16', '18', '32']) {
    const page = await pageOf(day, province);
    const within = rows.filter(({ region }) => region.startsWith(province ?? ''));
    for (const each of page.lines) {
      const digits = province === undefined ? 2 : 4;
      if (each.numbers) tell(within.filter(({ region }) => region.slice(0, digits) === each.code));
    }
    if (page.total) tell(within);
  }
  return sums;
}

const PRIME = 1_000_003n;
const mod = (n: bigint) => ((n % PRIME) + PRIME) % PRIME;
function inverse(n: bigint): bigint {
  let [result, base, power] = [1n, mod(n), PRIME - 2n];
  for (; power > 0n; power >>= 1n, base = mod(base * base)) if (power & 1n) result = mod(result * base);
  return result;
}

/** Elimination modulo a prime: the sums in echelon form, by their first unknown. */
function reduce(sums: readonly Sum[]): (target: Sum) => boolean {
  const basis = new Map<string, Map<string, bigint>>();
  const rest = (sum: Sum): Map<string, bigint> => {
    const left = new Map([...sum].map(([name, n]) => [name, mod(BigInt(n))]));
    for (;;) {
      const name = [...left].find(([each, n]) => n !== 0n && basis.has(each))?.[0];
      if (name === undefined) return new Map([...left].filter(([, n]) => n !== 0n));
      const times = left.get(name)!;
      for (const [each, n] of basis.get(name)!) left.set(each, mod((left.get(each) ?? 0n) - times * n));
    }
  };
  for (const sum of sums) {
    const left = rest(sum);
    const [first] = left;
    if (!first) continue;
    const scale = inverse(first[1]);
    const scaled = new Map([...left].map(([name, n]) => [name, mod(n * scale)]));
    for (const other of basis.values()) {
      const times = other.get(first[0]);
      if (times) for (const [name, n] of scaled) other.set(name, mod((other.get(name) ?? 0n) - times * n));
    }
    basis.set(first[0], scaled);
  }
  return (target) => rest(target).size === 0;
}

const NUMBERS = CLOSING_NUMBERS.filter((number) => number !== 'difference');

/** The numbers of the region that the published sums determine, of each store and of all its stores together. */
function toldOf(region: string, rows: readonly Row[], sums: readonly Sum[]): string[] {
  const determined = reduce(sums);
  const held = rows.filter((row) => row.region.startsWith(region));
  const targets = NUMBERS.flatMap((number) => [
    ...held.map((row) => ({ name: `${row.region} ${number}`, sum: sumOver([row], number) })),
    { name: `all of ${region} ${number}`, sum: sumOver(held, number) },
  ]);
  return targets.filter(({ sum }) => determined(sum)).map(({ name }) => name);
}

test('without a hold everything is published, and the elimination finds every number', async () => {
  await close(1);
  const rows = await rowsOf(1);
  expect(rows).toHaveLength(8);
  expect(toldOf('1805', rows, await known(1, rows))).toHaveLength(NUMBERS.length * 2);
});

test('one row that is left out of a whole day is the rest of the sum: it is not enough to leave out that', () => {
  const store = (region: string): Row => ({ store: `store of ${region}`, region, numbers: null });
  const rows = ['', '18', '1805', '1872'].map(store);
  const shown = rows.filter(({ region }) => region !== '1805').map((row) => sumOver([row], 'inStock'));
  expect(toldOf('1805', rows, [...shown, sumOver(rows, 'inStock')])).toContain('1805 inStock');
});

test.each([
  [3, '1805'],
  [6, '3273'],
  [9, '16'],
])(
  'from %i March, a hold on %s keeps back so much beside it that no sum of what is published tells a number of it',
  async (day, region) => {
    await closeHeld(day, region);
    const rows = await rowsOf(day);
    expect(toldOf(region, rows, await known(day, rows))).toEqual([]);
    const page = await pageOf(day);
    expect(page.total).toBeNull();
    const whys = Object.fromEntries(page.lines.map(({ code, kept }) => [code, kept?.why ?? null]));
    expect(whys['']).toBe('beside');
    expect(whys[region.slice(0, 2)]).toBe('held');
  },
);

test('what nobody holds is published all the same, and all of it again when the hold has ended', async () => {
  await closeHeld(12, '1805');
  const shown = (await rowsOf(12)).filter(({ numbers }) => numbers !== null).map(({ region }) => region);
  expect(shown.toSorted()).toEqual(['16', '1671', '32', '3273']);
  const lampung = await pageOf(12, '18');
  expect(lampung.lines.map(({ code, kept }) => [code, kept?.why])).toEqual([
    ['18', 'beside'],
    ['1805', 'held'],
    ['1872', 'beside'],
  ]);
  expect((await pageOf(12, '32')).total).not.toBeNull();
  morningOf(14);
  expect((await rowsOf(12)).every(({ numbers }) => numbers !== null)).toBe(true);
});
