import { may, open } from '../../core/access/index.ts';
import { gathered, route, silent, writes } from '../../core/http/index.ts';
import { answerCalls, sayRefused, whoCalls } from './call.ts';
import * as contracts from './contract.ts';
import { endCredential, makeCredential, viewCredentials } from './credential.ts';

const served = {
  access: open('who calls proves by user id and password in the body who he is'),
  ledger: writes('verification.answered', 'verification.repeated'),
  // A partner's whole system stands behind one address.
  rate: { perMinute: 30_000 },
  role: 'answer',
  refused: sayRefused,
  offered: ({ dukcapilWs }: { dukcapilWs: boolean }) => dukcapilWs,
  handleMany: answerCalls,
} as const;

export const routes = [
  gathered(contracts.callContract, { ...served, who: whoCalls }),
  gathered(contracts.regionalCallContract, { ...served, who: whoCalls }),
  route(contracts.viewCredentialsContract, {
    access: may('partner.key.read'),
    ledger: silent('user ids of institutions; nobody’s data'),
    handle: viewCredentials,
  }),
  route(contracts.makeCredentialContract, {
    access: may('partner.key.manage'),
    ledger: writes('dukcapil_ws.credential_made'),
    handle: makeCredential,
  }),
  route(contracts.endCredentialContract, {
    access: may('partner.key.manage'),
    ledger: writes('dukcapil_ws.credential_ended'),
    handle: endCredential,
  }),
];
