import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'blank.no_serials': { status: 422, when: 'a movement names no serial' },
  'blank.serial_twice': { status: 422, when: 'one serial stands twice in the same list' },
  'blank.not_here': { status: 409, when: 'a serial is not in the store and state from which it should move' },
  'blank.unknown_serial': { status: 404, when: 'no delivery holds this serial' },
  'blank.frozen': { status: 409, when: 'an incident has frozen a serial' },
  'blank.already_delivered': {
    status: 409,
    when: 'a serial of a delivery was delivered before',
    constraints: ['batch_range_once', 'lot_once'],
  },
  'blank.not_reversible': { status: 409, when: 'a movement of this kind is not taken back' },
  'blank.reversed_already': {
    status: 409,
    when: 'the movement was taken back before',
    constraints: ['movement_once_reversed'],
  },
  'blank.moved_since': { status: 409, when: 'serials of the movement are no longer where it left them' },
  'blank.movement_not_found': { status: 404, when: 'no movement has this id' },
  'blank.store_not_found': { status: 404, when: 'no store has this id, or it is closed' },
  'blank.no_keeper': { status: 409, when: 'a store without a keeper cannot hold anything' },
  'blank.store_name_taken': { status: 409, when: 'the office has a store of this name', constraints: ['store_name'] },
  'blank.keeper_stays': {
    status: 409,
    when: 'an officer who keeps a store leaves before the next keeper has counted with him',
  },
  'blank.office_holds': { status: 409, when: 'an office closes in which blanks lie' },
  'blank.not_at_centre': { status: 409, when: 'a delivery is received at a store that is not the centre’s' },
  'blank.batch_number_taken': { status: 409, when: 'another delivery has this number', constraints: ['batch_number'] },
  'blank.batch_not_found': { status: 404, when: 'no delivery has this id' },
  'blank.box_outside': { status: 422, when: 'a box holds a serial that the delivery has not' },
  'blank.box_taken': {
    status: 409,
    when: 'a box code or its serials are taken',
    constraints: ['box_pkey', 'box_once'],
  },
  'blank.manifest_here': { status: 409, when: 'the delivery has its list of UIDs already' },
  'blank.manifest_uid': { status: 422, when: 'a line of the list has no UID of 14 hexadecimal digits' },
  'blank.manifest_serial': { status: 422, when: 'a line of the list has no serial' },
  'blank.manifest_serial_twice': { status: 422, when: 'a serial stands twice in the list' },
  'blank.manifest_uid_twice': { status: 422, when: 'a UID stands twice in the list' },
  'blank.manifest_outside': { status: 422, when: 'the list has a serial that the delivery has not' },
  'blank.manifest_length': { status: 422, when: 'the list has more or fewer lines than the delivery has blanks' },
  'blank.manifest_uid_known': { status: 409, when: 'another delivery has a chip of this UID' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
