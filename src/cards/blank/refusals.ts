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
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
