import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';

export const refusals = {
  'import.not_found': { status: 404, when: 'no import has this id, or none that the officer may see' },
  'import.no_file': { status: 422, when: 'a command names a file that is not there or cannot be read' },
  'import.file_known': {
    status: 409,
    when: 'this very file (by its SHA-256) has been imported to its end, or another import of it is under way',
    constraints: ['import_once'],
  },
  'import.header_missing': { status: 422, when: 'the first row holds a NIK or a family card number instead of titles' },
  'import.columns_missing': {
    status: 422,
    when: 'fields that the register needs have neither a column nor a constant',
  },
  'import.column_unknown': { status: 422, when: 'the mapping names a header that the file does not have' },
  'import.column_twice': { status: 422, when: 'the mapping gives one column to two fields' },
  'import.running_elsewhere': { status: 409, when: 'another process carries this import on' },
  'import.cancelled': { status: 409, when: 'the import was cancelled while it ran' },
  'import.not_checked': { status: 409, when: 'an import is to be applied whose check has not ended' },
  'import.not_changeable': {
    status: 409,
    when: 'the mapping of an import is to change that is being applied or has ended',
  },
  'import.nothing_to_cancel': { status: 409, when: 'the import has ended' },
  'import.upload_gone': { status: 410, when: 'the uploaded file is no longer kept' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
