import { publicActor, type Actor } from '../../../core/access/index.ts';
import type { PersonRow } from './sql.ts';
import { actsOf } from './rules.ts';

/** Somebody of an institution: he acts for it alone, and the policies show him nothing else. */
export function portalActor(
  person: Pick<PersonRow, 'id' | 'institutionId' | 'pseudonym' | 'role'>,
  sessionId: string | null = null,
): Actor {
  return {
    ...publicActor('id'),
    kind: 'partner',
    id: person.id,
    pseudonym: person.pseudonym,
    // As an officer acts at his office.
    officeId: person.institutionId,
    roles: [person.role],
    scopes: actsOf(person.role),
    sessionId,
  };
}

/** The institution for which somebody acts on the portal. */
export function institutionOf(actor: Actor): string {
  if (actor.kind !== 'partner' || actor.officeId === null) throw new Error('nobody of an institution acts');
  return actor.officeId;
}
