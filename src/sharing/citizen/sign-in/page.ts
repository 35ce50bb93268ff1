/** The pages on which citizens sign in and out, choose how, and see where they are signed in. Plain forms; nothing typed stands in an address. */
import type { Tx } from '../../../core/db/index.ts';
import { elevated } from '../../../core/db/index.ts';
import { Elsewhere, publicPage, wayBack, type PublicRequest } from '../../../core/http/index.ts';
import { isNik, isUuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { CodeAsked } from '../../../cards/card/index.ts';
import { askAgain, askForCode, enterCode } from './ask.ts';
import { chooseMessages, choosePassword, wayOf } from './choose.ts';
import { enterByPassword, enterFirst, type Entered } from './enter.ts';
import { readCardSign, readNikTyped, readOfficeCode, visible } from './rules.ts';
import type { ChoosePage, FirstPage, Note, SessionsPage, SignInPage } from './schema.ts';
import { OWN, SELF } from '../hand.ts';
import { noteLook, ownAlone } from '../representation/whose.ts';
import { citizenOf, signOut } from './session.ts';
import { endSessions, listSessions } from './sql.ts';

const statusOf = ({ faults, note }: { faults: readonly string[]; note: Note }): number => {
  if (note?.is === 'wait') return 429;
  return faults.length > 0 || note?.is === 'wrong' || note?.is === 'wrong_code' ? 422 : 200;
};

const waiting = (ms: number): Note => ({ is: 'wait', minutes: Math.ceil(ms / 60_000) });
const backOf = ({ form, query }: PublicRequest) => wayBack(form?.['ke'] ?? query['ke'], '/warga');
const typed = (text: string | undefined, most = 60) => (text ?? '').slice(0, most);

export const signInPages = [
  publicPage<SignInPage>({
    path: '/warga/masuk',
    component: 'citizen-sign-in',
    takesForm: true,
    rate: { perMinute: 20 },
    status: statusOf,
    load: loadSignIn,
  }),
  publicPage<FirstPage>({
    path: '/warga/masuk/pertama',
    component: 'citizen-first',
    takesForm: true,
    rate: { perMinute: 20 },
    status: statusOf,
    load: loadFirst,
  }),
  publicPage<ChoosePage>({
    path: '/warga/masuk/pilih',
    component: 'citizen-choose',
    visitor: 'citizen',
    takesForm: true,
    rate: { perMinute: 20 },
    status: ({ faults }) => (faults.length > 0 ? 422 : 200),
    load: loadChoose,
  }),
  publicPage<SessionsPage>({
    path: '/warga/sesi',
    component: 'citizen-sessions',
    visitor: 'citizen',
    takesForm: true,
    load: loadSessions,
  }),
  publicPage<object>({ path: '/warga/keluar', component: 'citizen-sign-out', takesForm: true, load: loadSignOut }),
];

async function loadSignIn(tx: Tx, request: PublicRequest): Promise<SignInPage | Elsewhere> {
  const { form, language, ip: address } = request;
  const out = request.query['keluar'] === 'ya';
  const start: SignInPage = {
    back: backOf(request),
    faults: [],
    typed: { nik: typed(form?.['nik']) },
    note: out ? { is: 'out' } : null,
    ticket: null,
  };
  if (form === null) return start;
  const ticket = form['tiket'];
  if (ticket !== undefined && form['ulang'] !== undefined) return again(tx, start, ticket, address);
  if (ticket !== undefined) {
    const code = visible(form['kode'] ?? '').replaceAll(/[\s.-]/g, '');
    if (!/^\d{6}$/.test(code)) return { ...start, ticket, faults: ['code'] };
    const entered = await enterCode(tx, { ticket, code, address, language });
    switch (entered.is) {
      case 'open':
        return signedIn(request, entered, start.back);
      case 'wrong':
        return { ...start, ticket, note: { is: 'wrong_code', left: entered.left } };
      case 'wait':
        return { ...start, ticket, note: waiting(entered.ms) };
      case 'over':
        return { ...start, note: { is: 'over' } };
    }
  }
  const number = readNikTyped(form['nik'] ?? '');
  const byMessage = form['cara'] === 'pesan';
  const password = form['sandi'] ?? '';
  const faults = [
    ...(number !== null && isNik(number) ? [] : (['nik'] as const)),
    ...(byMessage || password !== '' ? [] : (['password'] as const)),
  ];
  if (faults.length > 0 || number === null || !isNik(number)) return { ...start, faults };
  if (byMessage) {
    const asked = await askForCode(tx, { number, language }, address);
    return asked.is === 'wait' ? { ...start, note: waiting(asked.ms) } : { ...start, ticket: asked.ticket };
  }
  const entered = await enterByPassword(tx, { nik: number, password: password.slice(0, 500), address, language });
  if (entered.is === 'open') return signedIn(request, entered, start.back);
  return { ...start, note: noteOf(entered) };
}

async function again(tx: Tx, start: SignInPage, ticket: string, address: string): Promise<SignInPage> {
  const asked: CodeAsked | null = await askAgain(tx, ticket, address);
  if (!asked) return { ...start, note: { is: 'over' } };
  if (asked.is === 'wait') return { ...start, ticket, note: waiting(asked.ms) };
  return { ...start, ticket: asked.ticket, note: { is: 'again' } };
}

const noteOf = (entered: Exclude<Entered, { is: 'open' }>): Note =>
  entered.is === 'wait' ? waiting(entered.ms) : { is: 'wrong' };

function signedIn(
  { setSession }: PublicRequest,
  { session }: { session: { token: string; maxAgeSeconds: number } },
  to: `/${string}`,
): Elsewhere {
  setSession('citizen', session.token, session.maxAgeSeconds);
  return new Elsewhere(to);
}

async function loadFirst(tx: Tx, request: PublicRequest): Promise<FirstPage | Elsewhere> {
  const { form, language, ip: address } = request;
  const start: FirstPage = {
    back: backOf(request),
    faults: [],
    typed: { nik: typed(form?.['nik']), card: typed(form?.['kartu']) },
    note: null,
  };
  if (form === null) return start;
  const number = readNikTyped(form['nik'] ?? '');
  const card = readCardSign(form['kartu'] ?? '');
  const code = readOfficeCode(form['kode'] ?? '');
  const nik = number !== null && isNik(number) ? number : null;
  if (nik === null || card === null || code === null) {
    const wrong = { nik: nik === null, card: card === null, code: code === null };
    return { ...start, faults: (['nik', 'card', 'code'] as const).filter((name) => wrong[name]) };
  }
  const entered = await enterFirst(tx, { nik, card, code, address, language });
  if (entered.is !== 'open') return { ...start, note: noteOf(entered) };
  return signedIn(request, entered, `/warga/masuk/pilih?ke=${encodeURIComponent(start.back)}`);
}

async function loadChoose(tx: Tx, request: PublicRequest): Promise<ChoosePage | Elsewhere> {
  const { form, actor } = request;
  const session = await citizenOf(tx, actor);
  const elsewhere = ownAlone(session);
  if (elsewhere) return elsewhere;
  const back = backOf(request);
  const show = async (over: Partial<ChoosePage> = {}): Promise<ChoosePage> => ({
    back,
    ...(await wayOf(tx, session)),
    faults: [],
    done: false,
    ...over,
  });
  if (form === null) {
    await noteLook(tx, actor, { nik: session.nik, hand: OWN }, 'way');
    return show();
  }
  if (form['cara'] === 'pesan') {
    return (await chooseMessages(tx, actor, session)) ? new Elsewhere(back) : show();
  }
  const faults = await choosePassword(tx, actor, session, {
    old: typed(form['lama'], 500),
    password: typed(form['sandi'], 500),
    again: typed(form['ulangi'], 500),
  });
  return faults.length > 0 ? show({ faults }) : new Elsewhere(back);
}

async function loadSessions(tx: Tx, { form, actor, query }: PublicRequest): Promise<SessionsPage | Elsewhere> {
  const session = await citizenOf(tx, actor);
  const elsewhere = ownAlone(session);
  if (elsewhere) return elsewhere;
  const { id, nik } = session;
  const wanted = form?.['akhiri'];
  const which = wanted === 'lain' ? { allBut: id } : wanted && isUuid(wanted) ? { only: wanted } : null;
  if (which) {
    await record(tx, actor, { label: 'citizen.session_ended', subjects: [{ nik, detail: SELF }] });
    await elevated(tx, () => endSessions(tx, nik, which));
    return new Elsewhere('/warga/sesi?diakhiri=ya');
  }
  await noteLook(tx, actor, { nik, hand: OWN }, 'sessions');
  const sessions = await elevated(tx, () => listSessions(tx, nik));
  return {
    ended: query['diakhiri'] === 'ya',
    sessions: sessions.map((row) => ({
      id: row.id,
      way: row.way,
      begunAt: row.begunAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
      here: row.id === id,
    })),
  };
}

async function loadSignOut(
  tx: Tx,
  { form, language, sessionOf, setSession }: PublicRequest,
): Promise<object | Elsewhere> {
  if (form === null) return {};
  await signOut(tx, sessionOf('citizen'), language);
  setSession('citizen', null);
  return new Elsewhere('/warga/masuk?keluar=ya');
}
