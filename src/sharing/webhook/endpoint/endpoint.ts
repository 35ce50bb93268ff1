/** Endpoints: where an institution wants to be told of what, and the secret by which it knows that it was us. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { instantText } from '../../../core/text/index.ts';
import { ZONES } from '../../../core/time/index.ts';
import { CHOICES, isChoice, type Chosen } from '../event/rules.ts';
import { refuse } from '../refusals.ts';
import { OLD_SECRET_HOURS } from '../send/rules.ts';
import { newSecret, secretText } from '../send/sign.ts';
import { stopEndpoint } from '../send/sql.ts';
import { readAddress } from './address.ts';
import { MOST_ENDPOINTS, SHOWN_AGAIN_MINUTES } from './rules.ts';
import { openSecret, sealSecret } from './secret.ts';
import {
  countEndpoints,
  deleteEndpoint,
  findEndpoint,
  holdEndpoints,
  insertEndpoint,
  listEndpoints,
  setEvents,
  setSecret,
  switchOn,
  type EndpointRow,
  type ListedEndpoint,
} from './sql.ts';

/** Whose, and which. */
export interface Which {
  readonly institutionId: string;
  readonly id: string;
}

export type EndpointView = Omit<ListedEndpoint, 'secret' | 'form' | 'institutionId'>;

/** Without their secrets. */
export async function viewEndpoints(tx: Tx, institutionId: string): Promise<EndpointView[]> {
  const rows = await listEndpoints(tx, institutionId);
  return rows.map(({ secret: _secret, form: _form, institutionId: _whose, ...row }) => row);
}

function chosenIn(events: readonly string[]): Chosen[] {
  if (events.length === 0 || !events.every(isChoice)) throw refuse('webhook.no_events');
  // In the order of the list, each once.
  return CHOICES.filter((kind) => events.includes(kind));
}

/** Adds one, under the id that its form brought along; the same form sent twice gives the same secret and adds nothing. */
export async function addEndpoint(
  tx: Tx,
  actor: Actor,
  { id, institutionId, ...given }: Which & { url: string; events: readonly string[]; off?: true },
): Promise<{ secret: string }> {
  const { url, host } = readAddress(given.url);
  const events = chosenIn(given.events);
  await holdEndpoints(tx, institutionId);
  const again = await findEndpoint(tx, institutionId, id);
  if (again) return { secret: shownAgain(tx, again, id) };
  if ((await countEndpoints(tx, institutionId)) >= MOST_ENDPOINTS)
    throw refuse('webhook.endpoints_full', { values: { most: MOST_ENDPOINTS } });
  const secret = newSecret();
  const { entryId } = await record(tx, actor, {
    label: 'webhook.endpoint_added',
    facts: { institution: institutionId, endpoint: id, host, events: events.length },
  });
  const by = { at: tx.ground.clock.now(), id: actor.id, entryId };
  const sealed = sealSecret(tx.ground.vault, id, 'secret', secret);
  const state = given.off ? ('OFF' as const) : ('ON' as const);
  await insertEndpoint(tx, { id, institutionId, url, host, events, state, secret: sealed, form: id }, by);
  return { secret: secretText(secret) };
}

/** Pressed twice, the page that comes last must show the secret too. A while later nobody sees it again. */
function shownAgain(tx: Tx, endpoint: EndpointRow, form: string): string {
  const age = tx.ground.clock.now().getTime() - endpoint.secretAt.getTime();
  if (endpoint.form !== form || age > SHOWN_AGAIN_MINUTES * 60_000) throw refuse('webhook.address_known');
  return secretText(openSecret(tx.ground.vault, endpoint.id, 'secret', endpoint.secret));
}

export async function getEndpoint(tx: Tx, { institutionId, id }: Which): Promise<EndpointRow> {
  const found = await findEndpoint(tx, institutionId, id);
  if (!found) throw refuse('webhook.endpoint_not_found');
  return found;
}

export async function changeEvents(tx: Tx, actor: Actor, given: Which & { events: readonly string[] }): Promise<void> {
  const events = chosenIn(given.events);
  const { id } = await getEndpoint(tx, given);
  await recordOf(tx, actor, given, 'webhook.endpoint_changed', { events: events.length });
  await setEvents(tx, id, events);
}

/** What is switched on already stays as it is. */
export async function switchEndpoint(tx: Tx, actor: Actor, given: Which & { on: boolean }): Promise<void> {
  const { id, state } = await getEndpoint(tx, given);
  if ((state === 'ON') === given.on) return;
  await recordOf(tx, actor, given, 'webhook.endpoint_changed', { state: given.on ? 'ON' : 'OFF' });
  const at = tx.ground.clock.now();
  if (given.on) await switchOn(tx, id, at);
  // One that has failed for days waits for nothing more; by hand it is off as any other.
  else await elevated(tx, () => stopEndpoint(tx, id, { state: 'OFF', why: 'own', at }));
}

/** A new secret; the one before it goes on for a day, and meanwhile every delivery carries both signatures. */
export async function rotateSecret(tx: Tx, actor: Actor, given: Which & { form: string }): Promise<{ secret: string }> {
  const { vault, clock } = tx.ground;
  const endpoint = await getEndpoint(tx, given);
  const { id, oldUntil } = endpoint;
  const at = clock.now();
  if (endpoint.form === given.form) return { secret: shownAgain(tx, endpoint, given.form) };
  if (oldUntil && oldUntil > at)
    throw refuse('webhook.secret_turning', { values: { until: instantText(actor.language, oldUntil, ZONES.WIB) } });
  await recordOf(tx, actor, given, 'webhook.secret_rotated');
  const before = openSecret(vault, id, 'secret', endpoint.secret);
  const secret = newSecret();
  await setSecret(tx, id, {
    secret: sealSecret(vault, id, 'secret', secret),
    form: given.form,
    at,
    oldSecret: sealSecret(vault, id, 'old_secret', before),
    oldUntil: new Date(at.getTime() + OLD_SECRET_HOURS * 3_600_000),
  });
  return { secret: secretText(secret) };
}

/** With everything that was told to it. */
export async function removeEndpoint(tx: Tx, actor: Actor, which: Which): Promise<void> {
  const { id } = await getEndpoint(tx, which);
  await recordOf(tx, actor, which, 'webhook.endpoint_removed');
  await deleteEndpoint(tx, id);
}

export async function recordOf(
  tx: Tx,
  actor: Actor,
  { institutionId: institution, id: endpoint }: Which,
  label: `webhook.${string}`,
  facts: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await record(tx, actor, { label, facts: { institution, endpoint, ...facts } });
}
