import { z } from 'zod';
import { contract } from '../http/contract.ts';

/** The backups that there are, newest first, and when each was last shown to hold. */
export const listBackupsContract = contract({
  method: 'GET',
  path: '/v1/backups',
  summary: { id: 'Daftar cadangan dan pemeriksaan terakhirnya', en: 'List backups and their last verification' },
  output: z.object({
    backups: z.array(
      z.object({
        name: z.string(),
        madeAt: z.iso.datetime(),
        /** Up to which instant it brings the register back. */
        until: z.iso.datetime().nullable(),
        ageSeconds: z.int(),
        points: z.int(),
        bytes: z.int(),
        encrypted: z.boolean(),
        withDatabase: z.boolean(),
        readable: z.boolean(),
        verified: z
          .object({ at: z.iso.datetime(), ok: z.boolean(), size: z.int(), root: z.base64().nullable() })
          .nullable(),
      }),
    ),
  }),
});
