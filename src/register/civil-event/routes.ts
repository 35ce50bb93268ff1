import { may, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { route, writes } from '../../core/http/route.ts';
import * as contracts from './contract.ts';
import { inWords } from './effects.ts';
import { cancelMove, listMovesUnderway, recordArrival } from './move/index.ts';
import { listEvents, listEventsOf, openEvent } from './open.ts';
import { issueCertificates, openCertificate, recordAndIssue, type EventPaper } from './paper/index.ts';
import { previewEvent } from './preview.ts';
import type { Recorded } from './record.ts';
import { undoEvent } from './undo/index.ts';

const recording = may('civil_event.record', { purpose: 'stated' });
const reading = may('civil_event.read', { purpose: 'stated' });
const deciding = may('civil_event.decide', { purpose: 'stated' });
const issuing = may('document.issue', { purpose: 'stated' });

export const routes = [
  route(contracts.recordEventContract, {
    access: recording,
    ledger: writes('civil_event.recorded'),
    handle: async (tx, actor, input) => answer(tx, actor, await recordAndIssue(tx, actor, input)),
  }),
  route(contracts.previewEventContract, {
    access: recording,
    ledger: writes('civil_event.previewed'),
    handle: previewEvent,
  }),
  route(contracts.listEventsContract, {
    access: may('civil_event.read'),
    ledger: writes('civil_event.listed'),
    handle: listEvents,
  }),
  route(contracts.listEventsOfContract, {
    access: reading,
    ledger: writes('civil_event.listed'),
    handle: listEventsOf,
  }),
  route(contracts.openEventContract, { access: reading, ledger: writes('civil_event.opened'), handle: openEvent }),
  route(contracts.undoEventContract, {
    access: deciding,
    ledger: writes('civil_event.undone'),
    handle: async (tx, actor, input) => answer(tx, actor, await undoEvent(tx, actor, input)),
  }),
  route(contracts.openCertificateContract, {
    access: reading,
    ledger: writes('civil_event.certificate_opened'),
    handle: openCertificate,
  }),
  route(contracts.issueCertificateContract, {
    access: issuing,
    ledger: writes('civil_event.certificate_issued'),
    handle: issueCertificates,
  }),
  route(contracts.listMovesContract, {
    access: may('civil_event.read'),
    ledger: writes('civil_event.moves_listed'),
    handle: (tx, actor) => listMovesUnderway(tx, actor),
  }),
  route(contracts.recordArrivalContract, {
    access: recording,
    ledger: writes('civil_event.recorded'),
    handle: async (tx, actor, input) => answer(tx, actor, await recordArrival(tx, actor, input)),
  }),
  route(contracts.cancelMoveContract, {
    access: recording,
    ledger: writes('civil_event.undone'),
    handle: async (tx, actor, input) => answer(tx, actor, await cancelMove(tx, actor, input)),
  }),
];

function answer(tx: Tx, actor: Actor, recorded: Recorded & { readonly papers?: readonly EventPaper[] }) {
  return {
    id: recorded.id,
    kind: recorded.kind,
    state: recorded.state,
    daysLate: recorded.daysLate,
    certificateNumber: recorded.certificateNumber,
    papers: [...(recorded.papers ?? [])],
    registered: recorded.registered.map((nik) => ({ ref: tx.ground.personRefs.of(nik), nik })),
    effects: inWords(tx, actor, recorded.effects),
    warnings: inWords(tx, actor, recorded.warnings),
  };
}
