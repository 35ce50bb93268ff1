/** Correction of biodata: what the register says wrongly is put right by an act, on a document. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { today } from '../../core/time/index.ts';
import { changeResidents } from './act.ts';
import { mustBeBornInReach } from './birth-date.ts';
import { correctableShape } from './contract.ts';
import { nameFaults } from './name.ts';
import { getResident, nikOf } from './person.ts';
import { refuse } from './refusals.ts';
import type { Delta } from './rules.ts';
import type { ProtectedElements } from './schema.ts';

export interface CorrectInput {
  readonly ref: string;
  readonly seenVersion: number;
  readonly changes: Record<string, unknown>;
  readonly protected?: Partial<ProtectedElements> | undefined;
  readonly legalBasis: string;
  readonly reason: string;
}

/**
 * Changes elements that a correction may touch. Only given ones change; the NIK stays whatever the birth date becomes
 * (PP 40/2019 art. 30). Refuses elements that change by an event, and a form opened before somebody else's change.
 */
export async function correctResident(
  tx: Tx,
  actor: Actor,
  input: CorrectInput,
): Promise<{ actId: string; entryId: string; version: number }> {
  const parsed = correctableShape.strict().safeParse(input.changes);
  if (!parsed.success) {
    throw refuse('resident.element_not_correctable', {
      faults: parsed.error.issues.map((issue) => ({
        path: `changes.${issue.path.join('.')}`,
        code: issue.code === 'unrecognized_keys' ? 'field.not_correctable' : issue.message,
      })),
    });
  }
  const resident = await getResident(tx, nikOf(tx, input.ref));
  mustCover(actor, resident.villageCode);
  const day = today(tx.ground.clock, actor.zone);
  const given = Object.fromEntries(
    Object.keys(input.changes).map((key) => [key, parsed.data[key as keyof typeof parsed.data] ?? null]),
  ) as Delta;
  if (given.birthDate) mustBeBornInReach(given.birthDate, day, 'changes.birthDate');
  if (given.name && given.name !== resident.name) {
    const [fault] = nameFaults(given.name, day);
    if (fault) throw refuse('resident.name_not_allowed', { faults: [{ path: 'changes.name', code: fault }] });
  }
  const done = await changeResidents(
    tx,
    actor,
    {
      kind: 'corrected',
      label: 'resident.corrected',
      occurredOn: day,
      legalBasis: input.legalBasis,
      reason: input.reason,
    },
    [
      {
        nik: resident.nik,
        delta: given,
        seenVersion: input.seenVersion,
        ...(input.protected ? { protected: input.protected } : {}),
      },
    ],
  );
  return { actId: done.actId, entryId: done.entryId, version: resident.version + 1 };
}
