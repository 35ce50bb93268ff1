import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Merge with another record',
  about:
    'One person recorded twice becomes one record. The record that is no longer used becomes a duplicate and is kept; a merge can be taken back.',
  find: 'Find the other record',
  masked: 'The other record is in another region and masked. Ask its office to make sure before proposing.',
  compare: 'The two records side by side',
  left: 'This record',
  right: 'The other record',
  place: 'Region',
  another: 'Choose another record',
  keep: 'Which record stays in use?',
  'keep.about': 'Mostly the one whose NIK is printed on the card and used everywhere.',
  'keep.one': '{side}: {name}, {nik}',
  'keep.missing': 'Choose one.',
  'reason.hint': 'At least 10 letters; read by whoever decides',
  propose: 'Propose the merge',
  proposed: 'Proposal sent; a second person decides',
};
