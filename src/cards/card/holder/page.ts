/**
 * Three pages for whoever has a card or waits for one: where it is, that it is lost, that it was found. A number and a birth date, then a
 * code that comes by message; then the page does what it is for. What is typed and shown stands in no address, and each look is an entry.
 */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { civilDateOf, type CivilDate } from '../../../core/time/index.ts';
import { listCardsOf } from '../advance.ts';
import { findOpenLoss, liftLoss, reportLoss } from '../loss/loss.ts';
import { holderActor } from './actor.ts';
import { askAgain, askForCode } from './ask.ts';
import type { CodeAsked } from './asking.ts';
import { readNumber } from './rules.ts';
import { HOLDER_PAGES, HOLDER_PATHS, type HolderPage, type HolderPageName } from './schema.ts';
import { standingOf } from './standing.ts';
import { enterCode, findVisit, type Visit } from './visit.ts';

const EMPTY = {
  faults: [],
  typed: { number: '', birth: '' },
  note: null,
  ticket: null,
  visit: null,
  standing: null,
  done: null,
} as const;

export const holderPages = HOLDER_PAGES.map((page) =>
  publicPage<HolderPage>({
    path: HOLDER_PATHS[page],
    component: `holder-${page}`,
    takesForm: true,
    rate: { perMinute: 20 },
    status: ({ faults, note }) => (note?.is === 'wait' ? 429 : faults.length > 0 || note?.is === 'wrong' ? 422 : 200),
    load: (tx, request) => loadHolder(tx, page, request),
  }),
);

export async function loadHolder(tx: Tx, page: HolderPageName, request: PublicRequest): Promise<HolderPage> {
  const start: HolderPage = { page, ...EMPTY };
  const { form } = request;
  if (form === null) return start;
  if (form['kunjungan'] !== undefined) {
    const visit = await findVisit(tx, form['kunjungan']);
    if (!visit) return { ...start, note: { is: 'visit_over' } };
    return visited(tx, start, request, { visit, act: form['setuju'] === 'ya' });
  }
  const ticket = form['tiket'];
  if (ticket === undefined) return ask(tx, start, request, form);
  return form['ulang'] === undefined ? code(tx, start, request, ticket) : again(tx, start, request, ticket);
}

async function ask(
  tx: Tx,
  start: HolderPage,
  { language, ip }: PublicRequest,
  form: Readonly<Record<string, string>>,
): Promise<HolderPage> {
  const typed = { number: (form['nomor'] ?? '').slice(0, 60), birth: (form['lahir'] ?? '').slice(0, 40) };
  const number = readNumber(typed.number);
  const birthDate = dayOf(typed.birth);
  if (number === null || birthDate === null) {
    const faults = [...(number ? [] : (['number'] as const)), ...(birthDate ? [] : (['birth'] as const))];
    return { ...start, typed, faults };
  }
  const asked = await askForCode(tx, { number, birthDate, language }, ip);
  return asked.is === 'wait' ? { ...start, typed, note: waitOf(asked) } : { ...start, ticket: asked.ticket };
}

async function again(tx: Tx, start: HolderPage, { ip }: PublicRequest, ticket: string): Promise<HolderPage> {
  const asked = await askAgain(tx, ticket, ip);
  if (!asked) return { ...start, note: { is: 'over' } };
  if (asked.is === 'wait') return { ...start, ticket, note: waitOf(asked) };
  return { ...start, ticket: asked.ticket, note: { is: 'again' } };
}

const waitOf = ({ ms }: Extract<CodeAsked, { is: 'wait' }>) => ({
  is: 'wait' as const,
  minutes: Math.ceil(ms / 60_000),
});

async function code(tx: Tx, start: HolderPage, request: PublicRequest, ticket: string): Promise<HolderPage> {
  const typed = visible(request.form?.['kode'] ?? '').replaceAll(/[\s.-]/g, '');
  if (!/^\d{6}$/.test(typed)) return { ...start, ticket, faults: ['code'] };
  const entered = await enterCode(tx, { ticket, code: typed, address: request.ip, language: request.language });
  switch (entered.is) {
    case 'open':
      return visited(tx, start, request, { visit: entered.visit, act: true });
    case 'wrong':
      return { ...start, ticket, note: entered };
    case 'wait':
      return { ...start, ticket, note: { is: 'wait', minutes: Math.ceil(entered.ms / 60_000) } };
    case 'over':
      return { ...start, note: { is: 'over' } };
  }
}

/** Does what the page is for, where it was said so; then shows how the cards stand now. */
async function visited(
  tx: Tx,
  start: HolderPage,
  { language }: PublicRequest,
  { visit, act }: { visit: Visit; act: boolean },
): Promise<HolderPage> {
  const actor = holderActor(language);
  const done = act ? await elevated(tx, () => ACTS[start.page](tx, actor, visit.nik)) : null;
  await record(tx, actor, { label: 'card.standing_seen', subjects: [{ nik: visit.nik, detail: 'card' }] });
  return { ...start, visit: visit.key, standing: await standingOf(tx, visit.nik), done };
}

type Act = (tx: Tx, actor: ReturnType<typeof holderActor>, nik: Nik) => Promise<HolderPage['done']>;

/** Said twice, each comes to the same. */
const ACTS: Readonly<Record<HolderPageName, Act>> = {
  where: async () => null,
  async report(tx, actor, nik) {
    const cards = await listCardsOf(tx, [nik]);
    const valid = cards.filter(({ state }) => state === 'VALID');
    for (const { id } of valid) await reportLoss(tx, actor, { id });
    if (valid.length > 0) return 'reported';
    return cards.some(({ state }) => state === 'SUSPENDED') ? 'already' : 'nothing';
  },
  async lift(tx, actor, nik) {
    const cards = await listCardsOf(tx, [nik]);
    const suspended = cards.filter(({ state }) => state === 'SUSPENDED');
    let lifted = 0;
    for (const card of suspended) {
      const loss = await findOpenLoss(tx, card);
      if (!loss || loss.closed || tx.ground.clock.now() > loss.liftUntil) continue;
      await liftLoss(tx, actor, { id: card.id, shown: false });
      lifted += 1;
    }
    if (lifted > 0) return 'lifted';
    if (suspended.length > 0) return 'late';
    return cards.some(({ state }) => state === 'VALID') ? 'already' : 'nothing';
  },
};

/** Without the invisible characters that come along when something is copied out of a message. */
const visible = (text: string): string => text.replace(/\p{Cf}/gu, '').trim();

/** 05-08-1990, 5/8/1990; `null` for a day that is on no calendar. */
function dayOf(text: string): CivilDate | null {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(visible(text));
  return parts && civilDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
}
