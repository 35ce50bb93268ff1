import { may } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import { listPackets, openBoard } from './board.ts';
import * as contracts from './contract.ts';
import * as coverage from './coverage/contract.ts';
import { listPeople, openCoverage, openCoverageTable } from './coverage/index.ts';
import * as intake from './intake/contract.ts';
import {
  announcePacket,
  completePacket,
  decideQuarantine,
  listQuarantine,
  openReceipt,
  putAway,
  putPiece,
} from './intake/index.ts';
import { openImage, openPhoto, openRecording } from './person.ts';
import * as queue from './queue/contract.ts';
import {
  callNext,
  cancelVisit,
  changeAppointment,
  listQueue,
  listVisits,
  makeAppointment,
  openPlan,
  planVisit,
  takeAlong,
  visitDone,
} from './queue/index.ts';
import { openStanding } from './standing.ts';
import * as station from './station/contract.ts';
import { enrolStation, issueStationCode, listStations, openCentreKey, revokeStation } from './station/index.ts';
import { approveItems, listExceptions, sendBack } from './supervise.ts';

const reading = may('enrolment.read');
const capturing = may('enrolment.capture');
const supervising = may('enrolment.supervise');
const releasing = may('enrolment.release');
const managing = may('enrolment.station.manage');
const planning = may('enrolment.plan');

export const routes = [
  route(station.issueStationCodeContract, {
    access: managing,
    ledger: writes('enrolment.station_code_issued'),
    handle: issueStationCode,
  }),
  route(station.enrolStationContract, {
    access: capturing,
    ledger: writes('enrolment.station_enrolled'),
    // A code is 98 bits; this only keeps the noise down.
    rate: { perMinute: 30 },
    handle: enrolStation,
  }),
  route(station.listStationsContract, {
    access: reading,
    ledger: silent('lists devices, no person'),
    handle: listStations,
  }),
  route(station.revokeStationContract, {
    access: managing,
    ledger: writes('enrolment.station_revoked'),
    handle: revokeStation,
  }),
  route(station.centreKeyContract, {
    access: capturing,
    ledger: silent('a public key and the time'),
    handle: openCentreKey,
  }),
  route(intake.announcePacketContract, {
    access: capturing,
    ledger: writes('enrolment.packet_announced'),
    handle: announcePacket,
  }),
  route(intake.putPieceContract, {
    access: capturing,
    ledger: silent('sealed bytes; the announcement and what comes of the packet are entries'),
    handle: putPiece,
  }),
  route(intake.completePacketContract, {
    access: capturing,
    ledger: writes('enrolment.packet_taken', 'enrolment.packet_quarantined', 'enrolment.packet_repeated'),
    handle: completePacket,
  }),
  route(intake.putAwayContract, {
    access: capturing,
    ledger: writes('enrolment.packet_put_away'),
    handle: putAway,
  }),
  route(intake.openReceiptContract, {
    access: capturing,
    ledger: silent('says how far an upload is, of nobody'),
    handle: openReceipt,
  }),
  route(intake.listQuarantineContract, {
    access: releasing,
    ledger: writes('enrolment.quarantine_listed'),
    handle: listQuarantine,
  }),
  route(intake.decideQuarantineContract, {
    access: releasing,
    ledger: writes('enrolment.quarantine_decided'),
    handle: decideQuarantine,
  }),
  route(contracts.listExceptionsContract, {
    access: supervising,
    ledger: writes('enrolment.exceptions_listed'),
    handle: listExceptions,
  }),
  route(contracts.approveItemsContract, {
    access: supervising,
    ledger: writes('enrolment.exceptions_approved'),
    handle: approveItems,
  }),
  route(contracts.sendBackContract, {
    access: supervising,
    ledger: writes('enrolment.sent_back'),
    handle: sendBack,
  }),
  route(contracts.openRecordingContract, {
    access: may('enrolment.read', { purpose: 'stated' }),
    ledger: writes('enrolment.recording_opened'),
    handle: openRecording,
  }),
  route(contracts.openStandingContract, {
    access: may('enrolment.capture', { purpose: 'stated' }),
    ledger: writes('enrolment.standing_opened'),
    handle: openStanding,
  }),
  route(contracts.openImageContract, {
    access: may('enrolment.image', { purpose: 'stated' }),
    ledger: writes('enrolment.image_opened'),
    handle: openImage,
  }),
  route(contracts.openPhotoContract, {
    access: may('enrolment.image', { purpose: 'stated' }),
    ledger: writes('enrolment.image_opened'),
    handle: openPhoto,
  }),
  route(contracts.openBoardContract, {
    access: reading,
    ledger: silent('counts and times of a region, no person'),
    handle: openBoard,
  }),
  route(contracts.listPacketsContract, {
    access: reading,
    ledger: writes('enrolment.packets_listed'),
    handle: listPackets,
  }),
  route(coverage.openCoverageContract, {
    access: reading,
    ledger: silent('counts of a region, no person'),
    handle: openCoverage,
  }),
  route(coverage.openCoverageTableContract, {
    access: reading,
    ledger: silent('counts of a region, no person'),
    handle: openCoverageTable,
  }),
  route(coverage.listPeopleContract, {
    access: planning,
    ledger: writes('enrolment.people_listed'),
    handle: listPeople,
  }),
  route(queue.makeAppointmentContract, {
    access: capturing,
    ledger: writes('enrolment.appointment_made'),
    handle: makeAppointment,
  }),
  route(queue.listQueueContract, {
    access: capturing,
    ledger: writes('enrolment.queue_listed'),
    handle: listQueue,
  }),
  route(queue.takeAlongContract, {
    access: may('enrolment.capture', { purpose: 'stated' }),
    ledger: writes('enrolment.list_taken_along'),
    handle: takeAlong,
  }),
  route(queue.callNextContract, {
    access: capturing,
    ledger: writes('enrolment.number_called'),
    handle: callNext,
  }),
  route(queue.changeAppointmentContract, {
    access: capturing,
    ledger: writes('enrolment.appointment_changed'),
    handle: changeAppointment,
  }),
  route(queue.openPlanContract, {
    access: planning,
    ledger: silent('counts by village, no person'),
    handle: openPlan,
  }),
  route(queue.planVisitContract, {
    access: planning,
    ledger: writes('enrolment.visit_planned'),
    handle: planVisit,
  }),
  route(queue.listVisitsContract, {
    access: reading,
    ledger: silent('visits to villages, no person'),
    handle: listVisits,
  }),
  route(queue.visitDoneContract, {
    access: planning,
    ledger: writes('enrolment.visit_ended'),
    handle: visitDone,
  }),
  route(queue.cancelVisitContract, {
    access: planning,
    ledger: writes('enrolment.visit_ended'),
    handle: cancelVisit,
  }),
];
