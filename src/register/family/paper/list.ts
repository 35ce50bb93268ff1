import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { listPapers } from '../../../core/document/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { getResident, nikOf } from '../../resident/index.ts';

/** Every paper that was issued in a resident's name, the newest first; a family card in the name of its head. */
export async function listResidentPapers(tx: Tx, actor: Actor, input: { ref: string }) {
  const { nik } = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'resident.papers_listed', subjects: [{ nik, detail: 'papers' }] });
  const papers = await listPapers(tx, nik);
  return {
    papers: papers.map(({ id, kind, number, issuedOn, state, replacedBy, endReason, officeName }) => ({
      id,
      kind,
      number,
      issuedOn,
      state,
      replacedBy,
      endReason,
      office: officeName,
    })),
  };
}
