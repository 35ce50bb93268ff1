/**
 * Sending: one call at a time to an endpoint, and none within a transaction. What waits is claimed and committed, then the call is made,
 * then what came of it is written down. A process that dies in between has perhaps called: the receiver knows the id.
 */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Ground, Tx } from '../../../core/db/index.ts';
import { job, type Errand } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { openSecret } from '../endpoint/secret.ts';
import { endpointsStopped } from '../notice.ts';
import { DAY_MS, KEPT_DAYS, restAfter, retryAfterMs, verdictOf, waitAfter } from './rules.ts';
import { signedHeaders } from './sign.ts';
import {
  claimDue,
  forgetEvents,
  giveUpStopped,
  holdCalled,
  insertAttempt,
  listWaiting,
  setCalled,
  setDelivery,
  stopEndpoint,
  type Attempt,
  type Due,
} from './sql.ts';
import { sending, wake } from './wake.ts';

export const PURPOSE = 'webhook';
/** Within the 15 to 30 seconds of the specification. */
const PATIENCE_MS = 15_000;
const AGAIN_MS = 1_000;
/** What is due later has its own job, and the next minute comes before it. */
const SOON_MS = 60_000;
const self = systemActor('webhook');

/** Claims what is due; what it gives makes the call. */
export async function send(tx: Tx, { endpointId }: z.output<typeof sending.payload>): Promise<void | Errand> {
  const due = await claimDue(tx, endpointId, tx.ground.clock.now());
  if (due && !due.stopped) {
    const { ground } = tx;
    return async () => {
      const answered = await call(ground, due);
      return (later) => note(later, due, answered);
    };
  }
  if (due) {
    await giveUpStopped(tx, endpointId);
    return send(tx, { endpointId });
  }
  const waiting = await listWaiting(tx, tx.ground.clock.now(), endpointId);
  // What is due and was not claimed waits for a place.
  await wake(
    tx,
    waiting.map((each) => ({ ...each, waitMs: Math.max(each.waitMs, AGAIN_MS * (1 + Math.random())) })),
  );
}

async function wakeAgain(tx: Tx, endpointId: string): Promise<void> {
  await wake(tx, await listWaiting(tx, tx.ground.clock.now(), endpointId));
}

interface Answered {
  readonly ms: number;
  readonly status: number | null;
  readonly outcome: string;
  readonly retryAfter: string | undefined;
}

/** Nothing of it reaches a log, neither the address nor what was answered. */
async function call({ egress, vault }: Ground, due: Due): Promise<Answered> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const secrets = [openSecret(vault, due.endpointId, 'secret', due.secret)];
    if (due.oldSecret) secrets.push(openSecret(vault, due.endpointId, 'old_secret', due.oldSecret));
    const seconds = Math.floor(systemClock.now().getTime() / 1000);
    const { status, headers } = await egress.fetch(due.url, {
      purpose: PURPOSE,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Jatidiri-Webhooks/1.0',
        ...signedHeaders({ id: due.eventId, seconds, body: due.body }, secrets),
      },
      body: due.body,
      timeoutMs: PATIENCE_MS,
      headOnly: true,
    });
    const retryAfter = headers['retry-after'];
    const outcome = verdictOf(status) === 'delivered' ? 'ok' : 'status';
    return { ms: took(), status, outcome, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { ms: took(), status: null, outcome: fault.code, retryAfter: undefined };
  }
}

/** Writes down what came of a call, and what follows from it. */
async function note(tx: Tx, due: Due, { ms, status, outcome, retryAfter }: Answered): Promise<void> {
  const called = await holdCalled(tx, due);
  // Removed while it was called.
  if (!called) return;
  const at = tx.ground.clock.now();
  const attempt: Attempt = { n: called.tries, at, ms, status, outcome };
  await insertAttempt(tx, due, attempt);
  const verdict = verdictOf(status);
  if (verdict === 'delivered') {
    await setDelivery(tx, due, { state: 'DELIVERED', nextAt: null, attempt });
    await setCalled(tx, due.endpointId, { failures: 0, deliveredAt: at, restUntil: null });
    return wakeAgain(tx, due.endpointId);
  }
  const wait = waitAfter(called.tries - called.began, {
    retryAfterMs: retryAfterMs(retryAfter, systemClock.now()),
    random: Math.random(),
    // Who tries wants to know now.
    once: due.kind === 'ping',
  });
  const failures = called.failures + 1;
  // What was given up meanwhile, because somebody switched it off, stays given up.
  const nextAt = wait === null || called.state !== 'WAITING' ? null : new Date(at.getTime() + wait);
  await setDelivery(tx, due, { state: nextAt ? 'WAITING' : 'FAILED', nextAt, attempt });
  const restUntil = new Date(at.getTime() + restAfter(failures));
  await setCalled(tx, due.endpointId, { failures, deliveredAt: null, restUntil });
  if (verdict === 'gone') await stop(tx, due, 'gone');
  // Its last try failed, and nothing else got through since the first.
  else if (wait === null && due.kind !== 'ping' && (called.deliveredAt ?? NEVER) < (called.firstAt ?? at))
    await stop(tx, due, 'failing');
  return wakeAgain(tx, due.endpointId);
}

const NEVER = new Date(0);

async function stop(tx: Tx, { endpointId, institutionId, url }: Due, why: 'gone' | 'failing'): Promise<void> {
  const at = tx.ground.clock.now();
  if (!(await stopEndpoint(tx, endpointId, { state: why === 'gone' ? 'OFF' : 'BROKEN', why, at }))) return;
  await record(tx, self, {
    label: 'webhook.endpoint_stopped',
    facts: { institution: institutionId, endpoint: endpointId, why },
  });
  await speak(tx, self, endpointsStopped, [{ institutionId, endpointId, host: new URL(url).hostname, why }]);
}

/** Everything that is due and that nobody was woken for: what a stopped queue left, or a clock that was moved. */
export async function takeUp(tx: Tx): Promise<void> {
  const waiting = await listWaiting(tx, tx.ground.clock.now());
  await wake(
    tx,
    waiting.filter(({ waitMs }) => waitMs < SOON_MS),
  );
}

export const sendJobs = [
  job({ ...sending, run: send }),
  job({
    name: 'webhook.take_up',
    payload: z.object({}),
    maxAttempts: 3,
    timetable: { cron: '* * * * *', catchUpHours: 0.1 },
    run: takeUp,
  }),
  job({
    name: 'webhook.forget_old',
    payload: z.object({}),
    maxAttempts: 3,
    timetable: { cron: '40 19 * * *', catchUpHours: 24 },
    async run(tx: Tx): Promise<void> {
      await forgetEvents(tx, new Date(tx.ground.clock.now().getTime() - KEPT_DAYS * DAY_MS));
    },
  }),
];
