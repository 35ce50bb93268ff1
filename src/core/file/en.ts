import type { Messages } from '../text/index.ts';

export const en = {
  'file.empty': 'This file is empty. Choose another one.',
  'file.kind_not_accepted':
    'The content of this file is not {allowed}, whatever its name. Save or scan it again, then send it.',
  'file.not_what_it_says':
    "The file's name ends in .{ending} but its content is {kind}. Save it again as the right kind, then send it.",
  'file.too_large': 'The file is too large. At most {megabytes} MB; make it smaller or scan at a lower resolution.',
  'file.picture_too_large': 'The picture is too large. At most {megapixels} megapixels.',
  'file.cut_short': 'This file is cut short or damaged. Scan or save it again, then send it.',
  'file.locked': 'This PDF is locked with a password. Send a copy that is not locked.',
  'file.has_program': 'This PDF carries a program. Print it to PDF again or send a scan.',
  'file.not_found': 'This file was not found.',
  'file.erased': 'This file was erased on a legal ground and nobody can open it any more.',
  'file.person_erased':
    "This person's files were erased on a legal ground, so no new file or paper can be kept in his or her name.",
  'file.unreadable': 'This file can no longer be opened: its key was erased or its content has changed.',
} as const satisfies Messages;
