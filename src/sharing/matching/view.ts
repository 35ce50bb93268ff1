/** How a matching looks to its partner and to officers. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Language } from '../../core/text/index.ts';
import { attributesIn } from './columns.ts';
import { refuse } from './refusals.ts';
import type { MatchingState } from './rules.ts';
import type { MatchingView, StaffMatching } from './schema.ts';
import { findMatching, holdMatching, listForStaff, listOwn, type MatchingRow, type StaffRow } from './sql.ts';

/** The institution's own; another's is not there. */
export async function getOwn(tx: Tx, actor: Actor, id: string, how: 'read' | 'hold' = 'read'): Promise<MatchingRow> {
  const row = await (how === 'hold' ? holdMatching(tx, id) : findMatching(tx, id));
  if (row?.institutionId !== actor.id) throw refuse('matching.not_found');
  return row;
}

const WAITS: Readonly<Partial<Record<MatchingState, string>>> = { approval: 'approval', held: 'held' };

/** Until the result may be taken nothing is told of how the rows came out. */
export function viewOf(tx: Tx, row: MatchingRow, language: Language): MatchingView {
  const say = (key: string) => tx.ground.speaker.say(language, key);
  const told = row.state === 'done' || row.state === 'deleted';
  const why = WAITS[row.state] ?? row.why;
  const { rows, refused, matched, partial, mismatched } = row;
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    since: row.since.toISOString(),
    received: row.byteCount,
    expectedRows: row.expectedRows,
    columns: row.columns,
    progress: { rows, refused },
    counts: told ? { rows, refused, matched, partial, mismatched } : null,
    faults: Object.entries(row.faults).map(([code, n]) => ({ code, n: Number(n), text: say(`matching.row.${code}`) })),
    why: why === null ? null : { code: why, text: say(`matching.why.${why}`) },
    entry: told ? row.entryId : null,
    deleteAt: row.state === 'done' ? row.deleteAt!.toISOString() : null,
  };
}

export async function viewMatching(tx: Tx, actor: Actor, { id }: { id: string }): Promise<MatchingView> {
  return viewOf(tx, await getOwn(tx, actor, id), actor.language);
}

const MOST_LISTED = 100;

export async function listMatchings(tx: Tx, actor: Actor): Promise<{ matchings: MatchingView[] }> {
  const rows = await listOwn(tx, actor.id, MOST_LISTED);
  return { matchings: rows.map((row) => viewOf(tx, row, actor.language)) };
}

function staffViewOf(row: StaffRow): StaffMatching {
  const { rows, refused, matched, partial, mismatched, inSequence, mostOfOne } = row;
  return {
    id: row.id,
    institutionId: row.institutionId,
    institution: row.institution,
    reference: row.reference,
    unit: row.unit,
    endUser: row.endUser,
    purpose: row.purpose,
    basis: row.basis,
    state: row.state,
    since: row.since.toISOString(),
    createdAt: row.createdAt.toISOString(),
    expectedRows: row.expectedRows,
    packageRows: row.packageRows,
    packageUsed: row.packageUsed,
    attributes: attributesIn(row.columns ?? {}),
    counts: { rows, refused, matched, partial, mismatched, inSequence, mostOfOne },
    signals: [...row.signals],
    why: row.why,
    decision:
      row.decision === null
        ? null
        : {
            decision: row.decision,
            at: row.decidedAt!.toISOString(),
            by: row.decidedName,
            reason: row.decisionReason!,
          },
    entry: row.entryId,
    deleteAt: row.state === 'done' ? row.deleteAt!.toISOString() : null,
  };
}

/** Agreements are the centre's. */
export async function listStaffMatchings(
  tx: Tx,
  actor: Actor,
  input: { institution?: string | undefined; waiting?: 'yes' | undefined },
): Promise<{ matchings: StaffMatching[]; more: boolean }> {
  mustCover(actor, '');
  const found = await listForStaff(tx, {
    institution: input.institution,
    waiting: input.waiting === 'yes',
    most: MOST_LISTED + 1,
  });
  return { matchings: found.slice(0, MOST_LISTED).map(staffViewOf), more: found.length > MOST_LISTED };
}

export async function viewStaffMatching(tx: Tx, actor: Actor, { id }: { id: string }): Promise<StaffMatching> {
  mustCover(actor, '');
  const [row] = await listForStaff(tx, { id, most: 1 });
  if (!row) throw refuse('matching.not_found');
  return staffViewOf(row);
}
