/**
 * Is this card valid? By the NIK and the day of issue that stand on it, for anybody; valid, not valid, unknown, and no more. The
 * day of issue and not the birth date, as a NIK says that already. Guesses are limited by pace and by a wait that grows.
 */
import { publicActor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { isNik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { civilDateOf, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { listCardsOf } from '../advance.ts';
import { CARD_STATES } from '../rules.ts';
import type { CheckCardPage } from '../schema.ts';
import { cleared, holdCounters, missed, waitLeftMs, type Counter } from './counters.ts';

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
    const counters = await holdCounters(tx, [
      { of: 'number', given: number },
      { of: 'address', given: ip },
    ]);
    const now = tx.ground.clock.now();
    const left = Math.max(...counters.map((counter) => waitLeftMs(counter, now)));
    if (left > 0) return { ...nothing, waitMinutes: Math.ceil(left / 60_000) };
    const cards = (await listCardsOf(tx, [number])).filter(({ printedOn }) => printedOn === issuedOn);
    const day = today(tx.ground.clock, ZONES.WIB);
    const valid = cards.some(
      ({ state, validUntil }) => CARD_STATES[state].valid && (validUntil === null || validUntil >= day),
    );
    // What never came into anybody's hands is no card yet.
    const known = cards.some(({ state, stranded }) => CARD_STATES[state].at !== 'office' && !stranded);
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

/** A miss makes the next wait longer; a card that was known clears its own number. */
async function note(tx: Tx, counters: readonly Counter[], wrong: boolean): Promise<void> {
  for (const counter of counters) {
    if (wrong) await missed(tx, counter);
    else if (counter.of === 'number') await cleared(tx, counter);
  }
}

/** Without the invisible characters that come along when a number is copied. */
const visible = (text: string): string => text.replace(/\p{Cf}/gu, '').trim();

/** 05-08-2012, 5/8/2012; `null` for a day that is on no calendar. */
function dayOf(text: string): CivilDate | null {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  return parts && civilDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
}
