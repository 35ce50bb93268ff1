import { afterAll, expect } from 'vitest';
import { givenServer, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { givenResident } from '../../../test/given/people.ts';
import { NATION, systemActor, type Actor } from '../../core/access/index.ts';
import { one, sql } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { importRecordings, type Status } from '../../recording/enrolment/index.ts';
import type { Biodata } from '../../register/resident/index.ts';
import { bodyOf, recordBody } from '../../simulation/body/index.ts';
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
  /** Printed, checked, and lying at the counter. */
  atCounter(nik: Nik, over?: object): Promise<string>;
  /** Handed over against a finger. */
  held(nik: Nik, over?: object, oldTaken?: boolean | null): Promise<string>;
  cardsOf(nik: Nik): Promise<CardRow[]>;
  packetOf(nik: Nik): Promise<string>;
  states(serial: string): Promise<number>;
}

/** One blue pixel: nobody is photographed for a test. */
export const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const FIRST = 700_000_000n;
const N = 500n;
const UID = 0x04a1_0000_0000_00n;
export const uidOfSerial = (serial: string): string => uidText(UID + (BigInt(serial) - FIRST) * 257n);

/** What a station sends when this person shows a finger, on another visit than when he was recorded. */
export function fingerOfPerson(nik: Nik, visit: number, position = 2) {
  const shown = recordBody(bodyOf('cards', Number(nik.slice(-4))), { number: visit, wear: 0 });
  const { bytes, quality } = shown.find((one) => one.modality === 'finger' && one.position === position)!;
  return { modality: 'finger', position, template: Buffer.from(bytes).toString('base64'), quality };
}

/** An office in Jakarta Timur with a store of 500 blanks whose chips are known. */
export async function givenCards(): Promise<GivenCards> {
  const given = await givenServer();
  // Where entries wait for longer than ten seconds nothing more is disclosed.
  const sequencer = given.house.startSequencer((fault) => {
    throw fault;
  });
  afterAll(() => sequencer.stop());
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
  const cards: GivenCards = {
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
      const recorded = recordBody(bodyOf('cards', Number(nik.slice(-4))), { number: 1, wear: 0 });
      const kept = new Map(
        recorded.map(({ modality, position, bytes }) => [`${modality}_${position}.bin`, Buffer.from(bytes)]),
      );
      const rows = `nik,status,recorded_on,face,finger_2,finger_7\n${nik},${status},2018-10-01,face_0.bin|face.png,finger_2.bin,finger_7.bin\n`;
      kept.set('face.png', PHOTO);
      const files = { read: async (name: string) => kept.get(name) ?? null, close: async () => {} };
      const source = { name: 'x.csv', bytes: Buffer.from(rows) };
      const done = await importRecordings(house, source, { actor: systemActor('import'), files });
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
    async atCounter(nik, over = {}) {
      const cardId = await cards.printed(await cards.requested(nik, over));
      const { serial } = (await cards.cardsOf(nik)).find(({ id }) => id === cardId)!;
      const uid = uidOfSerial(String(serial));
      const checked = await checker.call('POST', `/v1/cards/${cardId}/check`, { uid, faceSame: true });
      expect(checked.body).toEqual({ good: true });
      expect((await printer.call('POST', '/v1/cards/arrivals', { ids: [cardId] })).status).toBe(200);
      return cardId;
    },
    async held(nik, over = {}, oldTaken = null) {
      const cardId = await cards.atCounter(nik, over);
      const finger = fingerOfPerson(nik, 2);
      const verified = await printer.call('POST', `/v1/cards/${cardId}/verification`, finger);
      expect(verified.body).toMatchObject({ matches: true });
      const handed = await printer.call('POST', `/v1/cards/${cardId}/handover`, { oldTaken });
      expect(handed.body).toEqual({ how: 'finger' });
      return cardId;
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
  return cards;
}
