/**
 * A leak that names its source: invented persons are placed at a ministry, and weeks later one of them is asked about by a bank that can
 * only have it from there.
 */
import { many, sql } from '../../../core/db/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { readTable } from '../../../core/table/index.ts';
import {
  handOutCanaries,
  listInventedNumbers,
  makeCanaries,
  raiseTouched,
  viewAlarms,
} from '../../../sharing/verification/index.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';
import type { Climber } from './climb.ts';
import { self, type Desk } from './crew.ts';
import { callOf, LEAKED, listAskers, send } from './questions.ts';

const PLACED_ON = asCivilDate('2018-11-20');
const ASKED_ON = asCivilDate('2018-12-11');
const OWNER = 'KEMENTERIAN SOSIAL CONTOH';
const COUNT = 5;

/** What stands in the file, by its columns. */
interface Placed {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
}

export function enterLeak(stage: Stage, desk: () => Desk, climbers: readonly Climber[]): void {
  let placed: readonly Placed[] = [];
  const word = 'data umpan';
  on(stage, PLACED_ON, '09:10', word, async () => void (placed = await place(stage, desk(), ownerOf(climbers))));
  on(stage, ASKED_ON, '11:40', word, () => ask(stage, climbers, placed[0]));
}

const ownerOf = (climbers: readonly Climber[]) => climbers.find(({ name }) => name === OWNER)!;

async function place(stage: Stage, { dian }: Desk, { institutionId: id }: Climber): Promise<Placed[]> {
  await stage.act(dian, (tx) => makeCanaries(tx, dian, { id, count: COUNT }));
  const { bytes } = await stage.act(dian, (tx) => handOutCanaries(tx, dian, { id }));
  const table = await readTable({ name: 'data.xlsx', bytes });
  const at = (column: string) => table.columns.indexOf(column);
  const placed: Placed[] = [];
  for await (const { rows } of table.rows)
    for (const row of rows) {
      const text = (column: string) => String(row[at(column)]);
      const sex = text('JENIS KELAMIN').startsWith('L') ? 'L' : 'P';
      placed.push({ nik: text('NIK'), name: text('NAMA LENGKAP'), birthDate: text('TANGGAL LAHIR'), sex });
    }
  return placed;
}

/** A bank that asks about the nation comes with one of them. */
async function ask(stage: Stage, climbers: readonly Climber[], person: Placed | undefined): Promise<void> {
  const asking = (await listAskers(stage, climbers)).find(({ climber, region }) => climber.kind === 'bank' && !region);
  if (!asking || !person) return stage.fault('nobody could ask about an invented person');
  const { nik, ...attributes } = person;
  const why = { purpose: asking.climber.contents.purposes[0]!, basis: 'contract', unit: 'KREDIT', endUser: 'sales-31' };
  const items = [{ nik, attributes, reference: `${LEAKED}4711` }];
  await send(stage, [callOf(stage, asking, { ...why, items })]);
  // Where a worker runs it does so within a second.
  await stage.database.transact('system', self, raiseTouched);
}

/** One question met one invented person, whose owner and asker stand in the one alarm; and the register has none of them. */
export async function leakHolds(stage: Stage): Promise<string[]> {
  return stage.database.transact('system', self, async (tx) => {
    const niks = await listInventedNumbers(tx);
    const living = await many(tx, sql`select nik from resident_read.resident where nik = any(${niks}::bigint[])`);
    const leaks = (await viewAlarms(tx, self, {})).alarms.filter(({ kind }) => kind === 'canary_touched');
    const [leak] = leaks;
    const named = leaks.length === 1 && leak!.owner?.name === OWNER && leak!.n === 1 && leak!.touches.length === 1;
    return [
      ...(niks.length === COUNT ? [] : [`${COUNT} invented persons were made, ${niks.length} are there`]),
      ...(living.length === 0 ? [] : [`${living.length} invented persons stand in the register`]),
      ...(named ? [] : ['the leak is not named by one alarm']),
    ];
  });
}

export function tellLeak(): string[] {
  return [
    `Satu data umpan ${OWNER} muncul dalam pertanyaan sebuah bank: lihat Peringatan / an invented person placed at ${OWNER} surfaced in a question of a bank: see Peringatan`,
  ];
}
