/** For promise 18: people who wait for a card at one office, to be printed by many officers who want the same blanks. */
import { givenResidents } from '../../../test/given/people.ts';
import { NATION, systemActor, type Actor } from '../../core/access/index.ts';
import type { Database, Ground, Tx } from '../../core/db/index.ts';
import { many, sql } from '../../core/db/index.ts';
import { importRecordings } from '../../recording/enrolment/index.ts';
import { beginPrinting } from './print/print.ts';
import { requestCard } from './request/request.ts';

interface House {
  readonly database: Database;
  readonly ground: Ground;
}

export interface WaitingPeople {
  /** Prints a blank for one of them who is drawn, as that officer at the office. */
  readonly print: (officer: Actor, serial: bigint) => Promise<void>;
  /** Where cards, requests and blanks do not tell the same. */
  readonly faults: () => Promise<string[]>;
}

/** `n` people who are print-ready and have asked for their first card at the office; `roll` draws who is next. */
export async function givenWaitingPeople(
  house: House,
  given: { officeId: string; n: number; roll: (n: number) => number },
): Promise<WaitingPeople> {
  const actor = { ...systemActor('custody'), jurisdiction: NATION };
  const system = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transact('system', actor, work);
  const people = await givenResidents(
    { system },
    Array.from({ length: given.n }, (_, at) => ({ name: `CONTOH ${at}` })),
  );
  const rows = people.map((nik) => `${nik},PRINT_READY_RECORD,2018-02-01`).join('\n');
  const source = { name: 'rekaman.csv', bytes: Buffer.from(`nik,status,recorded_on\n${rows}\n`) };
  await importRecordings(house, source, { actor });
  const clerk = { ...actor, officeId: given.officeId };
  const waiting: string[] = [];
  for (const nik of people) waiting.push((await system((tx) => requestCard(tx, clerk, nik, { kind: 'first' }))).id);
  return {
    async print(officer, serial) {
      const at = { ...officer, officeId: given.officeId };
      const id = waiting[given.roll(waiting.length)]!;
      await house.database.transact('app', at, (tx) => beginPrinting(tx, at, { id, what: String(serial) }));
    },
    faults: () => system(contradictions),
  };
}

/** A blank with two cards, a card whose blank is not personalised, a request with another card than its own. */
async function contradictions(tx: Tx): Promise<string[]> {
  const rows = await many(
    tx,
    sql<{ what: string }>`
      select 'blank ' || serial || ' has ' || count(*) || ' cards' as what from card.card group by serial having count(*) > 1
      union all
      select 'card ' || c.id || ' has no personalised blank' from card.card c
       where not exists (select from blank_read.lot l where l.serials @> c.serial and l.state = 4)
      union all
      select 'request ' || r.id || ' is ' || r.state from card.request r
       where (r.state = 'made') <> exists (select from card.card c where c.nik = r.nik and c.id = r.card_id and c.request_id = r.id)
      union all
      select 'card ' || c.id || ' of nobody who asked' from card.card c where not exists (select from card.request r where r.nik = c.nik and r.card_id = c.id)`,
  );
  return rows.map(({ what }) => what);
}
