/** How institutions used their access in a semester: counted from what the house knows, and kept as it was when the report came in. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { inTransaction } from '../../../core/notice/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { reportsFiled } from '../../partner/index.ts';
import { semesterOf } from '../../partner/supervision/rules.ts';
import { countSaid } from '../../returned-data/index.ts';
import { countTerms } from '../../verification/index.ts';
import { refuse } from '../refusals.ts';
import { ownInstitution } from '../start/view.ts';
import type { TermCounts } from './schema.ts';
import { countDisputes, countFiles, findKept, keepCounted } from './sql.ts';

/** Days in WIB, both included. */
export function termOf(semester: string): { from: CivilDate; until: CivilDate } {
  const until = semesterOf(semester).lastDay;
  return { from: `${until.slice(0, 4)}-${semester.endsWith('1') ? '01' : '07'}-01` as CivilDate, until };
}

interface Asked {
  readonly id: string;
  readonly institutionId: string;
  readonly semester: string;
}

const DAY_MS = 86_400_000;
/** The first instant of a day in WIB, which has no summer time. */
const midnight = (day: CivilDate) => new Date(`${day}T00:00:00+07:00`);

/** As it is known now, by the id of each report: four statements, however many. The caller has seen whose they are. */
async function countNow(tx: Tx, reports: readonly Asked[]): Promise<Map<string, TermCounts>> {
  const asked = reports.map(({ id, institutionId, semester }) => {
    const { from, until } = termOf(semester);
    return { id, institutionId, since: midnight(from), until: new Date(midnight(until).getTime() + DAY_MS) };
  });
  return elevated(tx, async () => {
    const calls = Map.groupBy(await countTerms(tx, asked), ({ id }) => id);
    const disputes = await countDisputes(tx, asked);
    const files = await countFiles(tx, asked);
    const said = await countSaid(tx, asked);
    return new Map(
      asked.map(({ id }) => [
        id,
        {
          calls: (calls.get(id) ?? []).map(({ purpose, unit, calls: n, matched, partial, mismatched }) => {
            return { purpose, unit, calls: n, matched, partial, mismatched };
          }),
          disputes: disputes.get(id)!,
          files: files.get(id)!,
          said: said.get(id)!,
        },
      ]),
    );
  });
}

/** As it was kept when the report came in, else as it is known now. */
export async function countsOf(tx: Tx, report: Asked): Promise<{ keptAt: string | null; counts: TermCounts }> {
  const kept = await findKept(tx, report.id);
  if (kept) return { keptAt: kept.countedAt.toISOString(), counts: kept.counted };
  return { keptAt: null, counts: (await countNow(tx, [report])).get(report.id)! };
}

/** Whoever filed it, the institution or the centre: what was counted then does not change with what comes later. */
export const keepsCounts = inTransaction(reportsFiled, 'portal.keep_counts', async (tx, _actor, filed) => {
  const reports = filed.map(({ reportId: id, ...rest }) => ({ id, ...rest }));
  const counts = await countNow(tx, reports);
  const rows = reports.map(({ id, institutionId }) => ({ id, institutionId, counted: counts.get(id)! }));
  await elevated(tx, () => keepCounted(tx, rows));
});

/** For the ministry, at the institution's reports. */
export async function viewReportCounts(tx: Tx, actor: Actor, input: { id: string; reportId: string }) {
  const { page } = await ownInstitution(tx, actor, input.id);
  const report = page.passes.flatMap(({ reports }) => reports).find(({ id }) => id === input.reportId);
  if (!report) throw refuse('portal.report_not_found');
  const { id, semester } = report;
  return { semester, ...termOf(semester), ...(await countsOf(tx, { id, institutionId: input.id, semester })) };
}
