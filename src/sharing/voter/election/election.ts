/** Elections: planned by an officer of the ministry, opened by another, frozen with the list, held on the day. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { daysBetween, today, ZONES } from '../../../core/time/index.ts';
import type { Ballot } from '../eligibility/rules.ts';
import { electionsOpened } from '../notice.ts';
import { refuse } from '../refusals.ts';
import { mayBecome, regenciesOf, type ElectionState } from './rules.ts';
import { electionProposed, type ElectionGiven, type ElectionProposed, type ElectionView } from './schema.ts';
import {
  findElection,
  holdElectionRow,
  insertElection,
  listElections,
  moveElection,
  updatePlanned,
  type ElectionRow,
} from './sql.ts';
import { listsWaiting } from './waiting.ts';

/** What `judge` and `votersQuery` take: the area as regencies of the records. */
export function ballotOf(tx: Tx, election: ElectionRow): Ballot & ElectionRow {
  return { ...election, regencies: regenciesOf(tx.ground.regions, election.area, election.votingDay) };
}

export async function getElection(tx: Tx, id: string): Promise<Ballot & ElectionRow> {
  const row = await findElection(tx, id);
  if (!row) throw refuse('voter.election_not_found');
  return ballotOf(tx, row);
}

const nation = ({ jurisdiction }: Actor) => jurisdiction?.code === '';

function mustFit(tx: Tx, actor: Actor, { votingDay, cutoff, area }: ElectionGiven): void {
  if (!nation(actor)) throw refuse('voter.centre_only');
  const fault = (path: string, code: Parameters<typeof refuse>[0], values = {}) =>
    refuse(code, { values, faults: [{ path, code, values }] });
  if (votingDay < today(tx.ground.clock, ZONES.WIB)) throw fault('votingDay', 'voter.voting_day_past');
  if (cutoff > votingDay) throw fault('cutoff', 'voter.cutoff_after');
  for (const [n, code] of area.entries())
    if (!tx.ground.regions.at(code, votingDay)) throw fault(`area.${n}`, 'voter.area_unknown', { code });
  const doubled = area.find((code) => area.some((other) => other !== code && code.startsWith(other)));
  if (doubled || new Set(area).size < area.length)
    throw fault('area', 'voter.area_twice', { code: doubled ?? area[0]! });
}

/** Plans an election and asks a second officer to open it. */
export async function planElection(
  tx: Tx,
  actor: Actor,
  input: ElectionGiven,
): Promise<{ id: string; proposalId: string }> {
  mustFit(tx, actor, input);
  const id = newId();
  const { entryId } = await record(tx, actor, { label: 'voter.election_planned', facts: { election: id } });
  const row = { ...input, area: input.area.toSorted(), id, at: tx.ground.clock.now(), by: actor.id, entryId };
  await elevated(tx, () => insertElection(tx, row));
  const { id: proposalId } = await propose(tx, actor, opening.act, { id });
  return { id, proposalId };
}

/** Changes what is only planned, and asks for it anew: what was asked before is stale with it. */
export async function changeElection(
  tx: Tx,
  actor: Actor,
  { id, ...input }: ElectionGiven & { id: string },
): Promise<{ id: string; proposalId: string }> {
  mustFit(tx, actor, input);
  const { id: same } = await holdIn(tx, id, 'PLANNED');
  const { entryId } = await record(tx, actor, { label: 'voter.election_planned', facts: { election: same } });
  const row = { ...input, area: input.area.toSorted(), id: same, at: tx.ground.clock.now(), by: actor.id, entryId };
  await elevated(tx, () => updatePlanned(tx, row));
  const { id: proposalId } = await propose(tx, actor, opening.act, { id: same });
  return { id: same, proposalId };
}

export const opening = proposable<ElectionProposed>({
  act: 'voter.election',
  input: electionProposed,
  region: async () => '',
  summary: async (tx, { id }) => {
    const { nameId, votingDay, cutoff, area } = await getElection(tx, id);
    const written = (day: string) => day.split('-').toReversed().join('-');
    const names = area.map((code) => tx.ground.regions.nameOf(code) ?? code).join(', ');
    return {
      messageKey: area.length === 0 ? 'proposal.voter.election_nation' : 'proposal.voter.election',
      values: { name: nameId, day: written(votingDay), cutoff: written(cutoff), area: names },
    };
  },
  fingerprint: async (tx, { id }) => {
    const { nameId, nameEn, kind, votingDay, cutoff, area, state, plannedAt } = await getElection(tx, id);
    const said = [nameId, nameEn, kind, votingDay, cutoff, area, state, plannedAt];
    return createHash('sha256').update(JSON.stringify(said)).digest('hex');
  },
  execute: async (tx, actor, { id }) => {
    await move(tx, actor, id, 'OPEN', 'voter.election_opened');
    await speak(tx, actor, electionsOpened, [{ id }]);
  },
});

async function holdIn(tx: Tx, id: string, state: ElectionState): Promise<ElectionRow> {
  const row = await elevated(tx, () => holdElectionRow(tx, id));
  if (!row) throw refuse('voter.election_not_found');
  if (row.state !== state) throw refuse('voter.election_state');
  return row;
}

async function move(
  tx: Tx,
  actor: Actor,
  id: string,
  to: Exclude<ElectionState, 'PLANNED'>,
  label: string,
): Promise<void> {
  const row = await elevated(tx, () => holdElectionRow(tx, id));
  if (!row) throw refuse('voter.election_not_found');
  if (!mayBecome(row.state, to)) throw refuse('voter.election_state');
  await record(tx, actor, { label, facts: { election: row.id } });
  await elevated(tx, () => moveElection(tx, { id: row.id, to, at: tx.ground.clock.now(), by: actor.id }));
}

/** When the list of an open election was made: from now on it is what it is. */
export function freezeElection(tx: Tx, actor: Actor, id: string): Promise<void> {
  return move(tx, actor, id, 'FROZEN', 'voter.election_frozen');
}

/** Notes that the vote has taken place, from its day on. */
export async function closeElection(tx: Tx, actor: Actor, { id }: { id: string }): Promise<void> {
  if (!nation(actor)) throw refuse('voter.centre_only');
  const { votingDay } = await getElection(tx, id);
  if (today(tx.ground.clock, ZONES.WIB) < votingDay) throw refuse('voter.not_voted_yet');
  await move(tx, actor, id, 'HELD', 'voter.election_held');
}

export async function viewElections(tx: Tx, actor: Actor): Promise<{ elections: ElectionView[] }> {
  const rows = await listElections(tx);
  const waiting = await listsWaiting(tx, actor);
  const by = rows.flatMap(({ plannedBy, openedBy, frozenBy, heldBy }) => [plannedBy, openedBy, frozenBy, heldBy]);
  const nameOf = await tx.ground.approvals.electorate.namesOf(tx, [...new Set(by.flatMap((one) => one ?? []))]);
  return { elections: rows.map((row) => viewOf(tx, row, nameOf, waiting)) };
}

export async function viewElection(tx: Tx, actor: Actor, { id }: { id: string }): Promise<ElectionView> {
  const row = await getElection(tx, id);
  const by = [row.plannedBy, row.openedBy, row.frozenBy, row.heldBy].flatMap((one) => one ?? []);
  return viewOf(tx, row, await tx.ground.approvals.electorate.namesOf(tx, by), await listsWaiting(tx, actor, id));
}

function viewOf(
  tx: Tx,
  row: ElectionRow,
  nameOf: (id: string) => string | null,
  waiting: ReadonlyMap<string, ElectionView['waitsFor']>,
): ElectionView {
  const { id, nameId, nameEn, kind, votingDay, cutoff, area, state } = row;
  const passed = [
    ['PLANNED', row.plannedAt, row.plannedBy],
    ['OPEN', row.openedAt, row.openedBy],
    ['FROZEN', row.frozenAt, row.frozenBy],
    ['HELD', row.heldAt, row.heldBy],
  ] as const;
  return {
    id,
    nameId,
    nameEn,
    kind,
    votingDay,
    cutoff,
    area: area.map((code) => ({ code, name: tx.ground.regions.at(code, votingDay)?.name ?? code })),
    state,
    daysLeft: daysBetween(today(tx.ground.clock, ZONES.WIB), votingDay),
    waitsFor: waiting.get(id) ?? null,
    steps: passed.flatMap(([step, at, by]) =>
      at === null ? [] : [{ state: step, at: at.toISOString(), by: by && nameOf(by) }],
    ),
  };
}
