/**
 * Who was recorded in the years before: the offices' own lists of perekaman, read by the import that is made for them, up to
 * the coverage that the ministry told in December 2018. Those lists have statuses and days; their templates are not there.
 */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { many, sql } from '../../core/db/index.ts';
import { addDays, asCivilDate, daysBetween, type CivilDate } from '../../core/time/index.ts';
import { readStatement } from '../../insight/statement/index.ts';
import { importRecordings, type Status } from '../../recording/enrolment/index.ts';
import { isCardObligated, type Resident } from '../../register/resident/index.ts';
import { STATES } from '../../register/resident/schema.ts';
import { below, mix, seedOf } from '../person/index.ts';
import { importer } from './arrival.ts';
import type { Journey, Stage } from './journey.ts';

/** After the counters have closed, the evening before the statement. */
const AT = new Date('2018-12-10T15:00:00Z');
const TODAY = asCivilDate('2018-12-10');
/** The first card was recorded then; nobody here is recorded under sixteen. */
const BEGAN = asCivilDate('2011-10-03');
const YOUNGEST_DAYS = 16 * 365 + 4;
const COVERAGE = 0.973;
const MS_A_PERSON = 0.03;

/** How far the recorded have come, in hundredths. */
const STAND: readonly (readonly [Status, number])[] = [
  ['CARD_ISSUED', 82],
  ['CARD_PRINTED', 3],
  ['PRINT_READY_RECORD', 13],
  ['SENT_FOR_ENROLLMENT', 2],
];

export const recording: Journey = {
  name: 'recording',
  title: { id: 'Perekaman tahun-tahun lalu', en: 'Recordings of earlier years' },

  async run(stage) {
    stage.enter(AT, () => enterRecordings(stage), stage.residents * MS_A_PERSON);
  },

  async check(stage) {
    const { indicators } = await stage.database.transact('system', importer, (tx) => readStatement(tx, {}));
    const coverage = indicators.find(({ code }) => code === 'enrolment.coverage');
    const told = Math.round((coverage?.percent ?? 0) * 10) / 10;
    return told === 97.3 ? [] : [`the coverage should round to 97.3 %, it is ${told}`];
  },
};

async function enterRecordings(stage: Stage): Promise<void> {
  const obligated = await listObligated(stage);
  const path = join(stage.folder, 'perekaman-2018.csv');
  const file = await open(path, 'w');
  const lines = obligated.slice(0, Math.round(obligated.length * COVERAGE)).map(lineOf);
  await file.write(`nik,status,recorded_on\n${lines.join('\n')}\n`).finally(() => file.close());
  const done = await importRecordings(
    stage,
    { name: 'perekaman-2018.csv', path },
    { actor: importer, onBatch: (read) => stage.progress(read / lines.length, 'perekaman-2018.csv') },
  );
  if (done.created !== lines.length)
    stage.fault(`${lines.length} recordings should have been imported, ${done.created} were`);
  await rm(path);
}

type Obligated = Pick<Resident, 'nik' | 'birthDate'> & { readonly lot: number };

/** Everybody who must hold a card, in an order that the seed decides. */
async function listObligated(stage: Stage): Promise<Obligated[]> {
  type Row = Pick<Resident, 'nik' | 'birthDate' | 'maritalStatus' | 'nationality' | 'permit'> & { state: number };
  const rows = await stage.database.transact('system', importer, (tx) =>
    many(
      tx,
      sql<Row>`select lpad(nik::text, 16, '0') as nik, birth_date as "birthDate", marital_status as "maritalStatus",
                      nationality, permit, state from resident_read.resident`,
    ),
  );
  const seed = seedOf(`recording ${stage.seed}`);
  return rows
    .filter((row) => isCardObligated({ ...row, state: STATES[row.state - 1]! }, TODAY))
    .map(({ nik, birthDate }) => ({ nik, birthDate, lot: mix(seed, Number(nik.slice(4)) | 0) }))
    .toSorted((a, b) => a.lot - b.lot || (a.nik < b.nik ? -1 : 1));
}

function lineOf({ nik, birthDate, lot }: Obligated): string {
  const die = { state: lot };
  const old = addDays(birthDate, YOUNGEST_DAYS);
  const from: CivilDate = old > BEGAN ? old : BEGAN;
  const day = from < TODAY ? addDays(from, below(die, daysBetween(from, TODAY))) : TODAY;
  let hundredth = below(die, 100);
  const [status] = STAND.find(([, share]) => (hundredth -= share) < 0)!;
  return `${nik},${status},${day}`;
}
