import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Identity cases',
  about:
    'One NIK used by two people, or one person with two NIKs. The register never overwrites by itself; an officer decides.',
  empty:
    'No case is waiting. When an import finds a NIK used by two people, or somebody who may have two, the case appears here.',
  between: '{name} and {other}',
  elsewhere: 'resident of another region',
  'kind.nik_of_two': 'One NIK used by two people',
  'kind.likely_duplicate': 'Perhaps the same person',
  case: 'Identity case: {name}',
  opened: 'opened {at}',
  notSeen:
    'Whose NIK it is by the register lives in another region, so the data is not shown. Ask that office before deciding.',
  compare: 'The register and the other side',
  registered: 'By the register',
  claimed: 'By the file that came in',
  other: 'The other record, with another NIK',
  place: 'Region',
  open: 'Open the data of {name}',
  'open.other': 'Open the other record: {name}',
  decide: 'Decision',
  question: 'Are they the same person?',
  'decision.same_person': 'The same person',
  'decision.same_person.about': 'The register stays; differences are put right as corrections.',
  'decision.same_person.likely': 'After this merging the two is proposed; a second officer approves.',
  'decision.different_person': 'Different people',
  'decision.different_person.about':
    'The NIK stays with its owner; the other person is registered with a NIK of his own after this.',
  'decision.different_person.likely': 'Both stay, each with its NIK.',
  'decision.missing': 'Choose one.',
  submit: 'Decide the case',
  sending: 'Deciding',
  decided: 'Case decided',
};
