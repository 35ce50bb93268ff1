import { z } from 'zod';
import { contract } from '../http/contract.ts';

const count = z.number().int();

export const healthContract = contract({
  method: 'GET',
  path: '/v1/health',
  summary: { id: 'Keadaan log, antrean pekerjaan, dan basis data', en: 'How the log, the jobs and the database stand' },
  output: z.object({
    ledger: z.object({
      /** Entries that have a number, those under a published checkpoint, and those still waiting for a number. */
      numbered: count,
      published: count,
      waiting: count,
      oldestWaitingSeconds: z.number(),
    }),
    jobs: z.object({
      waiting: count,
      /** Tried at least once and to be tried again. */
      retrying: count,
      /** Given up. */
      failed: count,
      oldestWaitingSeconds: z.number().nullable(),
      failedNames: z.array(z.object({ name: z.string(), n: count })),
    }),
    database: z.object({ bytes: z.number(), version: z.string(), connections: count }),
    process: z.object({ uptimeSeconds: z.number(), memoryBytes: z.number() }),
  }),
});
