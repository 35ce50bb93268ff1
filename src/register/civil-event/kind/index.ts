/**
 * The kinds of civil events, each in its file: who takes part, which deed is written, what follows.
 * Always holds: a kind decides, the kernel writes; a kind that is in `DETAILS` is in this table.
 * Law: UU 23/2006 jo. 24/2013, Perpres 96/2018.
 */
import type { KindTable } from '../kind.ts';
import { birth } from './birth.ts';
import { death } from './death.ts';
import { divorce, divorceNotification } from './divorce.ts';
import { adoption, legitimation, recognition } from './kin.ts';
import { marriage, marriageNotification } from './marriage.ts';
import { other } from './other.ts';
import { biodataCorrection, citizenship, nameChange, sexChange } from './person.ts';
import { addressChange, move, moveAbroad, returnFromAbroad } from './residence.ts';
import { stillbirth } from './stillbirth.ts';

export { arrivalSeats, cardAt, moved, mustKnowVillage } from './residence.ts';

export const KIND_TABLE: KindTable = {
  birth,
  death,
  stillbirth,
  marriage,
  marriage_notification: marriageNotification,
  divorce,
  divorce_notification: divorceNotification,
  adoption,
  recognition,
  legitimation,
  name_change: nameChange,
  sex_change: sexChange,
  citizenship,
  biodata_correction: biodataCorrection,
  address_change: addressChange,
  move,
  move_abroad: moveAbroad,
  return_from_abroad: returnFromAbroad,
  other,
};
