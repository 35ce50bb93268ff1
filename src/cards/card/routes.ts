import { may } from '../../core/access/index.ts';
import { route, writes } from '../../core/http/index.ts';
import { uidText } from '../blank/index.ts';
import * as contracts from './contract.ts';
import { wrapped } from './chip/sod.ts';
import { openChip, openFace } from './face/face.ts';
import { beginPrinting, printFailed } from './print/print.ts';
import { requestAtCounter, viewQueue, withdrawRequest } from './request/request.ts';
import { viewCards } from './view.ts';

const asking = may('card.request');
const printing = may('card.print');

export const routes = [
  route(contracts.requestCardContract, {
    access: asking,
    ledger: writes('card.requested'),
    handle: requestAtCounter,
  }),
  route(contracts.listRequestsContract, {
    access: printing,
    ledger: writes('card.queue_listed'),
    handle: viewQueue,
  }),
  route(contracts.withdrawRequestContract, {
    access: asking,
    ledger: writes('card.request_withdrawn'),
    handle: withdrawRequest,
  }),
  route(contracts.beginPrintingContract, {
    access: printing,
    ledger: writes('card.printed'),
    handle: async (tx, actor, input) => {
      const { cardId, serial, uid } = await beginPrinting(tx, actor, input);
      return { cardId, serial: String(serial), uid: uid === null ? null : uidText(uid) };
    },
  }),
  route(contracts.printFailedContract, {
    access: printing,
    ledger: writes('card.spoiled'),
    handle: printFailed,
  }),
  route(contracts.openFaceContract, {
    access: may('card.check'),
    ledger: writes('card.face_opened'),
    handle: openFace,
  }),
  route(contracts.openChipContract, {
    access: printing,
    ledger: writes('card.chip_opened'),
    handle: async (tx, actor, input) => {
      const { groups, sod, certificate } = await openChip(tx, actor, input);
      const base64 = (bytes: Buffer) => bytes.toString('base64');
      return {
        groups: groups.map(({ number, bytes }) => ({ number, bytes: base64(bytes) })),
        sod: base64(wrapped(sod)),
        certificate: base64(certificate),
      };
    },
  }),
  route(contracts.listCardsContract, {
    access: may('card.read', { purpose: 'stated' }),
    ledger: writes('card.opened'),
    handle: viewCards,
  }),
];
