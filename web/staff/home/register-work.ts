/** What waits in the register: proposals, applications, arrivals, families without a head, cases of identity. */
import { listProposalsContract } from '../../../src/core/approval/contract.ts';
import { listWorkContract } from '../../../src/register/application/contract.ts';
import { listMovesContract } from '../../../src/register/civil-event/contract.ts';
import { DEADLINES } from '../../../src/register/civil-event/rules.ts';
import { listHeadlessContract } from '../../../src/register/family/contract.ts';
import { listAppealsContract, listCasesContract } from '../../../src/register/resident/contract.ts';
import type { Client } from '../../kit/client.ts';
import { inDays, type WorkSource } from './source.ts';

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

/** Who was told that his record will be inactive, and says why not: it waits for the head of section or office. */
const appeals: WorkSource = {
  kind: 'appeal',
  scope: 'resident.deactivate',
  async list(client) {
    const answer = await client.call(listAppealsContract, {});
    return answer.appeals.map((appeal) => ({
      key: appeal.ref,
      kind: 'appeal',
      title: `${appeal.name}, ${appeal.place}`,
      why: 'why.appeal',
      ...inDays(appeal.daysLeft),
      path: `/petugas/penduduk/${appeal.ref}`,
      search: { bagian: 'tindakan' },
    }));
  },
};

export const registerWork: readonly WorkSource[] = [proposals, applications, returned, moves, headless, cases, appeals];
