import { Client, type ClientConfig } from 'pg';
import type { Connection } from '../db/index.ts';

export interface BaseCopy {
  /** Tar of the whole cluster without its WAL, as the server sends it; must be read to its end. */
  readonly content: AsyncGenerator<Buffer>;
  /** Where replay begins; known once the content has begun. */
  readonly start: () => { lsn: string; timeline: number };
}

const MOST_WAITING = 64;

/**
 * Copies a running cluster by the replication protocol's BASE_BACKUP (PostgreSQL 17, section 53.4): nothing stops, and pages
 * whose checksum does not hold make it fail.
 */
export function copyBase(connection: Connection, label: string): BaseCopy {
  let start: { lsn: string; timeline: number } | undefined;
  async function* content(): AsyncGenerator<Buffer> {
    const client = new Client({ ...connection, replication: 'true' } as ClientConfig);
    client.on('error', () => {});
    await client.connect();
    try {
      const query = baseBackupQuery(`BASE_BACKUP (LABEL '${label}', CHECKPOINT 'fast', WAIT false, MANIFEST 'no')`);
      client.query(query);
      for await (const message of query.messages()) {
        // Messages of the copy: n names an archive, d brings bytes, p tells the progress.
        const kind = String.fromCharCode(message[0]!);
        start ??= query.start();
        if (kind === 'n' && message.toString('utf8', 1) !== 'base.tar\0\0') {
          throw new Error('a register has no tablespaces');
        }
        if (kind === 'd') yield message.subarray(1);
      }
    } finally {
      await client.end().catch(() => {});
    }
  }
  return {
    content: content(),
    start() {
      if (!start) throw new Error('the copy has not begun');
      return start;
    },
  };
}

interface Wire {
  query(text: string): void;
  readonly stream: { pause(): void; resume(): void };
}

/** A query for node-postgres that takes several results and a copy in one answer. */
function baseBackupQuery(text: string) {
  const waiting: Buffer[] = [];
  const rows: (string | null)[][] = [];
  let wire: Wire | undefined;
  let ended = false;
  let fault: Error | undefined;
  let wake = () => {};
  const done = (error?: Error) => {
    ended = true;
    fault ??= error;
    wake();
  };
  return {
    callback: () => {},
    submit(connection: unknown) {
      wire = connection as Wire;
      wire.query(text);
    },
    handleRowDescription() {},
    handleDataRow: (message: { fields: (string | null)[] }) => void rows.push(message.fields),
    handleCommandComplete() {},
    handleEmptyQuery() {},
    handlePortalSuspended() {},
    handleCopyInResponse() {},
    handleCopyData(message: { chunk: Buffer }) {
      // A copy: the bytes stand in the buffer that the next packet overwrites.
      waiting.push(Buffer.from(message.chunk));
      if (waiting.length > MOST_WAITING) wire?.stream.pause();
      wake();
    },
    handleError: (error: Error) => done(error),
    handleReadyForQuery: () => done(),
    start() {
      const [lsn, timeline] = rows[0] ?? [];
      if (!lsn) throw new Error('the server did not say where the copy begins');
      return { lsn: String(lsn), timeline: Number(timeline) };
    },
    async *messages(): AsyncGenerator<Buffer> {
      for (;;) {
        const next = waiting.shift();
        if (next) {
          if (waiting.length === 0) wire?.stream.resume();
          yield next;
        } else if (ended) {
          if (fault) throw fault;
          return;
        } else {
          await new Promise<void>((resolve) => (wake = resolve));
        }
      }
    },
  };
}
