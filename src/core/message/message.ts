import { z } from 'zod';
import type { Tx } from '../db/index.ts';
import type { Sealer } from '../file/index.ts';
import { newId, type Uuid } from '../id/index.ts';
import { addJobs, type Job } from '../jobs/index.ts';
import type { Speaker } from '../text/index.ts';
import { isMailAddress } from './eml.ts';
import { refuse } from './refusals.ts';
import type { Sender } from './sender.ts';

/** What the ground lends to this room. */
export interface MessageDesk {
  readonly sender: Sender;
  readonly speaker: Speaker;
  readonly sealer: Sealer;
}

declare module '../db/tx.ts' {
  interface Ground {
    readonly messages: MessageDesk;
  }
}

const message = z.object({
  channel: z.enum(['mail', 'sms']),
  /** A mail address, or a telephone number as `+62...`. */
  to: z.string().max(320),
  language: z.enum(['id', 'en']),
  /** The texts `<key>.subject` (mail only) and `<key>.text` of the room that writes. */
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Message = z.output<typeof message>;

const payload = z.object({ id: z.string(), sealed: z.string() });
const KEY_CLASS = 'message';

/**
 * Leaves messages for sending: sealed in a job of this transaction, so they leave exactly when it commits. Gives their ids.
 * @throws Refusal `message.address_malformed`.
 */
export async function leaveMessages(tx: Tx, messages: readonly Message[]): Promise<Uuid[]> {
  const faults = messages.flatMap((each, at) =>
    isAddress(each) ? [] : [{ path: `${at}.to`, code: 'message.address_malformed' }],
  );
  if (faults.length > 0) throw refuse('message.address_malformed', { faults });
  const jobs = messages.map((each) => {
    const id = newId();
    const sealed = tx.ground.messages.sealer.seal(KEY_CLASS, placeOf(id), Buffer.from(JSON.stringify(each)));
    return { id, sealed: sealed.toString('base64') };
  });
  await addJobs(tx, sendJob, jobs);
  return jobs.map(({ id }) => id);
}

export const sendJob = {
  name: 'message.send',
  payload,
  maxAttempts: 12,
  async run(tx, { id, sealed }) {
    const { sealer, sender, speaker } = tx.ground.messages;
    const plain = sealer.unseal(KEY_CLASS, placeOf(id), Buffer.from(sealed, 'base64'));
    const { channel, to, language, key, values } = message.parse(JSON.parse(plain.toString()));
    await sender.send({
      id,
      channel,
      to,
      subject: channel === 'mail' ? speaker.say(language, `${key}.subject`, values) : '',
      text: speaker.say(language, `${key}.text`, values),
      at: tx.ground.clock.now(),
    });
  },
} satisfies Job<z.output<typeof payload>>;

function isAddress({ channel, to }: Message): boolean {
  return channel === 'mail' ? isMailAddress(to) : /^\+[1-9][0-9]{6,14}$/.test(to);
}

function placeOf(id: string) {
  return { table: 'job.message', row: id, column: 'sealed' };
}
