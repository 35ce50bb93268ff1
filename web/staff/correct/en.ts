import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Correct biodata',
  'section.self': 'Person',
  'section.about':
    'The NIK does not change, even when the date of birth is corrected. Addresses change with the family card.',
  'section.marriage': 'Marriage',
  'section.papers': 'Nationality and certificates',
  'section.why': 'Ground of the correction',
  'section.whyAbout': 'A correction without a document cannot be checked later.',
  count: '{count, plural, =0 {Nothing changed yet.} one {# element changed.} other {# elements changed.}}',
  nothing: 'Nothing differs from the record yet. First change what is wrong.',
  submit: 'Save the correction',
  sending: 'Saving',
  done: '{count, plural, one {# element corrected} other {# elements corrected}}',
  meanwhile: 'Another officer has just changed this record',
  'meanwhile.about': 'Your entries are still here. Compare first, then go on with the latest record.',
  'meanwhile.table': 'The latest record and your entries',
  'meanwhile.now': 'Latest record',
  'meanwhile.mine': 'Your entries',
  'meanwhile.goOn': 'Go on with the latest record',
};
