import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Check a statement',
  lead: 'Paste a press release or an article on identity cards and population data. Each figure, year and law in it is held against the records of the register.',
  kept: 'The text is neither kept nor logged.',
  text: 'Text',
  'text.hint': 'Indonesian or English, {most, number} letters at most',
  act: 'Check',
  again: 'Check another text',
  result:
    '{n, plural, =0 {No claim that can be checked} one {One claim was found} other {{n, number} claims were found}}',
  'result.about':
    'The text is read as a statement of {date}, and held against what was known on that day and what is known now.',
  'result.none':
    'No figure, percentage, year of production, law or case in it was recognised. See whether the part with the figures was pasted too.',
  summary: 'Summary',
  opens: 'Open the figure',
  'verdict.borne_out': 'Borne out by the records',
  'verdict.contradicted': 'Contradicted by the records',
  'verdict.with_denominator': 'Only with its denominator and cut-off',
  'verdict.one_of_several': 'One of several counts',
  'verdict.not_checkable': 'Cannot be checked',
  'verdict.not_found': 'Not in the register',
  how: 'How a text is read',
  'how.words':
    'Without a model: a figure is tied to the words near it by a list of words. What is not recognised is called not in the register, not wrong.',
  'how.then':
    'A figure is borne out where it agrees with what was known on the day of the text or with what is known now.',
  'how.people': 'Judgements of persons are not checked.',
};
