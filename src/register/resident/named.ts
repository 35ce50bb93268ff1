/** Who is meant by the references in what somebody filled in. */
import { covers, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { masked } from './find.ts';
import { listResidents } from './sql.ts';

/** Names of the people whom `details` refers to, in whatever depth; those of other regions by their initials. */
export async function listNamesIn(
  tx: Tx,
  actor: Actor,
  details: unknown,
): Promise<{ ref: string; name: string; masked: boolean }[]> {
  const niks = [...new Set(textsIn(details))].flatMap((text) => tx.ground.personRefs.read(text) ?? []);
  if (niks.length === 0) return [];
  return (await elevated(tx, () => listResidents(tx, niks))).map(({ nik, name, villageCode }) => {
    const here = covers(actor.jurisdiction, villageCode);
    return { ref: tx.ground.personRefs.of(nik), name: here ? name : masked(name), masked: !here };
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
