/** What waits in recording: the device's own packets, what another officer checks, visits, pairs to be judged. */
import { listExceptionsContract } from '../../../src/recording/enrolment/contract.ts';
import { listQuarantineContract } from '../../../src/recording/enrolment/intake/contract.ts';
import { listVisitsContract } from '../../../src/recording/enrolment/queue/contract.ts';
import { listPairsContract } from '../../../src/recording/uniqueness/contract.ts';
import { listOutbox } from '../enrolment/outbox/entries.ts';
import { DAY_MS, inDays, type WorkSource } from './source.ts';

const HOUR_MS = 3_600_000;

/** What waits on this device for more than an hour, or was refused: asked of the browser, so also without a network. */
const packets: WorkSource = {
  kind: 'packet',
  scope: 'enrolment.capture',
  async list() {
    const now = Date.now();
    // A browser that keeps nothing has nothing that waits.
    const kept = await listOutbox().catch(() => []);
    return kept
      .filter(({ keptAt, state }) => state.at === 'refused' || now - keptAt > HOUR_MS)
      .map(({ id, keptAt, state, label }) => ({
        key: id,
        kind: 'packet',
        title: label?.name ?? id,
        why: state.at === 'refused' ? 'why.refused' : state.at === 'held' ? 'why.heldAtCentre' : 'why.unsent',
        since: keptAt,
        dueAt: null,
        path: '/petugas/perekaman/kotak-kirim',
      }));
  },
};

/** Pairs of recordings on which this officer may speak, set the way out, or answer an objection; what others said is not in it. */
const pairsIn = (state: 'open' | 'way' | 'objection', why: 'why.pair' | 'why.way' | 'why.objection'): WorkSource => ({
  kind: 'pair',
  scope: 'uniqueness.adjudicate',
  async list(client) {
    const { adjudications } = await client.call(listPairsContract, { state });
    return adjudications
      .filter(({ mayJudge, mayAnswer }) => (state === 'open' ? mayJudge : state === 'objection' ? mayAnswer : true))
      .map((each) => ({
        key: `${state}.${each.id}`,
        kind: 'pair',
        title: [...new Set(each.names)].join(' / '),
        why,
        dueAt: null,
        path: `/petugas/ketunggalan/${each.id}`,
      }));
  },
});

const pairs = [pairsIn('open', 'why.pair'), pairsIn('way', 'why.way'), pairsIn('objection', 'why.objection')];

/** What another officer could not record of a body. One's own are not one's work. */
const exceptions: WorkSource = {
  kind: 'exception',
  scope: 'enrolment.supervise',
  async list(client) {
    const { packets } = await client.call(listExceptionsContract, {});
    return packets
      .filter(({ own }) => !own)
      .map((packet) => ({
        key: packet.id,
        kind: 'exception',
        title: [packet.name, packet.place].filter(Boolean).join(' · '),
        why: 'why.exception',
        dueAt: null,
        path: '/petugas/perekaman/pengecualian',
        search: { paket: packet.id },
      }));
  },
};

const quarantine: WorkSource = {
  kind: 'quarantine',
  scope: 'enrolment.release',
  async list(client) {
    const { packets } = await client.call(listQuarantineContract, {});
    return packets.map((packet) => ({
      key: packet.id,
      kind: 'quarantine',
      title: [packet.name, packet.station].filter(Boolean).join(' · '),
      why: 'why.held',
      dueAt: null,
      path: '/petugas/perekaman/ditahan',
      search: { paket: packet.id },
    }));
  },
};

/** Today's, and those of former days that nobody has ended. */
const visits: WorkSource = {
  kind: 'visit',
  scope: 'enrolment.plan',
  async list(client) {
    const { today, visits: coming } = await client.call(listVisitsContract, {});
    return coming
      .filter(({ state, day }) => state === 'planned' && day <= today)
      .map((visit) => ({
        key: visit.id,
        kind: 'visit',
        title: `${visit.village} · ${visit.place}`,
        why: visit.day < today ? 'why.visitOver' : 'why.visit',
        ...inDays(daysBetween(today, visit.day)),
        path: '/petugas/perekaman/tim-keliling',
      }));
  },
};

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const recordingWork: readonly WorkSource[] = [packets, exceptions, quarantine, visits, ...pairs];
