import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'uniqueness.gallery_differs': { status: 503, when: 'the gallery that was built anew is not what the store holds' },
  'uniqueness.adjudication_not_found': { status: 404, when: 'no pair has this id, or neither person is of the region' },
  'uniqueness.not_open': { status: 409, when: 'the pair is decided already' },
  'uniqueness.not_decided': { status: 409, when: 'the pair is not decided yet' },
  'uniqueness.spoken': {
    status: 409,
    when: 'the officer has spoken on this pair, in this round or an earlier one',
    constraints: ['opinion_pkey'],
  },
  'uniqueness.own_recording': { status: 403, when: 'the officer made one of the two recordings' },
  'uniqueness.note_missing': { status: 422, when: 'the reason is another one and no note says which' },
  'uniqueness.no_other_side': { status: 422, when: 'there is nobody on the other side to be the same body' },
  'uniqueness.way_wrong': { status: 422, when: 'the way does not fit the decision' },
  'uniqueness.way_set': { status: 409, when: 'a way was set in this round already' },
  'uniqueness.way_missing': { status: 409, when: 'a letter is asked for and no way is set' },
  'uniqueness.image_not_found': { status: 404, when: 'the recording has no such picture or template' },
  'uniqueness.not_a_side': { status: 404, when: 'the person is on neither side of the pair' },
  'uniqueness.objection_not_found': { status: 404, when: 'no objection has this id, or it lies elsewhere' },
  'uniqueness.objection_answered': { status: 409, when: 'the objection has its answer' },
  'uniqueness.objection_open': {
    status: 409,
    when: 'the person has an objection here that has no answer yet',
    constraints: ['objection_one'],
  },
  'uniqueness.objection_day': { status: 422, when: 'the day lies in the future or before the decision' },
  'uniqueness.judged_it': { status: 403, when: 'who had a part in the decision answers the objection to it' },
  'uniqueness.letter_not_found': { status: 404, when: 'no letter was printed, or it was withdrawn' },
  'uniqueness.court_order_ended': {
    status: 409,
    when: 'the order ends before it could be searched, or lies in the future',
  },
  'uniqueness.court_order_known': {
    status: 409,
    when: 'a search was made by this order already',
    constraints: ['court_search_order'],
  },
  'uniqueness.court_result_closed': { status: 409, when: 'the order has ended, and with it the result' },
  'uniqueness.court_search_not_found': { status: 404, when: 'no search has this id, or it has no result yet' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
