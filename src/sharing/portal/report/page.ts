/** Semester reports: filled from the log, completed and filed by the institution itself. */
import { z } from 'zod';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { Elsewhere } from '../../../core/http/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { fileReports } from '../../partner/index.ts';
import { civilDateShape, textShape } from '../../partner/schema.ts';
import { attempt, faultsIn, mustMay, noteOf, portalPage, type Visit } from '../page.ts';
import { ownInstitution, type Own } from '../start/view.ts';
import { countsOf, termOf } from './count.ts';
import type { ReportLine, ReportsPage } from './schema.ts';

const PATH = '/mitra/laporan';

export const reportsPage = portalPage<ReportsPage>({
  path: PATH,
  component: 'portal-reports',
  act: 'portal.agreement',
  takesForm: true,
  takesFile: true,
  rate: { perMinute: 20 },
  load: loadReports,
});

const filingShape = z.object({
  number: textShape(120),
  signedOn: civilDateShape,
  name: textShape(120),
  position: textShape(160),
});
const FIELDS = { number: 'nomor', signedOn: 'tanggal', name: 'penanda', position: 'jabatan' };
const BLANK: ReportsPage['typed'] = { number: '', signedOn: '', name: '', position: '' };

type Said = Partial<Pick<ReportsPage, 'typed' | 'faults' | 'note'>>;

export async function loadReports(tx: Tx, visit: Visit): Promise<ReportsPage | Elsewhere> {
  const { form, query, institutionId, actor } = visit;
  const own = await ownInstitution(tx, actor, institutionId);
  const reports = reportsOf(own);
  if (form === null) {
    const done = query['hasil'] === 'masuk';
    const note = done
      ? { look: 'done' as const, text: tx.ground.speaker.say(visit.language, 'portal.report.filed') }
      : null;
    return shown(tx, visit, own, query['laporan'], { note });
  }
  mustMay(visit, 'portal.report');
  // Only what is its own: the act itself then runs beyond the policies, as files lie with the centre.
  const report = reports.find(({ id, filedOn }) => id === form['laporan'] && filedOn === null);
  if (!report) return shown(tx, visit, own, undefined, {});
  const typed = {
    number: form['nomor'] ?? '',
    signedOn: form['tanggal'] ?? '',
    name: form['penanda'] ?? '',
    position: form['jabatan'] ?? '',
  };
  const read = filingShape.safeParse(typed);
  const faults = { ...(read.success ? {} : faultsIn(tx, visit, read.error.issues, FIELDS)) };
  if (!visit.file) Object.assign(faults, { berkas: tx.ground.speaker.say(visit.language, 'portal.fault.berkas') });
  if (!read.success || !visit.file) return shown(tx, visit, own, report.id, { typed, faults });
  const { number, signedOn, name, position } = read.data;
  const filing = {
    id: report.id,
    number,
    signedOn,
    receivedOn: today(tx.ground.clock, ZONES.WIB),
    signatories: [{ name, position, side: 'institution' as const }],
    copy: { file: visit.file },
  };
  const tried = await attempt(tx, () => elevated(tx, () => fileReports(tx, actor, [filing])));
  if ('done' in tried) return new Elsewhere(`${PATH}?hasil=masuk`);
  return shown(tx, visit, own, report.id, { typed, note: noteOf(tx, visit, tried.refusal) });
}

/** Of all passes, the latest first. */
function reportsOf({ page }: Own): ReportLine[] {
  return page.passes
    .flatMap(({ reports }) => reports)
    .map(({ id, semester, dueOn, filedOn, warnings }) => ({
      id,
      semester,
      dueOn,
      filedOn,
      warnings: warnings.map(({ level, madeOn }) => ({ level, madeOn })),
    }))
    .toSorted((a, b) => (a.semester < b.semester ? 1 : -1));
}

async function shown(tx: Tx, visit: Visit, own: Own, wanted: string | undefined, said: Said): Promise<ReportsPage> {
  const reports = reportsOf(own);
  // The one that is asked for, else the oldest that is owed.
  const report = reports.find(({ id }) => id === wanted) ?? reports.findLast(({ filedOn }) => filedOn === null);
  return {
    institution: own.page.name,
    mayFile: visit.may('portal.report'),
    reports,
    open: report ? await openOf(tx, visit, report) : null,
    typed: said.typed ?? BLANK,
    faults: said.faults ?? {},
    note: said.note ?? null,
  };
}

async function openOf(tx: Tx, { institutionId }: Visit, report: ReportLine): Promise<ReportsPage['open']> {
  const { keptAt, counts } = await countsOf(tx, { ...report, institutionId });
  const { calls: counted, disputes, files, said } = counts;
  return { ...report, ...termOf(report.semester), keptAt, counted, disputes, files, givenBack: said.said };
}
