/** The institution's own public keys: two at once, so that one follows the other; or the address at which it publishes them. */
import type { Tx } from '../../../core/db/index.ts';
import { Elsewhere } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import type { Refusal } from '../../../core/refusal/index.ts';
import { dayIn, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { addKey, endKey, jwkOf, setKeySet, viewKeys, type KeysView } from '../../verification/index.ts';
import { institutionName } from '../account/sql.ts';
import type { Note } from '../account/schema.ts';
import { attempt, mustMay, noteOf, portalPage, type Visit } from '../page.ts';
import { keyExpiry } from '../start/rules.ts';
import type { KeyLine, KeysPage } from './schema.ts';

const PATH = '/mitra/kunci';

export const keysPage = portalPage<KeysPage>({
  path: PATH,
  component: 'portal-keys',
  act: 'portal.keys_seen',
  takesForm: true,
  rate: { perMinute: 30 },
  load: loadKeys,
});

const OUTCOMES = ['ditambah', 'diakhiri', 'alamat', 'alamat-dihapus'] as const;
const LONGEST_KEY = 12_000;

interface Said {
  readonly typed?: Partial<KeysPage['typed']>;
  readonly faults?: KeysPage['faults'];
  readonly note?: Note | null;
  readonly ending?: string;
}

export async function loadKeys(tx: Tx, visit: Visit): Promise<KeysPage | Elsewhere> {
  const { form, query, actor, institutionId } = visit;
  if (form === null) {
    const outcome = OUTCOMES.find((each) => each === query['hasil']);
    const note = outcome
      ? { look: 'done' as const, text: tx.ground.speaker.say(visit.language, `portal.keys.${outcome}`) }
      : null;
    return shown(tx, visit, { note });
  }
  mustMay(visit, 'portal.keys');
  switch (form['tindakan']) {
    case 'tambah':
      return adding(tx, visit, {
        key: (form['kunci'] ?? '').slice(0, LONGEST_KEY),
        kid: (form['nama'] ?? '').slice(0, 128),
      });
    case 'akhiri':
      return ending(tx, visit, form['id'] ?? '', form['setuju'] === 'ya');
    case 'alamat': {
      const url = (form['alamat'] ?? '').trim().slice(0, 500);
      const tried = await attempt(tx, () => setKeySet(tx, actor, { id: institutionId, url: url === '' ? null : url }));
      if ('done' in tried) return new Elsewhere(`${PATH}?hasil=${url === '' ? 'alamat-dihapus' : 'alamat'}`);
      return shown(tx, visit, { typed: { url }, faults: { alamat: words(tx, visit, tried.refusal) } });
    }
    default:
      return shown(tx, visit, {});
  }
}

const words = (tx: Tx, visit: Visit, refusal: Refusal) => noteOf(tx, visit, refusal).text;

async function adding(tx: Tx, visit: Visit, typed: { key: string; kid: string }): Promise<KeysPage | Elsewhere> {
  const { actor, institutionId } = visit;
  const tried = await attempt(tx, () => addKey(tx, actor, { id: institutionId, jwk: keyIn(typed) }));
  if ('done' in tried) return new Elsewhere(`${PATH}?hasil=ditambah`);
  const { refusal } = tried;
  // A private key that somebody pasted is not written into a page once more.
  const kept = refusal.code === 'verification.key_private' ? { kid: typed.kid } : typed;
  const field =
    refusal.code === 'verification.key_name' || refusal.code === 'verification.key_known' ? 'nama' : 'kunci';
  return refusal.code === 'verification.keys_full'
    ? shown(tx, visit, { typed: kept, note: noteOf(tx, visit, refusal) })
    : shown(tx, visit, { typed: kept, faults: { [field]: words(tx, visit, refusal) } });
}

/** PEM or JWK, as it was exported; a name that was typed goes before the one inside. */
function keyIn({ key, kid }: { key: string; kid: string }): Readonly<Record<string, unknown>> {
  const text = key.trim();
  const jwk = text.startsWith('{') ? jsonIn(text) : jwkOf(text);
  return kid.trim() === '' ? jwk : { ...jwk, kid: kid.trim() };
}

function jsonIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below: it is no key
  }
  return jwkOf('');
}

/** Asks once more what will happen, then does it. */
async function ending(tx: Tx, visit: Visit, id: string, agreed: boolean): Promise<KeysPage | Elsewhere> {
  if (!isUuid(id)) return shown(tx, visit, {});
  if (!agreed) return shown(tx, visit, { ending: id });
  const tried = await attempt(tx, () => endKey(tx, visit.actor, { id }));
  if ('done' in tried) return new Elsewhere(`${PATH}?hasil=diakhiri`);
  return shown(tx, visit, { note: noteOf(tx, visit, tried.refusal) });
}

async function shown(
  tx: Tx,
  visit: Visit,
  { typed, faults = {}, note = null, ending: asked }: Said,
): Promise<KeysPage> {
  const { institutionId, actor } = visit;
  const view = await viewKeys(tx, actor, { id: institutionId });
  const on = today(tx.ground.clock, ZONES.WIB);
  const lines = view.keys.map((key) => lineOf(key, on));
  return {
    institution: (await institutionName(tx, institutionId))?.name ?? '',
    mayManage: visit.may('portal.keys'),
    living: lines.filter(({ endedAt }) => endedAt === null),
    ended: lines.filter(({ endedAt }) => endedAt !== null),
    published: view.published && {
      ...view.published,
      fault: view.published.fault && sayFault(tx, visit, view.published.url, view.published.fault),
    },
    ending: lines.find(({ id, endedAt }) => id === asked && endedAt === null) ?? null,
    typed: { key: '', kid: '', url: view.published?.url ?? '', ...typed },
    faults,
    note,
  };
}

function lineOf(key: KeysView['keys'][number], on: CivilDate): KeyLine {
  const expiry = key.endedAt === null ? keyExpiry(key.kid, dayIn(ZONES.WIB, new Date(key.addedAt)), on) : null;
  return { ...key, expiry };
}

/** Why the address could not be read last; its words may name the host. */
function sayFault(tx: Tx, { language }: Pick<Visit, 'language'>, url: string, code: string): string {
  return tx.ground.speaker.say(language, code, { host: new URL(url).hostname });
}
