import { expect } from 'vitest';
import { givenServer, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { givenResident } from '../../../test/given/people.ts';
import { NATION, systemActor, type Actor } from '../../core/access/index.ts';
import { one, sql } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { importRecordings, type Status } from '../../recording/enrolment/index.ts';
import type { Biodata } from '../../register/resident/index.ts';
import { takeManifest } from '../blank/delivery/deliver.ts';
import { uidText } from '../blank/index.ts';
import { deliverBlanks, moveBlanks } from '../blank/movement/move.ts';
import { openStore } from '../blank/store/store.ts';
import { givenBatch } from '../blank/given-blank.ts';
import { listCardsOf, type CardRow } from './advance.ts';

export interface GivenCards extends GivenServer {
  readonly officeId: string;
  readonly storeId: string;
  readonly printer: Caller;
  readonly checker: Caller;
  readonly head: Caller;
  /** The serials in stock are given out one after the other. */
  blank(): { serial: string; uid: string };
  /** Somebody who was recorded and waits at this status. */
  recorded(over?: Partial<Biodata>, status?: Status): Promise<Nik>;
  ref(nik: Nik): string;
  /** A request at the counter: the answer's body, which must be in order. */
  requested(nik: Nik, over?: object): Promise<string>;
  printed(request: string, over?: { what?: string; by?: Caller }): Promise<string>;
  cardsOf(nik: Nik): Promise<CardRow[]>;
  packetOf(nik: Nik): Promise<string>;
  states(serial: string): Promise<number>;
}

const FIRST = 700_000_000n;
const N = 500n;
const UID = 0x04a1_0000_0000_00n;
export const uidOfSerial = (serial: string): string => uidText(UID + (BigInt(serial) - FIRST) * 257n);

/** An office in Jakarta Timur with a store of 500 blanks whose chips are known. */
export async function givenCards(): Promise<GivenCards> {
  const given = await givenServer();
  const officeId = await given.office('3175');
  const printer = await given.officer({ role: 'operator', officeId });
  const checker = await given.officer({ role: 'verifier', officeId });
  const head = await given.officer({ role: 'section_head', officeId });
  const keeper = await given.officer({ role: 'store_keeper', officeId });
  const actor: Actor = { ...systemActor('test'), jurisdiction: NATION };
  const storeId = await given.system(async (tx) => {
    const store = await openStore(tx, actor, { officeId, name: 'Gudang', kind: 'regency', keeperId: keeper.officerId });
    const batch = await givenBatch(tx, FIRST, N);
    const spans = [{ first: FIRST, last: FIRST + N - 1n }];
    await deliverBlanks(tx, actor, { batch, store: store.id, spans });
    await moveBlanks(tx, actor, { kind: 'counted_in', spans, from: { store: store.id, state: 'RECEIVED' } });
    const lines = Array.from({ length: Number(N) }, (_, n) => ({
      serial: String(FIRST + BigInt(n)),
      uid: uidOfSerial(String(FIRST + BigInt(n))),
    }));
    await takeManifest(tx, actor, { batchId: batch, lines });
    return store.id;
  });
  let next = FIRST;
  const blank = () => {
    const serial = String(next++);
    return { serial, uid: uidOfSerial(serial) };
  };
  const { house } = given;
  const ref = (nik: Nik) => house.ground.personRefs.of(nik);
  return {
    ...given,
    officeId,
    storeId,
    printer,
    checker,
    head,
    blank,
    ref,
    async recorded(over = {}, status = 'PRINT_READY_RECORD') {
      const nik = await givenResident(given, over);
      const bytes = Buffer.from(`nik,status,recorded_on\n${nik},${status},2018-10-01\n`);
      const done = await importRecordings(house, { name: 'x.csv', bytes }, { actor: systemActor('import') });
      expect(done).toMatchObject({ created: 1 });
      return nik;
    },
    async requested(nik, over = {}) {
      const body = { ref: ref(nik), kind: 'first', ...over };
      const answer = await printer.call('POST', '/v1/cards/requests', body);
      expect(answer.body).toHaveProperty('id');
      return answer.body.id;
    },
    async printed(request, { what = blank().serial, by = printer } = {}) {
      const answer = await by.call('POST', `/v1/cards/requests/${request}/printing`, { what });
      expect(answer.body).toHaveProperty('cardId');
      return answer.body.cardId;
    },
    cardsOf: (nik) => given.system((tx) => listCardsOf(tx, [nik])),
    packetOf: async (nik) => {
      const { status } = await given.system((tx) =>
        one(tx, sql<{ status: number }>`select status from enrolment.packet where nik = ${nik}::bigint`),
      );
      return String(status);
    },
    states: async (serial) => {
      const { state } = await given.system((tx) =>
        one(tx, sql<{ state: number }>`select state from blank.lot where serials @> ${serial}::int8`),
      );
      return state;
    },
  };
}
