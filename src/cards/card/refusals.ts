import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'card.not_found': { status: 404, when: 'no card has this id, or none that the officer may see' },
  'card.wrong_state': { status: 409, when: 'the card is in a state from which this does not follow' },
  'card.elsewhere': { status: 403, when: 'the card lies at another office' },
  'card.outdated': { status: 409, when: 'what was printed is not what the register says any more' },
  'card.own_print': { status: 403, when: 'whoever printed a card checks it himself' },
  'card.chip_differs': { status: 422, when: "the chip that was read is not this card's" },
  'card.sample_small': { status: 422, when: 'too few of the cards were looked at' },
  'card.sample_offices': { status: 422, when: 'a sample holds cards of several offices' },
  'card.same_office': { status: 422, when: 'cards are sent to the office where they are' },
  'card.nothing_to_compare': { status: 422, when: 'the recording has no such finger or face to compare with' },
  'card.not_verified': {
    status: 422,
    when: 'nobody was compared with the holder just now, and no supervisor released the card',
  },
  'card.proxy_not_released': { status: 422, when: 'a proxy comes for a card that no supervisor released' },
  'card.proxy_letter_missing': { status: 422, when: "the proxy's letter was not kept" },
  'card.holder_gone': { status: 409, when: 'the holder died or left meanwhile' },
  'card.not_suspended': { status: 409, when: 'no loss of this card waits for an end' },
  'card.lift_late': { status: 409, when: 'more than 72 hours have passed' },
  'card.no_office': { status: 422, when: 'somebody without an office acts for one' },
  'card.person_not_found': { status: 404, when: 'no resident has this NIK' },
  'card.request_not_found': { status: 404, when: 'no request has this id' },
  'card.request_elsewhere': { status: 403, when: 'the request waits at another office' },
  'card.request_not_waiting': { status: 409, when: 'the request was printed or ended meanwhile' },
  'card.request.open': {
    status: 409,
    when: 'somebody waits for a card already',
    constraints: ['request_open'],
  },
  'card.request.not_living': { status: 422, when: 'a card is asked for somebody who died, left, or was merged' },
  'card.request.not_obligated': { status: 422, when: 'a card is asked for somebody under 17 who never married' },
  'card.request.not_recorded': { status: 422, when: 'a card is asked for somebody who was not recorded' },
  'card.request.not_ready': { status: 422, when: 'the recording is not unique yet, or failed' },
  'card.request.has_card': { status: 409, when: 'a first card is asked for by somebody who had one' },
  'card.request.no_card': { status: 422, when: 'a card is replaced that somebody never had' },
  'card.request.nothing_changed': {
    status: 422,
    when: 'a change is asked for and no element that stands on the card changed',
  },
  'card.police_letter_missing': { status: 422, when: "a lost card is replaced without the police's letter" },
  'card.application_details': { status: 422, when: "an application's details are not those of a card" },
  'card.blank_elsewhere': { status: 422, when: 'the blank is unknown or lies in no store of the office' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
