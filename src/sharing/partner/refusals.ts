import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'partner.institution_not_found': {
    status: 404,
    when: 'no institution has this id, or none that the officer may see',
  },
  'partner.institution_known': {
    status: 409,
    when: 'an institution of this name is entered already',
    constraints: ['institution_name'],
  },
  'partner.institution_closed': { status: 409, when: 'something begins with an institution that is closed' },
  'partner.institution_works': { status: 409, when: 'an institution is closed whose cooperation has not ended' },
  'partner.supervisor_needed': { status: 422, when: 'an institution of this kind is entered without a supervisor' },
  'partner.supervisor_not': { status: 422, when: 'the supervisor is not there, closed, or has no MoU of its own kind' },
  'partner.region_needed': { status: 422, when: 'a regional government without a region' },
  'partner.region_unknown': { status: 422, when: 'a region that no list has' },
  'partner.unit_not_found': { status: 404, when: 'no open unit of the institution has this id' },
  'partner.unit_known': { status: 409, when: 'the institution has a unit of this name', constraints: ['unit_name'] },
  'partner.cooperation_not_found': {
    status: 404,
    when: 'no cooperation has this id, or none that the officer may see',
  },
  'partner.climbing': {
    status: 409,
    when: 'an institution begins a second pass while one has not come to its connection',
    constraints: ['cooperation_climbing'],
  },
  'partner.connected_already': {
    status: 409,
    when: 'an institution is connected twice',
    constraints: ['cooperation_live'],
  },
  'partner.predecessor_not': {
    status: 409,
    when: 'a renewal of what is not in use, of another institution, or renewed before',
    constraints: ['cooperation_successor'],
  },
  'partner.must_renew': { status: 409, when: 'a connected institution begins anew instead of renewing' },
  'partner.document_known': {
    status: 409,
    when: 'the same file is filed twice as the same kind',
    constraints: ['document_once'],
  },
  'partner.document_raced': {
    status: 409,
    when: 'two file the same version at one moment',
    constraints: ['document_version', 'document_line'],
  },
  'partner.document_ahead': { status: 422, when: 'a document is signed tomorrow' },
  'partner.document_not_found': { status: 404, when: 'no document has this id, or its file is in an archive' },
  'partner.ended': { status: 409, when: 'something is added to a cooperation that has ended' },
  'partner.step_raced': { status: 409, when: 'another step came in between', constraints: ['step_order'] },
  'partner.step_not_next': { status: 409, when: 'a step leads where the ladder does not' },
  'partner.step_lacking': { status: 409, when: 'documents, a memorandum, an agreement or a grant are lacking' },
  'partner.step_ahead': { status: 422, when: 'a step lies in the future' },
  'partner.step_before': { status: 422, when: 'a step lies before the one that it follows' },
  'partner.step_reason': { status: 422, when: 'an end without a reason, or with one of another end' },
  'partner.step_first': { status: 409, when: 'the first step is taken back' },
  'partner.step_carries': { status: 409, when: 'a step is taken back on which a grant or an end of another rests' },
  'partner.step_taken_back': {
    status: 409,
    when: 'a step is taken back twice',
    constraints: ['step_taken_back_once'],
  },
  'partner.point_ahead': { status: 422, when: 'a counter of a day or an instant that has not come, or is none' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
