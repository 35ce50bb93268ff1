import { refuser, type RefusalTable } from '../../core/refusal/index.ts';
import type { Fault } from './rules.ts';

export const refusals = {
  'civil_event.not_found': { status: 404, when: 'no event has this id, or none that the officer may see' },
  'civil_event.details_invalid': { status: 422, when: 'the details are not what the kind asks for' },
  'civil_event.in_future': {
    status: 422,
    when: 'the event or its report lies after today, or the report before the event',
  },
  'civil_event.person_unknown': { status: 422, when: 'the details name a person whom the register does not have' },
  'civil_event.person_twice': { status: 422, when: 'one person stands twice among those who move' },
  'civil_event.person_elsewhere': {
    status: 403,
    when: 'a person lives in another region, whose office records the event',
  },
  'civil_event.not_present': { status: 409, when: 'a person is in a state in which this cannot happen to him' },
  'civil_event.likely_duplicates': {
    status: 409,
    when: 'the child may be in the register already and the officer has not said that he looked',
  },
  'civil_event.home_needed': { status: 422, when: 'nothing says where a child lives' },
  'civil_event.no_card': { status: 422, when: 'a card to join is needed and there is none' },
  'civil_event.card_elsewhere': { status: 422, when: 'the card to join is not at the address given' },
  'civil_event.not_in_card': { status: 422, when: 'a child named at a divorce is not in the common card' },
  'civil_event.nothing_changes': { status: 422, when: 'a change of name or sex changes nothing' },
  'civil_event.move_underway': { status: 409, when: 'a person is on the way to another regency already' },
  'civil_event.another_regency': { status: 422, when: 'a change of address leads to another regency: that is a move' },
  'civil_event.same_regency': { status: 422, when: 'a move stays in its regency: that is a change of address' },
  'civil_event.unknown_village': { status: 422, when: 'a village code is in no list' },
  'civil_event.two_cards': { status: 422, when: 'people who move together are in different cards' },
  'civil_event.one_head': { status: 422, when: 'a new card would have no head, or two' },
  'civil_event.unknown_other': { status: 422, when: 'the code of another event is not in the list' },
  'civil_event.move_not_underway': { status: 409, when: 'a move has arrived or was cancelled already' },
  'civil_event.not_the_destination': {
    status: 403,
    when: 'another office than that of the destination records an arrival',
  },
  'civil_event.not_the_origin': { status: 403, when: 'another office than that of departure cancels a move' },
  'civil_event.before_departure': { status: 422, when: 'an arrival lies before its departure' },
  'civil_event.nobody_arrives': { status: 409, when: 'none of the movers is alive and here any more' },
  'civil_event.not_undoable': { status: 409, when: 'an event is undone already, or is an undoing itself' },
  'civil_event.arrived_already': { status: 409, when: 'a departure is undone after the arrival: that one first' },
  'civil_event.changed_since': { status: 409, when: 'a later act changed what undoing would restore' },
  'civil_event.seat_changed_since': {
    status: 409,
    when: 'a later act changed the family seats that undoing would restore',
  },
  'civil_event.no_certificate': { status: 409, when: 'this kind of event has no certificate, or the event was undone' },
  'civil_event.not_printed': { status: 404, when: 'the certificate was not printed yet' },
  'civil_event.rules_broken': { status: 422, when: 'several rules of the event do not hold' },

  'civil_event.not_a_woman': { status: 422, when: 'a mother or wife is not recorded as a woman' },
  'civil_event.not_a_man': { status: 422, when: 'a father or husband is not recorded as a man' },
  'civil_event.same_person': { status: 422, when: 'one person stands in two roles' },
  'civil_event.mother_age': { status: 422, when: 'the mother would be younger than 10 or older than 60' },
  'civil_event.mother_dead': { status: 422, when: 'the mother died before the birth' },
  'civil_event.father_dead': { status: 422, when: 'the father died more than 300 days before the birth' },
  'civil_event.parents_needed': { status: 422, when: 'the bond names a parent who is not given' },
  'civil_event.father_not_named': { status: 422, when: 'a parent is given whom the bond does not name' },
  'civil_event.parents_not_married': { status: 422, when: 'the parents are not recorded as married' },
  'civil_event.statement_needed': { status: 422, when: 'an unrecorded marriage without a liability statement (SPTJM)' },
  'civil_event.report_needed': { status: 422, when: 'a child of unknown parents without a report or ruling' },
  'civil_event.too_young_to_marry': {
    status: 422,
    when: 'husband or wife is below the age of the day and no court allowed it',
  },
  'civil_event.married_already': { status: 409, when: 'husband or wife is married' },
  'civil_event.for_the_religious_office': {
    status: 422,
    when: 'a Muslim marriage or divorce is brought to the civil office',
  },
  'civil_event.not_for_the_religious_office': {
    status: 422,
    when: 'a notification of KUA or religious court about people who are not Muslims',
  },
  'civil_event.two_religions': { status: 422, when: 'a couple of two religions without a court ruling' },
  'civil_event.not_married': { status: 409, when: 'people who part or legitimate a child are not recorded as married' },
  'civil_event.not_each_other': { status: 409, when: 'the two are married, but not to each other' },
  'civil_event.marriage_unknown': {
    status: 422,
    when: 'neither the register nor the report names the deed and day of the marriage that ends',
  },
  'civil_event.father_known': { status: 409, when: 'the child has a father on record already' },
  'civil_event.not_the_mother': { status: 422, when: 'another mother is on record' },
  'civil_event.ruling_needed': {
    status: 422,
    when: "the parents' religion does not know recognition, and no court ruled",
  },
  'civil_event.before_birth': { status: 422, when: 'the event lies before the birth of its person' },
  'civil_event.citizen_already': { status: 409, when: 'citizenship is gained by a citizen' },
  'civil_event.not_a_citizen': { status: 409, when: 'citizenship is lost by a foreigner' },
  'civil_event.nationality_needed': { status: 422, when: 'the new nationality is not said' },
  'civil_event.parent_too_young': { status: 422, when: 'a father would be younger than 10' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);

/** Refuses with all faults; the first gives the code where it is alone. */
export function mustHold(faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  const given = {
    values: { ...first.values, n: faults.length },
    faults: faults.map(({ code, path, values }) => ({ path: `details.${path}`, code, ...(values ? { values } : {}) })),
  };
  throw refuse(faults.length === 1 ? first.code : 'civil_event.rules_broken', given);
}
