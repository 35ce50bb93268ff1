import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'voter.returned_not_found': 'This list was not found. Reload the page of the election.',
  'voter.returned_known':
    'This file came already, as list number {number}. Open that list; the same file is not counted twice.',
  'voter.returned_state': 'This list has moved on. Reload the page.',
  'voter.returned_file_gone': 'The uploaded file is no longer there. Discard this list and upload it again.',
  'voter.returned_too_many':
    '{n, number} rows are too many for one file (at most {most, number}). Take them regency by regency.',
  'voter.returned_nothing': 'No row has this reason, so there is nothing to draw a sample from.',
  'voter.returned_not_sampled': 'This row is not in the sample. Reload the page.',
  'voter.returned_note': 'Say what was found, in at least 10 letters.',
  'voter.field.sample': 'Enter a number between 1 and 1,000.',
  'voter.returned.column.row': 'ROW',
  'voter.returned.column.shown': 'NIK IN THE LIST',
  'voter.returned.column.name': 'NAME IN THE LIST',
  'voter.returned.column.born': 'BIRTH DATE IN THE LIST',
  'voter.returned.column.village': 'VILLAGE IN THE LIST',
  'voter.returned.column.firstRow': 'FIRST ROW',
  'voter.returned.column.nik': 'NIK IN THE REGISTER',
  'voter.returned.column.registerName': 'NAME IN THE REGISTER',
  'voter.returned.column.registerBorn': 'BIRTH DATE IN THE REGISTER',
  'voter.returned.column.registerVillage': 'VOTES IN, BY THE REGISTER',
};
