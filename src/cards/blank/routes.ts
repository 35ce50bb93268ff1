import { may } from '../../core/access/index.ts';
import { readTable } from '../../core/table/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Actor } from '../../core/access/index.ts';
import type { UploadedFile } from '../../core/http/contract.ts';
import * as contracts from './contract.ts';
import * as desk from './desk/contract.ts';
import { reverseOwn, viewBox, viewDestinations, viewHandover, viewKeepers } from './desk/view.ts';
import { receiveDelivery, takeManifest } from './delivery/deliver.ts';
import { manifestLines } from './delivery/manifest.ts';
import { countShipment, reportDifference } from './shipment/receive.ts';
import { sendShipment, takeBack } from './shipment/send.ts';
import { countForHandover, handOverStore } from './store/handover.ts';
import { openStore } from './store/store.ts';
import { countDelivery, countStock, openDifference } from './tally/count.ts';
import { settleDifference } from './tally/settle.ts';
import { traceBlank } from './trace/trace.ts';
import { viewDeliveries, viewDiscrepancies, viewShipment, viewShipments, viewStock, viewStores } from './stock/view.ts';
import type { SpanText } from './schema.ts';
import type { Span } from './rules.ts';

const reading = may('blank.read');
const keeping = may('blank.keep');
const noPerson = silent('blanks and where they lie; no person');

const spanOf = ({ first, last }: SpanText): Span => ({ first: BigInt(first), last: BigInt(last) });
const plainCount = <Done extends { expected: bigint }>({ expected, ...done }: Done) => ({
  ...done,
  expected: Number(expected),
});

export const routes = [
  route(contracts.recordDeliveryContract, {
    access: may('blank.deliver'),
    ledger: writes('blank.delivered'),
    handle: async (tx, actor, input) => {
      const boxes = input.boxes.map(({ code, span }) => ({ code, span: spanOf(span) }));
      const { id, n } = await receiveDelivery(tx, actor, { ...input, spans: input.spans.map(spanOf), boxes });
      return { id, n: Number(n) };
    },
  }),
  route(contracts.takeManifestContract, {
    access: may('blank.deliver'),
    ledger: writes('blank.manifest_taken'),
    handle: async (tx: Tx, actor: Actor, input: { id: string; file: UploadedFile }) => {
      const table = await readTable({ name: input.file.name, bytes: input.file.bytes });
      const { uids } = await takeManifest(tx, actor, { batchId: input.id, lines: manifestLines(table) });
      return { uids: Number(uids) };
    },
  }),
  route(contracts.listDeliveriesContract, { access: reading, ledger: noPerson, handle: viewDeliveries }),
  route(contracts.countDeliveryContract, {
    access: keeping,
    ledger: writes('blank.counted'),
    handle: async (tx, actor, { id, counted, note }) =>
      plainCount(await countDelivery(tx, actor, { batchId: id, counted: BigInt(counted), note })),
  }),
  route(contracts.openStoreContract, {
    access: may('blank.store.manage'),
    ledger: writes('blank.store_opened'),
    handle: async (tx, actor, input) => ({ id: (await openStore(tx, actor, input)).id }),
  }),
  route(contracts.listStoresContract, { access: reading, ledger: noPerson, handle: viewStores }),
  route(contracts.openStockContract, { access: reading, ledger: noPerson, handle: viewStock }),
  route(contracts.countStockContract, {
    access: may('blank.count'),
    ledger: writes('blank.counted'),
    handle: async (tx, actor, { id, counted, ...more }) =>
      plainCount(await countStock(tx, actor, { storeId: id, counted: BigInt(counted), ...more })),
  }),
  route(contracts.openDifferenceContract, {
    access: keeping,
    ledger: writes('blank.discrepancy_opened'),
    handle: async (tx, actor, { id, counted, countedAt }) => {
      const what = { storeId: id, counted: BigInt(counted), countedAt };
      const { discrepancyId } = await openDifference(tx, actor, what);
      return { id: discrepancyId };
    },
  }),
  route(contracts.handoverCountContract, {
    access: keeping,
    ledger: writes('blank.counted'),
    handle: async (tx, actor, { id, counted }) => {
      const { round } = await countForHandover(tx, actor, { storeId: id, counted: BigInt(counted) });
      return { round };
    },
  }),
  route(contracts.handOverStoreContract, {
    access: may('blank.hand_over'),
    ledger: writes('blank.store_handed_over'),
    handle: (tx, actor, { id, toKeeperId }) => handOverStore(tx, actor, { storeId: id, toKeeperId }),
  }),
  route(contracts.sendShipmentContract, {
    access: keeping,
    ledger: writes('blank.shipment_sent'),
    handle: (tx, actor, input) => sendShipment(tx, actor, { ...input, spans: input.spans.map(spanOf) }),
  }),
  route(contracts.listShipmentsContract, { access: reading, ledger: noPerson, handle: viewShipments }),
  route(contracts.openShipmentContract, { access: reading, ledger: noPerson, handle: viewShipment }),
  route(contracts.countShipmentContract, {
    access: keeping,
    ledger: writes('blank.shipment_counted'),
    handle: async (tx, actor, { counted, ...input }) => {
      const done = await countShipment(tx, actor, { ...input, counted: BigInt(counted) });
      return { ...done, sent: Number(done.sent), counted };
    },
  }),
  route(contracts.reportDifferenceContract, {
    access: keeping,
    ledger: writes('blank.discrepancy_opened', 'blank.moved'),
    handle: async (tx, actor, { id, there }) => {
      const done = await reportDifference(tx, actor, { id, there: there.map(spanOf) });
      return { ...done, missing: Number(done.missing) };
    },
  }),
  route(contracts.takeBackContract, {
    access: keeping,
    ledger: writes('blank.shipment_returned'),
    handle: takeBack,
  }),
  route(contracts.listDiscrepanciesContract, { access: reading, ledger: noPerson, handle: viewDiscrepancies }),
  route(contracts.settleDifferenceContract, {
    access: may('blank.settle'),
    ledger: writes('blank.discrepancy_closed'),
    handle: (tx, actor, { missing, ...input }) =>
      settleDifference(tx, actor, { ...input, ...(missing && { missing: missing.map(spanOf) }) }),
  }),
  route(contracts.reverseMovementContract, {
    access: keeping,
    ledger: writes('blank.moved'),
    handle: async (tx, actor, input) => ({ id: await reverseOwn(tx, actor, input) }),
  }),
  route(contracts.traceBlankContract, {
    access: may('blank.trace'),
    ledger: writes('blank.traced'),
    handle: traceBlank,
  }),
  route(desk.listDestinationsContract, { access: keeping, ledger: noPerson, handle: viewDestinations }),
  route(desk.listKeepersContract, { access: reading, ledger: noPerson, handle: viewKeepers }),
  route(desk.openHandoverContract, { access: reading, ledger: noPerson, handle: viewHandover }),
  route(desk.findBoxContract, { access: keeping, ledger: noPerson, handle: viewBox }),
];
