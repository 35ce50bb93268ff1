import { z } from 'zod';
import { contract } from '../http/contract.ts';

/** What anybody may learn of a paper in his hand; see `checkDocument`. Hashes as base64. */
export const checkPaperContract = contract({
  method: 'POST',
  path: '/v1/papers/check',
  summary: { id: 'Periksa keaslian sebuah dokumen', en: 'Check whether a paper is genuine' },
  // A look-up; by POST because the number on the paper may be a family card's.
  repeatable: true,
  body: z
    .object({
      /** The text of the QR code. */
      qr: z.string().max(400).optional(),
      /** The id printed below the code, for those who cannot scan. */
      id: z.uuid().optional(),
      /** The number printed on the paper; compared, and only where the code is genuine. */
      number: z.string().max(60).optional(),
    })
    .strict(),
  output: z.object({
    documentId: z.uuid(),
    genuine: z.boolean().nullable(),
    state: z.enum(['valid', 'replaced', 'cancelled', 'unknown']),
    kind: z.string().nullable(),
    issuedOn: z.iso.date().nullable(),
    office: z.string().nullable(),
    replacedBy: z.uuid().nullable(),
    endedOn: z.iso.date().nullable(),
    numberAgrees: z.boolean().nullable(),
    checkpoint: z.object({ origin: z.string(), size: z.int(), root: z.base64() }).nullable(),
  }),
});
