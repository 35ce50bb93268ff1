/** The desk's list of semester reports: what is owed, whom the clock proposes to cut, and who may come back. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { daysBetween, today, ZONES } from '../../../core/time/index.ts';
import { listReports } from '../supervision/report-sql.ts';
import { needsSubstitute } from '../supervision/rules.ts';

const MOST = 1_000;

export async function viewReports(
  tx: Tx,
  _actor: Actor,
  input: { semester?: string | undefined; all?: boolean | undefined },
) {
  const now = today(tx.ground.clock, ZONES.WIB);
  const rows = await listReports(tx, { semester: input.semester ?? null, open: !input.all, limit: MOST });
  return {
    day: now,
    reports: rows.map(({ cutDueAt, sparedAt, sector, ...report }) => ({
      ...report,
      late: report.filedOn === null ? Math.max(0, daysBetween(report.dueOn, now)) : 0,
      needsSubstitute: needsSubstitute(sector),
      // The clock proposes; nobody has decided yet.
      cutDue: cutDueAt !== null && sparedAt === null && report.filedOn === null && report.suspensionId === null,
      spared: sparedAt !== null,
      // What was owed has come, so that two officers may let it ask again.
      mayRestore: report.filedOn !== null && report.suspensionId !== null,
    })),
  };
}
