/** Somebody asks for a code about a card (see `asking.ts`). Of a number whose person gave no contact nothing leaves either: a job decides. */
import { z } from 'zod';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { isNik, type Nik } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { instantText, type Language } from '../../../core/text/index.ts';
import { ZONES, type CivilDate } from '../../../core/time/index.ts';
import { findResident } from '../../../register/resident/index.ts';
import { holderActor } from './actor.ts';
import { askCodeHash, asWasAsked, drawCode, takeAsk, type AskBook, type CodeAsked } from './asking.ts';
import { findContact } from './contact.ts';
import { CODE_MINUTES, codeEnds, FORGOTTEN_MS, isTicket } from './rules.ts';
import { findAsk, forgetAsks, insertAsk, listAsks, nikOfNumber, setCode } from './sql.ts';

export interface Asking {
  /** As `readNumber` gives it. */
  readonly number: string;
  readonly birthDate: CivilDate;
  readonly language: Language;
}

const BOOK: AskBook = { table: 'card.ask', list: listAsks, insert: insertAsk };
const shape = z.object({ number: z.string(), birthDate: z.string(), language: z.enum(['id', 'en']) });
const read = (tx: Tx, row: { id: string; sealed: Buffer }): Asking => shape.parse(asWasAsked(tx, BOOK, row)) as Asking;

/** Keeps what was typed and leaves the rest to the job; the ticket says which ask a code is for. */
export async function askForCode(tx: Tx, asking: Asking, address: string): Promise<CodeAsked> {
  const asked = await takeAsk(tx, BOOK, asking, address);
  if (asked.is === 'asked') await elevated(tx, () => addJobs(tx, sending, [{ id: asked.ticket }]));
  return asked;
}

/** The same again, for who waits in vain; `null` where the ask is forgotten. What was typed is in no page. */
export async function askAgain(tx: Tx, ticket: string, address: string): Promise<CodeAsked | null> {
  const row = isTicket(ticket) ? await elevated(tx, () => findAsk(tx, ticket)) : undefined;
  return row ? askForCode(tx, read(tx, row), address) : null;
}

export const codeHash = (tx: Tx, id: string, code: string): Buffer => askCodeHash(tx, BOOK, id, code);

/**
 * Looks whose number it is and sends the code where that person said. Of a number that nobody has, of another birth date, and of who gave
 * no contact nothing leaves. Done twice it sends once: code and message commit together.
 */
async function sendCode(tx: Tx, id: string): Promise<void> {
  const ask = await findAsk(tx, id);
  const now = tx.ground.clock.now();
  if (!ask || ask.nik !== null || now > codeEnds(ask.askedAt)) return;
  const asking = read(tx, ask);
  const nik = await holderOf(tx, asking);
  const contact = nik && (await findContact(tx, nik));
  await record(tx, holderActor(asking.language), {
    label: 'card.code_asked',
    subjects: nik ? [{ nik, detail: 'card' }] : [],
    facts: { sent: Boolean(contact) },
  });
  if (!nik || !contact) return;
  const code = drawCode();
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
