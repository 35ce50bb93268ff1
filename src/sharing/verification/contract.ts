/** The routes of verification: for partners' systems, for whoever checks an answer, and for officers who look after keys. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import {
  ALGORITHMS,
  answeredShape,
  batchAnsweredShape,
  batchShape,
  issuedTokenShape,
  questionShape,
  tokenRequestShape,
} from './schema.ts';

export const issueTokenContract = contract({
  method: 'POST',
  path: '/v1/token',
  summary: {
    id: 'Token lima menit bagi sistem lembaga pengguna (OAuth 2.0 client_credentials dengan private_key_jwt; dengan DPoP bila terikat)',
    en: "A token of five minutes for a partner's system (OAuth 2.0 client_credentials with private_key_jwt; with DPoP where it is bound)",
  },
  body: tokenRequestShape,
  output: issuedTokenShape,
  form: true,
  repeatable: true,
});

export const verifyContract = contract({
  method: 'POST',
  path: '/v1/verifications',
  summary: {
    id: 'Cocokkan NIK dan sekurangnya dua data lain dengan register: per data cocok, tidak cocok, skor, atau tidak diberikan; nilainya tidak pernah',
    en: 'Compare a NIK and at least two more attributes with the register: for each match, no match, a score or not granted; never its value',
  },
  body: questionShape,
  output: answeredShape,
  repeatable: true,
});

export const verifyBatchContract = contract({
  method: 'POST',
  path: '/v1/verifications/batch',
  summary: {
    id: 'Cocokkan sampai 1.000 orang dalam satu kiriman, di bawah satu catatan log',
    en: 'Compare up to 1,000 people in one call, under one entry of the log',
  },
  body: batchShape,
  output: batchAnsweredShape,
  repeatable: true,
  // A thousand questions with every attribute at its longest.
  mostBytes: 4 * 1024 * 1024,
});

export const answerKeysContract = contract({
  method: 'GET',
  path: '/v1/verifications/keys',
  summary: {
    id: 'Kunci publik untuk memeriksa tanda tangan jawaban (JWKS)',
    en: 'The public keys with which signatures of answers are checked (JWKS)',
  },
  output: z.object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        use: z.literal('sig'),
      }),
    ),
  }),
});

const institution = z.object({ id: z.uuid() });

export const viewKeysContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions/:id/keys',
  summary: { id: 'Kunci publik lembaga pengguna', en: "A partner's public keys" },
  params: institution,
  output: z.object({
    keys: z.array(
      z.object({
        id: z.string(),
        kid: z.string(),
        thumbprint: z.string(),
        algorithm: z.enum(ALGORITHMS),
        addedAt: z.string(),
        endedAt: z.string().nullable(),
      }),
    ),
    published: z
      .object({
        url: z.string(),
        fetchedAt: z.string().nullable(),
        fault: z.string().nullable(),
        kids: z.array(z.string()),
      })
      .nullable(),
  }),
});

export const addKeyContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/keys',
  summary: {
    id: 'Terima kunci publik (JWK atau PEM) dari lembaga pengguna',
    en: "Take a partner's public key (JWK or PEM)",
  },
  params: institution,
  /** One of the two. A PEM is a public key (SPKI) or a certificate. */
  body: z.object({ jwk: z.record(z.string(), z.unknown()).optional(), pem: z.string().max(16_384).optional() }),
  output: z.object({ id: z.string(), kid: z.string(), thumbprint: z.string() }),
});

export const endKeyContract = contract({
  method: 'POST',
  path: '/v1/partners/keys/:id/ending',
  summary: { id: 'Akhiri kunci lembaga pengguna', en: "End a partner's key" },
  params: z.object({ id: z.uuid() }),
  output: z.object({}),
});

export const setKeySetContract = contract({
  method: 'PUT',
  path: '/v1/partners/institutions/:id/key-set',
  summary: {
    id: 'Catat alamat tempat lembaga pengguna menerbitkan kuncinya sendiri (JWKS), atau hapus',
    en: 'Enter where a partner publishes its keys itself (JWKS), or take it away',
  },
  params: institution,
  body: z.object({ url: z.url().max(500).nullable() }),
  output: z.object({}),
});
