import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'portal.role_lacking': { status: 403, when: "none of the person's acts covers the page or the form" },
  'portal.institution_not_found': { status: 404, when: 'no institution has this id, or it is closed' },
  'portal.person_not_found': { status: 404, when: 'nobody of the institution has this id' },
  'portal.person_known': {
    status: 409,
    when: 'somebody of the institution has this address already',
    constraints: ['person_once'],
  },
  'portal.people_full': { status: 409, when: 'the institution has as many people as it may' },
  'portal.person_ended': { status: 409, when: 'something is done about somebody whose access has ended' },
  'portal.mail_elsewhere': {
    status: 409,
    when: 'whoever redeems an invitation works for another institution under this address',
    constraints: ['person_mail'],
  },
  'portal.last_administrator': { status: 409, when: 'an institution would have no administrator left' },
  'portal.session_not_found': { status: 404, when: 'no living session of the institution has this id' },
  'portal.report_not_found': { status: 404, when: 'no semester report of the institution has this id' },
  'portal.maintenance_over': { status: 422, when: 'maintenance is announced that would be over already' },
  'portal.maintenance_not_found': { status: 404, when: 'no notice has this id, or it is over already' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
