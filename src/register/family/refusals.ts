import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'family.not_found': { status: 404, when: 'no family card has this number, or none that the officer may see' },
  'family.card_not_in_force': { status: 409, when: 'somebody joins or changes a card that was replaced or closed' },
  'family.no_head': { status: 422, when: 'a family is formed without a head' },
  'family.two_heads': { status: 422, when: 'a family would have two heads' },
  'family.member_twice': { status: 422, when: 'one person stands twice among the members' },
  'family.in_another_card': {
    status: 409,
    when: 'a person would be in two cards',
    constraints: ['membership_one_card'],
  },
  'family.member_not_alive': { status: 409, when: 'a member is not an active resident' },
  'family.member_not_found': {
    status: 404,
    when: 'a person named as a member does not exist or lives outside the region: a move brings him',
  },
  'family.unknown_village': { status: 422, when: 'the village code of a new card is in no list' },
  'family.changed_meanwhile': { status: 409, when: 'somebody else seats one of these people at the same moment' },
  'family.head_by_new_card': {
    status: 409,
    when: 'a join would make or unmake a head of family, which gives a new card',
  },
  'family.same_head': { status: 422, when: 'the head who is to replace the head is the head' },
  'family.headless': { status: 409, when: 'the paper of a card without a head is asked for' },
  'family.no_paper': { status: 404, when: 'no valid paper of this card or person was issued' },
  'family.not_a_member': { status: 409, when: 'a person named for a change is not in this card' },
  'family.too_young_to_head': { status: 422, when: 'a child would head a family in which an adult is left' },
  'family.everybody_leaves': {
    status: 422,
    when: 'a split takes everybody: that is a move or a new head, not a split',
  },
  'family.no_serial_left': {
    status: 409,
    when: 'all serials of a district and day are used',
    constraints: ['card_serials_used'],
  },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
