import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'A number in the queue for {name}',
  day: 'Day to come',
  place: 'Place',
  placeHint: 'Leave empty for the counter of {office}. For a mobile team, write where it stops.',
  give: 'Give a number',
  giving: 'Giving a number',
  given: 'Number {number} for {name}, {day}',
  past: 'That day is past. Choose today or a day after.',
};
