/**
 * A code by message, as the holder's pages have it (decision 15): the page looks at nothing but how often was asked; whose number it is, and
 * where the code goes, is a job's to find out. It goes to the contact that the person gave at a counter, and to no other.
 */
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Language } from '../../../core/text/index.ts';
import {
  CODE_MINUTES,
  codeEnds,
  FORGOTTEN_MS,
  isTicket,
  MOST_TRIES,
  PRESSED_TWICE_MS,
} from '../../../cards/card/holder/rules.ts';
import {
  askCodeHash,
  asWasAsked,
  drawCode,
  holdCounters,
  missed,
  takeAsk,
  tellHolder,
  waitLeftMs,
  type AskBook,
  type CodeAsked,
} from '../../../cards/card/index.ts';
import { findResident } from '../../../register/resident/index.ts';
import { SELF } from '../hand.ts';
import { citizenActor, openSession, type OpenedSession } from './session.ts';
import { countTry, findAccount, findAsk, forgetOld, insertAsk, listAsks, markAskUsed, setAskCode } from './sql.ts';

const BOOK: AskBook = { table: 'citizen.ask', list: listAsks, insert: insertAsk };
const shape = z.object({ number: z.string(), language: z.enum(['id', 'en']) });

interface Asking {
  readonly number: Nik;
  readonly language: Language;
}
const read = (tx: Tx, row: { id: string; sealed: Buffer }): Asking => shape.parse(asWasAsked(tx, BOOK, row)) as Asking;

export async function askForCode(tx: Tx, asking: Asking, address: string): Promise<CodeAsked> {
  const asked = await takeAsk(tx, BOOK, asking, address);
  if (asked.is === 'asked') await elevated(tx, () => addJobs(tx, sending, [{ id: asked.ticket }]));
  return asked;
}

/** The same again, for who waits in vain; `null` where the ask is forgotten. */
export async function askAgain(tx: Tx, ticket: string, address: string): Promise<CodeAsked | null> {
  const row = isTicket(ticket) ? await elevated(tx, () => findAsk(tx, ticket)) : undefined;
  return row ? askForCode(tx, read(tx, row), address) : null;
}

async function sendCode(tx: Tx, id: string): Promise<void> {
  const ask = await findAsk(tx, id);
  const now = tx.ground.clock.now();
  if (!ask || ask.nik !== null || now > codeEnds(ask.askedAt)) return;
  const { number: nik, language } = read(tx, ask);
  const [account, resident] = [await findAccount(tx, nik), await findResident(tx, nik)];
  const code = drawCode();
  const opens = account !== undefined && resident?.state === 'HIDUP';
  const sent =
    opens && (await tellHolder(tx, nik, 'citizen.message.code', () => ({ code, minutes: String(CODE_MINUTES) })));
  await record(tx, citizenActor(language, null), {
    label: 'citizen.code_asked',
    subjects: resident ? [{ nik, detail: SELF }] : [],
    facts: { sent },
  });
  if (sent) await setAskCode(tx, id, { nik, code: askCodeHash(tx, BOOK, id, code) });
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
    const right = ask.code !== null && timingSafeEqual(ask.code, askCodeHash(tx, BOOK, ask.id, given.code));
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
