export const en = {
  'ledger.behind':
    "The record of access is behind, so residents' data stays closed for now. Try again shortly; if it goes on, call the operator.",
  'ledger.entry_not_found': 'No entry has this id, or it is not numbered yet. Try again in a moment.',
  'ledger.file_not_found': 'The log has no such file. Check the address against the latest checkpoint.',
  'ledger.size_unknown': 'The log is not that long. Use the size of the latest checkpoint.',
  'ledger.demo_only': 'Tampering is allowed on demonstration data only.',
  'ledger.too_little': 'This log is still too short to be tampered with. Try again when it has some entries.',
  'ledger.tampered_before':
    'This log was tampered with before, from the command line for instance, and the verifier finds it. Look at it with ledger verify, then delete this demonstration data and make it anew.',
  'ledger.tamper_busy':
    'Another trial is running, or the register is writing many entries. Try again in a few seconds.',
  // What a trial of tampering did.
  'ledger.tamper.alter_nik': 'The NIK on one access row was replaced by another.',
  'ledger.tamper.alter_instant': 'The time on one access row was changed.',
  'ledger.tamper.alter_detail': 'What was looked at was changed on one access row.',
  'ledger.tamper.alter_entry_of_access': 'One access row was hung under another entry.',
  'ledger.tamper.alter_entry_id': 'One entry was given another id.',
  'ledger.tamper.delete_access': 'One access row was deleted.',
  'ledger.tamper.delete_entry': 'One entry was deleted.',
  'ledger.tamper.delete_traces': "Every trace of who looked at one person's data was deleted.",
  'ledger.tamper.insert_access': 'An access row was invented under a true entry.',
  'ledger.tamper.insert_orphan': 'An access row was invented under an entry that never was.',
  'ledger.tamper.insert_entry': 'An entry was invented.',
  'ledger.tamper.swap_entries': 'Two entries changed places.',
  'ledger.tamper.swap_access': 'Two access rows changed their entries.',
  'ledger.tamper.roll_back': 'The last {taken, number} entries were taken back with all their traces.',
  'ledger.tamper.replace_by_older': "The database's whole log was replaced by an older copy of {kept, number} entries.",
  // Labels of entries.
  'ledger.entry_missing': 'Its entry is gone',
  'ledger.tampered': 'The log was tampered with as a demonstration',
} as const;
