export const en = {
  'statement.no_such_day': 'This day is not on the calendar. Write year-month-day, for example 2018-12-11.',
  'statement.no_such_instant':
    'This instant cannot be read. Write for example 2018-12-11, or 2018-12-11T16:00:00+07:00.',
  'statement.in_future': 'Figures for a time that has not come cannot be given.',
  'statement.withheld.few': 'fewer than three',
  'statement.withheld.beside_few': 'withheld',
  'statement.withheld.held': 'held back for security',
} as const;
