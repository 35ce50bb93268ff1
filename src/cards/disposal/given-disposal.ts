/** For the tests of this room: offices with their people, cards in the register, and bags as far as a test needs them. */
import type { Actor } from '../../core/access/index.ts';
import { one, run, sql, type Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { CARD_STATES, type CardState } from '../card/index.ts';
import { openBag, putIntoBag, sealBag } from './bag/bag.ts';
import { countBag } from './bag/count.ts';
import { storeBag } from './bag/keep.ts';
import { addEvidence, addWitness, checkSeal, recountBag } from './destruction/day.ts';
import { destruction, proposePlan } from './destruction/plan.ts';
import { takeIn, type Line } from './intake/take-in.ts';
import type { IntakeReport, PieceGiven } from './schema.ts';

export type Act = <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result>;

export interface GivenCard {
  readonly nik: string;
  readonly id: string;
  readonly serial: string;
  readonly uid: string;
}

let next = 1;

/** Cards of people who are not in the register of residents: disposal looks at cards alone. */
export async function givenCards(
  tx: Tx,
  n: number,
  state: CardState = 'INVALID',
  officeId: string | null = null,
  nik?: string,
): Promise<GivenCard[]> {
  const cards = Array.from({ length: n }, () => {
    const at = next++;
    return {
      nik: nik ?? String(9_901_010_101_900_000n + BigInt(at)),
      id: newId(),
      serial: String(700_000_000 + at),
      uid: String(0x04_0000_0000_0000n + BigInt(at)),
    };
  });
  await run(
    tx,
    sql`insert into card.card (nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, entry_id)
        select x.nik, x.id, x.serial, x.uid, 'first', ${CARD_STATES[state].code}, now(), 3175071004, ${officeId}::uuid, '2013-05-01', x.id
          from json_to_recordset(${JSON.stringify(cards)}::json) as x(nik bigint, id uuid, serial bigint, uid bigint)`,
  );
  return cards;
}

export const pieceOf = (card: GivenCard, over: Partial<PieceGiven> = {}): PieceGiven => ({
  kind: 'card',
  nik: card.nik as PieceGiven['nik'],
  serial: card.serial,
  uid: null,
  cause: 'superseded',
  printedYear: 2013,
  cut: true,
  ...over,
});

export const linesOf = (pieces: readonly PieceGiven[]): Line[] => pieces.map((given, at) => ({ line: at + 1, given }));

export function takenIn(act: Act, actor: Actor, pieces: readonly PieceGiven[]): Promise<IntakeReport> {
  return act(actor, (tx) => takeIn(tx, actor, { source: 'loket CONTOH', lines: linesOf(pieces) }));
}

export interface GivenBag {
  readonly id: string;
  readonly seal: string;
  readonly n: number;
}

let seals = 1;

/** A bag with these pieces, sealed by one. */
export async function sealedBag(act: Act, sealer: Actor, pieces: readonly string[]): Promise<GivenBag> {
  const seal = `SGL-${seals++}`;
  const { id } = await act(sealer, (tx) => openBag(tx, sealer));
  await act(sealer, (tx) => putIntoBag(tx, sealer, { id, pieces }));
  await act(sealer, (tx) => sealBag(tx, sealer, { id, seal, counted: pieces.length }));
  return { id, seal, n: pieces.length };
}

/** The same, recounted by another and stored. */
export async function storedBag(act: Act, sealer: Actor, counter: Actor, pieces: readonly string[]): Promise<GivenBag> {
  const bag = await sealedBag(act, sealer, pieces);
  await act(counter, (tx) => countBag(tx, counter, { id: bag.id, counted: bag.n, seal: bag.seal, sealWhole: true }));
  await act(counter, (tx) => storeBag(tx, counter, { id: bag.id, place: 'Rak 1' }));
  return bag;
}

export const piecesIn = (report: IntakeReport): string[] => report.lines.flatMap(({ pieceId }) => pieceId ?? []);

/** The proposal's input as it was sealed, and the approval as the second person's yes runs it. */
export async function approvedBy(act: Act, approver: Actor, planId: string): Promise<void> {
  await act(approver, async (tx) => {
    const row = await one<Record<string, unknown>>(
      tx,
      sql`select p.id as "planId", p.number, p.office_id as "officeId", p.region_code as "regionCode", p.place, p.planned_on as "plannedOn", p.method,
                 (select array_agg(b.bag_id order by b.place) from disposal.plan_bag b where b.plan_id = p.id) as bags, p.n, encode(p.root, 'hex') as root,
                 p.proposed_by as "proposedBy" from disposal.plan p where p.id = ${planId}::uuid`,
    );
    const input = destruction.input.parse(row);
    await destruction.fingerprint(tx, input);
    await destruction.execute(tx, approver, input);
  });
}

export function proposed(act: Act, head: Actor, bags: readonly GivenBag[], plannedOn: string) {
  return act(head, (tx) =>
    proposePlan(tx, head, {
      place: 'Halaman Dinas CONTOH',
      plannedOn,
      method: 'burn',
      bags: bags.map(({ id }) => id),
    }),
  );
}

/** A JPEG of one pixel that differs from every other. */
export function picture(): Buffer {
  const comment = Buffer.from(`CONTOH ${seals++}`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  const [head, tail] = [PIXEL.subarray(0, 2), PIXEL.subarray(2)];
  return Buffer.concat([head, Buffer.of(0xff, 0xfe), length, comment, tail, Buffer.of(0, 0xff, 0xd9)]);
}

const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

export async function witnessed(act: Act, actor: Actor, planId: string, outside: boolean): Promise<void> {
  const file = { name: 'tanda-tangan.jpg', bytes: picture() };
  const { id: signatureId } = await act(actor, (tx) => addEvidence(tx, actor, { id: planId, kind: 'signature', file }));
  const witness = {
    name: 'SAKSI CONTOH',
    institution: outside ? 'Satpol PP CONTOH' : 'Dinas CONTOH',
    outside,
    signatureId,
  };
  await act(actor, (tx) => addWitness(tx, actor, { id: planId, ...witness }));
}

export async function photographed(act: Act, actor: Actor, planId: string): Promise<void> {
  const file = { name: 'foto.jpg', bytes: picture() };
  await act(actor, (tx) => addEvidence(tx, actor, { id: planId, kind: 'photo', file }));
}

/** Reads every seal by one officer and counts every drawn bag by another. */
export async function checkedAll(
  act: Act,
  reader: Actor,
  counter: Actor,
  planId: string,
  bags: readonly GivenBag[],
): Promise<void> {
  for (const { id: bagId, seal } of bags)
    await act(reader, (tx) => checkSeal(tx, reader, { id: planId, bagId, seal, sealWhole: true }));
  for (const { id: bagId, n } of bags)
    await act(counter, (tx) => recountBag(tx, counter, { id: planId, bagId, counted: n })).catch(
      (fault: { code?: string }) => {
        if (fault.code !== 'disposal.not_drawn') throw fault;
      },
    );
}

export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (fault: { code?: string }) => fault.code ?? fault,
  );
