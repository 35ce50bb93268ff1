import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Your work',
  list: 'What waits for you',
  empty:
    'Nothing waits for you. Applications, arrivals, cases, appeals and proposals that wait for you will appear here, the most urgent on top.',
  all: 'All',
  'kind.proposal': 'Proposals',
  'why.decide': 'Waits for a second person: you may decide',
  'why.own': 'Your own proposal, waiting for somebody else to decide',
  'kind.application': 'Applications',
  'kind.move': 'Arrivals',
  'kind.headless': 'Families without a head',
  'kind.case': 'Identity cases',
  'kind.appeal': 'Appeals',
  'why.submitted': 'An application waits to be taken and checked',
  'why.assigned': 'An application is being checked and waits for a decision',
  'why.incomplete': 'Sent back to the counter: complete it with the applicant and submit it again',
  'why.arrives': 'On the way into your region: record the arrival',
  'why.headless': 'A family card without a head: name a new one',
  'why.case': 'Two records may be one person: compare and decide',
  'why.appeal': 'An appeal against deactivation: grant or refuse',
  leftDays: '{days, plural, =0 {due today} one {# day left} other {# days left}}',
  lateDays: '{days, plural, one {# day late} other {# days late}}',
  left: '{age} left',
  late: '{age} late',
};
