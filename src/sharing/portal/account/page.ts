/** The pages of signing in: address and password, then a code; the invitation; and the way out. */
import type { Tx } from '../../../core/db/index.ts';
import { Elsewhere, publicPage, wayBack, type PublicPage, type PublicRequest } from '../../../core/http/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { faultsIn, noteOf, portalPage } from '../page.ts';
import { institutionOf } from './actor.ts';
import { enrol } from './enrol.ts';
import { SESSION_HOURS } from './rules.ts';
import { newPassword, oneTimeCode, type EnrolPage, type Note, type SignInPage } from './schema.ts';
import { enterCode, enterPassword, sendAgain, type Entered } from './sign-in.ts';
import { endSessions } from './sql.ts';
import { z } from 'zod';

const HOME = '/mitra';
const rate = { perMinute: 30 };

export const signInPage = publicPage<SignInPage>({
  path: '/mitra/masuk',
  component: 'portal-sign-in',
  takesForm: true,
  rate,
  status: ({ note }) => (note?.look === 'stopped' ? 401 : note?.look === 'waiting' ? 429 : 200),
  load: loadSignIn,
});

export async function loadSignIn(tx: Tx, request: PublicRequest): Promise<SignInPage | Elsewhere> {
  const { form, query, ip, language } = request;
  const back = wayBack(form?.['ke'] ?? query['ke'], HOME);
  const start: SignInPage = { step: 'password', note: null, mail: '', ticket: null, by: null, back };
  if (form === null) return start;
  const ticket = form['tiket'];
  if (ticket === undefined) {
    const mail = (form['surel'] ?? '').slice(0, 200);
    const entered = await enterPassword(tx, { mail, password: form['sandi'] ?? '', ip, language });
    return shown(tx, request, { ...start, mail }, entered);
  }
  const by = form['cara'] === 'totp' ? ('totp' as const) : ('message' as const);
  const asked = { ...start, step: 'code', ticket, by } as const;
  if (form['ulang'] !== undefined) return shown(tx, request, asked, await sendAgain(tx, { ticket, language }));
  const code = (form['kode'] ?? '').replaceAll(/[\s.\p{Cf}-]/gu, '').slice(0, 12);
  return shown(tx, request, asked, await enterCode(tx, { ticket, code, ip }));
}

function shown(tx: Tx, request: PublicRequest, page: SignInPage, entered: Entered): SignInPage | Elsewhere {
  const say = (look: Note['look'], key: string, values = {}): Note => ({
    look,
    text: tx.ground.speaker.say(request.language, key, values),
  });
  switch (entered.is) {
    case 'in':
      request.setSession('institution', entered.token, SESSION_HOURS * 3600);
      return new Elsewhere(page.back as `/${string}`);
    case 'code': {
      const note = page.ticket === null ? null : say('done', 'portal.sign_in.again');
      return { ...page, step: 'code', ticket: entered.ticket, by: entered.by, note };
    }
    case 'wrong':
      return entered.left === undefined
        ? { ...page, note: say('stopped', 'portal.sign_in.wrong') }
        : { ...page, note: say('stopped', 'portal.sign_in.code_wrong', { left: entered.left }) };
    case 'over':
      return { ...page, step: 'password', ticket: null, by: null, note: say('stopped', 'portal.sign_in.over') };
    case 'wait':
      return { ...page, note: say('waiting', 'officer.wait', { seconds: entered.seconds }) };
  }
}

const redeeming = z.object({ code: oneTimeCode, password: newPassword });
const FIELDS = { code: 'kode', password: 'sandi' };

export const enrolPage = publicPage<EnrolPage>({
  path: '/mitra/undangan',
  component: 'portal-enrol',
  takesForm: true,
  rate,
  status: ({ note, faults }) => (note || Object.keys(faults).length > 0 ? 422 : 200),
  load: loadEnrol,
});

export async function loadEnrol(tx: Tx, request: PublicRequest): Promise<EnrolPage | Elsewhere> {
  const { form, ip, language } = request;
  if (form === null) return { note: null, faults: {} };
  const read = redeeming.safeParse({ code: form['kode'] ?? '', password: form['sandi'] ?? '' });
  const faults = read.success ? {} : faultsIn(tx, request, read.error.issues, FIELDS);
  if ((form['sandi'] ?? '') !== (form['sandi-lagi'] ?? ''))
    Object.assign(faults, { 'sandi-lagi': tx.ground.speaker.say(language, 'portal.fault.sandi-lagi') });
  if (!read.success || Object.keys(faults).length > 0) return { note: null, faults };
  const enrolled = await enrol(tx, { ...read.data, ip });
  if (enrolled.is === 'refused') return { note: noteOf(tx, request, enrolled.refusal), faults: {} };
  if (enrolled.is === 'wrong')
    return { note: null, faults: { kode: tx.ground.speaker.say(language, 'officer.code_wrong') } };
  request.setSession('institution', enrolled.token, SESSION_HOURS * 3600);
  return new Elsewhere(HOME);
}

export const signOutPage: PublicPage = portalPage<object>({
  path: '/mitra/keluar',
  component: 'portal-sign-in',
  takesForm: true,
  async load(tx, { form, actor, setSession }) {
    // An address alone signs nobody out: another page could send one there.
    if (form === null) return new Elsewhere(HOME);
    await endSessions(tx, { institutionId: institutionOf(actor), sessionId: actor.sessionId!, by: actor.id });
    await record(tx, actor, {
      label: 'portal.session_ended',
      facts: { institution: institutionOf(actor), session: actor.sessionId! },
    });
    setSession('institution', null);
    return new Elsewhere('/mitra/masuk');
  },
});
