/** Recording an event: one function for every kind, one transaction. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../core/id/index.ts';
import { today, type CivilDate } from '../../core/time/index.ts';
import { covers } from '../../core/access/index.ts';
import type { Resident } from '../resident/index.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import { DEADLINES, daysLate, OTHER_EVENTS } from './deadlines.ts';
import { effectsOf, type Said } from './effects.ts';
import type { EventKind, Given } from './kind.ts';
import { KIND_TABLE } from './kind/index.ts';
import { lockPeople, reaching, type People } from './people.ts';
import { refuse } from './refusals.ts';
import { deedPrefix } from './deed.ts';
import { DETAILS, type EventKindName, type EventState, type RecordableKind } from './schema.ts';
import { nextNumber } from './sql.ts';

export interface RecordGiven {
  readonly kind: RecordableKind;
  /** When it happened; for a divorce when the ruling became final. */
  readonly occurredOn: CivilDate;
  /** When it was reported; today where it is not said. */
  readonly reportedOn?: CivilDate | undefined;
  /** Where it is recorded: a village of the officer's region. */
  readonly villageCode: string;
  /** What the kind asks for, see `DETAILS`. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly legalBasis?: string | null;
  readonly applicationId?: string | null;
  readonly looked?: readonly string[];
}

export interface Recorded {
  readonly id: Uuid;
  readonly kind: EventKindName;
  readonly state: EventState;
  readonly daysLate: number;
  readonly certificateNumber: string | null;
  readonly actId: Uuid | null;
  readonly entryId: Uuid;
  readonly registered: readonly Nik[];
  readonly effects: readonly Said[];
  readonly warnings: readonly Said[];
}

/**
 * Records an event with all that follows: residents, families, the deed's number, the ledger. Late is noted, never
 * refused. Refuses what the kind's rules say, people of other regions where the law does not reach there, and somebody whom
 * another office changed first.
 */
export async function recordEvent(tx: Tx, actor: Actor, given: RecordGiven): Promise<Recorded> {
  mustCover(actor, given.villageCode);
  if (!tx.ground.regions.nameOf(given.villageCode)) throw refuse('civil_event.unknown_village');
  const day = today(tx.ground.clock, actor.zone);
  const reportedOn = given.reportedOn ?? day;
  mustBePast(given.occurredOn, reportedOn, day);
  // Each kind's details fit its own plan; the table says so, TypeScript cannot follow it through an index.
  const spec = KIND_TABLE[given.kind] as unknown as EventKind<Record<string, unknown>>;
  const details = parseDetails(given.kind, given.details);
  const late = daysLate(given.occurredOn, reportedOn, deadlineOf(given.kind, details));
  const { occurredOn, villageCode } = given;
  const people = await lockPeople(tx, actor, spec.roles(details));
  await spec.beforehand?.(tx, actor, { details, occurredOn, villageCode, looked: given.looked ?? [] });
  return reaching(tx, people.beyond, async () => {
    const deed = spec.deed?.(late);
    const number = deed ? await nextNumber(tx, deedPrefix(villageCode.slice(0, 4), deed, day)) : null;
    const id = newId();
    const plan = await spec.plan(tx, actor, {
      id,
      details,
      occurredOn,
      reportedOn,
      day,
      villageCode,
      daysLate: late,
      number,
      legalBasis: given.legalBasis ?? null,
      ...asked(actor, people),
    });
    const done = await carryOut(
      tx,
      actor,
      {
        id,
        kind: given.kind,
        occurredOn,
        reportedOn,
        day,
        villageCode,
        daysLate: late,
        number: number ?? plan.letterNumber ?? null,
        details: spec.kept?.(details) ?? details,
        legalBasis: given.legalBasis ?? plan.legalBasis ?? null,
        applicationId: given.applicationId ?? null,
      },
      plan,
    );
    const act = { id, kind: given.kind, late, number: number ?? plan.letterNumber ?? null };
    return recorded(tx, actor, act, done, plan, [...people.byRole.values()].flat());
  });
}

/** What an act came to, in the form in which every use case of this room says it. */
export async function recorded(
  tx: Tx,
  actor: Actor,
  act: { readonly id: Uuid; readonly kind: EventKindName; readonly late: number; readonly number: string | null },
  done: CarriedOut,
  plan: Parameters<typeof carryOut>[3],
  people: readonly Resident[],
): Promise<Recorded> {
  return {
    id: act.id,
    kind: act.kind,
    state: done.state,
    daysLate: act.late,
    certificateNumber: act.number,
    actId: done.actId,
    entryId: done.entryId,
    registered: done.registered ? [done.registered] : [],
    effects: await effectsOf(tx, actor, { plan, done, people, late: act.late, number: act.number }),
    warnings: (plan.warnings ?? []).map(({ code, values }) => ({ code, values: values ?? {} })),
  };
}

/** The details as the kind's schema has them, or refused field by field. */
export function parseDetails(kind: RecordableKind, details: unknown): Record<string, unknown> {
  const parsed = DETAILS[kind].safeParse(details);
  if (parsed.success) return parsed.data;
  throw refuse('civil_event.details_invalid', {
    values: { n: parsed.error.issues.length },
    faults: parsed.error.issues.map((issue) => ({
      path: ['details', ...issue.path].map(String).join('.'),
      code: issue.message.startsWith('field.') ? issue.message : 'field.needed',
    })),
  });
}

export function mustBePast(occurredOn: CivilDate, reportedOn: CivilDate, day: CivilDate): void {
  const path = occurredOn > day ? 'occurredOn' : 'reportedOn';
  if (occurredOn > day || reportedOn > day || reportedOn < occurredOn)
    throw refuse('civil_event.in_future', { faults: [{ path, code: 'civil_event.in_future' }] });
}

function deadlineOf(kind: RecordableKind, details: Record<string, unknown>): number | null {
  if (kind !== 'other') return DEADLINES[kind];
  return OTHER_EVENTS.find((event) => event.code === details['code'])?.days ?? null;
}

function asked(actor: Actor, people: People): Pick<Given<unknown>, 'one' | 'maybe' | 'all' | 'here'> {
  const all = (role: string) => [...(people.byRole.get(role) ?? [])];
  return {
    all,
    maybe: (role) => all(role)[0],
    one(role) {
      const [person] = all(role);
      if (!person) throw new Error(`nobody has the role ${role}`);
      return person;
    },
    here: (person) => covers(actor.jurisdiction, person.villageCode),
  };
}
