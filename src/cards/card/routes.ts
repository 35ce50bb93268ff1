import { may } from '../../core/access/index.ts';
import { route, writes } from '../../core/http/index.ts';
import { uidText } from '../blank/index.ts';
import * as contracts from './contract.ts';
import * as ways from './check/contract.ts';
import { wrapped } from './chip/sod.ts';
import { checkCard } from './check/check.ts';
import { viewOnTheWay } from './check/on-the-way.ts';
import { viewPrints } from './check/prints.ts';
import { checkSample } from './check/sample.ts';
import { arriveCards, reportMissing, shipCards } from './check/ship.ts';
import { viewHere } from './here/here.ts';
import { handOver, takeInCard } from './handover/handover.ts';
import { keepProxyLetter, releaseCard, verifyHolder } from './handover/verify.ts';
import { keepContactOf } from './holder/contact.ts';
import { issueLetter, openLetter } from './letter/letter.ts';
import { declareLost, liftLoss, reportLoss } from './loss/loss.ts';
import { openChip, openFace } from './face/face.ts';
import { beginPrinting, printFailed } from './print/print.ts';
import { requestAtCounter, viewQueue, withdrawRequest } from './request/request.ts';
import { traceCard } from './trace/trace.ts';
import { viewCards } from './view.ts';

const asking = may('card.request');
const printing = may('card.print');
const checking = may('card.check');
const handing = may('card.hand_over');

export const routes = [
  route(contracts.requestCardContract, {
    access: asking,
    ledger: writes('card.requested'),
    handle: requestAtCounter,
  }),
  route(contracts.keepContactContract, {
    access: asking,
    ledger: writes('card.contact_kept'),
    handle: keepContactOf,
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
  route(contracts.listHereContract, { access: checking, ledger: writes('card.here_listed'), handle: viewHere }),
  route(contracts.openFaceContract, {
    access: checking,
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
  route(ways.checkCardContract, {
    access: checking,
    ledger: writes('card.checked', 'card.spoiled'),
    handle: checkCard,
  }),
  route(ways.checkSampleContract, { access: checking, ledger: writes('card.checked'), handle: checkSample }),
  route(ways.listPrintsContract, { access: checking, ledger: writes('card.prints_listed'), handle: viewPrints }),
  route(ways.listOnTheWayContract, {
    access: handing,
    ledger: writes('card.on_the_way_listed'),
    handle: viewOnTheWay,
  }),
  route(ways.shipCardsContract, { access: checking, ledger: writes('card.shipped'), handle: shipCards }),
  route(ways.arriveCardsContract, { access: handing, ledger: writes('card.arrived'), handle: arriveCards }),
  route(ways.reportMissingContract, {
    access: may('card.supervise'),
    ledger: writes('card.missing'),
    handle: reportMissing,
  }),
  route(contracts.verifyHolderContract, {
    access: handing,
    ledger: writes('card.holder_verified'),
    handle: (tx, actor, { template, ...shown }) =>
      verifyHolder(tx, actor, { ...shown, bytes: Buffer.from(template, 'base64') }),
  }),
  route(contracts.releaseCardContract, {
    access: may('card.supervise'),
    ledger: writes('card.released'),
    handle: releaseCard,
  }),
  route(contracts.keepProxyLetterContract, {
    access: handing,
    ledger: writes('card.proxy_letter_kept'),
    handle: keepProxyLetter,
  }),
  route(contracts.handOverContract, { access: handing, ledger: writes('card.handed_over'), handle: handOver }),
  route(contracts.takeInCardContract, { access: handing, ledger: writes('card.taken_in'), handle: takeInCard }),
  route(contracts.reportLossContract, { access: handing, ledger: writes('card.suspended'), handle: reportLoss }),
  route(contracts.liftLossContract, { access: handing, ledger: writes('card.loss_lifted'), handle: liftLoss }),
  route(contracts.declareLostContract, { access: handing, ledger: writes('card.lost'), handle: declareLost }),
  route(contracts.traceCardContract, { access: may('card.trace'), ledger: writes('card.traced'), handle: traceCard }),
  route(contracts.issueLetterContract, {
    access: asking,
    ledger: writes('card.letter_issued'),
    handle: async (tx, actor, input) => {
      const { documentId, number, validUntil, issued } = await issueLetter(tx, actor, input);
      return { documentId, number, validUntil, issued };
    },
  }),
  route(contracts.openLetterContract, { access: asking, ledger: writes('card.letter_opened'), handle: openLetter }),
  route(contracts.listCardsContract, {
    access: may('card.read', { purpose: 'stated' }),
    ledger: writes('card.opened'),
    handle: viewCards,
  }),
];
