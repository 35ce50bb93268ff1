import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Check an identity card',
  lead: "See whether an identity card is valid by the register. The date printed on an old card does not decide: a citizen's card is for life.",
  nik: 'NIK',
  'nik.hint': '16 digits, as on the card',
  'nik.wrong': 'A NIK has 16 digits. Copy it from the card.',
  issued: 'Day of issue',
  'issued.hint': 'Under the photo on the card: day-month-year, for example 05-08-2012',
  'issued.wrong': 'This day is not on the calendar. Write day, month and year as numbers, for example 05-08-2012.',
  act: 'Check',
  'answer.valid': 'This card is valid',
  'answer.valid.more': 'Make sure that the photo on the card is of the person who carries it.',
  'answer.not_valid': 'This card is not valid',
  'answer.not_valid.more':
    'Ask its holder to go to a civil registry office. If you found this card, bring it to the nearest one.',
  'answer.unknown': 'Unknown',
  'answer.unknown.more':
    'No card has this NIK and day of issue. Check both and try again. This answer does not mean that the card is forged.',
  wait: 'Too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  another: 'Check another card',
  recorded: 'The holder can see that the card was checked. Nothing else is shown here.',
};
