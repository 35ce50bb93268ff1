import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'linkage.no_file': { status: 422, when: 'there is no file of this name, or it cannot be read' },
  'linkage.no_mapping': { status: 422, when: 'the headers are not FEBRL’s and no mapping file was given' },
  'linkage.mapping_unreadable': { status: 422, when: 'the mapping file is not one JSON object of texts and lists' },
  'linkage.mapping_field': { status: 422, when: 'the mapping names a field that is not compared' },
  'linkage.mapping_needs': { status: 422, when: 'the mapping lacks id, name, or anything to compare besides the name' },
  'linkage.no_column': { status: 422, when: 'the file has no column of the name that the mapping gives' },
  'linkage.ragged_row': { status: 422, when: 'a row has fewer or more cells than there are columns' },
  'linkage.no_id': { status: 422, when: 'a row has no id' },
  'linkage.id_twice': { status: 422, when: 'two rows have one id' },
  'linkage.no_records': { status: 422, when: 'the file has headers and no rows' },
  'linkage.no_truth': { status: 422, when: 'with --truth an id is not of the form rec-N-org or rec-N-dup-K' },
  'linkage.out_is_file': { status: 422, when: 'the pairs would be written over the records' },
  'linkage.cannot_write': { status: 422, when: 'the file for the pairs cannot be written' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
