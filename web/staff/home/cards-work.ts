/** What waits around cards and blanks: prints to check, what is to be counted, differences, finds, incidents and requests to decide on. */
import {
  listDeliveriesContract,
  listDiscrepanciesContract,
  listShipmentsContract,
  listStoresContract,
} from '../../../src/cards/blank/contract.ts';
import { listFindsContract } from '../../../src/cards/blank/find/contract.ts';
import { listIncidentsContract } from '../../../src/cards/blank/incident/contract.ts';
import { listRequestsContract } from '../../../src/cards/blank/supply/contract.ts';
import { listOnTheWayContract, listPrintsContract } from '../../../src/cards/card/check/contract.ts';
import { listHereContract } from '../../../src/cards/card/contract.ts';
import { dayIn, type Zone } from '../../../src/core/time/clock.ts';
import { getSessionContract } from '../../../src/register/officer/sign-in/contract.ts';
import type { Client } from '../../kit/client.ts';
import { DAY_MS, inDays, type Work, type WorkSource } from './source.ts';

/** Days until one, by the house's clock and the office's calendar. */
async function calendar(client: Client): Promise<(day: string) => number> {
  const { clock, office } = await client.call(getSessionContract, {});
  const today = dayIn(office.zone as Zone, new Date(clock));
  return (day) => Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/** Since when something waits, on the device's clock: its age by the house's, whose day may be another one. */
async function ages(client: Client): Promise<(instant: string) => number> {
  const { clock } = await client.call(getSessionContract, {});
  return (instant) => Date.now() - (Date.parse(clock) - Date.parse(instant));
}

/** On their way to a store that the officer keeps. How many are in one is not told before he has counted. */
const shipments: WorkSource = {
  kind: 'shipment',
  scope: 'blank.keep',
  async list(client) {
    const { stores } = await client.call(listStoresContract, {});
    const own = stores.filter((store) => store.own);
    if (own.length === 0) return [];
    const daysUntil = await calendar(client);
    const lists = await Promise.all(own.map(({ id }) => client.call(listShipmentsContract, { store: id, days: 1 })));
    return lists
      .flatMap((list) => list.shipments)
      .filter(({ mayCount }) => mayCount)
      .map((shipment) => ({
        key: shipment.id,
        kind: 'shipment',
        title: `${shipment.number} · ${shipment.from}`,
        why: 'why.shipment',
        ...inDays(daysUntil(shipment.expectedOn)),
        path: `/petugas/blangko/pengiriman/${shipment.id}`,
      }));
  },
};

/** What the supplier brought and somebody else has recorded; only at the centre, as nobody else may count it. */
const deliveries: WorkSource = {
  kind: 'delivery',
  scope: 'blank.keep',
  async list(client) {
    const { stores } = await client.call(listStoresContract, {});
    if (!stores.some(({ kind }) => kind === 'centre')) return [];
    const list = await client.call(listDeliveriesContract, {});
    return list.deliveries
      .filter(({ counted, own }) => !counted && !own)
      .map((delivery) => ({
        key: delivery.id,
        kind: 'delivery',
        title: `${delivery.number} · ${delivery.supplier}`,
        why: 'why.delivery',
        dueAt: null,
        path: `/petugas/blangko/pemasok/${delivery.id}`,
      }));
  },
};

/** Differences of the region to which the officer is no party. */
const differences: WorkSource = {
  kind: 'difference',
  scope: 'blank.settle',
  async list(client) {
    const { discrepancies } = await client.call(listDiscrepanciesContract, {});
    if (discrepancies.length === 0) return [];
    const daysUntil = await calendar(client);
    return discrepancies
      .filter(({ maySettle }) => maySettle)
      .map((each) => ({
        key: each.id,
        kind: 'difference',
        title: [each.store, each.shipment].filter(Boolean).join(' · '),
        why: 'why.difference',
        ...inDays(daysUntil(each.dueOn)),
        path: '/petugas/blangko/selisih',
        search: { kasus: each.id },
      }));
  },
};

/** Blanks that were missing and are reported as found; the store's keeper does not decide on his own word. */
const finds: WorkSource = {
  kind: 'find',
  scope: 'blank.settle',
  async list(client) {
    const { finds: found } = await client.call(listFindsContract, {});
    const waiting = found.filter(({ mayDecide }) => mayDecide);
    if (waiting.length === 0) return [];
    const since = await ages(client);
    return waiting.map((find) => ({
      key: find.id,
      kind: 'find',
      title: `${find.number} · ${find.store}`,
      why: 'why.find',
      since: since(find.reportedAt),
      dueAt: null,
      path: `/petugas/blangko/ditemukan/${find.id}`,
    }));
  },
};

/** Told by the public and not taken up yet, or under investigation; nobody who had the blanks in hand. */
const incidents: WorkSource = {
  kind: 'incident',
  scope: 'blank.incident.decide',
  async list(client) {
    const { incidents: open } = await client.call(listIncidentsContract, {});
    const waiting = open.filter(({ mayDecide }) => mayDecide);
    if (waiting.length === 0) return [];
    const since = await ages(client);
    return waiting.map((incident) => ({
      key: incident.id,
      kind: 'incident',
      title: `${incident.number} · ${incident.place}`,
      why: incident.state === 'reported' ? 'why.told' : 'why.incident',
      since: since(incident.openedAt),
      dueAt: null,
      path: `/petugas/blangko/insiden/${incident.id}`,
    }));
  },
};

/** What stores ask for, in the order of a shortage. */
const requests: WorkSource = {
  kind: 'blankRequest',
  scope: 'blank.request.answer',
  async list(client) {
    const { requests: asked } = await client.call(listRequestsContract, {});
    const waiting = asked.filter(({ mayAnswer }) => mayAnswer);
    if (waiting.length === 0) return [];
    const since = await ages(client);
    return waiting.map((request) => ({
      key: request.id,
      kind: 'blankRequest',
      title: `${request.number} · ${request.store}`,
      why: request.rank === 0 ? 'why.firstCards' : 'why.blankRequest',
      since: since(request.askedAt),
      dueAt: null,
      path: `/petugas/blangko/permintaan/${request.id}`,
    }));
  },
};

/** Printed here by somebody else. */
/** Printed here by somebody else; and what ended before anybody got it, which is one list and one look. */
const prints: WorkSource = {
  kind: 'print',
  scope: 'card.check',
  async list(client) {
    const { cards } = await client.call(listHereContract, {});
    const waiting = cards.filter(({ state, own }) => state === 'INVALID' || (state === 'PRINTED' && !own));
    if (waiting.length === 0) return [];
    const since = await ages(client);
    return waiting.map((card): Work => {
      const ended = card.state === 'INVALID';
      return {
        key: card.id,
        kind: ended ? 'takeIn' : 'print',
        title: card.name,
        why: ended ? 'why.takeIn' : 'why.print',
        since: since(card.since),
        dueAt: null,
        path: `/petugas/kartu/${ended ? 'tarik' : 'periksa'}/${card.id}`,
      };
    });
  },
};

/** Cards that another office sent here, one line an office: counted in together. */
const comingCards: WorkSource = {
  kind: 'cards',
  scope: 'card.hand_over',
  async list(client) {
    const { coming } = await client.call(listOnTheWayContract, {});
    if (coming.length === 0) return [];
    const age = await ages(client);
    return [...Map.groupBy(coming, ({ from }) => from)].map(([from, cards]) => ({
      key: `cards ${from}`,
      kind: 'cards',
      title: `${from} (${cards.length})`,
      why: 'why.cards',
      since: Math.min(...cards.map(({ since }) => age(since))),
      dueAt: null,
      path: '/petugas/kartu/terima',
    }));
  },
};

/** Offices of the region where nobody but the printer could check what he printed. */
const remotePrints: WorkSource = {
  kind: 'remote',
  scope: 'card.check',
  async list(client) {
    const { offices } = await client.call(listPrintsContract, {});
    return offices
      .filter(({ here, alone, waiting, mine }) => !here && alone && waiting > mine)
      .map((office) => ({
        key: `prints ${office.id}`,
        kind: 'remote',
        title: `${office.name} (${office.waiting - office.mine})`,
        why: 'why.remote',
        dueAt: null,
        path: '/petugas/kartu/contoh',
        search: { kantor: office.id },
      }));
  },
};

export const cardsWork: readonly WorkSource[] = [
  prints,
  comingCards,
  remotePrints,
  shipments,
  deliveries,
  differences,
  finds,
  incidents,
  requests,
];
