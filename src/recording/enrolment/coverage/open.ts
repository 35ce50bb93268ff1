/** Coverage for offices: figures by region, sex and age of any day, and the lists behind today's that are worked off. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { asNik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { asCivilDate, today } from '../../../core/time/index.ts';
import { placeLine } from '../../../register/resident/index.ts';
import { statusView } from '../person.ts';
import { AGE_BANDS } from '../schema.ts';
import { statusOf } from '../status.ts';
import { listCells, listPeopleOf, type Cell } from './sql.ts';

const CHILD_DIGITS = { 0: 2, 2: 4, 4: 6, 6: 10, 10: 10 } as const;

/** Numerator, denominator and cut-off of a region and of what lies directly in it. */
export async function openCoverage(
  tx: Tx,
  actor: Actor,
  input: { region?: string | undefined; asOf?: string | undefined; knownAt?: string | undefined },
) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const now = tx.ground.clock.now();
  const asOf = input.asOf ? asCivilDate(input.asOf) : today(tx.ground.clock, actor.zone);
  const knownAt = input.knownAt ? new Date(input.knownAt) : now;
  const present = !input.asOf && !input.knownAt;
  const digits = CHILD_DIGITS[region.length as keyof typeof CHILD_DIGITS];
  // Aggregates of a region that the officer's own holds: no person leaves.
  const cells = await elevated(tx, () => listCells(tx, { asOf, knownAt, present }, { region, digits }));
  const by = (keyOf: (cell: Cell) => string) => [...Map.groupBy(cells, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    region,
    name: region === '' ? null : (tx.ground.regions.nameOf(region) ?? null),
    path: pathOf(tx, actor, region),
    asOf,
    knownAt: knownAt.toISOString(),
    ...figureOf(cells),
    regions: by(({ area }) => area).map(([code, of]) => ({
      code,
      name: tx.ground.regions.nameOf(code) ?? code,
      ...figureOf(of),
    })),
    sexes: by(({ sex }) => String(sex)).map(([sex, of]) => ({ sex: Number(sex), ...figureOf(of) })),
    ages: by((cell) => String(cell.band)).map(([place, of]) => {
      const from = AGE_BANDS[Number(place)]!;
      const next = AGE_BANDS[Number(place) + 1];
      return { from, to: next === undefined ? null : next - 1, ...figureOf(of) };
    }),
  };
}

/** The regions above one, as far up as the officer's own reaches: no step leads where he may not look. */
function pathOf(tx: Tx, actor: Actor, region: string) {
  const own = actor.jurisdiction?.code ?? 'none';
  return [0, 2, 4, 6]
    .filter((digits) => digits >= own.length && digits < region.length)
    .map((digits) => region.slice(0, digits))
    .map((code) => ({ code, name: code === '' ? null : (tx.ground.regions.nameOf(code) ?? null) }));
}

/** Recorded of obligated; first-time voters beside it, as they are in neither. */
function figureOf(cells: readonly Cell[]) {
  const sum = (field: 'obligated' | 'recorded' | 'firstVoters' | 'firstVotersRecorded') =>
    cells.reduce((total, cell) => total + cell[field], 0);
  const [numerator, denominator] = [sum('recorded'), sum('obligated')];
  return {
    numerator,
    denominator,
    percent: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 100,
    firstVoters: sum('firstVoters'),
    firstVotersRecorded: sum('firstVotersRecorded'),
  };
}

const PAGE = 50;
const LIST = 'enrolment.people';

/** The people behind a number, 50 a page, with where each lives and what was tried already. */
export async function listPeople(
  tx: Tx,
  actor: Actor,
  input: {
    region?: string | undefined;
    recorded: boolean;
    who: 'obligated' | 'first_voter';
    sex?: number | undefined;
    ageFrom?: number | undefined;
    ageTo?: number | undefined;
    cursor?: string | undefined;
  },
) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const after = input.cursor ? tx.ground.cursors.open<{ village: string; nik: string }>(LIST, input.cursor) : null;
  const day = today(tx.ground.clock, actor.zone);
  const rows = await listPeopleOf(tx, { ...input, region, day }, after, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  await record(tx, actor, {
    label: 'enrolment.people_listed',
    subjects: shown.map(({ nik }) => ({ nik: asNik(nik), detail: 'recording.list' })),
    facts: { n: shown.length, region, recorded: input.recorded },
  });
  const last = shown.at(-1);
  return {
    people: shown.map(({ nik, status, villageCode, ...person }) => ({
      ...person,
      ref: tx.ground.personRefs.of(asNik(nik)),
      nik,
      villageCode,
      place: placeLine(tx, villageCode),
      now: status === null ? null : statusView(tx, actor, statusOf(status)),
    })),
    next:
      rows.length > PAGE && last ? tx.ground.cursors.seal(LIST, { village: last.villageCode, nik: last.nik }) : null,
  };
}
