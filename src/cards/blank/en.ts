import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'blank.no_serials': 'No serial is named. Enter the first and the last serial.',
  'blank.serial_twice': 'Serial {serial} is named twice. Remove one of them.',
  'blank.not_here': 'Serial {serial} is not in this store in that state. Trace it before you try again.',
  'blank.unknown_serial': 'No delivery holds this serial.',
  'blank.frozen': '{n, plural, one {# blank is} other {# blanks are}} frozen by an incident. End the incident first.',
  'blank.already_delivered': "Some of these serials were received before. Check the supplier's papers.",
  'blank.not_reversible': 'This movement cannot be reversed. Record a new, right one.',
  'blank.reversed_already': 'This movement has been reversed.',
  'blank.moved_since': 'Blanks of this movement have moved on, so it cannot be reversed.',
  'blank.movement_not_found': 'This movement was not found.',
  'blank.store_not_found': 'This store was not found or is closed.',
  'blank.no_keeper': 'This store has no keeper. Appoint one first.',
  'blank.store_name_taken': 'The office has a store of this name. Choose another name.',
  'blank.keeper_stays': 'This officer keeps a store of blanks. Hand it over by a joint count to the successor first.',
  'blank.office_holds': 'Blanks lie in this office. Ship or hand them over before it closes.',
  'blank.field.serial': 'A serial has 1 to 18 digits.',
  'blank.field.span': 'The last serial is smaller than the first.',
};
