/**
 * Roles as data (domain.md section 9): each scope with the roles that hold it. A new scope is one line here; a room's
 * `may('scope')` that stands in no line is refused to everyone, and a test says so.
 */
export const ROLES = [
  'operator',
  'verifier',
  'section_head',
  'office_head',
  'administrator',
  'store_keeper',
  'ministry_officer',
  'auditor',
  'leadership',
] as const;

export type Role = (typeof ROLES)[number];

const COUNTER = ['operator', 'verifier', 'section_head', 'office_head'] as const;
const CHECKS = ['verifier', 'section_head', 'office_head'] as const;
const HEADS = ['section_head', 'office_head'] as const;
const EVERYBODY = ROLES;

export const SCOPES = {
  'resident.read': [...COUNTER, 'administrator', 'ministry_officer', 'auditor'],
  'resident.read_protected': CHECKS,
  'resident.create': COUNTER,
  'resident.change': COUNTER,
  'resident.merge.propose': [...CHECKS, 'administrator'],
  'resident.merge.approve': [...HEADS, 'administrator'],
  'resident.deactivate': HEADS,
  'resident.erase.propose': ['office_head', 'ministry_officer'],
  'resident.erase.approve': ['office_head', 'ministry_officer'],
  'family.read': [...COUNTER, 'administrator', 'ministry_officer', 'auditor'],
  'family.change': COUNTER,
  'application.read': [...COUNTER, 'auditor'],
  'application.create': COUNTER,
  'application.decide': CHECKS,
  'civil_event.read': [...COUNTER, 'auditor'],
  'civil_event.record': COUNTER,
  'civil_event.decide': CHECKS,
  'document.issue': COUNTER,
  'document.cancel': HEADS,
  'enrolment.read': [...COUNTER, 'ministry_officer', 'auditor', 'administrator'],
  'enrolment.capture': COUNTER,
  'enrolment.supervise': CHECKS,
  'enrolment.release': HEADS,
  'enrolment.station.manage': ['administrator'],
  'enrolment.plan': COUNTER,
  'enrolment.image': CHECKS,
  'uniqueness.adjudicate': [...CHECKS, 'ministry_officer'],
  'uniqueness.object': COUNTER,
  'uniqueness.reopen': [...HEADS, 'ministry_officer'],
  'uniqueness.court_search.propose': ['ministry_officer'],
  'uniqueness.court_search.approve': ['ministry_officer'],
  'blank.read': ['store_keeper', ...HEADS, 'ministry_officer', 'auditor', 'leadership', 'administrator'],
  'blank.deliver': ['store_keeper'],
  'blank.keep': ['store_keeper'],
  'blank.count': ['store_keeper', ...HEADS, 'ministry_officer', 'auditor'],
  'blank.settle': ['office_head', 'ministry_officer'],
  'blank.hand_over': ['office_head', 'ministry_officer'],
  'blank.store.manage': ['office_head', 'ministry_officer', 'administrator'],
  'blank.trace': ['store_keeper', ...HEADS, 'ministry_officer', 'auditor'],
  'blank.incident.read': ['store_keeper', ...HEADS, 'ministry_officer', 'auditor', 'leadership'],
  'blank.incident.report': ['store_keeper', ...HEADS, 'ministry_officer', 'auditor'],
  'blank.incident.decide': ['office_head', 'ministry_officer'],
  'blank.freeze.propose': ['office_head', 'ministry_officer'],
  'blank.freeze.approve': ['office_head', 'ministry_officer'],
  'blank.security_hold.propose': ['ministry_officer'],
  'blank.security_hold.approve': ['ministry_officer'],
  'blank.rebalance.propose': ['store_keeper'],
  'blank.rebalance.approve': ['office_head', 'ministry_officer'],
  'blank.request.answer': ['office_head', 'ministry_officer'],
  'card.read': [...COUNTER, 'ministry_officer', 'auditor'],
  'card.request': COUNTER,
  'card.print': COUNTER,
  'card.check': COUNTER,
  'card.hand_over': COUNTER,
  'card.supervise': HEADS,
  'card.oversee': ['ministry_officer', 'leadership'],
  'card.trace': ['store_keeper', ...HEADS, 'ministry_officer', 'auditor'],
  'disposal.read': [...COUNTER, 'store_keeper', 'ministry_officer', 'auditor', 'leadership'],
  'disposal.take_in': [...COUNTER, 'store_keeper', 'ministry_officer'],
  'disposal.bag': ['store_keeper', ...CHECKS, 'ministry_officer'],
  'disposal.settle': ['office_head', 'ministry_officer'],
  'disposal.hold': ['store_keeper', ...HEADS, 'ministry_officer', 'auditor'],
  'disposal.hold_lift.propose': [...HEADS, 'ministry_officer'],
  'disposal.hold_lift.approve': ['office_head', 'ministry_officer'],
  'disposal.destruction.propose': [...HEADS, 'ministry_officer'],
  'disposal.destruction.approve': ['office_head', 'ministry_officer'],
  'disposal.destroy': ['store_keeper', ...CHECKS, 'ministry_officer'],
  'disposal.report': ['office_head', 'ministry_officer'],
  'disposal.found.record': [...CHECKS, 'store_keeper', 'ministry_officer'],
  'disposal.found.read': [...CHECKS, 'store_keeper', 'ministry_officer', 'auditor', 'leadership'],
  'disposal.found.report': ['office_head', 'ministry_officer'],
  'returned_data.read': [...COUNTER, 'auditor'],
  'returned_data.decide': CHECKS,
  'partner.read': ['ministry_officer', 'auditor', 'leadership'],
  'partner.manage': ['ministry_officer'],
  'partner.grant.propose': ['ministry_officer'],
  'partner.grant.approve': ['ministry_officer', 'leadership'],
  'partner.suspension.propose': ['ministry_officer'],
  'partner.suspension.approve': ['ministry_officer', 'leadership'],
  'partner.restoration.propose': ['ministry_officer'],
  'partner.restoration.approve': ['ministry_officer', 'leadership'],
  'partner.appeal.propose': ['ministry_officer'],
  'partner.appeal.approve': ['ministry_officer', 'leadership'],
  'partner.key.read': ['ministry_officer', 'auditor'],
  'partner.key.manage': ['ministry_officer'],
  'partner.watch.read': ['ministry_officer', 'auditor', 'leadership'],
  'partner.watch.act': ['ministry_officer'],
  'partner.watch.number': ['ministry_officer'],
  'partner.canary.read': ['ministry_officer', 'auditor'],
  'partner.canary.manage': ['ministry_officer'],
  'metering.read': ['ministry_officer', 'auditor', 'leadership'],
  'metering.manage': ['ministry_officer'],
  'metering.reversal.propose': ['ministry_officer'],
  'metering.reversal.approve': ['ministry_officer', 'leadership'],
  'citizen.code.give': COUNTER,
  'citizen.right.answer': [...CHECKS, 'ministry_officer'],
  'citizen.dispute.read': ['ministry_officer', 'auditor', 'leadership'],
  'citizen.dispute.decide': ['ministry_officer'],
  'office.manage': ['administrator', 'ministry_officer'],
  'officer.manage': ['administrator'],
  'officer.manage.propose': ['administrator', 'office_head'],
  'officer.manage.approve': ['administrator', 'office_head'],
  'region.manage': ['ministry_officer'],
  'ledger.read': ['auditor', 'administrator'],
  'ledger.begin.propose': ['administrator'],
  'ledger.begin.approve': ['administrator', 'auditor'],
  'health.read': ['administrator', 'ministry_officer', 'leadership'],
  'backup.manage': ['administrator'],
  'import.run': ['administrator'],
  'statement.read': EVERYBODY,
  'statement.publish': ['ministry_officer'],
  'approval.read': EVERYBODY,
} as const satisfies Record<string, readonly Role[]>;

export type Scope = keyof typeof SCOPES;

/** Every scope that any of the roles holds. */
export function scopesOf(roles: Iterable<string>): ReadonlySet<string> {
  const held = new Set<string>(roles);
  return new Set(
    Object.entries(SCOPES).flatMap(([scope, holders]) => (holders.some((role) => held.has(role)) ? [scope] : [])),
  );
}

/** The roles that hold the scope. */
export function rolesWith(scope: string): readonly string[] {
  return (SCOPES as Record<string, readonly string[]>)[scope] ?? [];
}
