/** An institution's page: where it stands, what comes next, its papers, grants, reports and suspensions, and all that was done. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { addDays, daysBetween, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { whyNotNow } from '../grant/may-ask.ts';
import { listGrants } from '../grant/sql.ts';
import { getInstitution } from '../institution/institution.ts';
import { listInstitutions, listUnits, searchInstitutions } from '../institution/sql.ts';
import { listDocuments, type DocumentRow } from '../ladder/document-sql.ts';
import { actsNext, ENDED, lackingFor, nextStages, stepUp, STAGES } from '../ladder/rules.ts';
import { listReadiness, listSteps, type CooperationRow } from '../ladder/sql.ts';
import { beyondAgreed, KINDS, needsSupervisor } from '../rules.ts';
import { listReportsOf } from '../supervision/report-sql.ts';
import { appealDueOn } from '../supervision/rules.ts';
import { listSuspensions } from '../supervision/sql.ts';
import { listPasses } from './sql.ts';

const A_PAGE = 50;

export async function viewInstitutions(
  tx: Tx,
  _actor: Actor,
  input: {
    search?: string | undefined;
    kind?: string | undefined;
    supervisors?: boolean | undefined;
    cursor?: string | undefined;
  },
) {
  const list = 'partner.institutions';
  const after = input.cursor ? tx.ground.cursors.open<{ name: string; id: string }>(list, input.cursor) : undefined;
  const { search, kind, supervisors: supervises } = input;
  const rows = await searchInstitutions(tx, { search, kind, supervises, after, limit: A_PAGE + 1 });
  const institutions = rows.slice(0, A_PAGE);
  const last = institutions.at(-1);
  const next = rows.length > A_PAGE && last ? tx.ground.cursors.seal(list, { name: last.name, id: last.id }) : null;
  return { institutions, next };
}

/** Everything about one institution; its passes through the ladder with the latest first. */
export async function viewInstitution(tx: Tx, _actor: Actor, input: { id: string }) {
  const row = await getInstitution(tx, input.id);
  const supervisor = row.supervisorId ? (await listInstitutions(tx, [row.supervisorId]))[0] : undefined;
  const passes = await listPasses(tx, row.id);
  const ids = passes.map(({ id }) => id);
  const now = today(tx.ground.clock, ZONES.WIB);
  const readiness = await listReadiness(
    tx,
    ids.map((cooperationId) => ({ cooperationId, on: now })),
  );
  const all = {
    steps: await listSteps(tx, ids),
    documents: await listDocuments(tx, ids),
    grants: await listGrants(tx, ids),
    suspensions: await listSuspensions(tx, ids),
    reports: await listReportsOf(tx, ids),
    whyNot: await whyNotNow(tx, ids),
  };
  const units = await listUnits(tx, row.id);
  const place = row.regionCode && tx.ground.regions.nameOf(row.regionCode);
  return {
    ...row,
    place: place ?? null,
    supervisor: supervisor ? { id: supervisor.id, name: supervisor.name } : null,
    free: KINDS[row.kind].free,
    needsSupervisor: needsSupervisor(row.kind),
    day: now,
    units: units.map((unit) => ({ id: unit.id, name: unit.name, open: unit.closedAt === null })),
    passes: passes.map((pass) => {
      const ready = readiness.find(({ cooperationId }) => cooperationId === pass.id)!;
      const own = <T extends { cooperationId: string }>(list: readonly T[]) =>
        list.filter(({ cooperationId }) => cooperationId === pass.id);
      const documents = own(all.documents);
      return {
        ...passOf(pass, ready, now),
        whyNot: all.whyNot.get(pass.id) ?? null,
        steps: own(all.steps).map(({ recordedAt, ...step }) => ({ ...step, recordedAt: recordedAt.toISOString() })),
        documents: documents.map((paper) => ({
          ...paper,
          recordedAt: paper.recordedAt.toISOString(),
          hasFile: paper.fileId !== null || paper.paperId !== null,
          latest: !documents.some((later) => isLater(later, paper)),
        })),
        grants: own(all.grants).map((grant) => ({
          ...grant,
          place: (grant.regionCode && tx.ground.regions.nameOf(grant.regionCode)) ?? null,
          validFrom: grant.validFrom.toISOString(),
          validUntil: grant.validUntil.toISOString(),
          givenAt: grant.givenAt.toISOString(),
          endedAt: grant.endedAt?.toISOString() ?? null,
          beyond: beyondPks(documents, grant.elements, now),
        })),
        suspensions: own(all.suspensions).map((one) => ({
          ...one,
          from: one.from.toISOString(),
          until: one.until?.toISOString() ?? null,
          liftedAt: one.liftedAt?.toISOString() ?? null,
          appeals: one.appeals.map((appeal) => ({ ...appeal, dueOn: appealDueOn(appeal.receivedOn) })),
          inForce: one.liftedAt === null && (one.until === null || one.until > tx.ground.clock.now()),
        })),
        reports: own(all.reports).map(({ cutDueAt, sparedAt, ...report }) => ({
          ...report,
          cutDue: cutDueAt !== null && sparedAt === null,
        })),
      };
    }),
  };
}

function isLater(later: DocumentRow, paper: DocumentRow): boolean {
  return (
    later.kind === paper.kind &&
    later.version > paper.version &&
    (later.number === paper.number || paper.validUntil !== null)
  );
}

/** What of a grant the PKS that governs on a day does not name any more. */
function beyondPks(
  documents: readonly DocumentRow[],
  elements: Parameters<typeof beyondAgreed>[0],
  on: CivilDate,
): string | null {
  const begun = documents.filter(({ kind, validFrom }) => kind === 'pks' && validFrom !== null && validFrom <= on);
  const governs = begun.toSorted((a, b) => b.version - a.version)[0];
  return governs?.contents ? beyondAgreed(elements, governs.contents.elements) : null;
}

function passOf(pass: CooperationRow, ready: Parameters<typeof lackingFor>[2], now: CivilDate) {
  const { memorandum } = KINDS[pass.kind];
  const { days } = STAGES[pass.stage];
  const up = stepUp(pass.stage, memorandum);
  return {
    id: pass.id,
    number: pass.number,
    predecessorId: pass.predecessorId,
    stage: pass.stage,
    since: pass.since,
    ended: ENDED.includes(pass.stage),
    waits: daysBetween(pass.since, now),
    dueOn: days === null ? null : addDays(pass.since, days),
    acts: actsNext(pass.stage, memorandum),
    nextUp: up,
    lacking: up ? [...lackingFor(up, memorandum, ready)] : [],
    may: [...nextStages(pass.stage, memorandum)],
  };
}
