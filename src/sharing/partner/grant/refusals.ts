import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';
import { WHY_NOT, type WhyNot } from './rules.ts';

const acts = {
  'partner.grant_not_found': { status: 404, when: 'no grant that has not ended has this id' },
  'partner.agreement_not': {
    status: 409,
    when: 'a grant under what is no PKS, or under a version that another follows',
  },
  'partner.grant_too_early': { status: 409, when: 'a grant before the PKS is signed, or after the end' },
  'partner.grant_beyond': { status: 422, when: 'an element or a method that the PKS does not name' },
  'partner.grant_purpose': { status: 422, when: 'a purpose that the PKS does not name' },
  'partner.grant_region': { status: 422, when: 'a regional institution would ask beyond its region' },
  'partner.grant_term': {
    status: 422,
    when: 'a grant that begins before its PKS, ends after it, or has ended already',
  },
  'partner.grant_twice': {
    status: 409,
    when: 'one purpose granted twice at a time',
    constraints: ['access_grant_purpose'],
  },
  'partner.grant_replaces': { status: 409, when: 'a grant takes the place of one of another cooperation or purpose' },
} as const satisfies RefusalTable;

/** What a partner reads that may not ask; the codes are those of `maySayWhy`. */
const asking = Object.fromEntries(
  WHY_NOT.map((code) => [code, { status: 403, when: `maySayWhy (grant/rules.ts) gives ${code}` }]),
) as Record<WhyNot, { status: 403; when: string }>;

export const grantRefusals = { ...acts, ...asking };

export const refuse = refuser(grantRefusals);
