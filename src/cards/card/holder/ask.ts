/**
 * Somebody asks for a code. The page looks at nothing but how often was asked, so what it answers, and how fast, is the same for a number
 * that exists, one that does not, and one whose person gave no contact. Whether a code leaves is decided by a job.
 */
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { isNik, newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { instantText, type Language } from '../../../core/text/index.ts';
import { ZONES, type CivilDate } from '../../../core/time/index.ts';
import { findResident } from '../../../register/resident/index.ts';
import { holderActor } from './actor.ts';
import { findContact } from './contact.ts';
import { askWaitMs, CODE_DIGITS, CODE_MINUTES, codeEnds, FORGOTTEN_MS, hourBefore, isTicket } from './rules.ts';
import { findAsk, forgetAsks, insertAsk, listAsks, nikOfNumber, setCode } from './sql.ts';

export interface Asking {
  /** As `readNumber` gives it. */
  readonly number: string;
  readonly birthDate: CivilDate;
  readonly language: Language;
}

export type Asked = { readonly is: 'asked'; readonly ticket: Uuid } | { readonly is: 'wait'; readonly ms: number };

const CLASS = 'card.ask';
const placeOf = (id: string) => ({ table: 'card.ask', row: id, column: 'sealed' });
const shape = z.object({ number: z.string(), birthDate: z.string(), language: z.enum(['id', 'en']) });

/** Keeps what was typed and leaves the rest to the job; the ticket says which ask a code is for. */
export async function askForCode(tx: Tx, asking: Asking, address: string): Promise<Asked> {
  return elevated(tx, async () => {
    const { vault, clock } = tx.ground;
    const about = vault.blindIndex('card.ask.number', asking.number, 16);
    const source = vault.blindIndex('card.ask.address', address, 16);
    for (const key of [about, source].map((each) => each.toString('hex')).toSorted())
      await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`card.ask ${key}`}, 0))`);
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

/** The same again, for who waits in vain; `null` where the ask is forgotten. What was typed is in no page. */
export async function askAgain(tx: Tx, ticket: string, address: string): Promise<Asked | null> {
  const row = isTicket(ticket) ? await elevated(tx, () => findAsk(tx, ticket)) : undefined;
  return row ? askForCode(tx, asWasAsked(tx, row), address) : null;
}

const asWasAsked = (tx: Tx, { id, sealed }: { id: string; sealed: Buffer }): Asking =>
  shape.parse(JSON.parse(tx.ground.vault.unseal(CLASS, placeOf(id), sealed).toString())) as Asking;

/** The keyed hash of a code, good for this ask alone. */
export const codeHash = (tx: Tx, id: string, code: string): Buffer =>
  tx.ground.vault.blindIndex('card.ask.code', `${id} ${code}`, 16);

/**
 * Looks whose number it is and sends the code where that person said. Of a number that nobody has, of another birth date, and of who gave
 * no contact nothing leaves. Done twice it sends once: code and message commit together.
 */
async function sendCode(tx: Tx, id: string): Promise<void> {
  const ask = await findAsk(tx, id);
  const now = tx.ground.clock.now();
  if (!ask || ask.nik !== null || now > codeEnds(ask.askedAt)) return;
  const asking = asWasAsked(tx, ask);
  const nik = await holderOf(tx, asking);
  const contact = nik && (await findContact(tx, nik));
  await record(tx, holderActor(asking.language), {
    label: 'card.code_asked',
    subjects: nik ? [{ nik, detail: 'card' }] : [],
    facts: { sent: Boolean(contact) },
  });
  if (!nik || !contact) return;
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  await setCode(tx, id, { nik, code: codeHash(tx, id, code) });
  const { channel, to } = contact;
  const values = { code, minutes: CODE_MINUTES, at: instantText(asking.language, ask.askedAt, ZONES.WIB) };
  await leaveMessages(tx, [{ channel, to, language: asking.language, key: 'card.message.code', values }]);
}

async function holderOf(tx: Tx, { number, birthDate }: Asking): Promise<Nik | null> {
  const nik = isNik(number) ? number : await nikOfNumber(tx, number);
  const resident = nik && (await findResident(tx, nik));
  return resident && resident.birthDate === birthDate ? nik : null;
}

const sending = {
  name: 'card.send_code',
  payload: z.object({ id: z.string() }),
  maxAttempts: 5,
  run: (tx: Tx, { id }: { id: string }) => sendCode(tx, id),
};

const forgetting = {
  name: 'card.forget_asks',
  payload: z.object({}),
  maxAttempts: 5,
  timetable: { cron: '20 * * * *', catchUpHours: 24 },
  async run(tx: Tx): Promise<void> {
    await forgetAsks(tx, new Date(tx.ground.clock.now().getTime() - FORGOTTEN_MS));
  },
};

export const askJobs = [job(sending), job(forgetting)];
