/** People and sessions: the administrator invites and ends; everybody sees his own sessions and sets how he proves himself. */
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../core/db/index.ts';
import { qrSvg } from '../../../core/document/index.ts';
import { Elsewhere } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Refusal } from '../../../core/refusal/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { attempt, faultsIn, mustMay, noteOf, portalPage, type Visit } from '../page.ts';
import { refuse } from '../refusals.ts';
import { endPerson, invite, inviteAgain, peopleOf } from './person.ts';
import { invitationShape, type Faults, type Note, type PeoplePage } from './schema.ts';
import { endSession } from './session.ts';
import { totpPlace } from './sign-in.ts';
import { findPerson, institutionName, listSessions, setTotp, type PersonRow } from './sql.ts';
import { base32, SECRET_BYTES, stepOf, totpAddress } from './totp.ts';

const PATH = '/mitra/orang';

export const peoplePage = portalPage<PeoplePage>({
  path: PATH,
  component: 'portal-people',
  takesForm: true,
  load: loadPeople,
});

/** What came of the last form, said after the page was opened anew: codes, no words. */
const OUTCOMES = ['diundang', 'diundang-lagi', 'diakhiri', 'sesi-diakhiri', 'aplikasi', 'pesan'] as const;

interface Said {
  readonly typed?: PeoplePage['typed'];
  readonly faults?: Faults;
  readonly note?: Note;
}

export async function loadPeople(tx: Tx, visit: Visit): Promise<PeoplePage | Elsewhere> {
  const { form } = visit;
  if (form === null) return shown(tx, visit, { ...outcomeNote(tx, visit) });
  const person = typeof form['id'] === 'string' && isUuid(form['id']) ? form['id'] : null;
  switch (form['tindakan']) {
    case 'undang':
      mustMay(visit, 'portal.people');
      return inviting(tx, visit, form);
    case 'undang-lagi':
      mustMay(visit, 'portal.people');
      return acting(tx, visit, 'diundang-lagi', () =>
        inviteAgain(tx, visit.actor, { id: known(person), origin: visit.origin }),
      );
    case 'akhiri':
      mustMay(visit, 'portal.people');
      return acting(tx, visit, 'diakhiri', () => endPerson(tx, visit.actor, { id: known(person) }));
    case 'akhiri-sesi':
      return acting(tx, visit, 'sesi-diakhiri', () => endSession(tx, visit.actor, { id: known(person) }));
    case 'aplikasi':
      await beginTotp(tx, visit);
      return new Elsewhere(PATH);
    case 'aplikasi-kode':
      return confirmTotp(tx, visit, form['kode'] ?? '');
    case 'pesan':
      await dropTotp(tx, visit);
      return new Elsewhere(`${PATH}?hasil=pesan`);
    default:
      return shown(tx, visit, {});
  }
}

function known(id: string | null): string {
  if (id === null) throw refuse('portal.person_not_found');
  return id;
}

async function acting(
  tx: Tx,
  visit: Visit,
  outcome: (typeof OUTCOMES)[number],
  work: () => Promise<unknown>,
): Promise<PeoplePage | Elsewhere> {
  const tried = await attempt(tx, work);
  return 'done' in tried ? new Elsewhere(`${PATH}?hasil=${outcome}`) : refused(tx, visit, tried.refusal);
}

const refused = (tx: Tx, visit: Visit, refusal: Refusal, more: Said = {}) =>
  shown(tx, visit, { ...more, note: noteOf(tx, visit, refusal) });

async function inviting(tx: Tx, visit: Visit, form: Readonly<Record<string, string>>): Promise<PeoplePage | Elsewhere> {
  const typed = {
    name: (form['nama'] ?? '').slice(0, 120),
    mail: (form['surel'] ?? '').slice(0, 200),
    role: form['peran'] ?? '',
  };
  const read = invitationShape.safeParse(typed);
  if (!read.success) {
    const faults = faultsIn(tx, visit, read.error.issues, { name: 'nama', mail: 'surel', role: 'peran' });
    return shown(tx, visit, { typed, faults });
  }
  const { institutionId, origin } = visit;
  const tried = await attempt(tx, () => invite(tx, visit.actor, { ...read.data, institutionId, origin }));
  return 'done' in tried ? new Elsewhere(`${PATH}?hasil=diundang`) : refused(tx, visit, tried.refusal, { typed });
}

async function me(tx: Tx, { actor }: Visit): Promise<PersonRow> {
  return (await findPerson(tx, actor.id))!;
}

/** A secret to be shown once; it counts when the application's first code has come. */
async function beginTotp(tx: Tx, visit: Visit): Promise<void> {
  const mine = await me(tx, visit);
  const pending = tx.ground.vault.seal('portal.totp', totpPlace(mine.id), randomBytes(SECRET_BYTES));
  await setTotp(tx, mine.id, { totp: mine.totp, pending });
}

async function confirmTotp(tx: Tx, visit: Visit, typed: string): Promise<PeoplePage | Elsewhere> {
  const mine = await me(tx, visit);
  if (!mine.totpPending) return new Elsewhere(PATH);
  const secret = tx.ground.vault.unseal('portal.totp', totpPlace(mine.id), mine.totpPending);
  const code = typed.replaceAll(/\D/g, '');
  const step = stepOf(secret, code, { now: systemClock.now(), after: 0 });
  if (step === null) {
    const text = tx.ground.speaker.say(visit.language, 'portal.fault.kode-aplikasi');
    return shown(tx, visit, { faults: { 'kode-aplikasi': text } });
  }
  await setTotp(tx, mine.id, { totp: mine.totpPending, pending: null, step });
  await recordSecond(tx, visit, 'totp');
  return new Elsewhere(`${PATH}?hasil=aplikasi`);
}

async function dropTotp(tx: Tx, visit: Visit): Promise<void> {
  await setTotp(tx, visit.actor.id, { totp: null, pending: null });
  await recordSecond(tx, visit, 'message');
}

async function recordSecond(tx: Tx, { actor, institutionId }: Visit, second: string): Promise<void> {
  await record(tx, actor, {
    label: 'portal.second_changed',
    facts: { institution: institutionId, person: actor.pseudonym, second },
  });
}

function outcomeNote(tx: Tx, { query, language }: Visit): Said {
  const outcome = OUTCOMES.find((each) => each === query['hasil']);
  return outcome ? { note: { look: 'done', text: tx.ground.speaker.say(language, `portal.people.${outcome}`) } } : {};
}

async function shown(tx: Tx, visit: Visit, { typed, faults = {}, note }: Said): Promise<PeoplePage> {
  const { institutionId, actor } = visit;
  const mine = await me(tx, visit);
  const mayManage = visit.may('portal.people');
  const people = await peopleOf(tx, institutionId);
  const sessions = await listSessions(tx, institutionId);
  return {
    institution: (await institutionName(tx, institutionId))?.name ?? '',
    me: { id: mine.id, name: mine.name, mail: mine.mail, role: mine.role },
    mayManage,
    people: mayManage ? people : [],
    sessions: sessions
      .map(({ personId, madeAt, seenAt, ...session }) => ({
        ...session,
        madeAt: madeAt.toISOString(),
        seenAt: seenAt.toISOString(),
        mine: personId === mine.id,
        here: session.id === actor.sessionId,
      }))
      .filter((session) => mayManage || session.mine),
    second: mine.totp ? 'totp' : 'message',
    pending: await pendingOf(tx, mine),
    typed: typed ?? { name: '', mail: '', role: 'developer' },
    faults,
    note: note ?? null,
  };
}

async function pendingOf(tx: Tx, { id, mail, totpPending }: PersonRow): Promise<PeoplePage['pending']> {
  if (!totpPending) return null;
  const secret = tx.ground.vault.unseal('portal.totp', totpPlace(id), totpPending);
  const svg = await qrSvg(totpAddress(secret, mail));
  const [, size = '0'] = /viewBox="0 0 (\d+) \d+"/.exec(svg) ?? [];
  const [, path = ''] = /stroke="#000000" d="([^"]+)"/.exec(svg) ?? [];
  return { secret: base32(secret), picture: { size: Number(size), path } };
}
