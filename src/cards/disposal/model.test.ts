/** Random intakes, bags, holds and plans beside a plain model that knows what truly lies in each bag. */
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/index.ts';
import { many, sql } from '../../core/db/index.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { givenActor, givenSigningOffice } from '../../../test/given/people.ts';
import { countBag, settleDifference } from './bag/count.ts';
import { liftHold, placeHold } from './bag/hold.ts';
import { storeBag } from './bag/keep.ts';
import { beginDestruction, checkSeal, recountBag } from './destruction/day.ts';
import { finishDestruction } from './destruction/finish.ts';
import { cancelPlan } from './destruction/plan.ts';
import {
  approvedBy,
  givenCards,
  photographed,
  pieceOf,
  piecesIn,
  proposed,
  refusal,
  sealedBag,
  takenIn,
  witnessed,
  type Act,
  type GivenBag,
  type GivenCard,
} from './given-disposal.ts';

const given = await givenHouse({ now: new Date('2018-12-19T03:00:00Z') });
const act: Act = (actor, work) => given.transact(actor, work);
const DAY = '2018-12-19';

let staff: Actor[];
let outside: Actor[];
beforeAll(async () => {
  const here = await givenSigningOffice(given, '3175');
  const above = await givenSigningOffice(given, '31');
  staff = Array.from({ length: 6 }, () => givenActor({ region: '3175', officeId: here }));
  outside = Array.from({ length: 2 }, () => givenActor({ region: '31', officeId: above }));
});

/** What truly is: how many pieces lie in the bag, which seal hangs on it. */
interface True {
  readonly bag: GivenBag;
  readonly sealer: Actor;
  pieces: number;
  seal: string;
  state: 'sealed' | 'stored' | 'case' | 'burnt';
  counter: Actor | null;
  hold: string | null;
}

test.each([11, 23])(
  'whatever happens (seed %i), every planted fault is found and nothing burns by one person, held, or twice',
  async (seed) => {
    let state = seed;
    const roll = (n: number) => ((state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % n;
    const pick = <T>(from: readonly T[]): T => from[roll(from.length)]!;
    const cards: GivenCard[] = [];
    const bags: True[] = [];
    let loose: string[] = [];
    const met = new Map<string, number>();
    const meets = (what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);

    async function intake(): Promise<void> {
      const fresh = await given.system((tx) => givenCards(tx, 2 + roll(5)));
      const again = cards.length > 0 && roll(3) === 0 ? [pick(cards)] : [];
      const report = await takenIn(
        act,
        pick(staff),
        [...fresh, ...again].map((card) => pieceOf(card)),
      );
      expect(report.byOutcome).toMatchObject({ taken_in: fresh.length, contradiction: again.length });
      if (again.length > 0) meets('taken in twice');
      cards.push(...fresh);
      loose.push(...piecesIn(report).slice(0, fresh.length));
    }

    async function seal(): Promise<void> {
      if (loose.length === 0) return;
      const inside = loose.slice(0, 1 + roll(loose.length));
      loose = loose.slice(inside.length);
      const sealer = pick(staff);
      const bag = await sealedBag(act, sealer, inside);
      bags.push({ bag, sealer, pieces: bag.n, seal: bag.seal, state: 'sealed', counter: null, hold: null });
    }

    /** Somebody takes a piece out, or hangs another seal on it. */
    async function tamper(): Promise<void> {
      const open = bags.filter((one) => one.state === 'sealed' || one.state === 'stored');
      if (open.length === 0) return;
      const victim = pick(open);
      if (roll(2) === 0) victim.pieces -= 1;
      else victim.seal = `PALSU-${seed}-${roll(1e6)}`;
    }

    const whole = (one: True) => one.pieces === one.bag.n && one.seal === one.bag.seal;

    async function count(): Promise<void> {
      const one = bags.find((each) => each.state === 'sealed');
      if (!one) return;
      const actor = pick(staff);
      const given_ = { id: one.bag.id, counted: one.pieces, seal: one.seal, sealWhole: true };
      const counting = act(actor, (tx) => countBag(tx, actor, given_));
      if (actor === one.sealer) {
        meets('own count');
        expect(await refusal(counting)).toBe('disposal.own_count');
        return;
      }
      const { agrees } = await counting;
      expect(agrees).toBe(whole(one));
      one.counter = actor;
      one.state = agrees ? 'stored' : 'case';
      if (!agrees) return meets('fault at the count');
      await act(actor, (tx) => storeBag(tx, actor, { id: one.bag.id, place: 'Rak' }));
    }

    async function hold(): Promise<void> {
      const stored = bags.filter((each) => each.state === 'stored');
      if (stored.length === 0) return;
      const one = pick(stored);
      const actor = pick(staff);
      if (one.hold === null) {
        const placing = { id: one.bag.id, ground: 'barang bukti perkara', reference: 'B/1', untilOn: '2019-12-31' };
        one.hold = (await act(actor, (tx) => placeHold(tx, actor, placing))).id;
        return;
      }
      const lift = { holdId: one.hold, askedBy: actor.id, reason: 'perkara sudah selesai' };
      const second = pick([...staff, ...outside]);
      const fault = await refusal(act(second, (tx) => liftHold.execute(tx, second, lift)));
      expect(fault === null).toBe(second !== actor);
      if (fault === null) one.hold = null;
      else meets('hold lifted alone');
    }

    async function burn(): Promise<void> {
      const all = bags.filter((each) => each.state === 'stored');
      const from = roll(all.length + 1);
      const stored = all.slice(from, from + 1 + roll(2));
      if (stored.length === 0) return;
      // Two times of three the right people come; else whoever is about.
      const proper = roll(3) > 0;
      const but = (not: readonly (Actor | null)[]) => {
        const others = staff.filter((actor) => !not.includes(actor));
        return pick(proper && others.length > 0 ? others : staff);
      };
      const [head, beginner] = [pick(staff), pick(staff)];
      const sealers = stored.map(({ sealer }) => sealer);
      const reader = but(sealers);
      const counter = but([...sealers, ...stored.map((one) => one.counter), reader]);
      const ender = but([beginner]);
      const planning = proposed(
        act,
        head,
        stored.map(({ bag }) => bag),
        DAY,
      );
      if (stored.some((one) => one.hold !== null)) {
        meets('held');
        expect(await refusal(planning)).toBe('disposal.held');
        return;
      }
      const { id } = await planning;
      const approver = pick(proper ? outside : [...staff, ...outside]);
      const approved = await refusal(approvedBy(act, approver, id));
      expect(approved === null).toBe(outside.includes(approver));
      if (approved !== null) {
        meets('approved in the same unit');
        return act(head, (tx) => cancelPlan(tx, head, { id, reason: 'usul diganti yang baru' }));
      }
      await act(beginner, (tx) => beginDestruction(tx, beginner, { id }));
      const ended = await day(id, stored, reader, counter);
      if (ended === 'stopped') return;
      await witnessed(act, beginner, id, true);
      await witnessed(act, beginner, id, false);
      await photographed(act, beginner, id);
      const fault = await refusal(act(ender, (tx) => finishDestruction(tx, ender, { id })));
      if (fault === null) {
        expect(ended).toBe('checked');
        expect(ender).not.toBe(beginner);
        for (const one of stored) one.state = 'burnt';
        expect(await refusal(act(pick(staff), (tx) => finishDestruction(tx, ender, { id })))).not.toBeNull();
        return;
      }
      meets(`end refused: ${JSON.stringify(fault)}`);
      if (ended === 'checked') expect([fault, ender]).toEqual(['disposal.lacking_alone', beginner]);
      await act(head, (tx) => cancelPlan(tx, head, { id, reason: 'tidak cukup petugas' }));
    }

    /** Every seal and every count as they truly are; who may not is refused, and the check stays open. */
    async function day(id: string, stored: readonly True[], reader: Actor, counter: Actor) {
      let open = false;
      for (const one of stored) {
        const check = { id, bagId: one.bag.id, seal: one.seal, sealWhole: true };
        const reading = act(reader, (tx) => checkSeal(tx, reader, check));
        if (reader === one.sealer) {
          expect(await refusal(reading)).toBe('disposal.own_seal');
          open = true;
          continue;
        }
        if ((await reading).stopped) return stopped(one, one.seal !== one.bag.seal, 'wrong seal');
        const counting = act(counter, (tx) => recountBag(tx, counter, { id, bagId: one.bag.id, counted: one.pieces }));
        if ([one.sealer, one.counter, reader].includes(counter)) {
          expect(await refusal(counting)).toBe('disposal.own_count');
          open = true;
          continue;
        }
        if ((await counting).stopped) return stopped(one, one.pieces !== one.bag.n, 'loss on the day');
        expect(whole(one)).toBe(true);
      }
      return open ? 'open' : 'checked';
    }

    function stopped(one: True, rightly: boolean, what: string): 'stopped' {
      expect(rightly).toBe(true);
      one.state = 'case';
      meets(what);
      return 'stopped';
    }

    async function settle(): Promise<void> {
      const rows = await given.system((tx) =>
        many(
          tx,
          sql<{
            id: string;
            bag: string;
          }>`select d.id, d.bag_id as bag from disposal.difference d where d.state = 'open'`,
        ),
      );
      const row = rows.find(({ bag }) => bags.some((one) => one.bag.id === bag));
      if (!row) return;
      const one = bags.find(({ bag }) => bag.id === row.bag)!;
      const party = one.sealer;
      const settling = { id: row.id, outcome: 'reopened' as const, explanation: 'dibuka dan disegel ulang' };
      expect(await refusal(act(party, (tx) => settleDifference(tx, party, settling)))).toBe('disposal.difference_own');
      meets('settled by a party');
    }

    const turns = [intake, intake, seal, seal, count, count, count, hold, tamper, burn, burn, burn, settle];
    for (let turn = 0; turn < 120; turn++) await pick(turns)();

    const burnt = bags.filter((one) => one.state === 'burnt');
    expect(burnt.length).toBeGreaterThan(0);
    // Nothing burnt that was not whole or was held, and what burnt is what the records say.
    expect(burnt.every((one) => whole(one) && one.hold === null)).toBe(true);
    const ids = bags.map(({ bag }) => bag.id);
    const gone = await given.system((tx) =>
      many(
        tx,
        sql<{ bag: string; n: number; most: number }>`
      select p.bag_id as bag, count(*)::int as n, max((select count(*) from card_read.step s where s.card_id = p.card_id and s.state = 11))::int as most
        from disposal.piece p where p.destroyed_at is not null and p.bag_id = any(${ids}::uuid[]) group by 1`,
      ),
    );
    expect(new Map(gone.map(({ bag, n }) => [bag, n]))).toEqual(new Map(burnt.map(({ bag }) => [bag.id, bag.n])));
    expect(gone.every(({ most }) => most === 1)).toBe(true);
    const alone = await given.system((tx) =>
      many(
        tx,
        sql`select p.id from disposal.plan p join disposal.plan_bag x on x.plan_id = p.id join disposal.bag b on b.id = x.bag_id
      where p.state = 'done' and (p.approved_by = p.proposed_by or p.approved_office = p.office_id or p.ended_by = p.begun_by
            or b.sealed_by = b.counted_by or x.checked_by = b.sealed_by or x.counted_by in (b.sealed_by, b.counted_by, x.checked_by))`,
      ),
    );
    expect(alone).toEqual([]);
    expect([...met.keys()].length).toBeGreaterThan(4);
  },
);
