export const en = {
  'warehouse.no_such_day': 'This day is not on the calendar. Write year-month-day, for example 2018-06-30.',
  'warehouse.day_not_over': 'This day is not over yet. Choose a day before today.',
  'warehouse.being_made': 'The state of {asOf} is being kept. Wait until that is done, then try again.',
} as const;
