export const en = {
  'statement.press.title': 'For the press: identity cards and population data as of {asOf}',
  'statement.press.about': 'Made from the figures of the register; each figure has its footnote.',
  'statement.press.went_well': 'What was reached',
  'statement.press.went_wrong': 'What is not in order',
  'statement.press.resident.total': 'As of {asOf} the register holds {numerator} residents.',
  'statement.press.resident.obligated': '{numerator} people must hold an identity card.',
  'statement.press.resident.duplicate':
    '{numerator} duplicate {raw, plural, one {record has} other {records have}} been merged.',
  'statement.press.enrolment.coverage':
    'As of {asOf} {numerator} of {denominator} people who must hold a card have been recorded, which is {percent} percent recorded.',
  'statement.press.enrolment.rest': '{rest} people have not been recorded.',
  'statement.press.enrolment.duplicate':
    'There {raw, plural, one {is {numerator} duplicate recording} other {are {numerator} duplicate recordings}}.',
  'statement.press.card.printed': '{numerator} identity cards have been printed.',
  'statement.press.card.invalid_outstanding':
    '{numerator} invalid {raw, plural, one {card is} other {cards are}} not taken in.',
  'statement.press.card.invalid_taken_in':
    '{numerator} invalid {raw, plural, one {card has} other {cards have}} been taken in.',
  'statement.press.card.destroyed':
    '{numerator} identity {raw, plural, one {card has} other {cards have}} been destroyed.',
  'statement.press.found.cards': '{numerator} identity {raw, plural, one {card has} other {cards have}} been found.',
  'statement.press.found.counter': '{n} identity cards have been found by the count of {counter}.',
  'statement.press.blank.in_stock': '{numerator} {raw, plural, one {blank is} other {blanks are}} in stock.',
  'statement.press.blank.unaccounted': '{numerator} {raw, plural, one {blank is} other {blanks are}} unaccounted for.',
  'statement.press.incident.open':
    '{numerator} {raw, plural, one {incident with blanks is} other {incidents with blanks are}} open.',
  'statement.press.disposal.unreported_offices':
    '{numerator} {raw, plural, one {regency has} other {regencies have}} not reported a destruction.',
  'statement.press.partner.mou': '{numerator} ministries and agencies have a memorandum of understanding.',
  'statement.press.partner.agreement': '{numerator} institutions have a cooperation agreement.',
  'statement.press.partner.technical_guide': '{numerator} institutions have a technical guide.',
  'statement.press.partner.connected':
    '{numerator} {raw, plural, one {institution is} other {institutions are}} connected.',
  'statement.press.partner.suspended':
    '{numerator} {raw, plural, one {institution is} other {institutions are}} suspended.',
  'statement.press.verification.answers': '{numerator} verification answers have been given.',
  'statement.press.voter.eligible': 'There are {numerator} eligible voters.',
  'statement.press.voter.without_card': '{numerator} {raw, plural, one {voter is} other {voters are}} without a card.',
  'statement.press.note':
    '{label}. {definition} Numerator {numerator} {unit}; denominator {denominator}. Cut-off {asOf}, known up to {knownAt}. Source: {source}. /angka/{code}',
  'statement.press.no_denominator': 'none',
  'statement.press.log': 'The log when this was made: {size} entries, root {root}.',
} as const;
