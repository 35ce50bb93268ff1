import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: "Erase this person's files",
  sentence:
    "Photos, scans and papers become unreadable for ever, here and in every backup, and parents' names and disability are emptied. This cannot be taken back.",
  after:
    "The register's rows stay, because UU 23/2006 wants them. From then on no new file, certificate or family card can be kept in this person's name.",
  files: 'Files erased',
  versions: 'Earlier versions of protected elements',
  mayApprove: 'Who may approve',
  'mayApprove.who':
    "Another head of office or an officer of the directorate general whose region holds this one, not the proposer, within 24 hours. Where the proposer's office has only one head, the office above may approve.",
  ground: 'Ground of the erasure',
  'ground.about': 'UU 27/2022 art. 8, 16 and 44',
  'ground.missing': 'Choose one.',
  'basis.hint': "For example the order's number, or the date of the letter that takes consent back",
  'reason.hint': 'At least 10 letters; read by whoever decides',
  propose: 'Propose the erasure',
  proposed: 'Proposal sent; a second person decides',
};
