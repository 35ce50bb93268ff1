/** Where the institution is told of what: addresses, their secrets, every delivery, and how to check it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../../core/db/index.ts';
import { Download, Elsewhere } from '../../../core/http/index.ts';
import { isUuid, newId } from '../../../core/id/index.ts';
import { parseCivilDate, today, ZONES } from '../../../core/time/index.ts';
import type { Refusal } from '../../../core/refusal/index.ts';
import {
  addEndpoint,
  changeEvents,
  ping,
  removeEndpoint,
  replay,
  replayFailed,
  rotateSecret,
  SHOWN,
  switchEndpoint,
  viewDeliveries,
  viewEndpoints,
  type EndpointView,
} from '../../webhook/index.ts';
import { CHOICES } from '../../webhook/event/rules.ts';
import { institutionName } from '../account/sql.ts';
import { attempt, noteOf, portalPage, type Visit } from '../page.ts';
import { deliveryLine } from './delivery-line.ts';
import { SAMPLES, type EndpointLine, type SampleName, type WebhookPage } from './schema.ts';

const PATH = '/mitra/webhook';
const FILES = join(import.meta.dirname, '../../../../docs/partners');

export const webhookPage = portalPage<WebhookPage>({
  path: PATH,
  component: 'portal-webhook',
  act: 'portal.webhooks',
  takesForm: true,
  rate: { perMinute: 60 },
  load: loadWebhooks,
});

/** What came of the last form, said after the page was opened anew; those that send something are said above the log. */
const OUTCOMES = ['peristiwa', 'dimatikan', 'dihidupkan', 'dihapus', 'uji', 'ulang', 'ulang-gagal'] as const;
type Outcome = (typeof OUTCOMES)[number];
const AT_LOG: readonly Outcome[] = ['uji', 'ulang', 'ulang-gagal'];

type Said = Partial<Pick<WebhookPage, 'typed' | 'faults' | 'note' | 'noteAt' | 'secret' | 'editing'>> & {
  readonly removing?: string;
};
type Answer = WebhookPage | Elsewhere | Download;

export async function loadWebhooks(tx: Tx, visit: Visit): Promise<Answer> {
  const { form, query } = visit;
  const sample = SAMPLES.find((name) => name === query['contoh']);
  if (sample) return sampleFile(sample);
  if (form === null) return shown(tx, visit, outcomeNote(tx, visit));
  return act(tx, visit, form);
}

async function act(tx: Tx, visit: Visit, form: Readonly<Record<string, string>>): Promise<Answer> {
  const { actor, institutionId } = visit;
  const id = isUuid(form['id'] ?? '') ? form['id']! : null;
  if (id === null) return shown(tx, visit, {});
  const which = { institutionId, id };
  const events = CHOICES.filter((kind) => form[`peristiwa.${kind}`] !== undefined);
  switch (form['tindakan']) {
    case 'tambah': {
      const url = (form['alamat'] ?? '').trim().slice(0, 600);
      const tried = await attempt(tx, () => addEndpoint(tx, actor, { ...which, url, events }));
      if ('refusal' in tried) return refused(tx, visit, tried.refusal, { typed: { url, events } });
      return secretShown(tx, visit, id, { ...tried.done, outcome: 'ditambah' });
    }
    case 'rahasia': {
      const secretForm = form['formulir'] ?? '';
      if (!isUuid(secretForm)) return shown(tx, visit, {});
      const tried = await attempt(tx, () => rotateSecret(tx, actor, { ...which, form: secretForm }));
      if ('refusal' in tried) return refused(tx, visit, tried.refusal);
      return secretShown(tx, visit, id, { ...tried.done, outcome: 'diganti' });
    }
    case 'peristiwa': {
      const tried = await attempt(tx, () => changeEvents(tx, actor, { ...which, events }));
      if ('done' in tried) return elsewhere('peristiwa');
      return refused(tx, visit, tried.refusal, { editing: id });
    }
    case 'matikan':
    case 'hidupkan': {
      const on = form['tindakan'] === 'hidupkan';
      return doing(tx, visit, on ? 'dihidupkan' : 'dimatikan', () => switchEndpoint(tx, actor, { ...which, on }));
    }
    case 'hapus':
      if (form['setuju'] !== 'ya') return shown(tx, visit, { removing: id });
      return doing(tx, visit, 'dihapus', () => removeEndpoint(tx, actor, which));
    case 'uji':
      return doing(tx, visit, 'uji', () => ping(tx, actor, which));
    case 'ulang': {
      const eventId = form['kejadian'] ?? '';
      if (!isUuid(eventId)) return shown(tx, visit, {});
      return doing(tx, visit, 'ulang', () => replay(tx, actor, { ...which, eventId }));
    }
    case 'ulang-gagal':
      return replaying(tx, visit, which, form['sejak'] ?? '');
    default:
      return shown(tx, visit, {});
  }
}

async function doing(tx: Tx, visit: Visit, outcome: Outcome, work: () => Promise<unknown>): Promise<Answer> {
  const tried = await attempt(tx, work);
  return 'done' in tried ? elsewhere(outcome) : refused(tx, visit, tried.refusal);
}

async function replaying(
  tx: Tx,
  visit: Visit,
  which: { institutionId: string; id: string },
  typed: string,
): Promise<Answer> {
  const day = parseCivilDate(typed);
  if (day === null) {
    const text = tx.ground.speaker.say(visit.language, 'portal.fault.sejak');
    return shown(tx, visit, { note: { look: 'stopped', text } });
  }
  const since = new Date(`${day}T00:00:00+07:00`);
  const tried = await attempt(tx, () => replayFailed(tx, visit.actor, { ...which, since }));
  return 'done' in tried ? elsewhere('ulang-gagal', tried.done) : refused(tx, visit, tried.refusal);
}

function elsewhere(outcome: Outcome, n?: number): Elsewhere {
  const count = n === undefined ? '' : `&n=${n}`;
  return new Elsewhere(`${PATH}?hasil=${outcome}${count}${AT_LOG.includes(outcome) ? '#kiriman' : ''}`);
}

function outcomeNote(tx: Tx, { query, language }: Visit): Said {
  const outcome = OUTCOMES.find((each) => each === query['hasil']);
  if (!outcome) return {};
  const n = Math.min(Number.parseInt(query['n'] ?? '0', 10) || 0, 1_000_000);
  const text = tx.ground.speaker.say(language, `portal.webhook.${outcome}`, { n });
  return { note: { look: 'done', text }, noteAt: AT_LOG.includes(outcome) ? 'log' : 'top' };
}

/** Beside the field where there is one, else above everything. */
function refused(tx: Tx, visit: Visit, refusal: Refusal, more: Said = {}): Promise<WebhookPage> {
  const { text } = noteOf(tx, visit, refusal);
  // The fields lie further down the page than the reader stands.
  const note = { look: 'stopped' as const, text: tx.ground.speaker.say(visit.language, 'portal.webhook.salah') };
  switch (refusal.code) {
    case 'webhook.address_https':
    case 'webhook.address_internal':
    case 'webhook.address_known':
      return shown(tx, visit, { ...more, note, faults: { alamat: text } });
    case 'webhook.no_events':
      return shown(tx, visit, { ...more, note, faults: { peristiwa: text } });
    default:
      return shown(tx, visit, { ...more, note: { look: 'stopped', text } });
  }
}

/** Not after a redirect: the secret stands in no address, and is not kept to be shown later. */
async function secretShown(
  tx: Tx,
  visit: Visit,
  id: string,
  { secret, outcome }: { secret: string; outcome: 'ditambah' | 'diganti' },
): Promise<WebhookPage> {
  const endpoint = (await viewEndpoints(tx, visit.institutionId)).find((each) => each.id === id)!;
  const oldUntil = outcome === 'diganti' ? (endpoint.oldUntil?.toISOString() ?? null) : null;
  const text = tx.ground.speaker.say(visit.language, `portal.webhook.${outcome}`);
  return shown(tx, visit, { secret: { url: endpoint.url, secret, oldUntil }, note: { look: 'done', text } });
}

async function shown(tx: Tx, visit: Visit, { removing, ...said }: Said): Promise<WebhookPage> {
  const { institutionId, query } = visit;
  const now = tx.ground.clock.now();
  const endpoints = (await viewEndpoints(tx, institutionId)).map((row) => endpointLine(row, now));
  const filter = {
    onlyFailed: query['gagal'] === 'ya',
    endpointId: endpoints.find(({ id }) => id === query['ke'])?.id ?? null,
  };
  const deliveries = await viewDeliveries(tx, institutionId, filter);
  const on = new Set(endpoints.flatMap(({ id, state }) => (state === 'ON' ? [id] : [])));
  return {
    institution: (await institutionName(tx, institutionId))?.name ?? '',
    endpoints,
    form: newId(),
    secret: null,
    removing: endpoints.find(({ id }) => id === removing) ?? null,
    editing: null,
    typed: { url: '', events: CHOICES },
    faults: {},
    note: null,
    noteAt: 'top',
    ...said,
    today: today(tx.ground.clock, ZONES.WIB),
    filter,
    deliveries: deliveries.map((row) => deliveryLine(tx, visit, row, on)),
    shown: SHOWN,
    samples: await readSamples(),
  };
}

function endpointLine({ since, secretAt, oldUntil, deliveredAt, ...row }: EndpointView, now: Date): EndpointLine {
  return {
    ...row,
    since: since.toISOString(),
    secretAt: secretAt.toISOString(),
    oldUntil: oldUntil !== null && oldUntil > now ? oldUntil.toISOString() : null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
  };
}

async function readSamples(): Promise<WebhookPage['samples']> {
  const texts = await Promise.all(SAMPLES.map((name) => readFile(join(FILES, name), 'utf8')));
  return Object.fromEntries(SAMPLES.map((name, n) => [name, texts[n]!])) as Record<SampleName, string>;
}

async function sampleFile(name: SampleName): Promise<Download> {
  return new Download({
    mediaType: 'text/plain; charset=utf-8',
    fileName: name,
    bytes: await readFile(join(FILES, name)),
  });
}
