import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'citizen.authority_not_found':
    'This representation was not found, has ended, or was decided. Open the person’s page again.',
  'citizen.authority_own': 'Nobody represents himself. Choose somebody else.',
  'citizen.authority_wrong': 'This does not fit the paper or the people. Mend what is marked.',
  'citizen.authority.gone': 'One of the two is no longer recorded as alive and active.',
  'citizen.authority.not_a_child': 'This person is 17 or has married. For an adult under curatorship choose curator.',
  'citizen.authority.not_grown': 'A child under 17 has parents or a guardian, not a curator.',
  'citizen.authority.too_young': 'Who represents must be 17 or have married.',
  'citizen.authority.decided_ahead': 'The paper’s day has not come yet. Check the date.',
  'citizen.authority.term_over': 'Its term is over.',
  'citizen.authority.paper':
    'This paper is not enough. A guardian, a curator and a parent who was shut out need a court’s decision.',
  'citizen.excluded_already': 'This person is shut out already.',
  'citizen.not_alive': 'This person is not recorded as alive and active; the citizen services are closed.',
  'citizen.assist_child': 'A child under 17 is represented by parents or a guardian. Serve them with their own card.',
  'citizen.card_not_his':
    'This is no valid identity card of this person. Check the number, or say how you knew the person.',
  'citizen.known_by_one': 'Give the card’s number, or say how the person was known; one of the two.',
  'citizen.assistance_over': 'The fifteen minutes are over, or this was ended. Ask for the card again and begin anew.',
  'citizen.lock_past': 'That day is over. Choose a day to come, or leave it empty.',

  'proposal.citizen.representation':
    'Enter {by} as {kind, select, parent {parent} guardian {guardian} other {curator}} of {of} by the {paper, select, birth_certificate {birth certificate} other {decision}} of {issuer}, number {number}. Read the scan on the page of {of}, act "Representation", before you approve.',

  'citizen.who.mother': 'Your mother',
  'citizen.who.father': 'Your father',
  'citizen.who.guardian': 'Your guardian',
  'citizen.who.curator': 'Your curator',
  'citizen.way.assisted': 'An officer at the counter, at your request',

  'citizen.message.authority_confirmed.subject': 'You are recorded as representing somebody',
  'citizen.message.authority_confirmed.text':
    'The population office has recorded you as somebody’s parent, guardian or curator. See {address}. If this is wrong, tell the office at once.',
  'citizen.message.represented.subject': 'Somebody is recorded as representing you',
  'citizen.message.represented.text':
    'The population office has recorded somebody as representing you by a court’s decision. See {address}. If this is wrong, tell the office at once.',
  'citizen.message.assisted_opened.subject': 'Citizen services were opened for you at a counter',
  'citizen.message.assisted_opened.text':
    'An officer of {office} opened the citizen services for you at the counter. If you were not there, tell the office at once. See {address}.',
  'citizen.message.assisted_dispute.subject': '"Not me" was said for you at a counter',
  'citizen.message.assisted_dispute.text':
    'An officer of {office} said "not me" at your request. If you did not want that, tell the office at once. See {address}.',
  'citizen.message.assisted_lock.subject': 'A lock was set for you at a counter',
  'citizen.message.assisted_lock.text':
    'An officer of {office} locked your data at your request. If you did not want that, tell the office at once. See {address}.',
  'citizen.message.assisted_lift.subject': 'A lock was lifted for you at a counter',
  'citizen.message.assisted_lift.text':
    'An officer of {office} lifted a lock at your request. If you did not want that, tell the office at once. See {address}.',
  'citizen.message.assisted_right.subject': 'A request about your data was made at a counter',
  'citizen.message.assisted_right.text':
    'An officer of {office} made a request about your data. If you did not want that, tell the office at once. See {address}.',
};
