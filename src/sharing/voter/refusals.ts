import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'voter.centre_only': { status: 403, when: 'an officer of a region plans or closes an election, or enters sources' },
  'voter.election_not_found': { status: 404, when: 'no election has this id' },
  'voter.election_state': { status: 409, when: 'an election is not where an act wants it' },
  'voter.election_known': {
    status: 409,
    when: 'an election of this kind, day and area is planned already',
    constraints: ['election_once'],
  },
  'voter.election_own': {
    status: 403,
    when: 'who planned an election opens it',
    constraints: ['election_two'],
  },
  'voter.voting_day_past': { status: 422, when: 'an election is planned for a day that has passed' },
  'voter.cutoff_after': { status: 422, when: 'a cut-off after the voting day' },
  'voter.area_unknown': { status: 422, when: 'an area holds a code that is no region on the voting day' },
  'voter.area_twice': { status: 422, when: 'an area names a region twice, or a regency beside its province' },
  'voter.not_voted_yet': { status: 409, when: 'an election is said to be held before its voting day' },
  'voter.import_columns': { status: 422, when: 'a list of sources lacks columns' },
  'voter.import_running': { status: 409, when: 'another process carries on the same list' },
  'voter.document_ahead': { status: 422, when: 'the letter of a list is of a day that has not come' },
  'voter.source_not_found': { status: 404, when: 'no source in force has this id, or none that the officer may see' },
  'voter.list_missing': { status: 422, when: 'a list that is to be compared is not there' },
  'voter.list_unreadable': { status: 422, when: 'a list is no table that can be read' },
  'voter.list_columns': { status: 422, when: 'a list has no column for number, name or day of birth' },
  'voter.list_out_is_list': { status: 422, when: 'what is found would be written over one of the lists' },
  'voter.returned_not_found': { status: 404, when: 'no returned list has this id' },
  'voter.returned_known': {
    status: 409,
    when: 'the same file came before and counts',
    constraints: ['returned_file'],
  },
  'voter.returned_state': { status: 409, when: 'a returned list is not where an act wants it' },
  'voter.returned_too_many': { status: 422, when: 'more rows are to leave in one file than a desk can open' },
  'voter.returned_nothing': { status: 422, when: 'a sample is drawn of a reason that no row has' },
  'voter.returned_not_sampled': { status: 404, when: 'a finding about a row that is in no sample' },
  'voter.returned_note': { status: 422, when: 'a finding that contradicts the verdict says nothing of why' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
