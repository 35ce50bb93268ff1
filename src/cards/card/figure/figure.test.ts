import { beforeAll, expect, test } from 'vitest';
import { givenHouse } from '../../../../test/given/house.ts';
import { givenResidents } from '../../../../test/given/people.ts';
import { systemActor } from '../../../core/access/index.ts';
import { many, one, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { addDays, asCivilDate, dayIn, ZONES } from '../../../core/time/index.ts';
import { advanceCards, listCardsOf } from '../advance.ts';
import { importCards } from '../import/import.ts';
import { CARD_STATES, CAUSES, type CardState } from '../rules.ts';
import { foldFiguresJob } from './fold.ts';
import { indicators } from './indicators.ts';
import { series } from './series.ts';
import { expectAgreement } from '../../../../test/given/series.ts';

const given = await givenHouse();
const actor = systemActor('test');
let people: Nik[];
beforeAll(async () => {
  people = await givenResidents(
    given,
    Array.from({ length: 40 }, (_, n) => ({ name: `CONTOH ${n}` })),
  );
});

/** Numbers that come again. */
let state = 51;
const roll = (n: number) => ((state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % n;
const DAY_MS = 86_400_000;
const fold = () => given.system((tx) => foldFiguresJob.run(tx, {}));

async function moveSome(): Promise<void> {
  const cards = (await given.system((tx) => listCardsOf(tx, people))).filter(
    (card) => CARD_STATES[card.state].next.length > 0 && roll(4) === 0,
  );
  const steps = cards.map((card) => {
    const next = CARD_STATES[card.state].next;
    const to = next[roll(next.length)] as CardState;
    const cause = roll(3) === 0 ? null : CAUSES[roll(CAUSES.length)]!;
    // Some became known long after they happened, a few before what had been known already.
    const late = roll(3) === 0 ? roll(60) : 0;
    return { nik: card.nik, cardId: card.id, to, cause, at: new Date(given.clock.now().getTime() - late * DAY_MS) };
  });
  if (steps.length > 0) await given.system((tx) => advanceCards(tx, actor, 'card.checked', steps));
}

/** Every figure both ways at a moment. */
const bothWays = (at: { asOf: ReturnType<typeof asCivilDate>; knownAt: Date }) =>
  given.system(async (tx) => {
    const found = [];
    for (const one of indicators)
      found.push({
        code: one.code,
        ...at,
        measured: await one.measure(tx, at),
        recounted: await one.recount(tx, at),
      });
    return found;
  });

test('figures of cards are what the steps of every card say, as of any day and as known at any instant, folded or not', async () => {
  given.clock.moveTo(new Date('2018-01-02T03:00:00Z'));
  const words = ['BERLAKU', 'INVALID', 'DITARIK', 'RUSAK', 'DIMUSNAHKAN'];
  const rows = people.map((nik, n) => `${nik},${9_000_000 + n},,${words[n % 5]},2017-${11 + (n % 2)}-0${1 + (n % 9)},`);
  const bytes = Buffer.from(`nik,serial,uid,state,printed_on,office\n${rows.join('\n')}\n`);
  await importCards(given.house, { name: 'kartu.csv', bytes }, { actor });
  const began = given.clock.now().getTime();
  const instants = [given.clock.now()];
  for (let round = 0; round < 40; round++) {
    given.clock.moveTo(new Date(given.clock.now().getTime() + roll(3) * DAY_MS + roll(86_400) * 1000));
    await moveSome();
    instants.push(given.clock.now());
    if (round % 9 === 4) await fold();
  }
  let back = 0;
  for (let n = 0; n < 60; n++) {
    const known = instants[roll(instants.length)]!;
    const knownAt = new Date(known.getTime() - roll(3) * 1000);
    const asOf = addDays(asCivilDate('2017-11-01'), roll(200));
    for (const { measured, recounted, ...what } of await bothWays({ asOf, knownAt })) {
      expect({ ...what, ...measured }).toEqual({ ...what, ...recounted });
      if (measured.numerator > 0 && knownAt.getTime() > began) back++;
    }
  }
  expect(back).toBeGreaterThan(60);
  for (const knownAt of [instants[9]!, instants.at(-1)!])
    await expectAgreement(given, { series, indicators, knownAt, from: asCivilDate('2017-11-20'), step: 11, many: 14 });
  const present = dayIn(ZONES.WIB, given.clock.now());
  await expectAgreement(given, { series, indicators, knownAt: given.clock.now(), from: present, step: 1, many: 1 });
  const before = await bothWays({ asOf: asCivilDate('2018-03-01'), knownAt: given.clock.now() });
  await fold();
  await fold();
  expect(await bothWays({ asOf: asCivilDate('2018-03-01'), knownAt: given.clock.now() })).toEqual(before);
  const open = await given.system((tx) =>
    one(tx, sql<{ n: number }>`select count(*)::int as n from card.figure_change where not folded`),
  );
  expect(open.n).toBe(0);
});

test('a step that is undone changes no figure', async () => {
  const count = () =>
    given.system((tx) =>
      many(tx, sql<{ n: number }>`select coalesce(sum(printed), 0)::int as n from card.figure_change`),
    );
  const before = await count();
  const [card] = await given.system((tx) => listCardsOf(tx, people));
  const undone = given.system(async (tx) => {
    await advanceCards(tx, actor, 'card.checked', [
      { nik: card!.nik, cardId: card!.id, to: CARD_STATES[card!.state].next[0] as CardState },
    ]);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow();
  expect(await count()).toEqual(before);
});
