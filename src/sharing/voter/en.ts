import type { id } from './id.ts';

export const en: Record<keyof typeof id, string> = {
  'voter.centre_only': 'Elections and sources of voters are looked after at the centre. Ask the Directorate General.',
  'voter.election_not_found': 'This election was not found. Reload the list of elections.',
  'voter.election_state': 'This election has moved on. Reload the page.',
  'voter.election_known': 'An election of this kind, day and area is planned already. Open that one.',
  'voter.election_own': 'An election is opened by another officer than the one who planned it.',
  'voter.voting_day_past': 'The voting day has passed. Check the date.',
  'voter.cutoff_after': 'The cut-off day of residence must be the voting day or earlier.',
  'voter.area_unknown':
    'The region {code} does not exist on the voting day. Choose a province or regency of that day’s map.',
  'voter.area_twice': 'The region {code} is named twice, or lies in a province that is named. Keep one.',
  'voter.not_voted_yet': 'The voting day has not come.',
  'voter.import_columns': 'The list lacks these columns: {columns}. Add them and upload again.',
  'voter.import_running': 'Another process is entering this list. Wait, then reload the page.',
  'voter.document_ahead': 'The day of the letter has not come. Enter the date on the letter.',
  'voter.source_not_found': 'This record was not found, or was taken back. Reload the page.',
  'voter.village_unknown': 'There is no such village on today’s map. Choose one from the list.',
  'voter.polling_number':
    'Enter the serial number on the back of the card (digits only), or the number of the letter as printed.',
  'voter.election_none': 'No election is open on {day}. Check the day (YYYY-MM-DD).',
  'voter.election_several': 'Several elections are on that day. Name one with --election: {ids}',
  'voter.extract_not_found': 'This list was not found. Reload the page.',
  'voter.extract_state': 'This list has moved on. Reload the page.',
  'voter.extract_empty': 'Nobody votes in the area of this election. Check its area and cut-off.',
  'voter.extract_folder': 'The folder {folder} is not empty. Choose another, or empty it.',
  'voter.extract_elsewhere':
    'The files of this list are neither in the folder you named nor in the store. Name the folder in which the list was made.',
  'voter.extract_other':
    'The folder {folder} holds another list than the one that was approved. Name that one’s folder.',
  'voter.extract_not_released': 'A second officer has not approved yet. Ask for the approval, then run this again.',
  'voter.extract_key_gone':
    'The key of this list has been destroyed, so that its files open no more. Make the list anew.',
  'voter.key_missing': 'The commission’s public key is not registered. Register it first, then propose.',
  'voter.key_unreadable':
    'This is no X25519 public key. Copy it whole from the commission’s letter: PEM, base64 or 64 hexadecimal digits.',
  'voter.key_known': 'This key is registered already, and holds.',
  'voter.recount_files': 'The recount is not complete for this list. Fill in every file that was handed over.',
  'voter.recount_unexplained': 'The commission’s count for {part} differs. Write down why before you keep it.',
  'voter.proof_not_in_list': 'Not in the list that was handed over. This page says why.',
  'voter.proof_changed':
    'The row as it was frozen cannot be made again from the register, so there is no proof of it. Ask at the registry office.',
  'voter.verify_missing': 'There is no list in {folder}: manifest.json is missing or cannot be read.',
  'voter.verify_key': '{file} is no X25519 private key (PEM).',
  'voter.verify_proof': '{file} is no whole proof of a voter.',
  'voter.extract_abandoned_why': 'The list was withdrawn, or made anew',
  'voter.abroad': 'Abroad (missions)',
  'voter.field.count': 'Enter the count as a whole number.',
  'voter.field.part': 'Enter the code of a regency (4 digits), a village (10 digits), or luar-negeri.',
  'voter.field.key': 'Paste the commission’s public key.',
  'proposal.voter.extract':
    'Hand over {n, number} voters of {name} ({day}) to {issuer}, and freeze the election\nRoot of the list: {root}\nHash of the manifest: {manifest}\nThumbprint of the key: {thumbprint}\nNot voting: not a citizen {not_citizen, number}, under age {under_age, number}, dead {dead, number}, left citizenship {left_citizenship, number}, duplicate {duplicate, number}, deactivated {deactivated, number}, cancelled {cancelled, number}, military {military, number}, police {police, number}, deprived {deprived, number}, outside the area {outside_area, number}, abroad {abroad, number}',
  'voter.field.area': 'Enter the code of a province (2 digits) or regency (4 digits).',
  'voter.field.why': 'Give the reason in at least 10 letters.',
  'proposal.voter.election_nation':
    'Open {name}: vote on {day}, all of Indonesia and the missions abroad, residence as of {cutoff}',
  'proposal.voter.election': 'Open {name}: vote on {day}, in {area}, residence as of {cutoff}',
  'indicator.voter.eligible': 'Residents entitled to vote',
  'indicator.voter.eligible.definition':
    'Citizens of 17 years on the voting day, or who are or were married, whose record is in force, who do not serve in the military or the police by a dated list and were not deprived of the vote by a court; by residence at the cut-off (UU 7/2017 art. 198 and 200), for the nearest election that is open.',
  'indicator.voter.eligible.source':
    'History of residents and dated sources: services, court decisions, missions abroad',
  'indicator.voter.without_card': 'Voters without a valid card',
  'indicator.voter.without_card.definition':
    'Residents entitled to vote who hold no valid card on that day, against all who are entitled.',
  'indicator.voter.without_card.source': 'History of residents, dated sources, and the steps of every card',
  'voter.list_missing': 'There is no file {file}. Check its name and folder.',
  'voter.list_unreadable': '{file} cannot be read as a table. Save it as CSV (UTF-8) or XLSX with one line of headers.',
  'voter.list_columns': '{file} has no column {columns}. Give the column that header.',
  'voter.list_out_is_list': 'The result would be written over the list {file}. Choose another name.',
  'voter.list_pair': 'Name two lists, or one with --blind.',
  'voter.blind_one_file': 'With --blind there is one file: your own list, or one from the other side.',
  'voter.blind_begun': 'The folder {dir} holds the key of a comparison already. Take another one for a new comparison.',
  'voter.blind_not_begun': 'The folder {dir} has no list of your own. Blind your own list there first.',
  'voter.blind_not_answered':
    'The other side’s first file was not worked on in {dir}. Do that first and send what comes out.',
  'voter.blind_no_file': '{file} is no list that was blinded.',
  'voter.blind_cut': '{file} was cut or changed on the way. Ask for it again.',
  'voter.blind_broken': 'This file holds numbers that come from no list. Ask the other side to do it again.',
  'voter.blind_own': '{file} is your own list. What is worked on here is the other side’s file.',
  'voter.blind_other': '{file} is of another comparison. Check where it comes from and in which order.',
  'voter.blind_few':
    'The other list has only {rows, number} rows; below {least, number} the counts would tell of single people. Refuse it, or set --least before witnesses.',
};
