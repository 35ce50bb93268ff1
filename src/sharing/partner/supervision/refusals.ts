import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';

export const supervisionRefusals = {
  'partner.report_not_found': { status: 404, when: 'no semester report that is owed has this id' },
  'partner.report_filed': { status: 409, when: 'a semester report is filed twice' },
  'partner.report_ahead': { status: 422, when: 'a report came in tomorrow, or before its semester ended' },
  'partner.spare_not': { status: 409, when: 'an institution is spared whose cutting nobody proposes' },
  'partner.warning_not_printed': { status: 404, when: 'the letter of a warning is not printed yet' },
  'partner.cut_twice': { status: 422, when: 'one cooperation stands twice in a list' },
  'partner.cut_not_live': { status: 409, when: 'what is not connected is cut off' },
  'partner.cut_already': {
    status: 409,
    when: 'a partner is cut off twice for one cause',
    constraints: ['suspension_open'],
  },
  'partner.substitute_missing': {
    status: 422,
    when: 'health, disaster relief or elections are cut without anybody named who serves instead',
  },
  'partner.suspension_not_found': { status: 404, when: 'no suspension in force has this id' },
  'partner.appeal_ahead': { status: 422, when: 'an appeal came in tomorrow, or before the suspension' },
  'partner.appeal_open': { status: 409, when: 'a second appeal while one waits', constraints: ['appeal_open'] },
  'partner.appeal_not_found': { status: 404, when: 'no appeal that waits has this id' },
  'partner.appeal_party': {
    status: 403,
    when: 'who proposed or decided the suspension, or entered the appeal, decides about it',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(supervisionRefusals);
