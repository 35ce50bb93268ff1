/** What the person lets nobody ask about him any more, until a day or until he lifts it. */
import type { Tx } from '../../../core/db/index.ts';
import { Elsewhere, type PublicRequest } from '../../../core/http/index.ts';
import { civilDateOf, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { liftLock, listLocks, setLock } from '../../verification/index.ts';
import { LOCK_NAMES, NEVER_LOCKED, NEVER_LOCKED_NAMES, type Lock } from '../../verification/lock/rules.ts';
import { visible } from '../sign-in/rules.ts';
import { concerning } from '../hand.ts';
import { noteLook, personPage, type Whose } from '../representation/whose.ts';
import type { LocksPage } from './schema.ts';

export const lockPage = personPage<LocksPage>({
  path: '/warga/kunci',
  component: 'citizen-locks',
  takesForm: true,
  status: ({ fault }) => (fault ? 422 : 200),
  load: loadLocks,
});

async function loadLocks(tx: Tx, { actor, form, query }: PublicRequest, whose: Whose): Promise<LocksPage | Elsewhere> {
  const { nik, hand } = whose;
  const subjects = concerning(nik, hand);
  const lock = LOCK_NAMES.find((name) => name === form?.['jenis']);
  const typed = visible(form?.['sampai'] ?? '').slice(0, 20);
  const until = typed === '' ? null : endOf(tx, typed);
  const wrong = form?.['aksi'] === 'kunci' && typed !== '' && until === null;
  if (lock && !wrong) {
    if (form?.['aksi'] === 'buka') await liftLock(tx, actor, nik, { lock, subjects });
    else await setLock(tx, actor, nik, { lock, until, subjects });
    return new Elsewhere('/warga/kunci?tersimpan=ya');
  }
  if (form === null) await noteLook(tx, actor, whose, 'locks');
  return {
    ...(await shown(tx, nik)),
    fault: lock && wrong ? { lock, typed } : null,
    done: query['tersimpan'] === 'ya',
  };
}

async function shown(tx: Tx, nik: Parameters<typeof listLocks>[1]): Promise<Pick<LocksPage, 'locks' | 'never'>> {
  const inForce = new Map((await listLocks(tx, nik)).map((row) => [row.lock, row]));
  const of = (name: Lock) => {
    const row = inForce.get(name);
    return row ? { at: row.setAt.toISOString(), until: row.until?.toISOString() ?? null } : null;
  };
  return {
    locks: LOCK_NAMES.map((lock) => ({ lock, set: of(lock) })),
    never: NEVER_LOCKED_NAMES.map((name) => ({ name, law: NEVER_LOCKED[name].law })),
  };
}

const DAY_MS = 86_400_000;
const WIB_AHEAD_MS = 7 * 3_600_000;

/** The end of a day to come, in WIB; `null` for what is none. */
function endOf(tx: Tx, text: string): Date | null {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const day: CivilDate | null = parts && civilDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
  if (day === null || day < today(tx.ground.clock, ZONES.WIB)) return null;
  return endOfDay(day);
}

/** The last instant of a day, in WIB. */
export const endOfDay = (day: CivilDate): Date => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - WIB_AHEAD_MS);
