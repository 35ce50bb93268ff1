import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'How to check the log',
  lead: "Every act on residents' data, and every look at a person's data, becomes one entry in a log. The log can only grow: no entry can be changed, removed or slipped in unseen, not even by those who run the system. You need not believe it; check it yourself.",
  latest: 'The latest checkpoint',
  'latest.about':
    'A checkpoint sums up the whole log in three lines, signed with a key that the database never holds. Whoever keeps one is a witness of the log.',
  'latest.none': 'This log has no entries yet, so there is no checkpoint.',
  origin: 'Name of the log',
  size: 'Entries',
  root: 'Root',
  time: 'Signed',
  note: 'The whole checkpoint with its signature',
  key: 'Verification key',
  'download.checkpoint': 'Download the checkpoint',
  'download.key': 'Download the key',
  former: 'The log before',
  'former.about':
    'After a backup was restored, some entries that had been signed could not be brought back. Two officers ended the old log in the open, and this log began with the entries that were left. Checkpoints of the old log still hold up to what was kept; whoever saw more is told so by the verifier.',
  'former.ended': 'Ended',
  'former.size': 'Had been signed',
  'former.kept': 'Kept',
  'former.reason': 'Why',
  'former.proof': 'Its key, its last checkpoint, and the entry that began this log',
  how: 'Check it yourself in three steps',
  'how.needs':
    'All you need is Node.js. The verifier is one file without libraries, {bytes}; read it before you run it.',
  'step.get': 'Download the verifier',
  'step.sha': 'Make sure that the file is whole; the number below must be the one that you get',
  'step.run':
    'Run it. It downloads the checkpoint and all hash tiles, computes the root again, checks the signature, and keeps the checkpoint in the folder titik-periksa',
  'step.again':
    'Run it again tomorrow or next year with the same folder: it also makes sure that each checkpoint you kept is still the beginning of the log of that day.',
  kept: 'A proof that you keep',
  'kept.about':
    'From the citizen services you download the proof of each entry about you. The same verifier makes sure, without a network, that the checkpoint is signed, that the entry is in the log, and that it is about you. Take the key from elsewhere if you can, from a newspaper or from somebody who kept it:',
  auditor: 'For auditors',
  'auditor.about':
    'Entries hold no personal data, but only auditors may read them. From a full copy every entry, and every row in the database, is computed again:',
  witnesses: 'Witnesses and copies outside',
  'witness.papers': 'Every printed paper: its QR code carries the size and root of the log at the hour of issue.',
  'witness.papers.check': 'Check a paper',
  'witness.folder':
    'A witness folder outside the database: each checkpoint is added and never changed, {days, plural, =0 {empty so far} one {# day, since {since}} other {# days since {since}}}.',
  'witness.noFolder': 'This system keeps no witness folder outside the database.',
  'witness.you': 'Whoever runs the command above and keeps what it gives, you included.',
  'witness.statement': 'Every published statement carries the size and root of the log at that hour.',
  proves: 'What it proves, and what it does not',
  'proves.yes': 'Proven',
  'proves.yes.1':
    'The log of today begins exactly with the log that you saw before: no entry was changed, removed, swapped or slipped in.',
  'proves.yes.2': "The checkpoint was signed by the holder of the log's key.",
  'proves.yes.3': 'The number of entries has never become smaller.',
  'proves.yes.3.former': 'The number of entries never shrinks, but where a log was ended in the open as shown above.',
  'proves.no': 'Not proven',
  'proves.no.1': 'That what an officer wrote is true. The log proves what was recorded, not that it is right.',
  'proves.no.2': 'That nothing happened outside the system, such as a photograph of a screen.',
  'proves.no.3': 'Tampering after the last checkpoint that somebody keeps outside. So the more witnesses, the better.',
  'proves.try': 'In doubt? Try to cheat it.',
};
