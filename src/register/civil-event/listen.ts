/** Applications whose business is an event: what cannot be carried out is refused at submission, the rest done at acceptance. */
import { z } from 'zod';
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Uuid } from '../../core/id/index.ts';
import { inTransaction } from '../../core/notice/index.ts';
import {
  applicationsAccepted,
  applicationsSubmitted,
  setOutcome,
  withinDetails,
  type ApplicationNotice,
  type ServiceKind,
} from '../application/index.ts';
import { civilDateShape, villageCodeShape } from '../resident/schema.ts';
import { mustBeAbleToArrive, recordArrival } from './move/index.ts';
import { recordAndIssue } from './paper/index.ts';
import { parseDetails } from './record.ts';
import { refuse } from './refusals.ts';
import { SERVICE_EVENTS } from './rules.ts';
import { arrivalShape, type RecordableKind } from './schema.ts';

/** Of an application's details, what every event has; the rest is the kind's own. */
const commonShape = z.object({
  occurredOn: civilDateShape,
  reportedOn: civilDateShape.optional(),
  villageCode: villageCodeShape.optional(),
});
const arrivalApplication = arrivalShape.extend({ move: z.uuid() });

export const listening = [
  inTransaction(applicationsSubmitted, 'civil_event.check', async (tx, actor, items) => {
    for (const item of items) {
      const asked = read(item);
      if (asked.event === 'arrival') await withinDetails(() => mustBeAbleToArrive(tx, actor, arriving(asked)));
    }
  }),
  inTransaction(applicationsAccepted, 'civil_event.carry_out', async (tx, actor, items) => {
    for (const item of items) {
      const outcome = await carry(tx, actor, item);
      if (outcome) await setOutcome(tx, item.id, outcome);
    }
  }),
];

type Asked =
  | { readonly event: null }
  | { readonly event: 'arrival'; readonly given: z.output<typeof arrivalApplication> }
  | {
      readonly event: RecordableKind;
      readonly given: z.output<typeof commonShape>;
      readonly details: Readonly<Record<string, unknown>>;
    };

function read(item: ApplicationNotice): Asked {
  if (item.kind === 'arrival') return { event: 'arrival', given: parsed(arrivalApplication, item.details) };
  const event = (SERVICE_EVENTS as Partial<Record<ServiceKind, RecordableKind>>)[item.kind];
  if (!event) return { event: null };
  const given = parsed(commonShape, item.details);
  const { occurredOn: _, reportedOn: _r, villageCode: _v, ...details } = item.details;
  return { event, given, details: parseDetails(event, details) };
}

function parsed<Output>(shape: z.ZodType<Output>, details: unknown): Output {
  const result = shape.safeParse(details);
  if (result.success) return result.data;
  throw refuse('civil_event.details_invalid', {
    values: { n: result.error.issues.length },
    faults: result.error.issues.map((issue) => ({
      path: ['details', ...issue.path].map(String).join('.'),
      code: issue.message.startsWith('field.') ? issue.message : 'field.needed',
    })),
  });
}

function arriving({ given: { move, ...given } }: Extract<Asked, { event: 'arrival' }>) {
  return { ...given, id: move };
}

async function carry(tx: Tx, actor: Actor, item: ApplicationNotice): Promise<Uuid | null> {
  const asked = read(item);
  if (asked.event === null) return null;
  if (asked.event === 'arrival') {
    const given = { ...arriving(asked), applicationId: item.id };
    return (await withinDetails(() => recordArrival(tx, actor, given))).id;
  }
  const { given, details } = asked;
  const recorded = await recordAndIssue(tx, actor, {
    kind: asked.event,
    occurredOn: given.occurredOn,
    reportedOn: given.reportedOn,
    villageCode: given.villageCode ?? item.villageCode,
    details,
    applicationId: item.id,
  });
  return recorded.id;
}
