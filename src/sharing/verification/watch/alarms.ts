/** The desk's list of alarms: who, when, how often; taken up by an officer, closed by one with a reason. Nothing is edited. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { asNik, newId, sixteenDigits, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Touched } from '../canary/seal.ts';
import { listNumbers, listTouchesOf } from '../canary/sql.ts';
import { refuse } from '../refusals.ts';
import type { Outcome } from './rules.ts';
import type { Alarm } from './schema.ts';
import { countOpenAlarms, findAlarm, findAlarmedNik, insertAlarmStep, listAlarms, type AlarmRow } from './sql.ts';

const MOST = 300;
/** Of each alarm. */
const TOUCHES = 20;

export async function viewAlarms(
  tx: Tx,
  actor: Actor,
  { closed }: { closed?: 'yes' | undefined },
): Promise<{ alarms: Alarm[]; open: number }> {
  mustCover(actor, '');
  const rows = await listAlarms(tx, { closed: closed === 'yes', limit: MOST });
  const touches = await touchesOf(
    tx,
    rows.filter(({ ownerId }) => ownerId !== null).map(({ id }) => id),
  );
  return { alarms: rows.map((row) => shown(row, touches.get(row.id) ?? [])), open: await countOpenAlarms(tx) };
}

function shown(
  { institutionId, institution, ownerId, owner, at, steps, ...row }: AlarmRow,
  touches: readonly TouchSeen[],
): Alarm {
  return {
    ...row,
    at: at.toISOString(),
    institution: named(institutionId, institution),
    owner: named(ownerId, owner),
    touches: touches.map(({ at: then, canary, unit, endUser, reference }) => ({
      at: then,
      canary,
      unit,
      endUser,
      reference,
    })),
    steps: [...steps],
  };
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '-' });

type TouchSeen = Touched & { readonly canary: number };

/** Opened for the desk: who asked, and with which of the institution's invented persons. */
async function touchesOf(tx: Tx, alarms: readonly string[]): Promise<Map<string, TouchSeen[]>> {
  if (alarms.length === 0) return new Map();
  const { canarySeal } = tx.ground.verification;
  const read = (await listTouchesOf(tx, alarms, TOUCHES)).map(({ id, sealed, alarmId }) => ({
    alarmId,
    ...canarySeal.unsealTouch(id, sealed),
  }));
  const numbers = new Map(
    (await listNumbers(tx, [...new Set(read.map(({ canaryId }) => canaryId))])).map(({ id, n }) => [id, n]),
  );
  const seen = read.map(({ alarmId, ...touch }) => ({ alarmId, ...touch, canary: numbers.get(touch.canaryId) ?? 0 }));
  return Map.groupBy(seen, ({ alarmId }) => alarmId);
}

/** An officer says that he looks into it; another may take it over. */
export async function takeUpAlarm(tx: Tx, actor: Actor, { id }: { id: string }): Promise<Record<string, never>> {
  const alarm = await getOpen(tx, actor, id);
  const { entryId } = await record(tx, actor, {
    label: 'verification.alarm_taken_up',
    facts: { alarm: alarm.id, kind: alarm.kind },
  });
  await insertAlarmStep(tx, {
    id: newId(),
    alarmId: alarm.id,
    kind: 'taken',
    by: actor.id,
    outcome: null,
    reason: null,
    entryId,
  });
  return {};
}

export async function closeAlarm(
  tx: Tx,
  actor: Actor,
  { id, outcome, reason }: { id: string; outcome: Outcome; reason: string },
): Promise<Record<string, never>> {
  const alarm = await getOpen(tx, actor, id);
  const { entryId } = await record(tx, actor, {
    label: 'verification.alarm_closed',
    facts: { alarm: alarm.id, kind: alarm.kind, outcome },
  });
  await insertAlarmStep(tx, { id: newId(), alarmId: alarm.id, kind: 'closed', by: actor.id, outcome, reason, entryId });
  return {};
}

/** The whole number that an alarm is about, to an officer who has said why: a look like any other, and the person sees it. */
export async function seeNumber(tx: Tx, actor: Actor, { id }: { id: string }): Promise<{ niks: string[] }> {
  mustCover(actor, '');
  const text = await findAlarmedNik(tx, id);
  const niks = text === null ? await inventedIn(tx, id) : [asNik(sixteenDigits(text))];
  if (niks.length === 0) throw refuse('verification.alarm_without_number');
  await record(tx, actor, {
    label: 'verification.number_seen',
    // Of nobody there is no row: it would say which number is invented.
    subjects: text === null ? [] : niks.map((nik) => ({ nik, detail: 'alarm' })),
    facts: { alarm: id },
  });
  return { niks };
}

async function inventedIn(tx: Tx, alarmId: string): Promise<Nik[]> {
  const { canarySeal } = tx.ground.verification;
  const touches = (await touchesOf(tx, [alarmId])).get(alarmId) ?? [];
  const canaries = await listNumbers(tx, [...new Set(touches.map(({ canaryId }) => canaryId))]);
  return canaries.map((row) => canarySeal.unseal(row.id, row.sealed).nik);
}

async function getOpen(tx: Tx, actor: Actor, id: string): Promise<AlarmRow> {
  mustCover(actor, '');
  const alarm = await findAlarm(tx, id);
  if (!alarm) throw refuse('verification.alarm_not_found');
  if (alarm.state === 'closed') throw refuse('verification.alarm_closed');
  return alarm;
}
