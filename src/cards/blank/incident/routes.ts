import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import { closeIncident, freezeBlanks, identifyBlanks, noteIncident, setPoliceReport, takeUpIncident } from './act.ts';
import * as contracts from './contract.ts';
import { reportIncident } from './report.ts';
import { openTimeline, printTimeline } from './timeline.ts';
import { openIncident, openIncidentPhoto, viewIncidents } from './view.ts';

const reading = may('blank.incident.read');
const deciding = may('blank.incident.decide');

export const incidentRoutes = [
  route(contracts.reportIncidentContract, {
    access: may('blank.incident.report'),
    ledger: writes('blank.incident_opened'),
    handle: async (tx, actor, input) => {
      const { tracking: _public, ...done } = await reportIncident(tx, actor, input);
      return { ...done, unknown: [...done.unknown] };
    },
  }),
  route(contracts.listIncidentsContract, {
    access: reading,
    ledger: silent('incidents with blanks, by number and place; no person'),
    handle: viewIncidents,
  }),
  route(contracts.openIncidentContract, { access: reading, ledger: writes('blank.traced'), handle: openIncident }),
  route(contracts.openIncidentPhotoContract, {
    access: reading,
    ledger: writes('blank.incident_photo_opened'),
    handle: openIncidentPhoto,
  }),
  route(contracts.takeUpIncidentContract, {
    access: deciding,
    ledger: writes('blank.incident_noted'),
    handle: takeUpIncident,
  }),
  route(contracts.identifyBlanksContract, {
    access: deciding,
    ledger: writes('blank.incident_noted'),
    handle: identifyBlanks,
  }),
  route(contracts.noteIncidentContract, {
    access: may('blank.incident.report'),
    ledger: writes('blank.incident_noted'),
    handle: noteIncident,
  }),
  route(contracts.incidentPoliceContract, {
    access: deciding,
    ledger: writes('blank.incident_noted'),
    handle: setPoliceReport,
  }),
  route(contracts.freezeBlanksContract, {
    access: deciding,
    ledger: writes('blank.frozen', 'blank.freeze_lifted', 'approval.proposed'),
    handle: async (tx, actor, { spans, ...input }) => {
      const given = spans.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
      const { n, proposalId } = await freezeBlanks(tx, actor, { ...input, spans: given });
      return { n: Number(n), proposalId };
    },
  }),
  route(contracts.closeIncidentContract, {
    access: deciding,
    ledger: writes('blank.incident_closed'),
    handle: closeIncident,
  }),
  route(contracts.printTimelineContract, {
    access: reading,
    ledger: writes('blank.timeline_printed'),
    handle: printTimeline,
  }),
  route(contracts.openTimelineContract, {
    access: reading,
    ledger: writes('blank.timeline_opened'),
    handle: openTimeline,
  }),
];
