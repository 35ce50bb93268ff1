import { listProposalsContract } from '../../../src/core/approval/contract.ts';
import { listWorkContract } from '../../../src/register/application/contract.ts';
import { listMovesContract } from '../../../src/register/civil-event/contract.ts';
import { DEADLINES } from '../../../src/register/civil-event/rules.ts';
import { listHeadlessContract } from '../../../src/register/family/contract.ts';
import { listCasesContract } from '../../../src/register/resident/contract.ts';
import { listOutbox } from '../enrolment/outbox/entries.ts';
import type { Client } from '../../kit/client.ts';
import type { texts } from './texts.ts';

export type WorkKind = 'proposal' | 'application' | 'move' | 'headless' | 'case' | 'packet';

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
        why: state.at === 'refused' ? 'why.refused' : state.at === 'held' ? 'why.held' : 'why.unsent',
        since: keptAt,
        dueAt: null,
        path: '/petugas/perekaman/kotak-kirim',
      }));
  },
};

export const work: readonly WorkSource[] = [proposals, applications, returned, moves, headless, cases, packets];
