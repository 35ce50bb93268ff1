import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Publish the statement',
  about:
    "What is published is kept with the log's root of that moment, so that anybody can make the figures again and compare. A publication is not withdrawn; a wrong figure is mended by the next one.",
  now: 'The figures of now',
  knownAt: 'As of {asOf}, as known on {knownAt}.',
  figure: 'Figure',
  value: 'Number',
  of: 'Of',
  percent: 'Per cent',
  none: 'No figures yet. They appear as soon as the register holds records.',
  public: 'See the public page, where each figure opens into its records',
  press: 'The text for the press made from these figures, with footnotes',
  checks: 'Hold a press text against the register',
  publish: 'Publish these figures now',
  publishing: 'Publishing …',
  done: 'The statement is published and stands on the public page.',
  before: 'Published before',
  day: 'As of',
  at: 'Published',
  log: 'Size of the log',
  root: 'Root of the log',
  never: 'Nothing was published yet. The first publication will stand here.',
};
