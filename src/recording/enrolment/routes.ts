import { may } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import { listPackets, openBoard } from './board.ts';
import * as contracts from './contract.ts';
import { listPeople, openCoverage } from './coverage/index.ts';
import {
  announcePacket,
  completePacket,
  decideQuarantine,
  listQuarantine,
  openReceipt,
  putAway,
  putPiece,
} from './intake/index.ts';
import { openImage, openRecording } from './person.ts';
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
import { enrolStation, issueStationCode, listStations, openCentreKey, revokeStation } from './station/index.ts';
import { approveItems, listExceptions, sendBack } from './supervise.ts';

const reading = may('enrolment.read');
const capturing = may('enrolment.capture');
const supervising = may('enrolment.supervise');
const releasing = may('enrolment.release');
const managing = may('enrolment.station.manage');
const planning = may('enrolment.plan');

export const routes = [
  route(contracts.issueStationCodeContract, {
    access: managing,
    ledger: writes('enrolment.station_code_issued'),
    handle: issueStationCode,
  }),
  route(contracts.enrolStationContract, {
    access: capturing,
    ledger: writes('enrolment.station_enrolled'),
    // A code is 98 bits; this only keeps the noise down.
    rate: { perMinute: 30 },
    handle: enrolStation,
  }),
  route(contracts.listStationsContract, {
    access: reading,
    ledger: silent('lists devices, no person'),
    handle: listStations,
  }),
  route(contracts.revokeStationContract, {
    access: managing,
    ledger: writes('enrolment.station_revoked'),
    handle: revokeStation,
  }),
  route(contracts.centreKeyContract, {
    access: capturing,
    ledger: silent('a public key and the time'),
    handle: openCentreKey,
  }),
  route(contracts.announcePacketContract, {
    access: capturing,
    ledger: writes('enrolment.packet_announced'),
    handle: announcePacket,
  }),
  route(contracts.putPieceContract, {
    access: capturing,
    ledger: silent('sealed bytes; the announcement and what comes of the packet are entries'),
    handle: putPiece,
  }),
  route(contracts.completePacketContract, {
    access: capturing,
    ledger: writes('enrolment.packet_taken', 'enrolment.packet_quarantined', 'enrolment.packet_repeated'),
    handle: completePacket,
  }),
  route(contracts.putAwayContract, {
    access: capturing,
    ledger: writes('enrolment.packet_put_away'),
    handle: putAway,
  }),
  route(contracts.openReceiptContract, {
    access: capturing,
    ledger: silent('says how far an upload is, of nobody'),
    handle: openReceipt,
  }),
  route(contracts.listQuarantineContract, {
    access: releasing,
    ledger: writes('enrolment.quarantine_listed'),
    handle: listQuarantine,
  }),
  route(contracts.decideQuarantineContract, {
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
  route(contracts.openCoverageContract, {
    access: reading,
    ledger: silent('counts of a region, no person'),
    handle: openCoverage,
  }),
  route(contracts.listPeopleContract, {
    access: planning,
    ledger: writes('enrolment.people_listed'),
    handle: listPeople,
  }),
  route(contracts.makeAppointmentContract, {
    access: capturing,
    ledger: writes('enrolment.appointment_made'),
    handle: makeAppointment,
  }),
  route(contracts.listQueueContract, {
    access: capturing,
    ledger: writes('enrolment.queue_listed'),
    handle: listQueue,
  }),
  route(contracts.takeAlongContract, {
    access: may('enrolment.capture', { purpose: 'stated' }),
    ledger: writes('enrolment.list_taken_along'),
    handle: takeAlong,
  }),
  route(contracts.callNextContract, {
    access: capturing,
    ledger: writes('enrolment.number_called'),
    handle: callNext,
  }),
  route(contracts.changeAppointmentContract, {
    access: capturing,
    ledger: writes('enrolment.appointment_changed'),
    handle: changeAppointment,
  }),
  route(contracts.openPlanContract, {
    access: planning,
    ledger: silent('counts by village, no person'),
    handle: openPlan,
  }),
  route(contracts.planVisitContract, {
    access: planning,
    ledger: writes('enrolment.visit_planned'),
    handle: planVisit,
  }),
  route(contracts.listVisitsContract, {
    access: reading,
    ledger: silent('visits to villages, no person'),
    handle: listVisits,
  }),
  route(contracts.visitDoneContract, {
    access: planning,
    ledger: writes('enrolment.visit_ended'),
    handle: visitDone,
  }),
  route(contracts.cancelVisitContract, {
    access: planning,
    ledger: writes('enrolment.visit_ended'),
    handle: cancelVisit,
  }),
];
