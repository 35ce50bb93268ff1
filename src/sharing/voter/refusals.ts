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
  'voter.election_none': { status: 404, when: 'no election is open on the day that a command names' },
  'voter.election_several': { status: 409, when: 'several elections are open on the day that a command names' },
  'voter.extract_not_found': { status: 404, when: 'no list of voters has this id' },
  'voter.extract_state': { status: 409, when: 'a list of voters is not where an act wants it' },
  'voter.extract_empty': { status: 422, when: 'nobody votes in the area of an election' },
  'voter.extract_folder': { status: 409, when: 'the folder for a list of voters holds something' },
  'voter.extract_elsewhere': {
    status: 404,
    when: 'the files of a list are neither in the folder that was named nor in the house',
  },
  'voter.extract_other': { status: 409, when: 'the folder holds another list than the one that was approved' },
  'voter.extract_not_released': {
    status: 409,
    when: 'the key of a list is wanted before a second officer has approved',
  },
  'voter.extract_key_gone': {
    status: 409,
    when: 'the key of a list ended before its release, or the vault was restored',
  },
  'voter.key_missing': { status: 409, when: 'a list is proposed before the commission’s key is registered' },
  'voter.key_unreadable': { status: 422, when: 'a key is not of X25519' },
  'voter.key_known': { status: 409, when: 'the key that holds is registered again' },
  'voter.recount_files': {
    status: 422,
    when: 'the commission’s recount does not name the files that were handed over',
  },
  'voter.recount_unexplained': { status: 422, when: 'a recount differs and nobody says why' },
  'voter.proof_not_in_list': { status: 404, when: 'a proof is asked for by somebody who is not in the list' },
  'voter.proof_changed': { status: 409, when: 'the row as it was frozen cannot be made again from the register' },
  'voter.verify_missing': { status: 422, when: 'a folder that is to be verified is not there' },
  'voter.verify_key': { status: 422, when: 'a private key that is to open a list is not of X25519' },
  'voter.verify_proof': { status: 422, when: 'a file is no proof of a voter' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
