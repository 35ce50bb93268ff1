import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'matching.not_found': { status: 404, when: 'no matching of this institution has this id' },
  'matching.reference_known': {
    status: 409,
    when: 'the institution has matched a file under this reference before',
    constraints: ['matching_reference'],
  },
  'matching.too_many_open': { status: 409, when: 'as many files of the institution as may be are not finished yet' },
  'matching.too_few_granted': { status: 422, when: 'fewer than two of the columns of the file are granted' },
  'matching.not_uploading': {
    status: 409,
    when: 'a part or a handing-in comes for a file that was handed in or has ended',
  },
  'matching.offset': {
    status: 409,
    when: 'a part does not begin where the last one ended; `received` says where that is',
  },
  'matching.part_differs': { status: 422, when: 'the bytes of a part are not those of its SHA-256' },
  'matching.part_empty': { status: 422, when: 'a part without bytes' },
  'matching.file_too_large': { status: 413, when: 'the parts of a file together are more than a file may have' },
  'matching.file_empty': { status: 409, when: 'a file is handed in of which nothing has come' },
  'matching.not_csv': { status: 422, when: 'the file is a workbook or another kind of table than CSV' },
  'matching.columns_missing': { status: 422, when: 'the file has no column for what every row must say' },
  'matching.columns_absent': { status: 422, when: 'a header that the partner named does not stand in the file' },
  'matching.no_anchor_column': { status: 422, when: 'no column is a name, KK number, address or name of a parent' },
  'matching.not_done': { status: 409, when: 'a result is asked for that is not there yet' },
  'matching.result_deleted': { status: 410, when: 'a result is asked for after it was deleted' },
  'matching.ended': { status: 409, when: 'a matching that has ended is cancelled or decided about' },
  'matching.nothing_to_decide': { status: 409, when: 'an officer decides about a matching that waits for nobody' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
