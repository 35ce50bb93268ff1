import { may, open, partner } from '../../core/access/index.ts';
import { gathered, route, silent, writes } from '../../core/http/index.ts';
import { verify, verifyBatch } from './answer/verify.ts';
import { verifyFaceContract, verifyFingerContract } from './body/contract.ts';
import { prepareFace, prepareFinger, verifyBodies } from './body/verify.ts';
import { canaryRoutes } from './canary/routes.ts';
import * as contracts from './contract.ts';
import type { VerificationDesk } from './desk.ts';
import { issueToken } from './token/issue.ts';
import { setKeySet } from './token/key-set.ts';
import { addKey, endKey, viewKeys } from './token/keys.ts';
import { watchRoutes } from './watch/routes.ts';
import * as trials from './trial/contract.ts';
import { issueTrialToken, tryBatch, tryOne } from './trial/trial.ts';

const tried = silent('made-up people of a published table; no register is read');

const answered = writes('verification.answered', 'verification.repeated');

/** Trying is for trying: who wants to know how fast it is measures the true one. */
const SANDBOX_RATE = { perMinute: 600 };

function keySetOf({ signer, publicKey: x }: Pick<VerificationDesk, 'signer' | 'publicKey'>) {
  return { keys: [{ kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid: signer.key, use: 'sig' as const }] };
}

const sandbox = [
  route(trials.trialTokenContract, {
    access: open('who asks for a token proves by his assertion who he is'),
    ledger: tried,
    handle: issueTrialToken,
  }),
  gathered(trials.tryContract, { access: partner, ledger: tried, rate: SANDBOX_RATE, handleMany: tryOne }),
  gathered(trials.tryBatchContract, { access: partner, ledger: tried, rate: SANDBOX_RATE, handleMany: tryBatch }),
  route(trials.trialKeysContract, {
    access: open('a public key'),
    ledger: silent('a public key'),
    handle: async (tx) => keySetOf(tx.ground.verification.trial),
  }),
];

export const routes = [
  ...sandbox,
  route(contracts.issueTokenContract, {
    access: open('who asks for a token proves by his assertion who he is'),
    ledger: writes('verification.token_issued'),
    handle: issueToken,
  }),
  gathered(contracts.verifyContract, { access: partner, ledger: answered, role: 'answer', handleMany: verify }),
  gathered(contracts.verifyBatchContract, {
    access: partner,
    ledger: answered,
    role: 'answer',
    heavy: true,
    handleMany: verifyBatch,
  }),
  gathered(verifyFaceContract, {
    access: partner,
    ledger: answered,
    role: 'answer',
    who: prepareFace,
    handleMany: verifyBodies,
  }),
  gathered(verifyFingerContract, {
    access: partner,
    ledger: answered,
    role: 'answer',
    who: prepareFinger,
    handleMany: verifyBodies,
  }),
  route(contracts.answerKeysContract, {
    access: open('a public key'),
    ledger: silent('a public key'),
    handle: async (tx) => keySetOf(tx.ground.verification),
  }),
  route(contracts.viewKeysContract, {
    access: may('partner.key.read'),
    ledger: silent('public keys of institutions; nobody’s data'),
    handle: viewKeys,
  }),
  route(contracts.addKeyContract, {
    access: may('partner.key.manage'),
    ledger: writes('verification.key_added'),
    handle: addKey,
  }),
  route(contracts.endKeyContract, {
    access: may('partner.key.manage'),
    ledger: writes('verification.key_ended'),
    handle: endKey,
  }),
  route(contracts.setKeySetContract, {
    access: may('partner.key.manage'),
    ledger: writes('verification.key_set_named'),
    handle: setKeySet,
  }),
  ...watchRoutes,
  ...canaryRoutes,
];
