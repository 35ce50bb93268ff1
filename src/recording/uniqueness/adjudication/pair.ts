import type { Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { refuse } from '../refusals.ts';
import { findAdjudicationForUpdate, type AdjudicationRow } from '../sql.ts';

export async function getForUpdate(tx: Tx, id: string): Promise<AdjudicationRow> {
  const pair = await findAdjudicationForUpdate(tx, id);
  if (!pair) throw refuse('uniqueness.adjudication_not_found');
  return pair;
}

export function subjectsOf({ nik, otherNik }: AdjudicationRow): { nik: Nik; detail: string }[] {
  return [...new Set(otherNik ? [nik, otherNik] : [nik])].map((one) => ({ nik: one, detail: 'recording' }));
}
