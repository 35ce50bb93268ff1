/** A store asks for blanks and says what for; in a shortage the most urgent need goes first. */
import { covers, mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { refuse as refuseBlank } from '../refusals.ts';
import { getOwnStore } from '../shipment/send.ts';
import { findShipment, nextNumber } from '../shipment/sql.ts';
import { getStore } from '../store/store.ts';
import { refuse } from './refusals.ts';
import { forecastOf, supplyOf } from './forecast.ts';
import { NEEDS, rankOf } from './rules.ts';
import type { Asking } from './schema.ts';
import {
  endRequest,
  findRequest,
  holdRequest,
  insertRequest,
  listMeeting,
  listRequests,
  type RequestRow,
} from './sql.ts';

export async function askBlanks(tx: Tx, actor: Actor, given: Asking): Promise<{ id: Uuid; number: string }> {
  const store = await getOwnStore(tx, actor, given.storeId);
  const id = newId();
  const n = given.needs.reduce((sum, each) => sum + each.n, 0);
  const needs = given.needs.toSorted((a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need));
  const year = today(tx.ground.clock, actor.zone).slice(0, 4);
  const at = await elevated(tx, () => nextNumber(tx, `request ${year}`));
  const number = `470/${String(at).padStart(4, '0')}/MINTA-BLANGKO/${year}`;
  const { entryId } = await record(tx, actor, { label: 'blank.requested', facts: { request: id, store: store.id, n } });
  const { reason } = given;
  const askedAt = tx.ground.clock.now();
  const rank = rankOf(needs.map(({ need }) => need));
  const { id: storeId, regionCode } = store;
  await elevated(tx, () =>
    insertRequest(tx, { id, number, storeId, regionCode, needs, n, rank, reason, askedAt, askedBy: actor.id, entryId }),
  );
  return { id, number };
}

/** Open requests of a region by priority and age, then those of the last weeks; a keeper sees his own store's. */
export async function viewRequests(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const since = new Date(tx.ground.clock.now().getTime() - 60 * 86_400_000);
  const rows = await elevated(tx, () => listRequests(tx, { region, since }));
  return {
    requests: rows.map((row) => requestView(actor, row)),
  };
}

/** One request, with the stock of its region and the shipments that can meet it; to its office and to whoever answers for its region. */
export async function openRequest(tx: Tx, actor: Actor, input: { id: string }) {
  const row = await elevated(tx, () => findRequest(tx, input.id));
  const maySee = row && (row.officeId === actor.officeId || covers(actor.jurisdiction, row.regionCode));
  if (!maySee) throw refuse('blank.request_not_found');
  const code = row.regionCode.slice(0, 4);
  const supply = code.length < 4 ? undefined : (await supplyOf(tx, code)).find((each) => each.code === code);
  const shipments = await elevated(tx, () => listMeeting(tx, row));
  return {
    ...requestView(actor, row),
    supply: supply ? forecastOf(tx, actor, supply) : null,
    shipments: shipments.map(({ sentAt, counted, n, ...each }) => ({
      ...each,
      n: row.officeId === actor.officeId && !counted ? null : n,
      sentAt: sentAt.toISOString(),
    })),
  };
}

function requestView(actor: Actor, row: RequestRow) {
  const { askedAt, endedAt, needs, officeId: _office, askedById, keeperId, ...rest } = row;
  const party = askedById === actor.id || keeperId === actor.id;
  const decides = actor.scopes.has('blank.request.answer') && covers(actor.jurisdiction, row.regionCode);
  return {
    ...rest,
    needs: [...needs],
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    own: keeperId === actor.id,
    mayAnswer: row.state === 'open' && decides && !party,
  };
}

/** Whoever answers for the store's region, and is not who asked: met by a shipment to that store, or declined with words. */
export async function answerRequest(
  tx: Tx,
  actor: Actor,
  input: { id: string; answer: string; shipmentId: string | null },
): Promise<void> {
  const request = await getOpen(tx, input.id, (row) => covers(actor.jurisdiction, row.regionCode));
  await getStore(tx, request.storeId);
  if (request.askedById === actor.id || request.keeperId === actor.id) throw refuse('blank.request_own');
  const { shipmentId, answer } = input;
  if (shipmentId !== null) {
    const shipment = await elevated(tx, () => findShipment(tx, shipmentId));
    if (!shipment) throw refuseBlank('blank.shipment_not_found');
    const fits = shipment.toStore === request.storeId && shipment.state !== 'returned';
    if (!fits || shipment.sentAt < request.askedAt) throw refuse('blank.request_other_store');
  }
  await end(tx, actor, request, { state: shipmentId === null ? 'declined' : 'met', answer, shipmentId });
}

export async function withdrawRequest(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const request = await getOpen(tx, input.id, (row) => row.officeId === actor.officeId);
  await getOwnStore(tx, actor, request.storeId);
  await end(tx, actor, request, { state: 'withdrawn', answer: input.reason, shipmentId: null });
}

async function getOpen(tx: Tx, id: string, maySee: (row: RequestRow) => boolean): Promise<RequestRow> {
  const request = await elevated(tx, () => holdRequest(tx, id));
  if (!request || !maySee(request)) throw refuse('blank.request_not_found');
  if (request.state !== 'open') throw refuse('blank.request_ended');
  return request;
}

async function end(
  tx: Tx,
  actor: Actor,
  { id }: RequestRow,
  how: { state: 'met' | 'declined' | 'withdrawn'; answer: string; shipmentId: string | null },
): Promise<void> {
  await record(tx, actor, { label: 'blank.request_answered', facts: { request: id, state: how.state } });
  await elevated(tx, () => endRequest(tx, { id, ...how, at: tx.ground.clock.now(), by: actor.id }));
}
