export const en = {
  'resident.not_found':
    'This resident is not in the register, or is outside your area. Check the NIK, or ask the office there.',
  'resident.nik_taken':
    'This NIK already belongs to another resident. Do not make a new one; look for the person first.',
  'resident.no_serial_left':
    'All serial numbers for this district and birth date are used. Ask the directorate general to decide.',
  'resident.search_too_wide': 'The search is too wide. Give a NIK, a name or a birth date.',
  'resident.unknown_village': 'This village code is in no list of regions. Choose from the list.',
  'resident.born_in_future': 'The birth date cannot be after today.',
  'resident.born_too_early': 'The birth date is before 1880. Check the year.',
  'resident.name_not_allowed':
    'This name does not follow the rules for names (Permendagri 73/2022). Mend the marked part.',
  'resident.likely_duplicates':
    '{n, plural, one {One person} other {# people}} may be the same as this one. Look at each before registering.',
  'resident.changed_meanwhile': 'Another officer has just changed this person. Load again, then check your change.',
  'resident.nothing_changed': 'Nothing has changed. Change at least one element, or cancel.',
  'resident.state_not_allowed': 'The state of this person cannot change from {from} to {to}.',
  'resident.not_alive': 'This person is recorded as not alive or not living here; this cannot be done.',
  'resident.reason_missing': 'Give the reason and the legal basis.',
  'resident.merge_with_self': 'Both records are the same person with the same NIK. Choose two different records.',
  'resident.merge_not_alive': 'One of the records is no longer active, so they cannot be merged.',
  'resident.merge_unknown': 'There is no merge in force for this record.',
  'resident.notice_too_short':
    'A deactivation must be announced at least 14 days ahead. The earliest date is {earliest}.',
  'resident.already_inactive': 'This record is inactive already, or its deactivation has been announced.',
  'resident.not_inactive': 'There is no deactivation of this person to end or appeal against.',
  'resident.foreigner_without_permit': 'Foreigners are registered with ITAS or ITAP. Give the kind of stay permit.',
  'resident.element_not_correctable':
    'Some elements cannot be corrected here. Address, family and parents change by events.',
  'resident.erased':
    "This person's files and protected elements were erased on a legal ground; nothing more can be kept sealed in his or her name.",
  'resident.erase_case_open': 'An identity case of this person is open. Decide first whose NIK it is.',
  'resident.case_not_open': 'This case does not exist or has been decided.',

  'nik.not_sixteen_digits': 'A NIK has exactly 16 digits. Check whether digits are missing or were rounded.',
  'nik.day_out_of_range': 'Digits 7 and 8 (day of birth) must be 01-31 for a man or 41-71 for a woman.',
  'nik.month_out_of_range': 'Digits 9 and 10 (month of birth) must be 01-12.',
  'nik.date_impossible': 'The birth date in this NIK never was on a calendar.',
  'nik.serial_zero': 'The last four digits (serial) must not be 0000.',
  'nik.region_unknown': 'The region code of this NIK is in no list, neither of today nor of former days.',
  'nik.district_unknown': 'The district in this NIK is in no list; its regency or city is.',
  'nik.region_retired': 'Former region code: the place of first registration now has another. The NIK stays valid.',
  'nik.birth_date_differs': 'The NIK does not agree: its birth date differs from the biodata. The NIK stays valid.',
  'nik.sex_differs': 'The NIK does not agree: its sex differs from the biodata. The NIK stays valid.',
  'nik.registered_elsewhere': 'First registered in another region; usual for those who have moved.',
  'name.empty': 'A name is needed.',
  'name.too_long': 'A name has at most 60 letters with spaces. Make it shorter.',
  'name.one_word': 'A new name has at least two words. Add one.',
  'name.not_latin': 'A name is written with the Latin letters A-Z, without marks above or below them.',
  'name.digits': 'A name has no digits. Write them as words.',
  'name.punctuation': 'A name has no punctuation. Remove the sign.',
  'name.abbreviated': 'A name is not abbreviated. Write it in full.',
  'name.title': 'Titles do not stand in the name on a certificate. Remove the title.',

  'field.nik_shape': 'A NIK has 16 digits. Check whether a digit is missing or was rounded.',
  'field.person_ref': 'This reference to a resident is unknown. Open the person from a search.',
  'field.no_such_day': 'This day is not on the calendar. Write day-month-year, for example 05-08-1990.',
  'field.village_code': 'A village code has 10 digits. Choose from the list of regions.',
  'field.unknown_village': 'This code is in no list of regions. Choose from the list.',
  'field.empty': 'This field is needed.',
  'field.too_long': 'This is too long. Shorten it.',
  'field.code': 'Choose one from the list.',
  'field.nationality': 'A nationality has three letters, for example IDN.',
  'field.born_in_future': 'The birth date cannot be after today.',
  'field.born_too_early': 'The birth date is before 1880. Check the year.',
  'field.reason_short': 'Give a reason of at least 10 letters, so that the second person can judge it.',
  'field.basis_short': 'Name the legal basis, for example the number of the order.',
  'field.needed': 'This field is needed.',
  'field.not_correctable': 'This element cannot be corrected here; use the event that fits.',

  'purpose.civil_registration': 'Civil registration',
  'purpose.family_card': 'Issue of a family card',
  'purpose.identity_check': 'Check of identity',

  'act.imported': 'Imported',
  'act.entered': 'Registered',
  'act.corrected': 'Biodata corrected',
  'act.merged': 'Merged as a duplicate',
  'act.erased': 'Files erased on a legal ground',
  'act.unmerged': 'Merge taken back',
  'act.deactivated': 'Deactivated',
  'act.reactivated': 'Reactivated',

  'state.HIDUP': 'Alive',
  'state.MENINGGAL': 'Deceased',
  'state.PINDAH_LUAR_NEGERI': 'Moved abroad',
  'state.LEPAS_WNI': 'Citizenship lost',
  'state.GANDA': 'Duplicate record',
  'state.NONAKTIF': 'Inactive',
  'state.BATAL': 'Registration cancelled',

  'duplicate.name_same': 'same name',
  'duplicate.name_alike': 'similar name',
  'duplicate.birth_date_same': 'same birth date',
  'duplicate.birth_date_swapped': 'day and month of birth swapped',
  'duplicate.birth_date_near': 'birth dates close together',
  'duplicate.mother_same': "same mother's name",
  'duplicate.birth_place_same': 'same birthplace',
  'duplicate.sex_differs': 'different sex',

  'proposal.resident.merge':
    'The record of {absorbed} is merged into the record of {survivor}; the merged NIK becomes a duplicate record.',

  'proposal.resident.erase':
    '{files, plural, one {# file} other {# files}} in the name of {name} become unreadable for ever, here and in every backup, and parents’ names and disability are emptied; the register’s rows stay, because UU 23/2006 wants them. Ground: {ground, select, court {a court’s order} consent_withdrawn {consent was taken back} retention_ended {the years to keep are over} other {{ground}}}.',
  'erasure.ground.court': "A court's order",
  'erasure.ground.consent_withdrawn': 'Consent taken back',
  'erasure.ground.retention_ended': 'The years to keep are over',

  'indicator.resident.total': 'Residents',
  'indicator.resident.total.definition':
    'Residents who are alive and live in the area, including those whose record is inactive. Year of origin: when they entered the register.',
  'indicator.resident.total.source': "Acts in the residents' register",
  'indicator.resident.obligated': 'Obliged to hold a card',
  'indicator.resident.obligated.definition':
    'Citizens and holders of a permanent permit aged 17 or ever married (UU 24/2013 art. 63), of all residents. Year of origin: when they entered the register.',
  'indicator.resident.obligated.source': "Acts in the residents' register",
  'indicator.resident.duplicate': 'Duplicate records',
  'indicator.resident.duplicate.definition':
    'People who were once recorded twice: two officers marked the second record as a duplicate, and it is not counted as a resident. Year of origin: when it was found.',
  'indicator.resident.duplicate.source': "Acts in the residents' register",
} as const;
