/** Documents without which an application cannot go on: what the service needs, and what its details make needed. */
import type { Tx } from '../../core/db/index.ts';
import type { Uuid } from '../../core/id/index.ts';
import { refuse } from './refusals.ts';
import { missingDocuments } from './rules.ts';
import type { DocumentCode } from './services.ts';
import { listRequirements, setNeeded } from './sql.ts';

/** Refuses when one that the service needs was not handed in. */
export async function mustHaveDocuments(tx: Tx, id: Uuid): Promise<void> {
  const missing = missingDocuments(await listRequirements(tx, id));
  if (missing.length === 0) return;
  throw refuse('application.documents_missing', {
    values: { n: missing.length },
    faults: missing.map((code) => ({ path: `documents.${code}`, code: 'field.document_missing' })),
  });
}

/** What is asked only sometimes is needed this time; refuses when it was not handed in. */
export async function mustBeHandedIn(tx: Tx, id: Uuid, codes: readonly DocumentCode[]): Promise<void> {
  await setNeeded(tx, id, codes);
  await mustHaveDocuments(tx, id);
}
