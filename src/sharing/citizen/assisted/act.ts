/** What the officer does for who stands before him: the very use cases of the person's own pages, by another hand. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { getResident } from '../../../register/resident/index.ts';
import { liftLock, listLocks, setLock } from '../../verification/index.ts';
import { LOCK_NAMES, type Lock } from '../../verification/lock/rules.ts';
import { dataAsPaper } from '../data/page.ts';
import { openDispute } from '../dispute/dispute.ts';
import { ASSISTED, concerning } from '../hand.ts';
import { endOfDay } from '../lock/page.ts';
import { lineOf, looksAsPaper } from '../look/file.ts';
import { listLooks } from '../look/list.ts';
import { refuse } from '../refusals.ts';
import { todayOf } from '../representation/find.ts';
import { noteLook } from '../representation/whose.ts';
import { askRight, listOwnRights } from '../right/right.ts';
import type { Right } from '../right/rules.ts';
import type { ShownLook } from '../look/schema.ts';
import { companionOf, presentOf, tellPerson } from './presence.ts';
import type { Assistance } from './schema.ts';
import type { AssistanceRow } from './sql.ts';

const ALL = { kind: 'all', by: null, since: null } as const;

/** What can be read to the person, and what he may have done about it. */
export async function openAssisted(tx: Tx, actor: Actor, input: { id: string }): Promise<Assistance> {
  const row = await presentOf(tx, actor, input.id);
  const { nik } = row;
  const { name } = await getResident(tx, nik);
  await noteLook(tx, actor, { nik, hand: ASSISTED }, 'assisted');
  const { language } = actor;
  const say = (key: string) => tx.ground.speaker.say(language, key);
  const { looks, next } = await listLooks(tx, { nik, filter: ALL, language });
  const inForce = new Map((await listLocks(tx, nik)).map((each) => [each.lock, each]));
  return {
    id: row.id,
    name,
    endsAt: row.endsAt.toISOString(),
    reason: row.reason,
    knownBy: row.knownBy,
    companion: companionOf(tx, row),
    looks: looks.filter(before(row)).map((look) => {
      const { who, unit, what, purpose, fields } = lineOf(look, { language }, say);
      const asked = look.who.is === 'institution';
      const disputed = look.dispute !== null;
      return {
        entryId: look.entryId,
        at: look.at,
        who,
        unit,
        what,
        label: look.label,
        purpose,
        fields,
        disputable: asked && !disputed,
        disputed,
      };
    }),
    more: next !== null,
    locks: LOCK_NAMES.map((lock) => ({
      lock,
      set: inForce.has(lock),
      until: inForce.get(lock)?.until?.toISOString() ?? null,
    })),
    rights: (await listOwnRights(tx, nik)).map(({ number, right, dueAt, answer }) => ({
      number,
      right,
      dueAt,
      answered: answer !== null,
    })),
  };
}

/** What this very visit leaves in the log is not read out in it. */
const before =
  ({ openedAt }: AssistanceRow) =>
  ({ hand, at }: ShownLook): boolean =>
    hand !== 'assisted' || new Date(at) < openedAt;

/** "Who looked" or "my data", printed to be taken along. */
export async function printAssisted(
  tx: Tx,
  actor: Actor,
  input: { id: string; paper: 'looks' | 'data' },
): Promise<FileAnswer> {
  const { nik } = await presentOf(tx, actor, input.id);
  const { language } = actor;
  await record(tx, actor, {
    label: input.paper === 'looks' ? 'citizen.looks_taken' : 'citizen.data_taken',
    subjects: concerning(nik, ASSISTED),
    facts: { form: 'pdf' },
  });
  if (input.paper === 'looks') return looksAsPaper(tx, actor, { nik, filter: ALL, language });
  return dataAsPaper(tx, actor, { nik, language });
}

export async function disputeAssisted(
  tx: Tx,
  actor: Actor,
  input: { id: string; entry: string; words: string | null },
): Promise<{ id: string }> {
  const row = await presentOf(tx, actor, input.id);
  const { entry, words } = input;
  const { id } = await openDispute(tx, actor, row.nik, { entry, words, hand: ASSISTED });
  await elevated(tx, () => tellPerson(tx, row, 'dispute'));
  return { id };
}

/** @throws Refusal `citizen.lock_past` for a last day that is over */
export async function lockAssisted(
  tx: Tx,
  actor: Actor,
  input: { id: string; lock: Lock; act: 'set' | 'lift'; until: CivilDate | null },
): Promise<{ lock: Lock }> {
  const row = await presentOf(tx, actor, input.id);
  const { lock, until } = input;
  const subjects = concerning(row.nik, ASSISTED);
  if (input.act === 'lift') await liftLock(tx, actor, row.nik, { lock, subjects });
  else {
    if (until !== null && until < todayOf(tx))
      throw refuse('citizen.lock_past', { faults: [{ path: 'until', code: 'citizen.lock_past' }] });
    await setLock(tx, actor, row.nik, { lock, until: until && endOfDay(until), subjects });
  }
  await elevated(tx, () => tellPerson(tx, row, input.act === 'lift' ? 'lift' : 'lock'));
  return { lock };
}

export async function rightAssisted(
  tx: Tx,
  actor: Actor,
  input: { id: string; right: Right; words: string },
): Promise<{ number: string }> {
  const row = await presentOf(tx, actor, input.id);
  const { right, words } = input;
  const { number } = await askRight(tx, actor, row.nik, { right, words, hand: ASSISTED });
  await elevated(tx, () => tellPerson(tx, row, 'right'));
  return { number };
}
