import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../core/access/index.ts';
import { many, run, sql } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { givenActor, givenSigningOffice } from '../../../test/given/people.ts';
import { givenBatch } from '../blank/given-blank.ts';
import { deliverBlanks, moveBlanks, openStore } from '../blank/index.ts';
import { DITJEN_ID } from '../../register/office/index.ts';
import { liftHold, placeHold, proposeLift } from './bag/hold.ts';
import { storeBag } from './bag/keep.ts';
import { beginDestruction, checkSeal, recountBag } from './destruction/day.ts';
import { finishDestruction } from './destruction/finish.ts';
import { makeMinutes, openMinutes, remakeMinutes } from './destruction/minutes.ts';
import { cancelPlan } from './destruction/plan.ts';
import { reportDestruction, reportNothing, viewReports } from './destruction/report.ts';
import {
  approvedBy,
  checkedAll,
  givenCards,
  photographed,
  pieceOf,
  piecesIn,
  proposed,
  refusal,
  storedBag,
  takenIn,
  witnessed,
  type Act,
  type GivenBag,
} from './given-disposal.ts';
import { indicators } from './indicators.ts';
import { series } from './series.ts';
import { expectAgreement } from '../../../test/given/series.ts';
import { viewPlan } from './view.ts';

const given = await givenHouse();
const act: Act = (actor, work) => given.transact(actor, work);
const DAY = '2018-12-19';
const ON_THE_DAY = new Date('2018-12-19T03:00:00Z');
let [sealer, counter, head, reader, third]: Actor[] = [];
let [province, neighbour]: Actor[] = [];

beforeAll(async () => {
  const here = await givenSigningOffice(given, '3175');
  const above = await givenSigningOffice(given, '31');
  [sealer, counter, head, reader, third] = Array.from({ length: 5 }, () =>
    givenActor({ region: '3175', officeId: here }),
  );
  province = givenActor({ region: '31', officeId: above });
  neighbour = givenActor({ region: '3273', officeId: await givenSigningOffice(given, '3273') });
});
beforeEach(() => given.clock.moveTo(ON_THE_DAY));

async function bags(count: number, each: number): Promise<GivenBag[]> {
  const made: GivenBag[] = [];
  for (let at = 0; at < count; at++) {
    const cards = await given.system((tx) => givenCards(tx, each));
    const pieces = piecesIn(
      await takenIn(
        act,
        sealer!,
        cards.map((card) => pieceOf(card)),
      ),
    );
    made.push(await storedBag(act, sealer!, counter!, pieces));
  }
  return made;
}

const begin = (actor: Actor, id: string) => act(actor, (tx) => beginDestruction(tx, actor, { id }));
const finish = (actor: Actor, id: string) => act(actor, (tx) => finishDestruction(tx, actor, { id }));
const minutes = (planId: string) => given.system((tx) => makeMinutes.run(tx, { planId }));
const statesOf = (list: readonly GivenBag[]) =>
  given.system((tx) =>
    many(
      tx,
      sql<{
        state: number;
      }>`select c.state from disposal.piece p join card_read.card c on c.id = p.card_id where p.bag_id = any(${list.map(({ id }) => id)}::uuid[])`,
    ),
  );

/** Everything up to the fire, by as many as it takes. */
async function ready(list: readonly GivenBag[]): Promise<string> {
  const { id } = await proposed(act, head!, list, DAY);
  await approvedBy(act, province!, id);
  await begin(reader!, id);
  await checkedAll(act, reader!, third!, id, list);
  await witnessed(act, reader!, id, true);
  await witnessed(act, reader!, id, false);
  await photographed(act, reader!, id);
  return id;
}

describe('a destruction', () => {
  test('ends in the cards, in minutes that come out the same bytes again, and in a report', async () => {
    const list = await bags(3, 4);
    const id = await ready(list);
    expect(await finish(third!, id)).toEqual({ n: 12, blanks: 0 });
    expect((await statesOf(list)).map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => 11));
    expect(await refusal(finish(third!, id))).toBe('disposal.plan_state');
    expect(await refusal(act(head!, (tx) => reportDestruction(tx, head!, { id })))).toBe('disposal.no_minutes');
    await minutes(id);
    await minutes(id);
    const { bytes } = await act(head!, (tx) => openMinutes(tx, head!, { id }));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await act(head!, (tx) => remakeMinutes(tx, head!, { id }))).same).toBe(true);
    expect(await refusal(act(neighbour!, (tx) => openMinutes(tx, neighbour!, { id })))).toBe('disposal.plan_not_found');
    await act(head!, (tx) => reportDestruction(tx, head!, { id }));
    expect(await refusal(act(head!, (tx) => reportDestruction(tx, head!, { id })))).toBe('disposal.reported_already');
    await given.system((tx) =>
      run(
        tx,
        sql`update disposal.piece set cause = 'damaged' where id = (select p.id from disposal.piece p where p.bag_id = ${list[0]!.id}::uuid limit 1)`,
      ),
    );
    expect((await act(head!, (tx) => remakeMinutes(tx, head!, { id }))).same).toBe(false);
  });

  test('takes spoiled blanks off the books of their store, and leaves personalised ones to their holders', async () => {
    const store = await given.system((tx) =>
      openStore(
        tx,
        { ...head!, jurisdiction: { code: '' } },
        { officeId: DITJEN_ID, name: 'Gudang', kind: 'centre', keeperId: head!.id },
      ),
    );
    const first = 880_000_000n;
    const [card] = await given.system((tx) => givenCards(tx, 1));
    await given.system(async (tx) => {
      const batch = await givenBatch(tx, first, 10n);
      const all = [{ first, last: first + 9n }];
      await deliverBlanks(tx, head!, { batch, store: store.id, spans: all });
      await moveBlanks(tx, head!, { kind: 'counted_in', spans: all, from: { store: store.id, state: 'RECEIVED' } });
      const two = [{ first, last: first + 1n }];
      await moveBlanks(tx, head!, { kind: 'spoiled', spans: two, from: { store: store.id, state: 'IN_STOCK' } });
    });
    const blank = (serial: bigint) =>
      pieceOf(card!, { kind: 'blank', nik: null, serial: String(serial), cause: 'misprint', printedYear: null });
    const report = await takenIn(act, sealer!, [blank(first), blank(first + 1n), blank(first + 5n), blank(first)]);
    expect(report.lines.map(({ outcome }) => outcome)).toEqual(['taken_in', 'taken_in', 'refused', 'contradiction']);
    const bag = await storedBag(act, sealer!, counter!, piecesIn(report).slice(0, 2));
    const id = await ready([bag]);
    expect(await finish(third!, id)).toEqual({ n: 2, blanks: 2 });
    const lots = await given.system((tx) =>
      many(
        tx,
        sql<{
          state: number;
          n: number;
        }>`select l.state, sum(upper(l.serials) - lower(l.serials))::int as n from blank_read.lot l where l.store_id = ${store.id}::uuid group by 1 order by 1`,
      ),
    );
    expect(lots).toEqual([
      { state: 2, n: 8 },
      { state: 7, n: 2 },
    ]);
  });

  test('stops at a wrong seal and at a wrong count; the bag becomes a case and the others go back', async () => {
    for (const wrong of ['seal', 'count'] as const) {
      const list = await bags(2, 2);
      const { id } = await proposed(act, head!, list, DAY);
      await approvedBy(act, province!, id);
      await begin(reader!, id);
      const [{ id: bagId, seal }] = list as [GivenBag, GivenBag];
      const check = { id, bagId, seal: wrong === 'seal' ? 'PALSU' : seal, sealWhole: true };
      const sealed = await act(reader!, (tx) => checkSeal(tx, reader!, check));
      const outcome =
        wrong === 'seal' ? sealed : await act(third!, (tx) => recountBag(tx, third!, { id, bagId, counted: 1 }));
      expect(outcome).toEqual({ agrees: false, stopped: true });
      const plan = await act(head!, (tx) => viewPlan(tx, head!, { id }));
      expect(plan.state).toBe('stopped');
      expect(await refusal(finish(third!, id))).toBe('disposal.plan_state');
      const states = await given.system((tx) =>
        many(
          tx,
          sql<{
            state: number;
            plan: string | null;
          }>`select b.state, b.plan_id as plan from disposal.bag b where b.id = any(${list.map((bag) => bag.id)}::uuid[]) order by b.state`,
        ),
      );
      expect(states).toEqual([
        { state: 3, plan: null },
        { state: 5, plan: null },
      ]);
    }
  });

  test('is not begun or ended while a bag is held as evidence, whose hold two persons lift', async () => {
    const list = await bags(1, 2);
    const id = await ready(list);
    const until = '2019-06-30';
    const placing = { id: list[0]!.id, ground: 'perkara korupsi CONTOH', reference: 'B/1/2018', untilOn: until };
    const { id: holdId } = await act(counter!, (tx) => placeHold(tx, counter!, placing));
    expect(await refusal(finish(third!, id))).toBe('disposal.held');
    expect(await refusal(act(neighbour!, (tx) => placeHold(tx, neighbour!, placing)))).toBe('disposal.bag_not_found');
    const lift = { holdId, askedBy: head!.id, reason: 'perkara sudah berkekuatan tetap' };
    await act(head!, (tx) => proposeLift(tx, head!, { holdId, reason: lift.reason }));
    expect(await refusal(finish(third!, id))).toBe('disposal.held');
    // The approval's own rule keeps the proposer from his proposal; the table does so whatever the code does.
    expect(await refusal(act(head!, (tx) => liftHold.execute(tx, head!, lift)))).not.toBeNull();
    await act(province!, (tx) => liftHold.execute(tx, province!, lift));
    expect(await finish(third!, id)).toEqual({ n: 2, blanks: 0 });
  });

  test('of a list that was changed behind the system’s back is refused at approval, at its beginning and at its end', async () => {
    const tamper = (bag: GivenBag) =>
      given.system((tx) =>
        run(
          tx,
          sql`update disposal.piece set serial = serial + 500000000 where id = (select p.id from disposal.piece p where p.bag_id = ${bag.id}::uuid limit 1)`,
        ),
      );
    const [first] = await bags(1, 2);
    const early = await proposed(act, head!, [first!], DAY);
    await tamper(first!);
    expect(await refusal(approvedBy(act, province!, early.id))).toBe('disposal.list_changed');
    const [second] = await bags(1, 2);
    const { id } = await proposed(act, head!, [second!], DAY);
    await approvedBy(act, province!, id);
    await tamper(second!);
    expect(await refusal(begin(reader!, id))).toBe('disposal.list_changed');
    const [last] = await bags(1, 2);
    const late = await ready([last!]);
    await tamper(last!);
    expect(await refusal(finish(third!, late))).toBe('disposal.list_changed');
  });

  test('takes place on the approved day only; given up, its bags lie in the store again', async () => {
    const list = await bags(1, 1);
    const { id } = await proposed(act, head!, list, '2018-12-20');
    await approvedBy(act, province!, id);
    expect(await refusal(begin(reader!, id))).toBe('disposal.not_the_day');
    expect(await refusal(act(counter!, (tx) => storeBag(tx, counter!, { id: list[0]!.id, place: 'Rak 2' })))).toBe(
      'disposal.bag_state',
    );
    await act(head!, (tx) => cancelPlan(tx, head!, { id, reason: 'hujan lebat sepanjang hari' }));
    const again = await proposed(act, head!, list, DAY);
    await approvedBy(act, province!, again.id);
    await begin(reader!, again.id);
  });

  test('before 13 December 2018 is the centre’s alone', async () => {
    given.clock.moveTo(new Date('2018-12-12T03:00:00Z'));
    const list = await bags(1, 1);
    expect(await refusal(proposed(act, head!, list, '2018-12-12'))).toBe('disposal.to_the_centre');
    await proposed(act, head!, list, '2018-12-13');
  });

  test('at the centre is approved from another of its units, by a directorate, also before that day', async () => {
    given.clock.moveTo(new Date('2018-12-06T03:00:00Z'));
    const directorate = newId();
    const mission = newId();
    await given.system(async (tx) => {
      const insert = `insert into office.office (id, kind, name, region_code, zone, parent_id, opened_on)
                      values ($1, $2, $3, $4, 'Asia/Jakarta', $5, '2010-01-01')`;
      await tx.client.query(insert, [directorate, 'directorate', 'Direktorat CONTOH', '', DITJEN_ID]);
      await tx.client.query(insert, [mission, 'mission', 'Perwakilan CONTOH', null, DITJEN_ID]);
    });
    const [clerk, keeper, minister, colleague] = Array.from({ length: 4 }, () =>
      givenActor({ region: '', officeId: DITJEN_ID }),
    );
    const unit = givenActor({ region: '', officeId: directorate });
    const central = async (sealing: Actor, counting: Actor) => {
      const [card] = await given.system((tx) => givenCards(tx, 1));
      return storedBag(act, sealing, counting, piecesIn(await takenIn(act, sealing, [pieceOf(card!)])));
    };
    const bag = await central(clerk!, keeper!);
    const { id } = await proposed(act, minister!, [bag], '2018-12-06');
    expect(await refusal(approvedBy(act, colleague!, id))).toBe('disposal.approve_same_unit');
    expect(await refusal(approvedBy(act, { ...unit, id: clerk!.id }, id))).toBe('disposal.approve_party');
    await approvedBy(act, unit, id);
    expect((await act(minister!, (tx) => viewPlan(tx, minister!, { id }))).state).toBe('approved');
    // A mission has no region either, and is no part of the ministry’s store.
    const abroad = (): Actor => ({ ...givenActor({ officeId: mission }), jurisdiction: null });
    const [sealing, counting] = [abroad(), abroad()];
    const far = await central(sealing, counting);
    expect(await refusal(proposed(act, sealing, [far], '2018-12-06'))).toBe('disposal.to_the_centre');
  });
});

test('nothing is destroyed by one person, whichever way he tries', async () => {
  const list = await bags(2, 2);
  const { id } = await proposed(act, head!, list, DAY);
  // The proposer, a colleague of his office, who sealed, who counted.
  expect(await refusal(approvedBy(act, head!, id))).toBe('disposal.approve_own');
  expect(await refusal(approvedBy(act, reader!, id))).toBe('disposal.approve_same_unit');
  expect(await refusal(approvedBy(act, { ...province!, officeId: null }, id))).toBe('disposal.approve_same_unit');
  for (const party of [sealer!, counter!])
    expect(await refusal(approvedBy(act, { ...province!, id: party.id }, id))).toBe('disposal.approve_party');
  expect(await refusal(begin(reader!, id))).toBe('disposal.plan_state');
  await approvedBy(act, province!, id);
  expect(await refusal(begin(neighbour!, id))).toBe('disposal.plan_not_found');
  expect(await refusal(begin(province!, id))).toBe('disposal.plan_elsewhere');
  await begin(reader!, id);
  const [bag] = list as [GivenBag];
  const read = (actor: Actor) =>
    act(actor, (tx) => checkSeal(tx, actor, { id, bagId: bag.id, seal: bag.seal, sealWhole: true }));
  const count = (actor: Actor) => act(actor, (tx) => recountBag(tx, actor, { id, bagId: bag.id, counted: bag.n }));
  expect(await refusal(read(sealer!))).toBe('disposal.own_seal');
  expect(await refusal(count(third!))).toBe('disposal.seal_first');
  await read(reader!);
  for (const actor of [sealer!, counter!, reader!]) expect(await refusal(count(actor))).toBe('disposal.own_count');
  expect(await refusal(finish(reader!, id))).toBe('disposal.lacking_seals');
  await read(reader!).catch(() => undefined);
  await act(reader!, (tx) => checkSeal(tx, reader!, { id, bagId: list[1]!.id, seal: list[1]!.seal, sealWhole: true }));
  expect(await refusal(finish(third!, id))).toBe('disposal.lacking_recount');
  for (const one of list) await act(third!, (tx) => recountBag(tx, third!, { id, bagId: one.id, counted: one.n }));
  expect(await refusal(finish(third!, id))).toBe('disposal.lacking_witnesses');
  await witnessed(act, reader!, id, false);
  await witnessed(act, reader!, id, false);
  expect(await refusal(finish(third!, id))).toBe('disposal.lacking_outside_witness');
  await witnessed(act, reader!, id, true);
  expect(await refusal(finish(third!, id))).toBe('disposal.lacking_photo');
  await photographed(act, reader!, id);
  expect(await refusal(finish(reader!, id))).toBe('disposal.lacking_alone');
  expect((await statesOf(list)).every(({ state }) => state === 10)).toBe(true);
  // Two who press at the same moment: once.
  const both = await Promise.all([refusal(finish(third!, id)), refusal(finish(third!, id))]);
  expect(new Set(both)).toEqual(new Set([null, 'disposal.plan_state']));
});

test('whatever the code does, the tables refuse a bag, a plan and a hold that one person carried through', async () => {
  const [bag] = await bags(1, 1);
  const forced = (statement: ReturnType<typeof sql>) => refusal(given.system((tx) => run(tx, statement)));
  expect(await forced(sql`update disposal.bag set counted_by = sealed_by where id = ${bag!.id}::uuid`)).not.toBeNull();
  const { id } = await proposed(act, head!, [bag!], DAY);
  expect(
    await forced(
      sql`update disposal.plan set state = 'approved', approved_by = proposed_by, approved_office = ${province!.officeId}::uuid where id = ${id}::uuid`,
    ),
  ).not.toBeNull();
  expect(
    await forced(
      sql`update disposal.plan set state = 'approved', approved_by = ${province!.id}::uuid, approved_office = office_id where id = ${id}::uuid`,
    ),
  ).not.toBeNull();
  await approvedBy(act, province!, id);
  await begin(reader!, id);
  expect(
    await forced(
      sql`update disposal.plan set state = 'done', ended_by = begun_by, ended_at = now() where id = ${id}::uuid`,
    ),
  ).not.toBeNull();
});

test('the ministry sees which regencies have reported and which are silent, and a second count agrees', async () => {
  await given.system((tx) =>
    run(
      tx,
      sql`insert into region.version (code, valid_from, kind, name, derived, search_name)
      values ('3175', '1945-08-17', 'kota', 'Jakarta Timur', false, 'JAKARTA TIMUR'), ('3273', '1945-08-17', 'kota', 'Bandung', false, 'BANDUNG')`,
    ),
  );
  const minister = givenActor({ region: '', officeId: DITJEN_ID });
  const before = await act(minister, (tx) => viewReports(tx, minister, {}));
  expect(before.lines.map(({ region, lastOn }) => [region, lastOn])).toEqual([
    ['3273', null],
    ['3175', DAY],
  ]);
  expect(before).toMatchObject({ due: true, reported: 1, silent: 1 });
  const at = { asOf: asCivilDate(DAY), knownAt: given.clock.now() };
  const unreported = indicators.find(({ code }) => code === 'disposal.unreported_offices')!;
  const measured = await given.system((tx) => unreported.measure(tx, at));
  expect(measured).toEqual({ numerator: 1, denominator: 2 });
  expect(await given.system((tx) => unreported.recount(tx, at))).toEqual(measured);
  await expectAgreement(given, { series, indicators, knownAt: at.knownAt, from: asCivilDate(DAY), step: 1, many: 2 });
  const early = { ...at, asOf: asCivilDate('2018-12-12') };
  expect((await given.system((tx) => unreported.measure(tx, early))).numerator).toBe(0);
  await act(neighbour!, (tx) => reportNothing(tx, neighbour!, { note: 'tidak ada KTP-el rusak' }));
  expect((await given.system((tx) => unreported.measure(tx, at))).numerator).toBe(0);
});
