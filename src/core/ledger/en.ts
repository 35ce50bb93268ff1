export const en = {
  'ledger.behind':
    "The record of access is behind, so residents' data stays closed for now. Try again shortly; if it goes on, tell whoever runs the system.",
  'ledger.entry_not_found': 'No entry has this id, or it is not numbered yet. Try again in a moment.',
  'ledger.file_not_found': 'The log has no such file. Check the address against the latest checkpoint.',
  'ledger.size_unknown': 'The log is not that long. Use the size of the latest checkpoint.',
  'ledger.entries_lost':
    'The log’s files no longer hold all {signed, number} entries that were signed, so this log cannot go on. Look for a copy of the ledger folder first; if there is none, begin a new log with "jatidiri ledger begin".',
  'ledger.goes_on':
    'This log goes on: nothing was ever signed beyond what it holds. No new log is needed; just run the server.',
  'ledger.at_work': 'A server is numbering this log. Stop the server first, then try again.',
  'ledger.not_sound':
    'What is left of the log is not sound, so it must not become the beginning of a new one. Restore another backup.',
  'ledger.second_person': 'A new log needs a second person’s approval. Name another officer with --approve-as.',
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
  'ledger.begun': 'A new log was begun after a restore',
  'ledger.tampered': 'The log was tampered with as a demonstration',
} as const;
