/** What an event would lead to, in words, without doing it: the act itself runs and is rolled back, so the two cannot differ. */
import type { Actor } from '../../core/access/index.ts';
import { run, sql, type Tx } from '../../core/db/index.ts';
import { record } from '../../core/ledger/index.ts';
import { inWords } from './effects.ts';
import { KIND_TABLE } from './kind/index.ts';
import type { RoleGiven } from './kind.ts';
import { parseDetails, recordEvent, type RecordGiven } from './record.ts';

/** Gives the lines that an officer reads before he says yes. Refuses exactly what recording would refuse. */
export async function previewEvent(tx: Tx, actor: Actor, given: RecordGiven) {
  const labels = new Set(tx.recorded);
  await run(tx, sql`savepoint preview`);
  let would: Awaited<ReturnType<typeof recordEvent>>;
  try {
    would = await recordEvent(tx, actor, given);
  } finally {
    await run(tx, sql`rollback to savepoint preview`);
    for (const label of tx.recorded) if (!labels.has(label)) tx.recorded.delete(label);
  }
  const roles = KIND_TABLE[given.kind].roles as (details: unknown) => readonly RoleGiven[];
  const niks = roles(parseDetails(given.kind, given.details)).flatMap(
    ({ ref }) => tx.ground.personRefs.read(ref) ?? [],
  );
  await record(tx, actor, {
    label: 'civil_event.previewed',
    subjects: [...new Set(niks)].map((nik) => ({ nik, detail: given.kind })),
    facts: { kind: given.kind },
  });
  return {
    kind: would.kind,
    daysLate: would.daysLate,
    effects: inWords(tx, actor, would.effects),
    warnings: inWords(tx, actor, would.warnings),
  };
}
