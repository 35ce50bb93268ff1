/** How the planted cases came out, read from the register alone: for the check, and for the sentences at the end. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { findKnown, statusOf, type Status } from '../../../recording/enrolment/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { PLANTED } from '../counter/planted-people.ts';
import { RECORDED, type RecordedName } from '../counter/planted-recorded.ts';

interface Decided {
  readonly pair: readonly [RecordedName, RecordedName];
  readonly round: number;
  readonly outcome: string | null;
  readonly way: string | null;
}

/** Statuses of everybody's recordings by name, in the order in which they came. */
const STATUSES_WANTED: Readonly<Record<RecordedName, readonly Status[]>> = {
  agung: ['PRINT_READY_RECORD'],
  agungAgain: ['DUPLICATE_RECORD'],
  ratih: ['PRINT_READY_RECORD', 'DUPLICATE_RECORD'],
  galih: ['PRINT_READY_RECORD'],
  gilang: ['PRINT_READY_RECORD'],
  fajar: ['PRINT_READY_RECORD'],
  nurul: ['ENROLL_FAILURE_AT_CENTRAL', 'PRINT_READY_RECORD'],
  intan: ['PRINT_READY_RECORD'],
  indah: ['ENROLL_FAILURE_AT_CENTRAL', 'PRINT_READY_RECORD'],
  yusuf: ['PRINT_READY_RECORD'],
  yusup: ['ADJUDICATE_RECORD'],
  slamet: ['PRINT_READY_RECORD'],
  partini: ['PRINT_READY_RECORD'],
  eko: ['PROCESSING'],
  hesti: [],
  bayu: [],
};

const PAIRS_WANTED: readonly Decided[] = [
  { pair: ['agungAgain', 'agung'], round: 1, outcome: 'same_body', way: 'merge' },
  { pair: ['ratih', 'ratih'], round: 1, outcome: 'same_body', way: 'none' },
  { pair: ['nurul', 'fajar'], round: 1, outcome: 'unclear', way: 'again' },
  { pair: ['indah', 'intan'], round: 2, outcome: 'unclear', way: 'again' },
  { pair: ['yusup', 'yusuf'], round: 1, outcome: null, way: null },
];

const nameOf = new Map(Object.entries(RECORDED).map(([name, { nik }]) => [nik as string, name as RecordedName]));
const niks = Object.values(RECORDED).map(({ nik }) => nik);

export async function plantedOutcomes(tx: Tx): Promise<string[]> {
  return [...(await statusesAgree(tx)), ...(await pairsAgree(tx)), ...(await waitingAgrees(tx))];
}

async function statusesAgree(tx: Tx): Promise<string[]> {
  const rows = await many<{ nik: string; statuses: number[] }>(
    tx,
    sql`select lpad(nik::text, 16, '0') as nik, json_agg(status order by received_at, id) as statuses from enrolment_read.packet
         where nik = any(${niks}::bigint[]) group by nik`,
  );
  const found = new Map(rows.map(({ nik, statuses }) => [nameOf.get(nik)!, statuses.map(statusOf)]));
  return (Object.keys(STATUSES_WANTED) as RecordedName[]).flatMap((name) => {
    const [wanted, is] = [STATUSES_WANTED[name].join(), (found.get(name) ?? []).join()];
    return wanted === is
      ? []
      : [`${PLANTED[name].name} should stand at ${wanted || 'nothing'}, not at ${is || 'nothing'}`];
  });
}

interface PairRow extends Omit<Decided, 'pair'> {
  readonly nik: string;
  readonly otherNik: string | null;
}

export function listPlantedPairs(tx: Tx): Promise<PairRow[]> {
  return many(
    tx,
    sql<PairRow>`select lpad(nik::text, 16, '0') as nik, lpad(other_nik::text, 16, '0') as "otherNik", round, outcome, way
                   from uniqueness_read.adjudication where nik = any(${niks}::bigint[]) order by opened_at, id`,
  );
}

async function pairsAgree(tx: Tx): Promise<string[]> {
  const word = (pair: Omit<Decided, 'pair'>, a: unknown, b: unknown) =>
    `${String(a)} and ${String(b)}: round ${pair.round}, ${pair.outcome}, ${pair.way}`;
  const wanted = new Set(PAIRS_WANTED.map((pair) => word(pair, ...pair.pair)));
  const found = new Set(
    (await listPlantedPairs(tx)).map((row) => word(row, nameOf.get(row.nik), nameOf.get(row.otherNik ?? ''))),
  );
  return [...wanted.symmetricDifference(found)].map((pair) => `a planted pair came out otherwise: ${pair}`);
}

/** Two packets wait for a head of section, and who is between two regencies may not be recorded. */
async function waitingAgrees(tx: Tx): Promise<string[]> {
  const held = await many<{ nik: string; why: string[] }>(
    tx,
    sql`select lpad(nik::text, 16, '0') as nik, why from enrolment_read.intake where state = 'quarantined' order by nik`,
  );
  const whyOf = (nik: Nik) => held.find((one) => one.nik === nik)?.why.join();
  const dewi = await findKnown(tx, PLANTED.dewi.nik, asCivilDate('2018-12-11'));
  return [
    ...(whyOf(PLANTED.hesti.nik) === 'clock_off' ? [] : ["HESTI's packet should wait because of its clock"]),
    ...(whyOf(PLANTED.bayu.nik) === 'officer_revoked' ? [] : ["BAYU's packet should wait because of its officer"]),
    ...(dewi?.standing.why === 'move_underway' ? [] : ['DEWI should be blocked by her move']),
  ];
}
