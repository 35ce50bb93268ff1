import { may, open, partner } from '../../core/access/index.ts';
import { gathered, route, silent, writes } from '../../core/http/index.ts';
import { verify, verifyBatch } from './answer/verify.ts';
import { verifyFaceContract, verifyFingerContract } from './body/contract.ts';
import { prepareFace, prepareFinger, verifyBodies } from './body/verify.ts';
import { canaryRoutes } from './canary/routes.ts';
import * as contracts from './contract.ts';
import { issueToken } from './token/issue.ts';
import { setKeySet } from './token/key-set.ts';
import { addKey, endKey, viewKeys } from './token/keys.ts';
import { watchRoutes } from './watch/routes.ts';

const answered = writes('verification.answered', 'verification.repeated');

export const routes = [
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
    handle: async (tx) => {
      const { signer, publicKey: x } = tx.ground.verification;
      return { keys: [{ kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid: signer.key, use: 'sig' as const }] };
    },
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
