import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';

export const incidentRefusals = {
  'blank.incident_not_found': { status: 404, when: 'no incident has this id, or none that the officer may see' },
  'blank.incident_closed': { status: 409, when: 'an act on an incident that was closed' },
  'blank.incident_taken_up': { status: 409, when: 'a report is taken up that somebody has taken up' },
  'blank.incident_known': { status: 409, when: 'blanks are entered that the incident names already' },
  'blank.incident_party': { status: 403, when: 'whoever kept or moved the blanks decides on their incident' },
  'blank.incident_nothing_seen': { status: 422, when: 'a blank is reported stolen without a serial or UID' },
  'blank.incident_freezes': { status: 409, when: 'an incident is closed while blanks are frozen by it' },
  'blank.nothing_to_freeze': { status: 409, when: 'none of the serials can be frozen, or lifted, by this incident' },
  'blank.incident_future': { status: 422, when: 'something is said to have been seen or done in the future' },
  'blank.incident_told': {
    status: 409,
    when: 'the same report was sent twice at the same moment',
    constraints: ['incident_tracking'],
  },
  'blank.no_photo': { status: 404, when: 'the report came without a photo' },
  'blank.timeline_not_printed': { status: 404, when: 'the timeline was not printed yet' },
} as const satisfies RefusalTable;

export const refuse = refuser(incidentRefusals);
