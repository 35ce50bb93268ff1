/** Semester reports: who owes one, what the clock writes when it does not come, and what an officer enters when it does. */
import { z } from 'zod';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { mustBeCentre } from '../institution/institution.ts';
import { takeNumbers } from '../institution/sql.ts';
import { keepDocuments, type Copy } from '../ladder/document.ts';
import { holdCooperations } from '../ladder/sql.ts';
import { reportsFiled, sayOwed } from '../notice.ts';
import { refuse } from './refusals.ts';
import {
  holdOwed,
  holdReports,
  insertWarnings,
  markCutDue,
  markFiled,
  markSpared,
  openReports,
  type OwedRow,
} from './report-sql.ts';
import { cutDue, lastSemester, semesterOf, warningDue } from './rules.ts';
import type { ReportGiven } from './schema.ts';
import { sendWarning } from './warning.ts';

export interface Watched {
  readonly opened: number;
  readonly warned: number;
  readonly cutDue: number;
}

/**
 * What the clock does each day, for all partners at once: opens the reports of the semester that has ended, writes the warnings that
 * are due, and marks whom to propose for cutting. Done twice on a day it does nothing more.
 */
export async function watchReports(tx: Tx): Promise<Watched> {
  const at = tx.ground.clock.now();
  const on = today(tx.ground.clock, ZONES.WIB);
  const { name: semester, dueOn } = lastSemester(on);
  const opened = await openReports(tx, lastSemester(on), at);
  await sayOwed(
    tx,
    self,
    opened.map((row) => ({ ...row, semester, dueOn, what: 'opened' as const, level: null })),
  );
  const owed = await holdOwed(tx);
  const warned = await warn(
    tx,
    owed.flatMap((row) => {
      const level = warningDue(row, on);
      return level === null ? [] : [{ ...row, level }];
    }),
  );
  const cut = owed.filter((row) => !row.cutDue && cutDue(row, on));
  if (cut.length > 0) {
    const reports = cut.map(({ reportId }) => reportId);
    await record(tx, self, { label: 'partner.cut_due', facts: { n: cut.length } });
    await markCutDue(tx, reports, at);
    await sayOwed(
      tx,
      self,
      cut.map((row) => ({ ...owedBy(row), what: 'cut_due' as const, level: null })),
    );
  }
  return { opened: opened.length, warned, cutDue: cut.length };
}

const self = systemActor('partner');
const owedBy = ({ reportId, cooperationId, semester, dueOn }: OwedRow) => ({
  reportId,
  cooperationId,
  semester,
  dueOn,
});

/** One entry for all, one letter for each: those are printed and sent by jobs of their own. */
async function warn(tx: Tx, owed: readonly (OwedRow & { level: number })[]): Promise<number> {
  if (owed.length === 0) return 0;
  const on = today(tx.ground.clock, ZONES.WIB);
  const year = on.slice(0, 4);
  const first = await takeNumbers(tx, `warning ${year}`, owed.length);
  const rows = owed.map(({ reportId, level }, n) => ({
    id: newId(),
    reportId,
    level,
    number: `470/${String(first + n).padStart(5, '0')}/PERINGATAN-${level}/${year}`,
  }));
  const { entryId } = await record(tx, self, { label: 'partner.warned', facts: { n: rows.length } });
  await insertWarnings(tx, rows, { on, at: tx.ground.clock.now(), entryId });
  await addJobs(
    tx,
    sendWarning,
    rows.map(({ id }) => ({ warningId: id })),
  );
  await sayOwed(
    tx,
    self,
    owed.map((row) => ({ ...owedBy(row), what: 'warned' as const, level: row.level })),
  );
  return rows.length;
}

export const watchJob = job({
  name: 'partner.watch_reports',
  payload: z.object({}),
  maxAttempts: 10,
  // 01.10 WIB.
  timetable: { cron: '10 18 * * *', catchUpHours: 24 },
  async run(tx: Tx): Promise<void> {
    await watchReports(tx);
  },
});

export type ReportFiling = ReportGiven & { readonly id: string; readonly copy: Copy };

/**
 * Reports come in, many at once: entered by the centre, or filed by the institution itself, of which the caller has seen that they are its own.
 * A late one brings nobody back by itself: that is for two officers.
 */
export async function fileReports(tx: Tx, actor: Actor, given: readonly ReportFiling[]): Promise<void> {
  if (actor.kind !== 'partner') mustBeCentre(actor);
  const now = today(tx.ground.clock, ZONES.WIB);
  const held = await holdReports(
    tx,
    given.map(({ id }) => id),
  );
  const reports = new Map(held.map((row) => [row.id, row]));
  const rows = given.map((filing) => {
    const report = reports.get(filing.id);
    if (!report) throw refuse('partner.report_not_found');
    if (report.filedOn !== null) throw refuse('partner.report_filed', { values: { institution: report.institution } });
    const early = filing.receivedOn < semesterOf(report.semester).lastDay;
    if (filing.receivedOn > now || early) {
      throw refuse('partner.report_ahead', { faults: [{ path: 'receivedOn', code: 'partner.report_ahead' }] });
    }
    return { filing, report };
  });
  // Versions of papers are counted under the hold of their cooperation.
  await holdCooperations(
    tx,
    rows.map(({ report }) => report.cooperationId),
  );
  const documents = await keepDocuments(
    tx,
    actor,
    rows.map(({ filing: { number, signedOn, signatories, copy }, report: { cooperationId } }) => ({
      cooperationId,
      kind: 'semester_report' as const,
      number,
      signedOn,
      signatories,
      copy,
      validFrom: null,
      validUntil: null,
      contents: null,
    })),
  );
  await record(tx, actor, {
    label: 'partner.report_filed',
    facts: { n: rows.length, ...(rows.length === 1 && { report: rows[0]!.report.id }) },
  });
  const filed = rows.map(({ filing: { id, receivedOn: filedOn } }, n) => ({ id, documentId: documents[n]!, filedOn }));
  await markFiled(tx, filed, { at: tx.ground.clock.now(), id: actor.id });
  const said = rows.map(({ report: { id: reportId, institutionId, semester } }) => ({
    reportId,
    institutionId,
    semester,
  }));
  await speak(tx, actor, reportsFiled, said);
}

/** An officer takes the proposal to cut back, with his reason; the report is still owed, and the clock writes no more about it. */
export async function sparePartner(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  mustBeCentre(actor);
  const [report] = await holdReports(tx, [input.id]);
  if (!report) throw refuse('partner.report_not_found');
  const open = report.cutDueAt !== null && report.sparedAt === null && report.filedOn === null;
  if (!open || report.suspensionId !== null) throw refuse('partner.spare_not');
  await record(tx, actor, { label: 'partner.spared', facts: { report: report.id, cooperation: report.cooperationId } });
  await markSpared(tx, report.id, { at: tx.ground.clock.now(), id: actor.id, why: input.reason });
}
