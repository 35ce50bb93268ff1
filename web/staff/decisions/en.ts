import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Waiting for my decision',
  about: 'A great act runs only when a second person approves exactly what it says, within 24 hours.',
  empty: "Nothing waits for your decision. Colleagues' proposals that you may decide will appear here.",
  why: 'Proposed by {who}; read it, then approve or reject',
  system: 'the system',
  left: '{age} left',
  mine: 'My proposals',
  'mine.none': 'You have proposed nothing yet. Your proposals and what was decided will be shown here.',
  what: 'Act',
  state: 'State',
  proposedAt: 'Proposed',
  decided: 'Decision',
  until: 'awaited until {at}',
  'state.waiting': 'Waiting for a decision',
  'state.approved': 'Approved and carried out',
  'state.rejected': 'Rejected',
  'state.withdrawn': 'Withdrawn',
  'state.expired': 'Past its time',
};
