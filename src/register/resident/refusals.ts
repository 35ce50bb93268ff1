import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'resident.not_found': { status: 404, when: 'no resident has this NIK, or none that the officer may see' },
  'resident.nik_taken': {
    status: 409,
    when: 'a person with this NIK is in the register already',
    constraints: ['resident_pkey'],
  },
  'resident.no_serial_left': {
    status: 409,
    when: 'all 9,999 serials of a district and birth day are issued',
    constraints: ['nik_serials_used'],
  },
  'resident.search_too_wide': { status: 422, when: 'a search has neither NIK, nor name, nor birth date' },
  'resident.unknown_village': { status: 422, when: 'the village code is in no list' },
  'resident.born_in_future': { status: 422, when: 'the birth date is after today' },
  'resident.born_too_early': { status: 422, when: 'the birth date is before 1880' },
  'resident.name_not_allowed': { status: 422, when: 'a new name breaks Permendagri 73/2022' },
  'resident.likely_duplicates': {
    status: 409,
    when: 'persons who may be the same exist and the officer has not said that he looked at them',
  },
  'resident.changed_meanwhile': { status: 409, when: 'somebody changed the person since the form was opened' },
  'resident.nothing_changed': { status: 422, when: 'a change was sent that changes nothing' },
  'resident.state_not_allowed': { status: 409, when: 'the state cannot follow the present one' },
  'resident.not_alive': { status: 409, when: 'the act needs a living resident' },
  'resident.reason_missing': { status: 422, when: 'the act needs a reason or legal basis' },
  'resident.merge_with_self': { status: 422, when: 'both persons of a merge are the same' },
  'resident.merge_not_alive': { status: 409, when: 'one of two persons to be merged is not an active resident' },
  'resident.merge_unknown': { status: 404, when: 'there is no living merge of this person' },
  'resident.notice_too_short': { status: 422, when: 'a deactivation takes effect less than 14 days after its notice' },
  'resident.already_inactive': { status: 409, when: 'the person is inactive or announced to be' },
  'resident.not_inactive': { status: 409, when: 'there is no deactivation to end or appeal against' },
  'resident.foreigner_without_permit': { status: 422, when: 'a foreigner is registered without ITAS or ITAP' },
  'resident.element_not_correctable': {
    status: 422,
    when: 'a correction names an element that only an event may change, or a value that is none',
  },
  'resident.erased': {
    status: 409,
    when: 'the person was erased: nothing can be erased again or sealed anew',
    constraints: ['erasure_once'],
  },
  'resident.erase_case_open': { status: 409, when: 'whose NIK it is is still being decided in an identity case' },
  'resident.case_not_open': { status: 409, when: 'an identity case is decided already or does not exist' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
