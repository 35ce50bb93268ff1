/** Routes of invented persons ("data umpan"), for officers of the centre. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { MOST_AT_ONCE, USUAL_COUNT } from './rules.ts';
import { canaryShape, traceShape } from './schema.ts';

const one = z.object({ id: z.uuid() });

export const viewCanariesContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions/:id/canaries',
  summary: {
    id: 'Data umpan sebuah lembaga: jumlah, sejak kapan, dan pertanyaan yang menyentuhnya; bukan isinya',
    en: "An institution's invented persons: how many, since when, and what touched them; not who they are",
  },
  params: one,
  output: z.object({ canaries: z.array(canaryShape) }),
});

export const makeCanariesContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/canaries',
  summary: { id: 'Buat data umpan bagi sebuah lembaga', en: 'Make invented persons for an institution' },
  params: one,
  body: z.object({ count: z.number().int().min(1).max(MOST_AT_ONCE).default(USUAL_COUNT) }),
  output: z.object({ made: z.number().int() }),
});

export const handOutCanariesContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/canaries/file',
  summary: {
    id: 'Serahkan data umpan yang belum diserahkan sebagai berkas; setiap data umpan diserahkan satu kali',
    en: 'Hand out the invented persons that were not handed out yet as a file; each leaves once',
  },
  params: one,
  output: z.unknown(),
  kind: 'file',
});

export const endCanaryContract = contract({
  method: 'POST',
  path: '/v1/partners/canaries/:id/ending',
  summary: { id: 'Akhiri data umpan, atau ganti dengan yang baru', en: 'Retire an invented person, or renew it' },
  params: one,
  body: z.object({ reason: z.string().trim().min(10).max(1_000), renew: z.boolean().default(false) }),
  output: z.object({}),
});

export const traceFileContract = contract({
  method: 'POST',
  path: '/v1/partners/canary-traces',
  summary: {
    id: 'Telusuri berkas yang bocor: data umpan lembaga mana yang ada di dalamnya',
    en: 'Trace a leaked file: the invented persons of which institutions are in it',
  },
  kind: 'upload',
  mostBytes: 128 * 1024 * 1024,
  output: traceShape,
});

export const viewTracesContract = contract({
  method: 'GET',
  path: '/v1/partners/canary-traces',
  summary: { id: 'Berkas yang pernah ditelusuri', en: 'Files that were traced' },
  output: z.object({ traces: z.array(traceShape) }),
});
