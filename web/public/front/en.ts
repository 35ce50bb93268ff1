import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Population data that you can check yourself',
  lead: "Every figure opens down to its records, every card's holder is known, and every look at a person's data is recorded in a log that cannot be changed unseen.",
  'nav.statement': 'Official statement',
  'nav.statement.about': 'The latest figures with their definitions, counts and sources.',
  'nav.log': 'How to check the log',
  'nav.log.about': 'Download a checkpoint and see for yourself that no record was changed or removed.',
  'nav.tamper': 'Try to cheat',
  'nav.tamper.about': 'Change the simulated database with the highest rights, then see whether it is noticed.',
  'nav.document': 'Check a document',
  'nav.document.about': 'Scan or type the code on a document to learn whether it is still valid.',
  'nav.card': 'Check a card',
  'nav.card.about': 'See whether a card is valid, by the NIK and the day of issue on it.',
  'nav.application': 'Follow an application',
  'nav.blank_stock': 'Stock of blanks',
  'nav.blank_stock.about': "Every region's balance of blanks at each day's end, with its proof.",
  'nav.report_blank': 'Report a blank',
  'nav.report_blank.about': 'Report a blank or card that is for sale or was found, unnamed, and follow the report.',
  'nav.application.about': 'See how far your application has come, by its number and your date of birth.',
  staff: "Officers' sign-in",
  'staff.about': 'For officers of the civil registration offices.',
};
