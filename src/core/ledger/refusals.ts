import { refuser, type RefusalTable } from '../refusal/index.ts';

export const ledgerRefusals = {
  'ledger.behind': {
    status: 503,
    when: 'entries wait longer than ten seconds to be numbered, so nothing is disclosed',
  },
  'ledger.entry_not_found': { status: 404, when: 'no entry has this id, or it is not yet numbered' },
  'ledger.file_not_found': { status: 404, when: 'the log has no such tile, bundle or checkpoint' },
  'ledger.size_unknown': { status: 422, when: 'a proof was asked for a size that the log has not reached' },
  'ledger.entries_lost': { status: 409, when: 'the log cannot go on: its files do not hold all that was signed' },
  'ledger.goes_on': { status: 409, when: 'a new log is asked for where nothing stops the one there is' },
  'ledger.at_work': { status: 409, when: 'a new log is asked for while a server numbers this one' },
  'ledger.not_sound': { status: 409, when: 'a new log is asked for on top of one whose kept part does not hold' },
  'ledger.second_person': { status: 403, when: 'the one who begins a new log would also be the one who approves it' },
  'ledger.demo_only': { status: 403, when: 'tampering was asked for where the data is not a demonstration' },
  'ledger.too_little': { status: 409, when: 'tampering was asked for where there is too little to tamper with' },
  'ledger.tampered_before': {
    status: 409,
    when: 'a trial of tampering was asked for on a log that is damaged already',
  },
  'ledger.tamper_busy': {
    status: 503,
    when: 'a trial of tampering could not get at the tables, or another is running',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(ledgerRefusals);
