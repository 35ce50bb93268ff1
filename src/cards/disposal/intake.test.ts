import { beforeAll, describe, expect, test } from 'vitest';
import { many, one, run, sql } from '../../core/db/index.ts';
import { readTable } from '../../core/table/index.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { givenActor, givenSigningOffice } from '../../../test/given/people.ts';
import type { Actor } from '../../core/access/index.ts';
import { openBag, putIntoBag, sealBag } from './bag/bag.ts';
import { countBag, settleDifference } from './bag/count.ts';
import { receiveBag, sendBags, viewDispatches } from './bag/dispatch.ts';
import { storeBag } from './bag/keep.ts';
import { viewBag, viewBags, viewDifferences } from './bag/view.ts';
import { givenCards, pieceOf, piecesIn, refusal, sealedBag, storedBag, takenIn, type Act } from './given-disposal.ts';
import { readPieces } from './intake/list.ts';
import { releasePiece, takeIn } from './intake/take-in.ts';

const given = await givenHouse();
const act: Act = (actor, work) => given.transact(actor, work);
let here: string;
let there: string;
let [a, b, c, head]: Actor[] = [];
let stranger: Actor;

beforeAll(async () => {
  here = await givenSigningOffice(given, '3175');
  there = await givenSigningOffice(given, '3273');
  [a, b, c, head] = Array.from({ length: 4 }, () => givenActor({ region: '3175', officeId: here }));
  stranger = givenActor({ region: '3273', officeId: there });
});

const stateOf = (id: string) =>
  given.system(
    async (tx) =>
      (await one<{ state: number }>(tx, sql`select c.state from card_read.card c where c.id = ${id}::uuid`)).state,
  );

describe('an intake', () => {
  test('brings known cards to TAKEN_IN and keeps an unreadable one and one that no record knows', async () => {
    const [bySerial, byUid, byNik] = await given.system((tx) => givenCards(tx, 3, 'VALID'));
    const uid = BigInt(byUid!.uid).toString(16).toUpperCase().padStart(14, '0');
    const report = await takenIn(act, a!, [
      pieceOf(bySerial!, { nik: null }),
      pieceOf(byUid!, { nik: null, serial: null, uid }),
      pieceOf(byNik!, { serial: '1234567', nik: null }),
      pieceOf(byNik!, { serial: null, nik: null, uid: null, printedYear: null }),
    ]);
    expect(report.lines.map(({ outcome }) => outcome)).toEqual([
      'taken_in',
      'taken_in',
      'card_unknown',
      'card_unknown',
    ]);
    expect([report.kept, await stateOf(bySerial!.id), await stateOf(byUid!.id), await stateOf(byNik!.id)]).toEqual([
      4, 10, 10, 5,
    ]);
    const cause = await given.system((tx) =>
      one<{ cause: string }>(
        tx,
        sql`select s.cause from card_read.step s where s.card_id = ${bySerial!.id}::uuid and s.state = 10`,
      ),
    );
    expect(cause.cause).toBe('superseded');
  });

  test('keeps what contradicts the records apart as evidence until somebody else releases it', async () => {
    const [twice] = await given.system((tx) => givenCards(tx, 1));
    const [destroyed] = await given.system((tx) => givenCards(tx, 1, 'DESTROYED'));
    const [printed] = await given.system((tx) => givenCards(tx, 1, 'CHECKED'));
    const [of] = await given.system((tx) => givenCards(tx, 1, 'VALID'));
    await takenIn(act, a!, [pieceOf(twice!)]);
    const report = await takenIn(act, a!, [
      pieceOf(twice!),
      pieceOf(destroyed!),
      pieceOf(printed!),
      pieceOf(of!, { nik: '9901010101999999' as never }),
    ]);
    expect(report.byOutcome).toEqual({ taken_in: 0, card_unknown: 0, contradiction: 4, refused: 0 });
    expect(report.lines[1]!.why).toContain('sudah dimusnahkan');
    expect(await stateOf(of!.id)).toBe(5);
    const [piece] = piecesIn(report);
    const { id } = await act(a!, (tx) => openBag(tx, a!));
    const put = () => act(a!, (tx) => putIntoBag(tx, a!, { id, pieces: [piece!] }));
    expect(await refusal(put())).toBe('disposal.piece_evidence');
    const release = (actor: Actor) =>
      act(actor, (tx) => releasePiece(tx, actor, { id: piece!, reason: 'kartu tiruan, sudah diperiksa' }));
    expect(await refusal(release(a!))).toBe('disposal.own_piece');
    expect(await refusal(release(stranger))).toBe('disposal.piece_not_found');
    await release(head!);
    expect(await refusal(put())).toBeNull();
  });

  test('of a list answers row by row: what cannot be read hinders no other row', async () => {
    const cards = await given.system((tx) => givenCards(tx, 3));
    const csv = [
      'NIK;Nomor seri;Sebab;Tahun cetak;Dipotong',
      `${cards[0]!.nik};${cards[0]!.serial};rusak;2013;ya`,
      `tidak terbaca;${cards[1]!.serial};meninggal;;ya`,
      `123;${cards[2]!.serial};rusak;2013;ya`,
      `${cards[2]!.nik};;dimakan rayap;2013;ya`,
      `${cards[2]!.nik};;rusak;1999;ya`,
      `${cards[2]!.nik};;rusak;2013;`,
      `${cards[0]!.nik};${cards[0]!.serial};rusak;2013;ya`,
    ].join('\n');
    const list = await readPieces(await readTable({ name: 'daftar.csv', bytes: Buffer.from(csv) }));
    const report = await act(a!, (tx) => takeIn(tx, a!, { source: 'kelurahan', ...list }));
    expect(report.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'taken_in'],
      [3, 'taken_in'],
      [4, 'refused'],
      [5, 'refused'],
      [6, 'refused'],
      [7, 'refused'],
      [8, 'contradiction'],
    ]);
    expect(report.lines[2]!.why).toContain('16 angka');
    expect(report.lines[5]!.why).toContain('sudut kanan atas');
  });

  test('by two officers at one moment takes a card in once', async () => {
    const [card] = await given.system((tx) => givenCards(tx, 1));
    const both = await Promise.all([a!, b!].map((actor) => refusal(takenIn(act, actor, [pieceOf(card!)]))));
    const pieces = await given.system((tx) =>
      many(tx, sql<{ id: string }>`select p.id from disposal_read.piece p where p.card_id = ${card!.id}::uuid`),
    );
    expect(pieces).toHaveLength(1);
    expect(both.filter((code) => code === null).length).toBeGreaterThanOrEqual(1);
  });
});

describe('a bag', () => {
  const pieces = async (n: number) => {
    const cards = await given.system((tx) => givenCards(tx, n));
    return piecesIn(
      await takenIn(
        act,
        a!,
        cards.map((card) => pieceOf(card)),
      ),
    );
  };

  test('is sealed only with the count that was put in, and is then closed', async () => {
    const ids = await pieces(3);
    const { id } = await act(a!, (tx) => openBag(tx, a!));
    expect(await refusal(act(a!, (tx) => sealBag(tx, a!, { id, seal: 'X1', counted: 0 })))).toBe('disposal.bag_empty');
    await act(a!, (tx) => putIntoBag(tx, a!, { id, pieces: ids.slice(0, 2) }));
    expect(await refusal(act(a!, (tx) => sealBag(tx, a!, { id, seal: 'X1', counted: 3 })))).toBe(
      'disposal.count_differs',
    );
    await act(a!, (tx) => sealBag(tx, a!, { id, seal: 'X1', counted: 2 }));
    expect(await refusal(act(a!, (tx) => putIntoBag(tx, a!, { id, pieces: ids.slice(2) })))).toBe(
      'disposal.bag_closed',
    );
    const other = await act(a!, (tx) => openBag(tx, a!));
    const put = { id: other.id, pieces: ids };
    expect(await refusal(act(a!, (tx) => putIntoBag(tx, a!, put)))).toBe('disposal.piece_bagged');
    await act(a!, (tx) => putIntoBag(tx, a!, { id: other.id, pieces: ids.slice(2) }));
    expect(await refusal(act(a!, (tx) => sealBag(tx, a!, { id: other.id, seal: 'X1', counted: 1 })))).toBe(
      'disposal.seal_taken',
    );
  });

  test('is recounted by somebody else, who sees neither its count nor its seal before', async () => {
    const bag = await sealedBag(act, a!, await pieces(2));
    const count = (actor: Actor) =>
      act(actor, (tx) => countBag(tx, actor, { id: bag.id, counted: 2, seal: bag.seal, sealWhole: true }));
    const seen = (actor: Actor) => act(actor, (tx) => viewBag(tx, actor, { id: bag.id }));
    expect(await seen(b!)).toMatchObject({ n: null, seal: null, pieces: null, mayCount: true });
    expect(await seen(a!)).toMatchObject({ n: 2, seal: bag.seal, mayCount: false });
    expect(await refusal(act(a!, (tx) => storeBag(tx, a!, { id: bag.id, place: 'Rak 1' })))).toBe('disposal.bag_state');
    expect(await refusal(count(a!))).toBe('disposal.own_count');
    expect(await refusal(count(stranger))).toBe('disposal.bag_not_found');
    expect((await count(b!)).agrees).toBe(true);
    await act(b!, (tx) => storeBag(tx, b!, { id: bag.id, place: 'Rak 1' }));
    const { bags } = await act(b!, (tx) => viewBags(tx, b!, {}));
    expect(bags.find(({ id }) => id === bag.id)).toMatchObject({ state: 'STORED', place: 'Rak 1' });
  });

  test('that differs becomes a case, which none of its parties decides', async () => {
    const ids = await pieces(3);
    const bag = await sealedBag(act, a!, ids);
    const wrong = { id: bag.id, counted: 2, seal: bag.seal, sealWhole: true };
    expect((await act(b!, (tx) => countBag(tx, b!, wrong))).agrees).toBe(false);
    const { id } = await given.system((tx) =>
      one<{ id: string }>(
        tx,
        sql`select d.id from disposal.difference d where d.bag_id = ${bag.id}::uuid and d.state = 'open'`,
      ),
    );
    const settle = (actor: Actor, missing: string[]) =>
      act(actor, (tx) =>
        settleDifference(tx, actor, { id, outcome: 'missing', explanation: 'satu keping hilang di gudang', missing }),
      );
    expect(await refusal(settle(a!, [ids[0]!]))).toBe('disposal.difference_own');
    expect(await refusal(settle(b!, [ids[0]!]))).toBe('disposal.difference_own');
    expect(await refusal(settle(head!, []))).toBe('disposal.missing_which');
    await settle(head!, [ids[0]!]);
    await act(a!, (tx) => sealBag(tx, a!, { id: bag.id, seal: 'BARU-1', counted: 2 }));
    const again = { id: bag.id, counted: 2, seal: 'BARU-1', sealWhole: true };
    expect((await act(b!, (tx) => countBag(tx, b!, again))).agrees).toBe(true);
  });

  test('changes hands only when the receiver has counted the same', async () => {
    const [good, bad] = [await storedBag(act, a!, b!, await pieces(2)), await storedBag(act, a!, b!, await pieces(2))];
    await act(c!, (tx) => sendBags(tx, c!, { bags: [good.id, bad.id], toOffice: there }));
    const receive = (bag: { id: string; seal: string }, counted: number) =>
      act(stranger, (tx) => receiveBag(tx, stranger, { id: bag.id, counted, seal: bag.seal, sealWhole: true }));
    expect((await receive(good, 2)).agrees).toBe(true);
    expect((await receive(bad, 1)).agrees).toBe(false);
    const rows = await given.system((tx) =>
      many(
        tx,
        sql<{
          id: string;
          office: string;
          state: number;
        }>`select b.id, b.office_id as office, b.state from disposal.bag b where b.id = any(${[good.id, bad.id]}::uuid[])`,
      ),
    );
    expect(rows.find(({ id }) => id === good.id)).toMatchObject({ office: there, state: 4 });
    expect(rows.find(({ id }) => id === bad.id)).toMatchObject({ office: here, state: 3 });
  });

  test('on its way is known to its sender and unseen by its receiver, to nobody else, and is counted again where it came', async () => {
    const bag = await storedBag(act, a!, b!, await pieces(2));
    const { number } = await act(c!, (tx) => sendBags(tx, c!, { bags: [bag.id], toOffice: there }));
    const colleague = givenActor({ region: '3273', officeId: there });
    const passerBy = givenActor({ region: '3271', officeId: await givenSigningOffice(given, '3271') });
    const seen = (actor: Actor) => act(actor, (tx) => viewBag(tx, actor, { id: bag.id }));
    expect(await seen(c!)).toMatchObject({ n: 2, here: true, mayCount: false, way: { number, arrived: false } });
    expect(await seen(stranger)).toMatchObject({ n: null, seal: null, pieces: null, here: false, mayCount: true });
    expect(await refusal(seen(passerBy))).toBe('disposal.bag_not_found');
    const listed = async (actor: Actor) => {
      const { dispatches } = await act(actor, (tx) => viewDispatches(tx, actor));
      return dispatches.filter((each) => each.number === number);
    };
    expect(await listed(passerBy)).toEqual([]);
    expect(await listed(c!)).toMatchObject([{ incoming: false, bags: [{ mayCount: false, state: 'SENT' }] }]);
    expect(await listed(stranger)).toMatchObject([{ incoming: true, bags: [{ mayCount: true, receivedAt: null }] }]);
    const receive = (actor: Actor, counted: number) =>
      act(actor, (tx) => receiveBag(tx, actor, { id: bag.id, counted, seal: bag.seal, sealWhole: true }));
    expect((await receive(stranger, 1)).agrees).toBe(false);
    // The numbers of the case are for who counted and who decides, not for who may yet be asked to count.
    expect((await seen(stranger)).difference).toMatchObject({ expected: 2, counted: 1, maySettle: false });
    expect(await seen(colleague)).toMatchObject({ pieces: null, difference: { expected: null, counted: null } });
    const { differences } = await act(head!, (tx) => viewDifferences(tx, head!, {}));
    const open = differences.find(({ bagId }) => bagId === bag.id)!;
    expect(open).toMatchObject({ expected: 2, counted: 1, dueOn: '2018-12-18', maySettle: true });
    expect(open.arrivedAt).toBe('Dinas Kependudukan dan Pencatatan Sipil 3273');
    const settling = { id: open.id, outcome: 'recount' as const, explanation: 'dua keping melekat satu sama lain' };
    await act(head!, (tx) => settleDifference(tx, head!, settling));
    expect(await seen(colleague)).toMatchObject({ state: 'SENT', mayCount: true, difference: null });
    expect(await refusal(receive(stranger, 2))).toBe('disposal.own_count');
    // He has seen the numbers, and may not be the one who finds the same.
    const decider = { ...head!, officeId: there };
    expect(await refusal(receive(decider, 2))).toBe('disposal.own_count');
    expect((await receive(colleague, 2)).agrees).toBe(true);
    expect(await seen(colleague)).toMatchObject({ state: 'CONFIRMED', here: true, way: null });
  });

  test('goes to an office that is open, and from the store', async () => {
    const bag = await storedBag(act, a!, b!, await pieces(1));
    const closed = await givenSigningOffice(given, '3272');
    await given.system((tx) =>
      run(tx, sql`update office.office set closed_on = '2018-12-01' where id = ${closed}::uuid`),
    );
    const send = (toOffice: string) => refusal(act(c!, (tx) => sendBags(tx, c!, { bags: [bag.id], toOffice })));
    expect(await send(here)).toBe('disposal.office_not_found');
    expect(await send(closed)).toBe('disposal.office_not_found');
    expect(await send(there)).toBeNull();
    expect(await send(there)).toBe('disposal.bag_not_stored');
  });
});
