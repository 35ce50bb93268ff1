/**
 * Semester reports of the story: nearly all come in time. Nine of the first semester of 2018 do not: one comes after the second warning, and
 * eight are cut off on 12 October by two officers; one of these is restored in November, and of the seven that stay cut off one appeals.
 */
import {
  fileAppeal,
  fileReports,
  proposeRestoration,
  proposeSuspension,
  watchReports,
} from '../../../sharing/partner/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { addDays, asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';
import type { Climber } from './climb.ts';
import { approveAs, self, type Desk } from './crew.ts';
import { archived } from './papers.ts';
import { CUT_OFF } from './plan.ts';

const SEMESTERS: readonly [name: string, opens: string][] = [2015, 2016, 2017, 2018].flatMap((year) => [
  [`${year - 1}-2`, `${year}-01-02`] as [string, string],
  [`${year}-1`, `${year}-07-02`] as [string, string],
]);
const TROUBLED = '2018-1';
/** The days on which the clock writes warnings about the troubled semester, and then proposes. */
const WATCHED = ['2018-07-24', '2018-08-09', '2018-09-08', '2018-10-08'].map(asCivilDate);

/** Those whose report does not come, in the order of their ends: one late, one restored, then those that stay cut off. */
export function latecomers(climbers: readonly Climber[]): readonly Climber[] {
  const banks = climbers.filter(({ kind, days }) => kind === 'bank' && (days.get('CONNECTED') ?? '9') < '2018-01-01');
  return banks.slice(0, CUT_OFF + 2);
}

export function enterReports(stage: Stage, desk: () => Desk, climbers: readonly Climber[]): void {
  const late = latecomers(climbers);
  const watch = () => stage.database.transact('system', self, (tx) => watchReports(tx));
  for (const [semester, opens] of SEMESTERS) {
    on(stage, asCivilDate(opens), '01:10', 'laporan semester', watch);
    const missing = semester === TROUBLED ? late : [];
    on(stage, addDays(asCivilDate(opens), 6), '14:00', 'laporan semester', () =>
      fileAll(stage, desk(), semester, missing),
    );
  }
  for (const day of WATCHED) on(stage, day, '01:10', 'peringatan', watch);
  on(stage, asCivilDate('2018-08-20'), '10:00', 'laporan terlambat', () =>
    fileOnly(stage, desk(), late.slice(0, 1), '2018-08-20'),
  );
  on(stage, asCivilDate('2018-10-12'), '09:30', 'penghentian', () => cut(stage, desk(), late.slice(1)));
  on(stage, asCivilDate('2018-11-19'), '10:00', 'laporan terlambat', () =>
    fileOnly(stage, desk(), late.slice(1, 2), '2018-11-19'),
  );
  on(stage, asCivilDate('2018-11-20'), '09:30', 'pemulihan', () => restore(stage, desk(), late[1]!));
  on(stage, asCivilDate('2018-12-03'), '11:00', 'keberatan', () => appeal(stage, desk(), late[2]!));
}

/** What the clock does on the days that are played on. */
export function enterWatch(stage: Stage, from: CivilDate, until: CivilDate): void {
  const watch = () => stage.database.transact('system', self, (tx) => watchReports(tx));
  for (let day = from; day <= until; day = addDays(day, 1)) on(stage, day, '01:10', 'laporan semester', watch);
}

interface Owed {
  readonly id: string;
  readonly cooperationId: string;
}

function owedIn(stage: Stage, semester: string): Promise<Owed[]> {
  return stage.database.transact('system', self, (tx) =>
    many(
      tx,
      sql<Owed>`select r.report_id as id, r.cooperation_id as "cooperationId" from partner_read.report r
                 where r.semester = ${semester} and r.filed_on is null`,
    ),
  );
}

async function fileAll(stage: Stage, desk: Desk, semester: string, missing: readonly Climber[]): Promise<void> {
  const owed = await owedIn(stage, semester);
  const silent = new Set(missing.map(({ cooperationId }) => cooperationId));
  const reports = owed.filter(({ cooperationId }) => !silent.has(cooperationId));
  await file(stage, desk, reports, semester);
}

async function fileOnly(stage: Stage, desk: Desk, who: readonly Climber[], day: string): Promise<void> {
  const ids = who.map(({ cooperationId }) => cooperationId);
  const owed = (await owedIn(stage, TROUBLED)).filter(({ cooperationId }) => ids.includes(cooperationId));
  await file(stage, desk, owed, `${TROUBLED} ${day}`);
}

async function file(stage: Stage, { dian }: Desk, owed: readonly Owed[], what: string): Promise<void> {
  if (owed.length === 0) return;
  const day = asCivilDate(stage.clock.now().toISOString().slice(0, 10));
  await stage.act(dian, (tx) =>
    fileReports(
      tx,
      dian,
      owed.map(({ id }) => ({
        id,
        number: `LAPORAN/${what}`,
        signedOn: day,
        receivedOn: day,
        signatories: [],
        copy: archived(`laporan ${what} ${id}`),
      })),
    ),
  );
}

async function cut(stage: Stage, { bagus, citra }: Desk, who: readonly Climber[]): Promise<void> {
  const given = {
    cause: 'report_missing' as const,
    reason: 'laporan semester I 2018 tidak disampaikan sampai tiga bulan (CONTOH)',
    cut: who.map(({ cooperationId }) => ({ cooperationId, substitute: null })),
  };
  const { proposalId } = await stage.act(bagus, (tx) => proposeSuspension(tx, bagus, given));
  await approveAs(stage, citra, proposalId);
}

async function restore(stage: Stage, { bagus, citra }: Desk, who: Climber): Promise<void> {
  const suspensions = [await suspensionOf(stage, who)];
  const reason = 'laporan sudah diterima (CONTOH)';
  const { proposalId } = await stage.act(bagus, (tx) => proposeRestoration(tx, bagus, { suspensions, reason }));
  await approveAs(stage, citra, proposalId);
}

async function appeal(stage: Stage, { bagus }: Desk, who: Climber): Promise<void> {
  const id = await suspensionOf(stage, who);
  const words = 'Laporan sudah dikirim melalui pos dan tidak sampai (CONTOH).';
  await stage.act(bagus, (tx) => fileAppeal(tx, bagus, { id, words, receivedOn: '2018-12-03' }));
}

async function suspensionOf(stage: Stage, { cooperationId }: Climber): Promise<string> {
  const [row] = await stage.database.transact('system', self, (tx) =>
    many(
      tx,
      sql<{
        id: string;
      }>`select s.value ->> 'id' as id from partner_read.standing p, jsonb_array_elements(p.suspensions) s
                           where p.cooperation_id = ${cooperationId}::uuid`,
    ),
  );
  return row!.id;
}
