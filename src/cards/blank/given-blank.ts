/** For tests and the bench of this room: stores, and movements drawn at random beside a plain model of where each serial is. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../core/access/index.ts';
import { run, sql, type Tx } from '../../core/db/index.ts';
import { DITJEN_ID, openOffice } from '../../register/office/index.ts';
import { openStore } from './store/store.ts';
import type { Store } from './schema.ts';

/** A batch without its papers: what a movement of blanks needs to stand on. */
export async function givenBatch(tx: Tx, first: bigint, n: bigint): Promise<string> {
  const id = randomUUID();
  const now = tx.ground.clock.now();
  await run(
    tx,
    sql`insert into blank.batch (id, number, supplier, contract_no, delivered_on, n, recorded_at, recorded_by, entry_id)
        values (${id}, ${`CONTOH-${first}`}, 'PEMASOK CONTOH', '470/CONTOH/2018', '2018-01-02', ${n}, ${now}, ${id}, ${id})`,
  );
  await run(
    tx,
    sql`insert into blank.batch_range (batch_id, serials) values (${id}, int8range(${first}::int8, ${first + n}::int8))`,
  );
  return id;
}

/** The centre's store and `count` stores of regencies, each at an office and with a keeper of its own. */
export async function givenStores(tx: Tx, actor: Actor, count: number): Promise<Store[]> {
  const stores = [
    await openStore(tx, actor, { officeId: DITJEN_ID, name: 'Gudang pusat', kind: 'centre', keeperId: randomUUID() }),
  ];
  const province = await openOffice(tx, actor, {
    kind: 'provincial',
    name: 'Dinas Contoh',
    regionCode: '31',
    zone: 'Asia/Jakarta',
    parentId: DITJEN_ID,
    openedOn: '2011-01-03',
    legalBasis: 'UU 23/2006',
  } as never);
  for (let n = 1; n <= count; n++)
    stores.push(
      await openStore(tx, actor, {
        officeId: province.id,
        name: `Gudang ${n}`,
        kind: 'regency',
        keeperId: randomUUID(),
      }),
    );
  return stores;
}
