export const en = {
  'import.not_found': 'There is no such import, or another officer runs it. Open it from your list of imports.',
  'import.no_file': 'The file {file} is not there or cannot be read. Check its name and folder.',
  'import.file_known': 'This file has been imported to its end already. Choose a newer file.',
  'import.columns_missing':
    'These columns are missing: {columns}. Choose the column that holds them, or give one value for all rows.',
  'import.column_unknown': 'The file has no column: {columns}. Choose from the columns it has.',
  'import.column_twice': 'One column is used for two things: {columns}. Choose one.',
  'import.running_elsewhere': 'Another process is carrying this import on. Wait until it ends, then reload.',
  'import.cancelled': 'This import was stopped. Whoever was entered stays entered.',
  'import.not_checked': 'The check of the file has not ended. Wait for its result before entering anybody.',
  'import.not_changeable': 'This import was applied; the meaning of its columns cannot change any more.',
  'import.nothing_to_cancel': 'This import has ended; there is nothing to stop.',
  'import.header_missing':
    'The first row of this file holds a person, not the titles of columns. Add a row of titles (NIK, NO_KK, NAMA_LENGKAP and so on) and upload it again. Nothing was kept.',
  'import.upload_gone': 'The uploaded file is no longer kept. Upload it once more.',
  'import.failed': 'The import was interrupted. Run it again: it goes on after the last row that was entered.',

  'import.effect.row': 'row refused',
  'import.effect.cell': 'row taken without this cell',
  'import.effect.note': 'row taken, to be looked at',
  'import.effect.case': 'waits for an officer to decide',

  'import.empty': '{column} in row {row}, column {letter} is empty. Fill it in.',
  'import.row_cut':
    'Row {row} has another number of cells than the header, so its contents have shifted. Look for commas or semicolons inside a text.',
  'import.nik_rounded':
    'The NIK in row {row}, column {letter} was rounded by a spreadsheet; its last digits are lost. Take it from its source again and keep the column as text.',
  'import.nik_number':
    'The NIK in row {row}, column {letter} is kept as a number, so its digits cannot be trusted. Make the column text at its source and export again.',
  'import.nik_scientific':
    'The NIK in row {row}, column {letter} is written in scientific notation ({given}). Take it from its source again and keep it as text.',
  'import.nik_placeholder':
    'The NIK in row {row}, column {letter} is a placeholder. Fill in the NIK of this person, or register the person at the counter.',
  'import.nik_temporary':
    'The NIK in row {row}, column {letter} begins with 0: a temporary number made by a village. Fill in the NIK that Dukcapil issued.',
  'import.nik_malformed': 'The NIK in row {row}, column {letter} does not have 16 digits. Check how it is written.',
  'import.nik_impossible':
    'The NIK in row {row}, column {letter} codes an impossible date or serial. Compare it with the card of the person.',
  'import.card_rounded':
    'The family card number in row {row}, column {letter} was rounded or kept as a number. Take it from its source again and keep it as text.',
  'import.card_scientific':
    'The family card number in row {row}, column {letter} is written in scientific notation. Take it from its source again and keep it as text.',
  'import.card_placeholder':
    'The family card number in row {row}, column {letter} is empty or a placeholder. Fill it in; families without a number are not put together.',
  'import.card_malformed':
    'The family card number in row {row}, column {letter} does not have 16 digits. Check how it is written.',
  'import.name_digits': 'The name in row {row}, column {letter} has digits. Check whether the columns have shifted.',
  'import.too_long': '{column} in row {row}, column {letter} is too long. Shorten it.',
  'import.date_impossible':
    '{column} in row {row}, column {letter}: {given} is not on the calendar. Write day-month-year, as in 05-08-1990.',
  'import.date_shape':
    '{column} in row {row}, column {letter}: {given} is no date. Write day-month-year, as in 05-08-1990.',
  'import.date_two_digit_year':
    '{column} in row {row}, column {letter}: the year in {given} has two digits and its century is unknown. Write four digits.',
  'import.date_future':
    '{column} in row {row}, column {letter}: {given} is after the day of the import. Check the year.',
  'import.date_too_old': '{column} in row {row}, column {letter}: {given} is before 1880. Check the year.',
  'import.code_unknown':
    '{column} in row {row}, column {letter}: "{given}" is not known. Use a code or a word of the reference table.',
  'import.village_malformed':
    'The region code in row {row}, column {letter}: {given} does not have 10 digits. Write it as 31.75.07.1004.',
  'import.village_unknown':
    'The region code in row {row}, column {letter} is in no list: {given}. Choose a village of that district.',
  'import.village_retired':
    'The region code in row {row}, column {letter} is not in force on the day of the import: {given}. Use the code in force.',
  'import.outside_jurisdiction':
    'Row {row}: this village lies outside your region. Ask the office of its region to import it.',
  'import.held_elsewhere':
    'Row {row}: this NIK is registered in another region. Handle it as a move, not by an import.',
  'import.not_alive':
    'Row {row}: by the register this person is not alive or does not live here any more. Check before changing anything.',
  'import.permit_missing': 'Row {row}: a foreigner without a stay permit. Fill in ITAS or ITAP.',
  'import.nik_of_two':
    'The NIK in row {row}, column {letter} is carried by two different persons. A case was opened; an officer decides whose it is.',
  'import.likely_duplicate':
    'Row {row} was entered, but name, birth date, sex and mother are those of another resident with another NIK. A case was opened; an officer decides whether they are one person.',
  'import.optional_nik':
    '{column} in row {row}, column {letter} is damaged or no NIK, so it was not taken. Correct it at its source.',
  'import.optional_date':
    '{column} in row {row}, column {letter}: {given} is no valid date, so it was not taken. Write day-month-year.',
  'import.optional_code':
    '{column} in row {row}, column {letter}: "{given}" is not known, so it was not taken. Use a code of the reference table.',
  'import.optional_number':
    '{column} in row {row}, column {letter}: "{given}" is no number 0-999, so it was not taken.',
  'import.optional_too_long': '{column} in row {row}, column {letter} is too long, so it was not taken. Shorten it.',
  'import.cleaned':
    '{column} in row {row}, column {letter} had dots, blanks or invisible signs; they were taken out, the digits are whole.',
  'import.nik_twice': 'The NIK in row {row}, column {letter} repeats the person of row {given}; the first one counts.',
  'import.second_head':
    'Row {row}: this family has a head already. The person was entered as other; set the right relation.',
  'import.card_not_in_force':
    'Row {row}: this family card was replaced or closed, so the person was entered without a family. Find the card in force.',
  'import.nik_region_unknown':
    'The NIK in row {row}, column {letter}: its district is in no list. The NIK is kept; check the card.',
  'import.nik_region_retired':
    'The NIK in row {row}, column {letter} has a former region code. That is normal; it stays valid.',
  'import.nik_birth_differs':
    'The NIK in row {row} codes another birth date than the biodata. The NIK stays valid; check the birth date.',
  'import.nik_sex_differs':
    'The NIK in row {row} codes another sex than the biodata. The NIK stays valid; check the sex.',
};
