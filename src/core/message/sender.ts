import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { toEml } from './eml.ts';

/** A message as it leaves. */
export interface Outgoing {
  readonly id: string;
  readonly channel: 'mail' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** A way out for messages. May be handed the same message twice (same `id`) and then sends it once if it can. */
export interface Sender {
  send(message: Outgoing): Promise<void>;
}

/** The default way out: a folder that a mail server or a person empties. One file a message, named by its id. */
export function dropFolder(dir: string, from: string): Sender {
  return {
    async send(message) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const isMail = message.channel === 'mail';
      const path = join(dir, `${message.id}.${isMail ? 'eml' : 'sms'}`);
      const content = isMail ? toEml({ ...message, from }) : `${message.to}\n\n${message.text}\n`;
      const draft = `${path}.writing`;
      const handle = await open(draft, 'w', 0o600);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      // Whoever empties the folder never sees half a message.
      await rename(draft, path);
    },
  };
}
