import { listPairsContract } from '../../../src/recording/uniqueness/contract.ts';
import { listProposalsContract } from '../../../src/core/approval/contract.ts';
import { listWorkContract } from '../../../src/register/application/contract.ts';
import { listMovesContract } from '../../../src/register/civil-event/contract.ts';
import { DEADLINES } from '../../../src/register/civil-event/rules.ts';
import {
  listExceptionsContract,
  listQuarantineContract,
  listVisitsContract,
} from '../../../src/recording/enrolment/contract.ts';
import { listHeadlessContract } from '../../../src/register/family/contract.ts';
import { listCasesContract } from '../../../src/register/resident/contract.ts';
import type { Client } from '../../kit/client.ts';
import type { texts } from './texts.ts';

export type WorkKind =
  | 'proposal'
  | 'application'
  | 'move'
  | 'headless'
  | 'case'
  | 'exception'
  | 'quarantine'
  | 'visit'
  | 'pair';

/** One thing that waits for this officer. */
export interface Work {
  readonly key: string;
  readonly kind: WorkKind;
  /** In the reader's language already, as the server says it. */
  readonly title: string;
  readonly why: keyof typeof texts.id;
  /** Since when, where the device's clock can tell; and until when (ms), `null`: no term. */
  readonly since?: number;
  readonly dueAt: number | null;
  /** For terms in days, by the office's calendar; below 0 it is overdue. */
  readonly daysLeft?: number;
  readonly path: string;
  /** Filters of the page, such as which of its packets is meant. */
  readonly search?: Readonly<Record<string, string>>;
}

/** Where work comes from. A room with work of its own is one more of these. */
export interface WorkSource {
  readonly kind: WorkKind;
  readonly scope: string;
  readonly list: (client: Client) => Promise<readonly Work[]>;
}

const proposals: WorkSource = {
  kind: 'proposal',
  scope: 'approval.read',
  async list(client) {
    const answer = await client.call(listProposalsContract, {});
    return answer.proposals
      .filter((proposal) => proposal.state === 'waiting')
      .map((proposal) => ({
        key: proposal.id,
        kind: 'proposal',
        title: proposal.summary,
        why: proposal.whyNot === 'own' ? 'why.own' : 'why.decide',
        since: Date.now() - proposal.ageSeconds * 1000,
        dueAt: Date.now() + proposal.leftSeconds * 1000,
        path: `/petugas/usul/${proposal.id}`,
      }));
  },
};

const DAY_MS = 86_400_000;

const inDays = (daysLeft: number) => ({ daysLeft, dueAt: Date.now() + daysLeft * DAY_MS });

const applicationsIn = (states: string) => async (client: Client) => {
  const { applications: lines } = await client.call(listWorkContract, { states });
  return lines.map((line) => ({
    key: line.id,
    kind: 'application' as const,
    title: `${line.applicantName} · ${line.number}`,
    why: WHY[line.state] ?? ('why.submitted' as const),
    ...(line.daysLeft === null ? { dueAt: null } : inDays(line.daysLeft)),
    path: `/petugas/permohonan/${line.id}`,
  }));
};

const WHY: Readonly<Partial<Record<string, 'why.assigned' | 'why.incomplete'>>> = {
  assigned: 'why.assigned',
  incomplete: 'why.incomplete',
};

const applications: WorkSource = {
  kind: 'application',
  scope: 'application.decide',
  list: applicationsIn('submitted,assigned'),
};

/** Sent back to the counter, where the applicant brings what was missing. */
const returned: WorkSource = {
  kind: 'application',
  scope: 'application.create',
  list: applicationsIn('incomplete'),
};

const moves: WorkSource = {
  kind: 'move',
  scope: 'civil_event.record',
  async list(client) {
    const answer = await client.call(listMovesContract, {});
    return answer.moves
      .filter((move) => move.direction === 'in')
      .map((move) => ({
        key: move.id,
        kind: 'move',
        title: `${move.people[0]?.name ?? ''} · ${move.letterNumber}`,
        why: 'why.arrives',
        ...inDays(DEADLINES.arrival - move.daysUnderway),
        path: `/petugas/perpindahan/${move.id}`,
      }));
  },
};

const headless: WorkSource = {
  kind: 'headless',
  scope: 'family.change',
  async list(client) {
    const { families } = await client.call(listHeadlessContract, {});
    return families.map((family) => ({
      key: family.ref,
      kind: 'headless',
      title: `${family.address}, ${family.place}`,
      why: 'why.headless',
      dueAt: null,
      path: `/petugas/keluarga/${family.ref}`,
    }));
  },
};

const cases: WorkSource = {
  kind: 'case',
  scope: 'resident.change',
  async list(client) {
    const answer = await client.call(listCasesContract, {});
    return answer.cases.map((each) => ({
      key: each.id,
      kind: 'case',
      title: [each.name, each.otherName].filter(Boolean).join(' / '),
      why: 'why.case',
      dueAt: null,
      path: `/petugas/kasus/${each.id}`,
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

export const work: readonly WorkSource[] = [
  proposals,
  applications,
  returned,
  moves,
  headless,
  cases,
  exceptions,
  quarantine,
  visits,
  ...pairs,
];
