/**
 * Is this card valid? By the NIK and the day of issue that stand on it, for anybody; valid, not valid, unknown, and no more. The
 * day of issue and not the birth date, as a NIK says that already. Guesses are limited by pace and by a wait that grows.
 */
import { publicActor } from '../../../core/access/index.ts';
import { elevated, many, run, sql, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { isNik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { civilDateOf, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { listCardsOf } from '../advance.ts';
import { CARD_STATES } from '../rules.ts';
import type { CheckCardPage } from '../schema.ts';
import { FORGOTTEN_MS, waitMs } from './rules.ts';

export const cardPages = [
  publicPage<CheckCardPage>({
    path: '/periksa-kartu',
    component: 'check-card',
    takesForm: true,
    rate: { perMinute: 6 },
    status: ({ faults, waitMinutes }) => (waitMinutes !== null ? 429 : faults.length > 0 ? 422 : 200),
    load: loadCheckCard,
  }),
];

export async function loadCheckCard(tx: Tx, request: PublicRequest): Promise<CheckCardPage> {
  const { form, language, ip } = request;
  const nothing = { faults: [], answer: null, waitMinutes: null } as const;
  if (form === null) return nothing;
  const number = visible(form['nik'] ?? '').replaceAll(/[\s.]/g, '');
  const issuedOn = dayOf(visible(form['terbit'] ?? ''));
  if (!isNik(number) || issuedOn === null) {
    const faults = [...(isNik(number) ? [] : (['nik'] as const)), ...(issuedOn ? [] : (['issued'] as const))];
    return { ...nothing, faults };
  }
  return elevated(tx, async () => {
    const counters = await holdCounters(tx, { number, address: ip });
    const now = tx.ground.clock.now().getTime();
    const until = counters.map(({ of, misses, lastAt }) => lastAt.getTime() + waitMs(misses, of));
    const left = Math.max(...until) - now;
    if (left > 0) return { ...nothing, waitMinutes: Math.ceil(left / 60_000) };
    const cards = (await listCardsOf(tx, [number])).filter(({ printedOn }) => printedOn === issuedOn);
    const day = today(tx.ground.clock, ZONES.WIB);
    const valid = cards.some(
      ({ state, validUntil }) => CARD_STATES[state].valid && (validUntil === null || validUntil >= day),
    );
    // What never came into anybody's hands is no card yet.
    const known = cards.some(({ state }) => CARD_STATES[state].at !== 'office');
    const answer = valid ? 'valid' : known ? 'not_valid' : 'unknown';
    await note(tx, counters, answer === 'unknown');
    await record(tx, publicActor(language), {
      label: 'card.checked_publicly',
      subjects: known || valid ? [{ nik: number, detail: 'card' }] : [],
      facts: { answer },
    });
    return { ...nothing, answer };
  });
}

interface Counter {
  readonly of: 'number' | 'address';
  readonly about: Buffer;
  readonly misses: number;
  readonly lastAt: Date;
}

/** The counters of this number and this address, held until the commit, so that many guesses at once are one after the other. */
async function holdCounters(tx: Tx, given: { number: string; address: string }): Promise<Counter[]> {
  const now = tx.ground.clock.now();
  await run(tx, sql`delete from card.guess where last_at < ${new Date(now.getTime() - FORGOTTEN_MS)}`);
  const of = (['number', 'address'] as const).map((name) => ({
    of: name,
    about: tx.ground.vault.blindIndex(`card.guess.${name}`, given[name], 16),
  }));
  const sorted = of.toSorted((a, b) => Buffer.compare(a.about, b.about));
  const counters: Counter[] = [];
  for (const { of: name, about } of sorted) {
    const [row] = await many(
      tx,
      sql<{ misses: number; lastAt: Date }>`
        insert into card.guess (about, misses, last_at) values (${about}, 0, ${now})
        on conflict (about) do update set misses = card.guess.misses returning misses, last_at as "lastAt"`,
    );
    counters.push({ of: name, about, ...row! });
  }
  return counters;
}

/** A miss makes the next wait longer; a card that was known clears its own number. */
async function note(tx: Tx, counters: readonly Counter[], missed: boolean): Promise<void> {
  const now = tx.ground.clock.now();
  for (const { of, about } of counters) {
    if (missed) await run(tx, sql`update card.guess set misses = misses + 1, last_at = ${now} where about = ${about}`);
    else if (of === 'number') await run(tx, sql`delete from card.guess where about = ${about}`);
  }
}

/** Without the invisible characters that come along when a number is copied. */
const visible = (text: string): string => text.replace(/\p{Cf}/gu, '').trim();

/** 05-08-2012, 5/8/2012; `null` for a day that is on no calendar. */
function dayOf(text: string): CivilDate | null {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  return parts && civilDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
}
