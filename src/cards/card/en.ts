import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'card.not_found': 'This card was not found.',
  'card.wrong_state': 'This card is in another state by now. Reload the page and look at its state.',
  'card.elsewhere': 'This card is at another office. Only the office that holds it can go on.',
  'card.outdated': 'The data on this card changed since it was printed. Spoil it for "data changed" and print again.',
  'card.own_print': 'You printed this card yourself. Another officer checks it.',
  'card.chip_differs':
    "The chip that was read is not this card's. Make sure that it is the right card; if it is, enter it as faulty with the chip as reason.",
  'card.sample_small': 'Too few cards were looked at. Check at least {least, plural, one {# card} other {# cards}}.',
  'card.sample_offices': 'A sample is of the cards of one office.',
  'card.same_office': 'The cards are at this office already. Choose another one.',
  'card.nothing_to_compare':
    'The recording of this person has no such finger or face. Choose another finger, or ask a supervisor for a release.',
  'card.not_verified':
    'Compare a finger or the face of the holder first (within 15 minutes), or ask a supervisor to release the card with a reason.',
  'card.proxy_not_released':
    'To hand a card to a proxy a supervisor must release it. Ask one to look at the letter and release the card.',
  'card.proxy_letter_missing': "Upload the holder's letter first.",
  'card.holder_gone': 'The holder died, moved abroad or is inactive in the register. The card is not handed over.',
  'card.not_suspended': 'This card is not suspended for a reported loss.',
  'card.lift_late': 'The 72 hours have passed. Bring the card to a counter to have it in force again.',
  'card.no_office': 'Choose the office at which you serve first.',
  'card.person_not_found': 'No resident has this NIK.',
  'card.request_not_found': 'This request for a card was not found.',
  'card.request_elsewhere': 'This request waits at another office.',
  'card.request_not_waiting': 'This request was printed or ended by another officer. Reload the queue.',
  'card.request.open': 'This person waits for a card already. Finish or withdraw that request first.',
  'card.request.not_living': 'This person died, moved abroad or is inactive in the register. No card can be printed.',
  'card.request.not_obligated':
    'This person is under 17 and never married, or holds no permanent permit. The card is printed when the condition is met.',
  'card.request.not_recorded': 'This person was not recorded yet. Record them first, then ask for the card.',
  'card.request.not_ready':
    'The recording of this person is not ready for print. Look at its status; where it is a duplicate or failed, follow the steps written there.',
  'card.request.has_card': 'This person had an identity card before. Choose change, damage or loss.',
  'card.request.no_card': 'This person never had an identity card. Choose a first card.',
  'card.request.nothing_changed':
    'Nothing that stands on this card has changed. A new name of a region and a dated card need no replacement: the card stays valid.',
  'card.police_letter_missing': "Fill in the number of the police's letter of loss.",
  'card.application_details': 'The details of this application for a card are not right yet. Mend the marked parts.',
  'card.blank_elsewhere':
    'No blank with this serial or UID lies in a store of your office. Read it again, or look at the stock card.',
  'card.field.police_letter': "Fill in the number of the police's letter of loss.",
  'card.field.chip': "Read this card's chip again.",
  'card.field.blank': "Read the blank's chip again or type its serial.",
  'card.field.reason': 'Write the reason, at least five letters.',
};
