/** When somebody asks about SITI, and what she brings home from the counter at each start of the demo: a fresh code for the citizen services. */
import type { Database, Ground } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { systemActor } from '../../../core/access/index.ts';
import { asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { listCardsOf } from '../../../cards/card/index.ts';
import { giveOfficeCode } from '../../../sharing/citizen/index.ts';
import type { Cast } from '../cast.ts';
import { PLANTED } from '../counter/planted-people.ts';

export interface Asked {
  readonly day: CivilDate;
  readonly at: string;
  readonly disputedAt: string;
  /** Of the institutions of the whole nation, in the order of the plan. */
  readonly asker: number;
  readonly unit: string;
  readonly words: string;
}

export const ASKED: readonly Asked[] = [
  {
    day: asCivilDate('2018-12-05'),
    at: '13:40',
    disputedAt: '20:10',
    asker: 3,
    unit: 'KC CONTOH TEBET',
    words: 'Saya tidak pernah berurusan dengan lembaga ini.',
  },
  {
    day: asCivilDate('2018-12-11'),
    at: '13:40',
    disputedAt: '15:10',
    asker: 7,
    unit: 'GERAI CONTOH 12',
    words: 'Hari ini saya di rumah dan tidak mendaftar apa pun.',
  },
];
/** How many of a day's questions are about her. */
export const askedAboutSiti = (day: CivilDate): number => ASKED.filter((asked) => asked.day === day).length;

export async function citizenCode(
  database: Database,
  ground: Ground,
  cast: Cast,
): Promise<{ nik: string; serial: string; code: string }> {
  const nik = PLANTED.siti.nik as Nik;
  const operator = cast.players.find(({ role }) => role === 'operator')!.actor;
  const { code } = await database.transact('app', operator, (tx) =>
    giveOfficeCode(tx, operator, { ref: ground.personRefs.of(nik) }),
  );
  const cards = await database.transact('system', systemActor('demo'), (tx) => listCardsOf(tx, [nik]));
  const valid = cards.find(({ state }) => state === 'VALID');
  return { nik, serial: String(valid?.serial ?? '-'), code };
}
