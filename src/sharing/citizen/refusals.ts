import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'citizen.not_signed_in': { status: 401, when: 'the session of a citizen ended while he was reading' },
  'citizen.card_missing': { status: 409, when: 'a code is asked for who has no valid card, or is not alive' },
  'citizen.look_not_found': { status: 404, when: 'no entry of this id concerns the person, or it is sealed yet' },
  'citizen.look_not_disputable': { status: 422, when: 'a case about a look that no institution made' },
  'citizen.dispute_not_found': {
    status: 404,
    when: 'no case has this id, or none of the institution that asks',
    constraints: ['dispute_number'],
  },
  'citizen.dispute_not_now': { status: 409, when: 'the case has moved on, or its time has not come' },
  'citizen.right_not_found': {
    status: 404,
    when: 'no request has this id, or it is the ministry’s to answer',
    constraints: ['right_number'],
  },
  'citizen.right_answered': { status: 409, when: 'the request was answered before' },
  'citizen.exception_wrong': {
    status: 422,
    when: 'what is not granted whole names no article that fits, or what is granted names one',
  },
  'citizen.authority_not_found': {
    status: 404,
    when: 'no such person, or nothing entered has this id, waits, or is in force',
  },
  'citizen.authority_own': { status: 422, when: 'somebody is to represent himself' },
  'citizen.authority_wrong': { status: 422, when: 'the paper does not fit what is entered, or whom it is about' },
  'citizen.excluded_already': { status: 409, when: 'the two are kept apart already', constraints: ['exclusion_one'] },
  'citizen.not_alive': { status: 409, when: 'assisted access for who is not alive in the register' },
  'citizen.assist_child': { status: 409, when: 'assisted access for a child: his parents are served' },
  'citizen.card_not_his': { status: 422, when: 'the card shown is no valid card of this person' },
  'citizen.assistance_over': {
    status: 409,
    when: 'the quarter of an hour is over, it was ended, or it is another officer’s',
  },
  'citizen.lock_past': { status: 422, when: 'a lock is to hold until a day that is over' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
