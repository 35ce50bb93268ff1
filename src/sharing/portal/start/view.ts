/** An institution as its own people see it: of the pass that counts, without the names of officers. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { InstitutionPage, Pass } from '../../partner/view/schema.ts';
import { viewInstitution } from '../../partner/index.ts';

export interface Own {
  readonly page: InstitutionPage;
  /** What is in use; else what climbs or came last. */
  readonly pass: Pass | null;
}

export async function ownInstitution(tx: Tx, actor: Actor, institutionId: string): Promise<Own> {
  const page = (await viewInstitution(tx, actor, { id: institutionId })) as unknown as InstitutionPage;
  const pass =
    page.passes.find(({ stage }) => stage === 'CONNECTED' || stage === 'EVALUATION') ?? page.passes[0] ?? null;
  return { page, pass };
}
