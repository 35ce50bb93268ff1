import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'application.not_found': { status: 404, when: 'no application has this id or number, or not with this birth date' },
  'application.not_now': { status: 409, when: 'the act does not fit the state of the application' },
  'application.documents_missing': { status: 422, when: 'a needed document was not handed in' },
  'application.documents_unmet': {
    status: 409,
    when: 'a document was not checked, or was checked and is not in order',
  },
  'application.applicant_gone': {
    status: 409,
    when: 'the applicant is recorded as dead, or merged into another record',
  },
  'application.assignee_unfit': {
    status: 422,
    when: 'the officer who shall decide has no such role at the office today',
  },
  'application.no_such_requirement': { status: 404, when: 'the service does not ask for this document' },
  'application.changed_meanwhile': { status: 409, when: 'somebody changed the application since it was opened' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
