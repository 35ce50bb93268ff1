/**
 * A code by message, as the holder's pages have it (decision 15): the page looks at nothing but how often was asked; whose number it is, and
 * where the code goes, is a job's to find out. It goes to the contact that the person gave at a counter, and to no other.
 */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Language } from '../../../core/text/index.ts';
import {
  askWaitMs,
  CODE_DIGITS,
  CODE_MINUTES,
  codeEnds,
  FORGOTTEN_MS,
  hourBefore,
  isTicket,
  MOST_TRIES,
  PRESSED_TWICE_MS,
} from '../../../cards/card/holder/rules.ts';
import { holdCounters, missed, tellHolder, waitLeftMs } from '../../../cards/card/index.ts';
import { findResident } from '../../../register/resident/index.ts';
import { SELF } from '../hand.ts';
import { citizenActor, openSession, type OpenedSession } from './session.ts';
import { countTry, findAccount, findAsk, forgetOld, insertAsk, listAsks, markAskUsed, setAskCode } from './sql.ts';

export type Asked = { readonly is: 'asked'; readonly ticket: Uuid } | { readonly is: 'wait'; readonly ms: number };

const CLASS = 'citizen.ask';
const placeOf = (id: string) => ({ table: 'citizen.ask', row: id, column: 'sealed' });
const shape = z.object({ nik: z.string(), language: z.enum(['id', 'en']) });

export async function askForCode(tx: Tx, asking: { nik: Nik; language: Language }, address: string): Promise<Asked> {
  return elevated(tx, async () => {
    const { vault, clock } = tx.ground;
    const about = vault.blindIndex('citizen.ask.number', asking.nik, 16);
    const source = vault.blindIndex('citizen.ask.address', address, 16);
    for (const key of [about, source].map((each) => each.toString('hex')).toSorted())
      await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`citizen.ask ${key}`}, 0))`);
    const now = clock.now();
    const since = hourBefore(now);
    const ms = Math.max(
      askWaitMs('number', await listAsks(tx, 'about', about, since), now),
      askWaitMs('address', await listAsks(tx, 'source', source, since), now),
    );
    if (ms > 0) return { is: 'wait', ms };
    const id = newId();
    await insertAsk(tx, {
      id,
      about,
      source,
      askedAt: now,
      sealed: vault.seal(CLASS, placeOf(id), JSON.stringify(asking)),
    });
    await addJobs(tx, sending, [{ id }]);
    return { is: 'asked', ticket: id };
  });
}

/** The same again, for who waits in vain; `null` where the ask is forgotten. */
export async function askAgain(tx: Tx, ticket: string, address: string): Promise<Asked | null> {
  const row = isTicket(ticket) ? await elevated(tx, () => findAsk(tx, ticket)) : undefined;
  return row ? askForCode(tx, asWasAsked(tx, row), address) : null;
}

function asWasAsked(tx: Tx, { id, sealed }: { id: string; sealed: Buffer }) {
  return shape.parse(JSON.parse(tx.ground.vault.unseal(CLASS, placeOf(id), sealed).toString())) as {
    nik: Nik;
    language: Language;
  };
}

const codeHash = (tx: Tx, id: string, code: string): Buffer =>
  tx.ground.vault.blindIndex('citizen.ask.code', `${id} ${code}`, 16);

async function sendCode(tx: Tx, id: string): Promise<void> {
  const ask = await findAsk(tx, id);
  const now = tx.ground.clock.now();
  if (!ask || ask.nik !== null || now > codeEnds(ask.askedAt)) return;
  const { nik, language } = asWasAsked(tx, ask);
  const [account, resident] = [await findAccount(tx, nik), await findResident(tx, nik)];
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  const opens = account !== undefined && resident?.state === 'HIDUP';
  const sent =
    opens && (await tellHolder(tx, nik, 'citizen.message.code', () => ({ code, minutes: String(CODE_MINUTES) })));
  await record(tx, citizenActor(language, null), {
    label: 'citizen.code_asked',
    subjects: resident ? [{ nik, detail: SELF }] : [],
    facts: { sent },
  });
  if (sent) await setAskCode(tx, id, { nik, code: codeHash(tx, id, code) });
}

export type CodeEntered =
  | { readonly is: 'open'; readonly session: OpenedSession }
  | { readonly is: 'wrong'; readonly left: number }
  | { readonly is: 'over' }
  | { readonly is: 'wait'; readonly ms: number };

/** What is answered of a wrong code depends on the ticket's age and its tries alone. */
export async function enterCode(
  tx: Tx,
  given: { ticket: string; code: string; address: string; language: Language },
): Promise<CodeEntered> {
  return elevated(tx, async () => {
    const [counter] = await holdCounters(tx, [{ of: 'address', given: given.address }]);
    const now = tx.ground.clock.now();
    const ms = waitLeftMs(counter!, now);
    if (ms > 0) return { is: 'wait', ms };
    const ask = isTicket(given.ticket) ? await findAsk(tx, given.ticket) : undefined;
    if (!ask || now > codeEnds(ask.askedAt) || ask.tries >= MOST_TRIES || spent(ask, now)) return { is: 'over' };
    const right = ask.code !== null && timingSafeEqual(ask.code, codeHash(tx, ask.id, given.code));
    if (!right || !ask.nik) {
      await record(tx, citizenActor(given.language, null), {
        label: 'citizen.sign_in_failed',
        subjects: ask.nik ? [{ nik: ask.nik, detail: SELF }] : [],
      });
      await countTry(tx, ask.id);
      await missed(tx, counter!);
      const left = MOST_TRIES - ask.tries - 1;
      return left > 0 ? { is: 'wrong', left } : { is: 'over' };
    }
    await markAskUsed(tx, ask.id, now);
    return { is: 'open', session: await openSession(tx, { nik: ask.nik, way: 'message', id: ask.id }, given.language) };
  });
}

const spent = ({ usedAt }: { usedAt: Date | null }, now: Date): boolean =>
  usedAt !== null && now.getTime() - usedAt.getTime() > PRESSED_TWICE_MS;

const sending = {
  name: 'citizen.send_code',
  payload: z.object({ id: z.string() }),
  maxAttempts: 5,
  run: (tx: Tx, { id }: { id: string }) => sendCode(tx, id),
};

const forgetting = {
  name: 'citizen.forget_asks',
  payload: z.object({}),
  maxAttempts: 5,
  timetable: { cron: '35 * * * *', catchUpHours: 24 },
  run: (tx: Tx): Promise<void> => forgetOld(tx, new Date(tx.ground.clock.now().getTime() - FORGOTTEN_MS)),
};

export const signInJobs = [job(sending), job(forgetting)];
