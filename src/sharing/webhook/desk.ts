/** Which hosts may be called because an institution wants to be told there: asked anew at each call. */
import { quietPool, type Connection } from '../../core/db/index.ts';

export interface WebhookDesk {
  /** Whether an endpoint that is on lies on this host. */
  callsTo(host: string): Promise<boolean>;
  close(): Promise<void>;
}

declare module '../../core/db/tx.ts' {
  interface Ground {
    readonly webhooks: WebhookDesk;
  }
}

/** Connects when first used: a process that sends nothing has no connection for it. */
export function openWebhookDesk(connection: Connection): WebhookDesk {
  const pool = quietPool({
    ...connection,
    max: 1,
    application_name: 'jatidiri webhooks',
    options: '-c role=jatidiri_system',
  });
  return {
    async callsTo(host) {
      const { rows } = await pool.query("select 1 from webhook.endpoint where host = $1 and state = 'ON' limit 1", [
        host,
      ]);
      return rows.length > 0;
    },
    close: () => pool.end(),
  };
}
