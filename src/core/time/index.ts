/**
 * Time. A `CivilDate` is a day without an hour (`YYYY-MM-DD`); an instant is a `Date` in UTC.
 * "Today", an age and a cut-off belong to a zone: the office's, or WIB for the nation.
 * Always holds: nobody reads the machine's clock but `systemClock`; everyone else is handed a `Clock`.
 */
export * from './civil-date.ts';
export * from './clock.ts';
