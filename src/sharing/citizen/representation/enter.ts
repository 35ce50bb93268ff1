/** An officer enters by its paper who represents whom; it begins when a second officer has read the paper and confirmed it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { storeFiles } from '../../../core/file/index.ts';
import type { UploadedFile } from '../../../core/http/contract.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { tellHolder } from '../../../cards/card/index.ts';
import { getResident, listResidents, nikOf, type Resident } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import { todayOf } from './find.ts';
import { entryFaults, type EntryFault } from './rules.ts';
import type { AuthorityGiven } from './schema.ts';
import {
  beginAuthority,
  endAuthorities,
  endExclusion,
  holdAuthority,
  insertAuthority,
  listExclusions,
  setProposal,
  type AuthorityRow,
} from './sql.ts';

const FIELDS: Readonly<Record<EntryFault, string>> = {
  gone: 'by',
  not_a_child: 'kind',
  not_grown: 'kind',
  too_young: 'by',
  decided_ahead: 'decidedOn',
  term_over: 'until',
  paper: 'paper',
};

/** Both people as they are now. The represented lives in the officer's region, the representative anywhere. As `system`. */
async function pairOf(tx: Tx, of: Nik, by: Nik): Promise<{ of: Resident; by: Resident; excluded: boolean }> {
  if (of === by) throw refuse('citizen.authority_own', { faults: [{ path: 'by', code: 'citizen.authority_own' }] });
  const people = new Map((await listResidents(tx, [of, by])).map((each) => [each.nik, each]));
  const [represented, representative] = [people.get(of), people.get(by)];
  if (!represented || !representative) throw refuse('citizen.authority_not_found');
  const excluded = (await listExclusions(tx, [of])).some(({ nik, person }) => nik === of && person === by);
  return { of: represented, by: representative, excluded };
}

function mustFit(
  tx: Tx,
  given: Pick<AuthorityGiven, 'kind' | 'paper' | 'decidedOn' | 'until'>,
  { of, by, excluded }: { of: Resident; by: Resident; excluded: boolean },
): void {
  const faults = entryFaults({ ...given, excluded }, of, by, todayOf(tx));
  if (faults.length === 0) return;
  throw refuse('citizen.authority_wrong', {
    faults: faults.map((fault) => ({ path: FIELDS[fault], code: `citizen.authority.${fault}` })),
  });
}

const input = z.object({ id: z.uuid() });
type Input = z.output<typeof input>;

async function waiting(tx: Tx, id: string): Promise<AuthorityRow> {
  const row = await holdAuthority(tx, id);
  if (!row || row.begunAt !== null) throw refuse('citizen.authority_not_found');
  return row;
}

const held = (tx: Tx, { id }: Input) =>
  elevated(tx, async () => {
    const row = await waiting(tx, id);
    return { row, ...(await pairOf(tx, row.nik, row.representative)) };
  });

export const representation = proposable<Input>({
  act: 'citizen.representation',
  input,
  region: async (tx, given) => (await held(tx, given)).of.villageCode,
  summary: async (tx, given) => {
    const { row, of, by } = await held(tx, given);
    const { kind, paper, issuer, number } = row;
    return {
      messageKey: 'proposal.citizen.representation',
      values: { of: of.name, by: by.name, kind, paper, issuer, number },
    };
  },
  fingerprint: async (tx, given) => {
    const { row, of, by, excluded } = await held(tx, given);
    const state = [row.id, of.nik, of.version, by.nik, by.version, excluded, row.fileId];
    return createHash('sha256').update(state.join(':')).digest('hex');
  },
  execute: confirm,
});

/**
 * Enters what a paper says; the scan lies sealed under the key of whom it is about.
 * @throws Refusal `citizen.authority_wrong` with the field and what to do, `citizen.authority_own`
 */
export async function enterAuthority(
  tx: Tx,
  actor: Actor,
  given: AuthorityGiven & { file: UploadedFile },
): Promise<{ id: Uuid; proposalId: string }> {
  const nik = nikOf(tx, given.ref);
  const representative = nikOf(tx, given.by);
  const { villageCode } = await getResident(tx, nik);
  const id = newId();
  await elevated(tx, async () => {
    mustFit(tx, given, await pairOf(tx, nik, representative));
    const { name, bytes } = given.file;
    const [fileId] = await storeFiles(tx, actor, [{ nik, villageCode, kind: 'citizen.authority', name, bytes }]);
    const { kind, paper, issuer, number, decidedOn, until } = given;
    const row = { id, nik, representative, kind, paper, issuer, number, decidedOn, until, fileId: fileId! };
    await insertAuthority(tx, row, { at: tx.ground.clock.now(), by: actor.id, officeId: actor.officeId });
    await record(tx, actor, {
      label: 'citizen.authority_entered',
      subjects: [nik, representative].map((each) => ({ nik: each, detail: 'representation' })),
      facts: { authority: id, kind },
    });
  });
  const { id: proposalId } = await propose(tx, actor, representation.act, { id });
  await elevated(tx, () => setProposal(tx, id, proposalId));
  return { id, proposalId };
}

/** What was between the two ends with it, a court's word against them too. */
async function confirm(tx: Tx, actor: Actor, given: Input): Promise<void> {
  const { row, ...pair } = await held(tx, given);
  mustFit(tx, row, pair);
  await elevated(tx, async () => {
    const { nik, representative, kind } = row;
    const { entryId } = await record(tx, actor, {
      label: 'citizen.authority_confirmed',
      subjects: [nik, representative].map((each) => ({ nik: each, detail: 'representation' })),
      facts: { authority: row.id, kind },
    });
    const doing = { at: tx.ground.clock.now(), by: actor.id, officeId: actor.officeId, entryId };
    await endAuthorities(tx, { nik, representative }, { ground: 'replaced', words: null }, doing);
    await endExclusion(tx, { nik, person: representative }, doing);
    await beginAuthority(tx, row.id, doing);
    const address = `${tx.ground.papers.host}/warga/mewakili`;
    await tellHolder(tx, representative, 'citizen.message.authority_confirmed', () => ({ address }));
    await tellHolder(tx, nik, 'citizen.message.represented', () => ({ address }));
  });
}
