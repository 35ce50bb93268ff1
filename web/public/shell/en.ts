import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  skip: 'Straight to the content',
  specimen: 'SPECIMEN - SIMULATED DATA',
  navigation: 'Public pages',
  'nav.statement': 'Official statement',
  'nav.log': 'How to check the log',
  'nav.tamper': 'Try to cheat',
  'nav.document': 'Check a document',
  'nav.card': 'Check a card',
  'nav.application': 'Follow an application',
  'nav.my_card': 'My card',
  'nav.lost': 'Report a loss',
  'nav.blank_stock': 'Stock of blanks',
  'nav.agreements': 'Register of agreements',
  'nav.report_blank': 'Report a blank',
  'footer.regions': 'Region data:',
  'footer.project': "Jatidiri is open software (Apache-2.0). It is not a government agency's site.",
  'footer.staff': "Officers' sign-in",
  'footer.docs': 'Interface for programs (API)',
};
