import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'matching.not_found': 'This matching was not found.',
  'matching.reference_known':
    'There is a matching with this reference already. Give a new file a reference of its own.',
  'matching.too_many_open': '{most, number} files are not finished yet. Wait until one of them is, or cancel it.',
  'matching.too_few_granted': 'At least two columns of the file must be among what you were granted.',
  'matching.not_uploading': 'This file was handed in or has ended; it takes nothing more.',
  'matching.offset': 'The next part begins at byte {received, number}. Go on from there.',
  'matching.part_differs': 'The bytes of this part are not those of its SHA-256. Send this part again.',
  'matching.part_empty': 'This part is empty. Send what the file has from the offset on.',
  'matching.file_too_large': 'The file is too large. Split it into files of at most 4 GB each.',
  'matching.file_empty': 'Nothing of the file has come yet. Send its parts first.',
  'matching.not_csv': 'The file must be CSV. Save the spreadsheet as CSV with the NIK column as text.',
  'matching.columns_missing': 'The file has no column {columns}. Add it, or name it in columns.',
  'matching.columns_absent': 'The file has no column {columns}. Check how its header is written.',
  'matching.no_anchor_column':
    "The file needs a column with the name, KK number, address or a parent's name: the NIK itself tells the rest.",
  'matching.not_done': 'There is no result yet. Look at this matching again later.',
  'matching.result_deleted':
    'Results are kept for seven days; this one was deleted. Match the file again if you still need it.',
  'matching.ended': 'This matching has ended.',
  'matching.nothing_to_decide': 'This matching waits for no decision.',

  'matching.field.sha256': 'Write the SHA-256 of this part as 64 hexadecimal digits in lower case.',
  'matching.field.header': 'Name the title of the column, not what stands in it.',
  'matching.field.reason': 'Write the reason, at least 10 letters.',

  'matching.why.approval': 'It has more rows than the package of your grant; an officer of the ministry will decide.',
  'matching.why.held': 'An officer of the ministry looks at it before the result can be taken.',
  'matching.why.stopped': 'An officer of the ministry has stopped the matching. Ask your contact at the ministry.',
  'matching.why.more_rows': 'The file has more rows than were named. Open a new matching with the right number.',
  'matching.why.file_gone': 'The file that was sent is no longer there. Send it again with a new matching.',
  'matching.why.unreadable':
    'The file is damaged in the middle and cannot be read to its end. Export it again and open a new matching.',
  'matching.why.upload_left': 'Nothing came for two days, so the matching was closed and its file deleted.',
  'matching.why.cut_off': "Your institution's grant was no longer in force when the file was matched.",

  'matching.row.ragged': 'This row has more or fewer cells than there are columns. Check its quotes and separators.',
  'matching.row.reference_missing': 'The reference is empty. Each row needs a number of your own.',
  'matching.row.reference_form': 'A reference has at most 64 printable ASCII letters, without 16 digits in a row.',
  'matching.row.reference_twice': 'An earlier row has this reference. Give each row a number of its own.',
  'matching.row.nik_missing': 'The NIK is empty.',
  'matching.row.nik_rounded':
    'A spreadsheet has rounded the NIK: its last digits are lost. Export it again with the NIK column as text.',
  'matching.row.nik_temporary': "This is a village's temporary number, not a NIK.",
  'matching.row.nik_malformed': 'A NIK has 16 digits.',
  'matching.row.invisible': 'There are letters in the cell that nobody sees. Type it again.',
  'matching.row.two_more': 'Fill in at least two fields beside the NIK.',
  'matching.row.no_anchor': "Fill in the name, KK number, address or a parent's name too.",
  'matching.row.too_few_granted': 'At least two of the fields that are filled in must be among what you were granted.',
  'matching.row.consent_missing': "Where the basis is consent each row needs the consent's number.",
  'matching.row.family_card': 'A KK number has 16 digits.',
  'matching.row.day': 'Write a day of the calendar, as 1990-08-05 or 05-08-1990.',
  'matching.row.code_unknown': 'This value is not in the code table. Write the code or its name.',
  'matching.row.neighbourhood': 'RT and RW have one to three digits.',
  'matching.row.too_long': 'The cell is too long.',
  'matching.row.value': 'This cell cannot be read.',
};
