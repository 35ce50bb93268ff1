/** A closed day for everybody: every row with its leaf, what a security hold keeps back, and what would tell it, as its leaf alone. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { parseCivilDate, today, ZONES } from '../../../core/time/index.ts';
import { leafOf } from './close.ts';
import { refuse } from './refusals.ts';
import { CLOSING_NUMBERS, closingLine, keptBack, noBlanks, type ClosingNumbers, type Hold } from './rules.ts';
import type { BlankStockPage, StockLine } from './schema.ts';
import { findClosedDay, findLastClosedDay, listClosing, listHolds, type ClosingRow } from './sql.ts';

const numbersOf = (row: ClosingRow): ClosingNumbers =>
  Object.fromEntries(CLOSING_NUMBERS.map((name) => [name, row[name]])) as unknown as ClosingNumbers;

/** The rows of a day, with which the root can be made again. */
export async function openClosing(tx: Tx, _actor: Actor, input: { day: string }) {
  return elevated(tx, async () => {
    const closed = await findClosedDay(tx, input.day);
    if (!closed) throw refuse('blank.not_closed');
    const now = today(tx.ground.clock, ZONES.WIB);
    const holds = await listHolds(tx, now);
    const rows = (await listClosing(tx, closed.day)).map((row) => {
      const held = keptBack(holds, { region: row.region, day: closed.day, today: now }) !== null;
      const { store, region } = row;
      return {
        store,
        region,
        line: held ? null : closingLine({ ...row, day: closed.day }),
        numbers: held ? null : numbersOf(row),
        leaf: leafOf(closed.day, row).toString('hex'),
      };
    });
    const { day, closedAt, root, entryId } = closed;
    return { day, closedAt: closedAt.toISOString(), root, entryId, rows, holds };
  });
}

export const blankStockPage = publicPage<BlankStockPage>({
  path: '/stok-blangko',
  component: 'blank-stock',
  status: ({ fault }) => (fault === null ? 200 : fault === 'not_closed' ? 404 : 422),
  load: loadBlankStock,
});

/** The last closed day, or the one in `?tanggal=`; the nation by provinces, or one province (`?provinsi=`) by regencies. */
async function loadBlankStock(tx: Tx, { query }: PublicRequest): Promise<BlankStockPage> {
  return elevated(tx, async () => {
    const typed = query['tanggal']?.trim().slice(0, 40) ?? '';
    const last = await findLastClosedDay(tx);
    const wanted = typed === '' ? last?.day : parseCivilDate(typed);
    const closed = wanted ? await findClosedDay(tx, wanted) : undefined;
    const province = provinceOf(tx, query['provinsi']);
    const now = today(tx.ground.clock, ZONES.WIB);
    const holds = await listHolds(tx, now);
    const page = { asked: typed, latest: last?.day ?? null, province, holds: holds.map((hold) => holdText(tx, hold)) };
    const fault = wanted === null ? 'no_such_day' : typed !== '' && !closed ? 'not_closed' : null;
    if (!closed) return { ...page, fault, day: null, lines: [], total: null };
    const rows = await listClosing(tx, closed.day);
    const lines = linesOf(tx, rows, { province: province?.code ?? null, holds, day: closed.day, today: now });
    const { day, closedAt, root, entryId } = closed;
    const shown = { day, closedAt: closedAt.toISOString(), root, entryId };
    return { ...page, fault, day: shown, lines, total: totalOf(lines) };
  });
}

function provinceOf(tx: Tx, code: string | undefined) {
  const name = code && /^[0-9]{2}$/.test(code) ? tx.ground.regions.nameOf(code) : undefined;
  return code && name ? { code, name } : null;
}

function holdText(tx: Tx, { regionCode, untilOn }: Hold) {
  return { place: tx.ground.regions.nameOf(regionCode) ?? 'Indonesia', untilOn };
}

function linesOf(
  tx: Tx,
  rows: readonly ClosingRow[],
  given: { province: string | null; holds: readonly Hold[]; day: string; today: string },
): StockLine[] {
  const digits = given.province === null ? 2 : 4;
  const groups = new Map<string, ClosingRow[]>();
  for (const row of rows.filter(({ region }) => region.startsWith(given.province ?? ''))) {
    const code = row.region.slice(0, digits);
    groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, group]) => {
      const kept = group
        .map(({ region }) => keptBack(given.holds, { ...given, region }))
        .filter((each) => each !== null);
      return {
        code,
        name: code === '' ? '' : (tx.ground.regions.nameOf(code) ?? code),
        // One row that is kept back keeps back the sum: it could be reckoned from the others.
        numbers: kept.length > 0 ? null : sumOf(group),
        kept: kept.find(({ why }) => why === 'held') ?? kept[0] ?? null,
      };
    });
}

/** None while a line is kept back: a sum of the others would be taken for the whole. */
function totalOf(lines: readonly StockLine[]): ClosingNumbers | null {
  return lines.some(({ kept }) => kept) ? null : sumOf(lines.flatMap(({ numbers }) => numbers ?? []));
}

function sumOf(all: readonly ClosingNumbers[]): ClosingNumbers {
  const sum = noBlanks();
  for (const each of all) for (const name of CLOSING_NUMBERS) sum[name] += each[name];
  return sum;
}
