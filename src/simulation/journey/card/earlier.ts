/**
 * Cards of the years before: the offices' lists of cards, read by the import that is made for them. Who was recorded and got a
 * card has one in force; in Duren Sawit nearly everybody has older ones beside it, which were never given back.
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importCards, listCardsOf } from '../../../cards/card/index.ts';
import { uidText } from '../../../cards/blank/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { addDays, asCivilDate, daysBetween, type CivilDate } from '../../../core/time/index.ts';
import { STATUSES } from '../../../recording/enrolment/index.ts';
import { below, mix, seedOf } from '../../person/index.ts';
import { importer } from '../arrival.ts';
import { PLANTED } from '../counter/planted-people.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';

export const SACK_DISTRICT = '317507';
/** Before she moved, so that the move itself marks her card. */
const SITI_ON = asCivilDate('2015-06-01');
export const LISTS_ON = asCivilDate('2018-09-12');
/** What the district's holders kept at home are cards of the mass printing, where they had any. */
const MASS_UNTIL = asCivilDate('2013-12-31');
const MS_A_PERSON = 0.05;
/** Serials and chips of the blanks of those years, which no delivery of the register holds. */
const FIRST = 100_000_001;
const FIRST_UID = 0x0492_0000_0000_00n;
/** Of a hundred holders elsewhere so many have an older card too. */
const OLDER_ELSEWHERE = 10;
/** In a full nation holders of the district have two older ones, one in eight a third; in a smaller one they have one or two. Who came late had no time for so many. */
const FULL = 100_000;
const SUPERSEDED_AT_LEAST = 3_000;
/** From the recording to the first card, and the least between two cards of one person. */
const TO_THE_CARD = 14;
const BETWEEN = 60;

interface Holder {
  readonly nik: string;
  readonly villageCode: string;
  readonly recordedOn: CivilDate;
}

interface Row {
  readonly nik: string;
  readonly state: 'VALID' | 'INVALID' | 'DIMUSNAHKAN';
  readonly printedOn: CivilDate;
  readonly office: string;
  /** Of the district in which the sack will be found. */
  readonly inSack: boolean;
}

export function enterEarlier(stage: Stage): void {
  on(stage, SITI_ON, '10:00', 'kartu 2015', async () => {
    const { nik } = PLANTED.siti;
    await importRows(stage, 'kartu-2015.csv', FIRST, [
      { nik, state: 'VALID', printedOn: asCivilDate('2012-11-20'), office: '3175', inSack: true },
    ]);
  });
  const work = async () => {
    const rows = await listRows(stage);
    const superseded = rows.filter(({ state, inSack }) => state === 'INVALID' && inSack).length;
    if (stage.residents >= FULL && superseded < SUPERSEDED_AT_LEAST)
      stage.fault(`Duren Sawit should have ${SUPERSEDED_AT_LEAST} superseded cards, it has ${superseded}`);
    await importRows(stage, 'kartu-2018.csv', FIRST + 1, rows);
  };
  on(stage, LISTS_ON, '17:00', 'daftar kartu', work, stage.residents * MS_A_PERSON);
}

async function listRows(stage: Stage): Promise<Row[]> {
  const { holders, offices } = await stage.database.transact('system', importer, async (tx) => {
    const made = [STATUSES.CARD_ISSUED.code, STATUSES.CARD_PRINTED.code];
    const found = await many(
      tx,
      sql<Holder>`select distinct on (p.nik) lpad(p.nik::text, 16, '0') as nik, lpad(r.village_code::text, 10, '0') as "villageCode",
                         p.recorded_on as "recordedOn"
                    from enrolment_read.packet p join resident_read.resident r using (nik)
                   where p.source = 'import' and p.status = any(${made}::smallint[]) and r.state = 1
                     and not exists (select from card_read.card c where c.nik = p.nik)
                   order by p.nik, p.recorded_on`,
    );
    const open = await many(
      tx,
      sql<{ code: string }>`select region_code as code from office_read.office where length(region_code) = 4`,
    );
    return { holders: found, offices: new Set(open.map(({ code }) => code)) };
  });
  let destroyed = false;
  return holders.flatMap((holder): Row[] => {
    const { nik, villageCode } = holder;
    const die = { state: mix(seedOf(`cards ${stage.seed}`), seedOf(nik)) };
    const regency = villageCode.slice(0, 4);
    const office = offices.has(regency) ? regency : '';
    const inSack = villageCode.startsWith(SACK_DISTRICT);
    const olderInSack = () => (stage.residents < FULL ? 1 + below(die, 2) : below(die, 8) === 0 ? 3 : 2);
    const older = inSack ? olderInSack() : below(die, 100) < OLDER_ELSEWHERE ? 1 : 0;
    const draw = (n: number) => below(die, n);
    const days =
      (inSack && massDays(holder.recordedOn, older, draw)) || printingDays(holder.recordedOn, older + 1, draw);
    return days.map((printedOn, at): Row => {
      const last = at === days.length - 1;
      // One of them is recorded as destroyed and will lie in the sack all the same.
      const burnt = inSack && !destroyed && !last && printedOn <= MASS_UNTIL;
      destroyed ||= burnt;
      return { nik, state: last ? 'VALID' : burnt ? 'DIMUSNAHKAN' : 'INVALID', printedOn, office, inSack };
    });
  });
}

/** The older cards within the mass printing, the present one later; nothing where somebody came too late for that. */
function massDays(recordedOn: CivilDate, older: number, draw: (n: number) => number): CivilDate[] | null {
  const first = addDays(recordedOn, TO_THE_CARD);
  const step = Math.floor(daysBetween(first, MASS_UNTIL) / older);
  if (step < 1) return null;
  const days = Array.from({ length: older }, (_, at) => addDays(first, at * step + draw(step)));
  const from = addDays(days.at(-1)!, BETWEEN);
  return [...days, addDays(from, draw(daysBetween(from, LISTS_ON)))];
}

/** Days on which somebody's cards were printed, one after the other; fewer where there was no time for so many. */
function printingDays(recordedOn: CivilDate, wanted: number, draw: (n: number) => number): CivilDate[] {
  const first = addDays(recordedOn, TO_THE_CARD);
  if (first >= LISTS_ON) return [LISTS_ON];
  const days: CivilDate[] = [];
  let from = first;
  for (let left = wanted; left > 0; left--) {
    const room = daysBetween(from, LISTS_ON) - BETWEEN * (left - 1);
    if (room < 1) continue;
    const day = addDays(from, draw(Math.ceil(room / left)));
    days.push(day);
    from = addDays(day, BETWEEN);
  }
  return days.length > 0 ? days : [first];
}

async function importRows(stage: Stage, name: string, firstSerial: number, rows: readonly Row[]): Promise<void> {
  const path = join(stage.folder, name);
  const lines = rows.map(({ nik, state, printedOn, office }, at) => {
    const serial = firstSerial + at;
    return `${nik},${serial},${uidText(FIRST_UID + BigInt(serial - FIRST) * 263n)},${state},${printedOn},${office}`;
  });
  await writeFile(path, `nik,serial,uid,state,printed_on,office\n${lines.join('\n')}\n`);
  const done = await importCards(
    stage,
    { name, path },
    { actor: importer, onBatch: (read) => stage.progress(read / rows.length, name) },
  );
  await rm(path);
  if (done.created !== rows.length)
    stage.fault(`${name}: ${rows.length} cards should have been imported, ${done.created} were`);
}

/** SITI's card: in force, and to be replaced since her move. */
export async function sitiOutcome(stage: Stage): Promise<string[]> {
  const { nik, name } = PLANTED.siti;
  const cards = await stage.database.transact('system', importer, (tx) => listCardsOf(tx, [nik]));
  const right = cards.some(({ state, replaceSince }) => state === 'VALID' && replaceSince === '2016-02-11');
  return right ? [] : [`${name} should have a card that must be replaced since 2016-02-11`];
}
