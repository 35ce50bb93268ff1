/** How an institution used its access in a semester: counted from what the house knows, and kept as it was when the report was filed. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { semesterOf } from '../../partner/supervision/rules.ts';
import { countSaid } from '../../returned-data/index.ts';
import { countTerm } from '../../verification/index.ts';
import { refuse } from '../refusals.ts';
import { ownInstitution } from '../start/view.ts';
import type { TermCounts } from './schema.ts';
import { countDisputes, countFiles, findKept, type Term } from './sql.ts';

export function termOf(semester: string): Term {
  const until = semesterOf(semester).lastDay;
  return { from: `${until.slice(0, 4)}-${semester.endsWith('1') ? '01' : '07'}-01` as CivilDate, until };
}

/** As it is known now. The caller has seen whose report it is. */
export function countNow(tx: Tx, institutionId: string, semester: string): Promise<TermCounts> {
  const term = termOf(semester);
  const since = midnight(term.from);
  const end = new Date(midnight(term.until).getTime() + DAY_MS);
  return elevated(tx, async () => ({
    calls: await countTerm(tx, institutionId, term),
    disputes: await countDisputes(tx, institutionId, term),
    files: await countFiles(tx, institutionId, term),
    said: await countSaid(tx, institutionId, since, end),
  }));
}

const DAY_MS = 86_400_000;
/** The first instant of a day in WIB, which has no summer time. */
const midnight = (day: CivilDate) => new Date(`${day}T00:00:00+07:00`);

/** As it was kept when the report was filed on the portal, else as it is known now. */
export async function countsOf(
  tx: Tx,
  institutionId: string,
  report: { readonly id: string; readonly semester: string },
): Promise<{ keptAt: string | null; counts: TermCounts }> {
  const kept = await findKept(tx, report.id);
  if (kept) return { keptAt: kept.countedAt.toISOString(), counts: kept.counted };
  return { keptAt: null, counts: await countNow(tx, institutionId, report.semester) };
}

/** For the ministry, at the institution's reports. */
export async function viewReportCounts(tx: Tx, actor: Actor, input: { id: string; reportId: string }) {
  const { page } = await ownInstitution(tx, actor, input.id);
  const report = page.passes.flatMap(({ reports }) => reports).find(({ id }) => id === input.reportId);
  if (!report) throw refuse('portal.report_not_found');
  const { semester } = report;
  return { semester, ...termOf(semester), ...(await countsOf(tx, input.id, report)) };
}
