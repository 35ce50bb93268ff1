/** The log of the institution's own questions, and how much it uses of what it may. */
import type { Tx } from '../../../core/db/index.ts';
import { Download } from '../../../core/http/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { addDays, parseCivilDate, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { balanceOf, heldOf, listPackages, pays } from '../../metering/index.ts';
import {
  listCalls,
  listDays,
  listRefused,
  listTaken,
  listThrottles,
  type CallFilter,
  type CallRow,
} from '../../verification/index.ts';
import { withinMs } from '../../verification/usage/rules.ts';
import { portalPage, type Visit } from '../page.ts';
import { ownInstitution } from '../start/view.ts';
import { kindOf } from './rules.ts';
import { ERROR_KINDS, type LogLine, type LogPage, type RefusedLine, type UsagePage } from './schema.ts';

const A_PAGE = 50;
const SHOWN_REFERENCES = 5;
const MOST_KEPT = 50_000;

export const logPage = portalPage<LogPage>({
  path: '/mitra/catatan',
  component: 'portal-log',
  act: 'portal.log',
  load: loadLog,
});

export async function loadLog(tx: Tx, visit: Visit): Promise<LogPage | Download> {
  const { institutionId, query } = visit;
  const on = today(tx.ground.clock, ZONES.WIB);
  const typed = query['tanggal'];
  const asked = typed ? parseCivilDate(typed) : on;
  const day = asked !== null && asked <= on ? asked : on;
  const unit = (query['unit'] ?? '').trim().slice(0, 64);
  const reference = (query['rujukan'] ?? '').trim().slice(0, 64);
  const code = (query['kode'] ?? '').trim().slice(0, 80);
  const filter: CallFilter = { day, unit: unit || null, reference: reference || null };
  if (query['unduh'] !== undefined)
    return asFile(await listCalls(tx, institutionId, filter, { limit: MOST_KEPT, skip: 0 }), day);
  const page = Math.min(Math.max(1, Number.parseInt(query['halaman'] ?? '1', 10) || 1), 1_000);
  // Who looks for a code looks for refused calls.
  const calls = code
    ? []
    : await listCalls(tx, institutionId, filter, { limit: A_PAGE + 1, skip: (page - 1) * A_PAGE });
  const refused = await listRefused(tx, institutionId, { from: day, until: day });
  return {
    day,
    today: on,
    unit,
    reference,
    code,
    fault: day === asked ? null : 'no_such_day',
    page,
    more: calls.length > A_PAGE,
    calls: calls.slice(0, A_PAGE).map(lineOf),
    refused: refused
      .filter((row) => code === '' || row.code.includes(code))
      .map(({ lastHour, ...row }): RefusedLine => ({
        ...row,
        kind: kindOf(row.code),
        words: wordsOf(tx, visit, row.code),
        lastHour: lastHour.toISOString(),
      })),
  };
}

/** Numbers in the words were those of one call. */
function wordsOf(tx: Tx, { language }: Visit, code: string): string {
  const own = `portal.refused.${code}`;
  return tx.ground.speaker.say(language, tx.ground.speaker.has(own) ? own : code, {
    seconds: 60,
    place: 1,
    count: 1,
    limit: 1,
    requestId: '…',
  });
}

function lineOf({ at, refs, ...row }: CallRow): LogLine {
  const references = refs.slice(0, SHOWN_REFERENCES);
  return { ...row, at: at.toISOString(), references, more: refs.length - references.length };
}

async function asFile(rows: readonly CallRow[], day: CivilDate): Promise<Download> {
  const columns = ['at', 'entry', 'purpose', 'unit', 'references', 'matched', 'partial', 'mismatched'];
  const cells = rows.map(({ at, entry, purpose, unit, refs, matched, partial, mismatched }) => [
    at.toISOString(),
    entry,
    purpose,
    unit,
    refs.join(' '),
    matched,
    partial,
    mismatched,
  ]);
  const bytes = await Array.fromAsync(writeTable({ format: 'csv', columns, rows: cells }));
  return new Download({
    mediaType: 'text/csv; charset=utf-8',
    fileName: `permintaan-${day}.csv`,
    bytes: Buffer.concat(bytes),
  });
}

const SHOWN_DAYS = 30;
const SHOWN_FILES = 50;

export const usagePage = portalPage<UsagePage>({
  path: '/mitra/pemakaian',
  component: 'portal-usage',
  act: 'portal.usage',
  load: loadUsage,
});

export async function loadUsage(tx: Tx, visit: Visit): Promise<UsagePage> {
  const { institutionId, actor, language } = visit;
  const on = today(tx.ground.clock, ZONES.WIB);
  const from = addDays(on, 1 - SHOWN_DAYS);
  const { page, pass } = await ownInstitution(tx, actor, institutionId);
  const days = await listDays(tx, institutionId, from);
  const refused = await listRefused(tx, institutionId, { from, until: on });
  const grants = (pass?.grants ?? []).filter(({ endedAt }) => endedAt === null);
  const taken = await listTaken(
    tx,
    grants.map(({ id }) => id),
    on,
  );
  const latency = days.reduce<number[]>((sum, day) => day.latency.map((n, at) => n + (sum[at] ?? 0)), []);
  const within = (share: number) => {
    const ms = withinMs(latency, share);
    return ms === Infinity ? -1 : ms;
  };
  const slowed = await listThrottles(tx, institutionId);
  return {
    institution: page.name,
    days: days.map(({ day, questions, matched }) => ({ day, questions, matched })),
    questions: days.reduce((sum, { questions }) => sum + questions, 0),
    matched: days.reduce((sum, { matched }) => sum + matched, 0),
    latency: { half: within(0.5), most: within(0.95), nearlyAll: within(0.99) },
    quotas: grants.map(({ id, purpose, dailyQuota }) => ({
      grantId: id,
      purpose,
      quota: dailyQuota,
      taken: Math.min(dailyQuota, taken.find(({ grantId }) => grantId === id)?.taken ?? 0),
    })),
    money: pays(page.kind)
      ? { balance: await balanceOf(tx, institutionId), held: await heldOf(tx, institutionId) }
      : null,
    files: await listPackages(tx, institutionId, SHOWN_FILES),
    slowed: slowed.map(({ signal, until }) => ({ signal, until: until.toISOString() })),
    whyNot: pass?.whyNot ? tx.ground.speaker.say(language, pass.whyNot) : null,
    kinds: ERROR_KINDS.map((kind) => ({
      kind,
      n: refused.filter(({ code }) => kindOf(code) === kind).reduce((sum, { n }) => sum + n, 0),
    })),
  };
}
