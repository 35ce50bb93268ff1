/** The desk's list of alarms: who, when, how often; taken up by an officer, closed by one with a reason. Nothing is edited. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { asNik, newId, sixteenDigits } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import type { Outcome } from './rules.ts';
import type { Alarm } from './schema.ts';
import { countOpenAlarms, findAlarm, findAlarmedNik, insertAlarmStep, listAlarms, type AlarmRow } from './sql.ts';

const MOST = 300;

export async function viewAlarms(
  tx: Tx,
  actor: Actor,
  { closed }: { closed?: 'yes' | undefined },
): Promise<{ alarms: Alarm[]; open: number }> {
  mustCover(actor, '');
  const rows = await listAlarms(tx, { closed: closed === 'yes', limit: MOST });
  return { alarms: rows.map(shown), open: await countOpenAlarms(tx) };
}

function shown({ institutionId, institution, at, steps, ...row }: AlarmRow): Alarm {
  return {
    ...row,
    at: at.toISOString(),
    institution: institutionId === null ? null : { id: institutionId, name: institution ?? '-' },
    steps: [...steps],
  };
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
  if (text === null) throw refuse('verification.alarm_without_number');
  const nik = asNik(sixteenDigits(text));
  await record(tx, actor, {
    label: 'verification.number_seen',
    subjects: [{ nik, detail: 'alarm' }],
    facts: { alarm: id },
  });
  return { niks: [nik] };
}

async function getOpen(tx: Tx, actor: Actor, id: string): Promise<AlarmRow> {
  mustCover(actor, '');
  const alarm = await findAlarm(tx, id);
  if (!alarm) throw refuse('verification.alarm_not_found');
  if (alarm.state === 'closed') throw refuse('verification.alarm_closed');
  return alarm;
}
