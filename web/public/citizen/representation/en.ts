import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Children and guardianship',
  lead: 'Here you open the citizen services for your child under 17, or for somebody whom you represent as guardian or curator. Each time is recorded, and the person can read it.',
  'news.ended': 'Your authority for that person has ended, or there is none. Nothing was done.',
  'news.changed':
    'In another window you have turned to somebody else. What you sent last was not done; open the page again and repeat it.',
  'news.own':
    'Ways to sign in and sessions are for yourself alone. Go back to your own data first, then open that page again.',
  'news.back': 'You are back at your own data.',
  represented: 'Whom you may represent',
  'represented.none':
    'The register names nobody whom you may represent. Your child under 17 appears here when you are recorded as its parent.',
  born: 'Born {date}',
  'as.mother': 'You are the mother,',
  'as.father': 'You are the father,',
  'as.guardian': 'You are the guardian,',
  'as.curator': 'You are the curator,',
  'ground.birth': 'by the record of birth.',
  'ground.adoption': 'by a ruling of adoption.',
  'ground.family_card': 'by the family card and the parent’s name in the record.',
  'ground.entered': 'by a paper that the office has entered.',
  until: 'Until {date}.',
  now: 'Open now.',
  choose: 'Open the data of {name}',
  representing: 'Who may represent you',
  'representing.seen': 'What they open is shown under "Who looked at my data".',
  'by.mother': '{name}, your mother.',
  'by.father': '{name}, your father.',
  'by.guardian': '{name}, your guardian.',
  'by.curator': '{name}, your curator.',
  missing: 'Is somebody missing, or wrong?',
  'missing.how':
    'Come to the counter of the office where that person is registered: parents with the child’s birth certificate, guardians and curators with the court’s decision. Two officers check it, then the name appears here.',
  'missing.wrong':
    'If somebody may not represent any more, by a court’s decision or a protection order, say so at the counter: the access closes at once.',
};
