import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'blank.not_closed': 'This day is not closed. Choose a day that has passed.',
  'blank.hold_end': 'A hold ends today at the earliest and in {days, number} days at the latest.',
  'blank.hold_region': 'This region was not found. Enter the code of a province or regency, or leave it empty.',
  'proposal.blank.security_hold': 'Hold back the stock of blanks of {place} until {untilOn}',
  'indicator.blank.in_stock': 'Blanks in stock',
  'indicator.blank.in_stock.definition':
    'Blanks in stores of the centre, provinces, regencies, districts and printers, with deliveries that wait for their count',
  'indicator.blank.in_stock.source': 'Movements of blanks',
  'indicator.blank.unaccounted': 'Blanks unaccounted for',
  'indicator.blank.unaccounted.definition':
    'Blanks that were declared missing and not found, and differences of counts that are not settled',
  'indicator.blank.unaccounted.source': 'Movements of blanks and cases of differences',
};
