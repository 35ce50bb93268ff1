/** What of a row is compared: its number, and who is named; each as a text that two lists write alike. Pure. */
import { randomUUID } from 'node:crypto';
import { dayOfCell } from '../../../core/staged-import/index.ts';
import type { Cell } from '../../../core/table/index.ts';
import { cellText } from '../../../core/table/index.ts';
import { phoneticKey } from '../../../register/resident/index.ts';
import { numberOf } from '../returned/read.ts';

/** Number, name and day of birth as the list has them. */
export type Cells = readonly [nik: Cell, name: Cell, born: Cell];

export interface Tokens {
  readonly number: string;
  readonly person: string;
  /** Whether the list says so much; what it does not say is chance, which nothing equals. */
  readonly hasNumber: boolean;
  readonly hasPerson: boolean;
}

export function tokensOf([nikCell, nameCell, bornCell]: Cells): Tokens {
  const nik = numberOf(nikCell);
  const hasNumber = typeof nik !== 'string' && nik.hidden === 0;
  const key = phoneticKey(cellText(nameCell));
  const born = dayOfCell(cellText(bornCell).trim().replaceAll('|', '-'));
  const hasPerson = key !== 0n && born !== null;
  return {
    hasNumber,
    hasPerson,
    number: hasNumber ? `number ${nik.shown}` : `none ${randomUUID()}`,
    person: hasPerson ? `person ${key} ${born}` : `none ${randomUUID()}`,
  };
}
