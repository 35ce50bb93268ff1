export const en = {
  'ledger.behind':
    "The record of access is behind, so residents' data stays closed for now. Try again shortly; if it goes on, call the operator.",
  'ledger.entry_not_found': 'No entry has this id, or it is not numbered yet. Try again in a moment.',
  'ledger.file_not_found': 'The log has no such file. Check the address against the latest checkpoint.',
  'ledger.size_unknown': 'The log is not that long. Use the size of the latest checkpoint.',
  'ledger.demo_only': 'Tampering is allowed on demonstration data only.',
  // Labels of entries.
  'ledger.entry_missing': 'Its entry is gone',
  'ledger.tampered': 'The log was tampered with as a demonstration',
} as const;
