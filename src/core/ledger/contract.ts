import { z } from 'zod';
import { contract } from '../http/contract.ts';

const seq = z.number().int().min(0);
const base64 = z.string().max(100);

/** What an entry says, without a person. */
export const entryBody = z.object({
  id: z.uuid(),
  label: z.string(),
  at: z.string(),
  clock: z.string().optional(),
  by: z.string(),
  office: z.string().optional(),
  purpose: z.string().optional(),
  count: z.number().int(),
  subjects: base64.optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

export const checkpointContract = contract({
  method: 'GET',
  path: '/v1/ledger/checkpoint',
  summary: {
    id: 'Titik periksa bertanda tangan yang terbaru (C2SP tlog-checkpoint)',
    en: 'The latest signed checkpoint (C2SP tlog-checkpoint)',
  },
  output: z.unknown(),
  kind: 'file',
});

export const keyContract = contract({
  method: 'GET',
  path: '/v1/ledger/key',
  summary: { id: 'Kunci untuk memeriksa titik periksa', en: 'The key that checkpoints are verified with' },
  output: z.unknown(),
  kind: 'file',
});

/** Empty unless a log was ended after a restore; each text is public and signed. */
export const formerContract = contract({
  method: 'GET',
  path: '/v1/ledger/former',
  summary: {
    id: 'Log-log sebelumnya: kunci, titik periksa terakhir, dan catatan yang memulai log sesudahnya',
    en: 'The logs before this one: key, last checkpoint, and the entry that began the log after it',
  },
  output: z.array(z.object({ key: z.string(), checkpoint: z.string(), begun: z.string() })),
});

export const verifierContract = contract({
  method: 'GET',
  path: '/v1/ledger/verifier',
  summary: { id: 'Program pemeriksa log, satu berkas', en: 'The program that checks the log, one file' },
  output: z.unknown(),
  kind: 'file',
});

export const tileContract = contract({
  method: 'GET',
  path: '/v1/ledger/tile/:level/*',
  summary: { id: 'Ubin hash dari log (C2SP tlog-tiles)', en: 'A hash tile of the log (C2SP tlog-tiles)' },
  params: z.object({ level: z.string().max(2), '*': z.string().max(60) }),
  output: z.unknown(),
  kind: 'file',
});

export const bundleContract = contract({
  method: 'GET',
  path: '/v1/ledger/tile/entries/*',
  summary: { id: 'Berkas isi catatan, bagi pemeriksa', en: 'An entry bundle, for auditors' },
  params: z.object({ '*': z.string().max(60) }),
  output: z.unknown(),
  kind: 'file',
});

export const consistencyContract = contract({
  method: 'GET',
  path: '/v1/ledger/consistency',
  summary: {
    id: 'Bukti bahwa log yang lama adalah awal dari yang baru',
    en: 'Proof that the older log is the beginning of the newer',
  },
  query: z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  output: z.object({ proof: z.array(base64) }),
});

export const listEntriesContract = contract({
  method: 'GET',
  path: '/v1/ledger/entries',
  summary: { id: 'Catatan terbaru, bagi pemeriksa', en: 'The latest entries, for auditors' },
  query: z.object({
    before: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** A label, or its beginning up to a dot (`officer.`). */
    label: z
      .string()
      .regex(/^[a-z_]+\.[a-z_]*$/)
      .optional(),
    office: z.uuid().optional(),
  }),
  /** `next`: the `before` with which to go on; `null` when the beginning of the log was reached. */
  output: z.object({ size: seq, entries: z.array(z.object({ seq, entry: entryBody })), next: seq.nullable() }),
});

export const getEntryContract = contract({
  method: 'GET',
  path: '/v1/ledger/entries/:entryId',
  summary: { id: 'Sebuah catatan dengan buktinya', en: 'An entry with its proof' },
  params: z.object({ entryId: z.uuid() }),
  /** `text`: the entry's very bytes, of which the leaf is the hash. */
  output: z.object({
    seq,
    entry: entryBody,
    text: z.string(),
    leafHash: base64,
    proof: z.array(base64),
    checkpoint: z.string(),
  }),
});

export const verifyContract = contract({
  method: 'POST',
  path: '/v1/ledger/verify',
  summary: { id: 'Periksa seluruh log', en: 'Verify the whole log' },
  body: z.object({ against: z.string().max(20_000).optional() }),
  output: z.object({
    ok: z.boolean(),
    size: seq,
    root: base64.nullable(),
    checkpoint: z.string().nullable(),
    firstBad: z.object({ kind: z.string(), seq: seq.nullable(), detail: z.string() }).nullable(),
    former: z.array(z.object({ origin: z.string(), size: seq, kept: seq })).optional(),
  }),
  repeatable: true,
});

export const tamperContract = contract({
  method: 'POST',
  path: '/v1/ledger/tamper',
  summary: {
    id: 'Rusak log sebagai superuser basis data (hanya data peragaan)',
    en: 'Tamper with the log as a database superuser (demonstration data only)',
  },
  body: z.object({ kind: z.enum(['alter', 'delete', 'insert', 'reorder', 'rollback', 'replace']) }),
  output: z.object({ kind: z.string(), did: z.string() }),
});
