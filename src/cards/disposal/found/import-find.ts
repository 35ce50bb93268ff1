/** A find and its list in one step, as from the command line: the same list of the same find does not come in twice. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { withSerials } from '../match/sql.ts';
import { refuse } from '../refusals.ts';
import type { FoundSummary } from '../schema.ts';
import { importFound, openFound, type Finding, type FoundLine } from './found.ts';
import { listFound, listFoundCards } from './sql.ts';

/** @throws Refusal `disposal.found_twice` */
export async function importFind(
  tx: Tx,
  actor: Actor,
  finding: Finding,
  lines: readonly FoundLine[],
): Promise<{ id: Uuid; number: string; summary: FoundSummary }> {
  const before = await findSame(tx, finding, lines);
  if (before) throw refuse('disposal.found_twice', { values: { number: before } });
  const { id, number } = await openFound(tx, actor, finding);
  return { id, number, summary: await importFound(tx, actor, { id, lines }) };
}

/** The number of the find of this place and day on whose list the same cards stand in the same order. */
async function findSame(tx: Tx, finding: Finding, lines: readonly FoundLine[]): Promise<string | null> {
  const like = (await listFound(tx, finding.regionCode)).filter(
    ({ place, foundOn, listed }) => place === finding.place && foundOn === finding.foundOn && listed === lines.length,
  );
  if (like.length === 0) return null;
  const read = await elevated(tx, () =>
    withSerials(
      tx,
      lines.map(({ card }) => card),
    ),
  );
  const given = read.map(({ nik, serial, uid, printedYear }) => markOf(nik, serial, uid, printedYear)).join();
  for (const { id, number } of like) {
    const listed = await listFoundCards(tx, id);
    if (listed.map(({ nik, serial, uid, printedYear }) => markOf(nik, serial, uid, printedYear)).join() === given)
      return number;
  }
  return null;
}

const markOf = (...parts: readonly (string | bigint | number | null)[]): string =>
  parts.map((part) => String(part ?? '')).join(' ');
