/** The sandbox's routes: the true ones' shapes under another path. */
import { answerKeysContract, issueTokenContract, verifyBatchContract, verifyContract } from '../contract.ts';

export const trialTokenContract = {
  ...issueTokenContract,
  path: '/v1/sandbox/token',
  summary: {
    id: 'Token uji coba bagi lembaga yang sudah menyerahkan kunci, juga sebelum ada perjanjian',
    en: 'A token of the sandbox for institutions that have handed in a key, before any agreement too',
  },
} as const;

export const tryContract = {
  ...verifyContract,
  path: '/v1/sandbox/verifications',
  summary: {
    id: 'Uji coba: pertanyaan yang sama terhadap tabel NIK uji yang diterbitkan, bukan register',
    en: 'Sandbox: the same question against the published table of test NIKs, not the register',
  },
} as const;

export const tryBatchContract = {
  ...verifyBatchContract,
  path: '/v1/sandbox/verifications/batch',
  summary: {
    id: 'Uji coba: sampai 1.000 pertanyaan sekaligus',
    en: 'Sandbox: up to 1,000 questions at once',
  },
} as const;

export const trialKeysContract = {
  ...answerKeysContract,
  path: '/v1/sandbox/verifications/keys',
  summary: {
    id: 'Kunci publik jawaban uji coba (JWKS); namanya dimulai dengan sandbox',
    en: 'The public keys of sandbox answers (JWKS); their names begin with sandbox',
  },
} as const;
