import { may, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import type { UploadedFile } from '../../core/http/contract.ts';
import { readTable } from '../../core/table/index.ts';
import { openBag, putIntoBag, sealBag, takeOutOfBag } from './bag/bag.ts';
import { countBag, settleDifference } from './bag/count.ts';
import { receiveBag, sendBags, viewDispatches } from './bag/dispatch.ts';
import { placeHold, proposeLift } from './bag/hold.ts';
import { storeBag } from './bag/keep.ts';
import { viewBag, viewBags, viewDifferences } from './bag/view.ts';
import * as contracts from './contract.ts';
import { addEvidence, addWitness, beginDestruction, checkSeal, recountBag } from './destruction/day.ts';
import { finishDestruction } from './destruction/finish.ts';
import { openMinutes, remakeMinutes } from './destruction/minutes.ts';
import { cancelPlan, proposePlan } from './destruction/plan.ts';
import { reportDestruction, reportNothing, viewReports } from './destruction/report.ts';
import { enterFoundCount, explainCounts, importFound, noteCustody, openFound } from './found/found.ts';
import { readFound } from './found/list.ts';
import { issueFoundReports, openPoliceReport, openPublicReport } from './found/report.ts';
import { readPieces } from './intake/list.ts';
import { releasePiece, takeIn } from './intake/take-in.ts';
import { viewLoose } from './intake/view.ts';
import { viewFound, viewFounds, viewPlan, viewPlans } from './view.ts';

const reading = may('disposal.read');
const bagging = may('disposal.bag');
const burning = may('disposal.destroy');
const finding = may('disposal.found.record');
const masked = silent('pieces and bags; every NIK is masked');
const counts = silent('counts and places; no person');

const intake = [
  route(contracts.takeInContract, {
    access: may('disposal.take_in'),
    ledger: writes('disposal.taken_in'),
    handle: (tx, actor, { source, piece }) => takeIn(tx, actor, { source, lines: [{ line: 1, given: piece }] }),
  }),
  route(contracts.takeInListContract, {
    access: may('disposal.take_in'),
    ledger: writes('disposal.taken_in'),
    handle: async (tx: Tx, actor: Actor, { source, file }: { source: string; file: UploadedFile }) => {
      const list = await readPieces(await readTable({ name: file.name, bytes: file.bytes }));
      return takeIn(tx, actor, { source, ...list });
    },
  }),
  route(contracts.listLooseContract, { access: reading, ledger: masked, handle: viewLoose }),
  route(contracts.releasePieceContract, {
    access: may('disposal.settle'),
    ledger: writes('disposal.piece_released'),
    handle: releasePiece,
  }),
];

const bags = [
  route(contracts.openBagContract, { access: bagging, ledger: writes('disposal.bag_opened'), handle: openBag }),
  route(contracts.listBagsContract, { access: reading, ledger: masked, handle: viewBags }),
  route(contracts.viewBagContract, { access: reading, ledger: masked, handle: viewBag }),
  route(contracts.putIntoBagContract, { access: bagging, ledger: writes('disposal.bagged'), handle: putIntoBag }),
  route(contracts.takeOutOfBagContract, { access: bagging, ledger: writes('disposal.unbagged'), handle: takeOutOfBag }),
  route(contracts.sealBagContract, { access: bagging, ledger: writes('disposal.bag_sealed'), handle: sealBag }),
  route(contracts.countBagContract, { access: bagging, ledger: writes('disposal.bag_counted'), handle: countBag }),
  route(contracts.storeBagContract, { access: bagging, ledger: writes('disposal.bag_stored'), handle: storeBag }),
  route(contracts.sendBagsContract, { access: bagging, ledger: writes('disposal.bags_sent'), handle: sendBags }),
  route(contracts.listDispatchesContract, { access: reading, ledger: counts, handle: viewDispatches }),
  route(contracts.receiveBagContract, { access: bagging, ledger: writes('disposal.bag_counted'), handle: receiveBag }),
  route(contracts.listDifferencesContract, { access: reading, ledger: counts, handle: viewDifferences }),
  route(contracts.settleBagContract, {
    access: may('disposal.settle'),
    ledger: writes('disposal.difference_settled'),
    handle: settleDifference,
  }),
  route(contracts.placeHoldContract, {
    access: may('disposal.hold'),
    ledger: writes('disposal.held'),
    handle: placeHold,
  }),
  route(contracts.liftHoldContract, {
    access: may('disposal.hold_lift.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeLift,
  }),
];

const destructions = [
  route(contracts.proposePlanContract, {
    access: may('disposal.destruction.propose'),
    ledger: writes('disposal.plan_proposed'),
    handle: proposePlan,
  }),
  route(contracts.listPlansContract, { access: reading, ledger: counts, handle: viewPlans }),
  route(contracts.viewPlanContract, { access: reading, ledger: counts, handle: viewPlan }),
  route(contracts.cancelPlanContract, {
    access: may('disposal.destruction.propose'),
    ledger: writes('disposal.plan_cancelled'),
    handle: cancelPlan,
  }),
  route(contracts.beginContract, { access: burning, ledger: writes('disposal.begun'), handle: beginDestruction }),
  route(contracts.checkSealContract, { access: burning, ledger: writes('disposal.seal_checked'), handle: checkSeal }),
  route(contracts.recountContract, { access: burning, ledger: writes('disposal.recounted'), handle: recountBag }),
  route(contracts.evidenceContract, {
    access: burning,
    ledger: writes('disposal.evidence_added'),
    handle: addEvidence,
  }),
  route(contracts.witnessContract, { access: burning, ledger: writes('disposal.witnessed'), handle: addWitness }),
  route(contracts.finishContract, { access: burning, ledger: writes('disposal.destroyed'), handle: finishDestruction }),
  route(contracts.openMinutesContract, {
    access: reading,
    ledger: writes('disposal.minutes_opened'),
    handle: openMinutes,
  }),
  route(contracts.remakeMinutesContract, {
    access: reading,
    ledger: writes('disposal.minutes_remade'),
    handle: remakeMinutes,
  }),
  route(contracts.reportContract, {
    access: may('disposal.report'),
    ledger: writes('disposal.reported'),
    handle: reportDestruction,
  }),
  route(contracts.reportNothingContract, {
    access: may('disposal.report'),
    ledger: writes('disposal.reported'),
    handle: reportNothing,
  }),
  route(contracts.viewReportsContract, { access: reading, ledger: counts, handle: viewReports }),
];

const finds = [
  route(contracts.openFoundContract, { access: finding, ledger: writes('found.opened'), handle: openFound }),
  route(contracts.listFoundContract, { access: may('disposal.found.read'), ledger: counts, handle: viewFounds }),
  route(contracts.viewFoundContract, { access: may('disposal.found.read'), ledger: counts, handle: viewFound }),
  route(contracts.noteCustodyContract, { access: finding, ledger: writes('found.custody_noted'), handle: noteCustody }),
  route(contracts.countFoundContract, { access: finding, ledger: writes('found.counted'), handle: enterFoundCount }),
  route(contracts.importFoundContract, {
    access: finding,
    ledger: writes('found.imported'),
    handle: async (tx: Tx, actor: Actor, { id, file }: { id: string; file: UploadedFile }) =>
      importFound(tx, actor, { id, lines: await readFound(await readTable({ name: file.name, bytes: file.bytes })) }),
  }),
  route(contracts.explainFoundContract, {
    access: may('disposal.found.report'),
    ledger: writes('found.explained'),
    handle: explainCounts,
  }),
  route(contracts.issueFoundReportsContract, {
    access: may('disposal.found.report'),
    ledger: writes('found.report_issued'),
    handle: issueFoundReports,
  }),
  route(contracts.publicReportContract, {
    access: may('disposal.found.read'),
    ledger: writes('found.report_opened'),
    handle: openPublicReport,
  }),
  route(contracts.policeReportContract, {
    access: may('disposal.found.report'),
    ledger: writes('found.report_opened'),
    handle: openPoliceReport,
  }),
];

export const routes = [...intake, ...bags, ...destructions, ...finds];
